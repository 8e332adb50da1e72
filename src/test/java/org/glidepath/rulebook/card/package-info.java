@NullMarked
package org.glidepath.rulebook.card;

import org.jspecify.annotations.NullMarked;
