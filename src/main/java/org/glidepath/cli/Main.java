package org.glidepath.cli;

import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code glidepath}. */
@Command(
    name = "glidepath",
    description = "Clinical decision support for getting people off benzodiazepines safely.",
    mixinStandardHelpOptions = true,
    version = "Glidepath 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      DecideCommand.class,
      ReplayCommand.class,
      CheckCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:good", "1:findings", "2:cannot run"},
    footer = {
      "",
      "Example: ./glidepath serve",
      "Each command has --help with an example of its own."
    })
public final class Main {

  /** All that was asked for is good. */
  static final int GOOD = 0;

  /** Something was found that the user has to look at. */
  static final int FINDINGS = 1;

  /** It could not be done. */
  static final int CANNOT_RUN = 2;

  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** The message of a file that cannot be reached is its path, and some errors have none. */
  private static String inWords(Exception failure) {
    if (failure instanceof FileSystemException file) {
      return "%s cannot be read or written: %s"
          .formatted(file.getFile(), file.getReason() == null ? "no such place" : file.getReason());
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              command.getErr().println("glidepath: " + inWords(failure));
              return CANNOT_RUN;
            })
        .execute(arguments);
  }
}
