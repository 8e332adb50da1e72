package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the patient is in palliative, hospice or terminal care.
 *
 * @param name what says so, as the record calls it
 * @param sources the condition or the procedure
 */
public record PalliativeCare(String name, List<Source> sources) implements Fact {}
