@NullMarked
package org.glidepath.rulebook;

import org.jspecify.annotations.NullMarked;
