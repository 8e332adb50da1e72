package org.glidepath.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Decision;
import org.glidepath.explanation.Account;
import org.glidepath.explanation.Account.Close;
import org.glidepath.explanation.Account.Concluded;
import org.glidepath.explanation.Account.Given;
import org.glidepath.explanation.Account.Ground;
import org.glidepath.explanation.Explainer;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DiazepamEquivalent;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.UseDuration;
import org.glidepath.facts.UseFrequency;

/** A decision for a reader who knows no code: the cards, and why. */
final class DecisionText {

  private final PrintWriter out;
  private final Explainer explainer;

  DecisionText(PrintWriter out, Explainer explainer) {
    this.out = out;
    this.explainer = explainer;
  }

  void print(Path request, Answer answer) {
    out.println(request + ": " + answer.status());
    if (answer.status() != 200) {
      JsonNode issue = answer.body().path("issue").path(0);
      out.printf(
          "  %s: %s%n",
          issue.path("diagnostics").asText(), issue.path("details").path("text").asText());
    } else {
      printCards(answer.body().path("cards"));
    }
    answer.explanation().ifPresent(this::print);
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
    print(explainer.account(why));
  }

  private void print(Account account) {
    heading("What the rules advise", account.advice().isEmpty());
    account.advice().forEach(this::print);
    heading("Concluded on the way", account.concluded().isEmpty());
    account.concluded().forEach(this::print);
    List<Close> close = account.close().stream().filter(one -> one.absent().isEmpty()).toList();
    heading("Came close: one condition did not hold", close.isEmpty());
    close.forEach(this::print);
    Map<String, List<String>> absent =
        account.close().stream()
            .filter(one -> !one.absent().isEmpty())
            .collect(groupingBy(Close::absent, TreeMap::new, mapping(Close::rule, toList())));
    heading("Would have spoken if there were", absent.isEmpty());
    absent.forEach((kind, rules) -> out.printf("    %s: %s%n", kind, String.join(", ", rules)));
    heading("Could not be checked", account.notChecked().isEmpty());
    account.notChecked().forEach(gap -> out.println("    " + gap));
    if (!account.notes().isEmpty()) {
      heading("Read with a reservation", false);
      account.notes().forEach(note -> out.println("    " + note));
    }
    out.printf("%n  Rule book %s, evaluated at %s%n", account.ruleBook(), account.at());
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

  private void print(Given advice) {
    out.printf(
        "    [%s] %s %s: %s%n",
        advice.indicator(), advice.rule(), advice.title(), advice.outcome());
    advice.because().forEach(this::print);
    out.printf("      sources: %s%n", String.join("; ", advice.evidence()));
  }

  private void print(Concluded concluded) {
    out.printf("    %s%n      by \"%s\"%n", concluded.fact(), concluded.rule());
    concluded.because().forEach(this::print);
  }

  private void print(Ground ground) {
    String origin =
        ground.concludedBy().isEmpty()
            ? ground.from().isEmpty() ? "" : ", from " + String.join(", ", ground.from())
            : ", concluded by \"" + ground.concludedBy() + "\"";
    out.printf("      because of %s%s%n", ground.fact(), origin);
  }

  private void print(Close close) {
    String seen = close.seen().isEmpty() ? "" : "; seen: " + String.join("; ", close.seen());
    out.printf(
        "    %s %s%n      missing: %s%s%n", close.rule(), close.title(), close.missing(), seen);
  }
}
