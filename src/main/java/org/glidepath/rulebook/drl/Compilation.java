package org.glidepath.rulebook.drl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Message.Level;
import org.kie.api.builder.ReleaseId;

/**
 * One run of the compiler of Drools.
 *
 * @param result the compiled rules, which passed the second gate; empty where the compiler refused
 *     them
 * @param complaints what the compiler said
 */
record Compilation(Optional<RuleClasses> result, List<Complaint> complaints) {

  static {
    // Above ten rules, a parallel build of Drools 10.2.0 can lose generated classes.
    setUnlessGiven("drools.parallelRulesBuildThreshold", "-1");
    // A class for each constraint makes the compiler slower by a seventh, and rules no faster.
    setUnlessGiven("drools.externaliseCanonicalModelLambda", "false");
  }

  /**
   * One message of the compiler.
   *
   * @param path file it speaks of, often a generated one
   * @param line line there, or nonsense
   * @param text what it says
   */
  record Complaint(String path, long line, String text) {

    /** The compiled rules would use what rules may not use. */
    static Complaint refusal(List<String> refused) {
      return new Complaint(
          "", -1, "it would use %s, which rules may not".formatted(String.join(", ", refused)));
    }
  }

  /**
   * Compiles.
   *
   * @param texts DRL by path: {@code rules/flumazenil/flumazenil.drl}
   */
  static synchronized Compilation of(Map<String, String> texts) {
    KieServices services = KieServices.get();
    ReleaseId id = services.newReleaseId("org.glidepath", "rules", UUID.randomUUID().toString());
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(id);
    texts.forEach((path, text) -> files.write("src/main/resources/" + path, text));
    try {
      KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
      List<Message> errors = builder.getResults().getMessages(Level.ERROR);
      if (!errors.isEmpty()) {
        return new Compilation(Optional.empty(), complaints(errors));
      }
      RuleClasses classes = RuleClasses.of((CanonicalKieModule) builder.getKieModule());
      List<String> refused = CodeGate.refused(classes.code());
      if (!refused.isEmpty()) {
        return new Compilation(Optional.empty(), List.of(Complaint.refusal(refused)));
      }
      return new Compilation(Optional.of(classes), List.of());
    } catch (RuntimeException e) {
      // the compiler throws what it did not foresee: a number compared with a text, a reserved word
      String text = e.getClass().getSimpleName() + ": " + e.getMessage();
      return new Compilation(Optional.empty(), List.of(new Complaint("", -1, text)));
    } finally {
      services.getRepository().removeKieModule(id);
    }
  }

  private static List<Complaint> complaints(List<Message> errors) {
    return errors.stream()
        .map(message -> new Complaint(message.getPath(), message.getLine(), message.getText()))
        .filter(complaint -> !complaint.text().startsWith("Java source of"))
        .toList();
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
