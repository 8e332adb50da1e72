package org.glidepath.rulebook;

import java.nio.file.Path;
import java.util.Optional;

/** Reads a rule book from disk, as a whole or not at all. */
public final class RuleBooks {

  private RuleBooks() {}

  /**
   * The rule book of a rule folder, with the folder {@code fhir-profiles} beside it.
   *
   * @throws RuleBookException with everything that is wrong
   */
  public static RuleBook load(Path rulesDir) throws RuleBookException {
    return load(rulesDir, profilesBeside(rulesDir));
  }

  /**
   * The rule book of a rule folder.
   *
   * @param rulesDir the folder {@code rules}
   * @param profilesDir the folder {@code fhir-profiles}, for its value sets
   * @throws RuleBookException with everything that is wrong
   */
  public static RuleBook load(Path rulesDir, Path profilesDir) throws RuleBookException {
    return new RuleBookReader(rulesDir, profilesDir, Optional.empty()).read();
  }

  /**
   * The rule book of a rule folder; what has been checked and compiled before is not compiled
   * again.
   *
   * @param rulesDir the folder {@code rules}
   * @param profilesDir the folder {@code fhir-profiles}, for its value sets
   * @param keptIn where compiled rules are kept between starts
   * @throws RuleBookException with everything that is wrong
   */
  public static RuleBook load(Path rulesDir, Path profilesDir, Path keptIn)
      throws RuleBookException {
    return new RuleBookReader(rulesDir, profilesDir, Optional.of(keptIn)).read();
  }

  /** Where compiled rules are kept unless somebody says otherwise. */
  public static Path defaultCache() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path caches =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return caches.resolve("glidepath");
  }

  private static Path profilesBeside(Path rulesDir) {
    Path name = rulesDir.getFileName();
    boolean plain = name != null && !name.toString().isEmpty() && !name.toString().startsWith(".");
    return plain
        ? rulesDir.resolveSibling("fhir-profiles")
        : rulesDir.toAbsolutePath().normalize().resolveSibling("fhir-profiles");
  }
}
