/**
 * FHIR R4 resources become facts here: one reader for each resource, one for the dose, one for the
 * timing, and the value sets that say which codes mean what. The only room that knows HAPI's
 * resource classes. Called by {@code cdshooks}; knows nothing of rules, cards or HTTP.
 */
@NullMarked
package org.glidepath.fhir;

import org.jspecify.annotations.NullMarked;
