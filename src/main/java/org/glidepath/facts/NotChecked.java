package org.glidepath.facts;

import java.util.List;

/**
 * A kind of data that was asked for and that nobody answered: no rule may read its absence as "has
 * none".
 *
 * @param key the prefetch key, {@code conditions}
 * @param reason why, as a phrase: "not sent", "the EHR reported an error", "only the first page was
 *     sent"
 */
public record NotChecked(String key, String reason) implements Fact {

  @Override
  public List<Source> sources() {
    return List.of();
  }
}
