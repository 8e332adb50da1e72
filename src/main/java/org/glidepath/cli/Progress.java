package org.glidepath.cli;

import java.io.PrintStream;
import picocli.CommandLine;

/** A bar on the terminal's last line; silent where there is no terminal. */
final class Progress {

  private static final String BACK_AND_ERASE = "\r\u001b[K";
  private static final int WIDTH = 40;

  private final PrintStream terminal = System.err;
  private final boolean visible = CommandLine.Help.Ansi.AUTO.enabled();
  private final int total;
  private int done;
  private int failed;

  Progress(int total) {
    this.total = total;
  }

  /** One more is done. */
  void next(boolean failure) {
    done++;
    failed += failure ? 1 : 0;
    if (visible) {
      terminal.print("\r" + bar());
      terminal.flush();
    }
  }

  private String bar() {
    int filled = total == 0 ? WIDTH : WIDTH * done / total;
    String failures = failed == 0 ? "" : ", " + failed + " failed";
    return "[%s%s] %d of %d%s"
        .formatted("#".repeat(filled), ".".repeat(WIDTH - filled), done, total, failures);
  }

  void clear() {
    if (visible) {
      terminal.print(BACK_AND_ERASE);
    }
  }
}
