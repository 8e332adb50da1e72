package org.glidepath.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The reports of a replay. */
public final class Reports {

  private Reports() {}

  /**
   * Writes {@code report.html} for people and {@code junit.xml} for build servers.
   *
   * @param folder where to; made where it does not exist
   * @param results what came of each case
   * @param ruleBook version of the rule book
   * @param at when the replay ran
   */
  public static void write(Path folder, List<Result> results, String ruleBook, Instant at)
      throws IOException {
    Files.createDirectories(folder);
    HtmlReport.write(folder.resolve("report.html"), results, ruleBook, at);
    JUnitReport.write(folder.resolve("junit.xml"), results);
  }
}
