package org.glidepath.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.fhir.Units.Unit;
import org.glidepath.pharmacology.DrugTable.Code;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/** What FHIR's quantities and coded values hold. */
final class Quantities {

  private Quantities() {}

  /** Its unit; empty where it has none or it is not understood. */
  static Optional<Unit> unit(Quantity quantity) {
    return Units.of(
        orEmpty(quantity.getSystem()), orEmpty(quantity.getCode()), orEmpty(quantity.getUnit()));
  }

  /** The unit as the record writes it, its first 20 characters; empty where it has none. */
  static String written(Quantity quantity) {
    String text = quantity.hasUnit() ? quantity.getUnit() : orEmpty(quantity.getCode());
    return text.substring(0, Math.min(text.length(), 20));
  }

  /** The UCUM code of the unit, in whatever spelling; empty where it has none that UCUM knows. */
  static String ucum(Quantity quantity) {
    String code = orEmpty(quantity.getCode());
    String system = CodeSystems.canonical(orEmpty(quantity.getSystem()));
    boolean coded = !code.isEmpty() && (system.isEmpty() || system.equals(CodeSystems.UCUM));
    String known = coded ? Units.ucumCode(code) : "";
    if (known.isEmpty()) {
      known = Units.ucumCode(orEmpty(quantity.getUnit()));
    }
    return known.isEmpty() && coded ? code : known;
  }

  /** The codes and texts of a concept. */
  static Coded coded(CodeableConcept concept) {
    List<Code> codes = new ArrayList<>();
    Set<String> texts = new LinkedHashSet<>();
    for (Coding coding : concept.getCoding()) {
      if (coding.hasCode()) {
        codes.add(new Code(CodeSystems.canonical(orEmpty(coding.getSystem())), coding.getCode()));
      }
      texts.add(orEmpty(coding.getDisplay()));
    }
    texts.add(orEmpty(concept.getText()));
    texts.remove("");
    return new Coded(codes, List.copyOf(texts));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
