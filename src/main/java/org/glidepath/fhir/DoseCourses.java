package org.glidepath.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glidepath.facts.DoseCourse;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.Fact;
import org.glidepath.facts.GivenDose;
import org.glidepath.facts.Range;
import org.glidepath.facts.Source;
import org.glidepath.facts.TimedDose;

/**
 * Puts the doses of one drug together: what was given within a day, and what an order being written
 * would add. Use of a benzodiazepine or Z-drug is told in another way.
 */
final class DoseCourses {

  /** Minutes of a day. */
  private static final int DAY = 24 * 60;

  private final List<GivenDose> given = new ArrayList<>();
  private final List<Ordered> ordered = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();
  private final Set<String> notComputable = new LinkedHashSet<>();

  private record Ordered(DraftOrder order, OrderedDoses doses) {}

  /** Takes a dose that was given; one without an amount or a time, or of a day ago, is left out. */
  void given(GivenDose dose) {
    boolean benzodiazepine = dose.means().contains(Medicines.CLASS);
    if (!benzodiazepine && dose.mg().isPresent() && dose.withinMinutes(DAY)) {
      given.add(dose);
      names.add(dose.name());
    }
  }

  /** Takes an order that is being written, with its doses; empty where they cannot be computed. */
  void ordered(DraftOrder order, Optional<OrderedDoses> doses) {
    names.add(order.name());
    doses.ifPresentOrElse(
        computed -> ordered.add(new Ordered(order, computed)),
        () -> notComputable.add(order.name()));
  }

  /** One course for each drug. */
  List<DoseCourse> courses() {
    return names.stream().filter(name -> !notComputable.contains(name)).map(this::course).toList();
  }

  private DoseCourse course(String name) {
    List<GivenDose> before = given.stream().filter(dose -> dose.name().equals(name)).toList();
    List<Ordered> after =
        ordered.stream().filter(draft -> draft.order().name().equals(name)).toList();
    Set<String> means = new LinkedHashSet<>();
    Set<String> reasons = new LinkedHashSet<>();
    before.forEach(dose -> means.addAll(dose.means()));
    before.forEach(dose -> reasons.addAll(dose.reasons()));
    after.forEach(draft -> means.addAll(draft.order().means()));
    after.forEach(draft -> reasons.addAll(draft.order().reasons()));
    Fact[] facts =
        Stream.concat(after.stream().map(Ordered::order), before.stream()).toArray(Fact[]::new);
    return new DoseCourse(
        name,
        means,
        reasons,
        doses(before, after),
        after.stream().allMatch(draft -> draft.doses().bounded()),
        Source.of(facts));
  }

  private static List<TimedDose> doses(List<GivenDose> before, List<Ordered> after) {
    Stream<TimedDose> past =
        before.stream()
            .map(
                dose ->
                    new TimedDose(
                        -Math.max(1, dose.minutesAgo().orElseThrow()),
                        dose.mg().map(Range::high).orElseThrow()));
    Stream<TimedDose> toCome = after.stream().flatMap(draft -> draft.doses().doses().stream());
    return Stream.concat(past, toCome).sorted(Comparator.comparing(TimedDose::minute)).toList();
  }
}
