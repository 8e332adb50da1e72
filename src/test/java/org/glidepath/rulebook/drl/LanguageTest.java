package org.glidepath.rulebook.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the check of the text lets a rule say passes the check of the compiled classes too. */
class LanguageTest {

  private static final String NOTHING_MORE =
      "insertLogical( new SwitchObstacle( \"x\", $x.sources() ) );";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$x : Exposure()",
        "$x : Exposure( current, !asNeeded, unregulated == false, this != null )",
        "$x : Exposure( from.isPresent(), from.get().isBefore( to.get() ) )",
        "$x : Exposure( from.isEmpty || from.get.isAfter( to.get ) || from.get.isEqual( to.get ) )",
        "$x : Exposure( reasons.size > 2, reasons.contains( \"a\" ), !sources.isEmpty() )",
        "$x : Exposure( daysSinceLastUse + 1 > 5 - 2, daysSinceLastUse * 2 < 6 / 3, drug.name != \"\" )",
        "$x : Exposure( supplyDaysLeft.isPresent(), supplyDaysLeft.get() in ( 1, 2, 3 ) )",
        "$x : Exposure( daysSinceLastUse not in ( 1, 2 ), daysSinceLastUse > -1 )",
        "$x : Exposure( supplyEndsWithin( 3 ), drug.durationClass == Drug.DurationClass.LONG )",
        "$x : Exposure( $d : drug.name, $d == \"alprazolam\" || $d == \"diazepam\" )",
        "$x : DailyDose( mg.low >= 0.5, mg.high < 40B, mg.high - mg.low > 1, of.drug.name.isEmpty )",
        "$x : DoseStep( diazepamMg != null && diazepamMg > 5, mg > 0, mg * 2 > 3.5 )",
        "$x : DoseStep( $mg : mg, $end : endDay ) DoseStep( mg < $mg, startDay >= $end + 14 )",
        "$x : DraftOrder( means contains \"a\", means not contains \"b\", reasons excludes \"c\" )",
        "$x : DraftOrder( drug.isPresent(), drug.get.name == name, action in ( DraftOrder.Action.STOP ) )",
        "$x : Diagnosis( means in ( \"a\", \"b\" ), daysSinceOnset.get() < 5, moderateOrSevere )",
        "$x : Measurement( value > 0 || finding contains \"a\", $days : daysAgo ) not Measurement( daysAgo.get() < $days.get() )",
        "$x : Measurement( value != null, value > 3, finding contains \"x\", within( 30 ) )",
        "$x : Measurement( value.add( value ).subtract( value ).negate().signum() > 0 )",
        "$x : PatientAge( years >= 65 ) not PatientAge( years > 100 ) exists Exposure( current )",
        "$x : Exposure() ( RiskClass( of == $x, dependent ) or TierAboveLow( of == $x ) )",
        "$x : Exposure() not ( RiskClass( of == $x ) and TierAboveLow( of == $x ) )",
        "$x : Exposure() exists ( RiskClass( of == $x ) or TierAboveLow( of == $x ) )",
        "$x : Exposure() forall ( DoseStep( of == $x ) DoseStep( this.of == $x, proposed ) )",
        "$x : RiskClass( $level : level, level != RiskClass.Level.RARE ) RiskClass( level == $level )",
        "$x : Fact()"
      })
  void the_left_side(String when) {
    assertThat(problems(when, NOTHING_MORE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "advise.critical( $x );",
        "advise.warning( $x, $x, $use );",
        "insertLogical( new LongUse( $use ) );",
        "insertLogical( new RiskClass( $use, RiskClass.Level.YES ) );",
        "insertLogical( new SwitchObstacle( $use.drug().name(), Source.of( $x, $use ) ) );",
        "insertLogical( new SwitchObstacle( $use.drug().name() + \" of \" + $low + \" mg\", Source.of( $x ) ) );",
        "insertLogical( new DailyDose( $use, Range.of( \"0.5\" ) ) );",
        "insertLogical( new DailyDose( $use, $x.mg() ) );",
        "insertLogical( new DailyDose( $use, new Range( $low, $x.mg().high().add( $low ) ) ) );",
        "insertLogical( new DailyDose( $use, $x.mg().plus( $x.mg() ).union( $x.mg() ) ) );",
        "insertLogical( new PatientAge( $days + 1, $days + 1, $x.sources() ) );",
        "insertLogical( new PatientAge( 18, 18, $x.sources() ) );"
      })
  void the_right_side(String then) {
    String when =
        "$x : DailyDose( $use : of, $low : mg.low ) Exposure( this == $use, $days : daysSinceLastUse )";

    assertThat(problems(when, then)).isEmpty();
  }

  private static List<String> problems(String when, String then) {
    String text =
        """
        package rules.taper;
        import org.glidepath.facts.*;
        import java.math.BigDecimal;
        global Advise advise;
        rule "TP-001 One" @evidence( "A", "B" ) @suppresses( "TP-002" )
        when
          %s
        then
          %s
        end
        """
            .formatted(when, then);
    Problems problems = new Problems();
    SourceFile file = new SourceFile("taper/taper.drl", "taper.drl", text);
    Compiler.compile(DrlFiles.read(List.of(file), problems), Map.of(), problems);
    return problems.sorted().stream().map(Object::toString).toList();
  }
}
