/**
 * Tests of {@code fhir-profiles/}: that the contract with the systems that send data is valid FHIR.
 */
@NullMarked
package org.glidepath.fhir.profiles;

import org.jspecify.annotations.NullMarked;
