package org.glidepath.rulebook.drl;

import org.glidepath.rulebook.source.Place;

/**
 * A word in a rule whose meaning another file gives: checked once that file has been read, because
 * files are read side by side.
 *
 * @param kind which file knows it
 * @param word the word
 * @param place where it stands
 */
public record Mention(Kind kind, String word, Place place) {

  /** What a word stands for. */
  public enum Kind {
    /** A key of {@code evidence.yaml}. */
    EVIDENCE,
    /** The id of a value set. */
    VALUE_SET,
    /** A drug of the drug table. */
    DRUG,
    /** The id of a rule, or a rule folder. */
    SUPPRESSED
  }
}
