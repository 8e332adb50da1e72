package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.glidepath.decision.Decider;
import org.glidepath.decision.Decision;
import org.glidepath.decision.PastUses;
import org.glidepath.facts.Fact;
import org.glidepath.facts.NotChecked;
import org.glidepath.facts.Occasion;
import org.glidepath.fhir.Chart;
import org.glidepath.fhir.ChartInput;
import org.glidepath.fhir.ChartReader;
import org.glidepath.pharmacology.BenzodiazepineUse;
import org.glidepath.pharmacology.Plans;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.Service;

/** The protocol with one rule book: a call in, an answer out. Safe for use by several threads. */
public final class CdsService {

  private final RuleBook ruleBook;
  private final MissingData missingData;
  private final ChartReader chartReader;
  private final Decider decider;
  private final PastUses pastUses;
  private final CardWriter cardWriter;

  /**
   * The services of a rule book.
   *
   * @param ruleBook what the services know
   * @param missingData where data that a client did not send is fetched from
   */
  public CdsService(RuleBook ruleBook, MissingData missingData) {
    this(ruleBook, missingData, new ChartReader(ruleBook.valueSets(), ruleBook.drugs()));
  }

  private CdsService(RuleBook ruleBook, MissingData missingData, ChartReader chartReader) {
    this.ruleBook = ruleBook;
    this.missingData = missingData;
    this.chartReader = chartReader;
    this.decider = new Decider(ruleBook);
    this.pastUses = new PastUses(decider, ruleBook.conventions());
    this.cardWriter = new CardWriter(ruleBook);
  }

  /** The same with another rule book; where only its rules are others, that costs little. */
  public CdsService with(RuleBook other) {
    boolean readsAlike =
        other.valueSets().equals(ruleBook.valueSets()) && other.drugs().equals(ruleBook.drugs());
    return readsAlike
        ? new CdsService(other, missingData, chartReader)
        : new CdsService(other, missingData);
  }

  /** The discovery document. */
  public JsonNode discovery() {
    return Discovery.of(ruleBook.services());
  }

  /** Whether there is a service with this id. */
  public boolean offers(String serviceId) {
    return ruleBook.services().stream().anyMatch(service -> service.id().equals(serviceId));
  }

  /**
   * Answers a call of one service.
   *
   * @param serviceId last segment of the service's URL
   * @param body the request, JSON in UTF-8
   * @param at the evaluation time
   */
  public Answer call(String serviceId, byte[] body, Instant at) {
    return answer(
        body, at, service -> service.id().equals(serviceId), "there is no service " + serviceId);
  }

  /** Answers a call of whichever service is for the request's hook. */
  public Answer call(byte[] body, Instant at) {
    return answer(body, at, service -> true, "");
  }

  private Answer answer(byte[] body, Instant at, Predicate<Service> addressed, String notFound) {
    try {
      List<Service> candidates = ruleBook.services().stream().filter(addressed).toList();
      if (candidates.isEmpty()) {
        throw new RefusedRequest(
            404, "not-found", "/cds-services", notFound + "; GET /cds-services lists them");
      }
      HookRequest request = HookRequest.read(body);
      return answer(service(candidates, request.hook()), request, at);
    } catch (RefusedRequest refusal) {
      return Answer.refusal(refusal);
    }
  }

  private static Service service(List<Service> candidates, String hook) {
    return candidates.stream()
        .filter(service -> service.hook().equals(hook))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedRequest(
                    400,
                    "not-supported",
                    "$.hook",
                    "the hook is not answered here; expected "
                        + String.join(", ", candidates.stream().map(Service::hook).toList())));
  }

  private Answer answer(Service service, HookRequest request, Instant at) {
    if (request.bringsOrders() && Orders.empty(request.draftOrders())) {
      JsonNode nothing = JsonNodeFactory.instance.objectNode().set("cards", emptyArray());
      return new Answer(200, nothing, Optional.empty());
    }
    Prefetch prefetch = new Prefetch(request.prefetch());
    fetchMissing(service, request, prefetch);
    requirePatient(service, request, prefetch);
    List<NotChecked> notChecked = notChecked(service, prefetch);
    Chart chart = chartReader.read(input(request, prefetch), at);
    Decision decision =
        decider.decide(facts(service, chart, notChecked, at), service.folders(), at);
    CardWriter.Cards cards = cardWriter.write(service, request, decision, notChecked);
    if (decision.stopped().isPresent()) {
      cards.response().withArrayProperty("cards").add(IncompleteCard.of(request, at));
    }
    return new Answer(
        200,
        cards.response(),
        Optional.of(new Explanation(decision, cards.shown(), notChecked, chart.notes())));
  }

  private static JsonNode emptyArray() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private void fetchMissing(Service service, HookRequest request, Prefetch prefetch) {
    Map<String, String> queries = new LinkedHashMap<>();
    service
        .prefetch()
        .forEach(
            (key, template) -> {
              PrefetchState.Answer answer = prefetch.state(key).answer();
              if (answer == PrefetchState.Answer.ABSENT
                  || answer == PrefetchState.Answer.INCOMPLETE) {
                PrefetchTemplate.fill(template, request.context())
                    .ifPresent(query -> queries.put(key, query));
              }
            });
    if (request.fhirAccess().isPresent() && !queries.isEmpty()) {
      missingData.fetch(request.fhirAccess().get(), queries).forEach(prefetch::add);
    }
  }

  private static void requirePatient(Service service, HookRequest request, Prefetch prefetch) {
    for (String key : service.required()) {
      PrefetchState state = prefetch.state(key);
      if (!state.complete() || state.resources().isEmpty()) {
        throw new RefusedRequest(
            412,
            "required",
            "prefetch." + key,
            "this service cannot answer without %s (%s). Send it as prefetch.%s, or give a fhirServer that this service may read from"
                .formatted(key, state.complete() ? "empty" : state.reason(), key));
      }
    }
    for (JsonNode resource : prefetch.state("patient").resources()) {
      String id = resource.path("id").asText(request.patientId());
      boolean other =
          resource.path("resourceType").asText().equals("Patient")
              && !id.equals(request.patientId());
      if (other) {
        throw new RefusedRequest(
            412,
            "conflict",
            "prefetch.patient.id",
            "the prefetched patient is not the patient of context.patientId");
      }
    }
  }

  private static List<NotChecked> notChecked(Service service, Prefetch prefetch) {
    List<NotChecked> notChecked = new ArrayList<>();
    for (String key : service.prefetch().keySet()) {
      PrefetchState state = prefetch.state(key);
      if (!state.complete()) {
        notChecked.add(new NotChecked(key, state.reason()));
      }
    }
    return notChecked;
  }

  private static ChartInput input(HookRequest request, Prefetch prefetch) {
    return new ChartInput(
        request.patientId(),
        prefetch.resources(),
        request.bringsOrders() ? request.draftOrders() : List.of(),
        request.selections(),
        request.selectionMatters());
  }

  private List<Fact> facts(Service service, Chart chart, List<NotChecked> notChecked, Instant at) {
    LocalDate today = at.atOffset(ZoneOffset.UTC).toLocalDate();
    List<Fact> facts = new ArrayList<>(chart.facts());
    List<Fact> use =
        BenzodiazepineUse.facts(chart.recorded(), chart.drafts(), ruleBook.conventions(), today);
    facts.addAll(use);
    facts.addAll(
        Plans.facts(
            use,
            chart.recorded(),
            chart.drafts(),
            ruleBook.drugs(),
            ruleBook.conventions(),
            today));
    facts.addAll(pastUses.of(chart.recorded(), service.folders(), today));
    facts.addAll(notChecked);
    facts.add(new Occasion(service.hook()));
    return facts;
  }
}
