package org.glidepath.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.glidepath.rulebook.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the service runs. Every member has a value that suits a first try.
 *
 * @param port TCP port to listen on, 0 to 65535; 0 picks a free one. Default 8080
 * @param rules the rule folder, with {@code fhir-profiles} beside it; empty for the one that was
 *     delivered
 * @param watch whether a change of the rule folder is served while the service runs. Default true
 * @param evaluationTimeHeader whether a request may set its own evaluation time in the header
 *     {@code eval-time}, for tests. Default false
 * @param fhirServers base URLs of the FHIR servers that missing data may be fetched from. Default
 *     none: then only servers on this machine
 */
public record Configuration(
    int port,
    Optional<Path> rules,
    boolean watch,
    boolean evaluationTimeHeader,
    List<URI> fhirServers) {

  /** What holds without a file. */
  public static final Configuration DEFAULT =
      new Configuration(8080, Optional.empty(), true, false, List.of());

  private static final ObjectReader YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(Members.class);

  /** The file as it is written; a member that is left out is null. */
  private record Members(
      @Nullable Integer port,
      @Nullable Path rules,
      @Nullable Boolean watch,
      @Nullable Boolean evaluationTimeHeader,
      @Nullable List<URI> fhirServers) {}

  /** A configuration. */
  public Configuration {
    fhirServers = List.copyOf(fhirServers);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
    for (URI server : fhirServers) {
      if (server.getHost() == null || !List.of("http", "https").contains(server.getScheme())) {
        throw new IllegalArgumentException(
            "fhirServers: \"" + server + "\" is not a URL such as https://ehr.example.org/fhir");
      }
    }
  }

  /**
   * Reads a configuration file. A relative path in it starts at the file.
   *
   * @throws ConfigurationException with {@code file:line:column: error: message}
   */
  public static Configuration read(Path file) throws ConfigurationException {
    try {
      Members members = YAML.readValue(Files.readAllBytes(file));
      return members == null ? DEFAULT : of(members, file);
    } catch (UnrecognizedPropertyException e) {
      throw new ConfigurationException(unknown(file, e), e);
    } catch (JsonMappingException e) {
      throw new ConfigurationException(wrongKind(file, e), e);
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(Problem.in(file.toString(), e).toString(), e);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(file + ":1:1: error: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ConfigurationException(file + ":1:1: error: the file cannot be read", e);
    }
  }

  private static String unknown(Path file, UnrecognizedPropertyException e) {
    return "%s:%d:%d: error: there is no member \"%s\". Members: port, rules, watch, evaluationTimeHeader, fhirServers"
        .formatted(
            file, e.getLocation().getLineNr(), e.getLocation().getColumnNr(), e.getPropertyName());
  }

  private static String wrongKind(Path file, JsonMappingException e) {
    String member = e.getPath().isEmpty() ? "the file" : e.getPath().get(0).getFieldName();
    return "%s:%d:%d: error: %s is not written as expected; see docs/integration.md"
        .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr(), member);
  }

  private static Configuration of(Members members, Path file) {
    return new Configuration(
        Optional.ofNullable(members.port).orElse(DEFAULT.port),
        Optional.ofNullable(members.rules).map(file.toAbsolutePath()::resolveSibling),
        Optional.ofNullable(members.watch).orElse(DEFAULT.watch),
        Optional.ofNullable(members.evaluationTimeHeader).orElse(false),
        Optional.ofNullable(members.fhirServers).orElse(List.of()));
  }

  /** The same on another port. */
  public Configuration withPort(int otherPort) {
    return new Configuration(otherPort, rules, watch, evaluationTimeHeader, fhirServers);
  }

  /** The same with another rule folder. */
  public Configuration withRules(Path otherRules) {
    return new Configuration(
        port, Optional.of(otherRules), watch, evaluationTimeHeader, fhirServers);
  }
}
