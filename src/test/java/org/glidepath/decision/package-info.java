@NullMarked
package org.glidepath.decision;

import org.jspecify.annotations.NullMarked;
