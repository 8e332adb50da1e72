package org.glidepath.rulebook.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Diagnosis;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Measurement;
import org.glidepath.facts.NotChecked;
import org.glidepath.facts.OtherDrug;
import org.glidepath.facts.PatientAge;
import org.glidepath.facts.Source;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeftSideTest {

  private static final List<Source> RECORD = List.of(Source.of("Condition/1"));
  private static final Fact OLD = new PatientAge(72, 72, RECORD);
  private static final Fact YOUNG = new PatientAge(40, 40, RECORD);
  private static final Fact EPILEPSY = diagnosis("seizure-disorder");

  private static final String AN_OLD_PATIENT_WITH_EPILEPSY =
      """
      PatientAge( years >= 65 )
      Diagnosis( $what : means, means == "seizure-disorder", active )
      """;

  private static Fact diagnosis(String means) {
    return new Diagnosis(means, means, true, Optional.empty(), Optional.empty(), RECORD);
  }

  private static Fact albumin(@Nullable String value) {
    return new Measurement(
        "albumin",
        value == null ? null : new BigDecimal(value),
        null,
        "",
        "g/dL",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RECORD);
  }

  private static Fact drug(String name, String... means) {
    return new OtherDrug(name, Set.of(means), true, 0, Optional.empty(), Set.of(), RECORD);
  }

  private static LeftSide rule(String conditions) {
    String text =
        "rule \"XX-001 A rule\"\nwhen\n%s\nthen\n    advise.info();\nend\n".formatted(conditions);
    return LeftSides.of(List.of(new SourceFile("taper/x.drl", "rules/taper/x.drl", text)))
        .of("XX-001 A rule")
        .orElseThrow();
  }

  private static KnownFacts known(Fact... facts) {
    return KnownFacts.of(List.of(facts));
  }

  private static boolean holds(String conditions, Fact... facts) {
    return rule(conditions).holds(known(facts));
  }

  @Test
  void it_holds_where_all_its_conditions_do() {
    LeftSide rule = rule(AN_OLD_PATIENT_WITH_EPILEPSY);
    assertThat(rule.holds(known(OLD, EPILEPSY))).isTrue();
    assertThat(rule.holds(known(YOUNG, EPILEPSY))).isFalse();
    assertThat(rule.holds(known(OLD))).isFalse();
  }

  @Test
  void the_first_condition_that_failed_is_told_with_its_place_and_what_was_seen() {
    Missing missing =
        rule(AN_OLD_PATIENT_WITH_EPILEPSY).firstFailed(known(YOUNG, EPILEPSY)).orElseThrow();
    assertThat(missing.condition().words()).isEqualTo("patient age: years is at least 65");
    assertThat(missing.condition().drl()).isEqualTo("years >= 65");
    assertThat(missing.condition().place()).isEqualTo(new Place("rules/taper/x.drl", 3, 13));
    assertThat(missing.seen()).containsExactly("years: 40");
  }

  @Test
  void a_drug_of_another_kind_is_another_drug_in_words() {
    assertThat(
            rule("OtherDrug( current )").firstFailed(known(OLD)).orElseThrow().condition().words())
        .isEqualTo("there is another drug");
  }

  @Test
  void a_value_that_has_to_be_there_is_known_in_words() {
    assertThat(
            rule("Measurement( value != null )")
                .firstFailed(known(albumin(null)))
                .orElseThrow()
                .condition()
                .words())
        .isEqualTo("measurement: value is known");
    assertThat(
            rule("Measurement( value == null )")
                .firstFailed(known(albumin("3.4")))
                .orElseThrow()
                .condition()
                .words())
        .isEqualTo("measurement: value is not known");
  }

  @Test
  void a_decimal_in_the_brackets_of_a_method_is_what_is_written() {
    assertThat(holds("Measurement( below( 3.4 ) )", albumin("3.4"))).isFalse();
    assertThat(holds("Measurement( atLeast( 3.4 ) )", albumin("3.4"))).isTrue();
    assertThat(holds("Measurement( below( 3.5 ) )", albumin("3.4"))).isTrue();
    assertThat(holds("Measurement( above( 3 ) )", albumin("3.4"))).isTrue();
  }

  @Test
  void a_fact_that_is_not_there_at_all_is_a_condition_of_its_own() {
    Missing missing = rule(AN_OLD_PATIENT_WITH_EPILEPSY).firstFailed(known(OLD)).orElseThrow();
    assertThat(missing.condition().words()).isEqualTo("there is a diagnosis");
    assertThat(missing.condition().wanted()).contains(Diagnosis.class);
    assertThat(missing.seen()).isEmpty();
  }

  @Test
  void a_rule_that_lacks_one_condition_came_close_and_one_that_lacks_two_did_not() {
    LeftSide rule = rule(AN_OLD_PATIENT_WITH_EPILEPSY);
    assertThat(rule.missing(known(YOUNG, EPILEPSY)))
        .singleElement()
        .satisfies(one -> assertThat(one.condition().drl()).isEqualTo("years >= 65"));
    assertThat(rule.missing(known(YOUNG, diagnosis("ptsd")))).isEmpty();
    assertThat(rule.missing(known(OLD, EPILEPSY))).isEmpty();
  }

  @Test
  void what_must_not_be_there_is_one_condition() {
    LeftSide rule =
        rule(
            """
            $age : PatientAge()
            not ( Diagnosis( means == "seizure-disorder" ) or NotChecked( key == "conditions" ) )
            """);
    assertThat(rule.conditions()).hasSize(2);
    assertThat(rule.holds(known(OLD))).isTrue();
    assertThat(rule.holds(known(OLD, new NotChecked("conditions", "not sent")))).isFalse();
    assertThat(rule.missing(known(OLD, EPILEPSY)))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.condition().words())
                    .isEqualTo(
                        "there is no diagnosis (means is seizure-disorder) or not checked (key is"
                            + " conditions)"));
  }

  /** What is asked inside of the only condition of a rule, and how often it held and failed. */
  private static List<String> inside(String condition, Fact... facts) {
    LeftSide rule = rule(condition);
    Tally tally = rule.ask(known(facts));
    return rule.conditions().get(0).all().skip(1).map(one -> counted(one, tally)).toList();
  }

  private static String counted(Condition condition, Tally tally) {
    return "%s: %d/%d".formatted(condition.words(), tally.held(condition), tally.failed(condition));
  }

  @Test
  void what_stands_inside_of_a_not_is_counted_by_itself() {
    assertThat(inside("not Diagnosis( active, means == \"copd\" )", EPILEPSY, diagnosis("copd")))
        .containsExactly("diagnosis: active: 2/0", "diagnosis: means is copd: 1/1");
    assertThat(inside("exists NotChecked()")).isEmpty();
  }

  @Test
  void each_alternative_is_counted_by_itself() {
    String either = "( PatientAge( years >= 65 ) or exists Diagnosis() or Diagnosis( active ) )";
    assertThat(inside(either, OLD))
        .containsExactly(
            "patient age: years is at least 65: 2/0",
            "there is diagnosis: 0/1",
            "diagnosis: active: 0/0");
  }

  @Test
  void alternatives_inside_of_a_constraint_are_counted_by_themselves() {
    LeftSide rule = rule("PatientAge( years < 18 || years >= 65 && years < 90 )");
    Tally tally = rule.ask(known(OLD, new PatientAge(95, 95, RECORD)));
    assertThat(rule.conditions()).hasSize(2);
    assertThat(rule.conditions().get(1).all().skip(1).map(one -> counted(one, tally)))
        .containsExactly(
            "patient age: years is below 18: 0/2",
            "patient age: years is at least 65 and years is below 90: 1/1",
            "patient age: years is at least 65: 2/0",
            "patient age: years is below 90: 1/1");
  }

  @Test
  void facts_are_joined_by_their_names() {
    String twoDrugs =
        """
        $one : OtherDrug( means contains "opioid" )
        OtherDrug( this != $one, means contains "opioid", name != $one.name )
        """;
    assertThat(holds(twoDrugs, drug("oxycodone", "opioid"), drug("morphine", "opioid"))).isTrue();
    assertThat(holds(twoDrugs, drug("oxycodone", "opioid"), drug("digoxin"))).isFalse();
  }

  @Test
  void lists_alternatives_and_missing_values_mean_what_they_mean_to_the_engine() {
    assertThat(holds("Diagnosis( means in ( \"ptsd\", \"copd\" ) )", diagnosis("copd"))).isTrue();
    assertThat(holds("Diagnosis( means not in ( \"ptsd\" ) )", diagnosis("ptsd"))).isFalse();
    assertThat(holds("OtherDrug( means not contains \"opioid\" )", drug("digoxin"))).isTrue();
    assertThat(holds("Diagnosis( active && ( means == \"a\" || means == \"b\" ) )", diagnosis("b")))
        .isTrue();
    assertThat(holds("Diagnosis( daysSinceOnset.isPresent(), daysSinceOnset.get() < 9 )", EPILEPSY))
        .isFalse();
    assertThat(holds("PatientAge( years * 2 > 143.5 )", OLD)).isTrue();
  }

  @Test
  void a_condition_is_counted_only_where_those_before_it_hold() {
    LeftSide rule = rule(AN_OLD_PATIENT_WITH_EPILEPSY);
    Tally tally = rule.ask(known(YOUNG, EPILEPSY));
    Condition age = rule.conditions().get(1);
    Condition diagnosis = rule.conditions().get(3);
    assertThat(tally.failed(age)).isOne();
    assertThat(tally.held(diagnosis) + tally.failed(diagnosis)).isZero();
  }

  @Test
  void what_the_rule_concludes_is_known() {
    String text =
        "rule \"Convention X\" when Exposure( $u : drug ) then insertLogical( new LongUse( $u ) );"
            + " end";
    LeftSide side =
        LeftSides.of(List.of(new SourceFile("taper/x.drl", "rules/taper/x.drl", text)))
            .of("Convention X")
            .orElseThrow();
    assertThat(side.concluded()).extracting(Class::getSimpleName).containsExactly("LongUse");
  }

  @Test
  void words_of_conditions_are_for_a_reader_who_knows_no_code() {
    assertThat(
            rule("""
            $age : PatientAge( years < 18 )
            exists NotChecked( key == "conditions" )
            """)
                .conditions())
        .extracting(Condition::words)
        .containsExactly(
            "there is a patient age",
            "patient age: years is below 18",
            "there is not checked (key is conditions)");
  }
}
