package org.glidepath.facts;

/**
 * How a rule speaks: one line on its right side. The text is in the card file beside the rule; the
 * facts named here are what that text may refer to, and what the explanation shows.
 *
 * <p>The indicators are those of CDS Hooks.
 */
public interface Advise {

  /** Stop and think: acute danger; a reason is asked for when it is overridden. */
  void critical(Fact... because);

  /** A change is expected. */
  void warning(Fact... because);

  /** Context. */
  void info(Fact... because);
}
