package org.glidepath.pharmacology;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Source;

/**
 * Use of one drug without an interruption.
 *
 * @param drug what is taken
 * @param regimens what the record says about it, oldest first
 * @param from first known day; empty where no date was given
 * @param to last day; empty while it goes on
 */
record Episode(
    Drug drug, List<Regimen> regimens, Optional<LocalDate> from, Optional<LocalDate> to) {

  boolean current() {
    return to.isEmpty();
  }

  List<Regimen> active() {
    return regimens.stream().filter(r -> r.state() == Regimen.State.ACTIVE).toList();
  }

  /** What all of it was for, as ids of value sets. */
  Set<String> reasons() {
    return regimens.stream().flatMap(r -> r.reasons().stream()).collect(toUnmodifiableSet());
  }

  /** What the routes of all that is in use have in common, as ids of value sets. */
  Set<String> routes() {
    return (current() ? active() : regimens)
        .stream().map(Regimen::routes).reduce(Episode::common).orElse(Set.of());
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    return one.stream().filter(other::contains).collect(toUnmodifiableSet());
  }

  /** Why the last of it that says so was stopped; empty while it goes on. */
  Optional<String> stopReason() {
    return current()
        ? Optional.empty()
        : regimens.stream()
            .flatMap(regimen -> regimen.statusReason().stream())
            .reduce((earlier, later) -> later);
  }

  List<Source> sources() {
    return regimens.stream().map(Regimen::source).distinct().toList();
  }
}
