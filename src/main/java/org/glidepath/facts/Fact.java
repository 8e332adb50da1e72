package org.glidepath.facts;

import java.util.List;

/** Something a rule can match on. */
public interface Fact {

  /**
   * The resources this fact was read from, in the order they were read; empty where nothing was
   * said about it.
   */
  List<Source> sources();
}
