package org.glidepath.decision;

import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TupleSets;
import org.drools.core.phreak.PhreakJoinNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.LeftTupleSink;

/** A join of one session that pays for each pair that it keeps, and for the time that it takes. */
final class BudgetedJoin extends PhreakJoinNode {

  private final Spender spender;

  BudgetedJoin(ReteEvaluator session) {
    super(session);
    this.spender = new Spender(session);
  }

  @Override
  public void doLeftInserts(
      JoinNode node, LeftTupleSink sink, BetaMemory<?> memory, TupleSets source, TupleSets target) {
    TupleSets paid = spender.paid(target);
    spender.inPortions(
        source,
        memory.getRightTupleMemory().size(),
        portion -> super.doLeftInserts(node, sink, memory, portion, paid));
  }

  @Override
  public void doRightInserts(
      JoinNode node, LeftTupleSink sink, BetaMemory<?> memory, TupleSets source, TupleSets target) {
    TupleSets paid = spender.paid(target);
    spender.inPortions(
        source,
        memory.getLeftTupleMemory().size(),
        portion -> super.doRightInserts(node, sink, memory, portion, paid));
  }
}
