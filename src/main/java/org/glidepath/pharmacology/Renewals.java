package org.glidepath.pharmacology;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.glidepath.pharmacology.Regimen.Kind;
import org.glidepath.pharmacology.Regimen.State;

/**
 * Orders that nobody ended when they were renewed: many systems leave them active for ever, and two
 * of them would look like twice the dose.
 */
final class Renewals {

  private final Collection<Regimen> recorded;
  private final int earlyDays;
  private final LocalDate today;

  /**
   * @param earlyDays how many days before the end of a supply the next order is still its renewal
   */
  Renewals(Collection<Regimen> recorded, int earlyDays, LocalDate today) {
    this.recorded = recorded;
    this.earlyDays = earlyDays;
    this.today = today;
  }

  /** The same regimens; an order that another one renews ended the day before that began. */
  List<Regimen> applied() {
    return recorded.stream()
        .map(regimen -> renewedOn(regimen).map(regimen::endedBefore).orElse(regimen))
        .toList();
  }

  private Optional<LocalDate> renewedOn(Regimen order) {
    if (order.kind() != Kind.ORDER || order.state() != State.ACTIVE) {
      return Optional.empty();
    }
    return recorded.stream()
        .filter(newer -> newer.kind() == Kind.ORDER && newer.drug().equals(order.drug()))
        .filter(newer -> names(newer, order) || takesOver(newer, order))
        .map(newer -> newer.from().orElse(today))
        .min(LocalDate::compareTo);
  }

  private static boolean names(Regimen newer, Regimen order) {
    return !newer.equals(order)
        && newer.replaces().filter(order.source().reference()::equals).isPresent();
  }

  /** The supply of the one has run out, and the other began when it did. */
  private boolean takesOver(Regimen newer, Regimen order) {
    Optional<LocalDate> begun = newer.from();
    Optional<LocalDate> out = order.supplyUntil().filter(today::isAfter);
    return newer.state() == State.ACTIVE
        && begun.isPresent()
        && out.isPresent()
        && order.from().filter(begun.get()::isAfter).isPresent()
        && begun.get().isAfter(out.get().minusDays(earlyDays))
        && !newer.forOtherTimesThan(order);
  }
}
