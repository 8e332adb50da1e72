package org.glidepath.rulebook.condition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.rulebook.condition.Element.All;
import org.glidepath.rulebook.condition.Element.Any;
import org.glidepath.rulebook.condition.Element.Asked;
import org.glidepath.rulebook.condition.Element.Constraint;
import org.glidepath.rulebook.condition.Element.Pattern;
import org.glidepath.rulebook.condition.Element.Quantified;
import org.glidepath.rulebook.condition.Expression.Joined;
import org.glidepath.rulebook.drl.Token;
import org.glidepath.rulebook.drl.Vocabulary;
import org.glidepath.rulebook.source.SourceFile;

/** Reads the left side of one rule. */
final class LeftSideReader {

  private final SourceFile file;
  private final Tokens tokens;
  private final ExpressionReader expressions;
  private final Words words = new Words();

  /** The conditions read so far: of the rule, last; of what is being read inside of it, first. */
  private final Deque<List<Condition>> inside = new ArrayDeque<>(List.of(new ArrayList<>()));

  private final Set<Class<?>> matched = new HashSet<>();

  private int count;

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
        List.copyOf(elements), List.copyOf(inside.element()), Set.copyOf(matched), concluded);
  }

  private Element alternatives() throws Unreadable {
    int start = tokens.start();
    if (!tokens.alternativesFollow()) {
      return conjunction();
    }
    inside.push(new ArrayList<>());
    List<Element> parts = new ArrayList<>(List.of(conjunction()));
    while (tokens.take("or")) {
      parts.add(conjunction());
    }
    String either = String.join(" or ", parts.stream().map(this::words).toList());
    return new Any(parts, condition(start, either, inside.pop()));
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
      inside.push(new ArrayList<>());
      Element inner = elementFollows() ? element() : pattern(false);
      String text = (negated ? "there is no " : "there is ") + words(inner);
      return new Quantified(negated, inner, condition(start, text, inside.pop()));
    }
    if (tokens.take("(")) {
      List<Element> parts = new ArrayList<>();
      while (!tokens.take(")")) {
        parts.add(alternatives());
        tokens.take(",");
      }
      return parts.size() == 1 ? parts.get(0) : new All(parts);
    }
    return pattern(true);
  }

  /** Whether what comes next is more than a pattern. */
  private boolean elementFollows() {
    return tokens.nextIs("(") || tokens.nextIs("not") || tokens.nextIs("exists");
  }

  /**
   * Reads a pattern.
   *
   * @param counts whether that there is a fact of the kind is a condition of its own where nothing
   *     more is asked of it
   */
  private Element pattern(boolean counts) throws Unreadable {
    int start = tokens.start();
    Optional<String> variable = variable();
    String name = tokens.next().text();
    Class<?> type =
        Vocabulary.named(name).orElseThrow(() -> new Unreadable("the element \"" + name + "\""));
    matched.add(type);
    variable.ifPresent(named -> words.name(named, Words.of(type)));
    Optional<Condition> presence = Optional.empty();
    if (inside.size() == 1) {
      presence = Optional.of(presence(start, type));
    }
    List<Constraint> constraints = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.take(")")) {
      constraints.add(constraint(type));
      tokens.take(",");
    }
    boolean bare = constraints.stream().allMatch(one -> one.asked().isEmpty());
    if (inside.size() > 1 && counts && bare) {
      presence = Optional.of(presence(start, type));
    }
    return new Pattern(type, variable, constraints, presence, file.at(start));
  }

  private Condition presence(int start, Class<?> type) {
    return condition(start, "there is " + Words.article(type), Optional.of(type), List.of());
  }

  private Optional<String> variable() throws Unreadable {
    if (!tokens.peek(1).is(":")) {
      return Optional.empty();
    }
    String name = tokens.next().text();
    tokens.expect(":");
    return Optional.of(name);
  }

  private Constraint constraint(Class<?> type) throws Unreadable {
    int start = tokens.start();
    Optional<String> variable = variable();
    Expression bound = expressions.sum();
    Expression whole = expressions.rest(bound);
    variable.ifPresent(name -> words.name(name, bound(type, bound)));
    boolean onlyNames = variable.isPresent() && whole == bound;
    return new Constraint(
        variable, bound, onlyNames ? Optional.empty() : Optional.of(asked(start, type, whole)));
  }

  private Asked asked(int start, Class<?> type, Expression whole) {
    inside.push(new ArrayList<>());
    List<Asked> parts = new ArrayList<>();
    if (whole instanceof Joined joined) {
      joined.parts().forEach(part -> parts.add(asked(start, type, part)));
    }
    List<Condition> conditions = inside.pop();
    String text = Words.of(type) + ": " + words.of(whole);
    return new Asked(condition(start, text, conditions), whole, parts);
  }

  /** What a variable that is bound to a field is called. */
  private String bound(Class<?> type, Expression bound) {
    String field = words.of(bound);
    return field.equals("of") ? "use" : Words.of(type) + " " + field;
  }

  private Condition condition(int start, String text, List<Condition> parts) {
    return condition(start, text, Optional.empty(), parts);
  }

  private Condition condition(
      int start, String text, Optional<Class<?>> wanted, List<Condition> parts) {
    Condition condition =
        new Condition(
            count++, file.at(start), drl(start, tokens.end()), text, wanted, List.copyOf(parts));
    inside.element().add(condition);
    return condition;
  }

  private String drl(int start, int end) {
    return file.text().substring(start, end).replaceAll("\\s+", " ").strip();
  }

  /** What an element asks for, as a phrase behind "there is". */
  private String words(Element element) {
    if (element instanceof Pattern pattern) {
      List<String> constraints =
          pattern.constraints().stream()
              .flatMap(one -> one.asked().stream())
              .map(asked -> words.of(asked.expression()))
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
