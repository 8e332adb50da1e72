package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glidepath.fhir.Charts.chart;
import static org.glidepath.fhir.Charts.medication;
import static org.glidepath.fhir.Charts.ofDraft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.ConflictingDrug;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.OtherDrug;
import org.glidepath.facts.Source;
import org.glidepath.facts.UnmappedDrug;
import org.glidepath.pharmacology.Regimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which drug a record means. */
class MedicinesTest {

  private static final List<Source> ORDER =
      List.of(new Source("MedicationRequest/1", "medicationCodeableConcept"));
  private static final List<Source> NAME =
      List.of(new Source("MedicationRequest/1", "medicationCodeableConcept"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197591'}]} | diazepam",
        "{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'6470'}]} | lorazepam",
        "{'coding':[{'system':'urn:oid:2.16.840.1.113883.6.88','code':'6470'}]} | lorazepam",
        "{'text':'Xanax 0.5 mg'} | alprazolam",
        "{'text':'ALPRAZolam (XANAX) tablet 1 mg'} | alprazolam",
        "{'coding':[{'system':'urn:oid:2.16.840.1.113883.6.68','code':'57100040000310'}],'text':'ALPRAZolam'} | alprazolam",
        "{'coding':[{'display':'Clonazepam 0.5 MG Oral Tablet'}]} | clonazepam",
        "{'coding':{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'6470'}} | lorazepam"
      })
  void a_drug_is_known_by_its_code_or_its_name(String concept, String drug) {
    assertThat(chart(medication("'medicationCodeableConcept':" + concept)).recorded())
        .extracting(regimen -> regimen.drug().name())
        .containsExactly(drug);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'reference':'Medication/m'}",
        "{'reference':'https://ehr.example.org/fhir/R4/Medication/m'}",
        "{'reference':'Medication/m/_history/3'}",
        "{'reference':'#c'}",
        "{'reference':'Medication/elsewhere','display':'LORAZEPAM 1 MG PO TABS'}",
        "{'display':'lorazepam'}"
      })
  void a_referenced_medication_is_found_wherever_it_is(String reference) {
    String lorazepam =
        "{'resourceType':'Medication','id':'%s','code':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197901'}]}}";
    Chart chart =
        chart(
            medication(
                "'medicationReference':"
                    + reference
                    + ",'contained':["
                    + lorazepam.formatted("c")
                    + "]"),
            lorazepam.formatted("m"));
    assertThat(chart.recorded()).extracting(Regimen::drug).containsExactly(Knowledge.LORAZEPAM);
  }

  @Test
  void a_medication_is_known_by_its_ingredient_and_its_strength() {
    Chart chart =
        chart(
            medication(
                "'medicationReference':{'reference':'Medication/m'},'dosageInstruction':[{'text':'2 tablets daily'}]"),
            """
            {'resourceType':'Medication','id':'m','code':{'text':'house preparation'},'ingredient':[{
              'itemCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'3322'}]},
              'strength':{'numerator':{'value':2000,'code':'ug','system':'http://unitsofmeasure.org'},'denominator':{'value':1,'unit':'tablet'}}}]}""");
    assertThat(chart.recorded()).hasSize(1);
    assertThat(chart.recorded().get(0).drug()).isEqualTo(Knowledge.DIAZEPAM);
    assertThat(chart.recorded().get(0).instructions().get(0).dailyMg().known())
        .hasValueSatisfying(mg -> assertThat(mg).hasToString("4"));
  }

  @Test
  void where_code_and_text_differ_the_code_wins_and_it_is_said() {
    Chart chart =
        chart(
            medication(
                "'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197591'}],'text':'Lorazepam 1 mg'}"));
    assertThat(chart.recorded()).extracting(Regimen::drug).containsExactly(Knowledge.DIAZEPAM);
    assertThat(chart.facts())
        .filteredOn(ConflictingDrug.class::isInstance)
        .containsExactly(new ConflictingDrug("diazepam", "lorazepam", NAME));
  }

  @Test
  void a_code_of_another_drug_wins_over_a_benzodiazepine_in_the_text() {
    Chart chart =
        chart(
            medication(
                "'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'36437'}],'text':'Diazepam'}"));
    assertThat(chart.recorded()).isEmpty();
    assertThat(chart.facts())
        .containsExactlyInAnyOrder(
            new OtherDrug(
                "sertraline", Set.of("antidepressant"), true, 0, Optional.empty(), Set.of(), ORDER),
            new ConflictingDrug("sertraline", "diazepam", NAME));
  }

  @Test
  void a_combination_is_both_of_its_drugs() {
    Chart chart =
        chart(
            medication(
                "'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'856773',"
                    + "'display':'amitriptyline hydrochloride 12.5 MG / chlordiazepoxide 5 MG Oral Tablet'}]}"));
    assertThat(chart.recorded())
        .extracting(Regimen::drug)
        .containsExactly(Knowledge.CHLORDIAZEPOXIDE);
    assertThat(chart.facts())
        .filteredOn(OtherDrug.class::isInstance)
        .containsExactly(
            new OtherDrug(
                "amitriptyline",
                Set.of("antidepressant", "tricyclic"),
                true,
                0,
                Optional.empty(),
                Set.of(),
                ORDER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bromazepam 3 mg",
        "flubromazolam powder",
        "benzodiazepine, unspecified",
        "diazepam or lorazepam"
      })
  void what_looks_like_a_benzodiazepine_and_is_not_known_is_said(String text) {
    Chart chart = chart(medication("'medicationCodeableConcept':{'text':'" + text + "'}"));
    assertThat(chart.recorded()).isEmpty();
    assertThat(chart.facts()).containsExactly(new UnmappedDrug(text, false, NAME));
  }

  @Test
  void a_code_of_the_class_is_a_benzodiazepine_nobody_knows() {
    String concept =
        "'medicationCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'372664007','display':'Benzodiazepine (substance)'}]}";
    Chart chart = ofDraft("", medication(concept));
    assertThat(chart.facts())
        .containsExactly(new UnmappedDrug("Benzodiazepine (substance)", true, NAME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"carbamazepine", "flumazeni", "mirtazapine", "olanzapine", "ibuprofen"})
  void what_nobody_knows_is_left_out(String text) {
    Chart chart = chart(medication("'medicationCodeableConcept':{'text':'" + text + "'}"));
    assertThat(chart.facts()).isEmpty();
    assertThat(chart.recorded()).isEmpty();
    assertThat(chart.notes()).isEmpty();
  }

  @Test
  void a_drug_that_ended_was_last_used_when_its_supply_ended() {
    Chart chart =
        chart(
            """
            {'resourceType':'MedicationRequest','id':'1','status':'completed','authoredOn':'2026-01-01',
             'medicationCodeableConcept':{'text':'oxycodone 5 mg'},'dispenseRequest':{'expectedSupplyDuration':{'value':28,'unit':'days'}}}""");
    assertThat(chart.facts())
        .containsExactly(
            new OtherDrug(
                "oxycodone",
                Set.of("opioid", "cns-depressant"),
                false,
                32,
                Optional.of(59),
                Set.of(),
                ORDER));
  }

  @Test
  void a_draft_of_another_drug_keeps_its_reasons() {
    Chart chart =
        ofDraft(
            "{'resourceType':'Condition','id':'c','code':{'coding':[{'system':'http://snomed.info/sct','code':'84757009'}]}}",
            """
            {'resourceType':'MedicationRequest','id':'1','status':'draft','medicationCodeableConcept':{'text':'Flumazenil 0.1 mg/mL'},
             'reasonCode':[{'coding':[{'system':'http://snomed.info/sct','code':'713127001'}]}],'reasonReference':[{'reference':'Condition/c'}]}""");
    assertThat(chart.facts())
        .contains(
            new DraftOrder(
                "flumazenil",
                Set.of("flumazenil"),
                Optional.empty(),
                DraftOrder.Action.START,
                true,
                Set.of("taper", "epilepsy", "seizure"),
                Set.of(),
                ORDER));
  }

  @Test
  void a_designer_drug_is_unregulated() {
    assertThat(chart(medication("'medicationCodeableConcept':{'text':'clonazolam'}")).recorded())
        .singleElement()
        .satisfies(regimen -> assertThat(regimen.unregulated()).isTrue());
  }
}
