package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.antlr4.DRL10Parser;
import org.drools.drl.parser.antlr4.DRL10Parser.CompilationUnitContext;
import org.drools.drl.parser.antlr4.DRL10ParserHelper;
import org.glidepath.rulebook.drl.Blank.Part;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Parses a DRL file with the parser of Drools, quietly. After a syntax error each rule is parsed
 * for itself, so that one mistake hides no other.
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
    FirstError error = new FirstError();
    Optional<PackageDescr> whole = parse(file.text(), error);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<Integer> starts = starts();
    List<PackageDescr> parts = new ArrayList<>();
    int before = problems.count();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : file.text().length();
      parsePart(
              Blank.allBut(
                  file.text(), List.of(new Part(0, starts.get(0)), new Part(starts.get(i), end))))
          .ifPresent(parts::add);
    }
    if (problems.count() == before) {
      report(error);
    }
    return parts;
  }

  private Optional<PackageDescr> parsePart(String text) {
    FirstError error = new FirstError();
    Optional<PackageDescr> part = parse(text, error);
    if (part.isEmpty()) {
      report(error);
    }
    return part;
  }

  private static Optional<PackageDescr> parse(String text, FirstError error) {
    DRL10Parser parser = DRL10ParserHelper.createDrlParser(text);
    parser.removeErrorListeners();
    parser.addErrorListener(error);
    if (parser.getTokenStream().getTokenSource() instanceof Lexer lexer) {
      lexer.removeErrorListeners();
      lexer.addErrorListener(error);
    }
    try {
      CompilationUnitContext unit = parser.compilationUnit();
      return error.message == null
          ? Optional.of(
              DRL10ParserHelper.compilationUnitContext2PackageDescr(
                  unit, parser.getTokenStream(), null))
          : Optional.empty();
    } catch (RuntimeException e) {
      error.note(1, 0, String.valueOf(e.getMessage()));
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

  private void report(FirstError error) {
    String message = error.message == null ? "cannot be read" : error.message;
    problems.error(file.at(error.line, error.column + 1), "syntax error: " + message);
  }

  /** Keeps the first error: those that follow are mostly its echo. */
  private static final class FirstError extends BaseErrorListener {

    private @Nullable String message;
    private int line = 1;
    private int column;

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException cause) {
      String token = symbol instanceof org.antlr.v4.runtime.Token t ? t.getText() : "";
      note(line, column, SyntaxMessages.inWords(token, message));
    }

    void note(int line, int column, String message) {
      if (this.message == null) {
        this.message = message;
        this.line = line;
        this.column = column;
      }
    }
  }
}
