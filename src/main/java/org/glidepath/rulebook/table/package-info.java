/**
 * The tables of the rule book: sources, services, conventions, drugs, products, value sets. Called
 * by {@code RuleBooks}; knows nothing of rules but their ids and folders.
 */
@NullMarked
package org.glidepath.rulebook.table;

import org.jspecify.annotations.NullMarked;
