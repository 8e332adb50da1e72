/**
 * The rule book as pages to read, in Markdown: one index, one page for each folder of rules. Called
 * by {@code cli} and by the test that holds the pages to the rules.
 */
@NullMarked
package org.glidepath.pages;

import org.jspecify.annotations.NullMarked;
