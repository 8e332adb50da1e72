package org.glidepath.rulebook.condition;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.rulebook.drl.Token;
import org.glidepath.rulebook.drl.Token.Kind;
import org.glidepath.rulebook.source.SourceFile;

/** The left sides of the rules of a book, by the names of the rules. */
public final class LeftSides {

  private final Map<String, LeftSide> byRule = new LinkedHashMap<>();
  private final Map<String, Conclusion> concluded = new HashMap<>();

  private LeftSides() {}

  /**
   * Reads them.
   *
   * @param files DRL files that have passed all checks
   */
  public static LeftSides of(List<SourceFile> files) {
    LeftSides sides = new LeftSides();
    files.forEach(sides::read);
    return sides;
  }

  /** The left side of a rule; empty where it uses more of the language than is read here. */
  public Optional<LeftSide> of(String rule) {
    return Optional.ofNullable(byRule.get(rule));
  }

  /** The rules of a file as they are written, by their names; blanks and comments do not matter. */
  public static Map<String, String> texts(SourceFile file) {
    Map<String, String> texts = new HashMap<>();
    rules(file)
        .forEach(
            rule ->
                texts.put(
                    rule.get(1).text(), rule.stream().map(Token::text).collect(joining(" "))));
    return texts;
  }

  private void read(SourceFile file) {
    for (List<Token> rule : rules(file)) {
      int when = indexOf(rule, "when");
      int then = indexOf(rule, "then");
      String name = rule.get(1).text();
      Optional<Conclusion> conclusion = ConclusionReader.read(rule.subList(then, rule.size()));
      conclusion.ifPresent(fact -> concluded.put(name, fact));
      read(file, name, rule.subList(when + 1, then), conclusion);
    }
  }

  /** The left sides that can be read, by the names of their rules, in the order of the files. */
  Map<String, LeftSide> all() {
    return byRule;
  }

  /** What rules conclude, by their names; also those whose left sides cannot be read. */
  Map<String, Conclusion> concluded() {
    return concluded;
  }

  /** The words of each rule, from "rule" to before "end". */
  private static List<List<Token>> rules(SourceFile file) {
    List<Token> tokens = Token.in(file.text(), 0, file.text().length());
    List<List<Token>> rules = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("rule") && tokens.get(i + 1).kind() == Kind.TEXT) {
        List<Token> rest = tokens.subList(i, tokens.size());
        rules.add(rest.subList(0, indexOf(rest, "end")));
      }
    }
    return rules;
  }

  private void read(
      SourceFile file, String name, List<Token> leftSide, Optional<Conclusion> conclusion) {
    Set<Class<?>> types =
        conclusion.<Set<Class<?>>>map(fact -> Set.of(fact.type())).orElse(Set.of());
    try {
      byRule.put(name, new LeftSideReader(file, leftSide).read(types));
    } catch (Unreadable e) {
      // the rule works all the same; that its conditions are not known is said where they are asked
    }
  }

  private static int indexOf(List<Token> tokens, String word) {
    int at = 0;
    while (!tokens.get(at).is(word)) {
      at++;
    }
    return at;
  }
}
