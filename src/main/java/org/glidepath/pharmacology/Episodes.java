package org.glidepath.pharmacology;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.Drug;

/** Stitches orders and statements of each drug into episodes of use. */
final class Episodes {

  private final Conventions conventions;
  private final LocalDate today;
  private final List<Regimen> recorded;

  /** Episodes in what is recorded up to {@code today}; what begins later is left out. */
  Episodes(Conventions conventions, LocalDate today, List<Regimen> recorded) {
    this.conventions = conventions;
    this.today = today;
    this.recorded =
        recorded.stream()
            .filter(regimen -> regimen.from().map(from -> !from.isAfter(today)).orElse(true))
            .toList();
  }

  /** All that is recorded of one drug, in an order that does not depend on how it was sent. */
  List<Regimen> recorded(Drug drug) {
    return recorded.stream()
        .filter(regimen -> regimen.drug().equals(drug))
        .sorted(Comparator.comparing(regimen -> regimen.source().toString()))
        .toList();
  }

  /**
   * The last known day of use of any drug; empty while one is in use, and where nothing has a date.
   */
  Optional<LocalDate> lastDay() {
    return recorded.stream().anyMatch(Episodes::active)
        ? Optional.empty()
        : recorded.stream()
            .map(this::lastKnownDay)
            .filter(day -> !day.equals(LocalDate.MIN))
            .max(LocalDate::compareTo);
  }

  /**
   * The last episode of each drug, where it goes on or ended so recently that it still counts for
   * dependence; in the order in which the drugs are first mentioned.
   */
  List<Episode> thatCount() {
    return recorded.stream()
        .collect(groupingBy(Regimen::drug, LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(entry -> last(entry.getKey(), entry.getValue()))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * First day of the use that this episode belongs to, counting every benzodiazepine: a drug that
   * takes over from another within the gap continues its use. Empty where nothing says when the
   * episode itself began.
   */
  Optional<LocalDate> useBegan(Episode episode) {
    return episode.from().map(this::earliestLinkedTo);
  }

  private LocalDate earliestLinkedTo(LocalDate start) {
    return recorded.stream()
        .filter(regimen -> reaches(lastKnownDay(regimen), start))
        .flatMap(regimen -> regimen.from().stream())
        .filter(from -> from.isBefore(start))
        .min(LocalDate::compareTo)
        .map(this::earliestLinkedTo)
        .orElse(start);
  }

  private Optional<Episode> last(Drug drug, List<Regimen> regimens) {
    List<Regimen> newestFirst =
        regimens.stream().sorted(Comparator.comparing(this::lastKnownDay).reversed()).toList();
    LocalDate end = lastKnownDay(newestFirst.get(0));
    if (!reaches(end, today)) {
      return Optional.empty();
    }
    List<Regimen> stitched = new ArrayList<>();
    LocalDate start = end;
    for (Regimen regimen : newestFirst) {
      LocalDate last = lastKnownDay(regimen);
      if (reaches(last, start)) {
        stitched.add(regimen);
        LocalDate first = regimen.from().orElse(last);
        start = first.isBefore(start) ? first : start;
      }
    }
    stitched.sort(
        Comparator.comparing((Regimen regimen) -> regimen.from().orElse(LocalDate.MIN))
            .thenComparing(regimen -> regimen.source().toString()));
    boolean current = regimens.stream().anyMatch(Episodes::active);
    return Optional.of(
        new Episode(
            drug,
            stitched,
            stitched.stream().flatMap(r -> r.from().stream()).min(LocalDate::compareTo),
            current ? Optional.empty() : Optional.of(end)));
  }

  /**
   * Last day on which a regimen is known to be used; {@link LocalDate#MIN} where it has no date at
   * all.
   */
  private LocalDate lastKnownDay(Regimen regimen) {
    if (active(regimen)) {
      return today;
    }
    LocalDate last = regimen.to().or(regimen::supplyUntil).or(regimen::from).orElse(LocalDate.MIN);
    return last.isAfter(today) ? today : last;
  }

  private static boolean active(Regimen regimen) {
    return regimen.state() == Regimen.State.ACTIVE;
  }

  /** Whether use that ended on {@code end} is continued by what begins on {@code next}. */
  private boolean reaches(LocalDate end, LocalDate next) {
    return !end.equals(LocalDate.MIN)
        && ChronoUnit.DAYS.between(end, next) < conventions.episodeGapDays();
  }
}
