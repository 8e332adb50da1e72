package org.glidepath.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.mustachejava.Mustache;
import java.util.List;
import java.util.Optional;

/**
 * The text of one advice, as {@code rules/<folder>/<id>.<language>.yaml} has it: templates over the
 * facts that the rule names.
 *
 * @param ruleId the catalogue id it belongs to
 * @param title what the advice is about, without any patient's data: the display of the card's
 *     topic
 * @param partOf id of the rule with whose card this is named, where both speak: they are about one
 *     problem; empty where it has a card of its own
 * @param summary problem, action and number in one sentence; shorter than 140 characters once
 *     filled in
 * @param detail the bullets of the card, in their order, each GitHub-flavoured Markdown on one line
 * @param checks the prefetch keys this advice depends on: those that nobody answered are named on
 *     the card
 * @param suggestions what one click does
 * @param selectionBehavior "any" or "at-most-one"; empty without suggestions
 * @param overrideReasons codes for not following the advice, the commonest first
 */
public record CardText(
    String ruleId,
    String title,
    Optional<String> partOf,
    Mustache summary,
    List<Mustache> detail,
    List<String> checks,
    List<Suggestion> suggestions,
    Optional<String> selectionBehavior,
    List<OverrideReason> overrideReasons) {

  /**
   * A suggestion: all of its actions are taken together.
   *
   * @param label what the click does
   * @param recommended whether it is the one to take when in doubt
   * @param onlyWith name of the fact without which it is not made ("noNaloxone"); empty where it
   *     always is
   * @param actions what is done
   */
  public record Suggestion(
      Mustache label, boolean recommended, Optional<String> onlyWith, List<Action> actions) {}

  /**
   * One action of a suggestion.
   *
   * @param type create, update or delete
   * @param description what it does, with the dose, because some EHRs show only this
   * @param target name of the fact whose resource is updated or deleted ("draftOrder"); empty for
   *     create
   * @param resource for create: the new resource, each string value a template; for update: the
   *     members to set in the resource
   */
  public record Action(
      String type, Mustache description, Optional<String> target, Optional<JsonNode> resource) {}

  /** A coded reason for not following the advice. */
  public record OverrideReason(String system, String code, String display) {}
}
