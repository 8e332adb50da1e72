package org.glidepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Advice;
import org.glidepath.decision.Decision;
import org.glidepath.decision.Inference;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DiazepamEquivalent;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.UseDuration;
import org.glidepath.facts.UseFrequency;

/** A decision for a reader who knows no code: the cards, and why. */
final class DecisionText {

  private final PrintWriter out;

  private DecisionText(PrintWriter out) {
    this.out = out;
  }

  static void print(PrintWriter out, Path request, Answer answer) {
    out.println(request + ": " + answer.status());
    DecisionText text = new DecisionText(out);
    if (answer.status() != 200) {
      JsonNode issue = answer.body().path("issue").path(0);
      out.printf(
          "  %s: %s%n",
          issue.path("diagnostics").asText(), issue.path("details").path("text").asText());
    } else {
      text.printCards(answer.body().path("cards"));
    }
    answer.explanation().ifPresent(text::print);
    out.println();
  }

  private void printCards(JsonNode cards) {
    if (cards.isEmpty()) {
      out.println("  No card.");
    }
    for (JsonNode card : cards) {
      out.printf("%n  [%s] %s%n", card.path("indicator").asText(), card.path("summary").asText());
      card.path("detail").asText().lines().forEach(line -> out.println("    " + line));
      for (JsonNode suggestion : card.path("suggestions")) {
        out.println("    > " + suggestion.path("label").asText());
      }
    }
  }

  private void print(Explanation why) {
    Decision decision = why.decision();
    List<Exposure> exposures =
        decision.facts().stream()
            .filter(Exposure.class::isInstance)
            .map(Exposure.class::cast)
            .toList();
    heading("Benzodiazepines and Z-drugs in use", exposures.isEmpty());
    exposures.forEach(exposure -> print(exposure, decision));
    heading("Advice", decision.advice().isEmpty());
    decision.advice().forEach(advice -> print(advice, why));
    heading("Inferred on the way", decision.inferred().isEmpty());
    decision.inferred().forEach(this::print);
    heading("Not checked", why.notChecked().isEmpty() && decision.stopped().isEmpty());
    decision
        .stopped()
        .ifPresent(stop -> out.println("    the rules were stopped: " + stop.getMessage()));
    why.notChecked().forEach(gap -> out.println("    " + gap.key() + ": " + gap.reason()));
    if (!why.notes().isEmpty()) {
      heading("Read with a reservation", false);
      why.notes().forEach(note -> out.println("    " + note));
    }
    out.printf("%n  Rule book %s, evaluated at %s%n", decision.ruleBookVersion(), decision.at());
  }

  private void heading(String heading, boolean none) {
    out.printf("%n  %s%s%n", heading, none ? ": none" : "");
  }

  private void print(Exposure exposure, Decision decision) {
    out.printf(
        "    %s%s, from %s%n",
        exposure.drug().name(),
        exposure.current() ? "" : ", ended " + exposure.daysSinceLastUse() + " days ago",
        exposure.sources());
    for (Fact fact : decision.facts()) {
      if (fact instanceof DailyDose dose && dose.of().equals(exposure)) {
        out.printf("      %s mg a day%n", dose.mg());
      } else if (fact instanceof DiazepamEquivalent mg && mg.of().equals(exposure)) {
        out.printf("      the same as %s mg diazepam a day by published tables%n", mg.mg());
      } else if (fact instanceof UseFrequency days && days.of().equals(exposure)) {
        out.printf("      on %s days a week%n", days.daysPerWeek());
      } else if (fact instanceof UseDuration duration && duration.of().equals(exposure)) {
        out.printf("      for %s%n", duration.text());
      }
    }
    DecisionJson.Unknown.of(exposure, decision)
        .forEach(unknown -> out.println("      not known: " + unknown));
  }

  private void print(Advice advice, Explanation why) {
    String shown =
        advice
            .suppressedBy()
            .map(rule -> ", suppressed by " + rule)
            .orElse(why.shown().contains(advice) ? "" : ", not shown in this hook");
    out.printf("    [%s] %s%s%n", advice.indicator().code(), advice.rule().name(), shown);
    Stream<String> reasons =
        advice.because().stream()
            .map(fact -> fact.getClass().getSimpleName() + " from " + fact.sources());
    reasons.forEach(reason -> out.println("      because of " + reason));
  }

  private void print(Inference inference) {
    String drug = inference.drug().map(name -> " (" + name + ")").orElse("");
    out.printf(
        "    %s %s%s, by \"%s\"%n",
        inference.type(), inference.value(), drug, inference.rule().name());
  }
}
