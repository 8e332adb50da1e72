package org.glidepath.cdshooks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads JSON that others wrote: decimals exactly as they stand there, and nothing that costs much
 * more to hold than it cost to send.
 */
public final class Json {

  /** Digits of a number written out, and levels of nesting: what Jackson allows too. */
  private static final int MOST = 1000;

  private static final int LONGEST_PATH = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .nodeFactory(new BoundedNumbers())
          .build();

  private Json() {}

  /**
   * The JSON in a text; a missing node where there is none.
   *
   * @throws IOException where it is not JSON, nested too deep, or has too long a number; its
   *     message may quote the text
   */
  public static JsonNode read(byte[] text) throws IOException {
    try (JsonParser parser = MAPPER.createParser(text)) {
      return read(parser);
    }
  }

  private static JsonNode read(JsonParser parser) throws IOException {
    try {
      JsonNode root = MAPPER.readTree(parser);
      return root == null ? MissingNode.getInstance() : root;
    } catch (ArithmeticException e) {
      throw new StreamConstraintsException("number too long", parser.currentLocation());
    }
  }

  /** The object in a body; throws {@link RefusedRequest} with status 400 for anything else. */
  static JsonNode parse(byte[] body) {
    JsonNode root;
    try (JsonParser parser = MAPPER.createParser(body)) {
      root = parse(parser);
    } catch (IOException e) {
      throw invalid("$", "the body is not UTF-8 text");
    }
    if (root.isMissingNode()) {
      throw invalid("$", "the body is empty; expected JSON");
    }
    if (!root.isObject()) {
      throw invalid("$", "the body is no JSON object");
    }
    return root;
  }

  /** The parser's own messages quote the text at fault, which may be a patient's. */
  private static JsonNode parse(JsonParser parser) throws IOException {
    try {
      return read(parser);
    } catch (StreamConstraintsException e) {
      throw invalid(
          place(parser),
          "JSON is read down to %d levels, with numbers of up to %d digits written out"
              .formatted(MOST, MOST));
    } catch (JsonProcessingException e) {
      throw invalid(place(parser), "the body is not valid JSON");
    }
  }

  /** Where the parser stands: {@code $.prefetch.patient, line 3, column 9}. */
  private static String place(JsonParser parser) {
    String path =
        parser
            .getParsingContext()
            .pathAsPointer()
            .toString()
            .replaceAll("/(\\d+)(?=/|$)", "[$1]")
            .replace('/', '.');
    return "$%s, line %d, column %d"
        .formatted(
            path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path,
            parser.currentLocation().getLineNr(),
            parser.currentLocation().getColumnNr());
  }

  private static RefusedRequest invalid(String where, String message) {
    return new RefusedRequest(400, "structure", where, message);
  }

  /** Refuses {@code 1e999999999}: twelve bytes that fill the memory once somebody prints them. */
  private static final class BoundedNumbers extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueNode numberNode(BigDecimal value) {
      long integerDigits = (long) value.precision() - value.scale();
      if (integerDigits > MOST || value.scale() > MOST) {
        throw new ArithmeticException();
      }
      return super.numberNode(value);
    }
  }
}
