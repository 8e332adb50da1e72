package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glidepath.facts.PlannedDose;
import org.glidepath.facts.TabletCount;

/**
 * The doses that can be made of the marketed tablets of a drug, and of their halves where they can
 * be halved (source PQ: half a 2 mg tablet is the smallest practical dose of diazepam).
 */
public final class Tablets {

  private static final int UNREACHABLE = Integer.MAX_VALUE;

  /** Doses beyond this many smallest steps are no single dose. */
  private static final long MOST_STEPS = 100_000;

  /** A whole tablet is preferred to a half, and few parts to many. */
  private static final int EFFORT_WHOLE = 2;

  private static final int EFFORT_HALF = 3;

  private final String unit;
  private final List<Part> parts;
  private final BigDecimal grain;

  private record Part(BigDecimal mg, BigDecimal strength, boolean half) {
    int effort() {
      return half ? EFFORT_HALF : EFFORT_WHOLE;
    }
  }

  /**
   * The tablets of one drug.
   *
   * @param strengths mg in one, each above zero; one or more
   * @param halves whether one can be halved: plain tablets can, capsules cannot
   * @param unit "tablet" or "capsule"
   */
  public Tablets(List<BigDecimal> strengths, boolean halves, String unit) {
    this.unit = unit;
    this.parts =
        strengths.stream()
            .distinct()
            .flatMap(
                mg ->
                    halves
                        ? Stream.of(new Part(mg, mg, false), new Part(half(mg), mg, true))
                        : Stream.of(new Part(mg, mg, false)))
            .sorted(Comparator.comparing(Part::mg).reversed())
            .toList();
    this.grain = grain(parts);
  }

  /** The smallest dose that can be made, in mg. */
  public BigDecimal smallest() {
    return parts.get(parts.size() - 1).mg();
  }

  /** What a dose is made of, as few parts as possible; empty where it cannot be made. */
  public Optional<List<TabletCount>> of(BigDecimal mg) {
    return steps(mg).flatMap(steps -> counted(steps, efforts(steps)));
  }

  /** Whether a dose can be made. */
  public boolean make(BigDecimal mg) {
    return of(mg).isPresent();
  }

  /** The smallest dose from {@code least} on, and below {@code below}, that can be made, in mg. */
  public Optional<BigDecimal> smallestBetween(BigDecimal least, BigDecimal below) {
    long first = least.divide(grain, 0, RoundingMode.CEILING).longValueExact();
    long end = below.divide(grain, 0, RoundingMode.CEILING).longValueExact();
    if (end <= first || end > MOST_STEPS) {
      return Optional.empty();
    }
    int[] efforts = efforts((int) end);
    for (int steps = (int) Math.max(1, first); steps < end; steps++) {
      if (efforts[steps] != UNREACHABLE) {
        return Optional.of(grain.multiply(BigDecimal.valueOf(steps)).stripTrailingZeros());
      }
    }
    return Optional.empty();
  }

  /** The largest dose up to {@code most} that can be made, in mg. */
  public Optional<BigDecimal> largestUpTo(BigDecimal most) {
    BigDecimal steps = most.divide(grain, 0, RoundingMode.FLOOR);
    if (steps.compareTo(BigDecimal.valueOf(MOST_STEPS)) > 0) {
      return Optional.empty();
    }
    int[] efforts = efforts(steps.intValueExact());
    for (int step = efforts.length - 1; step > 0; step--) {
      if (efforts[step] != UNREACHABLE) {
        return Optional.of(grain.multiply(BigDecimal.valueOf(step)).stripTrailingZeros());
      }
    }
    return Optional.empty();
  }

  /** The doses of a day, equal ones together, the largest first. Each of them can be made. */
  public List<PlannedDose> doses(List<BigDecimal> doses) {
    Map<BigDecimal, Integer> times = new TreeMap<>(Comparator.<BigDecimal>reverseOrder());
    doses.forEach(dose -> times.merge(dose, 1, Integer::sum));
    return times.entrySet().stream()
        .map(
            dose ->
                new PlannedDose(dose.getKey(), dose.getValue(), of(dose.getKey()).orElseThrow()))
        .toList();
  }

  private Optional<Integer> steps(BigDecimal mg) {
    BigDecimal[] quotient = mg.divideAndRemainder(grain);
    boolean whole =
        quotient[1].signum() == 0
            && quotient[0].signum() > 0
            && quotient[0].compareTo(BigDecimal.valueOf(MOST_STEPS)) <= 0;
    return whole ? Optional.of(quotient[0].intValueExact()) : Optional.empty();
  }

  /** The least effort for each number of grains from 0 to {@code most}. */
  private int[] efforts(int most) {
    int[] efforts = new int[most + 1];
    Arrays.fill(efforts, UNREACHABLE);
    efforts[0] = 0;
    for (int steps = 1; steps <= most; steps++) {
      for (Part part : parts) {
        int before = steps - grains(part);
        if (before >= 0 && efforts[before] != UNREACHABLE) {
          efforts[steps] = Math.min(efforts[steps], efforts[before] + part.effort());
        }
      }
    }
    return efforts;
  }

  private Optional<List<TabletCount>> counted(int steps, int[] efforts) {
    if (efforts[steps] == UNREACHABLE) {
      return Optional.empty();
    }
    List<Part> taken = new ArrayList<>();
    int rest = steps;
    while (rest > 0) {
      Part part = lastTaken(rest, efforts);
      taken.add(part);
      rest -= grains(part);
    }
    List<Part> kinds = parts.stream().filter(taken::contains).toList();
    List<TabletCount> counts = new ArrayList<>();
    for (Part kind : kinds) {
      int count = (int) taken.stream().filter(kind::equals).count();
      boolean last = kind.equals(kinds.get(kinds.size() - 1));
      counts.add(new TabletCount(count, kind.half(), kind.strength(), unit, last));
    }
    return Optional.of(counts);
  }

  private Part lastTaken(int steps, int[] efforts) {
    return parts.stream()
        .filter(part -> grains(part) <= steps)
        .filter(part -> efforts[steps - grains(part)] != UNREACHABLE)
        .filter(part -> efforts[steps - grains(part)] + part.effort() == efforts[steps])
        .findFirst()
        .orElseThrow();
  }

  private int grains(Part part) {
    return part.mg().divide(grain).intValueExact();
  }

  private static BigDecimal half(BigDecimal mg) {
    return mg.divide(BigDecimal.valueOf(2));
  }

  /** The largest amount that every part is a multiple of. */
  private static BigDecimal grain(List<Part> parts) {
    int scale = parts.stream().mapToInt(part -> part.mg().scale()).max().orElse(0);
    BigInteger divisor =
        parts.stream()
            .map(part -> part.mg().setScale(scale).unscaledValue())
            .reduce(BigInteger.ZERO, BigInteger::gcd);
    return new BigDecimal(divisor, scale);
  }
}
