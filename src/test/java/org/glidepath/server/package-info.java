/** Tests of the service over HTTP, as an EHR calls it. */
@NullMarked
package org.glidepath.server;

import org.jspecify.annotations.NullMarked;
