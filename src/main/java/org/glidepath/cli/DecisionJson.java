package org.glidepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Advice;
import org.glidepath.decision.Decision;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DiazepamEquivalent;
import org.glidepath.facts.DoseUnknown;
import org.glidepath.facts.DurationUnknown;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.FrequencyUnknown;
import org.glidepath.facts.Range;
import org.glidepath.facts.UseFrequency;

/** A decision as one line of JSON; its members are fixed. */
final class DecisionJson {

  private static final int DECIMALS = 4;

  private DecisionJson() {}

  static String of(Path request, Answer answer, Instant at) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("request", request.toString());
    line.put("status", answer.status());
    line.set("response", answer.body());
    ArrayNode advice = line.putArray("advice");
    ArrayNode exposures = line.putArray("exposures");
    ArrayNode inferred = line.putArray("inferred");
    ArrayNode notChecked = line.putArray("notChecked");
    answer
        .explanation()
        .ifPresent(
            why -> {
              why.decision().advice().forEach(one -> advice.add(advice(one, why)));
              facts(why.decision(), Exposure.class)
                  .forEach(exposure -> exposures.add(exposure(exposure, why.decision())));
              why.decision()
                  .inferred()
                  .forEach(
                      one ->
                          inferred
                              .addObject()
                              .put("type", one.type())
                              .put("value", one.value())
                              .put("rule", one.rule().id()));
              why.notChecked().forEach(gap -> notChecked.add(gap.key() + ": " + gap.reason()));
              why.notes().forEach(notChecked::add);
              why.decision()
                  .stopped()
                  .ifPresent(
                      stop -> notChecked.add("the rules were stopped: " + stop.getMessage()));
              line.put("ruleBook", why.decision().ruleBookVersion());
            });
    line.put("at", at.toString());
    return line.toString();
  }

  private static JsonNode advice(Advice advice, Explanation why) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("rule", advice.rule().id());
    entry.put("indicator", advice.indicator().code());
    entry.put("shown", why.shown().contains(advice));
    advice.suppressedBy().ifPresent(rule -> entry.put("suppressedBy", rule));
    ArrayNode facts = entry.putArray("facts");
    advice.references().forEach(facts::add);
    return entry;
  }

  private static JsonNode exposure(Exposure exposure, Decision decision) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("drug", exposure.drug().name());
    facts(decision, DailyDose.class)
        .filter(dose -> dose.of().equals(exposure))
        .forEach(dose -> entry.set("dailyMg", range(dose.mg())));
    facts(decision, DiazepamEquivalent.class)
        .filter(equivalent -> equivalent.of().equals(exposure))
        .forEach(equivalent -> entry.set("dze", range(equivalent.mg())));
    facts(decision, UseFrequency.class)
        .filter(frequency -> frequency.of().equals(exposure))
        .forEach(frequency -> entry.set("daysPerWeek", range(frequency.daysPerWeek())));
    exposure.from().ifPresent(day -> entry.put("from", day.toString()));
    exposure.to().ifPresent(day -> entry.put("to", day.toString()));
    ArrayNode unknown = entry.putArray("unknown");
    Unknown.of(exposure, decision).forEach(unknown::add);
    return entry;
  }

  private static JsonNode range(Range range) {
    ArrayNode ends = JsonNodeFactory.instance.arrayNode();
    return ends.add(number(range.low())).add(number(range.high()));
  }

  private static BigDecimal number(BigDecimal value) {
    BigDecimal rounded =
        value.setScale(DECIMALS, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private static <T extends Fact> Stream<T> facts(Decision decision, Class<T> type) {
    return decision.facts().stream().filter(type::isInstance).map(type::cast);
  }

  /** What is not known of an exposure, as phrases. */
  static final class Unknown {

    private Unknown() {}

    static Stream<String> of(Exposure exposure, Decision decision) {
      return decision.facts().stream().flatMap(fact -> unknown(exposure, fact).stream());
    }

    private static Optional<String> unknown(Exposure exposure, Fact fact) {
      if (fact instanceof DoseUnknown dose && dose.of().equals(exposure)) {
        return Optional.of("dose: " + dose.reason());
      }
      if (fact instanceof FrequencyUnknown frequency && frequency.of().equals(exposure)) {
        return Optional.of("frequency: " + frequency.reason());
      }
      if (fact instanceof DurationUnknown duration && duration.of().equals(exposure)) {
        return Optional.of("duration: nothing says when use began");
      }
      return Optional.empty();
    }
  }
}
