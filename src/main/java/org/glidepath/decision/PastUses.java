package org.glidepath.decision;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.Fact;
import org.glidepath.facts.PastUse;
import org.glidepath.facts.RiskClass;
import org.glidepath.pharmacology.BenzodiazepineUse;
import org.glidepath.pharmacology.Conventions;
import org.glidepath.pharmacology.Regimen;

/**
 * Classes use that is over by the same rules as use that goes on: they are asked what they would
 * have said on its last day.
 */
public final class PastUses {

  private final Decider decider;
  private final Conventions conventions;

  /**
   * A look back with these rules.
   *
   * @param decider asked about the last day
   * @param conventions figures of the same rule book
   */
  public PastUses(Decider decider, Conventions conventions) {
    this.decider = decider;
    this.conventions = conventions;
  }

  /**
   * What is over; nothing while any benzodiazepine or Z-drug is in use.
   *
   * @param recorded what orders and statements on the record say
   * @param folders the rule folders that take part
   * @param today the date of the evaluation
   */
  public List<PastUse> of(List<Regimen> recorded, Collection<String> folders, LocalDate today) {
    Optional<LocalDate> lastDay = BenzodiazepineUse.lastDay(recorded, conventions, today);
    return lastDay.map(day -> of(recorded, folders, today, day)).orElse(List.of());
  }

  private List<PastUse> of(
      List<Regimen> recorded, Collection<String> folders, LocalDate today, LocalDate lastDay) {
    List<Fact> then = BenzodiazepineUse.facts(recorded, List.of(), conventions, lastDay);
    int days = (int) ChronoUnit.DAYS.between(lastDay, today);
    return decider
        .decide(then, folders, lastDay.atStartOfDay().toInstant(ZoneOffset.UTC))
        .inferred()
        .stream()
        .map(Inference::fact)
        .filter(RiskClass.class::isInstance)
        .map(fact -> new PastUse((RiskClass) fact, days))
        .toList();
  }
}
