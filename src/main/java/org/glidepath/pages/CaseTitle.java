package org.glidepath.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A test case, as far as a page names it.
 *
 * @param path its folder, below the folder of all cases, with {@code /} between the parts
 * @param title what it is about
 * @param fires ids of the rules that it expects to give advice
 * @param silent ids of the rules that it expects to stay silent
 */
record CaseTitle(String path, String title, Set<String> fires, Set<String> silent) {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** All cases below a folder, in the order of their paths; none where there is no such folder. */
  static List<CaseTitle> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.endsWith("case.yaml")).sorted().toList();
    }
    List<CaseTitle> cases = new ArrayList<>();
    for (Path file : files) {
      JsonNode written = YAML.readTree(Files.readAllBytes(file));
      JsonNode expect = written.path("expect");
      cases.add(
          new CaseTitle(
              folder.relativize(file).toString().replace('\\', '/').replace("/case.yaml", ""),
              written.path("title").asText(),
              words(expect.path("fires")),
              words(expect.path("silent"))));
    }
    return cases;
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new TreeSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
