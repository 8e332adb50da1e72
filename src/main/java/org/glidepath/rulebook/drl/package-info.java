/**
 * DRL files on disk become checked rules and one compiled base, or problems in a rule author's
 * words. The checks are also the gate: nothing is compiled that uses more of the language than
 * {@code rules/README.md} describes. Called by {@code RuleBooks}; knows nothing of card texts.
 */
@NullMarked
package org.glidepath.rulebook.drl;

import org.jspecify.annotations.NullMarked;
