package org.glidepath.cli;

import java.io.PrintStream;
import picocli.CommandLine;

/** A count on the terminal's last line; silent where there is no terminal. */
final class Progress {

  private static final String BACK_AND_ERASE = "\r\u001b[K";

  private final PrintStream terminal = System.err;
  private final boolean visible = CommandLine.Help.Ansi.AUTO.enabled();
  private final int total;
  private int done;

  Progress(int total) {
    this.total = total;
  }

  void next() {
    done++;
    if (visible) {
      terminal.print(done + " of " + total);
      terminal.flush();
    }
  }

  void clear() {
    if (visible) {
      terminal.print(BACK_AND_ERASE);
    }
  }
}
