@NullMarked
package org.glidepath.rulebook.table;

import org.jspecify.annotations.NullMarked;
