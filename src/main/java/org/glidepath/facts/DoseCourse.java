package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * The single doses of one drug other than a benzodiazepine or Z-drug: those given within the last
 * day, and those that an order being written would add. Present only where every ordered dose can
 * be computed; given doses that cannot are left out.
 *
 * @param name the drug as a person calls it, lower case
 * @param means ids of the value sets in {@code fhir-profiles/} that it belongs to
 * @param reasons ids of the value sets that the reasons for order and doses belong to
 * @param doses in the order of time; of an order without an end those of one day
 * @param bounded whether the order says how many doses there are, or how much at most
 * @param sources the order and the administrations
 */
public record DoseCourse(
    String name,
    Set<String> means,
    Set<String> reasons,
    List<TimedDose> doses,
    boolean bounded,
    List<Source> sources)
    implements Fact {

  /** Whether an order being written adds doses. */
  public boolean ordered() {
    return doses.stream().anyMatch(DoseCourse::toCome);
  }

  /** The largest single dose, of the ordered ones where there are any, mg. */
  public BigDecimal largestMg() {
    return doses.stream()
        .filter(dose -> toCome(dose) || !ordered())
        .map(TimedDose::mg)
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  /** All doses of the order together, mg; 0 where it says neither how many nor how much at most. */
  public BigDecimal orderedMg() {
    return bounded ? total(doses.stream().filter(DoseCourse::toCome).toList()) : BigDecimal.ZERO;
  }

  /**
   * The most that falls into any stretch of so many minutes, mg. Two doses that lie exactly so far
   * apart are not in one.
   */
  public BigDecimal mgWithin(int minutes) {
    return doses.stream()
        .map(
            first ->
                total(
                    doses.stream()
                        .filter(dose -> dose.minute() >= first.minute())
                        .filter(dose -> dose.minute() - first.minute() < minutes)
                        .toList()))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private static boolean toCome(TimedDose dose) {
    return dose.minute() >= 0;
  }

  private static BigDecimal total(List<TimedDose> doses) {
    return doses.stream().map(TimedDose::mg).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
