package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.PackageDescr;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/**
 * Reads and checks DRL files, before anything in them is compiled. A file that is as it was at the
 * last reading is not read again.
 */
public final class DrlFiles {

  private Map<SourceFile, Checked> known = Map.of();

  /** What one file holds, and what is wrong with it by itself. */
  private record Checked(List<DrlRule> rules, List<Problem> problems) {}

  /** The rules of these files, in their order; what is wrong in them is noted. */
  public static List<DrlRule> read(List<SourceFile> files, Problems problems) {
    return new DrlFiles().readAll(files, problems);
  }

  /** The same, with what the last reading knows. */
  public synchronized List<DrlRule> readAll(List<SourceFile> files, Problems problems) {
    Map<SourceFile, Checked> now = new HashMap<>();
    List<DrlRule> rules = new ArrayList<>();
    for (SourceFile file : files) {
      Checked checked = Optional.ofNullable(known.get(file)).orElseGet(() -> check(file));
      now.put(file, checked);
      rules.addAll(checked.rules());
      problems.addAll(checked.problems());
    }
    known = now;
    rules = DuplicateNames.leaveOut(rules, problems);
    ReserveCheck.check(rules, problems);
    EqualConditions.check(rules, problems);
    return rules;
  }

  private static Checked check(SourceFile file) {
    Problems problems = new Problems();
    List<DrlRule> rules = new ArrayList<>();
    if (PlainText.check(file, problems)) {
      for (PackageDescr descr : DrlParser.parse(file, problems)) {
        if (PackageCheck.check(file, descr, problems)) {
          rules.addAll(RuleReader.all(file, descr.getRules(), problems));
        }
      }
    }
    return new Checked(rules, problems.sorted());
  }
}
