package org.glidepath.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A copy of the small rule book of the test resources, to be changed and loaded. */
public final class SampleBook {

  private static final Path ORIGINAL = Path.of("src/test/resources/rulebook");

  private final Path root;

  private SampleBook(Path root) {
    this.root = root;
  }

  /** A copy in an empty folder. */
  public static SampleBook in(Path folder) {
    try (Stream<Path> files = Files.walk(ORIGINAL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(ORIGINAL.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SampleBook(folder);
  }

  /** Replaces a text in one file. */
  public SampleBook replacing(String file, String text, String by) {
    try {
      String old = Files.readString(root.resolve(file));
      if (!old.contains(text)) {
        throw new IllegalArgumentException(file + " does not hold: " + text);
      }
      return with(file, old.replace(text, by));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file. */
  public SampleBook with(String file, String content) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a file. */
  public SampleBook without(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the rules. */
  public Path rules() {
    return root.resolve("rules");
  }

  /** The folder of the profiles. */
  public Path profiles() {
    return root.resolve("fhir-profiles");
  }

  /** Loads it; it has to be without problems. */
  public RuleBook load() {
    try {
      return RuleBooks.load(rules());
    } catch (RuleBookException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The errors in it, with paths below its folder. */
  public List<String> problems() {
    return checked(Problem::isError);
  }

  /** The warnings about it, with paths below its folder. */
  public List<String> warnings() {
    return checked(problem -> !problem.isError());
  }

  private List<String> checked(Predicate<Problem> which) {
    return new RuleBookReader(rules(), profiles(), Optional.empty())
        .check().problems().stream()
            .filter(which)
            .map(problem -> problem.toString().replace(root + "/", ""))
            .toList();
  }
}
