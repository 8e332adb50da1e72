package org.glidepath.rulebook.drl;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glidepath.facts.Adjunct;
import org.glidepath.facts.AdjunctProblem;
import org.glidepath.facts.AlarmingVitalSign;
import org.glidepath.facts.AlcoholOrSedativeUse;
import org.glidepath.facts.AlcoholProblem;
import org.glidepath.facts.Allergy;
import org.glidepath.facts.AntiseizureTherapy;
import org.glidepath.facts.CareActivity;
import org.glidepath.facts.ClozapineStart;
import org.glidepath.facts.CnsActiveUse;
import org.glidepath.facts.ConcurrentDrug;
import org.glidepath.facts.ConflictingDrug;
import org.glidepath.facts.CrossoverPlan;
import org.glidepath.facts.CurrentEncounter;
import org.glidepath.facts.CutProblem;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.Diagnosis;
import org.glidepath.facts.DiazepamCrossover;
import org.glidepath.facts.DiazepamEquivalent;
import org.glidepath.facts.DoseCourse;
import org.glidepath.facts.DoseCut;
import org.glidepath.facts.DoseDisagreement;
import org.glidepath.facts.DoseExcess;
import org.glidepath.facts.DoseOutOfReach;
import org.glidepath.facts.DoseStep;
import org.glidepath.facts.DoseTier;
import org.glidepath.facts.DoseUnknown;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.Drug;
import org.glidepath.facts.DurationUnknown;
import org.glidepath.facts.EarlyDependence;
import org.glidepath.facts.EcgDanger;
import org.glidepath.facts.EmergentSymptom;
import org.glidepath.facts.EquivalenceSpread;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.FrequencyUnknown;
import org.glidepath.facts.GabapentinoidUse;
import org.glidepath.facts.GivenDose;
import org.glidepath.facts.HepaticImpairment;
import org.glidepath.facts.ImpairedClearance;
import org.glidepath.facts.InfusionPause;
import org.glidepath.facts.InpatientCriterion;
import org.glidepath.facts.InpatientStay;
import org.glidepath.facts.LifeSavingUse;
import org.glidepath.facts.LongTermIndication;
import org.glidepath.facts.LongUse;
import org.glidepath.facts.Measurement;
import org.glidepath.facts.Modifier;
import org.glidepath.facts.MoodWarningSign;
import org.glidepath.facts.NoBehaviouralTherapy;
import org.glidepath.facts.NoNaloxone;
import org.glidepath.facts.NotChecked;
import org.glidepath.facts.Occasion;
import org.glidepath.facts.OpioidUse;
import org.glidepath.facts.OrderInForce;
import org.glidepath.facts.OrderedDose;
import org.glidepath.facts.OrderedDoseDisagreement;
import org.glidepath.facts.OrderedDoseUnknown;
import org.glidepath.facts.OrderedEquivalent;
import org.glidepath.facts.OrderedSupply;
import org.glidepath.facts.OtherDailyDose;
import org.glidepath.facts.OtherDrug;
import org.glidepath.facts.PalliativeCare;
import org.glidepath.facts.PastUse;
import org.glidepath.facts.PatientAge;
import org.glidepath.facts.PatientSex;
import org.glidepath.facts.PlannedDose;
import org.glidepath.facts.PlannedStep;
import org.glidepath.facts.PossibleCrossover;
import org.glidepath.facts.PossibleTaper;
import org.glidepath.facts.Pregnancy;
import org.glidepath.facts.ProlongedSedation;
import org.glidepath.facts.ProposedStop;
import org.glidepath.facts.ProtractedWithdrawal;
import org.glidepath.facts.Range;
import org.glidepath.facts.RecentCut;
import org.glidepath.facts.RecordedCut;
import org.glidepath.facts.ReductionProposed;
import org.glidepath.facts.RegularDoses;
import org.glidepath.facts.RegularUse;
import org.glidepath.facts.ReplacementUnclear;
import org.glidepath.facts.RiskClass;
import org.glidepath.facts.SedationReversal;
import org.glidepath.facts.SedativeUse;
import org.glidepath.facts.SeveralPrescribers;
import org.glidepath.facts.SevereWithdrawal;
import org.glidepath.facts.SevereWithdrawalSign;
import org.glidepath.facts.Severity;
import org.glidepath.facts.SeverityFactor;
import org.glidepath.facts.SlowPace;
import org.glidepath.facts.Source;
import org.glidepath.facts.StaleFinding;
import org.glidepath.facts.StatedEquivalent;
import org.glidepath.facts.StepDown;
import org.glidepath.facts.StepProblem;
import org.glidepath.facts.SubstanceUse;
import org.glidepath.facts.SuicidalThoughts;
import org.glidepath.facts.SupplyGap;
import org.glidepath.facts.SupplyOverlap;
import org.glidepath.facts.SuspectedOverdose;
import org.glidepath.facts.SwitchDose;
import org.glidepath.facts.SwitchDoseProblem;
import org.glidepath.facts.SwitchObstacle;
import org.glidepath.facts.SwitchPlan;
import org.glidepath.facts.SwitchReason;
import org.glidepath.facts.SwitchStep;
import org.glidepath.facts.TabletCount;
import org.glidepath.facts.TaperInProgress;
import org.glidepath.facts.TaperObstacle;
import org.glidepath.facts.TaperOrWithdrawal;
import org.glidepath.facts.TaperPlan;
import org.glidepath.facts.TaperProposed;
import org.glidepath.facts.TaperWithMoodDisorder;
import org.glidepath.facts.Tier;
import org.glidepath.facts.TierAboveLow;
import org.glidepath.facts.TimedDose;
import org.glidepath.facts.TotalEquivalent;
import org.glidepath.facts.UnmappedDrug;
import org.glidepath.facts.UseDuration;
import org.glidepath.facts.UseFrequency;
import org.glidepath.facts.UseOverlap;

/**
 * The words of the rules: every type of {@code org.glidepath.facts}. Lists, because a class path
 * cannot be asked for a package's types in the same way in a folder and in a jar; tests compare
 * them with the package.
 */
public final class Vocabulary {

  /** Facts that rules conclude, and that no record holds. */
  private static final Set<Class<?>> CONCLUDED =
      Set.of(
          Adjunct.class,
          AdjunctProblem.class,
          AlarmingVitalSign.class,
          AlcoholOrSedativeUse.class,
          AlcoholProblem.class,
          AntiseizureTherapy.class,
          ClozapineStart.class,
          CnsActiveUse.class,
          ConcurrentDrug.class,
          CrossoverPlan.class,
          CutProblem.class,
          DiazepamCrossover.class,
          DoseExcess.class,
          DoseTier.class,
          EarlyDependence.class,
          EcgDanger.class,
          EmergentSymptom.class,
          GabapentinoidUse.class,
          HepaticImpairment.class,
          ImpairedClearance.class,
          InfusionPause.class,
          InpatientCriterion.class,
          LifeSavingUse.class,
          LongTermIndication.class,
          LongUse.class,
          Modifier.class,
          MoodWarningSign.class,
          NoBehaviouralTherapy.class,
          NoNaloxone.class,
          OpioidUse.class,
          PalliativeCare.class,
          Pregnancy.class,
          ProlongedSedation.class,
          ProtractedWithdrawal.class,
          RecentCut.class,
          RecordedCut.class,
          ReductionProposed.class,
          RegularUse.class,
          RiskClass.class,
          SedationReversal.class,
          SedativeUse.class,
          SevereWithdrawal.class,
          SevereWithdrawalSign.class,
          SeverityFactor.class,
          SlowPace.class,
          StaleFinding.class,
          StepProblem.class,
          SubstanceUse.class,
          SuicidalThoughts.class,
          SuspectedOverdose.class,
          SwitchDoseProblem.class,
          SwitchObstacle.class,
          SwitchReason.class,
          TaperInProgress.class,
          TaperObstacle.class,
          TaperOrWithdrawal.class,
          TaperPlan.class,
          TaperProposed.class,
          TaperWithMoodDisorder.class,
          TierAboveLow.class);

  /** Facts that are read, and what facts are made of. */
  private static final Set<Class<?>> OTHERS =
      Set.of(
          Allergy.class,
          CareActivity.class,
          ConflictingDrug.class,
          CurrentEncounter.class,
          DailyDose.class,
          Diagnosis.class,
          DiazepamEquivalent.class,
          DoseCourse.class,
          DoseCut.class,
          DoseDisagreement.class,
          DoseOutOfReach.class,
          DoseStep.class,
          DoseUnknown.class,
          DraftOrder.class,
          Drug.class,
          DurationUnknown.class,
          EquivalenceSpread.class,
          Exposure.class,
          Fact.class,
          FrequencyUnknown.class,
          GivenDose.class,
          InpatientStay.class,
          Measurement.class,
          NotChecked.class,
          Occasion.class,
          OrderInForce.class,
          OrderedDose.class,
          OrderedDoseDisagreement.class,
          OrderedDoseUnknown.class,
          OrderedEquivalent.class,
          OrderedSupply.class,
          OtherDailyDose.class,
          OtherDrug.class,
          PastUse.class,
          PatientAge.class,
          PatientSex.class,
          PlannedDose.class,
          PlannedStep.class,
          PossibleCrossover.class,
          PossibleTaper.class,
          ProposedStop.class,
          Range.class,
          RegularDoses.class,
          ReplacementUnclear.class,
          SeveralPrescribers.class,
          Severity.class,
          Source.class,
          StatedEquivalent.class,
          StepDown.class,
          SupplyGap.class,
          SupplyOverlap.class,
          SwitchDose.class,
          SwitchPlan.class,
          SwitchStep.class,
          TabletCount.class,
          Tier.class,
          TimedDose.class,
          TotalEquivalent.class,
          UnmappedDrug.class,
          UseDuration.class,
          UseFrequency.class,
          UseOverlap.class);

  private static final List<Class<?>> TYPES =
      Stream.of(CONCLUDED, OTHERS)
          .flatMap(Set::stream)
          .sorted(comparing(Class::getSimpleName))
          .toList();

  private static final Map<String, Class<?>> BY_NAME = new TreeMap<>();
  private static final Set<String> FACTS = new TreeSet<>();

  static {
    for (Class<?> type : TYPES) {
      BY_NAME.put(type.getSimpleName(), type);
      if (fact(type) && type.isRecord()) {
        FACTS.add(type.getSimpleName());
      }
    }
    BY_NAME.put("BigDecimal", BigDecimal.class);
  }

  private Vocabulary() {}

  /** The types of the facts package. */
  public static List<Class<?>> types() {
    return TYPES;
  }

  /** The type that a rule may name so. */
  public static Optional<Class<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** How a rule writes a nested type or the value of an enumeration whose last name this is. */
  static Optional<String> withOwner(String name) {
    return TYPES.stream()
        .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
        .flatMap(type -> Stream.concat(Stream.of(type), constants(type)))
        .map(each -> each instanceof Class<?> type ? Paths.name(type) : value((Enum<?>) each))
        .filter(full -> full.endsWith("." + name))
        .findFirst();
  }

  private static Stream<Object> constants(Class<?> type) {
    return type.isEnum() ? Arrays.stream(type.getEnumConstants()) : Stream.empty();
  }

  private static String value(Enum<?> constant) {
    return Paths.name(constant.getDeclaringClass()) + "." + constant.name();
  }

  /** The names of all types that a rule may name. */
  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The names of all facts. */
  public static Set<String> factNames() {
    return FACTS;
  }

  /** Whether it is a fact that only rules make. */
  public static boolean concluded(Class<?> type) {
    return CONCLUDED.contains(type);
  }

  /** Whether a rule can match on it. */
  static boolean fact(Class<?> type) {
    return Fact.class.isAssignableFrom(type);
  }
}
