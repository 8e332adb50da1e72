package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.glidepath.rulebook.drl.Blank.Part;
import org.glidepath.rulebook.drl.Slips.Slip;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Parses a DRL file with the parser of Drools. After a syntax error each rule is parsed for itself,
 * so that one mistake hides no other.
 *
 * <p>Of the two parsers in Drools 10.2 the older one is used: on nine files of 72 rules it needs
 * 0.16 s in a fresh JVM, the one for DRL10 1.5 s. The checks behind it allow only what both read
 * alike.
 */
final class DrlParser {

  private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*(rule|query)\\b");

  private final SourceFile file;
  private final Problems problems;

  private DrlParser(SourceFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The file as one package, or one package for each rule that can be parsed. */
  static List<PackageDescr> parse(SourceFile file, Problems problems) {
    return new DrlParser(file, problems).parse();
  }

  private List<PackageDescr> parse() {
    List<DroolsError> errors = new ArrayList<>();
    Optional<PackageDescr> whole = parse(file.text(), errors);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<PackageDescr> parts = parts();
    if (!problems.any(file.shown())) {
      report(errors, 0, file.text().length());
    }
    return parts;
  }

  private List<PackageDescr> parts() {
    List<Integer> starts = starts();
    List<PackageDescr> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : file.text().length();
      List<Part> kept = List.of(new Part(0, starts.get(0)), new Part(start, end));
      List<DroolsError> errors = new ArrayList<>();
      parse(Blank.allBut(file.text(), kept), errors).ifPresent(parts::add);
      report(errors, start, end);
    }
    return parts;
  }

  private static Optional<PackageDescr> parse(String text, List<DroolsError> errors) {
    org.drools.drl.parser.DrlParser parser =
        new org.drools.drl.parser.DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr descr = parser.parse(false, text);
      errors.addAll(parser.getErrors());
      return errors.isEmpty() ? Optional.ofNullable(descr) : Optional.empty();
    } catch (DroolsParserException e) {
      errors.addAll(parser.getErrors());
      return Optional.empty();
    }
  }

  /** Where rules begin, comments aside. */
  private List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    Matcher matcher = RULE.matcher(Blank.comments(file.text()));
    while (matcher.find()) {
      starts.add(matcher.start(1));
    }
    return starts;
  }

  /** Tells the first error only: those that follow are mostly its echo. */
  private void report(List<DroolsError> errors, int start, int end) {
    if (errors.isEmpty()) {
      return;
    }
    DroolsError first = errors.get(0);
    Place place =
        first instanceof ParserError error && error.getRow() > 0
            ? file.at(error.getRow(), error.getCol() + 1)
            : file.at(start);
    Slip slip = slip(start, end, file.offsetOf(place));
    problems.error(
        slip == null ? place : file.at(slip.offset()),
        "syntax error: "
            + (slip == null ? SyntaxMessages.inWords(first.getMessage()) : slip.message()));
  }

  /** What is known to lead to such an error; null where it stands before the rule. */
  private @Nullable Slip slip(int start, int end, int place) {
    return place < start ? null : Slips.find(file.text(), start, end).orElse(null);
  }
}
