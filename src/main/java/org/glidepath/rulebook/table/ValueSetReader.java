package org.glidepath.rulebook.table;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.fhir.ValueSets;
import org.glidepath.fhir.ValueSets.Concept;
import org.glidepath.fhir.ValueSets.ValueSet;
import org.glidepath.rulebook.source.Members;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.TreeReader;

/** Reads the value sets of {@code fhir-profiles/valuesets/}. */
public final class ValueSetReader {

  private static final String MEASURED_IN = "https://glidepath.org/StructureDefinition/measured-in";

  private final Problems problems;

  private ValueSetReader(Problems problems) {
    this.problems = problems;
  }

  /** All value sets. */
  public static ValueSets read(List<SourceFile> files, Problems problems) {
    ValueSetReader reader = new ValueSetReader(problems);
    return new ValueSets(files.stream().flatMap(file -> reader.read(file).stream()).toList());
  }

  /** Their names, also of those that cannot be read. */
  public static Set<String> names(List<SourceFile> files) {
    return files.stream().map(ValueSetReader::name).collect(toSet());
  }

  private static String name(SourceFile file) {
    return file.fileName().substring(0, file.fileName().length() - ".json".length());
  }

  private Optional<ValueSet> read(SourceFile file) {
    return TreeReader.json(file, problems).map(root -> valueSet(file, root));
  }

  private ValueSet valueSet(SourceFile file, Node root) {
    Members members = Members.any(root, "a value set", problems);
    members
        .required("resourceType")
        .filter(type -> !type.text().equals("ValueSet"))
        .ifPresent(type -> problems.error(type.place(), "resourceType is \"ValueSet\" here"));
    String expected = name(file);
    members
        .required("id")
        .filter(id -> !id.text().equals(expected))
        .ifPresent(
            id ->
                problems.error(
                    id.place(),
                    "id is \"%s\", expected \"%s\", the name of the file"
                        .formatted(id.text(), expected)));
    List<Concept> concepts =
        members.required("compose").stream().flatMap(node -> concepts(node).stream()).toList();
    if (concepts.isEmpty() && members.has("compose")) {
      problems.error(root.place(), "no concept is listed, so nothing can belong to it");
    }
    String title = members.optionalText("title").orElse(expected);
    return new ValueSet(expected, title, units(members), concepts);
  }

  /** The units that the set is measured in, by an extension each. */
  private List<String> units(Members valueSet) {
    List<String> units = new ArrayList<>();
    for (Node node : valueSet.list("extension")) {
      Members extension = Members.any(node, "an extension", problems);
      if (extension.text("url").equals(MEASURED_IN)) {
        String unit = extension.text("valueCode");
        if (!ValueSets.isUnit(unit)) {
          problems.error(node.place(), "\"%s\" is no unit that UCUM knows".formatted(unit));
        }
        units.add(unit);
      }
    }
    return units;
  }

  private List<Concept> concepts(Node compose) {
    List<Concept> concepts = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Node node : Members.any(compose, "compose", problems).list("include")) {
      Members include = Members.any(node, "an include", problems);
      String system = include.text("system");
      include.required("concept");
      for (Node item : include.list("concept")) {
        Members concept = Members.any(item, "a concept", problems);
        String code = concept.text("code");
        if (!seen.add(List.of(system, code))) {
          problems.error(item.place(), "code \"" + code + "\" is listed twice; keep one");
        }
        concepts.add(new Concept(system, code, concept.optionalText("display").orElse(code)));
      }
    }
    return concepts;
  }
}
