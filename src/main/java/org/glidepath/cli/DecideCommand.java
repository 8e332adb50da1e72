package org.glidepath.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.CdsService;
import org.glidepath.cdshooks.FetchResult;
import org.glidepath.cdshooks.FhirAccess;
import org.glidepath.explanation.Explainer;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glidepath decide}. */
@Command(
    name = "decide",
    description = "Answers hook calls from files, offline, and says why.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./glidepath decide docs/examples/order-sign-flumazenil.json --at"
          + " 2026-03-01T10:00:00Z"
    })
final class DecideCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "REQUEST.json", description = "CDS Hooks requests.")
  List<Path> requests = List.of();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "The evaluation time (default: now).")
  @Nullable Instant at;

  @Option(names = "--json", description = "Print one JSON object a line, one for each request.")
  boolean json;

  @Option(names = "--rules", paramLabel = "DIR", description = "The rule folder (default: rules).")
  @Nullable Path rules;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      RuleBook book = RuleFolder.load(Optional.ofNullable(rules));
      return decide(new CdsService(book, DecideCommand::offline), book);
    } catch (RuleBookException e) {
      e.problems().forEach(spec.commandLine().getErr()::println);
      return Main.CANNOT_RUN;
    }
  }

  private int decide(CdsService service, RuleBook book) {
    Instant time = Optional.ofNullable(at).orElseGet(Clock.systemUTC()::instant);
    DecisionText text = new DecisionText(spec.commandLine().getOut(), new Explainer(book));
    int status = Main.GOOD;
    for (Path request : requests) {
      status = Math.max(status, decide(service, text, request, time));
    }
    spec.commandLine().getOut().flush();
    return status;
  }

  private int decide(CdsService service, DecisionText text, Path request, Instant time) {
    PrintWriter out = spec.commandLine().getOut();
    byte[] body;
    try {
      body = Files.readAllBytes(request);
    } catch (IOException e) {
      out.flush();
      spec.commandLine()
          .getErr()
          .println(request + ":1:1: error: there is no such file, or it cannot be read");
      return Main.CANNOT_RUN;
    }
    Answer answer = service.call(body, time);
    if (json) {
      out.println(DecisionJson.of(request, answer, time));
    } else {
      text.print(request, answer);
    }
    return answer.status() == 200 ? Main.GOOD : Main.FINDINGS;
  }

  private static Map<String, FetchResult> offline(FhirAccess access, Map<String, String> queries) {
    Map<String, FetchResult> results = new LinkedHashMap<>();
    queries.forEach(
        (key, query) ->
            results.put(key, new FetchResult.Failed("not sent, and decide asks no server")));
    return results;
  }
}
