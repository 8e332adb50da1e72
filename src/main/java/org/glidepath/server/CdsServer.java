package org.glidepath.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.CdsService;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.cdshooks.Feedback;
import org.glidepath.cdshooks.RefusedRequest;
import org.glidepath.explanation.Explainer;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The CDS services over HTTP. Writes one log line for each call: service, status and time, never
 * anything of the patient.
 */
public final class CdsServer implements AutoCloseable {

  private static final JsonInclude.Value NOT_EMPTY =
      JsonInclude.Value.construct(Include.NON_EMPTY, Include.NON_EMPTY);

  private static final Logger LOG = LoggerFactory.getLogger(CdsServer.class);

  /** Leaves out what there is not: a fact that was read was concluded by no rule. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .withConfigOverride(String.class, texts -> texts.setInclude(NOT_EMPTY))
          .build();

  private static final String EVALUATION_TIME = "eval-time";

  /** More than anybody reads in an answer; the log has all. */
  private static final int MOST_PROBLEMS = 50;

  private final Configuration configuration;
  private final Clock clock;
  private final LiveBook live;
  private final Metrics metrics = new Metrics();
  private final SentCards sentCards;
  private final Javalin http;
  private Optional<FolderWatch> watch = Optional.empty();

  private CdsServer(Configuration configuration, RuleBook ruleBook, Clock clock) {
    this.configuration = configuration;
    this.clock = clock;
    this.sentCards = new SentCards(clock);
    this.live =
        new LiveBook(ruleBook, new FhirClient(new FhirServers(configuration.fhirServers())), clock);
    this.http = Javalin.create(this::configure);
  }

  /**
   * Warms up, then opens the port.
   *
   * @throws IllegalStateException when the port cannot be opened; the message says why
   */
  public static CdsServer start(Configuration configuration, RuleBook ruleBook, Clock clock) {
    CdsServer server = new CdsServer(configuration, ruleBook, clock);
    try {
      server.http.start(configuration.port());
    } catch (io.javalin.util.JavalinException e) {
      throw new IllegalStateException(
          "port "
              + configuration.port()
              + " cannot be opened; is something else listening there? Choose another with --port",
          e);
    }
    return server;
  }

  /** From now on, a change of the rule folder is served as soon as it can be. */
  public void follow(RuleBookReader reader) {
    FolderWatch begun =
        new FolderWatch(
            reader.folders(),
            () -> {
              metrics.exchanged(live.exchange(reader));
              reader.keep();
            });
    begun.begin();
    watch = Optional.of(begun);
  }

  /** The port that is open. */
  public int port() {
    return http.port();
  }

  /**
   * Answers one call of its own over HTTP, so that all classes that a call needs are loaded.
   *
   * @throws IllegalStateException when the call is not answered with 200
   */
  public void answerItself() {
    WarmUp.overHttp(port());
  }

  @Override
  public void close() {
    watch.ifPresent(FolderWatch::close);
    http.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = Refusals.JSON;
    Refusals.configure(config);
    routes(config.routes);
  }

  private void routes(RoutesConfig routes) {
    routes.get("/cds-services", context -> send(context, 200, live.served().service().discovery()));
    routes.post("/cds-services/{id}", this::call);
    routes.post("/cds-services/{id}/feedback", this::feedback);
    routes.get("/decisions/{card}", this::explain);
    routes.get("/health", context -> send(context, 200, health()));
    routes.get("/rulebook", context -> send(context, 200, RuleBookJson.of(live.served())));
    routes.get(
        "/metrics",
        context -> context.contentType("text/plain; version=0.0.4").result(metrics.scrape()));
  }

  private void call(Context context) {
    long start = System.nanoTime();
    CdsService service = live.served().service();
    String id = service(context, service);
    int status = 500;
    try {
      Answer answer = service.call(id, RequestBody.read(context), at(context));
      status = answer.status();
      JsonNode cards = answer.body().path("cards");
      metrics.sent(id, cards);
      answer.explanation().ifPresent(why -> sentCards.keep(cards, why));
      send(context, status, answer.body());
      answer
          .explanation()
          .flatMap(why -> why.decision().stopped())
          .ifPresent(stop -> LOG.error("{} stopped: {}", id, Failure.describe(stop)));
      LOG.info("{} {} {} cards {} ms", id, status, cards.size(), since(start).toMillis());
    } catch (RefusedRequest refusal) {
      status = refusal.status();
      throw refusal;
    } finally {
      metrics.called(id, status, since(start));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** There is no store yet: what clinicians did with a card goes to the log. */
  private void feedback(Context context) {
    String id = service(context, live.served().service());
    for (Feedback feedback : Feedback.read(RequestBody.read(context))) {
      metrics.answered(id, feedback);
      LOG.info(
          "{} feedback card {} {} {}",
          id,
          oneWord(feedback.card()),
          feedback.outcome(),
          oneWord(feedback.overrideReason().orElse("-")));
    }
    context.status(HttpStatus.OK);
  }

  /** Why a card was sent. */
  private void explain(Context context) {
    String card = context.pathParam("card");
    Explanation why =
        sentCards
            .of(card)
            .orElseThrow(
                () ->
                    new RefusedRequest(
                        404,
                        "not-found",
                        "/decisions",
                        "no card with this uuid was sent in the last 30 days, or it is no longer"
                            + " kept; \"glidepath decide\" explains a recorded request"));
    ObjectNode account = JSON.valueToTree(new Explainer(live.served().book()).account(why));
    send(context, 200, account.put("card", card));
  }

  /** The id of the service that is called, which there is. */
  private static String service(Context context, CdsService service) {
    String id = context.pathParam("id");
    if (!service.offers(id)) {
      throw new RefusedRequest(
          404,
          "not-found",
          "/cds-services",
          "there is no such service; GET /cds-services lists them");
    }
    return id;
  }

  private Instant at(Context context) {
    String header = context.header(EVALUATION_TIME);
    if (header == null || !configuration.evaluationTimeHeader()) {
      return clock.instant();
    }
    try {
      return OffsetDateTime.parse(header).toInstant();
    } catch (DateTimeException e) {
      throw new RefusedRequest(
          400, "value", EVALUATION_TIME, "not an instant such as 2026-03-01T10:00:00Z");
    }
  }

  private JsonNode health() {
    ObjectNode health = JsonNodeFactory.instance.objectNode();
    RuleBook book = live.served().book();
    health.put("status", "UP");
    health.put("ruleBook", book.version());
    health.put("rules", book.rules().size());
    live.refused()
        .ifPresent(
            refused -> {
              ObjectNode reason = health.putObject("refused");
              reason.put("at", refused.at().toString());
              refused.problems().stream()
                  .limit(MOST_PROBLEMS)
                  .forEach(reason.putArray("problems")::add);
            });
    return health;
  }

  private static void send(Context context, int status, JsonNode body) {
    context.status(status).contentType(Refusals.JSON).result(Refusals.bytes(body));
  }

  /** Words of a client are logged only when nobody could take them for another line. */
  private static String oneWord(String text) {
    List<String> words = List.of(text.split("[^\\w.:/-]", 2));
    String word = words.isEmpty() ? "" : words.get(0);
    return word.length() > 80 ? word.substring(0, 80) : word;
  }
}
