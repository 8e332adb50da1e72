package org.glidepath.rulebook;

import java.util.List;

/**
 * One rule of a DRL file.
 *
 * @param name its whole name: {@code FL-001 Flumazenil in physical dependence}
 * @param id the first word of the name: an id of the rules catalogue, or "Convention" for what the
 *     catalogue's conventions say; several rules may share one
 * @param folder the folder below {@code rules/}, which is its group: {@code flumazenil}
 * @param evidence keys of {@code evidence.yaml}, at least one
 * @param suppresses catalogue ids, or folders, whose advice this rule's advice replaces (see {@code
 *     rules/README.md})
 * @param reserve whether it waits in reserve: it takes part only where {@code services.yaml}
 *     enables its id
 * @param advises whether it gives advice; if not, it infers facts
 * @param file path below the rule folder
 * @param line line of the word {@code rule}, from 1
 */
public record Rule(
    String name,
    String id,
    String folder,
    List<String> evidence,
    List<String> suppresses,
    boolean reserve,
    boolean advises,
    String file,
    int line) {

  /** The same rule under another name. */
  public Rule named(String other) {
    return new Rule(other, id, folder, evidence, suppresses, reserve, advises, file, line);
  }

  /** The name without the id. */
  public String title() {
    return name.substring(id.length()).strip();
  }
}
