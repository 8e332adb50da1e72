@NullMarked
package org.glidepath.explanation;

import org.jspecify.annotations.NullMarked;
