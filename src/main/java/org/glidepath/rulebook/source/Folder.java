package org.glidepath.rulebook.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files below a folder that belong to a rule book. Hidden files, and so the lock and swap files
 * of editors, are left alone; files that lead out of the folder, or are too many or too large to be
 * read on every change, are problems.
 */
final class Folder {

  private static final int MOST_FILES = 2_000;
  private static final int DEEPEST = 8;
  private static final long LARGEST_FILE = 2 << 20;
  private static final long LARGEST_FOLDER = 16 << 20;

  private final Path root;
  private final Problems problems;
  private final TreeMap<String, Path> files = new TreeMap<>();

  private Folder(Path root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** The files, by their path below the folder, whose path fulfils a condition. */
  static Map<String, Path> files(Path root, Predicate<String> wanted, Problems problems) {
    Folder folder = new Folder(root, problems);
    try {
      folder.find(wanted);
      folder.check();
    } catch (IOException | UncheckedIOException e) {
      folder.error(root, "this folder cannot be read");
    }
    return folder.files;
  }

  private void find(Predicate<String> wanted) throws IOException {
    try (Stream<Path> walk = Files.walk(root, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      walk.filter(Files::isRegularFile)
          .limit(MOST_FILES + 1L)
          .forEach(path -> files.put(root.relativize(path).toString().replace('\\', '/'), path));
    }
    if (files.size() > MOST_FILES) {
      error(root, "more than %d files are here; this is no rule book".formatted(MOST_FILES));
      files.clear();
    }
    files.keySet().removeIf(name -> hidden(name) || !wanted.test(name));
  }

  private void check() throws IOException {
    Path real = root.toRealPath();
    long total = 0;
    for (Path file : files.values().toArray(Path[]::new)) {
      long size = Files.size(file);
      total += size;
      if (!file.toRealPath().startsWith(real)) {
        leaveOut(file, "this link leads out of the folder; copy the file here");
      } else if (size > LARGEST_FILE) {
        leaveOut(file, "%d bytes; at most %d are read".formatted(size, LARGEST_FILE));
      } else if (total > LARGEST_FOLDER) {
        leaveOut(file, "with this file the folder exceeds %d bytes".formatted(LARGEST_FOLDER));
      }
    }
  }

  private void leaveOut(Path file, String message) {
    files.values().remove(file);
    error(file, message);
  }

  private void error(Path file, String message) {
    problems.error(new Place(file.toString(), 1, 1), message);
  }

  private static boolean hidden(String name) {
    return Arrays.stream(name.split("/")).anyMatch(part -> part.startsWith("."));
  }
}
