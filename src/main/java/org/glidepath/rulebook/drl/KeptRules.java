package org.glidepath.rulebook.drl;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.glidepath.facts.Advise;
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
  private static final String MODULE = "module.jar";
  private static final String RULES = "rules.json";
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
      Map<String, byte[]> entries = entries(Files.readAllBytes(file));
      List<Rule> rules =
          JSON.readValue(entries.getOrDefault(RULES, new byte[0]), new TypeReference<>() {});
      KieBase base = Compilation.restored(entries.getOrDefault(MODULE, new byte[0]));
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
      Files.write(draft, zip(rules, compiled.module().getBytes()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      LOG.warn("compiled rules cannot be kept in {}: {}", file, e.toString());
    }
  }

  private static byte[] zip(List<Rule> rules, byte[] module) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(RULES));
      zip.write(JSON.writeValueAsBytes(rules));
      zip.putNextEntry(new ZipEntry(MODULE));
      zip.write(module);
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> entries(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
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
      digest.update(code(Advise.class));
      for (Class<?> type : Vocabulary.types()) {
        digest.update(code(type));
        for (Class<?> nested : type.getClasses()) {
          digest.update(code(nested));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String version(Class<?> type) {
    return String.valueOf(type.getPackage().getImplementationVersion());
  }

  private static byte[] code(Class<?> type) {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream code = type.getResourceAsStream(resource)) {
      return code == null ? new byte[0] : code.readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
