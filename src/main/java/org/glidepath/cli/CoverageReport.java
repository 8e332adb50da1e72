package org.glidepath.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.glidepath.replay.Coverage;
import org.glidepath.replay.Coverage.Gap;

/** Tells which rules and conditions no case makes true, or none false. */
final class CoverageReport {

  private CoverageReport() {}

  static void print(PrintWriter out, Coverage coverage) {
    for (Gap gap : coverage.gaps()) {
      out.printf(
          "%s:%d: %s: %s: %s%n",
          gap.place().file(), gap.place().line(), gap.rule().name(), gap.lack(), gap.what());
    }
    out.printf(
        Locale.ROOT,
        "%d of %d rules hold in one case and not in another; %d of %d conditions are true in one"
            + " and false in another (%.1f %%)%n",
        coverage.coveredRules(),
        coverage.rules(),
        coverage.covered(),
        coverage.conditions(),
        100.0 * coverage.covered() / Math.max(1, coverage.conditions()));
  }
}
