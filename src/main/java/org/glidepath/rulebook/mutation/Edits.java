package org.glidepath.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.rulebook.drl.DrlRule;
import org.glidepath.rulebook.drl.Token;
import org.glidepath.rulebook.drl.Token.Kind;

/**
 * The small changes of one rule that its test cases ought to notice: a comparison flipped, a
 * threshold moved by one unit of its last place, a value set or drug replaced, a condition dropped,
 * an indicator lowered.
 */
final class Edits {

  private static final Map<String, String> FLIPPED =
      Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">", "==", "!=", "!=", "==");

  private static final Map<String, String> LOWERED =
      Map.of("critical", "warning", "warning", "info");

  /** No value set, drug or code is called so: a condition on it never holds. */
  private static final String NOTHING = "\"nothing\"";

  private final String text;
  private final List<Token> left;
  private final List<Token> right;

  private Edits(DrlRule rule) {
    this.text = rule.file().text();
    List<Token> tokens = Token.in(text, rule.start(), rule.end());
    int when = indexOf(tokens, "when");
    int then = indexOf(tokens, "then");
    this.left = tokens.subList(when + 1, then);
    this.right = tokens.subList(then + 1, tokens.size());
  }

  static List<Edit> of(DrlRule rule) {
    return new Edits(rule).all();
  }

  private List<Edit> all() {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      edits.addAll(ofToken(i));
    }
    for (Condition condition : Conditions.of(left)) {
      edits.add(
          new Edit(
              condition.start(),
              condition.end(),
              "",
              "dropped: "
                  + text.substring(condition.shownFrom(), condition.shownTo())
                      .replaceAll("\\s+", " ")));
    }
    right.stream().map(Edits::lowered).flatMap(Optional::stream).forEach(edits::add);
    return edits;
  }

  private List<Edit> ofToken(int index) {
    Token token = left.get(index);
    if (token.kind() == Kind.NUMBER) {
      return moved(token);
    }
    if (token.kind() == Kind.TEXT) {
      return List.of(Edit.replace(token, NOTHING));
    }
    String flipped = FLIPPED.get(token.text());
    return flipped == null ? List.of() : List.of(Edit.replace(token, flipped));
  }

  private static List<Edit> moved(Token token) {
    String digits = token.text().replaceAll("[A-Za-z]+$", "");
    String suffix = token.text().substring(digits.length());
    return Figures.beside(digits).stream()
        .map(moved -> Edit.replace(token, moved + suffix))
        .toList();
  }

  private static Optional<Edit> lowered(Token token) {
    return Optional.ofNullable(LOWERED.get(token.text()))
        .filter(lower -> token.kind() == Kind.NAME)
        .map(lower -> Edit.replace(token, lower));
  }

  private static int indexOf(List<Token> tokens, String word) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(word)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no \"" + word + "\" in the rule");
  }
}
