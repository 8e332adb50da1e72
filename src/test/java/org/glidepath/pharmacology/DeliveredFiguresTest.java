package org.glidepath.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.junit.jupiter.api.Test;

/**
 * What these tests show of the guideline's figures holds for the rule book as it is delivered: a
 * figure that moves by a step fails here, also one that binds at other paces only.
 */
class DeliveredFiguresTest {

  @Test
  void the_figures_of_the_rule_book_are_those_of_the_guideline() throws RuleBookException {
    Conventions delivered = RuleBooks.load(Path.of("rules")).conventions();

    assertThat(delivered.episodeGapDays()).isEqualTo(Figures.CONVENTIONS.episodeGapDays());
    assertThat(delivered.earlyRenewalDays()).isEqualTo(Figures.CONVENTIONS.earlyRenewalDays());
    assertThat(delivered.taper()).isEqualTo(Figures.TAPER);
    assertThat(delivered.switching()).isEqualTo(Figures.SWITCH);
  }
}
