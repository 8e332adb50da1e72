package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.Range;
import org.glidepath.facts.TimedDose;
import org.glidepath.pharmacology.Product.Strength;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;

/**
 * The single doses of an order for an emergency: "0.2 mg, then 0.2 mg every minute up to 5 doses".
 * Instructions follow one another; the first dose is given now.
 *
 * @param doses the doses, those of one day where the order does not say when it ends
 * @param bounded whether it says so, as a number of doses, a duration or a maximum
 */
record OrderedDoses(List<TimedDose> doses, boolean bounded) {

  /** Minutes of the day that an order without an end is followed for. */
  private static final int DAY = 24 * 60;

  /** What the instructions ask for; empty where any dose of them cannot be computed. */
  static Optional<OrderedDoses> of(List<Dosage> dosages, Optional<Strength> strength) {
    List<TimedDose> doses = new ArrayList<>();
    boolean bounded = true;
    int next = 0;
    for (Dosage dosage : dosages) {
      Optional<BigDecimal> mg = DoseReader.mg(dosage, strength).known().map(Range::high);
      if (mg.isEmpty()) {
        return Optional.empty();
      }
      TimingRepeatComponent repeat = dosage.getTiming().getRepeat();
      int apart = minutesApart(repeat);
      Optional<Integer> times = times(repeat, apart);
      Optional<BigDecimal> most = most(dosage, strength);
      bounded &= times.isPresent() || most.isPresent();
      BigDecimal left = most.orElse(BigDecimal.valueOf(Long.MAX_VALUE));
      for (int i = 0; i < times.orElse(DAY / Math.max(apart, 1)) && left.signum() > 0; i++) {
        BigDecimal dose = mg.get().min(left);
        left = left.subtract(dose);
        doses.add(new TimedDose(next, dose));
        next += apart;
      }
    }
    return doses.isEmpty() ? Optional.empty() : Optional.of(new OrderedDoses(doses, bounded));
  }

  /** Minutes from one dose to the next; 0 where it is not said. */
  private static int minutesApart(TimingRepeatComponent repeat) {
    if (!repeat.hasPeriod() || repeat.getPeriodUnit() == null) {
      return 0;
    }
    int often = Math.max(1, Math.max(repeat.getFrequency(), repeat.getFrequencyMax()));
    return minutes(repeat.getPeriod(), repeat.getPeriodUnit().toCode())
        .map(period -> period.divide(BigDecimal.valueOf(often), 0, RoundingMode.FLOOR).intValue())
        .orElse(0);
  }

  /** How many doses there are; one where nothing is repeated, empty where there is no end. */
  private static Optional<Integer> times(TimingRepeatComponent repeat, int apart) {
    if (repeat.hasCount()) {
      return Optional.of(Math.min(DAY, Math.max(repeat.getCount(), repeat.getCountMax())));
    }
    if (!repeat.hasPeriod() || repeat.getPeriodUnit() == null) {
      return Optional.of(1);
    }
    if (repeat.getBounds() instanceof Duration bounds && bounds.getValue() != null) {
      return Quantities.unit(bounds)
          .flatMap(unit -> minutes(bounds.getValue(), bounds.getCode()))
          .map(all -> Math.min(DAY, 1 + all.intValue() / Math.max(apart, 1)));
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> minutes(BigDecimal time, String unit) {
    return Units.of(unit)
        .filter(known -> known.kind() == Units.Kind.TIME)
        .map(known -> known.factor().multiply(BigDecimal.valueOf(DAY)).multiply(time))
        .map(minutes -> minutes.setScale(3, RoundingMode.HALF_UP));
  }

  /** mg that are not to be exceeded, over a lifetime or a period; empty where nothing says. */
  private static Optional<BigDecimal> most(Dosage dosage, Optional<Strength> strength) {
    Quantity most =
        dosage.hasMaxDosePerLifetime()
            ? dosage.getMaxDosePerLifetime()
            : dosage.getMaxDosePerPeriod().getNumerator();
    return most.hasValue()
        ? DoseReader.quantity(most, strength).known().map(Range::high)
        : Optional.empty();
  }
}
