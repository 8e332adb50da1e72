package org.glidepath.rulebook.table;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glidepath.rulebook.PrefetchKey;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.PrefetchKeys;
import org.glidepath.rulebook.source.Problems;

/**
 * Checks prefetch templates against CDS Hooks 2.0: only tokens that every client fills in, and only
 * queries that every client runs.
 */
final class PrefetchCheck {

  /** The fields of the context that all six hooks mark as prefetch tokens. */
  private static final Set<String> TOKENS =
      new TreeSet<>(
          Set.of(
              "context.patientId",
              "context.encounterId",
              "context.userId",
              "userPractitionerId",
              "userPractitionerRoleId",
              "userPatientId",
              "userRelatedPersonId"));

  private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]*)}}");
  private static final Pattern QUERY =
      Pattern.compile("(?<type>[A-Z][A-Za-z]*)(?:/[A-Za-z0-9-]+|\\?(?<parameters>[^\\\\#\\s]+))");

  private final Problems problems;

  PrefetchCheck(Problems problems) {
    this.problems = problems;
  }

  void check(String key, Place keyPlace, Node template) {
    PrefetchKeys.check(key, keyPlace, problems);
    Matcher token = TOKEN.matcher(template.text());
    while (token.find()) {
      checkToken(token.group(1).strip(), template);
    }
    String plain = token.replaceAll("x");
    if (plain.contains("{") || plain.contains("}")) {
      problems.error(template.place(), "a token is written {{context.patientId}}");
    } else if (!template.text().equals("{{context.userId}}")) {
      checkQuery(key, plain, template.place());
    }
  }

  private void checkToken(String token, Node template) {
    if (token.equals("context.userId") && !template.text().equals("{{context.userId}}")) {
      problems.error(
          template.place(),
          "{{context.userId}} stands for Type/id and can only be read as a whole; use {{userPractitionerId}}");
    } else if (!TOKENS.contains(token)) {
      problems.error(
          template.place(),
          "unknown token {{%s}}; CDS Hooks 2.0 knows: %s.%s"
              .formatted(token, String.join(", ", TOKENS), Hints.maybe(token, TOKENS)));
    }
  }

  private void checkQuery(String key, String template, Place place) {
    Matcher query = QUERY.matcher(template);
    if (!query.matches()) {
      problems.error(
          place,
          "a template is Type/id or Type?parameter=value, as in Condition?patient={{context.patientId}}");
      return;
    }
    Optional<String> type = PrefetchKey.named(key).map(PrefetchKey::resourceType);
    if (type.isPresent() && !type.get().equals(query.group("type"))) {
      problems.error(
          place, "%s asks for %s, not %s".formatted(key, type.get(), query.group("type")));
    }
    String parameters = query.group("parameters");
    if (parameters != null) {
      for (String parameter : parameters.split("&", -1)) {
        checkParameter(parameter, place);
      }
    }
  }

  private void checkParameter(String parameter, Place place) {
    String name = parameter.split("=", 2)[0];
    boolean result = name.equals("_count") || name.equals("_sort") || name.equals("_id");
    boolean modified = name.contains(":") && !name.endsWith(":in");
    if (modified || name.contains(".") || (name.startsWith("_") && !result)) {
      problems.error(
          place,
          "parameter \"%s\" is not safe for every client; use plain parameters, :in, _count, _sort, _id"
              .formatted(name));
    }
    if (!parameter.contains("=")) {
      problems.error(place, "parameter \"%s\" has no value".formatted(parameter));
    }
  }
}
