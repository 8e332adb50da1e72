package org.glidepath.rulebook.drl;

import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/** Checks what stands in a DRL file outside its rules. */
final class PackageCheck {

  private static final String FACTS = "org.glidepath.facts.";
  private static final Set<String> IMPORTS = Set.of("java.math.BigDecimal");

  private final SourceFile file;
  private final Problems problems;

  private PackageCheck(SourceFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Notes what is wrong; false where the file lies where no rule may be. */
  static boolean check(SourceFile file, PackageDescr descr, Problems problems) {
    if (file.folder().isEmpty() || file.folder().contains("/")) {
      problems.error(
          file.start(), "a rule file belongs in a folder of its group: <folder>/<name>.drl");
      return false;
    }
    new PackageCheck(file, problems).check(descr);
    return true;
  }

  /** The package that a rule file has to name. */
  static String expectedPackage(SourceFile file) {
    return "rules." + file.folder().replace('-', '_').replace('/', '.');
  }

  /** The package that the rules of a file are compiled in: one of their own below it. */
  static String ownPackage(SourceFile file) {
    String name = file.fileName();
    return "%s.%s_%08x"
        .formatted(expectedPackage(file), name.replaceAll("\\W", "_"), name.hashCode());
  }

  private void check(PackageDescr descr) {
    String expected = expectedPackage(file);
    if (!expected.equals(descr.getName())) {
      problems.error(
          descr.getName() == null || descr.getName().isEmpty() ? file.start() : place(descr),
          "the package is \"%s\", expected \"%s\": it is named after the folder"
              .formatted(descr.getName() == null ? "" : descr.getName(), expected));
    }
    descr.getImports().forEach(this::checkImport);
    descr.getGlobals().forEach(this::checkGlobal);
    refuse(descr.getFunctionImports(), "import of functions");
    refuse(descr.getAccumulateImports(), "import of accumulate functions");
    refuse(descr.getFunctions(), "function");
    refuse(descr.getTypeDeclarations(), "declare");
    refuse(descr.getEnumDeclarations(), "declare enum");
    refuse(descr.getEntryPointDeclarations(), "declare entry-point");
    refuse(descr.getWindowDeclarations(), "declare window");
    refuse(descr.getAttributes(), "attribute outside a rule");
    refuse(descr.getRules().stream().filter(RuleDescr::isQuery).toList(), "query");
    if (descr.getUnit() != null) {
      problems.error(place(descr.getUnit()), "\"unit\" is not allowed");
    }
  }

  private void checkImport(ImportDescr descr) {
    String target = descr.getTarget();
    boolean fact = target.startsWith(FACTS) && target.indexOf('.', FACTS.length()) < 0;
    if (!fact && !IMPORTS.contains(target)) {
      problems.error(
          place(descr),
          "import of \"%s\" is not allowed; rules see org.glidepath.facts.* and java.math.BigDecimal"
              .formatted(target));
    }
  }

  private void checkGlobal(GlobalDescr descr) {
    boolean advise = descr.getIdentifier().equals("advise");
    boolean type = descr.getType().equals("Advise") || descr.getType().equals(FACTS + "Advise");
    if (!advise || !type) {
      problems.error(
          place(descr),
          "global \"%s %s\" is not allowed; the only one is: global Advise advise;"
              .formatted(descr.getType(), descr.getIdentifier()));
    }
  }

  private void refuse(Iterable<? extends BaseDescr> found, String what) {
    for (BaseDescr descr : found) {
      problems.error(
          place(descr),
          "\"%s\" is not allowed; rules match facts and speak, nothing else".formatted(what));
    }
  }

  private Place place(BaseDescr descr) {
    return descr.getLine() < 1 ? file.start() : file.at(descr.getLine(), descr.getColumn() + 1);
  }
}
