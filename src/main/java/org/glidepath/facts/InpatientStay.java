package org.glidepath.facts;

import java.util.List;

/**
 * The call comes from an inpatient encounter that is going on.
 *
 * @param encounterClass the code of Encounter.class: IMP, ACUTE or NONAC
 * @param sources the encounter
 */
public record InpatientStay(String encounterClass, List<Source> sources) implements Fact {}
