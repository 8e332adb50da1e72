package org.glidepath.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glidepath.replay.BookComparison.Call;
import org.glidepath.replay.BookComparison.Change;
import org.glidepath.replay.BookComparison.Kind;
import org.glidepath.replay.BookComparison.Load;

/** A comparison of two rule books as the report shows it. */
final class ComparisonView {

  /** Calls whose changes lie open; the others open on a click. */
  private static final int OPEN = 5;

  private ComparisonView() {}

  static Map<String, Object> of(BookComparison comparison) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("before", comparison.before());
    view.put("after", comparison.after());
    view.put("calls", comparison.calls());
    view.put("differ", comparison.differing().size());
    view.put("new", comparison.count(Kind.NEW));
    view.put("lost", comparison.count(Kind.LOST));
    view.put("changed", comparison.count(Kind.CHANGED));
    List<Call> calls = comparison.differing();
    view.put(
        "differing",
        IntStream.range(0, calls.size()).mapToObj(i -> call(calls.get(i), i < OPEN)).toList());
    view.put("burden", comparison.burden().stream().map(ComparisonView::load).toList());
    return view;
  }

  private static Map<String, Object> call(Call call, boolean open) {
    return Map.of(
        "name",
        call.name(),
        "outcome",
        call.outcome(),
        "open",
        open,
        "changes",
        call.changes().stream().map(ComparisonView::change).toList());
  }

  private static Map<String, Object> change(Change change) {
    return Map.of(
        "kind",
        change.kind().name().toLowerCase(Locale.ROOT),
        "rule",
        change.rule(),
        "indicator",
        change.indicator(),
        "summary",
        change.summary(),
        "gone",
        lines(change.gone().stream()),
        "come",
        lines(change.come().stream().filter(line -> !line.equals(change.summary()))));
  }

  private static List<String> lines(Stream<String> lines) {
    return lines.flatMap(line -> Markup.lines(line).stream()).toList();
  }

  private static Map<String, Object> load(Load load) {
    return Map.of(
        "rule", load.rule(),
        "indicator", load.indicator(),
        "before", String.format(Locale.ROOT, "%.1f", load.before()),
        "after", String.format(Locale.ROOT, "%.1f", load.after()),
        "moved", load.moved());
  }
}
