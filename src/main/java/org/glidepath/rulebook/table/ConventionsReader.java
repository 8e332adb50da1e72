package org.glidepath.rulebook.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.pharmacology.Conventions;
import org.glidepath.rulebook.drl.Mention;
import org.glidepath.rulebook.source.Members;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.TreeReader;

/**
 * {@code conventions.yaml}: figures with their source.
 *
 * @param conventions the figures; empty where the file cannot be used
 * @param mentions the source keys in it
 */
public record ConventionsReader(Optional<Conventions> conventions, List<Mention> mentions) {

  private static final String GAP = "episodeGapDays";

  /** Reads it. */
  public static ConventionsReader read(SourceFile file, Problems problems) {
    List<Mention> mentions = new ArrayList<>();
    Optional<Conventions> conventions =
        TreeReader.yaml(file, problems)
            .map(root -> Members.of(root, "conventions.yaml", problems, Set.of(GAP)))
            .flatMap(members -> members.required(GAP))
            .flatMap(node -> figure(node, GAP, mentions, problems))
            .map(Conventions::new);
    return new ConventionsReader(conventions, mentions);
  }

  private static Optional<Integer> figure(
      Node node, String name, List<Mention> mentions, Problems problems) {
    Members members = Members.of(node, name, problems, Set.of("value", "evidence"));
    members.required("value");
    members.required("evidence");
    for (Node key : members.texts("evidence")) {
      mentions.add(new Mention(Mention.Kind.EVIDENCE, key.text(), key.place()));
    }
    return members.number("value", 1);
  }
}
