package org.glidepath.rulebook.condition;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.rulebook.condition.Expression.Literal;
import org.glidepath.rulebook.drl.Token;
import org.glidepath.rulebook.drl.Vocabulary;

/** Reads what the right side of a rule concludes: {@code insertLogical( new X( a, "b" ) );}. */
final class ConclusionReader {

  private ConclusionReader() {}

  /** The fact that it makes; empty where it gives advice. */
  static Optional<Conclusion> read(List<Token> rightSide) {
    int at = 0;
    while (at + 2 < rightSide.size() && !rightSide.get(at).is("new")) {
      at++;
    }
    if (at + 2 >= rightSide.size()) {
      return Optional.empty();
    }
    List<Token> arguments = rightSide.subList(at + 3, rightSide.size());
    return Vocabulary.named(rightSide.get(at + 1).text())
        .map(type -> new Conclusion(type, fields(type, arguments(arguments))));
  }

  private static Map<String, Object> fields(Class<?> type, List<List<Token>> arguments) {
    RecordComponent[] components = type.getRecordComponents();
    Map<String, Object> fields = new HashMap<>();
    if (components != null && components.length == arguments.size()) {
      for (int i = 0; i < components.length; i++) {
        String name = components[i].getName();
        constant(arguments.get(i)).ifPresent(value -> fields.put(name, value));
      }
    }
    return fields;
  }

  private static Optional<Object> constant(List<Token> argument) {
    try {
      Tokens tokens = new Tokens(argument);
      Expression read = new ExpressionReader(tokens).expression();
      return tokens.done() && read instanceof Literal literal
          ? Optional.ofNullable(literal.of())
          : Optional.empty();
    } catch (Unreadable e) {
      return Optional.empty(); // it depends on the facts that the rule matched
    }
  }

  /** What stands between the commas up to the bracket that closes the list. */
  private static List<List<Token>> arguments(List<Token> tokens) {
    List<List<Token>> arguments = new ArrayList<>(List.of(new ArrayList<>()));
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth < 0) {
        break;
      }
      if (depth == 0 && token.is(",")) {
        arguments.add(new ArrayList<>());
      } else {
        arguments.get(arguments.size() - 1).add(token);
      }
    }
    return arguments;
  }
}
