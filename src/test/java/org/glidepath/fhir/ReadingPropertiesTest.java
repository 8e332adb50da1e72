package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.glidepath.facts.Fact;
import org.glidepath.pharmacology.BenzodiazepineUse;
import org.glidepath.pharmacology.Figures;

/** What may change in how a record is written without a change of the facts. */
class ReadingPropertiesTest {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private static final List<String> CHART =
      List.of(
          "{'resourceType':'Patient','id':'p','gender':'female','birthDate':'1950-01-01'}",
          "{'resourceType':'Condition','id':'c','clinicalStatus':{'coding':[{'code':'active'}]},'code':{'coding':[{'system':'http://snomed.info/sct','code':'84757009'}]},'onsetDateTime':'2020-01-01'}",
          "{'resourceType':'Observation','id':'o1','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'8867-4'}]},'effectiveDateTime':'2026-01-01T00:00:00Z','valueQuantity':{'value':70,'code':'/min'}}",
          "{'resourceType':'Observation','id':'o2','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'8867-4'}]},'effectiveDateTime':'2026-02-01T00:00:00Z','valueQuantity':{'value':90,'code':'/min'}}",
          "{'resourceType':'Encounter','id':'e','status':'in-progress','class':{'code':'IMP'},'period':{'start':'2026-02-27T08:00:00Z'}}",
          "{'resourceType':'Procedure','id':'r','status':'completed','code':{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}]},'performedDateTime':'2026-01-05'}",
          "{'resourceType':'AllergyIntolerance','id':'a','code':{'text':'flumazenil'}}",
          "{'resourceType':'MedicationStatement','id':'s','status':'active','medicationCodeableConcept':{'text':'diazepam'},'effectivePeriod':{'start':'2025-01-10'},'dosage':[{'text':'5 mg three times daily'}]}",
          "{'resourceType':'MedicationRequest','id':'1','status':'active','intent':'order','authoredOn':'2025-06-01','requester':{'reference':'Practitioner/a'},'medicationCodeableConcept':{'text':'diazepam'},'dosageInstruction':[{'text':'2 mg in the morning'}]}",
          "{'resourceType':'MedicationRequest','id':'2','status':'active','intent':'order','authoredOn':'2025-06-01','requester':{'reference':'Practitioner/b'},'medicationCodeableConcept':{'text':'diazepam'},'dosageInstruction':[{'text':'5 mg at bedtime'}]}",
          "{'resourceType':'MedicationRequest','id':'3','status':'active','intent':'order','authoredOn':'2025-06-01','medicationCodeableConcept':{'text':'diazepam'},'dosageInstruction':[{'text':'2 mg daily'}]}",
          "{'resourceType':'MedicationRequest','id':'4','status':'stopped','intent':'order','authoredOn':'2025-02-01','medicationCodeableConcept':{'text':'lorazepam'},'dosageInstruction':[{'text':'1 mg daily'}],'dispenseRequest':{'expectedSupplyDuration':{'value':380,'unit':'days'}}}",
          "{'resourceType':'MedicationDispense','id':'f1','status':'completed','whenHandedOver':'2025-12-20','daysSupply':{'value':30,'unit':'days'},'medicationCodeableConcept':{'text':'diazepam'},'dosageInstruction':[{'text':'7 mg daily'}]}",
          "{'resourceType':'MedicationDispense','id':'f2','status':'completed','whenHandedOver':'2026-01-10','daysSupply':{'value':30,'unit':'days'},'medicationCodeableConcept':{'text':'diazepam'},'dosageInstruction':[{'text':'7 mg daily'}]}",
          "{'resourceType':'MedicationAdministration','id':'g','status':'completed','effectiveDateTime':'2026-03-01T09:00:00Z','medicationCodeableConcept':{'text':'flumazenil'},'dosage':{'dose':{'value':0.2,'unit':'mg'}}}",
          "{'resourceType':'MedicationRequest','id':'5','status':'active','intent':'order','authoredOn':'2025-09-01','medicationCodeableConcept':{'text':'oxycodone'}}");

  @Property(tries = 100)
  void the_order_of_the_resources(@ForAll long seed) {
    List<String> shuffled = new ArrayList<>(CHART);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(facts(shuffled, 0)).isEqualTo(facts(CHART, 0));
  }

  @Property(tries = 100)
  void the_day_on_which_it_all_happens(@ForAll @IntRange(min = -4000, max = 4000) int days) {
    List<String> shifted = CHART.stream().map(json -> shifted(json, days)).toList();
    Set<String> back = new TreeSet<>();
    facts(shifted, days).forEach(fact -> back.add(shifted(fact, -days)));
    // An age is counted in calendar years, and a shift by days moves the birthday among them.
    assertThat(withoutAge(back)).isEqualTo(withoutAge(facts(CHART, 0)));
  }

  /** Every fact as text, in the order of the alphabet. */
  private static Set<String> facts(List<String> resources, int daysLater) {
    Instant at = Charts.AT.plus(daysLater, ChronoUnit.DAYS);
    List<JsonNode> trees = resources.stream().map(Knowledge::json).toList();
    Chart chart =
        Knowledge.reader().read(new ChartInput("p", trees, List.of(), Set.of(), false), at);
    assertThat(chart.notes()).isEmpty();
    Set<String> facts = new TreeSet<>();
    Stream.concat(
            chart.facts().stream(), use(chart, at.atOffset(ZoneOffset.UTC).toLocalDate()).stream())
        .forEach(fact -> facts.add(fact.toString()));
    assertThat(facts).hasSizeGreaterThan(20);
    return facts;
  }

  private static List<Fact> use(Chart chart, LocalDate today) {
    return BenzodiazepineUse.facts(chart.recorded(), chart.drafts(), Figures.CONVENTIONS, today);
  }

  private static Set<String> withoutAge(Set<String> facts) {
    Set<String> rest = new TreeSet<>(facts);
    rest.removeIf(fact -> fact.startsWith("PatientAge"));
    return rest;
  }

  private static String shifted(String text, int days) {
    return DATE.matcher(text)
        .replaceAll(match -> LocalDate.parse(match.group()).plusDays(days).toString());
  }
}
