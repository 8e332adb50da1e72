package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the tokens of a prefetch template by values of the call's context. */
public final class PrefetchTemplate {

  private static final Pattern TOKEN = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");

  /**
   * {@code userPractitionerId} is the id in {@code context.userId} where that is a Practitioner.
   */
  private static final Pattern USER_TOKEN = Pattern.compile("user(\\w+)Id");

  private PrefetchTemplate() {}

  /**
   * The query that a template stands for in this context.
   *
   * @param template relative FHIR read or search with {@code {{context.patientId}}}-like tokens
   * @param context the context of the call
   * @return the query; empty where the context lacks a value that the template needs
   */
  public static Optional<String> fill(String template, JsonNode context) {
    Matcher tokens = TOKEN.matcher(template);
    StringBuilder query = new StringBuilder();
    while (tokens.find()) {
      String value = value(tokens.group(1), context);
      if (value.isBlank()) {
        return Optional.empty();
      }
      tokens.appendReplacement(query, Matcher.quoteReplacement(value));
    }
    tokens.appendTail(query);
    return Optional.of(query.toString());
  }

  private static String value(String token, JsonNode context) {
    String[] user = context.path("userId").asText("").split("/", 2);
    Matcher userToken = USER_TOKEN.matcher(token);
    if (userToken.matches()) {
      return user.length == 2 && user[0].equals(userToken.group(1)) ? encoded(user[1]) : "";
    }
    if (token.equals("context.userId")) {
      return user.length == 2 ? encoded(user[0]) + "/" + encoded(user[1]) : "";
    }
    return token.startsWith("context.")
        ? encoded(context.path(token.substring("context.".length())).asText(""))
        : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
