package org.glidepath.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import org.glidepath.rulebook.drl.Token;
import org.glidepath.rulebook.drl.Token.Kind;
import org.glidepath.rulebook.drl.Vocabulary;

/**
 * The conditions that can be dropped from the left side of a rule: a constraint of a pattern, an
 * alternative of several joined by {@code ||}, a whole {@code not} or {@code exists}. What gives a
 * name to something stays, because the rest of the rule may need it.
 */
final class Conditions {

  private final List<Token> tokens;
  private final List<Condition> found = new ArrayList<>();

  private Conditions(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Condition> of(List<Token> leftSide) {
    Conditions conditions = new Conditions(leftSide);
    for (int i = 0; i < leftSide.size(); i++) {
      conditions.at(i);
    }
    return conditions.found;
  }

  private void at(int index) {
    Token token = tokens.get(index);
    if (token.is("not") || token.is("exists")) {
      quantified(index);
    } else if (isPattern(index)) {
      parts(index + 1, closing(index + 1), ",").forEach(this::constraint);
    }
  }

  /** {@code not Pattern( ... )}, {@code not ( ... )}; inside of constraints the word means "in". */
  private void quantified(int index) {
    int open = index + 1;
    while (open < tokens.size() && !tokens.get(open).is("(")) {
      open++;
    }
    boolean group = open == index + 1 || (open == index + 2 && isPattern(index + 1));
    if (group && open < tokens.size()) {
      int shownFrom = tokens.get(index).start();
      int shownTo = tokens.get(closing(open)).end();
      boolean joined = index > 0 && (isWord(index - 1, "and") || isWord(index - 1, "or"));
      int start = joined ? tokens.get(index - 1).start() : shownFrom;
      found.add(new Condition(start, shownTo, shownFrom, shownTo));
    }
  }

  private void constraint(Span part) {
    boolean names = tokens.subList(part.from(), part.to()).stream().anyMatch(t -> t.is(":"));
    if (!names) {
      drop(part);
    }
    List<Span> alternatives = alternatives(part);
    if (alternatives.size() > 1) {
      alternatives.forEach(this::drop);
    }
  }

  private List<Span> alternatives(Span part) {
    List<Span> parts = parts(part.from() - 1, part.to(), "||");
    boolean onlyBrackets =
        parts.size() == 1
            && tokens.get(part.from()).is("(")
            && closing(part.from()) == part.to() - 1;
    return onlyBrackets ? parts(part.from(), part.to() - 1, "||") : parts;
  }

  /** Takes a part out, with the sign that joins it to the one after it, or before it. */
  private void drop(Span part) {
    int shownFrom = tokens.get(part.from()).start();
    int shownTo = tokens.get(part.to() - 1).end();
    boolean joinedAfter = joins(part.to());
    boolean joinedBefore = joins(part.from() - 1);
    int start = !joinedAfter && joinedBefore ? tokens.get(part.from() - 1).start() : shownFrom;
    int end = joinedAfter ? tokens.get(part.to()).end() : shownTo;
    found.add(new Condition(start, end, shownFrom, shownTo));
  }

  private boolean joins(int index) {
    return index >= 0
        && index < tokens.size()
        && (tokens.get(index).is(",") || tokens.get(index).is("||"));
  }

  /** The parts between two brackets, or between two indices, that a sign separates. */
  private List<Span> parts(int before, int after, String separator) {
    List<Span> parts = new ArrayList<>();
    int from = before + 1;
    int depth = 0;
    for (int i = before + 1; i < after; i++) {
      Token token = tokens.get(i);
      if (token.is("(")) {
        depth++;
      } else if (token.is(")")) {
        depth--;
      } else if (depth == 0 && token.is(separator)) {
        parts.add(new Span(from, i));
        from = i + 1;
      }
    }
    if (from < after) {
      parts.add(new Span(from, after));
    }
    return parts;
  }

  private boolean isPattern(int index) {
    Token token = tokens.get(index);
    return token.kind() == Kind.NAME
        && Vocabulary.factNames().contains(token.text())
        && index + 1 < tokens.size()
        && tokens.get(index + 1).is("(");
  }

  private boolean isWord(int index, String word) {
    return tokens.get(index).is(word);
  }

  /** The index of the bracket that closes the one at an index. */
  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("a bracket is not closed");
  }

  /** Tokens from one index to before another. */
  private record Span(int from, int to) {}
}
