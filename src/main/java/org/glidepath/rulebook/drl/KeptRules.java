package org.glidepath.rulebook.drl;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.glidepath.rulebook.Rule;
import org.kie.api.KieBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled rules kept in a folder from one start to the next: equal rules, facts and Drools need no
 * second compilation. What cannot be read or written is treated as not kept.
 */
public final class KeptRules {

  private static final Logger LOG = LoggerFactory.getLogger(KeptRules.class);
  private static final String RULES = "rules.json";
  private static final String MODELS = "models.json";

  /** Fifty times what a hundred rules are compiled to. */
  private static final int MOST_BYTES = 64 << 20;

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  /**
   * A checked and compiled rule book.
   *
   * @param rules its rules, in the order of files and lines
   * @param base the same, ready for sessions
   */
  public record Kept(List<Rule> rules, KieBase base) {}

  /**
   * The place of one rule book in a folder.
   *
   * @param folder where compiled rules are kept
   * @param contentHash hash over all files of the rule book
   */
  public KeptRules(Path folder, String contentHash) {
    this.file = folder.resolve("rules-" + fingerprint(contentHash) + ".zip");
  }

  /** Whether there is something to read. */
  public boolean exist() {
    return Files.isRegularFile(file);
  }

  /** The rules, if they are kept. */
  public Optional<Kept> read() {
    if (!exist()) {
      return Optional.empty();
    }
    try {
      requireOurs(file);
      Map<String, byte[]> entries = entries(Files.readAllBytes(file));
      List<Rule> rules = JSON.readValue(entry(entries, RULES), new TypeReference<>() {});
      List<String> models = JSON.readValue(entry(entries, MODELS), new TypeReference<>() {});
      entries.keySet().removeAll(Set.of(RULES, MODELS));
      List<String> refused = CodeGate.refused(entries);
      if (!refused.isEmpty()) {
        throw new IOException("rules may not use " + String.join(", ", refused));
      }
      KieBase base = new RuleClasses(models, entries).base();
      Compiler.letAdviceSpeakLast(base, rules);
      return Optional.of(new Kept(rules, base));
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.warn("{} cannot be used, the rules are compiled again: {}", file, e.toString());
      return Optional.empty();
    }
  }

  /** Keeps compiled rules. */
  public void write(List<Rule> rules, Compiled compiled) {
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = Files.createTempFile(folder, "rules", ".tmp");
      Files.write(draft, zip(rules, compiled.classes()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      LOG.warn("compiled rules cannot be kept in {}: {}", file, e.toString());
    }
  }

  private static byte[] zip(List<Rule> rules, RuleClasses classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      Map<String, byte[]> entries = new LinkedHashMap<>(classes.code());
      entries.put(RULES, JSON.writeValueAsBytes(rules));
      entries.put(MODELS, JSON.writeValueAsBytes(classes.models()));
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

  /** Everything that compiled rules depend on. */
  private static String fingerprint(String contentHash) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(contentHash.getBytes(StandardCharsets.UTF_8));
      digest.update(version(KieBase.class).getBytes(StandardCharsets.UTF_8));
      digest.update(version(KeptRules.class).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) Runtime.version().feature());
      digest.update(code());
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String version(Class<?> type) {
    return String.valueOf(type.getPackage().getImplementationVersion());
  }

  /** What tells one build of this project from another: the jar, or the classes of the facts. */
  private static byte[] code() {
    try {
      URL location = KeptRules.class.getProtectionDomain().getCodeSource().getLocation();
      Path jar = Path.of(location.toURI());
      if (Files.isRegularFile(jar)) {
        return (Files.size(jar) + " " + Files.getLastModifiedTime(jar))
            .getBytes(StandardCharsets.UTF_8);
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (Class<?> type : Vocabulary.types()) {
        all.writeBytes(Files.readAllBytes(jar.resolve(path(type))));
        for (Class<?> nested : type.getDeclaredClasses()) {
          all.writeBytes(Files.readAllBytes(jar.resolve(path(nested))));
        }
      }
      return all.toByteArray();
    } catch (IOException | URISyntaxException | RuntimeException e) {
      // not to be told apart, so nothing that is kept may be taken for its own
      return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String path(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }
}
