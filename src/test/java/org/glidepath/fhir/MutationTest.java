package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.glidepath.pharmacology.BenzodiazepineUse;
import org.glidepath.pharmacology.Figures;
import org.glidepath.pharmacology.Instruction;
import org.glidepath.pharmacology.Regimen;

/** Damaged resources: never a failure, and never a dose that nobody wrote. */
class MutationTest {

  private static final String ORDER =
      """
      {'resourceType':'MedicationRequest','id':'1','status':'active','intent':'order','authoredOn':'2026-01-01',
       'subject':{'reference':'Patient/p'},
       'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197591','display':'Diazepam 5 MG Oral Tablet'}]},
       'dosageInstruction':[{'asNeededBoolean':false,
         'timing':{'repeat':{'frequency':3,'frequencyMax':3,'period':1,'periodUnit':'d','boundsPeriod':{'start':'2026-01-01'}},'code':{'text':'TID'}},
         'doseAndRate':[{'doseQuantity':{'value':1,'unit':'tablet','system':'http://unitsofmeasure.org','code':'{tablet}'}}]}],
       'dispenseRequest':{'numberOfRepeatsAllowed':1,'expectedSupplyDuration':{'value':30,'unit':'days','code':'d','system':'http://unitsofmeasure.org'},'quantity':{'value':90,'unit':'tablet'}}}""";

  private static final List<String> OTHERS =
      List.of(
          "{'resourceType':'Patient','id':'p','birthDate':'1950-01-01'}",
          "{'resourceType':'Condition','id':'c','clinicalStatus':{'coding':[{'code':'active'}]},'code':{'coding':[{'system':'http://snomed.info/sct','code':'84757009'}]},'onsetDateTime':'2020-01-01'}",
          "{'resourceType':'Observation','id':'o','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'8867-4'}]},'effectiveDateTime':'2026-01-01T00:00:00Z','valueQuantity':{'value':70,'code':'/min'},'referenceRange':[{'low':{'value':60},'high':{'value':90}}]}",
          "{'resourceType':'Encounter','id':'e','status':'in-progress','class':{'code':'IMP'},'period':{'start':'2026-01-01'}}",
          "{'resourceType':'MedicationDispense','id':'f','status':'completed','whenHandedOver':'2026-02-20','daysSupply':{'value':30,'unit':'days'},'quantity':{'value':60,'unit':'tablet'},'medicationCodeableConcept':{'text':'diazepam 5 mg tablets'},'dosageInstruction':[{'text':'take 1 tablet twice daily'}]}",
          "{'resourceType':'MedicationAdministration','id':'g','status':'in-progress','medicationCodeableConcept':{'text':'midazolam'},'effectivePeriod':{'start':'2026-02-27T10:00:00Z'},'dosage':{'rateRatio':{'numerator':{'value':2,'unit':'mg'},'denominator':{'value':1,'unit':'h'}}},'reasonReference':[{'reference':'MedicationAdministration/g'}]}",
          "{'resourceType':'AllergyIntolerance','id':'a','clinicalStatus':{'coding':[{'code':'active'}]},'code':{'text':'flumazenil'},'reaction':[{'substance':{'text':'flumazenil'}}]}",
          "{'resourceType':'Procedure','id':'r','status':'completed','code':{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}]},'performedPeriod':{'start':'2026-01-05','end':'2026-02-01'}}",
          "{'resourceType':'ServiceRequest','id':'q','status':'active','intent':'order','code':{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}]},'authoredOn':'2026-01-05'}",
          // Resources that refer to themselves and to each other.
          "{'resourceType':'MedicationRequest','id':'loop','status':'active','intent':'order','medicationReference':{'reference':'MedicationRequest/loop','display':'lorazepam'},'priorPrescription':{'reference':'MedicationRequest/loop'},'reasonReference':[{'reference':'MedicationRequest/loop'}]}",
          "{'resourceType':'MedicationRequest','id':'m1','status':'active','intent':'order','medicationReference':{'reference':'Medication/m2'}}",
          "{'resourceType':'Medication','id':'m2','ingredient':[{'itemReference':{'reference':'Medication/m2'}},{'itemCodeableConcept':{'text':'lorazepam'}}]}",
          "{'resourceType':'MedicationStatement','id':'s','status':'active','medicationReference':{'reference':'#m'},'contained':[{'resourceType':'Medication','id':'m','ingredient':[{'itemCodeableConcept':{'text':'lorazepam'},'strength':{'numerator':{'value':1,'code':'mg'},'denominator':{'value':1,'unit':'tablet'}}}]}],'effectivePeriod':{'start':'2025-01-01','end':'2026-12-31'},'dosage':[{'text':'take 1 tablet twice daily'}]}");

  private static final List<JsonNode> NONSENSE =
      List.of(
          NullNode.instance,
          TextNode.valueOf(""),
          TextNode.valueOf("nonsense"),
          TextNode.valueOf("2026-13-45"),
          TextNode.valueOf("2026"),
          TextNode.valueOf("0000-00"),
          TextNode.valueOf("9999-12-31T23:59:59+14:00"),
          TextNode.valueOf("mL"),
          TextNode.valueOf("Patient/p"),
          TextNode.valueOf("MedicationRequest/1"),
          IntNode.valueOf(Integer.MAX_VALUE),
          DecimalNode.valueOf(new BigDecimal("1e-400")),
          TextNode.valueOf("-1"),
          IntNode.valueOf(-1),
          IntNode.valueOf(Integer.MIN_VALUE),
          DecimalNode.valueOf(new BigDecimal("1e400")),
          BooleanNode.TRUE,
          JsonNodeFactory.instance.objectNode(),
          JsonNodeFactory.instance.arrayNode(),
          JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.nullNode()),
          JsonNodeFactory.instance.objectNode().put("value", "x"));

  @Property(tries = 6000)
  void reading_never_fails(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int mutations) {
    Random random = new Random(seed);
    List<JsonNode> resources = new ArrayList<>();
    Stream.concat(Stream.of(ORDER), OTHERS.stream())
        .map(Knowledge::json)
        .map(resource -> mutated(resource, mutations, random))
        .forEach(resources::add);
    Chart chart = Charts.read(resources, resources);
    assertThat(
            BenzodiazepineUse.facts(
                chart.recorded(),
                chart.drafts(),
                Figures.CONVENTIONS,
                LocalDate.parse("2026-03-01")))
        .isNotNull();
    assertThat(chart.notes())
        .map(note -> note.substring(note.indexOf(' ')))
        .noneMatch(note -> note.contains("nonsense") || note.contains("Diazepam"));
  }

  /** 5 mg three times a day: any other dose than 15 mg a day is one that the mutation made up. */
  /** An order of figures that a hand could write, against the dose worked out from the figures. */
  @Property(tries = 4000)
  void a_dose_is_what_the_figures_say_or_it_is_unknown(
      @ForAll @IntRange(min = -2, max = 40) int halves,
      @ForAll @IntRange(min = -1, max = 5) int frequency,
      @ForAll @IntRange(min = 0, max = 3) int period,
      @ForAll @IntRange(min = 0, max = 9) int unit) {
    List<String> units =
        List.of("mg", "mcg", "g", "tablet", "mL", "puff", "kg/m2", "", "days", "sachet");
    List<String> mgInOne = List.of("1", "0.001", "1000", "5", "", "", "", "", "", "");
    String order =
        """
        {'resourceType':'MedicationRequest','id':'1','status':'active','intent':'order',
         'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197591'}]},
         'dosageInstruction':[{'timing':{'repeat':{'frequency':%d,'period':%d,'periodUnit':'d'}},
           'doseAndRate':[{'doseQuantity':{'value':%s,'unit':'%s'}}]}]}"""
            .formatted(frequency, period, BigDecimal.valueOf(halves * 5L, 1), units.get(unit));
    Regimen regimen = Charts.chart(order).recorded().get(0);
    boolean computable = halves > 0 && frequency > 0 && period == 1 && !mgInOne.get(unit).isEmpty();
    if (computable) {
      BigDecimal expected =
          new BigDecimal(mgInOne.get(unit))
              .multiply(BigDecimal.valueOf(halves * 5L, 1))
              .multiply(BigDecimal.valueOf(frequency));
      boolean absurd =
          expected.compareTo(BigDecimal.valueOf(2000)) > 0
              || expected.compareTo(new BigDecimal("0.001")) < 0;
      assertThat(regimen.instructions().get(0).dailyMg().known().map(mg -> plain(mg.high())))
          .isEqualTo(absurd ? Optional.empty() : Optional.of(plain(expected)));
    } else if (period <= 1) {
      assertThat(regimen.instructions().get(0).dailyMg().known()).as(order).isEmpty();
    }
  }

  @Property(tries = 6000)
  void a_dropped_or_nonsensical_value_never_makes_a_dose(@ForAll long seed) {
    Random random = new Random(seed);
    JsonNode order = mutated(Knowledge.json(ORDER), 1, random);
    Chart chart = Charts.read(List.of(order), List.of());
    for (Regimen regimen : chart.recorded()) {
      for (Instruction instruction : regimen.instructions()) {
        instruction
            .dailyMg()
            .known()
            .ifPresent(mg -> assertThat(mg.toString()).as("%s", order).isIn("15", "5 to 15"));
      }
    }
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private static JsonNode mutated(JsonNode resource, int mutations, Random random) {
    for (int i = 0; i < mutations; i++) {
      List<Runnable> possible = new ArrayList<>();
      collect(resource, possible, random);
      if (!possible.isEmpty()) {
        possible.get(random.nextInt(possible.size())).run();
      }
    }
    return resource;
  }

  private static void collect(JsonNode node, List<Runnable> possible, Random random) {
    JsonNode nonsense = NONSENSE.get(random.nextInt(NONSENSE.size()));
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                possible.add(() -> object.remove(field.getKey()));
                possible.add(() -> object.set(field.getKey(), nonsense.deepCopy()));
                collect(field.getValue(), possible, random);
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        possible.add(() -> array.set(index, nonsense.deepCopy()));
        collect(array.get(i), possible, random);
      }
    }
  }
}
