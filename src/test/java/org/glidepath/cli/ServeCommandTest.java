package org.glidepath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own: what it prints, what it logs, and how it ends. */
class ServeCommandTest {

  private static final Path EXAMPLE = Path.of("docs/examples/order-sign-flumazenil.json");
  private static final Pattern STARTED =
      Pattern.compile("answers on (http://localhost:\\d+)/cds-services");

  @TempDir Path folder;

  @Test
  void it_answers_until_it_is_stopped_and_logs_nothing_of_the_patient() throws Exception {
    Path errors = folder.resolve("errors");
    Process service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.glidepath.cli.Main",
                "serve",
                "--port",
                "0")
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader out = service.inputReader(StandardCharsets.UTF_8)) {
      String started = out.readLine();
      Matcher address = STARTED.matcher(String.valueOf(started));
      assertThat(address.find()).as(started + Files.readString(errors)).isTrue();
      List<String> answers = callWithSecrets(URI.create(address.group(1)));
      assertThat(answers.get(0)).contains("FL-001");
      service.destroy();
      assertThat(service.waitFor(30, TimeUnit.SECONDS)).as("ends on SIGTERM").isTrue();
      String log = Files.readString(errors);
      assertThat(log).contains("glidepath-order-sign 200").doesNotContainIgnoringCase("canary");
      assertThat(answers)
          .noneMatch(answer -> answer.toLowerCase(java.util.Locale.ROOT).contains("canary"));
    } finally {
      service.destroyForcibly();
    }
  }

  /** A good call, broken ones, a refused one and feedback, all full of what must not be told. */
  private static List<String> callWithSecrets(URI base) throws IOException, InterruptedException {
    String good =
        Files.readString(EXAMPLE)
            .replaceFirst(
                "\\{",
                "{\"fhirServer\":\"http://localhost:1/canary\",\"fhirAuthorization\":{\"access_token\":\"canary\"},")
            .replace("\"birthDate\"", "\"name\":[{\"family\":\"Canary\"}],\"birthDate\"");
    String call = "/cds-services/glidepath-order-sign";
    return List.of(
        post(base, call, good),
        post(base, call, good.substring(0, good.length() / 2) + "\"canary"),
        post(base, call, good.replace("\"hook\": \"order-sign\"", "\"hook\": \"canary\"")),
        post(base, call, good.replace("\"id\": \"example\"", "\"id\": \"canary\"")),
        post(base, call, good.replace("0.2", "1e99999canary")),
        post(base, "/cds-services/canary", good),
        post(base, "/canary", good),
        post(
            base,
            call + "/feedback",
            "{\"feedback\":[{\"card\":\"x\\ncanary\",\"outcome\":\"overridden\",\"overrideReason\":{\"userComment\":\"canary\"}}]}"));
  }

  private static String post(URI base, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void a_rehearsal_answers_one_call_and_ends() {
    Typed typed = Typed.glidepath("serve", "--rehearse");
    assertThat(typed.status()).as(typed.err()).isZero();
    assertThat(typed.err()).contains("glidepath-order-sign 200");
  }

  @Test
  void a_port_that_is_taken_is_told_in_one_line() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Typed typed = Typed.glidepath("serve", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(typed.status()).isEqualTo(2);
      assertThat(typed.err())
          .contains("glidepath: port " + taken.getLocalPort() + " cannot be opened")
          .contains("--port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void a_mistake_in_the_configuration_is_told_with_its_place() throws IOException {
    assertThat(configured("port: eighty")).contains(":1:7: error: port is not written as expected");
    assertThat(configured("port: 123456")).contains("port 123456 is not between 0 and 65535");
    assertThat(configured("fhirServer: x"))
        .contains("error: there is no member \"fhirServer\". Members: port, rules");
    assertThat(configured("fhirServers: [x]")).contains("\"x\" is not a URL such as https://");
  }

  private String configured(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("glidepath.yaml"), text);
    Typed typed = Typed.glidepath("serve", "--config", file.toString());
    assertThat(typed.status()).isEqualTo(2);
    assertThat(typed.err()).startsWith(file + ":");
    return typed.err();
  }

  @Test
  void a_configuration_that_is_not_there_is_told() {
    Typed typed = Typed.glidepath("serve", "--config", "nowhere.yaml");
    assertThat(typed.status()).isEqualTo(2);
    assertThat(typed.err()).contains("nowhere.yaml:1:1: error: the file cannot be read");
  }
}
