package org.glidepath.facts;

import java.util.List;

/**
 * The patient's age at the evaluation time. Absent where the birth date is not known.
 *
 * @param years completed years; the higher number where the birth date is only a year or a month
 * @param youngest completed years; the lower number then
 * @param sources the patient
 */
public record PatientAge(int years, int youngest, List<Source> sources) implements Fact {

  /** As a person says it: "17 or 18". */
  public String text() {
    return youngest == years ? String.valueOf(years) : youngest + " or " + years;
  }
}
