package org.glidepath.rulebook;

import java.util.Optional;

/**
 * A source that rules, tables and cards refer to by its key.
 *
 * @param key short and stable: "ASAM-8", "Mintzer1999"
 * @param label how a card names it, a few words
 * @param citation as a reader would look it up
 * @param year of publication; empty where the source gives none
 * @param url where it can be read; empty where it has no address
 * @param grade A meta-analysis or trial, B graded guideline or cohort, C consensus, D case report
 *     or label, S secondary compilation
 */
public record Evidence(
    String key,
    String label,
    String citation,
    Optional<Integer> year,
    Optional<String> url,
    String grade) {}
