package org.glidepath.facts;

import java.util.List;

/**
 * The patient's administrative sex. Absent where the record does not say.
 *
 * @param code the code of Patient.gender: male, female, other; "unknown" makes no fact
 * @param sources the patient
 */
public record PatientSex(String code, List<Source> sources) implements Fact {}
