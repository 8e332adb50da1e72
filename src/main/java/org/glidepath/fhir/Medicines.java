package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glidepath.facts.Drug;
import org.glidepath.fhir.Medicine.Conflict;
import org.glidepath.fhir.ValueSets.Ingredient;
import org.glidepath.pharmacology.DrugTable;
import org.glidepath.pharmacology.DrugTable.Code;
import org.glidepath.pharmacology.Product;
import org.glidepath.pharmacology.Product.Strength;

/** Which drug a record means: by its codes, and by the names in its texts. The code wins. */
final class Medicines {

  /** The value set of codes that mean a benzodiazepine but not which. */
  static final String CLASS = "benzodiazepine-class";

  /**
   * The value set of words for the form of a product: they say something of a drug, and are none.
   */
  private static final String FORM = "topical-product";

  /** The stems that the WHO gives to benzodiazepines, and words for the class. */
  private static final Pattern LOOKS_LIKE_ONE =
      Pattern.compile(
          "\\b(?:\\p{L}*(?:azepam|zolam|azepate)|benzodiazepines?|benzos?|z-drugs?)\\b",
          Pattern.CASE_INSENSITIVE);

  private final ValueSets valueSets;
  private final DrugTable drugs;

  Medicines(ValueSets valueSets, DrugTable drugs) {
    this.valueSets = valueSets;
    this.drugs = drugs;
  }

  /** What the codes and names of a medication, in their order, say together. */
  private record Evidence(
      Coded coded,
      Set<Drug> byCode,
      Set<Drug> byText,
      Set<String> codeMeans,
      List<Ingredient> ingredients) {

    /** Ingredients in the text that are no benzodiazepine. */
    List<Ingredient> others(DrugTable drugs) {
      return ingredients.stream()
          .filter(ingredient -> drugs.namedIn(ingredient.name()).isEmpty())
          .filter(ingredient -> !ingredient.means().equals(Set.of(CLASS)))
          .filter(ingredient -> !ingredient.means().contains(FORM))
          .toList();
    }
  }

  /** The drug that codes and texts mean. */
  Medicine of(Coded coded) {
    return resolve(evidence(coded), List.of());
  }

  /** The medicine of an order, statement, dispense or administration. */
  Medicine of(JsonNode use, Records records) {
    JsonNode reference = use.path("medicationReference");
    Optional<JsonNode> medication = records.resolve(reference, use);
    Coded coded =
        Coded.of(use.path("medicationCodeableConcept"))
            .andText(Json.text(reference, "display"))
            .and(medication.map(node -> Coded.of(node.path("code"))).orElse(Coded.NOTHING));
    List<JsonNode> ingredients =
        medication.map(node -> Json.list(node, "ingredient")).orElse(List.of());
    Evidence evidence = evidence(coded);
    if (evidence.byCode().isEmpty() && evidence.codeMeans().isEmpty()) {
      Coded within = coded;
      for (JsonNode ingredient : ingredients) {
        within = within.and(Coded.of(ingredient.path("itemCodeableConcept")));
      }
      evidence = evidence(within);
    }
    return resolve(evidence, ingredients);
  }

  private Evidence evidence(Coded coded) {
    Set<Drug> byCode = new LinkedHashSet<>();
    for (Code code : coded.codes()) {
      product(code).map(Product::drug).or(() -> drugs.byCode(code)).ifPresent(byCode::add);
    }
    String text = coded.text();
    return new Evidence(
        coded,
        byCode,
        new LinkedHashSet<>(drugs.namedIn(text)),
        coded.meaning(valueSets),
        valueSets.ingredientsIn(text));
  }

  private Optional<Product> product(Code code) {
    return drugs
        .product(code)
        .or(
            () ->
                drugs.product(
                    new Code(code.system(), CodeSystems.spelling(code.system(), code.code()))));
  }

  private Medicine resolve(Evidence evidence, List<JsonNode> ingredients) {
    List<Ingredient> others = evidence.others(drugs);
    if (!evidence.byCode().isEmpty()) {
      return coded(evidence, others, ingredients);
    }
    boolean otherByCode = evidence.codeMeans().stream().anyMatch(id -> !id.equals(CLASS));
    if (otherByCode && !sameDrug(evidence)) {
      Optional<Conflict> conflict =
          evidence.byText().stream()
              .findFirst()
              .map(drug -> new Conflict(name(evidence, others), drug.name()));
      return new Medicine(
          Optional.empty(),
          otherStrength(evidence, others, ingredients),
          Optional.empty(),
          Optional.of(name(evidence, others)),
          Optional.empty(),
          conflict,
          means(evidence, others));
    }
    return named(evidence, others, ingredients);
  }

  /**
   * Whether a benzodiazepine in the text goes with a code of another meaning: the code is of the
   * same drug or of the other drug of a combination.
   */
  private static boolean sameDrug(Evidence evidence) {
    return !evidence.byText().isEmpty()
        && evidence.ingredients().stream()
            .anyMatch(
                ingredient -> ingredient.means().stream().anyMatch(evidence.codeMeans()::contains));
  }

  private Medicine coded(Evidence evidence, List<Ingredient> others, List<JsonNode> ingredients) {
    List<Drug> byCode = List.copyOf(evidence.byCode());
    Drug drug = byCode.get(0);
    Optional<String> contrary = Optional.empty();
    if (byCode.size() > 1) {
      contrary = Optional.of(byCode.get(1).name());
    } else if (!evidence.byText().contains(drug)) {
      contrary =
          evidence.byText().stream()
              .map(Drug::name)
              .findFirst()
              .or(() -> others.stream().map(Ingredient::name).findFirst());
    }
    boolean combination = contrary.isEmpty() && !others.isEmpty();
    return new Medicine(
        Optional.of(drug),
        strength(evidence, drug, ingredients),
        form(evidence, drug),
        combination ? Optional.of(names(others)) : Optional.empty(),
        Optional.empty(),
        contrary.map(other -> new Conflict(drug.name(), other)),
        means(evidence, contrary.isEmpty() ? evidence.ingredients() : List.of()));
  }

  private Medicine named(Evidence evidence, List<Ingredient> others, List<JsonNode> ingredients) {
    Optional<Drug> drug =
        evidence.byText().size() == 1 ? evidence.byText().stream().findFirst() : Optional.empty();
    Optional<String> unmapped = drug.isPresent() ? Optional.empty() : unmapped(evidence);
    return new Medicine(
        drug,
        drug.isPresent()
            ? strength(evidence, drug.get(), ingredients)
            : otherStrength(evidence, others, ingredients),
        drug.flatMap(known -> form(evidence, known)),
        others.isEmpty() ? Optional.empty() : Optional.of(names(others)),
        unmapped,
        Optional.empty(),
        means(evidence, evidence.ingredients()));
  }

  private static Optional<String> unmapped(Evidence evidence) {
    Matcher looksLikeOne = LOOKS_LIKE_ONE.matcher(evidence.coded().text());
    boolean known =
        evidence.byText().size() > 1
            || evidence.codeMeans().contains(CLASS)
            || evidence.ingredients().stream()
                .anyMatch(ingredient -> ingredient.means().contains(CLASS));
    return known || looksLikeOne.find() ? Optional.of(evidence.coded().name()) : Optional.empty();
  }

  /** By the code of the product, else as a text prints it. */
  private Optional<String> form(Evidence evidence, Drug drug) {
    return evidence.coded().codes().stream()
        .flatMap(code -> product(code).stream())
        .filter(product -> product.drug().equals(drug))
        .map(product -> product.combination() ? "combination" : product.form())
        .findFirst()
        .or(() -> drugs.formIn(evidence.coded().text(), drug));
  }

  private Optional<Strength> strength(Evidence evidence, Drug drug, List<JsonNode> ingredients) {
    for (Code code : evidence.coded().codes()) {
      Optional<Strength> strength =
          product(code).filter(product -> product.drug().equals(drug)).flatMap(Product::strength);
      if (strength.isPresent()) {
        return strength;
      }
    }
    boolean namesIt = evidence.byText().contains(drug) || evidence.byText().isEmpty();
    Optional<Strength> printed =
        namesIt ? Strengths.inNames(evidence.coded().texts(), drug.name()) : Optional.empty();
    return printed.or(() -> ofIngredient(drug, ingredients));
  }

  /**
   * Of a drug that is not in the drug table, by its names and those that value sets have for it.
   */
  private Optional<Strength> otherStrength(
      Evidence evidence, List<Ingredient> others, List<JsonNode> ingredients) {
    List<String> names = new ArrayList<>(evidence.coded().texts());
    evidence.coded().codes().forEach(code -> valueSets.display(code).ifPresent(names::add));
    return Strengths.inNames(names, names(others))
        .or(
            () ->
                ingredients.size() == 1
                    ? Strengths.ofIngredient(ingredients.get(0).path("strength"))
                    : Optional.empty());
  }

  private Optional<Strength> ofIngredient(Drug drug, List<JsonNode> ingredients) {
    for (JsonNode ingredient : ingredients) {
      Evidence evidence = evidence(Coded.of(ingredient.path("itemCodeableConcept")));
      boolean same = evidence.byCode().contains(drug) || evidence.byText().contains(drug);
      if (same || ingredients.size() == 1) {
        return Strengths.ofIngredient(ingredient.path("strength"));
      }
    }
    return Optional.empty();
  }

  private String name(Evidence evidence, List<Ingredient> others) {
    if (!others.isEmpty()) {
      return names(others);
    }
    String name = evidence.coded().name();
    for (Code code : evidence.coded().codes()) {
      Optional<String> display = valueSets.display(code);
      if (display.isPresent()) {
        List<Ingredient> named = valueSets.ingredientsIn(display.get());
        return named.isEmpty() ? lower(display.get()) : names(named);
      }
    }
    return lower(name);
  }

  /** The names together; of "buprenorphine" and "buprenorphine 2 mg" the shorter is enough. */
  private static String names(List<Ingredient> ingredients) {
    List<String> all = ingredients.stream().map(Ingredient::name).toList();
    return all.stream()
        .filter(name -> all.stream().noneMatch(shorter -> name.startsWith(shorter + " ")))
        .collect(Collectors.joining(" and "));
  }

  private static Set<String> means(Evidence evidence, List<Ingredient> ingredients) {
    Set<String> means = new LinkedHashSet<>(evidence.codeMeans());
    ingredients.forEach(ingredient -> means.addAll(ingredient.means()));
    if (evidence.ingredients().stream().anyMatch(one -> one.means().contains(FORM))) {
      means.add(FORM);
    }
    return means;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
