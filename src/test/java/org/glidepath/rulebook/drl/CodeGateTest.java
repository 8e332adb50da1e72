package org.glidepath.rulebook.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.glidepath.rulebook.drl.Compilation.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second gate alone: what would happen if the check of the text had missed an attack. */
class CodeGateTest {

  private static final Path ATTACKS = Path.of("src/test/resources/hostile-rules");

  @ParameterizedTest
  @CsvSource({
    "then-exit.drl, java.lang.System#exit",
    "then-exec.drl, java.lang.Runtime#exec",
    "then-process-builder.drl, java.lang.ProcessBuilder#start",
    "then-thread.drl, java.lang.Thread#start",
    "then-read-file.drl, java.nio.file.Files#readString",
    "then-read-environment.drl, java.lang.System#getenv",
    "then-get-class-chain.drl, java.lang.Class#getClassLoader",
    "then-class-for-name.drl, java.lang.Class#forName",
    "then-unicode-escape-ends-text.drl, java.lang.System#getenv",
    "then-drools-runtime.drl, org.kie.api.KieBase#removeRule",
    "then-text-repeat.drl, java.lang.String#repeat",
    "when-eval.drl, java.lang.System#getenv",
    "when-new-in-constraint.drl, java.io.File#exists",
    "when-stream.drl, java.util.stream.Stream#count",
    "file-import-static.drl, java.lang.System#exit"
  })
  void what_the_parser_lets_through_is_refused_before_it_is_loaded(String attack, String reference)
      throws IOException {
    String text = Files.readString(ATTACKS.resolve(attack));
    if (attack.equals("file-import-static.drl")) {
      text = text.replace("insertLogical( new LongUse( $use ) );", "exit( 1 );");
    }

    Compilation compilation = Compilation.of(Map.of("rules/taper/hostile.drl", text));

    assertThat(compilation.result()).isEmpty();
    assertThat(compilation.complaints()).hasSize(1);
    Complaint complaint = compilation.complaints().get(0);
    assertThat(complaint.text()).startsWith("it would use ").contains(reference);
  }

  @Test
  void a_class_under_another_name_is_refused() throws IOException {
    byte[] bytes = code(CodeGateTest.class);

    assertThat(CodeGate.refused(Map.of("rules/taper/Rules.class", bytes)))
        .contains("org/glidepath/rulebook/drl/CodeGateTest in rules/taper/Rules.class");
  }

  @Test
  void what_is_no_class_file_is_refused() {
    assertThat(CodeGate.refused(Map.of("rules/taper/Rules.class", new byte[] {1, 2, 3})))
        .containsExactly("rules/taper/Rules.class (no class file)");
  }

  static byte[] code(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
