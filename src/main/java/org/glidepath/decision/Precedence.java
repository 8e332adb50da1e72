package org.glidepath.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Exposure;
import org.glidepath.rulebook.CardVariables;
import org.glidepath.rulebook.Rule;

/**
 * Lets the advice of one rule take the place of another's, as the rules themselves declare it with
 * {@code @suppresses}. Advice about one exposure silences only advice about the same exposure;
 * advice that is about no exposure silences the other for all of them.
 */
final class Precedence {

  private Precedence() {}

  static List<Advice> apply(List<Advice> advice) {
    List<Advice> result = new ArrayList<>();
    for (Advice one : advice) {
      Optional<Rule> stronger =
          advice.stream().filter(other -> silences(other, one)).map(Advice::rule).findFirst();
      result.add(stronger.map(rule -> one.suppressedBy(rule.id())).orElse(one));
    }
    return result;
  }

  private static boolean silences(Advice stronger, Advice weaker) {
    Rule rule = weaker.rule();
    List<String> silenced = stronger.rule().suppresses();
    return !stronger.rule().id().equals(rule.id())
        && (silenced.contains(rule.id()) || silenced.contains(rule.folder()))
        && aboutTheSame(stronger, weaker);
  }

  private static boolean aboutTheSame(Advice stronger, Advice weaker) {
    Set<Exposure> strong = CardVariables.within(stronger.because(), Exposure.class);
    Set<Exposure> weak = CardVariables.within(weaker.because(), Exposure.class);
    return strong.isEmpty() || weak.isEmpty() || strong.stream().anyMatch(weak::contains);
  }
}
