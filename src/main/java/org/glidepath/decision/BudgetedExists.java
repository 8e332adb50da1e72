package org.glidepath.decision;

import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TupleSets;
import org.drools.core.phreak.PhreakExistsNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.ExistsNode;
import org.drools.core.reteoo.LeftTupleSink;

/** An {@code exists} of one session that pays for the time that its comparisons take. */
final class BudgetedExists extends PhreakExistsNode {

  private final Spender spender;

  BudgetedExists(ReteEvaluator session) {
    super(session);
    this.spender = new Spender(session);
  }

  @Override
  @SuppressWarnings("rawtypes") // as Drools declares it
  public void doLeftInserts(
      ExistsNode node, LeftTupleSink sink, BetaMemory memory, TupleSets source, TupleSets target) {
    spender.inPortions(
        source,
        memory.getRightTupleMemory().size(),
        portion -> super.doLeftInserts(node, sink, memory, portion, target));
  }
}
