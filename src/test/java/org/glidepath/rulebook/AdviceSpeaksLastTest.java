package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advice waits for inference, wherever its rule stands. */
class AdviceSpeaksLastTest {

  @TempDir private Path folder;

  @Test
  void advice_under_not_waits_until_inference_is_at_rest() {
    TestSession session = new TestSession(SampleBook.in(folder).load());

    assertThat(session.advice(TestSession.alprazolam("0.5"))).containsExactly("info Exposure");
    assertThat(session.advice(TestSession.alprazolam("4")))
        .containsExactly("warning Exposure TierAboveLow");
  }

  @Test
  void advice_in_a_file_before_or_behind_its_inference_says_the_same() {
    String inference =
        """
        package rules.%s;
        import org.glidepath.facts.*;
        rule "Convention The dose is above the low tier"
            @evidence( "Book" )
        when
            $use : Exposure( current )
            not DoseTier( of == $use, tier == Tier.LOW )
        then
            insertLogical( new TierAboveLow( $use ) );
        end
        """;
    for (String name : new String[] {"aaa", "zzz"}) {
      SampleBook book =
          SampleBook.in(folder.resolve(name))
              .replacing(
                  "rules/taper/taper.drl", inference.substring(inference.indexOf("rule \"")), "")
              .with("rules/" + name + "/tier.drl", inference.formatted(name));
      TestSession session = new TestSession(book.load());

      assertThat(session.advice(TestSession.alprazolam("0.5"))).containsExactly("info Exposure");
      assertThat(session.advice(TestSession.alprazolam("4")))
          .containsExactly("warning Exposure TierAboveLow");
    }
  }
}
