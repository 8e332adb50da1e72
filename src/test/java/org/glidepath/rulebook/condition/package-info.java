@NullMarked
package org.glidepath.rulebook.condition;

import org.jspecify.annotations.NullMarked;
