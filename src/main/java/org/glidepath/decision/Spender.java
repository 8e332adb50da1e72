package org.glidepath.decision;

import java.util.Optional;
import java.util.function.Consumer;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TupleSets;
import org.drools.core.common.TupleSetsImpl;
import org.drools.core.reteoo.TupleImpl;

/** Lets the nodes of one session spend from the budget of its listener, where it has one. */
final class Spender {

  /** Pairs that are compared between two looks at the clock; some milliseconds. */
  private static final long PORTION = 20_000;

  private final ReteEvaluator session;

  Spender(ReteEvaluator session) {
    this.session = session;
  }

  /** The same set, but each combination that is added to it is paid for. */
  TupleSets paid(TupleSets target) {
    return listener()
        .<TupleSets>map(heard -> new BudgetedTuples(target, () -> heard.combining(session)))
        .orElse(target);
  }

  /**
   * Hands over what is inserted into a node so many at a time that the clock is looked at in
   * between: pairs that do not fit take time too, and are never combined.
   *
   * @param inserts combinations that come in; none is left in it
   * @param partners how many others each of them is compared with
   * @param work compares some of them
   */
  void inPortions(TupleSets inserts, int partners, Consumer<TupleSets> work) {
    if (inserts.getInsertSize() * (long) partners <= PORTION) {
      work.accept(inserts);
      return;
    }
    long most = Math.max(1, PORTION / partners);
    while (inserts.getInsertFirst() != null) {
      TupleSets portion = new TupleSetsImpl();
      for (long i = 0; i < most && inserts.getInsertFirst() != null; i++) {
        TupleImpl first = inserts.getInsertFirst();
        inserts.removeInsert(first);
        portion.addInsert(first);
      }
      work.accept(portion);
      listener().ifPresent(heard -> heard.comparing(session));
    }
  }

  private Optional<Listener> listener() {
    return session.getAgendaEventSupport().getEventListeners().stream()
        .filter(Listener.class::isInstance)
        .map(Listener.class::cast)
        .findFirst();
  }
}
