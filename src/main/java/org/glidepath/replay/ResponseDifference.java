package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where two responses differ, by JSON path. Identifiers of cards and suggestions are left out: they
 * are made of the time of the call.
 */
final class ResponseDifference {

  private static final Set<String> IDENTIFIERS = Set.of("uuid");
  private static final int LONGEST = 200;

  private final List<String> differences = new ArrayList<>();

  private ResponseDifference() {}

  static List<String> between(JsonNode expected, JsonNode actual) {
    ResponseDifference difference = new ResponseDifference();
    difference.compare("$", expected, actual);
    return difference.differences;
  }

  private void compare(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      Set<String> members = new TreeSet<>();
      expected.fieldNames().forEachRemaining(members::add);
      actual.fieldNames().forEachRemaining(members::add);
      members.removeAll(IDENTIFIERS);
      for (String member : members) {
        compare(path + "." + member, expected.path(member), actual.path(member));
      }
    } else if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        compare(path + "[" + i + "]", expected.path(i), actual.path(i));
      }
    } else if (!same(expected, actual)) {
      differences.add("%s: expected %s, but got %s".formatted(path, text(expected), text(actual)));
    }
  }

  private static boolean same(JsonNode expected, JsonNode actual) {
    boolean numbers = expected.isNumber() && actual.isNumber();
    return numbers
        ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
        : expected.equals(actual);
  }

  private static String text(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
