package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the tokens of a prefetch template by values of the call's context. */
public final class PrefetchTemplate {

  private static final Pattern TOKEN = Pattern.compile("\\{\\{\\s*(?:context\\.)?(\\w+)\\s*}}");

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
      String value = context.path(tokens.group(1)).asText("");
      if (value.isBlank()) {
        return Optional.empty();
      }
      tokens.appendReplacement(
          query, Matcher.quoteReplacement(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }
    tokens.appendTail(query);
    return Optional.of(query.toString());
  }
}
