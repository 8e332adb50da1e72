package org.glidepath.rulebook.drl;

import java.util.List;
import java.util.Set;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.source.SourceFile;

/**
 * A rule with what the checks found out about it.
 *
 * @param rule the rule
 * @param file where it stands
 * @param start index of its first character in the file
 * @param end index after its last character
 * @param because types of the facts that its advice names; {@link Object} where not known
 * @param mentions words to look up in other files
 * @param sound whether nothing is wrong with it so far
 */
public record DrlRule(
    Rule rule,
    SourceFile file,
    int start,
    int end,
    List<Class<?>> because,
    List<Mention> mentions,
    boolean sound) {

  /** Whether any of these words stands in its text, comments and quoted texts aside. */
  public boolean names(Set<String> words) {
    return Token.in(file.text(), start, end).stream()
        .anyMatch(token -> token.kind() == Token.Kind.NAME && words.contains(token.text()));
  }
}
