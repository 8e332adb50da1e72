package org.glidepath.server;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The FHIR servers that may be asked. A request names its server itself, and whoever can send a
 * request must not be able to make the service call any address.
 *
 * @param bases base URLs; where there is none, servers on this machine only
 */
record FhirServers(List<URI> bases) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** The base to ask, ending with a slash; empty where it may not be asked. */
  Optional<URI> base(String fhirServer) {
    URI base;
    try {
      base = new URI(fhirServer.endsWith("/") ? fhirServer : fhirServer + "/").normalize();
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
    boolean plain =
        base.getHost() != null
            && !base.getPath().contains("/..")
            && base.getUserInfo() == null
            && base.getQuery() == null
            && base.getFragment() == null
            && List.of("http", "https").contains(lower(base.getScheme()));
    return plain && allowed(base) ? Optional.of(base) : Optional.empty();
  }

  private boolean allowed(URI base) {
    if (bases.isEmpty()) {
      return THIS_MACHINE.contains(lower(base.getHost()));
    }
    return bases.stream().anyMatch(allowed -> within(base, allowed));
  }

  /** Whether a URL lies below a base: same scheme, host and port, and a path inside its path. */
  static boolean within(URI url, URI base) {
    String path = base.getPath().endsWith("/") ? base.getPath() : base.getPath() + "/";
    return lower(url.getScheme()).equals(lower(base.getScheme()))
        && lower(url.getHost()).equals(lower(base.getHost()))
        && port(url) == port(base)
        && (url.getPath() + "/").startsWith(path)
        && !url.getPath().contains("/..");
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return lower(url.getScheme()).equals("https") ? 443 : 80;
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
