package org.glidepath.decision;

import org.drools.core.common.ReteEvaluator;
import org.drools.core.phreak.PhreakExistsNode;
import org.drools.core.phreak.PhreakJoinNode;
import org.drools.core.phreak.PhreakNetworkNodeFactoryImpl;
import org.drools.core.phreak.PhreakNotNode;

/**
 * Gives every session of Drools nodes that can be stopped. Found by Drools as a service: it asks
 * for nothing between two firings, and a rule that combines everything with everything never fires.
 */
public final class BudgetedNodes extends PhreakNetworkNodeFactoryImpl {

  @Override
  public PhreakJoinNode createPhreakJoinNode(ReteEvaluator session) {
    return new BudgetedJoin(session);
  }

  @Override
  public PhreakNotNode createPhreakNotNode(ReteEvaluator session) {
    return new BudgetedNot(session);
  }

  @Override
  public PhreakExistsNode createPhreakExistsNode(ReteEvaluator session) {
    return new BudgetedExists(session);
  }
}
