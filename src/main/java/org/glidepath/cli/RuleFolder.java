package org.glidepath.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBookReader;
import org.glidepath.rulebook.RuleBooks;

/** Finds and loads the rule book of a command. */
final class RuleFolder {

  private static final String HOME = System.getProperty("glidepath.home", ".");

  private RuleFolder() {}

  /** The rule folder that was delivered. */
  static Path delivered() {
    return home("rules");
  }

  /** A folder of the delivery, as the user would name it. */
  static Path home(String name) {
    Path folder = Path.of(HOME).resolve(name).toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    return folder.startsWith(here) ? here.relativize(folder) : folder;
  }

  /**
   * The rule book of a folder; rules that were compiled before are not compiled again.
   *
   * @throws RuleBookException with everything that is wrong in it
   */
  static RuleBook load(Optional<Path> folder) throws RuleBookException {
    return reader(folder).read();
  }

  /** A reader of a folder; rules that were compiled before are not compiled again. */
  static RuleBookReader reader(Optional<Path> folder) {
    Path rules = folder.orElseGet(RuleFolder::delivered);
    return new RuleBookReader(rules, profiles(rules), Optional.of(RuleBooks.defaultCache()));
  }

  /** The value sets beside a rule folder, else those that were delivered. */
  static Path profiles(Path rules) {
    Path beside = rules.toAbsolutePath().normalize().resolveSibling("fhir-profiles");
    Path delivered = home("fhir-profiles");
    return Files.isDirectory(beside) && !beside.equals(delivered.toAbsolutePath())
        ? beside
        : delivered;
  }
}
