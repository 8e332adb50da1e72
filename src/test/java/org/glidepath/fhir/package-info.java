/** Tests of the way from FHIR resources to facts. */
@NullMarked
package org.glidepath.fhir;

import org.jspecify.annotations.NullMarked;
