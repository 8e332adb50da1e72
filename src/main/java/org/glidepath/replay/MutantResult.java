package org.glidepath.replay;

import org.glidepath.rulebook.mutation.Mutant;

/**
 * What became of a mutant.
 *
 * @param mutant the change
 * @param outcome whether anybody noticed
 * @param noticedBy name of the first case that noticed; empty where none did
 */
public record MutantResult(Mutant mutant, Outcome outcome, String noticedBy) {

  /** Whether a mutant was noticed. */
  public enum Outcome {
    /** A case came out otherwise than it expects. */
    NOTICED,
    /** It does not compile, so that nobody could ever run it. */
    REFUSED,
    /** No case told the difference. */
    UNNOTICED
  }
}
