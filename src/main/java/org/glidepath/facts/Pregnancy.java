package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the patient is pregnant, as far as the record can tell.
 *
 * @param name what says so: the diagnosis, or "pregnancy status"
 * @param sources the condition or the observation
 */
public record Pregnancy(String name, List<Source> sources) implements Fact {}
