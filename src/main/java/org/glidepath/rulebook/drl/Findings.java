package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/** What is found in one rule: problems at their places, and words to look up elsewhere. */
final class Findings {

  private final SourceFile file;
  private final Problems problems;
  private final List<Mention> mentions = new ArrayList<>();
  private int errors;

  Findings(SourceFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  void error(int offset, String message) {
    errors++;
    problems.error(file.at(offset), message);
  }

  void error(Token token, String message) {
    error(token.start(), message);
  }

  /** Something that compiles, and that nobody can have meant. */
  void warning(Token token, String message) {
    problems.warning(file.at(token.start()), message);
  }

  void mention(Mention.Kind kind, Token text) {
    mentions.add(new Mention(kind, text.text(), file.at(text.start())));
  }

  List<Mention> mentions() {
    return mentions;
  }

  /** How many errors there are so far. */
  int count() {
    return errors;
  }

  boolean sound() {
    return errors == 0;
  }
}
