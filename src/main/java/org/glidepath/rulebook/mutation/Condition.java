package org.glidepath.rulebook.mutation;

/**
 * A condition of a rule that can be taken out and leave a rule.
 *
 * @param start index of the first character that goes, with a comma before it
 * @param end index after the last, or with the comma after it
 * @param shownFrom where the condition itself begins
 * @param shownTo where it ends
 */
record Condition(int start, int end, int shownFrom, int shownTo) {}
