package org.glidepath.cdshooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads what clients send. */
final class Json {

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);

  private Json() {}

  /** The object in a body; throws {@link RefusedRequest} with status 400 for anything else. */
  static JsonNode parse(byte[] body) {
    JsonNode root;
    try {
      root = READER.readTree(body);
    } catch (JsonProcessingException e) {
      // the parser's own message quotes the text at fault, which may be a patient's
      throw invalid(
          "line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          "the body is not valid JSON");
    } catch (IOException e) {
      throw invalid("$", "the body is not UTF-8 text");
    }
    if (root == null || root.isMissingNode()) {
      throw invalid("$", "the body is empty; expected JSON");
    }
    if (!root.isObject()) {
      throw invalid("$", "the body is no JSON object");
    }
    return root;
  }

  private static RefusedRequest invalid(String where, String message) {
    return new RefusedRequest(400, "structure", where, message);
  }
}
