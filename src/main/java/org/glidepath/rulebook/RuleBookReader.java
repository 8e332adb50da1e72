package org.glidepath.rulebook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.glidepath.rulebook.Loading.Loaded;
import org.glidepath.rulebook.condition.IdleRules;
import org.glidepath.rulebook.drl.Compiled;
import org.glidepath.rulebook.drl.DrlFiles;
import org.glidepath.rulebook.drl.KeptRules;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFiles;

/**
 * Reads one rule folder as often as it changes. What was compiled at one reading is not compiled
 * again at the next: only the rule files that changed are.
 */
public final class RuleBookReader {

  private final Path rulesDir;
  private final Path profilesDir;
  private final Optional<Path> keptIn;
  private final DrlFiles drl = new DrlFiles();
  private Optional<Compiled> last = Optional.empty();
  private Runnable keeping = () -> {};

  /**
   * A reader of a rule folder.
   *
   * @param rulesDir the folder {@code rules}
   * @param profilesDir the folder {@code fhir-profiles}, for its value sets
   * @param keptIn where compiled rules are kept between starts; empty where they are not
   */
  public RuleBookReader(Path rulesDir, Path profilesDir, Optional<Path> keptIn) {
    this.rulesDir = rulesDir;
    this.profilesDir = profilesDir;
    this.keptIn = keptIn;
  }

  /** The folders that a rule book is read from, with everything below them. */
  public List<Path> folders() {
    return List.of(rulesDir, SourceFiles.valueSets(profilesDir));
  }

  /**
   * What a reading that looks at everything finds.
   *
   * @param book the rule book; empty where there is an error
   * @param problems errors, then warnings, each in the order of files and lines
   */
  public record Checked(Optional<RuleBook> book, List<Problem> problems) {}

  /** Checks what is on disk now, also where it is known to compile. */
  public synchronized Checked check() {
    Problems problems = new Problems();
    SourceFiles files = SourceFiles.read(rulesDir, profilesDir, problems);
    Optional<KeptRules> kept = keptIn.map(folder -> new KeptRules(folder, files.hash()));
    try {
      RuleBook book = new Loading(files, drl, last, problems).compiled(kept).book();
      IdleRules.check(book.sources(), book.hooks(), PrefetchKey.all(), problems);
      return new Checked(Optional.of(book), problems.sorted());
    } catch (RuleBookException e) {
      return new Checked(Optional.empty(), e.problems());
    }
  }

  /**
   * The rule book as it is on disk now.
   *
   * @throws RuleBookException with everything that is wrong
   */
  public synchronized RuleBook read() throws RuleBookException {
    Problems problems = new Problems();
    SourceFiles files = SourceFiles.read(rulesDir, profilesDir, problems);
    Optional<KeptRules> kept =
        problems.any()
            ? Optional.empty()
            : keptIn.map(folder -> new KeptRules(folder, files.hash()));
    boolean first = last.isEmpty();
    Loaded loaded = new Loading(files, drl, last, problems).load(first ? kept : Optional.empty());
    last = Optional.of(loaded.compiled());
    if (!first) {
      keeping =
          () -> kept.ifPresent(place -> place.write(loaded.book().rules(), loaded.compiled()));
    }
    return loaded.book();
  }

  /**
   * Keeps what later readings compiled for the next start, as the first reading does by itself.
   * Asked once a book is served: nobody shall wait for it.
   */
  public void keep() {
    Runnable outstanding;
    synchronized (this) {
      outstanding = keeping;
      keeping = () -> {};
    }
    outstanding.run();
  }
}
