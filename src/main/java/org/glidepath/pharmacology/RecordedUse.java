package org.glidepath.pharmacology;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DiazepamEquivalent;
import org.glidepath.facts.DoseDisagreement;
import org.glidepath.facts.DoseUnknown;
import org.glidepath.facts.DurationUnknown;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.FrequencyUnknown;
import org.glidepath.facts.ReplacementUnclear;
import org.glidepath.facts.Source;
import org.glidepath.facts.UseDuration;
import org.glidepath.facts.UseFrequency;

/**
 * An episode of use as facts: the exposure, and what is known and not known of its dose, frequency
 * and duration.
 */
final class RecordedUse {

  private final Episodes episodes;
  private final LocalDate today;

  RecordedUse(Episodes episodes, LocalDate today) {
    this.episodes = episodes;
    this.today = today;
  }

  Exposure exposure(Episode episode) {
    return new Exposure(
        episode.drug(),
        episode.current(),
        episode.from(),
        episode.to().or(() -> supplyUntil(episode)),
        episode.to().map(to -> (int) ChronoUnit.DAYS.between(to, today)).orElse(0),
        supplyUntil(episode).map(until -> Math.max(0, (int) ChronoUnit.DAYS.between(today, until))),
        doseOf(episode).asNeeded(),
        episode.regimens().stream().anyMatch(Regimen::unregulated),
        episode.stopReason(),
        episode.reasons(),
        episode.routes(),
        episode.sources());
  }

  List<Fact> facts(Episode episode, Exposure exposure) {
    List<Fact> facts = new ArrayList<>();
    facts.add(exposure);
    addDose(facts, exposure, dailyMg(episode));
    addFrequency(facts, exposure, daysPerWeek(episode));
    LocalDate last = episode.to().orElse(today);
    facts.add(
        episodes
            .useBegan(episode)
            .<Fact>map(
                began -> new UseDuration(exposure, (int) ChronoUnit.DAYS.between(began, last)))
            .orElseGet(() -> new DurationUnknown(exposure)));
    if (exposure.current()) {
      doseOf(episode)
          .disagreement()
          .or(doseOf(episode)::disagreementInOneEntry)
          .map(found -> fact(exposure, found))
          .ifPresent(facts::add);
      doseOf(episode).unclear().map(found -> fact(exposure, found)).ifPresent(facts::add);
    }
    facts.addAll(new SupplyHistory(exposure, episodes.recorded(episode.drug()), today).facts());
    facts.addAll(new DoseHistory(exposure, today).recorded(episode.regimens()));
    return facts;
  }

  private static Fact fact(Exposure exposure, DoseOnDay.Disagreement found) {
    List<Source> sources = found.regimens().stream().map(Regimen::source).distinct().toList();
    return new DoseDisagreement(
        exposure, found.lower(), found.higher(), found.inOneEntry(), sources);
  }

  private static Fact fact(Exposure exposure, DoseOnDay.Unclear found) {
    List<Source> sources = found.regimens().stream().map(Regimen::source).distinct().toList();
    return new ReplacementUnclear(exposure, found.mg(), sources);
  }

  private DoseOnDay doseOf(Episode episode) {
    return episode.current()
        ? new DoseOnDay(episode.active(), today)
        : new DoseOnDay(episode.regimens(), episode.to().orElse(today));
  }

  /** As somebody said or ordered it; where that is one dose as needed, as its fills tell. */
  private Estimate dailyMg(Episode episode) {
    DoseOnDay dose = doseOf(episode);
    Estimate said = dose.dailyMg();
    boolean tellsNothing = said.known().isEmpty() && dose.asNeeded();
    return tellsNothing
        ? dose.singleMg()
            .flatMap(mg -> FilledUse.dayOfUse(episode.regimens(), mg))
            .map(Estimate::of)
            .orElse(said)
        : said;
  }

  /** As somebody said or ordered it; of a drug taken as needed, as its fills tell. */
  private Estimate daysPerWeek(Episode episode) {
    DoseOnDay dose = doseOf(episode);
    Estimate said = dose.daysPerWeek();
    boolean tellsNothing = said.known().isEmpty() && dose.asNeeded();
    return tellsNothing
        ? dailyMg(episode)
            .known()
            .flatMap(mg -> FilledUse.daysPerWeek(episode.regimens(), mg))
            .map(Estimate::of)
            .orElse(said)
        : said;
  }

  private static void addDose(List<Fact> facts, Exposure exposure, Estimate dailyMg) {
    if (dailyMg instanceof Estimate.Known known) {
      facts.add(new DailyDose(exposure, known.amount()));
      Equivalents.inDiazepam(exposure.drug(), known.amount())
          .ifPresent(mg -> facts.add(new DiazepamEquivalent(exposure, mg)));
    } else if (dailyMg instanceof Estimate.Unknown unknown) {
      facts.add(new DoseUnknown(exposure, unknown.reason()));
    }
  }

  private static void addFrequency(List<Fact> facts, Exposure exposure, Estimate daysPerWeek) {
    if (daysPerWeek instanceof Estimate.Known known) {
      facts.add(new UseFrequency(exposure, known.amount()));
    } else if (daysPerWeek instanceof Estimate.Unknown unknown) {
      facts.add(new FrequencyUnknown(exposure, unknown.reason()));
    }
  }

  /** The day up to which the supply reaches; empty as soon as one order in force does not say. */
  private static Optional<LocalDate> supplyUntil(Episode episode) {
    List<Optional<LocalDate>> ends =
        episode.active().stream()
            .filter(regimen -> regimen.kind() == Regimen.Kind.ORDER)
            .map(regimen -> regimen.supplyUntil().or(regimen::to))
            .toList();
    return ends.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : ends.stream().flatMap(Optional::stream).max(LocalDate::compareTo);
  }
}
