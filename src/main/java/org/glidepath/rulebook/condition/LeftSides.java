package org.glidepath.rulebook.condition;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.rulebook.drl.Token;
import org.glidepath.rulebook.drl.Token.Kind;
import org.glidepath.rulebook.drl.Vocabulary;
import org.glidepath.rulebook.source.SourceFile;

/** The left sides of the rules of a book, by the names of the rules. */
public final class LeftSides {

  private final Map<String, LeftSide> byRule = new HashMap<>();

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
      Set<Class<?>> concluded = concluded(rule.subList(then, rule.size()));
      read(file, rule.get(1).text(), rule.subList(when + 1, then), concluded);
    }
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

  private void read(SourceFile file, String name, List<Token> leftSide, Set<Class<?>> concluded) {
    try {
      byRule.put(name, new LeftSideReader(file, leftSide).read(concluded));
    } catch (Unreadable e) {
      // the rule works all the same; that its conditions are not known is said where they are asked
    }
  }

  /** The kinds of facts that the right side makes: those behind {@code new}. */
  private static Set<Class<?>> concluded(List<Token> rightSide) {
    Set<Class<?>> concluded = new HashSet<>();
    for (int i = 0; i + 1 < rightSide.size(); i++) {
      if (rightSide.get(i).is("new")) {
        Vocabulary.named(rightSide.get(i + 1).text()).ifPresent(concluded::add);
      }
    }
    return concluded;
  }

  private static int indexOf(List<Token> tokens, String word) {
    int at = 0;
    while (!tokens.get(at).is(word)) {
      at++;
    }
    return at;
  }
}
