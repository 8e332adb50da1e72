package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glidepath.pharmacology.DrugTable.Code;

/**
 * What a record calls a thing: by codes, and in words.
 *
 * @param codes its codes, in their order
 * @param texts the displays of the codes in their order, then the text of its own
 */
record Coded(List<Code> codes, List<String> texts) {

  /** What a fully specified name of SNOMED CT ends in: it is for terminologists. */
  private static final Pattern SEMANTIC_TAG =
      Pattern.compile(
          " \\((?:disorder|finding|situation|event|procedure|regime/therapy|observable entity"
              + "|morphologic abnormality|qualifier value)\\)$");

  static final Coded NOTHING = new Coded(List.of(), List.of());

  /**
   * The codes and texts of a CodeableConcept, of a list of them, of a Coding, or of the bare string
   * that some senders write in its place.
   */
  static Coded of(JsonNode concept) {
    if (concept.isArray()) {
      Coded all = NOTHING;
      for (JsonNode entry : concept) {
        all = all.and(of(entry));
      }
      return all;
    }
    if (concept.isTextual()) {
      return new Coded(List.of(), List.of(concept.asText()));
    }
    List<Code> codes = new ArrayList<>();
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode coding : concept.has("code") ? List.of(concept) : Json.list(concept, "coding")) {
      String code = Json.text(coding, "code");
      if (!code.isEmpty()) {
        codes.add(new Code(CodeSystems.canonical(Json.text(coding, "system")), code));
      }
      texts.add(Json.text(coding, "display"));
    }
    texts.add(Json.text(concept, "text"));
    texts.remove("");
    return new Coded(codes, List.copyOf(texts));
  }

  /** Both together. */
  Coded and(Coded other) {
    return new Coded(
        Stream.concat(codes.stream(), other.codes.stream()).distinct().toList(),
        Stream.concat(texts.stream(), other.texts.stream()).distinct().toList());
  }

  /** These codes with a text more. */
  Coded andText(String text) {
    return text.isBlank() ? this : and(new Coded(List.of(), List.of(text)));
  }

  /** Ids of the value sets that hold one of the codes. */
  Set<String> meaning(ValueSets valueSets) {
    Set<String> ids = new LinkedHashSet<>();
    codes.forEach(code -> ids.addAll(valueSets.holding(code.system(), code.code())));
    return ids;
  }

  /** What a person would call it: its own text, else a display, else a code. */
  String name() {
    if (!texts.isEmpty()) {
      return SEMANTIC_TAG.matcher(texts.get(texts.size() - 1)).replaceFirst("");
    }
    return codes.isEmpty() ? "" : codes.get(0).code();
  }

  /** All texts, one a line. */
  String text() {
    return String.join("\n", texts);
  }
}
