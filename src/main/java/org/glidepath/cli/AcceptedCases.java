package org.glidepath.cli;

import java.io.PrintWriter;
import java.util.List;
import org.glidepath.replay.Acceptance;
import org.glidepath.replay.Replay;
import org.glidepath.replay.Result;

/** Writes what came out into the cases, and tells of each. */
final class AcceptedCases {

  private AcceptedCases() {}

  static void write(Replay replay, List<Result> results, PrintWriter told) {
    Acceptance acceptance = new Acceptance(replay);
    for (Result result : results) {
      boolean unpacked = !result.name().equals(result.entry().toString().replace('\\', '/'));
      if (Acceptance.open(result) && unpacked) {
        told.println(result.name() + ": nothing written: it lies in an archive");
      } else if (Acceptance.open(result)) {
        acceptance.accept(result).forEach(done -> told.println("accepted: " + done));
      }
    }
  }
}
