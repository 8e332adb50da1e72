/**
 * Card texts: reads them, and checks that every variable in them exists. Called by {@code
 * RuleBooks}; knows of rules only which facts their advice names.
 */
@NullMarked
package org.glidepath.rulebook.card;

import org.jspecify.annotations.NullMarked;
