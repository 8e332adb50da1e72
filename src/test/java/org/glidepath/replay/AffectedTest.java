package org.glidepath.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AffectedTest {

  private static final String TWO_STEPS =
      """
      package rules.taper;

      import org.glidepath.facts.*;

      global Advise advise;

      rule "TP-001 Another drug acts on the central nervous system"
          @evidence( "Book" )
      when
          $use : CnsActiveUse()
      then
          advise.info( $use );
      end

      rule "Convention Age acts on the central nervous system"
          @evidence( "Book" )
      when
          $age : PatientAge( years >= 65 )
      then
          insertLogical( new CnsActiveUse( "age", $age.sources() ) );
      end
      """;

  @TempDir Path folder;
  private AgeCases cases;
  private Path old;
  private Path flumazenil;

  @BeforeEach
  void a_repository() throws IOException, InterruptedException {
    cases = new AgeCases(folder);
    old = cases.born("1940-01-01", "fires: [TP-001]");
    flumazenil = cases.born("1990-01-01", "silent: [FL-001]");
    git("init", "-q");
    commit();
  }

  private void commit() throws IOException, InterruptedException {
    git("add", "-A");
    git("-c", "user.name=QA", "-c", "user.email=qa@example.org", "commit", "-q", "-m", "book");
  }

  private void git(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of("git", "-C", folder.toString()));
    whole.addAll(List.of(command));
    assertThat(new ProcessBuilder(whole).inheritIO().start().waitFor()).isZero();
  }

  private List<Path> affected() {
    Affected affected =
        Affected.since(
            "HEAD",
            cases.book().load(),
            cases.book().rules(),
            cases.book().profiles(),
            List.of(cases.cases()));
    Replay replay = cases.replay();
    return cases.all().stream().filter(entry -> affected.touches(entry, replay)).toList();
  }

  @Test
  void without_a_change_no_case_is_affected() {
    assertThat(affected()).isEmpty();
  }

  @Test
  void a_changed_rule_affects_the_cases_that_name_it() {
    cases.book().replacing("rules/taper/taper.drl", "65", "66");
    assertThat(affected()).containsExactly(old);
  }

  @Test
  void a_comment_changes_no_rule() {
    cases.book().replacing("rules/taper/taper.drl", "when", "// when\nwhen");
    assertThat(affected()).isEmpty();
  }

  @Test
  void a_changed_card_text_affects_the_cases_of_its_rule() {
    cases.book().replacing("rules/taper/TP-001.en.yaml", "older", "over");
    assertThat(affected()).containsExactly(old);
  }

  @Test
  void what_a_changed_rule_concludes_is_followed_to_the_advice() throws Exception {
    cases.book().with("rules/taper/taper.drl", TWO_STEPS);
    commit();
    cases.book().replacing("rules/taper/taper.drl", "65", "66");
    assertThat(affected()).containsExactly(old);
  }

  @Test
  void a_rule_affects_those_whose_advice_it_suppresses() {
    cases.book().replacing("rules/flumazenil/flumazenil.drl", "dependent", "dependent == true");
    assertThat(affected()).containsExactly(old, flumazenil);
  }

  @Test
  void a_changed_case_is_affected_itself() {
    AgeCases.write(flumazenil.resolve("bundle.json"), AgeCases.bundle("1980-01-01"));
    assertThat(affected()).containsExactly(flumazenil);
  }

  @Test
  void a_table_can_touch_every_case() {
    cases.book().replacing("rules/evidence.yaml", "year: ", "year:  ");
    assertThat(affected()).containsExactly(old, flumazenil);
  }

  @Test
  void a_revision_that_is_not_there_is_told() {
    assertThatThrownBy(() -> Git.at(folder, "no-such-revision"))
        .isInstanceOf(ReplayException.class)
        .hasMessageStartingWith("git: ");
  }

  @Test
  void the_book_of_a_revision_can_be_loaded() throws Exception {
    cases.book().replacing("rules/taper/taper.drl", "65", "66");
    try (Revision revision = Revision.of("HEAD", cases.book().rules(), cases.book().profiles())) {
      assertThat(AgeCases.read(revision.rules().resolve("taper/taper.drl")))
          .contains("years >= 65");
      assertThat(revision.profiles().resolve("valuesets")).isDirectory();
    }
  }
}
