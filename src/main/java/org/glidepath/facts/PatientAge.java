package org.glidepath.facts;

import java.util.List;

/**
 * The patient's age at the evaluation time. Absent where the birth date is not known.
 *
 * @param years completed years; the higher number where the birth date is only a year or a month
 * @param sources the patient
 */
public record PatientAge(int years, List<Source> sources) implements Fact {}
