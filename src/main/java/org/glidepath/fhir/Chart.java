package org.glidepath.fhir;

import java.util.List;
import org.glidepath.facts.Fact;
import org.glidepath.pharmacology.DraftRegimen;
import org.glidepath.pharmacology.Regimen;

/**
 * What was read of a patient's data.
 *
 * @param facts age, inpatient stay, diagnoses, measurements, other drugs and the orders being
 *     written of them; everything but the use and the orders of benzodiazepines and Z-drugs
 * @param recorded use of benzodiazepines and Z-drugs that the record tells of
 * @param drafts orders of benzodiazepines and Z-drugs that are being written
 * @param notes what could not be read or was read with a reservation, one sentence each, with
 *     references to resources but no patient data
 */
public record Chart(
    List<Fact> facts, List<Regimen> recorded, List<DraftRegimen> drafts, List<String> notes) {

  public Chart {
    facts = List.copyOf(facts);
    recorded = List.copyOf(recorded);
    drafts = List.copyOf(drafts);
    notes = List.copyOf(notes);
  }
}
