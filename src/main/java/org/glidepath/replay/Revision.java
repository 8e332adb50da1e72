package org.glidepath.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A rule folder and its value sets as they were at a git revision, for as long as this is open. */
public final class Revision implements AutoCloseable {

  private final Path folder;
  private final Path rules;
  private final Path profiles;

  private Revision(Path folder, Path rules, Path profiles) {
    this.folder = folder;
    this.rules = rules;
    this.profiles = profiles;
  }

  /**
   * Fetches them from the repository that they lie in.
   *
   * @throws ReplayException where there is no repository, or no such revision
   */
  public static Revision of(String revision, Path rules, Path profiles) {
    Git git = Git.at(rules, revision);
    try {
      Path folder = Files.createTempDirectory("glidepath-revision");
      git.export(rules, folder);
      git.export(profiles, folder);
      return new Revision(
          folder, folder.resolve(git.below(rules)), folder.resolve(git.below(profiles)));
    } catch (IOException e) {
      throw new ReplayException("no temporary folder can be made: " + e.getMessage());
    }
  }

  /** The rule folder. */
  public Path rules() {
    return rules;
  }

  /** The value sets. */
  public Path profiles() {
    return profiles;
  }

  @Override
  public void close() {
    Archives.remove(folder);
  }
}
