package org.glidepath.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.glidepath.replay.BookComparison;
import org.glidepath.replay.BookComparison.Call;
import org.glidepath.replay.BookComparison.Change;
import org.glidepath.replay.BookComparison.Kind;
import org.glidepath.replay.BookComparison.Load;

/** Two rule books compared, as text. */
final class ComparisonText {

  private final PrintWriter out;

  private ComparisonText(PrintWriter out) {
    this.out = out;
  }

  static void print(PrintWriter out, BookComparison comparison, String other) {
    out.printf(
        "Rule book %s compared with %s (%s): %d of %d calls come out otherwise%n",
        comparison.after(),
        comparison.before(),
        other,
        comparison.differing().size(),
        comparison.calls());
    ComparisonText text = new ComparisonText(out);
    comparison.differing().forEach(text::print);
    out.printf(
        "%nNew cards %d, lost %d, changed %d%n%n",
        comparison.count(Kind.NEW), comparison.count(Kind.LOST), comparison.count(Kind.CHANGED));
    out.printf("%-18s %-9s %10s %10s%n", "Cards of 100 calls", "", "before", "now");
    comparison.burden().forEach(text::print);
    out.flush();
  }

  private void print(Call call) {
    out.printf("%n%s%s%n", call.name(), call.outcome().isEmpty() ? "" : ": " + call.outcome());
    call.changes().forEach(this::print);
  }

  private void print(Change change) {
    String sign =
        switch (change.kind()) {
          case NEW -> "+";
          case LOST -> "-";
          case CHANGED -> "~";
        };
    out.printf("  %s %s [%s] %s%n", sign, change.rule(), change.indicator(), change.summary());
    change.gone().forEach(line -> out.println("      was: " + line));
    change.come().forEach(line -> out.println("      now: " + line));
  }

  private void print(Load load) {
    out.printf(
        Locale.ROOT,
        "%-18s %-9s %10.1f %10.1f%s%n",
        load.rule(),
        load.indicator(),
        load.before(),
        load.after(),
        load.moved() ? "  *" : "");
  }
}
