package org.glidepath.rulebook.drl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.drools.model.Model;

/**
 * One rule file, compiled and loaded. Each file has a package and classes of its own, so that a
 * change of one file leaves those of all others as they are, warm as they are.
 */
public final class CompiledFile {

  private final RuleClasses classes;
  private final List<Model> models;

  private CompiledFile(RuleClasses classes, List<Model> models) {
    this.classes = classes;
    this.models = models;
  }

  /** Loads what passed the gate. */
  static CompiledFile of(RuleClasses classes) {
    return new CompiledFile(classes, classes.load());
  }

  RuleClasses classes() {
    return classes;
  }

  /** The description of its rules that a base is made of. */
  List<Model> models() {
    return models;
  }

  /** What a file is known by: equal texts, under equal paths, are compiled to equal classes. */
  static String key(String path, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((path + "\0" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
