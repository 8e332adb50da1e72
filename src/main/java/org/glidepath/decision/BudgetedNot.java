package org.glidepath.decision;

import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TupleSets;
import org.drools.core.phreak.PhreakNotNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.LeftTupleSink;
import org.drools.core.reteoo.NotNode;

/** A {@code not} of one session that pays for the time that its comparisons take. */
final class BudgetedNot extends PhreakNotNode {

  private final Spender spender;

  BudgetedNot(ReteEvaluator session) {
    super(session);
    this.spender = new Spender(session);
  }

  @Override
  @SuppressWarnings("rawtypes") // as Drools declares it
  public void doLeftInserts(
      NotNode node, LeftTupleSink sink, BetaMemory memory, TupleSets source, TupleSets target) {
    spender.inPortions(
        source,
        memory.getRightTupleMemory().size(),
        portion -> super.doLeftInserts(node, sink, memory, portion, target));
  }
}
