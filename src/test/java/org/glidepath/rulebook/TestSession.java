package org.glidepath.rulebook;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.facts.Advise;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Drug.DurationClass;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Range;
import org.glidepath.facts.Source;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Fires rules, and writes down what they say: {@code "info Exposure"}. */
public final class TestSession {

  private final KieBase base;

  public TestSession(RuleBook book) {
    this(book.kieBase());
  }

  public TestSession(KieBase base) {
    this.base = base;
  }

  /** What the rules say about these facts, in the order in which they say it. */
  public List<String> advice(List<? extends Fact> facts) {
    List<String> said = new ArrayList<>();
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("advise", new Notes(said));
      facts.forEach(session::insert);
      session.fireAllRules(1000);
      return said;
    } finally {
      session.dispose();
    }
  }

  /** Somebody who takes alprazolam, this many mg a day. */
  public static List<Fact> alprazolam(String mg) {
    Drug drug =
        new Drug("alprazolam", false, false, DurationClass.SHORT, false, false, Optional.empty());
    Exposure use =
        new Exposure(
            drug,
            true,
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Set.of(),
            Set.of(),
            List.of(Source.of("MedicationStatement/1")));
    return List.of(use, new DailyDose(use, Range.of(mg)));
  }

  private record Notes(List<String> said) implements Advise {

    @Override
    public void critical(Fact... because) {
      note("critical", because);
    }

    @Override
    public void warning(Fact... because) {
      note("warning", because);
    }

    @Override
    public void info(Fact... because) {
      note("info", because);
    }

    private void note(String indicator, Fact... because) {
      said.add(
          indicator
              + Stream.of(because)
                  .map(fact -> " " + fact.getClass().getSimpleName())
                  .collect(joining()));
    }
  }
}
