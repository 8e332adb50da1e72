package org.glidepath.facts;

import java.util.List;

/**
 * The encounter that is going on. Absent where none was sent, or it does not say its class.
 *
 * @param encounterClass the code of Encounter.class, of HL7 ActCode: AMB, EMER, IMP, HH, VR ...
 * @param sources the encounter
 */
public record CurrentEncounter(String encounterClass, List<Source> sources) implements Fact {}
