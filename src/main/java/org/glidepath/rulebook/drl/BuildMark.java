package org.glidepath.rulebook.drl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.glidepath.facts.Fact;
import org.kie.api.KieBase;

/** A mark of everything but their text that compiled rules depend on: Drools, Java, this build. */
final class BuildMark {

  private BuildMark() {}

  static String get() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(version(KieBase.class).getBytes(StandardCharsets.UTF_8));
      digest.update(version(BuildMark.class).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) Runtime.version().feature());
      digest.update(code());
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String version(Class<?> type) {
    return String.valueOf(type.getPackage().getImplementationVersion());
  }

  /**
   * What tells one build of this project from another: the jar, or the classes of the facts and of
   * whoever compiles and keeps rules. Without the latter, rules that were kept before the gates
   * were changed would be read as if they had been kept after.
   */
  private static byte[] code() {
    try {
      URL location = BuildMark.class.getProtectionDomain().getCodeSource().getLocation();
      Path jar = Path.of(location.toURI());
      if (Files.isRegularFile(jar)) {
        return (Files.size(jar) + " " + Files.getLastModifiedTime(jar))
            .getBytes(StandardCharsets.UTF_8);
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (Class<?> room : List.of(Fact.class, BuildMark.class)) {
        try (Stream<Path> classes = Files.list(jar.resolve(folder(room)))) {
          for (Path file : classes.filter(Files::isRegularFile).sorted().toList()) {
            all.writeBytes(Files.readAllBytes(file));
          }
        }
      }
      return all.toByteArray();
    } catch (IOException | URISyntaxException | RuntimeException e) {
      // not to be told apart, so nothing that is kept may be taken for its own
      return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String folder(Class<?> type) {
    return type.getPackageName().replace('.', '/');
  }
}
