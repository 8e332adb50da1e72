package org.glidepath.rulebook.card;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.glidepath.rulebook.CardText.OverrideReason;
import org.glidepath.rulebook.source.Members;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.TreeReader;

/** Reads {@code override-reasons.yaml}: why a card may be turned down. */
public final class OverrideReasons {

  private OverrideReasons() {}

  /** The reasons by code, in the order of the file. */
  public static Map<String, OverrideReason> read(SourceFile file, Problems problems) {
    Map<String, OverrideReason> reasons = new LinkedHashMap<>();
    TreeReader.yaml(file, problems)
        .ifPresent(
            root -> {
              Members members =
                  Members.of(root, "override-reasons.yaml", problems, Set.of("system", "reasons"));
              String system = members.text("system");
              members.required("reasons");
              members.list("reasons").forEach(item -> add(item, system, reasons, problems));
            });
    return reasons;
  }

  private static void add(
      Node item, String system, Map<String, OverrideReason> reasons, Problems problems) {
    Members members = Members.of(item, "an override reason", problems, Set.of("code", "display"));
    String code = members.text("code");
    String display = members.text("display");
    if (reasons.putIfAbsent(code, new OverrideReason(system, code, display)) != null) {
      problems.error(item.place(), "code \"" + code + "\" is given twice; keep one");
    }
  }
}
