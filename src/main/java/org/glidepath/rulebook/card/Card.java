package org.glidepath.rulebook.card;

import java.util.List;
import java.util.Optional;
import org.glidepath.rulebook.CardText;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.SourceFile;

/**
 * A card text with what is needed to check it against its rules.
 *
 * @param id the catalogue id that its file is named after
 * @param file where it stands
 * @param text the card; empty where it cannot be made
 * @param summary its summary; empty where it has none
 * @param templates its other templates
 * @param partOf the rule with whose card it is named; empty where it has one of its own
 * @param onlyWith the facts without which a suggestion is not made
 * @param targets the facts whose resource an action is about
 */
public record Card(
    String id,
    SourceFile file,
    Optional<CardText> text,
    Optional<Node> summary,
    List<Scoped> templates,
    Optional<Node> partOf,
    List<Node> onlyWith,
    List<Node> targets) {

  /**
   * A template inside a resource, or on its own.
   *
   * @param template the template
   * @param sections the sections around it, the outermost first; none for a template on its own
   */
  public record Scoped(Node template, List<Template> sections) {

    public Scoped {
      sections = List.copyOf(sections);
    }
  }
}
