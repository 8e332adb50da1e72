package org.glidepath.rulebook.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.rulebook.source.Place;

/**
 * One condition of a rule: that there is a fact of a kind, a constraint on it, or a whole {@code
 * not}, {@code exists} or {@code or}.
 *
 * @param index its number among the conditions of the rule and their parts
 * @param place where it is written
 * @param drl as it is written, on one line
 * @param words the same for a reader who knows no code
 * @param wanted the kind of fact, where the condition is that there is one
 * @param parts the conditions inside of it
 */
public record Condition(
    int index,
    Place place,
    String drl,
    String words,
    Optional<Class<?>> wanted,
    List<Condition> parts) {

  /** The condition itself and everything inside of it. */
  public Stream<Condition> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Condition::all));
  }
}
