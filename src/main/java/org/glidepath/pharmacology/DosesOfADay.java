package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.facts.Range;

/** How the daily dose of one drug is spread over the day, where the record is certain of it. */
final class DosesOfADay {

  private static final Range EVERY_DAY = Range.of("7");

  private DosesOfADay() {}

  /**
   * The doses of a day, mg each; empty where anything about them is not certain, or where they do
   * not add up to the daily dose.
   *
   * @param inUse orders and statements of the drug in use
   * @param dailyMg the daily dose
   * @param today the day
   */
  static Optional<List<BigDecimal>> of(List<Regimen> inUse, Range dailyMg, LocalDate today) {
    return Stream.of(Regimen.Kind.ORDER, Regimen.Kind.STATEMENT)
        .flatMap(kind -> doses(inUse, kind, today).stream())
        .filter(doses -> dailyMg.certain() && sum(doses).compareTo(dailyMg.high()) == 0)
        .findFirst();
  }

  private static Optional<List<BigDecimal>> doses(
      List<Regimen> inUse, Regimen.Kind kind, LocalDate today) {
    Map<List<Estimate>, List<Instruction>> distinct = new LinkedHashMap<>();
    for (Regimen regimen : inUse.stream().filter(r -> r.kind() == kind).toList()) {
      List<Instruction> held =
          regimen.instructions().stream().filter(i -> holds(i, today)).toList();
      distinct.put(held.stream().map(Instruction::dailyMg).toList(), held);
    }
    List<BigDecimal> doses = new ArrayList<>();
    for (Instruction instruction : distinct.values().stream().flatMap(List::stream).toList()) {
      Optional<List<BigDecimal>> own = doses(instruction);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      doses.addAll(own.get());
    }
    return doses.isEmpty() ? Optional.empty() : Optional.of(doses);
  }

  private static Optional<List<BigDecimal>> doses(Instruction instruction) {
    boolean daily =
        instruction.daysPerWeek().known().filter(Range::certain).stream()
            .anyMatch(days -> days.low().compareTo(EVERY_DAY.low()) == 0);
    if (instruction.asNeeded() || !daily) {
      return Optional.empty();
    }
    return instruction
        .dailyMg()
        .known()
        .filter(mg -> mg.certain() && !mg.zero())
        .flatMap(
            mg ->
                instruction
                    .dosesPerDay()
                    .map(
                        times ->
                            Stream.generate(
                                    () ->
                                        mg.high()
                                            .divide(
                                                BigDecimal.valueOf(times), MathContext.DECIMAL64))
                                .limit(times)
                                .toList()));
  }

  private static boolean holds(Instruction instruction, LocalDate day) {
    return instruction.from().filter(day::isBefore).isEmpty()
        && instruction.until().filter(day::isAfter).isEmpty();
  }

  private static BigDecimal sum(List<BigDecimal> doses) {
    return doses.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
