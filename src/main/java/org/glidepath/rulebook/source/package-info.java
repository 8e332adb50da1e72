/**
 * Text files in which every piece knows its place: file, line and column. Called by the readers of
 * the rule book; knows nothing of what the files mean.
 */
@NullMarked
package org.glidepath.rulebook.source;

import org.jspecify.annotations.NullMarked;
