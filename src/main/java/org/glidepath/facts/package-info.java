/**
 * The vocabulary of the rules: what a rule sees of a patient and of the orders being written.
 *
 * <p>Every fact is an immutable record with a clinical name, with units in its component names, and
 * with the resources it came from. What is not known is never null and never zero: it is a fact of
 * its own ({@link DoseUnknown}, {@link FrequencyUnknown} ...), so that no rule can conclude
 * anything from silence. This package imports no other of ours.
 */
@NullMarked
package org.glidepath.facts;

import org.jspecify.annotations.NullMarked;
