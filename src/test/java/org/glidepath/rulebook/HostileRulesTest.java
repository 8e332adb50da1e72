package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rule files written to do harm: each is one attack in an otherwise sound rule book, and each is
 * refused at the place where it stands. {@code attacks.txt} says where and why.
 */
class HostileRulesTest {

  private static final Path ATTACKS = Path.of("src/test/resources/hostile-rules");

  /**
   * The rule of the card, with a mistake of its own: an attack does not have to wait for Drools.
   */
  private static final String NOT_COMPILED =
      """
      package rules.taper;
      import org.glidepath.facts.*;
      global Advise advise;
      rule "TP-001 A taper" @evidence( "Book" ) @author( "me" )
      when
        $use : Exposure()
      then
        advise.info( $use );
      end
      """;

  @TempDir private Path folder;

  static Stream<Arguments> attacks() throws IOException {
    return Files.readAllLines(ATTACKS.resolve("attacks.txt")).stream()
        .map(line -> line.split("\t", 2))
        .map(parts -> Arguments.of(parts[0], parts[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void an_attack_is_refused_where_it_stands(String attack, String expected) throws IOException {
    String target = target(attack);
    SampleBook book =
        SampleBook.in(folder)
            .without("rules/flumazenil/flumazenil.drl")
            .with("rules/taper/taper.drl", NOT_COMPILED)
            .with(target, Files.readString(ATTACKS.resolve(attack)));

    assertThat(book.problems()).contains(target + ":" + expected);
    assertThat(System.getProperty("hostile.enum")).isNull();
  }

  @Test
  void every_attack_is_tried() throws IOException {
    Set<String> tried = new TreeSet<>();
    attacks().forEach(attack -> tried.add((String) attack.get()[0]));

    assertThat(files()).hasSizeGreaterThan(200).containsExactlyElementsOf(tried);
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(ATTACKS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  /**
   * Where an attack is put: in the place of a file that the sample book has, or beside its rules.
   */
  private static String target(String attack) {
    String kind = attack.substring(0, attack.indexOf('-'));
    return switch (kind) {
      case "card" -> "rules/taper/TP-001.en.yaml";
      case "phrase" -> "rules/phrases/use.en.mustache";
      case "services" -> "rules/services.yaml";
      case "evidence" -> "rules/evidence.yaml";
      case "valueset" -> "fhir-profiles/valuesets/flumazenil.json";
      case "drugs" -> "rules/drugs/benzodiazepines.csv";
      default -> "rules/taper/hostile.drl";
    };
  }
}
