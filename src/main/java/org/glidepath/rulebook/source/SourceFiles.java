package org.glidepath.rulebook.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a rule book as they were on disk at one moment, and the hash over all of them. */
public final class SourceFiles {

  /** Control characters but line feed and tab, other ends of lines, and signs that turn a text. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t\\u00AD]]");

  private final TreeMap<String, SourceFile> rules = new TreeMap<>();
  private final TreeMap<String, SourceFile> profiles = new TreeMap<>();
  private final MessageDigest digest = sha256();
  private final Path rulesDir;

  private SourceFiles(Path rulesDir) {
    this.rulesDir = rulesDir;
  }

  /** Reads everything that a rule book is made of; other files in the folders are left alone. */
  public static SourceFiles read(Path rulesDir, Path profilesDir, Problems problems) {
    SourceFiles files = new SourceFiles(rulesDir);
    files.readAll(rulesDir, "rules/", files.rules, SourceFiles::ofRules, problems);
    files.readAll(
        valueSets(profilesDir),
        "valuesets/",
        files.profiles,
        name -> name.endsWith(".json") && !name.contains("/"),
        problems);
    return files;
  }

  /** Where the value sets lie. */
  public static Path valueSets(Path profilesDir) {
    return profilesDir.resolve("valuesets");
  }

  /** Files of the rule folder, by path, that fulfil a condition on their path below it. */
  public List<SourceFile> rules(Predicate<String> name) {
    return rules.values().stream().filter(file -> name.test(file.name())).toList();
  }

  /** The file of the rule folder with this path. */
  public Optional<SourceFile> rule(String name) {
    return Optional.ofNullable(rules.get(name));
  }

  /** The value sets. */
  public List<SourceFile> valueSets() {
    return List.copyOf(profiles.values());
  }

  /** A file of the rule folder that is expected; its absence is a problem. */
  public Optional<SourceFile> needed(String name, Problems problems) {
    Optional<SourceFile> file = rule(name);
    if (file.isEmpty()) {
      problems.error(new Place(rulesDir.resolve(name).toString(), 1, 1), "this file is missing");
    }
    return file;
  }

  /** The rule folder itself. */
  public Place root() {
    return new Place(rulesDir.toString(), 1, 1);
  }

  /** SHA-256 over the paths and contents of all files, in hexadecimal digits. */
  public String hash() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean ofRules(String name) {
    return Stream.of(".drl", ".yaml", ".yml", ".csv", ".mustache").anyMatch(name::endsWith);
  }

  private void readAll(
      Path root,
      String prefix,
      Map<String, SourceFile> into,
      Predicate<String> wanted,
      Problems problems) {
    for (Map.Entry<String, Path> file : Folder.files(root, wanted, problems).entrySet()) {
      readOne(file.getKey(), file.getValue(), prefix, into, problems);
    }
  }

  private void readOne(
      String name, Path path, String prefix, Map<String, SourceFile> into, Problems problems) {
    try {
      byte[] content = Files.readAllBytes(path);
      digest.update(
          (prefix + name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
      digest.update(content);
      String text = text(content, path, problems);
      SourceFile file = new SourceFile(name, path.toString(), withoutCarriageReturns(text));
      into.put(name, file);
      if (!problems.any(file.shown())) {
        refuseUnseen(file, problems);
      }
    } catch (IOException e) {
      problems.error(new Place(path.toString(), 1, 1), "cannot be read: " + e.getMessage());
    }
  }

  /** The text of a file; where it is no UTF-8, the rest of it is checked all the same. */
  private static String text(byte[] content, Path path, Problems problems) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer decoded = CharBuffer.allocate(content.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, decoded, true);
    if (!result.isError()) {
      return decoded.flip().toString();
    }
    String before = new String(content, 0, bytes.position(), StandardCharsets.ISO_8859_1);
    problems.error(
        new SourceFile("", path.toString(), before).at(before.length()),
        "this is not UTF-8 text; save it as UTF-8");
    boolean utf16 =
        bytes.position() == 0 && content.length > 1 && (content[0] & content[1] & 0xFE) == 0xFE;
    return new String(content, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
  }

  /** What no reader sees may not change what a text means to a program. */
  private static void refuseUnseen(SourceFile file, Problems problems) {
    Matcher unseen = UNSEEN.matcher(file.text());
    if (unseen.find()) {
      problems.error(
          file.at(unseen.start()),
          "an invisible character (U+%04X) stands here; remove it"
              .formatted(unseen.group().codePointAt(0)));
    }
  }

  /** Lines end with a line feed everywhere behind this point; a byte order mark is dropped. */
  private static String withoutCarriageReturns(String text) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    return unix.startsWith("\uFEFF") ? unix.substring(1) : unix;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
