package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * The second gate: what compiled rules refer to, read from the constant pools of their classes
 * before any of them is loaded. Nothing can be called, read or made without an entry there, so a
 * rule that got something past the check of its text is stopped here.
 */
final class CodeGate {

  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int CLASS = 7;
  private static final int DYNAMIC_CONSTANT = 17;

  private CodeGate() {}

  /**
   * What these classes refer to and rules may not use, as {@code java.lang.System#exit}; empty
   * where they may be loaded.
   *
   * @param code byte code by path: {@code rules/taper/Rules1.class}
   */
  static List<String> refused(Map<String, byte[]> code) {
    TreeSet<String> refused = new TreeSet<>();
    new TreeMap<>(code)
        .forEach(
            (path, bytes) -> {
              for (Reference reference : references(path, bytes)) {
                if (!AllowedCode.allows(reference)) {
                  refused.add(reference.toString());
                }
              }
            });
    return List.copyOf(refused);
  }

  /**
   * What a class refers to.
   *
   * @param owner internal name of a class: {@code java/lang/System}; empty for what no rule has
   * @param name a field or method of it; empty for the class itself
   */
  record Reference(String owner, String name) {

    @Override
    public String toString() {
      String separator = owner.isEmpty() || name.isEmpty() ? "" : "#";
      return owner.replace('/', '.') + separator + name;
    }
  }

  static List<Reference> references(String path, byte[] bytes) {
    try {
      ClassReader reader = new ClassReader(bytes);
      List<Reference> references = new ArrayList<>();
      if (!path.equals(reader.getClassName() + ".class")) {
        references.add(new Reference("", reader.getClassName() + " in " + path));
      }
      char[] buffer = new char[reader.getMaxStringLength()];
      for (int i = 1; i < reader.getItemCount(); i++) {
        int item = reader.getItem(i);
        if (item > 0) {
          add(reader, item, buffer, references);
        }
      }
      return references;
    } catch (RuntimeException e) {
      return List.of(new Reference("", path + " (no class file)"));
    }
  }

  private static void add(ClassReader reader, int item, char[] buffer, List<Reference> references) {
    switch (reader.readByte(item - 1)) {
      case FIELD, METHOD, INTERFACE_METHOD -> {
        int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
        references.add(
            new Reference(reader.readClass(item, buffer), reader.readUTF8(nameAndType, buffer)));
      }
      case CLASS -> references.add(new Reference(element(reader.readUTF8(item, buffer)), ""));
      case DYNAMIC_CONSTANT -> references.add(new Reference("", "a dynamic constant"));
      default -> {
        // numbers, texts, and parts of what is read above
      }
    }
  }

  /** The class that an array is made of. */
  private static String element(String internalName) {
    String name = internalName.replaceFirst("^\\[+", "");
    return name.startsWith("L") && name.endsWith(";") && internalName.startsWith("[")
        ? name.substring(1, name.length() - 1)
        : name;
  }
}
