package org.glidepath.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Archives of cases and requests ({@code .zip}, {@code .tar.gz}, {@code .tgz}), unpacked into a
 * folder for the time of a replay.
 */
public final class Archives implements AutoCloseable {

  /** More than any collection of requests needs; what unpacks to more is no collection. */
  private static final long MOST_BYTES = 4L << 30;

  private final List<Path> paths = new ArrayList<>();
  private final Map<Path, Path> archives = new LinkedHashMap<>();

  private Archives() {}

  /**
   * Unpacks what is an archive among these paths.
   *
   * @throws ReplayException where one cannot be read, or holds what no archive of cases holds
   */
  public static Archives in(List<Path> paths) {
    Archives archives = new Archives();
    for (Path path : paths) {
      archives.paths.add(isArchive(path) ? archives.unpacked(path) : path);
    }
    return archives;
  }

  /** The paths, with the folder of its content instead of each archive. */
  public List<Path> paths() {
    return paths;
  }

  /** A result with the names that the user gave instead of those of the folders. */
  public Result shown(Result result) {
    return result.named(
        shown(result.name()), result.differences().stream().map(this::shown).toList());
  }

  private String shown(String text) {
    String shown = text;
    for (Map.Entry<Path, Path> one : archives.entrySet()) {
      shown = shown.replace(one.getKey().toString(), one.getValue().toString());
    }
    return shown;
  }

  private static boolean isArchive(Path path) {
    String name = path.toString();
    return Files.isRegularFile(path)
        && (name.endsWith(".zip") || name.endsWith(".tar.gz") || name.endsWith(".tgz"));
  }

  private Path unpacked(Path archive) {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        ArchiveInputStream<?> content = content(archive, file)) {
      Path folder = Files.createTempDirectory("glidepath-replay");
      archives.put(folder, archive);
      unpack(content, archive, folder);
      return folder;
    } catch (IOException e) {
      throw new ReplayException(archive + ": cannot be unpacked: " + e.getMessage());
    }
  }

  private static ArchiveInputStream<?> content(Path archive, InputStream file) throws IOException {
    return archive.toString().endsWith(".zip")
        ? new ZipArchiveInputStream(file)
        : new TarArchiveInputStream(new GZIPInputStream(file));
  }

  /** Unpacks into a folder; nothing is ever written outside of it. */
  static void unpack(ArchiveInputStream<?> content, Path archive, Path folder) throws IOException {
    long bytes = 0;
    for (ArchiveEntry entry = content.getNextEntry();
        entry != null;
        entry = content.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new ReplayException(
            archive + ": holds \"" + entry.getName() + "\", which leads out of the archive");
      }
      if (!entry.isDirectory()) {
        Files.createDirectories(target.getParent());
        bytes += Files.copy(new Limited(content, MOST_BYTES - bytes), target);
      }
    }
  }

  /** A stream that ends with an error where it is longer than it may be. */
  private static final class Limited extends InputStream {

    private final InputStream content;
    private long left;

    Limited(InputStream content, long left) {
      this.content = content;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      count(1);
      return content.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = content.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("it holds more than " + (MOST_BYTES >> 30) + " GB");
      }
    }
  }

  /** Removes what was unpacked. */
  @Override
  public void close() {
    archives.keySet().forEach(Archives::remove);
  }

  /** Removes a folder with all that is in it. */
  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new ReplayException(folder + ": cannot be removed: " + e.getMessage());
    }
  }
}
