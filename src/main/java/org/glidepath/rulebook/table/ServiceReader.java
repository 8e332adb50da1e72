package org.glidepath.rulebook.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.glidepath.rulebook.Hook;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.Service;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Members;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Node.Kind;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.TreeReader;

/** Reads {@code services.yaml}: the CDS services, and which rules take part. */
public final class ServiceReader {

  private static final int DEFAULT_MAXIMUM = 3;
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> HOOKS = new TreeSet<>(Hook.codes());
  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "hook",
          "title",
          "description",
          "folders",
          "cards",
          "orderCards",
          "maximumCards",
          "required",
          "prefetch");

  private final Collection<Rule> rules;
  private final List<SourceFile> refused;
  private final Set<String> folders = new TreeSet<>();
  private final Set<String> ids = new TreeSet<>();
  private final Set<String> reserve = new TreeSet<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final List<PrefetchUse> uses = new ArrayList<>();
  private final Problems problems;

  private ServiceReader(Collection<Rule> rules, List<SourceFile> ruleFiles, Problems problems) {
    this.rules = rules;
    this.problems = problems;
    this.refused = ruleFiles.stream().filter(file -> problems.any(file.shown())).toList();
    rules.forEach(rule -> folders.add(rule.folder()));
    rules.stream().filter(Rule::advises).forEach(rule -> ids.add(rule.id()));
    rules.stream().filter(Rule::reserve).forEach(rule -> reserve.add(rule.id()));
  }

  /**
   * What the file says.
   *
   * @param services the services, in the order of the file
   * @param enabled ids of the reserve rules that are switched on
   * @param prefetch what the services ask for
   */
  public record Services(List<Service> services, Set<String> enabled, List<PrefetchUse> prefetch) {}

  /**
   * A prefetch template of a service.
   *
   * @param key its key
   * @param place where it stands
   * @param folders the rule folders that take part in the service
   */
  public record PrefetchUse(String key, Place place, List<String> folders) {}

  /**
   * The services, and the reserve rules that take part in them.
   *
   * @param rules the rules that take part
   * @param ruleFiles the files that hold them, and those that could not be read
   */
  public static Services read(
      SourceFile file, Collection<Rule> rules, List<SourceFile> ruleFiles, Problems problems) {
    ServiceReader reader = new ServiceReader(rules, ruleFiles, problems);
    Optional<Members> root =
        TreeReader.yaml(file, problems)
            .map(node -> Members.of(node, "services.yaml", problems, Set.of("services", "enable")));
    root.ifPresent(members -> members.required("services"));
    List<Service> services =
        root.map(members -> members.list("services")).orElse(List.of()).stream()
            .map(reader::service)
            .toList();
    return new Services(
        services, root.map(reader::enabled).orElse(Set.of()), List.copyOf(reader.uses));
  }

  private Set<String> enabled(Members members) {
    Set<String> enabled = new LinkedHashSet<>();
    for (Node id : members.texts("enable")) {
      if (!reserve.contains(id.text()) && !refused(id.text())) {
        problems.error(id.place(), notInReserve(id.text()));
      }
      enabled.add(id.text());
    }
    return enabled;
  }

  private String notInReserve(String id) {
    String known = reserve.isEmpty() ? "none" : Hints.list(reserve);
    return ids.contains(id)
        ? "%s is not in reserve, it takes part already. Reserve rules: %s".formatted(id, known)
        : "no reserve rule \"%s\". Reserve rules: %s.%s".formatted(id, known, hint(id, reserve));
  }

  private Service service(Node node) {
    Members members = Members.of(node, "a service", problems, MEMBERS);
    List<String> taking = folders(members);
    Map<String, String> prefetch = prefetch(members, taking);
    return new Service(
        id(members),
        hook(members),
        members.text("title"),
        members.text("description"),
        prefetch,
        required(members, prefetch.keySet()),
        taking,
        all(members, "cards") ? ids : cards(members, "cards"),
        cards(members, "orderCards"),
        members.number("maximumCards", 1).orElse(DEFAULT_MAXIMUM));
  }

  private String id(Members members) {
    String id = members.text("id");
    members
        .value("id")
        .filter(node -> !ID.matcher(node.text()).matches())
        .ifPresent(
            node ->
                problems.error(
                    node.place(),
                    "the id is part of a URL: small letters, digits and hyphens only"));
    if (!id.isEmpty() && !taken.add(id)) {
      members
          .value("id")
          .ifPresent(node -> problems.error(node.place(), "service \"" + id + "\" exists already"));
    }
    return id;
  }

  private String hook(Members members) {
    Optional<Node> hook = members.textNode("hook");
    hook.filter(node -> !HOOKS.contains(node.text()))
        .ifPresent(
            node ->
                problems.error(
                    node.place(),
                    "unknown hook \"%s\". Hooks: %s.%s"
                        .formatted(
                            node.text(),
                            String.join(", ", HOOKS),
                            Hints.maybe(node.text(), HOOKS))));
    return hook.map(Node::text).orElse("");
  }

  private Map<String, String> prefetch(Members members, List<String> taking) {
    Map<String, String> prefetch = new LinkedHashMap<>();
    PrefetchCheck check = new PrefetchCheck(problems);
    members.required("prefetch").ifPresent(node -> Members.any(node, "prefetch", problems));
    members
        .value("prefetch")
        .ifPresent(
            node ->
                node.members()
                    .forEach(
                        (key, member) -> {
                          check.check(key, member.place(), member.value());
                          prefetch.put(key, member.value().text());
                          uses.add(new PrefetchUse(key, member.place(), taking));
                        }));
    return prefetch;
  }

  private Set<String> required(Members members, Set<String> keys) {
    Set<String> required = new LinkedHashSet<>();
    for (Node key : members.texts("required")) {
      if (!keys.contains(key.text())) {
        problems.error(
            key.place(),
            "\"%s\" is required but not among the prefetch keys of this service.%s"
                .formatted(key.text(), Hints.maybe(key.text(), keys)));
      }
      required.add(key.text());
    }
    return required;
  }

  private List<String> folders(Members members) {
    if (all(members, "folders")) {
      return List.copyOf(folders);
    }
    List<String> chosen = new ArrayList<>();
    for (Node folder : members.texts("folders")) {
      if (!folders.contains(folder.text()) && !refused(folder.text())) {
        problems.error(folder.place(), unknown("rule folder", folder.text(), folders));
      }
      chosen.add(folder.text());
    }
    return chosen;
  }

  private Set<String> cards(Members members, String member) {
    Set<String> chosen = new LinkedHashSet<>();
    Set<String> known = new TreeSet<>(ids);
    known.addAll(folders);
    for (Node card : members.texts(member)) {
      String name = card.text();
      if (!known.contains(name) && !refused(name)) {
        problems.error(card.place(), unknown("card id or folder", name, known));
      }
      rules.stream()
          .filter(Rule::advises)
          .filter(rule -> rule.id().equals(name) || rule.folder().equals(name))
          .forEach(rule -> chosen.add(rule.id()));
    }
    return chosen;
  }

  /** Whether the word {@code all} stands there; the list of the member is expected otherwise. */
  private static boolean all(Members members, String name) {
    Optional<Node> value = members.required(name);
    return value
        .filter(node -> node.kind() == Kind.SCALAR && node.text().equals("all"))
        .isPresent();
  }

  private static String unknown(String what, String name, Set<String> known) {
    return "unknown %s \"%s\"; it is one of %s, or all.%s"
        .formatted(what, name, Hints.list(known), hint(name, known));
  }

  /** Two words that a comma should divide, or a word that is misspelt. */
  private static String hint(String name, Set<String> known) {
    return Arrays.stream(name.split(" ")).filter(known::contains).count() > 1
        ? " Maybe a comma is missing between them?"
        : Hints.maybe(name, known);
  }

  /**
   * Whether it names a rule, or the folder of one, that was refused: that has been told already.
   */
  private boolean refused(String name) {
    return refused.stream()
        .anyMatch(file -> file.folder().equals(name) || file.text().contains("\"" + name + " "));
  }
}
