package org.glidepath.rulebook.card;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.glidepath.rulebook.CardVariables.Variable;
import org.glidepath.rulebook.card.FilledLength.Presence;
import org.glidepath.rulebook.drl.Fields;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/**
 * Follows every variable of a template to the fact it comes from, as Mustache will at run time: the
 * innermost section first, then outwards, then the variables of the card.
 */
final class TemplateCheck {

  /** A section that has been opened and not yet closed. */
  private record Section(Tag tag, Optional<Type> type) {}

  private static final Pattern NAME = Pattern.compile("\\w+(\\.\\w+)*");

  private final Map<String, Variable> variables;
  private final UnaryOperator<String> why;
  private final Map<String, SourceFile> phrases;
  private final Problems problems;
  private final Deque<Section> open = new ArrayDeque<>();
  private final FilledLength filled = new FilledLength();
  private int certainText;

  /**
   * A check of templates.
   *
   * @param why why a variable of the card may be missing, as the end of a clause; or nothing
   */
  TemplateCheck(
      Map<String, Variable> variables,
      UnaryOperator<String> why,
      Map<String, SourceFile> phrases,
      Problems problems) {
    this.variables = variables;
    this.why = why;
    this.phrases = phrases;
    this.problems = problems;
  }

  /**
   * Checks a template.
   *
   * @return how many characters it has at least, whatever the facts
   */
  int check(Template template) {
    check(template, false);
    return certainText;
  }

  /**
   * How many characters it has once everything that may be shown is filled in, with values as long
   * as they usually are. Asked after it was checked.
   */
  int usualLength() {
    return filled.longest();
  }

  /** Checks a template that stands inside sections of a resource, the outermost first. */
  void check(Template template, List<Template> sections) {
    for (Template section : sections) {
      Tag tag = Tag.in(section.text()).get(0);
      open.push(new Section(tag, type(section, tag).map(TemplateCheck::inside)));
    }
    check(template, false);
  }

  private void check(Template template, boolean inPhrase) {
    int depth = open.size();
    for (Tag tag : Tag.in(template.text())) {
      switch (tag.sign()) {
        case Tag.TEXT -> text(template, tag);
        case Tag.VARIABLE ->
            type(template, tag).ifPresent(type -> filled.value(Fields.raw(unwrapped(type))));
        case '#', '^' -> section(template, tag);
        case '/' -> close(template, tag, depth);
        case '>' -> phrase(template, tag, inPhrase);
        case '!' -> {}
        default -> error(template, tag, tag.raw() + " is not allowed; write {{name}}");
      }
    }
    while (open.size() > depth) {
      Section section = leave();
      error(
          template,
          section.tag(),
          "the section {{#%1$s}} does not end; close it with {{/%1$s}}"
              .formatted(section.tag().name()));
    }
  }

  private void text(Template template, Tag tag) {
    if (open.isEmpty()) {
      certainText += tag.name().length();
    }
    filled.text(tag.name().length());
    if (tag.name().contains("{{")) {
      error(template, tag, "a tag begins with {{ but does not end with }}");
    } else if (tag.name().contains("{") || tag.name().contains("}")) {
      error(template, tag, "a single { or } stands in this text; a tag is written {{name}}");
    }
  }

  private void section(Template template, Tag tag) {
    Optional<Type> type = type(template, tag);
    boolean negated = tag.sign() == '^';
    filled.open(
        ofOpenSection(tag) ? within() + tag.name() : tag.name(),
        negated,
        type.isEmpty() ? Presence.NEVER : certain(tag) ? Presence.ALWAYS : Presence.SOMETIMES);
    open.push(new Section(tag, negated ? Optional.empty() : type.map(TemplateCheck::inside)));
  }

  private Section leave() {
    filled.close();
    return open.pop();
  }

  /** Whether it names a fact that the card always has. */
  private boolean certain(Tag tag) {
    Variable variable = variables.get(tag.name());
    return variable != null && variable.certain() && !ofOpenSection(tag);
  }

  /** Whether its first name is a field of an open section, and no variable of the card. */
  private boolean ofOpenSection(Tag tag) {
    return tag.name().equals(".")
        || open.stream()
            .flatMap(section -> section.type().stream())
            .anyMatch(
                type ->
                    NAME.matcher(tag.name()).matches()
                        && Fields.type(type, tag.path().get(0)).isPresent());
  }

  private String within() {
    return open.stream().map(section -> section.tag().raw()).collect(joining());
  }

  private void close(Template template, Tag tag, int depth) {
    if (open.size() <= depth) {
      error(template, tag, tag.raw() + " closes a section that is not open");
      return;
    }
    Section section = leave();
    if (!section.tag().name().equals(tag.name())) {
      error(
          template,
          tag,
          "%s is closed here, but the open section is {{#%s}}"
              .formatted(tag.raw(), section.tag().name()));
    }
  }

  private void phrase(Template template, Tag tag, boolean inPhrase) {
    SourceFile phrase = phrases.get(tag.name());
    if (phrase == null) {
      error(
          template,
          tag,
          "unknown phrase \"%s\"; phrases are the files rules/phrases/<name>.en.mustache.%s"
              .formatted(tag.name(), Hints.maybe(tag.name(), phrases.keySet())));
    } else if (inPhrase) {
      error(template, tag, "a phrase cannot include another");
    } else {
      check(Template.of(phrase), true);
    }
  }

  /** The type of what a tag names; empty, with a problem noted, where there is no such thing. */
  private Optional<Type> type(Template template, Tag tag) {
    if (tag.name().equals(".")) {
      return open.stream().flatMap(section -> section.type().stream()).findFirst();
    }
    if (!NAME.matcher(tag.name()).matches()) {
      error(template, tag, noName(tag.name()));
      return Optional.empty();
    }
    Optional<Type> type = root(template, tag);
    for (String name : tag.path().subList(1, tag.path().size())) {
      if (type.isEmpty()) {
        return type;
      }
      Type owner = unwrapped(type.get());
      type = Fields.type(owner, name);
      if (type.isEmpty()) {
        List<String> known = Fields.names(owner);
        error(
            template,
            tag,
            "%s has no field \"%s\". Fields: %s.%s"
                .formatted(
                    Fields.raw(owner).getSimpleName(),
                    name,
                    String.join(", ", known),
                    Hints.maybe(name, known)));
      }
    }
    return type;
  }

  /** The first name of a path: a field of an open section, or a variable of the card. */
  private Optional<Type> root(Template template, Tag tag) {
    String name = tag.path().get(0);
    for (Section section : open) {
      Optional<Type> field = section.type().flatMap(type -> Fields.type(type, name));
      if (field.isPresent()) {
        return field;
      }
    }
    Variable variable = variables.get(name);
    if (variable == null) {
      error(template, tag, unknown(name));
      return Optional.empty();
    }
    boolean guarded = tag.sign() == '#' || tag.sign() == '^' || inSectionOf(name);
    if (!variable.certain() && !guarded) {
      error(
          template,
          tag,
          "\"%1$s\" may be missing%2$s; write {{#%1$s}} ... {{/%1$s}} around what speaks of it"
              .formatted(name, why.apply(name)));
    }
    return Optional.of(variable.type());
  }

  private String noName(String name) {
    if (phrases.containsKey(name)) {
      return "\"%1$s\" is a phrase: write {{> %1$s}}".formatted(name);
    }
    int brace = name.indexOf('}');
    return brace > 0
        ? "the tag {{%s ends with one }, not with two".formatted(name.substring(0, brace))
        : "\"%s\" is no name; a tag is written {{name}}".formatted(name);
  }

  private String unknown(String name) {
    if (phrases.containsKey(name)) {
      return noName(name);
    }
    List<String> known = new ArrayList<>(variables.keySet());
    open.forEach(section -> section.type().ifPresent(type -> known.addAll(Fields.names(type))));
    return "unknown variable \"%s\". %s.%s"
        .formatted(name, CardCheck.list(variables), Hints.maybe(name, known));
  }

  private boolean inSectionOf(String name) {
    return open.stream()
        .anyMatch(
            section -> section.tag().sign() == '#' && section.tag().path().get(0).equals(name));
  }

  private void error(Template template, Tag tag, String message) {
    Place place = template.place(tag);
    problems.error(place, message);
  }

  /** What a section is about, once it is entered. */
  private static Type inside(Type type) {
    Type value = unwrapped(type);
    return value instanceof ParameterizedType parameterized
            && Collection.class.isAssignableFrom(Fields.raw(value))
        ? parameterized.getActualTypeArguments()[0]
        : value;
  }

  private static Type unwrapped(Type type) {
    return type instanceof ParameterizedType parameterized && Fields.raw(type) == Optional.class
        ? parameterized.getActualTypeArguments()[0]
        : type;
  }
}
