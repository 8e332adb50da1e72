package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenAdviceTest {

  private static final String SERVICES = "rules/services.yaml";

  @TempDir private Path folder;

  @Test
  void advice_that_no_service_shows_is_told_once_at_its_rule() {
    SampleBook book =
        SampleBook.in(folder)
            .replacing(SERVICES, "cards: [flumazenil, TP-001]", "cards: [flumazenil]")
            .replacing(
                SERVICES, "folders: [taper]\n    cards: all", "folders: [taper]\n    cards: []");

    assertThat(book.problems()).isEmpty();
    assertThat(book.warnings())
        .filteredOn(warning -> warning.contains("no service"))
        .containsExactly(
            "rules/taper/taper.drl:8:1: warning: no service shows the advice of TP-001; name it"
                + " under cards, or orderCards, of a service in services.yaml");
  }

  @Test
  void advice_that_one_service_shows_is_not() {
    SampleBook book =
        SampleBook.in(folder).replacing(SERVICES, "cards: [flumazenil, TP-001]", "cards: [TP-001]");

    assertThat(book.warnings()).noneMatch(warning -> warning.contains("TP-001"));
  }
}
