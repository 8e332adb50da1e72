package org.glidepath.rulebook.drl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.rulebook.drl.Token.Kind;

/**
 * Finds the usual slips in a rule that the parser refused. The parser says where it gave up, which
 * is often a line or a rule further down; asked only after it did.
 */
final class Slips {

  private static final Set<String> WORDS = Set.of("rule", "when", "then", "end");
  private static final Set<String> GROUPS = Set.of("and", "or", "not", "exists", "forall");
  private static final Set<String> EQUAL = Set.of("is", "equals", "equal", "eq");
  private static final Map<String, String> SIGNS =
      Map.of("=>", ">=", "=<", "<=", "<>", "!=", "=", "==");

  private static final Set<String> OPERATORS =
      Set.of("in", "not", "contains", "excludes", "matches", "and", "or", "exists", "forall");

  /** What is wrong, and where. */
  record Slip(int offset, String message) {

    static Slip at(Token token, String message) {
      return new Slip(token.start(), message);
    }
  }

  private final String text;
  private final List<Token> tokens;

  private Slips(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The first slip in the rule between two indices of a text. */
  static Optional<Slip> find(String text, int from, int to) {
    return new Slips(text, Token.in(text, from, to)).find();
  }

  private static Slip betweenValues(Token last, Token token) {
    String hint =
        last.kind() == Kind.NUMBER && token.kind() == Kind.NAME
            ? "A number stands without its unit, or a comma is missing before it"
            : "Maybe a comma is missing before it?";
    return Slip.at(token, "%s is not expected here. %s".formatted(token.quoted(), hint));
  }

  private static boolean value(Token token) {
    return token.kind() != Kind.SIGN || token.is(")");
  }

  private Optional<Slip> find() {
    return capitals()
        .or(this::words)
        .or(() -> conditions().flatMap(this::sign))
        .or(() -> conditions().flatMap(this::brackets));
  }

  /** A word of the language, or a comment of another one, at the beginning of a line. */
  private Optional<Slip> capitals() {
    for (Token token : tokens) {
      String small = token.text().toLowerCase(Locale.ROOT);
      if (token.is("#") && firstOfLine(token)) {
        return Optional.of(Slip.at(token, "a comment begins with //"));
      }
      if (token.kind() == Kind.NAME
          && WORDS.contains(small)
          && !WORDS.contains(token.text())
          && firstOfLine(token)) {
        return Optional.of(Slip.at(token, "write \"%s\" in small letters".formatted(small)));
      }
    }
    return Optional.empty();
  }

  private Optional<Slip> words() {
    if (tokens.isEmpty() || !tokens.get(0).is("rule")) {
      return Optional.empty();
    }
    String rule =
        tokens.size() > 1 && tokens.get(1).kind() == Kind.TEXT
            ? "rule %s".formatted(tokens.get(1).quoted())
            : "this rule";
    for (String word : List.of("when", "then")) {
      if (tokens.stream().noneMatch(token -> token.is(word))) {
        return Optional.of(Slip.at(tokens.get(0), "%s has no \"%s\"".formatted(rule, word)));
      }
    }
    return tokens.get(tokens.size() - 1).is("end")
        ? Optional.empty()
        : Optional.of(Slip.at(tokens.get(0), rule + " does not end with \"end\""));
  }

  /** The tokens between {@code when} and {@code then}. */
  private Optional<List<Token>> conditions() {
    int when = index("when");
    int then = index("then");
    return when < 0 || then < when ? Optional.empty() : Optional.of(tokens.subList(when + 1, then));
  }

  private int index(String word) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(word)) {
        return i;
      }
    }
    return -1;
  }

  private Optional<Slip> sign(List<Token> conditions) {
    int depth = 0;
    for (int i = 0; i < conditions.size(); i++) {
      Token token = conditions.get(i);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (token.is("@")) {
        return Optional.of(Slip.at(token, "@evidence and the like stand before \"when\""));
      }
      String signs = token.text() + adjacent(conditions, i);
      String meant = SIGNS.getOrDefault(signs, SIGNS.get(token.text()));
      if (meant != null) {
        String written = SIGNS.containsKey(signs) ? signs : token.text();
        return Optional.of(Slip.at(token, maybe(written, meant)));
      }
      if (depth > 0 && Set.of("and", "or").contains(token.text().toLowerCase(Locale.ROOT))) {
        return Optional.of(
            Slip.at(
                token,
                "%s is not expected here. Inside a pattern write && or ||"
                    .formatted(token.quoted())));
      }
      if (depth > 0 && EQUAL.contains(token.text()) && betweenValues(conditions, i)) {
        return Optional.of(Slip.at(token, maybe(token.text(), "==")));
      }
      if (depth > 0 && twoValues(conditions, i) && !beginsPattern(conditions, i)) {
        return Optional.of(betweenValues(conditions.get(i - 1), token));
      }
    }
    return Optional.empty();
  }

  /** Two values side by side, of which none is an operator. */
  private static boolean twoValues(List<Token> conditions, int i) {
    return i > 0
        && value(conditions.get(i - 1))
        && value(conditions.get(i))
        && !conditions.get(i).is(")")
        && !OPERATORS.contains(conditions.get(i - 1).text())
        && !OPERATORS.contains(conditions.get(i).text());
  }

  private static String maybe(String written, String meant) {
    return "\"%s\" is not expected here. Maybe \"%s\"?".formatted(written, meant);
  }

  /** The sign that follows without a blank; empty where none does. */
  private static String adjacent(List<Token> conditions, int i) {
    Token token = conditions.get(i);
    boolean near = i + 1 < conditions.size() && conditions.get(i + 1).start() == token.end();
    return near ? conditions.get(i + 1).text() : "";
  }

  private static boolean betweenValues(List<Token> conditions, int i) {
    return i > 0
        && i + 1 < conditions.size()
        && value(conditions.get(i - 1))
        && value(conditions.get(i + 1));
  }

  private Optional<Slip> brackets(List<Token> conditions) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < conditions.size(); i++) {
      Token token = conditions.get(i);
      if (!open.isEmpty() && beginsPattern(conditions, i) && !group(conditions, open.peek())) {
        return Optional.of(unclosed(conditions.get(open.peek())));
      }
      if (token.is("(")) {
        open.push(i);
      } else if (token.is(")") && open.isEmpty()) {
        return Optional.of(Slip.at(token, "this bracket closes nothing: there is one too many"));
      } else if (token.is(")")) {
        open.pop();
      } else if (open.isEmpty() && type(token) && !next(conditions, i).equals("(")) {
        return Optional.of(
            new Slip(token.end(), "\"(\" is missing behind %s".formatted(token.quoted())));
      }
    }
    return Optional.ofNullable(open.peek()).map(index -> unclosed(conditions.get(index)));
  }

  private static Slip unclosed(Token bracket) {
    return Slip.at(bracket, "the bracket that opens here is not closed: \")\" is missing");
  }

  /** Whether a bracket holds patterns, and not what stands in one. */
  private static boolean group(List<Token> conditions, int bracket) {
    return bracket == 0
        || conditions.get(bracket - 1).kind() != Kind.NAME
        || GROUPS.contains(conditions.get(bracket - 1).text());
  }

  /** {@code Fact(} or {@code $x : Fact(} at the beginning of a line. */
  private boolean beginsPattern(List<Token> conditions, int i) {
    Token token = conditions.get(i);
    if (!firstOfLine(token)) {
      return false;
    }
    boolean named = token.text().startsWith("$") && next(conditions, i).equals(":");
    int type = named ? i + 2 : i;
    return type < conditions.size()
        && type(conditions.get(type))
        && next(conditions, type).equals("(");
  }

  private static boolean type(Token token) {
    return token.kind() == Kind.NAME && Character.isUpperCase(token.text().charAt(0));
  }

  private static String next(List<Token> conditions, int i) {
    return i + 1 < conditions.size() ? conditions.get(i + 1).text() : "";
  }

  private boolean firstOfLine(Token token) {
    int lineStart = text.lastIndexOf('\n', token.start() - 1) + 1;
    return text.substring(lineStart, token.start()).isBlank();
  }
}
