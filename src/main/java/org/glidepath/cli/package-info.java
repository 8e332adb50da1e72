/** The command line: {@code main} and one class for each command. Nothing else calls it. */
@NullMarked
package org.glidepath.cli;

import org.jspecify.annotations.NullMarked;
