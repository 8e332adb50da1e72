package org.glidepath.rulebook.source;

import java.util.List;
import org.glidepath.rulebook.PrefetchKey;

/** Holds the prefetch keys that files write to those that there are. */
public final class PrefetchKeys {

  private static final List<String> ALL = PrefetchKey.all().stream().sorted().toList();

  private PrefetchKeys() {}

  /** Notes a problem where a key is not one of them. */
  public static void check(String key, Place place, Problems problems) {
    if (!ALL.contains(key)) {
      problems.error(
          place,
          "unknown prefetch key \"%s\". Keys: %s.%s"
              .formatted(key, String.join(", ", ALL), Hints.maybe(key, ALL)));
    }
  }
}
