package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.glidepath.facts.DoseStep;
import org.glidepath.facts.Range;
import org.glidepath.pharmacology.BenzodiazepineUse;
import org.glidepath.pharmacology.DraftRegimen;
import org.glidepath.pharmacology.Figures;
import org.glidepath.pharmacology.Instruction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published reduction schedule, written as one order with a step for each fortnight. */
class WorkedTaperTest {

  private static final int STEP_DAYS = 14;
  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'doseQuantity':{'value':%s,'unit':'mg','system':'http://unitsofmeasure.org','code':'mg'}}",
        "{'doseQuantity':{'value':%se3,'unit':'ug','system':'http://unitsofmeasure.org','code':'ug'}}",
        "{'doseQuantity':{'value':%s,'unit':'mL','system':'http://unitsofmeasure.org','code':'mL'}}"
      })
  void every_step_comes_back_with_its_dose_and_its_days(String dose) {
    List<Instruction> steps = order(dose).regimen().instructions();
    assertThat(steps)
        .extracting(step -> step.dailyMg().known().map(Range::toString).orElse("unknown"))
        .containsExactlyElementsOf(doses());
    for (int i = 0; i < steps.size() - 1; i++) {
      LocalDate start = FIRST.plusDays((long) STEP_DAYS * i);
      assertThat(steps.get(i).from().orElse(FIRST)).isEqualTo(start);
      assertThat(steps.get(i).until()).contains(start.plusDays(STEP_DAYS - 1L));
    }
  }

  @Test
  void the_plan_falls_from_step_to_step_down_to_zero() {
    DraftRegimen draft =
        order(
            "{'doseQuantity':{'value':%s,'unit':'mg','system':'http://unitsofmeasure.org','code':'mg'}}");
    String now =
        "{'resourceType':'MedicationStatement','id':'s','status':'active','medicationCodeableConcept':{'text':'diazepam'},"
            + "'effectivePeriod':{'start':'2025-01-01'},'dosage':[{'text':'20 mg daily'}]}";
    List<BigDecimal> planned =
        BenzodiazepineUse.facts(
                Charts.chart(now).recorded(), List.of(draft), Figures.CONVENTIONS, FIRST)
            .stream()
            .filter(DoseStep.class::isInstance)
            .map(DoseStep.class::cast)
            .filter(DoseStep::proposed)
            .map(step -> step.mg().setScale(0))
            .toList();
    assertThat(planned)
        .containsExactlyElementsOf(doses().stream().distinct().map(BigDecimal::new).toList());
  }

  private static DraftRegimen order(String dose) {
    List<String> doses = doses();
    String steps =
        String.join(
            ",", IntStream.range(0, doses.size()).mapToObj(i -> step(i, doses, dose)).toList());
    String order =
        """
        {'resourceType':'MedicationRequest','id':'d','status':'draft','intent':'order','authoredOn':'%s',
         'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'801957'}]},
         'dosageInstruction':[%s]}"""
            .formatted(FIRST, steps);
    return Charts.ofDraft("", order).drafts().get(0);
  }

  private static String step(int i, List<String> doses, String dose) {
    String bounds =
        i == doses.size() - 1
            ? ""
            : "'boundsDuration':{'value':2,'unit':'weeks','system':'http://unitsofmeasure.org','code':'wk'},";
    return "{'sequence':%d,'timing':{'repeat':{%s'frequency':1,'period':1,'periodUnit':'d'}},'doseAndRate':[%s]}"
        .formatted(i + 1, bounds, dose.formatted(doses.get(i)));
  }

  /** The daily doses of all steps, mg diazepam. */
  private static List<String> doses() {
    var stream =
        Objects.requireNonNull(
            WorkedTaperTest.class.getResourceAsStream("/fhir/worked-taper-nhs-scotland.csv"));
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(row -> row.split(",", -1)[2]).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
