@NullMarked
package org.glidepath.rulebook.drl;

import org.jspecify.annotations.NullMarked;
