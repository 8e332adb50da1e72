package org.glidepath.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

  @TempDir Path folder;
  private AgeCases cases;

  @BeforeEach
  void book() {
    cases = new AgeCases(folder);
  }

  @Test
  void cases_and_records_in_archives_are_replayed_under_the_names_of_the_archives()
      throws IOException {
    Path old = cases.born("1940-01-01", "silent: [TP-001]");
    Map<String, String> files =
        Map.of(
            "a/case.yaml", AgeCases.read(old.resolve("case.yaml")),
            "a/bundle.json", AgeCases.read(old.resolve("bundle.json")),
            "record.json", AgeCases.bundle("1940-01-01"));
    Path zip = zip(folder.resolve("cases.zip"), files);
    Path tar = tar(folder.resolve("cases.tar.gz"), files);
    try (Archives archives = Archives.in(List.of(zip, tar))) {
      List<Path> entries = Replay.find(archives.paths(), Optional.empty());
      List<Result> results =
          cases.replay().run(entries, 2, result -> {}).stream().map(archives::shown).toList();
      assertThat(results)
          .extracting(result -> result.name() + " " + result.passed())
          .containsExactly(
              zip + "/a false",
              zip + "/record.json true",
              tar + "/a false",
              tar + "/record.json true");
    }
  }

  @Test
  void what_was_unpacked_is_removed() throws IOException {
    Path zip = zip(folder.resolve("cases.zip"), Map.of("x.json", "{}"));
    Archives archives = Archives.in(List.of(zip));
    Path unpacked = archives.paths().get(0);
    assertThat(unpacked.resolve("x.json")).exists();
    archives.close();
    assertThat(unpacked).doesNotExist();
  }

  @Test
  void nothing_is_written_outside_of_the_folder() throws IOException {
    Path zip = zip(folder.resolve("bad.zip"), Map.of("../../evil.json", "{}"));
    assertThatThrownBy(() -> Archives.in(List.of(zip)))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("leads out of the archive");
  }

  @Test
  void what_is_no_archive_is_told() {
    AgeCases.write(folder.resolve("bad.tar.gz"), "no archive");
    assertThatThrownBy(() -> Archives.in(List.of(folder.resolve("bad.tar.gz"))))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("bad.tar.gz: cannot be unpacked");
  }

  @Test
  void a_record_is_asked_with_the_hook_that_fits_it() {
    AgeCases.write(cases.cases().resolve("record.json"), AgeCases.bundle("1940-01-01"));
    assertThat(cases.results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.title())
                  .isEqualTo("Record of a patient, asked with order-sign, answered 200");
              assertThat(result.answer().orElseThrow().body().at("/cards/0/summary").asText())
                  .isEqualTo("Sixty-five or older");
            });
  }

  private static Path zip(Path file, Map<String, String> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Entry<String, String> one : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static Path tar(Path file, Map<String, String> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      for (Entry<String, String> one : files.entrySet()) {
        byte[] content = one.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(one.getKey());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return file;
  }
}
