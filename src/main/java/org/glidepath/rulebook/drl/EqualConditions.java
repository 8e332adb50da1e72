package org.glidepath.rulebook.drl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glidepath.rulebook.source.Problems;

/**
 * Finds pairs of rules that cannot both be meant: two whose conditions are the same but for the
 * names of variables, and two that take each other's place.
 */
final class EqualConditions {

  private final Problems problems;

  private EqualConditions(Problems problems) {
    this.problems = problems;
  }

  static void check(List<DrlRule> rules, Problems problems) {
    List<DrlRule> advice = rules.stream().filter(rule -> rule.rule().advises()).toList();
    EqualConditions check = new EqualConditions(problems);
    check.conditions(advice);
    check.suppressions(advice);
  }

  private void conditions(List<DrlRule> advice) {
    Map<String, DrlRule> byConditions = new HashMap<>();
    for (DrlRule rule : advice) {
      DrlRule other = byConditions.putIfAbsent(conditions(rule), rule);
      if (other != null) {
        problems.warning(
            rule.file().at(rule.start()),
            "the conditions are those of %s; %s"
                .formatted(quoted(other), advised(indicator(other), indicator(rule))));
      }
    }
  }

  private static String advised(String there, String here) {
    return there.equals(here)
        ? "one of the two is enough"
        : "that one says \"%s\", this one \"%s\": keep one".formatted(there, here);
  }

  private void suppressions(List<DrlRule> advice) {
    for (int i = 0; i < advice.size(); i++) {
      for (DrlRule other : advice.subList(i + 1, advice.size())) {
        DrlRule rule = advice.get(i);
        if (suppresses(rule, other) && suppresses(other, rule)) {
          problems.warning(
              other.file().at(other.start()),
              "this rule and %s suppress each other: where both fire, neither is shown"
                  .formatted(quoted(rule)));
        }
      }
    }
  }

  private static boolean suppresses(DrlRule rule, DrlRule other) {
    List<String> silenced = rule.rule().suppresses();
    return !rule.rule().id().equals(other.rule().id())
        && (silenced.contains(other.rule().id()) || silenced.contains(other.rule().folder()));
  }

  private static String quoted(DrlRule rule) {
    return "rule \"%s\" (%s:%d)"
        .formatted(rule.rule().name(), rule.file().shown(), rule.rule().line());
  }

  /** What stands between {@code when} and {@code then}, with variables numbered as they appear. */
  private static String conditions(DrlRule rule) {
    Map<String, String> variables = new HashMap<>();
    StringBuilder text = new StringBuilder();
    boolean within = false;
    for (Token token : Token.in(rule.file().text(), rule.start(), rule.end())) {
      if (token.is("then")) {
        break;
      }
      if (within) {
        text.append(token.kind()).append(word(token, variables)).append(' ');
      }
      within |= token.is("when");
    }
    return text.toString();
  }

  private static String word(Token token, Map<String, String> variables) {
    return token.kind() == Token.Kind.NAME && token.text().startsWith("$")
        ? variables.computeIfAbsent(token.text(), name -> "$" + variables.size())
        : token.text();
  }

  /** The word behind {@code advise.}. */
  private static String indicator(DrlRule rule) {
    List<Token> tokens = Token.in(rule.file().text(), rule.start(), rule.end());
    for (int i = 0; i + 4 < tokens.size(); i++) {
      if (tokens.get(i).is("then")) {
        return tokens.get(i + 3).text();
      }
    }
    return "";
  }
}
