/** Rules changed by one step, to see whether any test case notices. Called by {@code replay}. */
@NullMarked
package org.glidepath.rulebook.mutation;

import org.jspecify.annotations.NullMarked;
