package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Drug.DurationClass;
import org.glidepath.fhir.ValueSets.Concept;
import org.glidepath.fhir.ValueSets.ValueSet;
import org.glidepath.pharmacology.DrugTable;
import org.glidepath.pharmacology.DrugTable.Code;
import org.glidepath.pharmacology.DrugTable.Row;
import org.glidepath.pharmacology.Product;
import org.glidepath.pharmacology.Product.Strength;

/** A small drug table, a few value sets, and JSON, for tests. */
final class Knowledge {

  static final String RXNORM = CodeSystems.RXNORM;
  static final String SNOMED = CodeSystems.SNOMED;
  static final String LOINC = "http://loinc.org";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Knowledge() {}

  static final Drug DIAZEPAM = drug("diazepam", false);
  static final Drug ALPRAZOLAM = drug("alprazolam", false);
  static final Drug LORAZEPAM = drug("lorazepam", false);
  static final Drug CLONAZEPAM = drug("clonazepam", false);
  static final Drug CHLORDIAZEPOXIDE = drug("chlordiazepoxide", false);
  static final Drug MIDAZOLAM = drug("midazolam", false);
  static final Drug ZOLPIDEM = drug("zolpidem", false);
  static final Drug CLONAZOLAM = drug("clonazolam", true);

  static DrugTable drugs() {
    return new DrugTable(
        List.of(
            row(DIAZEPAM, "3322", "valium"),
            row(ALPRAZOLAM, "596", "xanax"),
            row(LORAZEPAM, "6470", "ativan"),
            row(CLONAZEPAM, "2598", "klonopin"),
            row(CHLORDIAZEPOXIDE, "2356", "librium"),
            row(MIDAZOLAM, "6960", "versed"),
            row(ZOLPIDEM, "39993", "ambien"),
            row(CLONAZOLAM, "", "clam")),
        Map.of(
            new Code(RXNORM, "197591"), product(DIAZEPAM, "5", "1", "tablet", "Oral Tablet"),
            new Code(RXNORM, "197321"), product(ALPRAZOLAM, "1", "1", "tablet", "Oral Tablet"),
            new Code(RXNORM, "197901"), product(LORAZEPAM, "1", "1", "tablet", "Oral Tablet"),
            new Code(RXNORM, "197902"), product(LORAZEPAM, "2", "1", "tablet", "Oral Tablet"),
            new Code(RXNORM, "197527"), product(CLONAZEPAM, "0.5", "1", "tablet", "Oral Tablet"),
            new Code(RXNORM, "309843"), product(DIAZEPAM, "5", "1", "mL", "Injectable Solution"),
            new Code(RXNORM, "801957"), product(DIAZEPAM, "1", "1", "mL", "Oral Solution"),
            new Code(RXNORM, "856448"), product(DIAZEPAM, "5", "0.1", "mL", "Nasal Spray"),
            new Code("http://example.org/drops", "1"),
                product(CLONAZEPAM, "0.1", "1", "drop", "Oral Drops"),
            new Code("http://example.org/spray", "1"),
                product(ZOLPIDEM, "5", "1", "actuation", "Oral Spray")));
  }

  static ValueSets valueSets() {
    return new ValueSets(
        List.of(
            set(
                "opioid",
                concept(ValueSets.INGREDIENT, "oxycodone"),
                concept(RXNORM, "7804", "Oxycodone"),
                concept(RXNORM, "1049621", "oxycodone hydrochloride 5 MG Oral Tablet")),
            set(
                "antidepressant",
                concept(ValueSets.INGREDIENT, "sertraline"),
                concept(ValueSets.INGREDIENT, "amitriptyline"),
                concept(RXNORM, "36437", "Sertraline"),
                concept(
                    RXNORM,
                    "856773",
                    "amitriptyline hydrochloride 12.5 MG / chlordiazepoxide 5 MG Oral Tablet")),
            set("tricyclic", concept(ValueSets.INGREDIENT, "amitriptyline")),
            set(
                "flumazenil",
                concept(ValueSets.INGREDIENT, "flumazenil"),
                concept(RXNORM, "4457", "flumazenil")),
            set(
                "cns-depressant",
                concept(ValueSets.INGREDIENT, "diazepam"),
                concept(ValueSets.INGREDIENT, "oxycodone")),
            set(
                "benzodiazepine-class",
                concept(SNOMED, "16047007", "Product containing benzodiazepine"),
                concept(SNOMED, "372664007", "Benzodiazepine")),
            set(
                "illicit-supply",
                concept("https://glidepath.org/CodeSystem/supply", "illicit", "Illicit supply")),
            set(
                "epilepsy",
                concept(SNOMED, "84757009", "Epilepsy"),
                concept("http://hl7.org/fhir/sid/icd-10-cm", "G40.909")),
            set("seizure", concept(SNOMED, "84757009", "Epilepsy")),
            set("taper", concept(SNOMED, "713127001", "Benzodiazepine dose reduction")),
            set("heart-rate", concept(LOINC, "8867-4", "Heart rate")),
            set("systolic-blood-pressure", concept(LOINC, "8480-6", "Systolic blood pressure")),
            set("qrs", concept(LOINC, "8633-0", "QRS duration")),
            set("pregnancy-status", concept(LOINC, "82810-3", "Pregnancy status")),
            set("pregnant", concept(SNOMED, "77386006", "Pregnant")),
            set("mild", concept(SNOMED, "255604002", "Mild")),
            set("moderate", concept(SNOMED, "6736007", "Moderate")),
            set("severe", concept(SNOMED, "24484000", "Severe")),
            set("cbt", concept(SNOMED, "228557008", "Cognitive and behavioural therapy"))));
  }

  static ChartReader reader() {
    return new ChartReader(valueSets(), drugs());
  }

  /** JSON in which single quotes stand for double quotes. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the test resources in {@code fhir/}. */
  static JsonNode file(String name) {
    try (InputStream stream =
        Objects.requireNonNull(Knowledge.class.getResourceAsStream("/fhir/" + name), name)) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The resources of a bundle, or the resource itself. */
  static List<JsonNode> unpacked(JsonNode node) {
    if (!node.path("resourceType").asText().equals("Bundle")) {
      return node.isObject() ? List.of(node) : List.of();
    }
    List<JsonNode> resources = new ArrayList<>();
    node.path("entry").forEach(entry -> resources.add(entry.path("resource")));
    return resources;
  }

  private static Drug drug(String name, boolean designer) {
    return new Drug(
        name,
        name.equals("zolpidem"),
        designer,
        DurationClass.UNKNOWN,
        false,
        false,
        Optional.empty());
  }

  private static Row row(Drug drug, String rxnorm, String brand) {
    List<Code> codes = rxnorm.isEmpty() ? List.of() : List.of(new Code(RXNORM, rxnorm));
    return new Row(drug, List.of(drug.name(), brand), codes, Map.of());
  }

  private static Product product(Drug drug, String mg, String per, String unit, String form) {
    Strength strength = new Strength(new BigDecimal(mg), new BigDecimal(per), unit);
    return new Product(drug, Optional.of(strength), form, false);
  }

  private static ValueSet set(String id, Concept... concepts) {
    return new ValueSet(id, id, units(id), List.of(concepts));
  }

  private static List<String> units(String id) {
    return id.equals("heart-rate") ? List.of("/min") : List.of();
  }

  private static Concept concept(String system, String code) {
    return new Concept(system, code, "");
  }

  private static Concept concept(String system, String code, String display) {
    return new Concept(system, code, display);
  }
}
