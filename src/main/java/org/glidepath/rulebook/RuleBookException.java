package org.glidepath.rulebook;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The rule folder cannot be used; its problems say why, one a line. */
public final class RuleBookException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** At least one problem is an error. */
  public RuleBookException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong: errors, then warnings, each in the order of files and lines. */
  public List<Problem> problems() {
    return problems;
  }
}
