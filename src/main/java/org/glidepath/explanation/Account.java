package org.glidepath.explanation;

import java.util.List;

/**
 * Why an answer is what it is, for a reader who knows no code.
 *
 * @param advice what rules had to say, most urgent first, whether shown or not
 * @param concluded what was concluded on the way
 * @param close rules that were silent and lacked one condition
 * @param notChecked data that was asked for and not answered, each with the reason
 * @param notes what could not be read in the data that came
 * @param ruleBook version of the rule book
 * @param at the evaluation time
 */
public record Account(
    List<Given> advice,
    List<Concluded> concluded,
    List<Close> close,
    List<String> notChecked,
    List<String> notes,
    String ruleBook,
    String at) {

  /**
   * Advice that a rule gave.
   *
   * @param rule id of the rule
   * @param title its name without the id
   * @param indicator how urgent: critical, warning, info
   * @param outcome what became of it: "shown", "not shown in this hook", "suppressed by WR-008 ..."
   * @param because the facts that it rests on
   * @param evidence the sources that it cites
   */
  public record Given(
      String rule,
      String title,
      String indicator,
      String outcome,
      List<Ground> because,
      List<String> evidence) {}

  /**
   * A fact that something rests on.
   *
   * @param fact in words
   * @param from the resources that it was read from
   * @param concludedBy name of the rule that concluded it; empty where it was read
   */
  public record Ground(String fact, List<String> from, String concludedBy) {}

  /**
   * A fact that a rule concluded.
   *
   * @param fact in words
   * @param rule name of the rule
   * @param because what it rests on
   */
  public record Concluded(String fact, String rule, List<Ground> because) {}

  /**
   * A rule that was silent and lacked one condition.
   *
   * @param rule id of the rule
   * @param title its name without the id
   * @param missing the condition in words
   * @param absent the kind of fact, where the condition is that there is one; else empty
   * @param seen what was there instead
   * @param place where the condition is written
   */
  public record Close(
      String rule, String title, String missing, String absent, List<String> seen, String place) {}
}
