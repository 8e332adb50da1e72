package org.glidepath.pharmacology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.DraftOrder.Action;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.OrderedDose;
import org.glidepath.facts.OrderedDoseDisagreement;
import org.glidepath.facts.OrderedDoseUnknown;
import org.glidepath.facts.OrderedEquivalent;
import org.glidepath.facts.StatedEquivalent;

/** Orders being written for benzodiazepines as facts, each with what signing it would do. */
final class ProposedUse {

  private final LocalDate today;

  ProposedUse(LocalDate today) {
    this.today = today;
  }

  /** The order as rules see it; {@code inUse} is the current exposure to the same drug, if any. */
  DraftOrder order(DraftRegimen draft, Optional<Exposure> inUse) {
    Action action = draft.stops() ? Action.STOP : inUse.isPresent() ? Action.CHANGE : Action.START;
    return new DraftOrder(
        draft.regimen().drug().name(),
        Set.copyOf(draft.means()),
        Optional.of(draft.regimen().drug()),
        action,
        draft.selected(),
        draft.regimen().reasons(),
        draft.regimen().routes(),
        List.of(draft.regimen().source()));
  }

  /** The order, and the dose it asks for on its first day. */
  List<Fact> facts(DraftRegimen draft, DraftOrder order) {
    List<Fact> facts = new ArrayList<>();
    facts.add(order);
    draft
        .stated()
        .map(said -> new StatedEquivalent(order, said.diazepamMg(), List.of(said.source())))
        .ifPresent(facts::add);
    if (order.action() == Action.STOP) {
      return facts;
    }
    DoseOnDay first = new DoseOnDay(List.of(draft.regimen()), firstDay(draft));
    first
        .disagreementInOneEntry()
        .map(found -> new OrderedDoseDisagreement(order, found.lower(), found.higher()))
        .ifPresent(facts::add);
    Estimate dailyMg = first.dailyMg();
    if (dailyMg instanceof Estimate.Known known) {
      facts.add(new OrderedDose(order, known.amount()));
      Equivalents.inDiazepam(draft.regimen().drug(), known.amount())
          .ifPresent(mg -> facts.add(new OrderedEquivalent(order, mg)));
    } else if (dailyMg instanceof Estimate.Unknown unknown) {
      facts.add(new OrderedDoseUnknown(order, unknown.reason()));
    }
    return facts;
  }

  /** The first day on which the order asks for a dose: today, unless it begins later. */
  private LocalDate firstDay(DraftRegimen draft) {
    LocalDate starts = draft.regimen().from().filter(from -> from.isAfter(today)).orElse(today);
    return draft.regimen().instructions().stream()
        .map(instruction -> instruction.from().orElse(starts))
        .min(LocalDate::compareTo)
        .filter(first -> first.isAfter(starts))
        .orElse(starts);
  }
}
