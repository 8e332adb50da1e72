package org.glidepath.rulebook.condition;

import java.util.Optional;
import org.glidepath.rulebook.source.Place;

/**
 * One condition of a rule: that there is a fact of a kind, a constraint on it, or a whole {@code
 * not}, {@code exists} or {@code or}.
 *
 * @param index its place among the conditions of the rule, from 0
 * @param place where it is written
 * @param drl as it is written, on one line
 * @param words the same for a reader who knows no code
 * @param wanted the kind of fact, where the condition is that there is one
 */
public record Condition(
    int index, Place place, String drl, String words, Optional<Class<?>> wanted) {}
