/**
 * Test cases and recorded requests, answered again and compared with what is expected. Called by
 * {@code cli} and by the tests.
 */
@NullMarked
package org.glidepath.replay;

import org.jspecify.annotations.NullMarked;
