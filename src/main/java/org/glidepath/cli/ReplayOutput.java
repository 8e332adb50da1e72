package org.glidepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.glidepath.explanation.Shortfall;
import org.glidepath.replay.Result;
import picocli.CommandLine;

/** What a replay prints: a line for each case that fails, or for each case a line of JSON. */
final class ReplayOutput {

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final Progress progress;
  private final long start = System.nanoTime();
  private int replayed;
  private int failed;
  private boolean baselines;

  ReplayOutput(CommandLine command, boolean json, int total) {
    this.out = command.getOut();
    this.err = command.getErr();
    this.json = json;
    this.progress = new Progress(total);
  }

  int failed() {
    return failed;
  }

  void print(Result result) {
    replayed++;
    failed += result.passed() ? 0 : 1;
    baselines |= result.differences().stream().anyMatch(ReplayOutput::ofBaseline);
    if (json) {
      out.println(json(result));
    } else if (!result.passed()) {
      progress.clear();
      out.println("FAILED " + result.name() + ": " + String.join("; ", result.differences()));
      result.shortfalls().forEach(shortfall -> out.println("  " + sentence(shortfall)));
      out.flush();
    }
    progress.next(!result.passed());
  }

  /** The last line; beside JSON it goes to the error output. */
  void sum(String ruleBook) {
    progress.clear();
    if (baselines && !json) {
      out.println(
          "new and gone compare with baseline.txt. Where what came is right, --accept keeps it; the"
              + " baseline of a copied case is removed first");
    }
    (json ? err : out)
        .printf(
            Locale.ROOT,
            "%d replayed, %d as expected, %d not, in %.1f s. Rule book %s%n",
            replayed,
            replayed - failed,
            failed,
            (System.nanoTime() - start) / 1e9,
            ruleBook);
    out.flush();
  }

  private static boolean ofBaseline(String difference) {
    return difference.startsWith("new: ") || difference.startsWith("gone: ");
  }

  private static String sentence(Shortfall shortfall) {
    return shortfall.rule().id() + " did not fire: closest was " + shortfall.sentence();
  }

  private static String json(Result result) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("case", result.name());
    line.put("title", result.title());
    line.put("passed", result.passed());
    ArrayNode differences = line.putArray("differences");
    result.differences().forEach(differences::add);
    ArrayNode whyNot = line.putArray("whyNot");
    result.shortfalls().forEach(shortfall -> whyNot.add(sentence(shortfall)));
    ArrayNode cards = line.putArray("cards");
    result
        .answer()
        .ifPresent(
            answer -> {
              line.put("status", answer.status());
              answer.body().path("cards").forEach(card -> cards.add(card(card)));
            });
    line.put("milliseconds", Math.round(result.milliseconds() * 1000) / 1000.0);
    return line.toString();
  }

  private static JsonNode card(JsonNode card) {
    ObjectNode brief = JsonNodeFactory.instance.objectNode();
    brief.put("rule", card.path("source").path("topic").path("code").asText());
    brief.put("indicator", card.path("indicator").asText());
    return brief.put("summary", card.path("summary").asText());
  }
}
