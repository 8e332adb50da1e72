package org.glidepath.fhir;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.Fact;
import org.glidepath.pharmacology.BenzodiazepineUse;
import org.glidepath.pharmacology.Figures;

/** However a dose is written, the facts are the same: the unit, and in how many instructions. */
class DoseWritingPropertiesTest {

  private static final String UCUM = "'system':'http://unitsofmeasure.org',";
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

  /** Products of the drug table of the tests, each with its strength. */
  enum Product {
    DIAZEPAM_TABLET("197591", "5", "tablet"),
    DIAZEPAM_SOLUTION("801957", "1", "mL"),
    ALPRAZOLAM_TABLET("197321", "1", "tablet"),
    LORAZEPAM_1("197901", "1", "tablet"),
    LORAZEPAM_2("197902", "2", "tablet"),
    CLONAZEPAM_TABLET("197527", "0.5", "tablet"),
    CLONAZEPAM_DROPS("1", "0.1", "drop");

    private final String code;
    private final BigDecimal strength;
    private final String unit;

    Product(String code, String mg, String unit) {
      this.code = code;
      this.strength = new BigDecimal(mg);
      this.unit = unit;
    }

    /** The same dose in each way that it may be written. */
    private List<String> written(BigDecimal units) {
      BigDecimal mg = units.multiply(strength);
      BigDecimal ug = mg.movePointRight(3);
      BigDecimal g = mg.movePointLeft(3);
      List<String> all =
          new ArrayList<>(
              List.of(
                  quantity(mg, UCUM + "'code':'mg'"),
                  quantity(ug, UCUM + "'code':'ug'"),
                  quantity(g, UCUM + "'code':'g'"),
                  quantity(mg, "'unit':'mg'"),
                  quantity(ug, "'unit':'mcg'"),
                  quantity(mg, "'unit':'milligrams'"),
                  quantity(units, "'unit':'" + unit + "'")));
      if (unit.equals("mL")) {
        all.add(quantity(units, UCUM + "'code':'mL'"));
        all.add(quantity(units.movePointLeft(3), UCUM + "'code':'L'"));
      } else {
        all.add(quantity(units, UCUM + "'code':'{" + unit + "}'"));
        all.add(quantity(units, "'unit':'" + unit + "s'"));
      }
      return all;
    }
  }

  /** Frequencies, each in ways to write it, as the members of a dosage. */
  enum Frequency {
    DAILY(
        repeat("'frequency':1,'period':1,'periodUnit':'d'"),
        repeat("'frequency':1,'period':24,'periodUnit':'h'"),
        repeat("'frequency':1,'period':1440,'periodUnit':'min'"),
        repeat("'frequency':7,'period':1,'periodUnit':'wk'"),
        repeat("'frequency':1,'period':1,'periodUnit':'days'")),
    TWICE_DAILY(
        repeat("'frequency':2,'period':1,'periodUnit':'d'"),
        repeat("'frequency':1,'period':12,'periodUnit':'h'"),
        repeat("'frequency':14,'period':1,'periodUnit':'wk'"),
        "'timing':{'code':{'text':'BID'}}"),
    FOUR_TIMES_DAILY(
        repeat("'frequency':4,'period':1,'periodUnit':'d'"),
        repeat("'frequency':1,'period':6,'periodUnit':'h'"),
        repeat("'frequency':1,'period':360,'periodUnit':'min'")),
    TWO_OR_THREE_TIMES_DAILY(
        repeat("'frequency':2,'frequencyMax':3,'period':1,'periodUnit':'d'"),
        repeat("'frequency':2,'frequencyMax':3,'period':24,'periodUnit':'h'")),
    EVERY_OTHER_DAY(
        repeat("'frequency':1,'period':2,'periodUnit':'d'"),
        repeat("'frequency':1,'period':48,'periodUnit':'h'")),
    WEEKLY(
        repeat("'frequency':1,'period':1,'periodUnit':'wk'"),
        repeat("'frequency':1,'period':7,'periodUnit':'d'"),
        repeat("'frequency':1,'period':168,'periodUnit':'h'")),
    AS_NEEDED(
        "'asNeededBoolean':true," + repeat("'frequency':3,'period':1,'periodUnit':'d'"),
        "'asNeededBoolean':true," + repeat("'frequency':1,'period':8,'periodUnit':'h'"));

    private final String ways;

    Frequency(String... ways) {
      this.ways = String.join("\n", ways);
    }

    private List<String> written() {
      return ways.lines().toList();
    }

    private static String repeat(String members) {
      return "'timing':{'repeat':{" + members + "}}";
    }
  }

  @Property(tries = 150)
  void the_units_of_a_dose_and_of_its_timing(
      @ForAll Product product,
      @ForAll Frequency frequency,
      @ForAll @IntRange(min = 1, max = 16) int quarters) {
    List<String> doses = product.written(quarter(quarters));
    Set<String> facts = facts(product, dosage(frequency.written().get(0), doses.get(0)));
    for (String often : frequency.written()) {
      for (String dose : doses) {
        assertThat(facts(product, dosage(often, dose))).as("%s, %s", often, dose).isEqualTo(facts);
      }
    }
  }

  @Property(tries = 500)
  void the_number_of_instructions_that_a_dose_is_split_into(
      @ForAll Product product,
      @ForAll Frequency frequency,
      @ForAll @IntRange(min = 0, max = 8) int way,
      @ForAll @IntRange(min = 1, max = 8) int first,
      @ForAll @IntRange(min = 1, max = 8) int second,
      @ForAll @IntRange(min = 0, max = 8) int third) {
    String often = frequency.written().get(0);
    List<Integer> parts = IntStream.of(first, second, third).filter(n -> n > 0).boxed().toList();
    String whole = product.written(quarter(first + second + third)).get(0);
    String split =
        IntStream.range(0, parts.size())
            .mapToObj(i -> product.written(quarter(parts.get(i))).get((way + i) % 9))
            .map(dose -> dosage(often, dose))
            .collect(joining(","));
    assertThat(facts(product, split)).as(split).isEqualTo(facts(product, dosage(often, whole)));
  }

  @Property(tries = 150)
  void the_doses_of_a_day_each_in_an_instruction_of_its_own(
      @ForAll Product product, @ForAll @IntRange(min = 1, max = 16) int quarters) {
    String dose = product.written(quarter(quarters)).get(0);
    String together = dosage(at("'MORN','NOON','HS'"), dose);
    String apart =
        Stream.of("'MORN'", "'NOON'", "'HS'")
            .map(when -> dosage(at(when), dose))
            .collect(joining(","));
    assertThat(facts(product, apart)).as(apart).isEqualTo(facts(product, together));
  }

  private static String at(String events) {
    return "'timing':{'repeat':{'when':[" + events + "]}}";
  }

  private static BigDecimal quarter(int quarters) {
    return BigDecimal.valueOf(quarters).multiply(new BigDecimal("0.25"));
  }

  private static String dosage(String often, String dose) {
    return "{%s,'doseAndRate':[{'doseQuantity':%s}]}".formatted(often, dose);
  }

  private static String quantity(BigDecimal value, String unit) {
    return "{'value':%s,%s}".formatted(value.toPlainString(), unit);
  }

  /** Every fact of an order with these dosages as text, in the order of the alphabet. */
  private static Set<String> facts(Product product, String dosages) {
    String system =
        product == Product.CLONAZEPAM_DROPS
            ? "http://example.org/drops"
            : "http://www.nlm.nih.gov/research/umls/rxnorm";
    String order =
        Charts.medication(
            "'authoredOn':'2026-01-01','medicationCodeableConcept':{'coding':[{'system':'%s','code':'%s'}]},'dosageInstruction':[%s]"
                .formatted(system, product.code, dosages));
    Chart chart = Charts.chart(order);
    List<Fact> use =
        BenzodiazepineUse.facts(
            chart.recorded(), chart.drafts(), Figures.CONVENTIONS, LocalDate.parse("2026-03-01"));
    assertThat(use).as(dosages).hasAtLeastOneElementOfType(DailyDose.class);
    Set<String> facts = new TreeSet<>();
    Stream.concat(chart.facts().stream(), use.stream())
        .map(fact -> plain(fact.toString()))
        .forEach(facts::add);
    return facts;
  }

  /** Numbers without zeros at their end, and the place of the dosage without its number. */
  private static String plain(String fact) {
    return DECIMAL
        .matcher(fact.replace("dosageInstruction[0]", "dosageInstruction"))
        .replaceAll(match -> new BigDecimal(match.group()).stripTrailingZeros().toPlainString());
  }
}
