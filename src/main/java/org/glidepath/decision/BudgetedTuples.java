package org.glidepath.decision;

import org.drools.core.common.TupleSets;
import org.drools.core.reteoo.TupleImpl;

/** A set of combinations of facts that tells of each one it is given; all else is passed on. */
final class BudgetedTuples implements TupleSets {

  private final TupleSets tuples;
  private final Runnable onInsert;

  BudgetedTuples(TupleSets tuples, Runnable onInsert) {
    this.tuples = tuples;
    this.onInsert = onInsert;
  }

  @Override
  public boolean addInsert(TupleImpl tuple) {
    onInsert.run();
    return tuples.addInsert(tuple);
  }

  @Override
  public TupleImpl getInsertFirst() {
    return tuples.getInsertFirst();
  }

  @Override
  public TupleImpl getDeleteFirst() {
    return tuples.getDeleteFirst();
  }

  @Override
  public TupleImpl getUpdateFirst() {
    return tuples.getUpdateFirst();
  }

  @Override
  public TupleImpl getNormalizedDeleteFirst() {
    return tuples.getNormalizedDeleteFirst();
  }

  @Override
  public int getInsertSize() {
    return tuples.getInsertSize();
  }

  @Override
  public void resetAll() {
    tuples.resetAll();
  }

  @Override
  public void clear() {
    tuples.clear();
  }

  @Override
  public boolean addDelete(TupleImpl tuple) {
    return tuples.addDelete(tuple);
  }

  @Override
  public boolean addUpdate(TupleImpl tuple) {
    return tuples.addUpdate(tuple);
  }

  @Override
  public boolean addNormalizedDelete(TupleImpl tuple) {
    return tuples.addNormalizedDelete(tuple);
  }

  @Override
  public void removeInsert(TupleImpl tuple) {
    tuples.removeInsert(tuple);
  }

  @Override
  public void removeDelete(TupleImpl tuple) {
    tuples.removeDelete(tuple);
  }

  @Override
  public void removeUpdate(TupleImpl tuple) {
    tuples.removeUpdate(tuple);
  }

  @Override
  public void addAll(TupleSets others) {
    tuples.addAll(others);
  }

  @Override
  public void addTo(TupleSets others) {
    tuples.addTo(others);
  }

  @Override
  public TupleSets takeAll() {
    return tuples.takeAll();
  }

  @Override
  public boolean isEmpty() {
    return tuples.isEmpty();
  }

  @Override
  public String toStringSizes() {
    return tuples.toStringSizes();
  }
}
