package org.glidepath.rulebook.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a rule folder may bring in. */
class FolderTest {

  @TempDir private Path temporary;
  private Path rules = Path.of("nowhere");
  private final Problems problems = new Problems();

  @BeforeEach
  void a_folder_with_one_file() throws IOException {
    rules = Files.createDirectories(temporary.resolve("rules"));
    Files.createDirectories(rules.resolve("taper"));
    Files.createDirectories(temporary.resolve("fhir-profiles/valuesets"));
    Files.writeString(rules.resolve("taper/a.drl"), "x");
  }

  @Test
  void swap_lock_and_backup_files_of_editors_are_left_alone() throws IOException {
    for (String name :
        List.of(
            "taper/.a.drl.swp",
            "taper/a.drl~",
            "taper/#a.drl#",
            "taper/a.drl.bak",
            "taper/a.drl___jb_tmp___",
            "taper/4913",
            ".git/config.yaml",
            "taper/.hidden/b.drl")) {
      Files.createDirectories(rules.resolve(name).getParent());
      Files.writeString(rules.resolve(name), "x");
    }
    Files.createSymbolicLink(rules.resolve("taper/.#a.drl"), Path.of("user@host.1234:5678"));

    assertThat(names()).containsExactly("taper/a.drl");
    assertThat(problems()).isEmpty();
  }

  @Test
  void a_link_out_of_the_folder_is_refused() throws IOException {
    Path secret = Files.writeString(temporary.resolve("secret.yaml"), "x");
    Files.createSymbolicLink(rules.resolve("taper/b.yaml"), secret);

    assertThat(names()).containsExactly("taper/a.drl");
    assertThat(problems())
        .containsExactly(
            "rules/taper/b.yaml:1:1: error: this link leads out of the folder; copy the file here");
  }

  @Test
  void a_link_within_the_folder_is_followed() throws IOException {
    Files.createSymbolicLink(rules.resolve("switch"), rules.resolve("taper"));

    assertThat(names()).containsExactly("switch/a.drl", "taper/a.drl");
    assertThat(problems()).isEmpty();
  }

  @Test
  void a_circle_of_links_is_refused() throws IOException {
    Files.createSymbolicLink(rules.resolve("taper/again"), rules);

    names();

    assertThat(problems()).containsExactly("rules:1:1: error: this folder cannot be read");
  }

  @Test
  void a_huge_file_is_refused() throws IOException {
    Files.write(rules.resolve("taper/b.drl"), new byte[(2 << 20) + 1]);

    assertThat(names()).containsExactly("taper/a.drl");
    assertThat(problems())
        .containsExactly("rules/taper/b.drl:1:1: error: 2097153 bytes; at most 2097152 are read");
  }

  @Test
  void a_folder_of_thousands_of_files_is_refused() throws IOException {
    for (int i = 0; i <= 2_000; i++) {
      Files.writeString(rules.resolve("taper/" + i + ".drl"), "");
    }

    assertThat(names()).isEmpty();
    assertThat(problems())
        .containsExactly("rules:1:1: error: more than 2000 files are here; this is no rule book");
  }

  private List<String> names() {
    return SourceFiles.read(rules, temporary.resolve("fhir-profiles"), problems)
        .rules(name -> true)
        .stream()
        .map(SourceFile::name)
        .toList();
  }

  private List<String> problems() {
    return problems.sorted().stream()
        .map(problem -> problem.toString().replace(temporary + "/", ""))
        .toList();
  }
}
