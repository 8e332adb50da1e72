/**
 * {@code rules/} and {@code fhir-profiles/} on disk become one immutable, versioned {@link
 * org.glidepath.rulebook.RuleBook}, or a list of problems with file, line and column. Called by
 * {@code cli}, {@code server} and {@code replay}; knows nothing of requests or patients.
 */
@NullMarked
package org.glidepath.rulebook;

import org.jspecify.annotations.NullMarked;
