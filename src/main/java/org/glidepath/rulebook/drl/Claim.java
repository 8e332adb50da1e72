package org.glidepath.rulebook.drl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A comparison of a field with a literal: {@code mg.high > 40}.
 *
 * @param field the field, as it is written
 * @param operator one of ==, !=, <, >, <=, >=
 * @param literal what it is compared with, as it is written
 * @param number the same as a number; empty where it is none
 * @param token its first token
 */
record Claim(
    String field, String operator, String literal, Optional<BigDecimal> number, Token token) {

  private static final Set<String> OPERATORS = Set.of("==", "!=", "<", ">", "<=", ">=");
  private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)[BILD]?");

  /** The claim that these tokens make; empty where they make another kind of condition. */
  static Optional<Claim> of(List<Token> tokens) {
    boolean negated = !tokens.isEmpty() && tokens.get(0).is("!");
    List<Token> path = tokens.subList(negated ? 1 : 0, tokens.size());
    if (field(path)) {
      return Optional.of(claim(path, "==", negated ? "false" : "true", tokens.get(0)));
    }
    int size = tokens.size();
    boolean compares =
        size > 2
            && OPERATORS.contains(tokens.get(size - 2).text())
            && literal(tokens.get(size - 1));
    return compares && field(tokens.subList(0, size - 2))
        ? Optional.of(
            claim(
                tokens.subList(0, size - 2),
                tokens.get(size - 2).text(),
                tokens.get(size - 1).text(),
                tokens.get(0)))
        : Optional.empty();
  }

  /** As a message quotes it. */
  String written() {
    return field + " " + operator + " " + literal;
  }

  /** Names joined by dots. */
  private static boolean field(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean name = tokens.get(i).kind() == Token.Kind.NAME;
      if (i % 2 == 0 ? !name : !tokens.get(i).is(".")) {
        return false;
      }
    }
    return tokens.size() % 2 == 1 && Character.isLowerCase(tokens.get(0).text().charAt(0));
  }

  private static boolean literal(Token token) {
    return token.kind() == Token.Kind.TEXT
        || token.kind() == Token.Kind.NUMBER
        || token.is("true")
        || token.is("false");
  }

  private static Claim claim(List<Token> path, String operator, String literal, Token first) {
    String field = path.stream().map(Token::text).collect(Collectors.joining());
    return new Claim(
        field,
        operator,
        literal,
        Optional.of(NUMBER.matcher(literal))
            .filter(matcher -> matcher.matches())
            .map(matcher -> new BigDecimal(matcher.group(1))),
        first);
  }
}
