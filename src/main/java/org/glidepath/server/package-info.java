/**
 * The outside world: HTTP, the FHIR client and the configuration. Called by {@code cli}; nothing
 * else knows that there is a network.
 */
@NullMarked
package org.glidepath.server;

import org.jspecify.annotations.NullMarked;
