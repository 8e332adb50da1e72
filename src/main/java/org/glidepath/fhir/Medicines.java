package org.glidepath.fhir;

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

/** Which drug a record means: by its codes, and by the names in its texts. The code wins. */
final class Medicines {

  /** The value set of codes that mean a benzodiazepine but not which. */
  static final String CLASS = "benzodiazepine-class";

  /**
   * The value set of words for the form of a product: they say something of a drug, and are none.
   */
  static final String FORM = "topical-product";

  /** The stems on which the WHO lets benzodiazepines end, and words for the class. */
  private static final Pattern LOOKS_LIKE_ONE =
      Pattern.compile(
          "(?:azepam|zolam|azepate|\\bbenzodiazepines?|\\bbenzos?|\\bz-drugs?)\\b",
          Pattern.CASE_INSENSITIVE);

  private final ValueSets valueSets;
  private final DrugTable drugs;
  private final MedicationNamesReader reader;
  private final ProductStrengths strengths;

  Medicines(ValueSets valueSets, DrugTable drugs) {
    this.valueSets = valueSets;
    this.drugs = drugs;
    this.reader = new MedicationNamesReader(valueSets, drugs);
    this.strengths = new ProductStrengths(valueSets, reader);
  }

  /** The drug that codes and texts mean. */
  Medicine of(Coded coded) {
    return resolve(reader.of(coded), List.of());
  }

  /** The medicine of an order, statement, dispense or administration. */
  Medicine of(Prescribed prescribed) {
    MedicationNames names = reader.of(prescribed.coded());
    if (names.byCode().isEmpty() && names.codeMeans().isEmpty()) {
      names = reader.of(prescribed.withParts());
    }
    return resolve(names, prescribed.parts());
  }

  private Medicine resolve(MedicationNames names, List<MedicationPart> parts) {
    List<Ingredient> others = names.others(drugs);
    if (!names.byCode().isEmpty()) {
      return coded(names, others, parts);
    }
    boolean otherByCode = names.codeMeans().stream().anyMatch(id -> !id.equals(CLASS));
    if (otherByCode && !sameDrug(names)) {
      Optional<Conflict> conflict =
          names.byText().stream()
              .findFirst()
              .map(drug -> new Conflict(name(names, others), drug.name()));
      return new Medicine(
          Optional.empty(),
          strengths.ofOther(names(named(names, others)), names, parts),
          Optional.empty(),
          Optional.of(name(names, others)),
          Optional.empty(),
          conflict,
          means(names, others));
    }
    return named(names, others, parts);
  }

  /**
   * Whether a benzodiazepine in the text goes with a code of another meaning: the code is of the
   * same drug or of the other drug of a combination.
   */
  private static boolean sameDrug(MedicationNames names) {
    return !names.byText().isEmpty()
        && names.ingredients().stream()
            .anyMatch(
                ingredient -> ingredient.means().stream().anyMatch(names.codeMeans()::contains));
  }

  private Medicine coded(
      MedicationNames names, List<Ingredient> others, List<MedicationPart> parts) {
    List<Drug> byCode = List.copyOf(names.byCode());
    Drug drug = byCode.get(0);
    Optional<String> contrary = Optional.empty();
    if (byCode.size() > 1) {
      contrary = Optional.of(byCode.get(1).name());
    } else if (!names.byText().contains(drug)) {
      contrary =
          names.byText().stream()
              .map(Drug::name)
              .findFirst()
              .or(() -> others.stream().map(Ingredient::name).findFirst());
    }
    boolean combination = contrary.isEmpty() && !others.isEmpty();
    return new Medicine(
        Optional.of(drug),
        strengths.of(drug, names, parts),
        form(names, drug),
        combination ? Optional.of(names(others)) : Optional.empty(),
        Optional.empty(),
        contrary.map(other -> new Conflict(drug.name(), other)),
        means(names, contrary.isEmpty() ? names.ingredients() : List.of()));
  }

  private Medicine named(
      MedicationNames names, List<Ingredient> others, List<MedicationPart> parts) {
    Optional<Drug> drug =
        names.byText().size() == 1 ? names.byText().stream().findFirst() : Optional.empty();
    Optional<String> unmapped = drug.isPresent() ? Optional.empty() : unmapped(names);
    return new Medicine(
        drug,
        drug.isPresent()
            ? strengths.of(drug.get(), names, parts)
            : strengths.ofOther(names(others), names, parts),
        drug.flatMap(known -> form(names, known)),
        others.isEmpty() ? Optional.empty() : Optional.of(names(others)),
        unmapped,
        Optional.empty(),
        means(names, names.ingredients()));
  }

  private static Optional<String> unmapped(MedicationNames names) {
    Matcher looksLikeOne = LOOKS_LIKE_ONE.matcher(names.coded().text());
    boolean known =
        names.byText().size() > 1
            || names.codeMeans().contains(CLASS)
            || names.ingredients().stream()
                .anyMatch(ingredient -> ingredient.means().contains(CLASS));
    return known || looksLikeOne.find() ? Optional.of(names.coded().name()) : Optional.empty();
  }

  /** By the code of the product, else as a text prints it. */
  private Optional<String> form(MedicationNames names, Drug drug) {
    return names.coded().codes().stream()
        .flatMap(code -> reader.product(code).stream())
        .filter(product -> product.drug().equals(drug))
        .map(product -> product.combination() ? "combination" : product.form())
        .findFirst()
        .or(() -> drugs.formIn(names.coded().text(), drug));
  }

  private String name(MedicationNames names, List<Ingredient> others) {
    List<Ingredient> named = named(names, others);
    return named.isEmpty() ? lower(display(names).orElse(names.coded().name())) : names(named);
  }

  /** The drugs that the texts name, else those in what the value sets call the code. */
  private List<Ingredient> named(MedicationNames names, List<Ingredient> others) {
    return others.isEmpty()
        ? display(names).map(valueSets::ingredientsIn).orElse(List.of())
        : others;
  }

  private Optional<String> display(MedicationNames names) {
    return names.coded().codes().stream()
        .flatMap(code -> valueSets.display(code).stream())
        .findFirst();
  }

  /** The names together; of "buprenorphine" and "buprenorphine 2 mg" the shorter is enough. */
  private static String names(List<Ingredient> ingredients) {
    List<String> all = ingredients.stream().map(Ingredient::name).toList();
    return all.stream()
        .filter(name -> all.stream().noneMatch(shorter -> name.startsWith(shorter + " ")))
        .collect(Collectors.joining(" and "));
  }

  private static Set<String> means(MedicationNames names, List<Ingredient> ingredients) {
    Set<String> means = new LinkedHashSet<>(names.codeMeans());
    ingredients.forEach(ingredient -> means.addAll(ingredient.means()));
    if (names.ingredients().stream().anyMatch(one -> one.means().contains(FORM))) {
      means.add(FORM);
    }
    return means;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
