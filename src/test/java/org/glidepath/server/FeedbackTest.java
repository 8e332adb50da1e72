package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackTest {

  private static final String PATH = RunningService.ORDER_SIGN + "/feedback";

  private final RunningService service = RunningService.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'feedback':[]}",
        "{'feedback':[{'card':'9d2c7e1e-0a3e-4a39-8f0c-1d1b6a3c2f55','outcome':'accepted'}]}",
        "{'feedback':[{'card':'a','outcome':'overridden','overrideReason':{'userComment':'no'}},{'card':'a','outcome':'overridden'}]}",
        "{'feedback':[{'card':'epic-1','outcome':'overridden','overrideReasons':[{'reason':{'code':'x'}}],'extension':{'com.epic':1}}]}",
        "{'feedback':[{'card':'epic-1','outcome':'overridden','overrideReasons':[{'code':'x'}]}],'more':null}"
      })
  void what_clients_send_is_taken_in_every_shape_and_again(String feedback) {
    for (int time = 0; time < 2; time++) {
      assertThat(service.post(PATH, feedback.replace('\'', '"')).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{};$.feedback",
        "{'feedback':{}};$.feedback",
        "{'feedback':[1]};$.feedback[0].card",
        "{'feedback':[{'card':'a','outcome':'accepted'},{'card':'a'}]};$.feedback[1].outcome",
        "{'feedback':[{'card':'a','outcome':'ignored'}]};$.feedback[0].outcome"
      })
  void what_is_no_feedback_is_refused_by_its_path(String feedback, String place) {
    RefusalsTest.assertRefused(service.post(PATH, feedback.replace('\'', '"')), 400, place);
  }

  @Test
  void each_outcome_is_counted() {
    service.post(PATH, "{\"feedback\":[{\"card\":\"a\",\"outcome\":\"accepted\"}]}");
    assertThat(service.get("/metrics").text())
        .contains(
            "glidepath_feedback_total{outcome=\"accepted\",service=\"glidepath-order-sign\"}");
  }
}
