package org.glidepath.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.glidepath.pages.RulePages;
import org.glidepath.replay.UntestedRules;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookReader.Checked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glidepath check}. */
@Command(
    name = "check",
    description = {
      "Compiles a rule folder and tells everything that is wrong with it.",
      "An error keeps a book from being served and is a finding; a warning is neither, but somebody should look at it."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./glidepath check rules"})
final class CheckCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "The rule folder (default: rules).")
  @Nullable Path folder;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description = "Also write the rules as pages to read into this folder: rules.md and rules/.")
  @Nullable Path pages;

  @Option(names = "--json", description = "Print one JSON object instead of lines.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path rules = Optional.ofNullable(folder).orElseGet(RuleFolder::delivered);
    if (!Files.isDirectory(rules)) {
      spec.commandLine().getErr().println("glidepath: there is no folder " + rules);
      return Main.CANNOT_RUN;
    }
    Path cases = rules.toAbsolutePath().normalize().resolveSibling("test-cases");
    Checked checked = RuleFolder.reader(Optional.of(rules)).check();
    List<Problem> problems = problems(checked, rules, cases);
    if (json) {
      spec.commandLine().getOut().println(json(checked.book(), problems));
    } else {
      problems.forEach(spec.commandLine().getOut()::println);
      checked.book().ifPresent(book -> summarize(book, rules, problems.size()));
    }
    if (pages != null && checked.book().isPresent()) {
      RulePages.write(RulePages.of(checked.book().get(), rules, cases), pages);
    }
    return checked.book().isPresent() ? Main.GOOD : Main.FINDINGS;
  }

  /** What is wrong within the folder, and the rules that nothing outside of it tests. */
  private static List<Problem> problems(Checked checked, Path rules, Path cases) {
    List<Problem> untested =
        checked.book().map(book -> UntestedRules.of(book.rules(), rules, cases)).orElse(List.of());
    return Stream.concat(checked.problems().stream(), untested.stream()).sorted().toList();
  }

  private void summarize(RuleBook book, Path rules, int warnings) {
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %d rules, %d cards, %d services, %s. Rule book %s%n",
            rules,
            book.rules().size(),
            book.cards().size(),
            book.services().size(),
            warnings == 0 ? "no problems" : warnings + (warnings == 1 ? " warning" : " warnings"),
            book.version());
  }

  private static ObjectNode json(Optional<RuleBook> book, List<Problem> problems) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    var list = result.putArray("problems");
    for (Problem problem : problems) {
      list.addObject()
          .put("file", problem.file())
          .put("line", problem.line())
          .put("column", problem.column())
          .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
          .put("message", problem.message());
    }
    book.ifPresent(
        good ->
            result
                .put("ruleBook", good.version())
                .put("rules", good.rules().size())
                .put("cards", good.cards().size())
                .put("services", good.services().size()));
    return result;
  }
}
