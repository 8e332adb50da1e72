package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/** Reads and checks DRL files, before anything in them is compiled. */
public final class DrlFiles {

  private DrlFiles() {}

  /** The rules of these files, in their order; what is wrong in them is noted. */
  public static List<DrlRule> read(List<SourceFile> files, Problems problems) {
    List<DrlRule> rules = new ArrayList<>();
    for (SourceFile file : files) {
      if (!PlainText.check(file, problems)) {
        continue;
      }
      for (PackageDescr descr : DrlParser.parse(file, problems)) {
        PackageCheck.check(file, descr, problems);
        rules.addAll(RuleReader.all(file, descr.getRules(), problems));
      }
    }
    DuplicateNames.check(rules, problems);
    ReserveCheck.check(rules, problems);
    EqualConditions.check(rules, problems);
    return rules;
  }
}
