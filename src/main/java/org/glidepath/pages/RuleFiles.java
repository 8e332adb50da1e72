package org.glidepath.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glidepath.rulebook.Rule;

/** The words of rules and cards as their authors wrote them. */
final class RuleFiles {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final Path folder;
  private final Map<String, List<String>> lines = new HashMap<>();

  RuleFiles(Path folder) {
    this.folder = folder;
  }

  /** A rule from its name to its {@code end}, with the comment above it. */
  List<String> text(Rule rule) throws IOException {
    List<String> file = lines(rule.file());
    int first = rule.line() - 1;
    List<String> text = new ArrayList<>();
    for (int above = first - 1; above >= 0 && file.get(above).startsWith("//"); above--) {
      text.add(file.get(above));
    }
    Collections.reverse(text);
    for (int line = first; line < file.size(); line++) {
      text.add(file.get(line));
      if (file.get(line).strip().equals("end")) {
        break;
      }
    }
    return text;
  }

  /** The card text of a rule id; a missing node where it has none. */
  JsonNode card(String ruleFolder, String id) throws IOException {
    Path file = folder.resolve(ruleFolder).resolve(id + ".en.yaml");
    return Files.exists(file) ? YAML.readTree(Files.readAllBytes(file)) : MissingNode.getInstance();
  }

  private List<String> lines(String file) throws IOException {
    List<String> known = lines.get(file);
    if (known == null) {
      known = Files.readAllLines(folder.resolve(file));
      lines.put(file, known);
    }
    return known;
  }
}
