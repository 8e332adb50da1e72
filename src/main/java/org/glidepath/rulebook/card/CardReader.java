package org.glidepath.rulebook.card;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.glidepath.rulebook.CardTemplates;
import org.glidepath.rulebook.CardText;
import org.glidepath.rulebook.CardText.OverrideReason;
import org.glidepath.rulebook.CardText.Suggestion;
import org.glidepath.rulebook.ResourceTemplate;
import org.glidepath.rulebook.card.Card.Scoped;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Members;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Node.Member;
import org.glidepath.rulebook.source.PrefetchKeys;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.TreeReader;

/** Reads one card text. */
final class CardReader {

  private static final int MOST_BULLETS = 5;
  private static final Pattern HTML = Pattern.compile("<[A-Za-z/!]");
  private static final Pattern FOREIGN_LINK = Pattern.compile("\\]\\s*[(:](?!https://)|!\\[");
  private static final Set<String> BEHAVIORS = Set.of("any", "at-most-one");
  private static final Set<String> MEMBERS =
      Set.of(
          "title",
          "partOf",
          "summary",
          "detail",
          "checks",
          "selectionBehavior",
          "suggestions",
          "overrideReasons");

  private final SourceFile file;
  private final String id;
  private final CardTemplates compiler;
  private final Map<String, OverrideReason> reasons;
  private final Problems problems;
  private final List<Scoped> templates = new ArrayList<>();
  private final List<Node> onlyWith = new ArrayList<>();
  private final List<Node> targets = new ArrayList<>();
  private boolean broken;

  CardReader(
      SourceFile file,
      String id,
      CardTemplates compiler,
      Map<String, OverrideReason> reasons,
      Problems problems) {
    this.file = file;
    this.id = id;
    this.compiler = compiler;
    this.reasons = reasons;
    this.problems = problems;
  }

  /** The card; without anything in it, and with a problem noted, where the file is no YAML. */
  Card read() {
    return TreeReader.yaml(file, problems)
        .map(root -> card(Members.of(root, "a card", problems, MEMBERS)))
        .orElseGet(
            () ->
                new Card(
                    id,
                    file,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of()));
  }

  private Card card(Members members) {
    String title = members.text("title");
    Optional<Node> partOf = members.value("partOf");
    Optional<Node> summary = members.textNode("summary");
    Optional<Mustache> summaryTemplate = summary.flatMap(this::compile);
    List<Mustache> detail = detail(members);
    List<String> checks = checks(members);
    List<Suggestion> suggestions = suggestions(members);
    Optional<String> behavior = selectionBehavior(members, suggestions);
    List<OverrideReason> overrideReasons = overrideReasons(members);
    Optional<CardText> text =
        summaryTemplate
            .filter(template -> !broken)
            .map(
                template ->
                    new CardText(
                        id,
                        title,
                        partOf.map(Node::text),
                        template,
                        detail,
                        checks,
                        suggestions,
                        behavior,
                        overrideReasons));
    return new Card(id, file, text, summary, templates, partOf, onlyWith, targets);
  }

  private List<Mustache> detail(Members members) {
    List<Node> bullets = members.texts("detail");
    if (bullets.size() > MOST_BULLETS) {
      problems.error(
          bullets.get(MOST_BULLETS).place(),
          "%d bullets; at most %d are read".formatted(bullets.size(), MOST_BULLETS));
    }
    bullets.forEach(this::checkMarkdown);
    return bullets.stream().flatMap(bullet -> template(bullet).stream()).toList();
  }

  private void checkMarkdown(Node bullet) {
    StringBuilder words = new StringBuilder();
    for (Tag tag : Tag.in(bullet.text())) {
      words.append(tag.sign() == Tag.TEXT ? tag.name() : "");
    }
    if (HTML.matcher(words).find()) {
      problems.error(bullet.place(), "HTML is not allowed; write Markdown");
    }
    if (FOREIGN_LINK.matcher(bullet.text()).find()) {
      problems.error(bullet.place(), "a link in a card leads to an address with https://");
    }
    if (words.indexOf("|") >= 0) {
      problems.error(bullet.place(), "a table is not allowed, nor the sign |; write a sentence");
    }
  }

  private List<String> checks(Members members) {
    List<Node> keys = members.texts("checks");
    keys.forEach(key -> PrefetchKeys.check(key.text(), key.place(), problems));
    return keys.stream().map(Node::text).toList();
  }

  private List<OverrideReason> overrideReasons(Members members) {
    List<OverrideReason> found = new ArrayList<>();
    for (Node code : members.texts("overrideReasons")) {
      OverrideReason reason = reasons.get(code.text());
      if (reason == null) {
        problems.error(
            code.place(),
            "unknown override reason \"%s\"; override-reasons.yaml lists them.%s"
                .formatted(code.text(), Hints.maybe(code.text(), reasons.keySet())));
      } else {
        found.add(reason);
      }
    }
    return found;
  }

  private Optional<String> selectionBehavior(Members members, List<Suggestion> suggestions) {
    Optional<Node> behavior = members.value("selectionBehavior");
    if (behavior.isPresent() && !BEHAVIORS.contains(behavior.get().text())) {
      problems.error(
          behavior.get().place(),
          "unknown selectionBehavior \"%s\"; it is any or at-most-one.%s"
              .formatted(behavior.get().text(), Hints.maybe(behavior.get().text(), BEHAVIORS)));
    }
    if (behavior.isPresent() && !members.has("suggestions")) {
      problems.error(behavior.get().place(), "selectionBehavior without suggestions; remove it");
    }
    String effective = behavior.map(Node::text).orElse("at-most-one");
    long recommended = suggestions.stream().filter(Suggestion::recommended).count();
    if (recommended > 1 && effective.equals("at-most-one")) {
      problems.error(
          members.place(),
          "%d suggestions are recommended, but only one can be taken; keep one, or write selectionBehavior: any"
              .formatted(recommended));
    }
    return members.has("suggestions") ? Optional.of(effective) : Optional.empty();
  }

  private List<Suggestion> suggestions(Members members) {
    SuggestionReader reader = new SuggestionReader(this, problems);
    return members.list("suggestions").stream()
        .flatMap(suggestion -> reader.read(suggestion).stream())
        .toList();
  }

  void onlyWith(Node name) {
    onlyWith.add(name);
  }

  void target(Node name) {
    targets.add(name);
  }

  /** A template that is filled in at run time, each text of a resource. */
  void templatesOf(Node resource) {
    templatesOf(resource, List.of());
  }

  private void templatesOf(Node resource, List<Template> sections) {
    resource
        .members()
        .forEach(
            (name, member) ->
                templatesOf(member.value(), within(sections, resource, name, member)));
    resource.items().forEach(item -> templatesOf(item, sections));
    if (resource.text().contains("{{")) {
      templates.add(new Scoped(resource, sections));
    }
  }

  /** The sections around the value of a member, whose name may open one more. */
  private List<Template> within(List<Template> sections, Node object, String name, Member member) {
    if (name.contains("{{")
        && (ResourceTemplate.section(name).isEmpty() || object.members().size() > 1)) {
      problems.error(
          member.place(),
          "\"%s\" has to be a section and stand alone in its object: \"{{#name}}\""
              .formatted(name));
      return sections;
    }
    if (ResourceTemplate.section(name).isEmpty()) {
      return sections;
    }
    List<Template> all = new ArrayList<>(sections);
    all.add(new Template(file, file.offsetOf(member.place()), name));
    return all;
  }

  /** A template, compiled; empty, with a problem noted, where it is none. */
  Optional<Mustache> template(Node node) {
    templates.add(new Scoped(node, List.of()));
    return compile(node);
  }

  private Optional<Mustache> compile(Node node) {
    try {
      return Optional.of(compiler.compile(node.text(), id));
    } catch (MustacheException e) {
      // the check of templates says what is wrong, and where
      broken = true;
      return Optional.empty();
    }
  }
}
