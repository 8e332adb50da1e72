package org.glidepath.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.TreeReader;
import org.glidepath.rulebook.table.ConventionsReader;

/** Moves each figure of {@code conventions.yaml} by one step, up and down. */
final class MovedFigures {

  private final SourceFile file;
  private final Set<String> tables;
  private final List<MovedFigure> all = new ArrayList<>();

  private MovedFigures(SourceFile file, Set<String> tables) {
    this.file = file;
    this.tables = tables;
  }

  /**
   * All of them, in the order of the file; a value that the file must not have is left out.
   *
   * @param tables the names of the equivalence tables that the drug table has
   */
  static List<MovedFigure> of(SourceFile file, Set<String> tables) {
    MovedFigures moved = new MovedFigures(file, tables);
    TreeReader.yaml(file, new Problems())
        .ifPresent(root -> root.members().forEach((name, figure) -> moved.add(name, figure)));
    return moved.all;
  }

  private void add(String name, Node.Member figure) {
    Optional.ofNullable(figure.value().members().get("value"))
        .map(Node.Member::value)
        .filter(value -> value.scalar().isNumber())
        .ifPresent(value -> Figures.beside(value.text()).forEach(to -> move(name, value, to)));
  }

  private void move(String name, Node value, String to) {
    int start = file.offsetOf(value.place());
    int end = start + value.text().length();
    String text = file.text().substring(0, start) + to + file.text().substring(end);
    SourceFile changed = new SourceFile(file.name(), file.shown(), text);
    ConventionsReader.read(changed, tables, new Problems())
        .conventions()
        .ifPresent(
            figures ->
                all.add(
                    new MovedFigure(
                        name, value.place(), value.text() + " becomes " + to, figures)));
  }
}
