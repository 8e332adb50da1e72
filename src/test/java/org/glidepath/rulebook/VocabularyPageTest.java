package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds the vocabulary in {@code rules/README.md} to the facts. After a change of a fact, {@code
 * ./mvnw test -Dtest=VocabularyPageTest -Dglidepath.write=true} writes it anew.
 */
class VocabularyPageTest {

  private static final Path README = Path.of("rules/README.md");
  private static final String BEGIN = "<!-- vocabulary: made from the facts, do not edit -->\n";
  private static final String END = "<!-- end of vocabulary -->";

  @Test
  void the_vocabulary_on_the_page_is_that_of_the_facts() throws IOException {
    String readme = Files.readString(README);
    assertThat(readme).contains(BEGIN).contains(END);
    String current =
        readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length())
            + "\n"
            + VocabularyPage.write()
            + "\n"
            + readme.substring(readme.indexOf(END));
    if (Boolean.getBoolean("glidepath.write")) {
      Files.writeString(README, current);
    }
    assertThat(Files.readString(README))
        .as(
            "rules/README.md is out of date; write it with: ./mvnw test -Dtest=VocabularyPageTest"
                + " -Dglidepath.write=true")
        .isEqualTo(current);
  }
}
