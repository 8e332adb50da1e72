@NullMarked
package org.glidepath.rulebook.source;

import org.jspecify.annotations.NullMarked;
