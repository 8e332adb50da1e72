package org.glidepath.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBookReader;
import org.glidepath.server.CdsServer;
import org.glidepath.server.Configuration;
import org.glidepath.server.ConfigurationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glidepath serve}. */
@Command(
    name = "serve",
    description = "Answers CDS Hooks over HTTP until it is stopped.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./glidepath serve --port 8080"})
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on (default: 8080).")
  @Nullable Integer port;

  @Option(names = "--rules", paramLabel = "DIR", description = "The rule folder (default: rules).")
  @Nullable Path rules;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A configuration file; see docs/integration.md. Options go before it.")
  @Nullable Path file;

  @Option(
      names = "--rehearse",
      hidden = true,
      description =
          "Start on any free port, answer one call and stop: what the build keeps for later starts.")
  boolean rehearse;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    try {
      Configuration configuration = configuration();
      RuleBookReader reader = RuleFolder.reader(configuration.rules());
      RuleBook book = reader.read();
      CdsServer server = CdsServer.start(configuration, book, Clock.systemUTC());
      if (rehearse) {
        return rehearse(server);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      spec.commandLine()
          .getOut()
          .printf(
              "Glidepath answers on http://localhost:%d/cds-services, %d rules, rule book %s, %.1f"
                  + " s after start%n",
              server.port(),
              book.rules().size(),
              book.version(),
              ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
      spec.commandLine().getOut().flush();
      if (configuration.watch()) {
        server.follow(reader);
      }
      Thread.currentThread().join();
      return Main.GOOD;
    } catch (RuleBookException e) {
      e.problems().forEach(spec.commandLine().getErr()::println);
      return Main.CANNOT_RUN;
    } catch (ConfigurationException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Main.CANNOT_RUN;
    }
  }

  private static int rehearse(CdsServer server) {
    try (server) {
      server.answerItself();
      return Main.GOOD;
    }
  }

  private Configuration configuration() throws ConfigurationException {
    Configuration configuration = file == null ? Configuration.DEFAULT : Configuration.read(file);
    if (rehearse) {
      configuration = configuration.withPort(0);
    } else if (port != null) {
      configuration = configuration.withPort(port);
    }
    return rules == null ? configuration : configuration.withRules(rules);
  }
}
