/** Tests of the pages of the rule book. */
@NullMarked
package org.glidepath.pages;

import org.jspecify.annotations.NullMarked;
