package org.glidepath.rulebook.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Compiled rules on disk are as little to be trusted as rules in text. */
class KeptRulesTest {

  private static final String RULE =
      """
      package rules.taper;
      import org.glidepath.facts.*;
      rule "Convention One" @evidence( "A" )
      when
        $use : Exposure( current )
      then
        insertLogical( new LongUse( $use ) );
      end
      """;

  @TempDir private Path folder;
  private KeptRules kept = new KeptRules(Path.of("nowhere"), "");
  private Path file = Path.of("nowhere");

  @BeforeEach
  void keep_a_rule() throws IOException {
    List<DrlRule> rules =
        DrlFiles.read(List.of(new SourceFile("taper/a.drl", "a.drl", RULE)), new Problems());
    Compiled compiled = Compiler.compile(rules, Map.of(), new Problems()).orElseThrow();
    kept = new KeptRules(folder, "hash");
    kept.write(rules.stream().map(DrlRule::rule).toList(), compiled);
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
  }

  @Test
  void rules_that_were_kept_are_read_back() {
    assertThat(kept.read().orElseThrow().rules()).hasSize(1);
  }

  @Test
  void a_class_that_does_more_than_a_rule_is_not_loaded() throws IOException {
    replaceClasses();

    assertThat(kept.read()).isEmpty();
    assertThat(System.getProperty("hostile.kept")).isNull();
  }

  @Test
  void a_file_that_others_can_write_is_not_read() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(kept.read()).isEmpty();
  }

  @Test
  void a_link_to_another_file_is_not_read() throws IOException {
    Path elsewhere = Files.move(file, folder.resolve("elsewhere.zip"));
    Files.createSymbolicLink(file, elsewhere);

    assertThat(kept.read()).isEmpty();
  }

  @Test
  void a_file_that_unpacks_to_gigabytes_is_not_read() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("rules/taper/Rules.class"));
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 70; i++) {
        zip.write(megabyte);
      }
    }

    assertThat(kept.read()).isEmpty();
  }

  /** Every class of the kept rules becomes one that leaves a mark when it is loaded. */
  private void replaceClasses() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile old = new ZipFile(file.toFile());
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : old.stream().toList()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        boolean code = entry.getName().endsWith(".class");
        zip.write(
            code
                ? marking(entry.getName().replaceAll("^[^/]+/|\\.class$", ""))
                : old.getInputStream(entry).readAllBytes());
      }
    }
    Files.write(file, bytes.toByteArray());
    assertThat(CodeGate.refused(Map.of("rules/A.class", marking("rules/A"))))
        .containsExactly("java.lang.System", "java.lang.System#setProperty");
  }

  private static byte[] marking(String name) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    method.visitCode();
    method.visitLdcInsn("hostile.kept");
    method.visitLdcInsn("ran");
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        "java/lang/System",
        "setProperty",
        "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;",
        false);
    method.visitInsn(Opcodes.POP);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
