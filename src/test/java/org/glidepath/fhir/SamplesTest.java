package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.OrderInForce;
import org.glidepath.facts.PatientAge;
import org.glidepath.facts.PatientSex;
import org.glidepath.facts.Range;
import org.glidepath.facts.Source;
import org.glidepath.pharmacology.DraftRegimen;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Regimen;
import org.junit.jupiter.api.Test;

/** Requests as the CDS Hooks sandbox and Epic send them. */
class SamplesTest {

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void the_sandbox_orders_one_pill_of_diazepam_5_mg_a_day() {
    Chart chart = read("recorded-sandbox-order-sign.json");

    assertThat(chart.drafts()).hasSize(1);
    DraftRegimen draft = chart.drafts().get(0);
    assertThat(draft.stops()).isFalse();
    assertThat(draft.selected()).isTrue();
    assertThat(draft.regimen().drug()).isEqualTo(Knowledge.DIAZEPAM);
    assertThat(draft.regimen().instructions())
        .singleElement()
        .satisfies(
            instruction -> {
              assertThat(instruction.dailyMg()).isEqualTo(Estimate.of(Range.of("5")));
              assertThat(instruction.daysPerWeek()).isEqualTo(Estimate.of(Range.of("7")));
            });
    assertThat(draft.regimen().from()).contains(LocalDate.parse("2026-11-23"));
    assertThat(draft.regimen().supplyUntil()).contains(LocalDate.parse("2026-12-22"));
    assertThat(draft.regimen().source())
        .isEqualTo(new Source("MedicationRequest/request-123", "dosageInstruction[0]"));
    assertThat(chart.recorded()).isEmpty();
    assertThat(chart.notes()).isEmpty();
  }

  @Test
  void the_sandbox_patient_takes_diazepam_since_2024() {
    Chart chart = read("recorded-sandbox-patient-view.json");

    assertThat(chart.facts())
        .containsExactly(
            new PatientAge(76, 76, List.of(new Source("Patient/bzd-1", "birthDate"))),
            new PatientSex("female", List.of(new Source("Patient/bzd-1", "gender"))),
            new OrderInForce(
                Knowledge.DIAZEPAM,
                "",
                Optional.of(25186),
                List.of(new Source("MedicationRequest/m1", "medicationCodeableConcept"))));
    assertThat(chart.recorded()).hasSize(1);
    Regimen regimen = chart.recorded().get(0);
    assertThat(regimen.state()).isEqualTo(Regimen.State.ACTIVE);
    assertThat(regimen.kind()).isEqualTo(Regimen.Kind.ORDER);
    assertThat(regimen.from()).contains(LocalDate.parse("2024-01-10"));
    assertThat(regimen.to()).isEmpty();
    assertThat(regimen.instructions().get(0).dailyMg()).isEqualTo(Estimate.of(Range.of("10")));
    assertThat(chart.notes()).isEmpty();
  }

  @Test
  void epic_writes_references_texts_and_an_old_dose() {
    Chart chart = read("epic-dialect-order-sign.json");

    assertThat(chart.drafts())
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.regimen().drug()).isEqualTo(Knowledge.ALPRAZOLAM);
              assertThat(draft.regimen().instructions().get(0).dailyMg().known())
                  .hasValueSatisfying(mg -> assertThat(mg).hasToString("3"));
            });
    assertThat(chart.recorded())
        .singleElement()
        .satisfies(
            regimen -> {
              assertThat(regimen.drug()).isEqualTo(Knowledge.DIAZEPAM);
              assertThat(regimen.from()).contains(LocalDate.parse("2024-01-06"));
              assertThat(regimen.instructions().get(0).dailyMg().known())
                  .hasValueSatisfying(mg -> assertThat(mg).hasToString("10"));
            });
    assertThat(chart.facts())
        .containsExactly(
            new PatientAge(78, 78, List.of(new Source("Patient/ePAT1", "birthDate"))),
            new PatientSex("female", List.of(new Source("Patient/ePAT1", "gender"))),
            new OrderInForce(
                Knowledge.DIAZEPAM,
                "",
                Optional.of(25261),
                List.of(new Source("MedicationRequest/eMR1", "medicationReference"))));
    assertThat(chart.notes())
        .containsExactly(
            "MedicationRequest/eMR1 has its dose outside of doseAndRate, as before FHIR R4; it was"
                + " read as one");
  }

  private static Chart read(String file) {
    JsonNode request = Knowledge.file(file);
    List<JsonNode> resources = new ArrayList<>();
    request.path("prefetch").forEach(answer -> resources.addAll(Knowledge.unpacked(answer)));
    return Knowledge.reader()
        .read(
            new ChartInput(
                request.path("context").path("patientId").asText(),
                resources,
                Knowledge.unpacked(request.path("context").path("draftOrders")),
                Set.of(),
                false),
            AT);
  }
}
