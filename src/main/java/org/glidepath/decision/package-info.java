/**
 * A rule book and the facts of one patient become a decision: advice, what was inferred on the way,
 * and why. No input or output, no clock, no FHIR, no protocol. Called by {@code cdshooks}.
 */
@NullMarked
package org.glidepath.decision;

import org.jspecify.annotations.NullMarked;
