/**
 * The left sides of rules, read so that each condition can be asked of facts by itself: which hold,
 * which is the first that does not, which one alone is missing. The engine decides; this tells why,
 * and a test holds the two to the same answers over every test case. Called by {@code explanation};
 * never on the way of a call.
 */
@NullMarked
package org.glidepath.rulebook.condition;

import org.jspecify.annotations.NullMarked;
