package org.glidepath.rulebook.drl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.core.phreak.PhreakBuilder;
import org.drools.model.Model;
import org.drools.modelcompiler.CanonicalKieModule;

/**
 * The classes that rules were compiled to. A base is made of them directly, not by way of a module
 * of Drools: that needs no XML and a third of the time.
 *
 * @param models names of the classes that describe the rules of one package each, in their order
 * @param code byte code by path: {@code rules/taper/Rules1.class}
 */
record RuleClasses(List<String> models, Map<String, byte[]> code) {

  static {
    // Drools 10.2.0 can lose a rule when it prepares segments of shared conditions while it adds
    // rules (docs/decisions/005); made with the first session they are right. It asks only once.
    System.setProperty("drools.useEagerSegmentCreation", "false");
  }

  private static final String CLASS = ".class";

  /** Where the classes of rules are; beside them, Drools describes a module that is not needed. */
  private static final String RULES = "rules/";

  static RuleClasses of(CanonicalKieModule module) {
    Map<String, byte[]> code = new TreeMap<>();
    module
        .getClassesMap()
        .forEach(
            (path, bytes) -> {
              if (path.startsWith(RULES) && path.endsWith(CLASS)) {
                code.put(path, bytes);
              }
            });
    byte[] list = module.getBytes(CanonicalKieModule.getModelFileWithGAV(module.getReleaseId()));
    List<String> models =
        new String(list, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> code.containsKey(path(line)))
            .sorted()
            .toList();
    return new RuleClasses(models, code);
  }

  /** Loads the classes, and makes the description of their rules. */
  List<Model> load() {
    if (PhreakBuilder.isEagerSegmentCreation()) {
      throw new IllegalStateException("Drools was started before rules were: rules could be lost");
    }
    ClassLoader loader = new Loader(code);
    List<Model> instances = new ArrayList<>();
    try {
      for (String model : models) {
        instances.add((Model) loader.loadClass(model).getDeclaredConstructor().newInstance());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the compiled rules lack a part", e);
    }
    if (instances.isEmpty()) {
      throw new IllegalStateException("the compiled rules are empty");
    }
    return instances;
  }

  private static String path(String className) {
    return className.replace('.', '/') + CLASS;
  }

  private static final class Loader extends ClassLoader {

    private final Map<String, byte[]> code;

    Loader(Map<String, byte[]> code) {
      super(RuleClasses.class.getClassLoader());
      this.code = code;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = code.get(path(name));
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
