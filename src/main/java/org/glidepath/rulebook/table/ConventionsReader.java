package org.glidepath.rulebook.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.pharmacology.Conventions;
import org.glidepath.pharmacology.SwitchFigures;
import org.glidepath.pharmacology.TaperFigures;
import org.glidepath.rulebook.drl.Mention;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Members;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.TreeReader;

/** Reads {@code conventions.yaml}: figures and tables, each with its source. */
public final class ConventionsReader {

  private static final String CONVERSION = "conversionTable";
  private static final String TABLES = "equivalenceTables";

  private static final Set<String> DAYS =
      Set.of(
          "episodeGapDays",
          "earlyRenewalDays",
          "usualIntervalDays",
          "slowIntervalDays",
          "firstPhaseDays",
          "ceilingDays",
          "tailIntervalDays",
          "crossoverDays",
          "shortestCrossoverDays");

  private static final Set<String> AMOUNTS =
      Set.of(
          "usualPercent",
          "slowPercent",
          "ceilingPercent",
          "tailFromDiazepamMg",
          "tailStepDiazepamMg",
          "tailOccupancyPoints",
          "halfOccupancyDiazepamMg",
          "largestCrossoverPercent",
          "switchCeilingDiazepamMg");

  private final Problems problems;
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<String, BigDecimal> figures = new HashMap<>();
  private final Map<String, String> tables = new HashMap<>();
  private String conversion = "";

  private ConventionsReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * What was read.
   *
   * @param conventions the figures; empty where the file cannot be used
   * @param mentions the source keys in it
   */
  public record Read(Optional<Conventions> conventions, List<Mention> mentions) {}

  /**
   * Reads it.
   *
   * @param drugTables the names of the equivalence tables that the drug table has
   */
  public static Read read(SourceFile file, Set<String> drugTables, Problems problems) {
    ConventionsReader reader = new ConventionsReader(problems);
    Optional<Conventions> conventions =
        TreeReader.yaml(file, problems).flatMap(root -> reader.conventions(root, drugTables));
    return new Read(conventions, reader.mentions);
  }

  private Optional<Conventions> conventions(Node root, Set<String> drugTables) {
    Set<String> known = new HashSet<>(DAYS);
    known.addAll(AMOUNTS);
    known.add(CONVERSION);
    known.add(TABLES);
    Members members = Members.of(root, "conventions.yaml", problems, known);
    DAYS.forEach(name -> members.required(name).ifPresent(node -> days(name, node)));
    AMOUNTS.forEach(name -> members.required(name).ifPresent(node -> amount(name, node)));
    members.required(TABLES).ifPresent(node -> tables(node, drugTables));
    members.required(CONVERSION).ifPresent(this::conversion);
    boolean complete =
        figures.size() == DAYS.size() + AMOUNTS.size() && tables.containsKey(conversion);
    return complete ? Optional.of(conventions()) : Optional.empty();
  }

  private void days(String name, Node node) {
    figure(node, name)
        .number("value", 1)
        .ifPresent(days -> figures.put(name, BigDecimal.valueOf(days)));
  }

  private void amount(String name, Node node) {
    Optional<Node> value = figure(node, name).value("value");
    Optional<BigDecimal> amount =
        value
            .filter(scalar -> scalar.scalar().isNumber())
            .map(scalar -> scalar.scalar().decimalValue())
            .filter(number -> number.signum() > 0);
    amount.ifPresent(number -> figures.put(name, number));
    if (value.isPresent() && amount.isEmpty()) {
      problems.error(
          value.get().place(),
          "\"value\" is a number above zero, not \"%s\"".formatted(value.get().text()));
    }
  }

  private Members figure(Node node, String name) {
    Members members = Members.of(node, name, problems, Set.of("value", "evidence"));
    members.required("value");
    sources(members);
    return members;
  }

  /** Every column of the drug table has a name, and every name a column. */
  private void tables(Node node, Set<String> drugTables) {
    if (problems.any("", "benzodiazepines.csv")) {
      return; // the drug table could not be read, and that has been told
    }
    Members members = Members.of(node, TABLES, problems, drugTables);
    for (String table : drugTables.stream().sorted().toList()) {
      members
          .required(table)
          .ifPresent(
              entry -> {
                Members one = Members.of(entry, table, problems, Set.of("label", "evidence"));
                tables.put(table, one.text("label"));
                sources(one);
              });
    }
  }

  private void conversion(Node node) {
    Optional<Node> value = figure(node, CONVERSION).textNode("value");
    conversion = value.map(Node::text).orElse("");
    if (value.isPresent() && !tables.isEmpty() && !tables.containsKey(conversion)) {
      problems.error(
          value.get().place(),
          "unknown equivalence table \"%s\". Tables: %s.%s"
              .formatted(
                  conversion,
                  String.join(", ", tables.keySet().stream().sorted().toList()),
                  Hints.maybe(conversion, tables.keySet())));
    }
  }

  private void sources(Members members) {
    members.required("evidence");
    for (Node key : members.texts("evidence")) {
      mentions.add(new Mention(Mention.Kind.EVIDENCE, key.text(), key.place()));
    }
  }

  private Conventions conventions() {
    return new Conventions(
        days("episodeGapDays"), days("earlyRenewalDays"), taper(), switching(), tables);
  }

  private TaperFigures taper() {
    return new TaperFigures(
        new TaperFigures.Pace(amount("usualPercent"), days("usualIntervalDays")),
        new TaperFigures.Pace(amount("slowPercent"), days("slowIntervalDays")),
        days("firstPhaseDays"),
        new TaperFigures.Ceiling(amount("ceilingPercent"), days("ceilingDays")),
        new TaperFigures.Tail(
            amount("tailFromDiazepamMg"),
            amount("tailStepDiazepamMg"),
            days("tailIntervalDays"),
            amount("tailOccupancyPoints"),
            amount("halfOccupancyDiazepamMg")));
  }

  private SwitchFigures switching() {
    return new SwitchFigures(
        conversion,
        days("crossoverDays"),
        days("shortestCrossoverDays"),
        amount("largestCrossoverPercent"),
        amount("switchCeilingDiazepamMg"));
  }

  private BigDecimal amount(String name) {
    return figures.getOrDefault(name, BigDecimal.ZERO);
  }

  private int days(String name) {
    return amount(name).intValueExact();
  }
}
