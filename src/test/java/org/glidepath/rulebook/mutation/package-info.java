/** Tests of the changed rules. */
@NullMarked
package org.glidepath.rulebook.mutation;

import org.jspecify.annotations.NullMarked;
