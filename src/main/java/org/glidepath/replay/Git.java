package org.glidepath.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Earlier revisions of a folder, asked of the command {@code git}. */
final class Git {

  private final Path folder;
  private final Path top;
  private final String revision;

  private Git(Path folder, Path top, String revision) {
    this.folder = folder;
    this.top = top;
    this.revision = revision;
  }

  /**
   * A revision of the repository that a folder lies in.
   *
   * @throws ReplayException where there is no repository, no such revision, or no git
   */
  static Git at(Path folder, String revision) {
    Path absolute = real(folder);
    String top = line(absolute, "rev-parse", "--show-toplevel");
    return new Git(absolute, Path.of(top), commit(absolute, revision));
  }

  private static String commit(Path folder, String revision) {
    try {
      return line(folder, "rev-parse", "--verify", "--end-of-options", revision + "^{commit}");
    } catch (ReplayException e) {
      throw new ReplayException(
          "git: there is no revision \"%s\", and no folder of that name".formatted(revision));
    }
  }

  /** Files below these folders that differ from the revision, or are new. */
  List<Path> changed(List<Path> below) {
    List<String> paths = below.stream().map(path -> real(path).toString()).toList();
    List<String> differ = new ArrayList<>(List.of("diff", "--name-only", "-z", revision, "--"));
    differ.addAll(paths);
    List<String> untracked =
        new ArrayList<>(List.of("ls-files", "-z", "-o", "--exclude-standard", "--full-name", "--"));
    untracked.addAll(paths);
    return Stream.of(differ, untracked)
        .flatMap(command -> Stream.of(text(run(folder, command)).split("\0", -1)))
        .filter(name -> !name.isEmpty())
        .map(top::resolve)
        .toList();
  }

  /** The text that a file had; empty where it was not there. */
  Optional<String> textOf(Path file) {
    String name = top.relativize(file).toString().replace('\\', '/');
    boolean there =
        !text(run(top, List.of("ls-tree", "--name-only", revision, "--", name))).isBlank();
    return there
        ? Optional.of(text(run(top, List.of("show", revision + ":" + name))))
        : Optional.empty();
  }

  /** Writes a folder as it was into another, below its name. */
  void export(Path below, Path into) {
    String name = top.relativize(real(below)).toString();
    byte[] tar = run(top, List.of("archive", "--format=tar", revision, "--", name));
    try (TarArchiveInputStream content =
        new TarArchiveInputStream(new java.io.ByteArrayInputStream(tar))) {
      Archives.unpack(content, below, into);
    } catch (IOException e) {
      throw new ReplayException(below + ": cannot be unpacked: " + e.getMessage());
    }
  }

  /** The path of a folder below the top of its repository. */
  Path below(Path path) {
    return top.relativize(real(path));
  }

  /** A path without links, as git gives it. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new ReplayException(path + ": there is no such file or folder");
    }
  }

  private static String line(Path folder, String... command) {
    return text(run(folder, List.of(command))).strip();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] run(Path folder, List<String> command) {
    List<String> whole = new ArrayList<>(List.of("git", "-C", folder.toString()));
    whole.addAll(command);
    try {
      Process process = new ProcessBuilder(whole).redirectErrorStream(false).start();
      process.getOutputStream().close();
      byte[] said;
      try (InputStream out = new BufferedInputStream(process.getInputStream())) {
        said = out.readAllBytes();
      }
      String complaint = text(process.getErrorStream().readAllBytes()).strip();
      if (process.waitFor() != 0) {
        throw new ReplayException("git: " + complaint.lines().findFirst().orElse("failed"));
      }
      return said;
    } catch (IOException e) {
      throw new ReplayException("git cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted");
    }
  }
}
