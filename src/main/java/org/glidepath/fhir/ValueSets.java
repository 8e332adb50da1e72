package org.glidepath.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.pharmacology.DrugTable.Code;
import org.glidepath.pharmacology.Names;

/**
 * The value sets of {@code fhir-profiles/valuesets/}: which codes, and which drug names in text,
 * mean what the rules speak of.
 */
public final class ValueSets {

  /**
   * The local code system whose codes are the names of drugs, to be found in displays and texts.
   */
  public static final String INGREDIENT = "https://glidepath.org/CodeSystem/ingredient";

  private final Map<String, ValueSet> byId;
  private final Map<Code, Set<String>> idsByCode = new HashMap<>();
  private final Map<Code, String> displays = new HashMap<>();
  private final Names<Ingredient> ingredients = new Names<>();

  /**
   * One value set.
   *
   * @param id the file's and the resource's id: "cirrhosis"
   * @param title as a person calls it
   * @param units the UCUM units in which the rules expect what these codes measure; empty where
   *     they do not care
   * @param concepts its codes
   */
  public record ValueSet(String id, String title, List<String> units, List<Concept> concepts) {}

  /** A code with the text that goes with it. */
  public record Concept(String system, String code, String display) {}

  /**
   * A drug name that stands in a text.
   *
   * @param name as the value sets spell it
   * @param means ids of the value sets that hold it
   */
  public record Ingredient(String name, Set<String> means) {}

  /** Value sets with ids of their own. */
  public ValueSets(List<ValueSet> valueSets) {
    byId = new LinkedHashMap<>();
    Map<String, Set<String>> idsByIngredient = new LinkedHashMap<>();
    for (ValueSet valueSet : valueSets) {
      byId.put(valueSet.id(), valueSet);
      for (Concept concept : valueSet.concepts()) {
        if (concept.system().equals(INGREDIENT)) {
          idsByIngredient
              .computeIfAbsent(concept.code(), name -> new LinkedHashSet<>())
              .add(valueSet.id());
        } else {
          Code code = spelled(new Code(concept.system(), concept.code()));
          idsByCode.computeIfAbsent(code, same -> new LinkedHashSet<>()).add(valueSet.id());
          displays.putIfAbsent(code, concept.display());
        }
      }
    }
    idsByIngredient.forEach((name, ids) -> ingredients.add(name, new Ingredient(name, ids)));
  }

  /** The ids of all value sets. */
  public Set<String> ids() {
    return byId.keySet();
  }

  /** The units in which one value set is measured; empty where none are stated. */
  List<String> units(String id) {
    ValueSet valueSet = byId.get(id);
    return valueSet == null ? List.of() : valueSet.units();
  }

  /** Whether UCUM knows this unit. */
  public static boolean isUnit(String code) {
    return Units.ucumCode(code).equals(code);
  }

  /** The codes of one value set; empty for an id that does not exist. */
  public List<Concept> concepts(String id) {
    ValueSet valueSet = byId.get(id);
    return valueSet == null ? List.of() : valueSet.concepts();
  }

  /**
   * The ids of the value sets that hold this code, in whatever spelling its system allows, or a
   * group of ATC that it is in.
   */
  public Set<String> holding(String system, String code) {
    List<String> codes = CodeSystems.withGroups(system, CodeSystems.spelling(system, code));
    if (codes.size() == 1) {
      return idsByCode.getOrDefault(new Code(system, codes.get(0)), Set.of());
    }
    Set<String> ids = new LinkedHashSet<>();
    codes.forEach(group -> ids.addAll(idsByCode.getOrDefault(new Code(system, group), Set.of())));
    return ids;
  }

  /** What the value sets call this code; empty for one that none of them lists. */
  Optional<String> display(Code code) {
    return Optional.ofNullable(displays.get(spelled(code))).filter(text -> !text.isEmpty());
  }

  private static Code spelled(Code code) {
    return new Code(code.system(), CodeSystems.spelling(code.system(), code.code()));
  }

  /** The drug names that stand in this text as whole words, in any case. */
  public List<Ingredient> ingredientsIn(String text) {
    return new ArrayList<>(ingredients.in(text));
  }
}
