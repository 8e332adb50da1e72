/** Tests of the commands, as somebody types them. */
@NullMarked
package org.glidepath.cli;

import org.jspecify.annotations.NullMarked;
