package org.glidepath.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.glidepath.replay.Revision;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;

/** The rule book that another is compared with. */
final class OtherBook {

  private OtherBook() {}

  /**
   * Loads it.
   *
   * @param folderOrRevision a rule folder, or a git revision of this one
   * @param rules the rule folder
   */
  static RuleBook load(String folderOrRevision, Path rules) throws RuleBookException {
    Path folder = Path.of(folderOrRevision);
    if (Files.isDirectory(folder)) {
      return RuleBooks.load(folder, RuleFolder.profiles(folder), RuleBooks.defaultCache());
    }
    try (Revision revision = Revision.of(folderOrRevision, rules, RuleFolder.profiles(rules))) {
      return RuleBooks.load(revision.rules(), revision.profiles(), RuleBooks.defaultCache());
    }
  }
}
