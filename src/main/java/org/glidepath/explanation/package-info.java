/**
 * Why an answer is what it is, and why it is not another: one typed account, of which text, JSON
 * and HTML are views. Called by {@code replay}, {@code server} and {@code cli}; never on the way of
 * a call. Knows neither FHIR resources nor HTTP.
 */
@NullMarked
package org.glidepath.explanation;

import org.jspecify.annotations.NullMarked;
