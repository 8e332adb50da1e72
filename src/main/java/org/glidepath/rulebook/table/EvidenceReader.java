package org.glidepath.rulebook.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.glidepath.rulebook.Evidence;
import org.glidepath.rulebook.source.Members;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.TreeReader;

/** Reads {@code evidence.yaml}: what each source key stands for. */
public final class EvidenceReader {

  private static final int FIRST_YEAR = 1900;
  private static final Set<String> GRADES = Set.of("A", "B", "C", "D", "S");

  private EvidenceReader() {}

  /** The sources by key, in the order of the file. */
  public static Map<String, Evidence> read(SourceFile file, Problems problems) {
    Map<String, Evidence> evidence = new LinkedHashMap<>();
    TreeReader.yaml(file, problems)
        .ifPresent(
            root -> {
              Members.any(root, "evidence.yaml", problems);
              root.members()
                  .forEach(
                      (key, member) -> evidence.put(key, source(key, member.value(), problems)));
            });
    return evidence;
  }

  private static Evidence source(String key, Node node, Problems problems) {
    Members members =
        Members.of(
            node, "source " + key, problems, Set.of("label", "citation", "year", "url", "grade"));
    String grade = members.text("grade");
    members
        .value("grade")
        .filter(value -> !GRADES.contains(value.text()))
        .ifPresent(
            value ->
                problems.error(
                    value.place(),
                    "unknown grade \"%s\"; it is A, B, C, D or S".formatted(value.text())));
    members
        .value("url")
        .filter(url -> !url.text().startsWith("https://") && !url.text().startsWith("http://"))
        .ifPresent(url -> problems.error(url.place(), "a url begins with https://"));
    return new Evidence(
        key,
        members.text("label"),
        members.text("citation"),
        members.number("year", FIRST_YEAR),
        members.optionalText("url"),
        grade);
  }
}
