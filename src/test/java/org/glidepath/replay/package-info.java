/** Tests of replay, and the test cases of the rule book. */
@NullMarked
package org.glidepath.replay;

import org.jspecify.annotations.NullMarked;
