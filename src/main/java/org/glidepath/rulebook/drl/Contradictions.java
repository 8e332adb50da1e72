package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, in the constraints of one pattern, two that exclude each other, and alternatives that
 * leave nothing out. What it cannot read, it says nothing about.
 */
final class Contradictions {

  private final Findings findings;
  private final Map<String, Interval> numbers = new HashMap<>();
  private final Map<String, Claim> values = new HashMap<>();
  private final Map<String, Claim> last = new HashMap<>();

  Contradictions(Findings findings) {
    this.findings = findings;
  }

  /** Looks at one more constraint of the pattern. */
  void add(List<Token> constraint) {
    List<List<Token>> alternatives = split(constraint, "||");
    if (alternatives.size() > 1) {
      checkAlternatives(alternatives);
    } else {
      split(constraint, "&&").forEach(part -> Claim.of(part).ifPresent(this::add));
    }
  }

  private void add(Claim claim) {
    Claim before = last.get(claim.field());
    if (excluded(claim) && before != null) {
      findings.warning(
          claim.token(),
          "%s and %s exclude each other: the rule never fires"
              .formatted(before.written(), claim.written()));
    }
    last.put(claim.field(), claim);
  }

  private boolean excluded(Claim claim) {
    if (claim.number().isPresent()) {
      Interval before = numbers.getOrDefault(claim.field(), Interval.ALL);
      Interval now = before.and(claim.operator(), claim.number().get());
      numbers.put(claim.field(), now);
      return now.empty() && !before.empty();
    }
    Claim value = values.get(claim.field());
    if (claim.operator().equals("==")) {
      values.putIfAbsent(claim.field(), claim);
    }
    return value != null
        && (claim.operator().equals("==") || claim.operator().equals("!="))
        && claim.literal().equals(value.literal()) != claim.operator().equals("==");
  }

  /** Alternatives hold always where their opposites exclude each other. */
  private void checkAlternatives(List<List<Token>> alternatives) {
    Map<String, Interval> left = new HashMap<>();
    for (List<Token> alternative : alternatives) {
      Optional<Claim> claim = Claim.of(alternative).filter(one -> one.number().isPresent());
      if (claim.isPresent()) {
        Interval before = left.getOrDefault(claim.get().field(), Interval.ALL);
        left.put(
            claim.get().field(),
            before.and(Interval.opposite(claim.get().operator()), claim.get().number().get()));
      }
    }
    left.forEach(
        (field, interval) -> {
          if (interval.empty()) {
            findings.warning(
                alternatives.get(0).get(0),
                "one of these holds for every value of %s: leave them out".formatted(field));
          }
        });
  }

  /** The parts between signs that stand outside of brackets. */
  private static List<List<Token>> split(List<Token> tokens, String sign) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0 && token.is(sign)) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    parts.add(part);
    return parts.stream().filter(one -> !one.isEmpty()).toList();
  }
}
