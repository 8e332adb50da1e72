package org.glidepath.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.glidepath.explanation.Explainer;

/** The reports of a replay. */
public final class Reports {

  private Reports() {}

  /**
   * Writes {@code report.html} for people and {@code junit.xml} for build servers.
   *
   * @param folder where to; made where it does not exist
   * @param results what came of each case
   * @param explainer explains the answers
   * @param comparison with another rule book, where one was made
   * @param at when the replay ran
   */
  public static void write(
      Path folder,
      List<Result> results,
      Explainer explainer,
      Optional<BookComparison> comparison,
      Instant at)
      throws IOException {
    Files.createDirectories(folder);
    new HtmlReport(explainer).write(folder.resolve("report.html"), results, comparison, at);
    JUnitReport.write(folder.resolve("junit.xml"), results);
  }
}
