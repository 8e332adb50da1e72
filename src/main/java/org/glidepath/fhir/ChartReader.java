package org.glidepath.fhir;

import java.time.Instant;
import org.glidepath.pharmacology.DrugTable;

/**
 * Reads the resources of one call into facts and regimens. Never fails on what it reads: what
 * cannot be read becomes a note, and the rest goes on.
 */
public final class ChartReader {

  private final Meanings meanings;
  private final Medicines medicines;

  /** A reader with these value sets and drugs. */
  public ChartReader(ValueSets valueSets, DrugTable drugs) {
    this.meanings = new Meanings(valueSets);
    this.medicines = new Medicines(valueSets, drugs);
  }

  /**
   * The chart of a patient at a time. Dates without a time zone are taken in UTC.
   *
   * @param input the patient's data
   * @param at the evaluation time
   */
  public Chart read(ChartInput input, Instant at) {
    ChartReading reading = new ChartReading(new Records(input), meanings, medicines, new Dates(at));
    reading.readRecorded();
    reading.readDrafts(input);
    return reading.chart();
  }
}
