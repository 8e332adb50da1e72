/**
 * Drugs, their equivalents, episodes of use and what orders would change about them: pure functions
 * over facts, with no clock, no input or output, and no FHIR. Called by {@code fhir}, which reads
 * what is put in, and by {@code rulebook}, which reads the tables.
 */
@NullMarked
package org.glidepath.pharmacology;

import org.jspecify.annotations.NullMarked;
