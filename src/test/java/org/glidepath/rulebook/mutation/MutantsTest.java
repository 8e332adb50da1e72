package org.glidepath.rulebook.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.glidepath.rulebook.SampleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantsTest {

  @TempDir Path folder;

  @Test
  void comparisons_flip_thresholds_move_texts_and_conditions_go() {
    assertThat(changes("Exposure( current, daysSinceLastUse >= 30, drug.name == \"alprazolam\" )"))
        .containsExactly(
            ">= becomes >",
            "30 becomes 31",
            "30 becomes 29",
            "== becomes !=",
            "\"alprazolam\" becomes \"nothing\"",
            "dropped: current",
            "dropped: daysSinceLastUse >= 30",
            "dropped: drug.name == \"alprazolam\"");
  }

  @Test
  void a_decimal_moves_by_its_last_place_and_zero_only_up() {
    assertThat(changes("DailyDose( mg.high <= 0.5, mg.low > 0 )"))
        .contains("0.5 becomes 0.6", "0.5 becomes 0.4", "0 becomes 1")
        .doesNotContain("0 becomes -1");
  }

  @Test
  void each_alternative_is_a_condition_of_its_own() {
    assertThat(changes("DailyDose( ( mg.low > 1 && mg.high > 2 ) || mg.high > 3 )"))
        .contains("dropped: ( mg.low > 1 && mg.high > 2 )", "dropped: mg.high > 3");
  }

  @Test
  void what_gives_a_name_stays_and_a_whole_not_goes() {
    assertThat(changes("$use : Exposure()\n    not ( RegularUse( of == $use ) and LongUse() )"))
        .contains("dropped: not ( RegularUse( of == $use ) and LongUse() )")
        .doesNotContain("dropped: $use : Exposure()");
  }

  @Test
  void an_indicator_is_lowered() {
    assertThat(consequences("advise.critical( $x )")).containsExactly("critical becomes warning");
  }

  @Test
  void nothing_is_lower_than_info() {
    assertThat(consequences("advise.info( $x )")).isEmpty();
  }

  @Test
  void a_mutant_takes_the_place_of_its_original() {
    SampleBook sample = SampleBook.in(folder);
    Mutants mutants = Mutants.of(sample.rules(), sample.profiles(), Optional.empty());
    ChangedRule first = mutants.changedRules().get(0);
    var beside = mutants.beside(sample.load(), List.of(first)).orElseThrow();
    assertThat(beside.rules()).isEqualTo(sample.load().rules());
    assertThat(Mutants.replacing(beside, first).rules())
        .contains(first.changed().rule())
        .doesNotContain(first.original());
  }

  private List<String> changes(String leftSide) {
    return of(
        "when\n    %s\n    $x : PatientAge()\nthen\n    advise.info( $x );".formatted(leftSide));
  }

  private List<String> consequences(String rightSide) {
    return of("when\n    $x : PatientAge()\nthen\n    %s;".formatted(rightSide));
  }

  private List<String> of(String rule) {
    SampleBook sample =
        SampleBook.in(folder)
            .with(
                "rules/taper/taper.drl",
                """
                package rules.taper;
                import org.glidepath.facts.*;
                global Advise advise;
                rule "TP-001 One rule"
                    @evidence( "Book" )
                %s
                end
                """
                    .formatted(rule));
    return Mutants.of(sample.rules(), sample.profiles(), Optional.empty()).changedRules().stream()
        .filter(mutant -> mutant.original().id().equals("TP-001"))
        .map(ChangedRule::change)
        .toList();
  }
}
