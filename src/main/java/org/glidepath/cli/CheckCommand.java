package org.glidepath.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glidepath.pages.RulePages;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glidepath check}. */
@Command(
    name = "check",
    description = "Compiles a rule folder and tells everything that is wrong with it.",
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

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path rules = Optional.ofNullable(folder).orElseGet(RuleFolder::delivered);
    try {
      RuleBook book = RuleBooks.load(rules, RuleFolder.profiles(rules));
      spec.commandLine()
          .getOut()
          .printf(
              "%s: %d rules, %d cards, %d services, no problems. Rule book %s%n",
              rules,
              book.rules().size(),
              book.cards().size(),
              book.services().size(),
              book.version());
      if (pages != null) {
        RulePages.write(RulePages.of(book, rules, rules.resolveSibling("test-cases")), pages);
      }
      return Main.GOOD;
    } catch (RuleBookException e) {
      e.problems().forEach(spec.commandLine().getOut()::println);
      return Main.FINDINGS;
    }
  }
}
