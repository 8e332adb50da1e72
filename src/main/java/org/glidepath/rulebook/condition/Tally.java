package org.glidepath.rulebook.condition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How often each condition of a rule held and how often it failed, asked only where all conditions
 * before it held.
 */
public final class Tally {

  /** More of what was seen tells nobody more. */
  private static final int MOST_SEEN = 3;

  private final int[] held;
  private final int[] failed;
  private final List<Set<String>> seen;
  private boolean fulfilled;

  private Tally(int conditions) {
    held = new int[conditions];
    failed = new int[conditions];
    seen = new ArrayList<>();
    for (int i = 0; i < conditions; i++) {
      seen.add(new LinkedHashSet<>());
    }
  }

  static Tally of(LeftSide side) {
    return new Tally(side.asked());
  }

  void count(Condition condition, boolean truth) {
    (truth ? held : failed)[condition.index()]++;
  }

  void see(Condition condition, String what) {
    Set<String> so = seen.get(condition.index());
    if (!what.isEmpty() && so.size() < MOST_SEEN) {
      so.add(what);
    }
  }

  void fulfil() {
    fulfilled = true;
  }

  /** How often it held. */
  public int held(Condition condition) {
    return held[condition.index()];
  }

  /** How often it failed. */
  public int failed(Condition condition) {
    return failed[condition.index()];
  }

  /** Whether all conditions held together. */
  public boolean fulfilled() {
    return fulfilled;
  }

  /** What was there where it failed. */
  List<String> seen(Condition condition) {
    return List.copyOf(seen.get(condition.index()));
  }
}
