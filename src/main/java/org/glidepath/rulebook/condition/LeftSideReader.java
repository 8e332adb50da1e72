package org.glidepath.rulebook.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.rulebook.condition.Element.All;
import org.glidepath.rulebook.condition.Element.Any;
import org.glidepath.rulebook.condition.Element.Constraint;
import org.glidepath.rulebook.condition.Element.Pattern;
import org.glidepath.rulebook.condition.Element.Quantified;
import org.glidepath.rulebook.drl.Token;
import org.glidepath.rulebook.drl.Vocabulary;
import org.glidepath.rulebook.source.SourceFile;

/** Reads the left side of one rule. */
final class LeftSideReader {

  private final SourceFile file;
  private final Tokens tokens;
  private final ExpressionReader expressions;
  private final Words words = new Words();
  private final List<Condition> conditions = new ArrayList<>();
  private final Set<Class<?>> matched = new HashSet<>();

  /** How deep inside of {@code not}, {@code exists} and {@code or}. */
  private int depth;

  LeftSideReader(SourceFile file, List<Token> leftSide) {
    this.file = file;
    this.tokens = new Tokens(leftSide);
    this.expressions = new ExpressionReader(tokens);
  }

  /**
   * Reads it.
   *
   * @param concluded the kinds of facts that the rule concludes
   */
  LeftSide read(Set<Class<?>> concluded) throws Unreadable {
    List<Element> elements = new ArrayList<>();
    while (!tokens.done()) {
      elements.add(alternatives());
      tokens.take(";");
    }
    return new LeftSide(
        List.copyOf(elements), List.copyOf(conditions), Set.copyOf(matched), concluded);
  }

  private Element alternatives() throws Unreadable {
    int start = tokens.start();
    int before = conditions.size();
    List<Element> parts = new ArrayList<>(List.of(conjunction()));
    if (!tokens.nextIs("or")) {
      return parts.get(0);
    }
    conditions.subList(before, conditions.size()).clear();
    depth++;
    while (tokens.take("or")) {
      parts.add(conjunction());
    }
    depth--;
    String either = String.join(" or ", parts.stream().map(this::words).toList());
    return new Any(
        parts.stream().map(LeftSideReader::uncounted).toList(), condition(start, either));
  }

  private Element conjunction() throws Unreadable {
    List<Element> parts = new ArrayList<>(List.of(element()));
    while (tokens.take("and")) {
      parts.add(element());
    }
    return parts.size() == 1 ? parts.get(0) : new All(parts);
  }

  private Element element() throws Unreadable {
    int start = tokens.start();
    if (tokens.nextIs("not") || tokens.nextIs("exists")) {
      boolean negated = tokens.next().is("not");
      depth++;
      Element inner = element();
      depth--;
      String text = (negated ? "there is no " : "there is ") + words(inner);
      return new Quantified(negated, inner, condition(start, text));
    }
    if (tokens.take("(")) {
      List<Element> parts = new ArrayList<>();
      while (!tokens.take(")")) {
        parts.add(alternatives());
        tokens.take(",");
      }
      return parts.size() == 1 ? parts.get(0) : new All(parts);
    }
    return pattern(start);
  }

  private Element pattern(int start) throws Unreadable {
    Optional<String> variable = Optional.empty();
    if (tokens.peek(1).is(":")) {
      variable = Optional.of(tokens.next().text());
      tokens.expect(":");
    }
    String name = tokens.next().text();
    Class<?> type =
        Vocabulary.named(name).orElseThrow(() -> new Unreadable("the element \"" + name + "\""));
    matched.add(type);
    variable.ifPresent(named -> words.name(named, Words.of(type)));
    Optional<Condition> presence =
        condition(start, tokens.end(), "there is " + Words.article(type), Optional.of(type));
    List<Constraint> constraints = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.take(")")) {
      constraints.add(constraint(type));
      tokens.take(",");
    }
    return new Pattern(type, variable, constraints, presence);
  }

  private Constraint constraint(Class<?> type) throws Unreadable {
    int start = tokens.start();
    Optional<String> variable = Optional.empty();
    if (tokens.peek(1).is(":")) {
      variable = Optional.of(tokens.next().text());
      tokens.expect(":");
    }
    Expression bound = expressions.sum();
    Expression whole = expressions.rest(bound);
    variable.ifPresent(name -> words.name(name, bound(type, bound)));
    boolean onlyNames = variable.isPresent() && whole == bound;
    return onlyNames
        ? new Constraint(variable, bound, Optional.empty(), Optional.empty())
        : new Constraint(
            variable,
            bound,
            Optional.of(whole),
            condition(start, Words.of(type) + ": " + words.of(whole)));
  }

  /** What a variable that is bound to a field is called. */
  private String bound(Class<?> type, Expression bound) {
    String field = words.of(bound);
    return field.equals("of") ? "use" : Words.of(type) + " " + field;
  }

  private Optional<Condition> condition(int start, String text) {
    return condition(start, tokens.end(), text, Optional.empty());
  }

  private Optional<Condition> condition(
      int start, int end, String text, Optional<Class<?>> wanted) {
    if (depth > 0) {
      return Optional.empty();
    }
    Condition condition =
        new Condition(conditions.size(), file.at(start), drl(start, end), text, wanted);
    conditions.add(condition);
    return Optional.of(condition);
  }

  private String drl(int start, int end) {
    return file.text().substring(start, end).replaceAll("\\s+", " ").strip();
  }

  /** The same as a part of one condition, and none by itself. */
  private static Element uncounted(Element element) {
    if (element instanceof Pattern pattern) {
      return new Pattern(
          pattern.type(),
          pattern.variable(),
          pattern.constraints().stream()
              .map(
                  one ->
                      new Constraint(
                          one.variable(), one.bound(), one.expression(), Optional.empty()))
              .toList(),
          Optional.empty());
    }
    if (element instanceof Quantified quantified) {
      return new Quantified(quantified.negated(), quantified.inner(), Optional.empty());
    }
    if (element instanceof Any any) {
      return new Any(any.parts(), Optional.empty());
    }
    return new All(((All) element).parts().stream().map(LeftSideReader::uncounted).toList());
  }

  /** What an element asks for, as a phrase behind "there is". */
  private String words(Element element) {
    if (element instanceof Pattern pattern) {
      List<String> constraints =
          pattern.constraints().stream()
              .flatMap(one -> one.expression().stream())
              .map(words::of)
              .toList();
      return Words.of(pattern.type())
          + (constraints.isEmpty() ? "" : " (" + String.join(", ", constraints) + ")");
    }
    if (element instanceof All all) {
      return String.join(" with ", all.parts().stream().map(this::words).toList());
    }
    if (element instanceof Any any) {
      return String.join(" or ", any.parts().stream().map(this::words).toList());
    }
    Quantified quantified = (Quantified) element;
    return (quantified.negated() ? "no " : "") + words(quantified.inner());
  }
}
