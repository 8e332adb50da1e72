package org.glidepath.rulebook.drl;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.glidepath.rulebook.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled rules kept in a folder from one start to the next: equal rules, facts and Drools need no
 * second compilation. What cannot be read or written is treated as not kept.
 */
public final class KeptRules {

  private static final Logger LOG = LoggerFactory.getLogger(KeptRules.class);
  private static final String RULES = "rules.json";
  private static final String FILES = "files.json";

  /** Fifty times what a hundred rules are compiled to. */
  private static final int MOST_BYTES = 64 << 20;

  /** Rule books of which the compiled rules are kept: a few on which somebody works. */
  private static final int MOST_BOOKS = 8;

  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final String code;
  private final Path file;

  /**
   * A checked and compiled rule book.
   *
   * @param rules its rules, in the order of files and lines
   * @param compiled the same, ready for sessions
   */
  public record Kept(List<Rule> rules, Compiled compiled) {}

  /** What {@value #FILES} says of one file. */
  private record KeptFile(String key, List<String> models) {}

  /**
   * The place of one rule book in a folder.
   *
   * @param folder where compiled rules are kept
   * @param contentHash hash over all files of the rule book
   */
  public KeptRules(Path folder, String contentHash) {
    this.folder = folder;
    this.code = "rules-" + BuildMark.get() + "-";
    this.file =
        folder.resolve(
            code + contentHash.substring(0, Math.min(16, contentHash.length())) + ".zip");
  }

  /** The rules, if they are kept. */
  public Optional<Kept> read() {
    return Files.isRegularFile(file) ? read(file, true) : Optional.empty();
  }

  /**
   * The files of the rule book that was kept last, whichever it is: most of them will be those of
   * this one too.
   */
  public Map<String, CompiledFile> readFiles() {
    return books().stream()
        .findFirst()
        .flatMap(newest -> read(newest, false))
        .map(kept -> kept.compiled().files())
        .orElse(Map.of());
  }

  private static Optional<Kept> read(Path file, boolean forSessions) {
    try {
      requireOurs(file);
      Map<String, byte[]> entries = entries(Files.readAllBytes(file));
      List<Rule> rules = JSON.readValue(entry(entries, RULES), new TypeReference<>() {});
      List<KeptFile> files = JSON.readValue(entry(entries, FILES), new TypeReference<>() {});
      Map<String, CompiledFile> compiled = new LinkedHashMap<>();
      for (KeptFile one : files) {
        compiled.put(one.key(), CompiledFile.of(classes(one, entries)));
      }
      Kept kept = new Kept(rules, Compiled.of(compiled, rules));
      if (forSessions) {
        kept.compiled().base();
      }
      return Optional.of(kept);
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.warn("{} cannot be used, the rules are compiled again: {}", file, e.toString());
      return Optional.empty();
    }
  }

  private static RuleClasses classes(KeptFile file, Map<String, byte[]> entries)
      throws IOException {
    String folder = file.key() + "/";
    Map<String, byte[]> code = new TreeMap<>();
    entries.forEach(
        (path, bytes) -> {
          if (path.startsWith(folder)) {
            code.put(path.substring(folder.length()), bytes);
          }
        });
    List<String> refused = CodeGate.refused(code);
    if (!refused.isEmpty()) {
      throw new IOException("rules may not use " + String.join(", ", refused));
    }
    return new RuleClasses(file.models(), code);
  }

  /** Keeps compiled rules, and forgets those that were kept long ago. */
  public void write(List<Rule> rules, Compiled compiled) {
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "rules", ".tmp");
      Files.write(draft, zip(rules, compiled.files()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      for (Path old : books().stream().skip(MOST_BOOKS).toList()) {
        Files.deleteIfExists(old);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("compiled rules cannot be kept in {}: {}", file, e.toString());
    }
  }

  /** What this build of the project has kept, newest first. */
  private List<Path> books() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.getFileName().toString().startsWith(code))
          .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified()).reversed())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static byte[] zip(List<Rule> rules, Map<String, CompiledFile> files) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    List<KeptFile> list = new ArrayList<>();
    files.forEach(
        (key, compiled) -> {
          list.add(new KeptFile(key, compiled.classes().models()));
          compiled.classes().code().forEach((path, bytes) -> entries.put(key + "/" + path, bytes));
        });
    entries.put(RULES, JSON.writeValueAsBytes(rules));
    entries.put(FILES, JSON.writeValueAsBytes(list));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** Compiled rules that another user could have written are not ours, whatever they hold. */
  private static void requireOurs(Path file) throws IOException {
    PosixFileAttributeView posix =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (posix == null) {
      return;
    }
    PosixFileAttributes attributes = posix.readAttributes();
    String user = System.getProperty("user.name");
    Set<PosixFilePermission> permissions = attributes.permissions();
    if (!attributes.isRegularFile()
        || !attributes.owner().getName().equals(user)
        || permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException("somebody other than " + user + " can write it");
    }
  }

  private static byte[] entry(Map<String, byte[]> entries, String name) throws IOException {
    byte[] entry = entries.get(name);
    if (entry == null) {
      throw new IOException(name + " is missing");
    }
    return entry;
  }

  private static Map<String, byte[]> entries(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      long left = MOST_BYTES;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) left + 1);
        left -= content.length;
        if (left < 0) {
          throw new IOException("it holds more than " + MOST_BYTES + " bytes");
        }
        entries.put(entry.getName(), content);
      }
    }
    return entries;
  }
}
