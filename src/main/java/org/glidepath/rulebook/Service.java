package org.glidepath.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CDS service as {@code services.yaml} describes it.
 *
 * @param id last segment of its URL
 * @param hook the CDS Hooks hook it answers
 * @param title as a clinician would call it
 * @param description what it does
 * @param prefetch prefetch templates by key, in the order of the file
 * @param required prefetch keys without which it cannot answer
 * @param folders the rule folders that take part
 * @param cards catalogue ids whose advice is shown as cards; the advice of the others is worked out
 *     and explained, but not shown
 * @param orderCards catalogue ids whose advice is shown only where it rests on an order being
 *     written
 * @param maximumCards how many cards are shown at most; the rest are named in the last one
 */
public record Service(
    String id,
    String hook,
    String title,
    String description,
    Map<String, String> prefetch,
    Set<String> required,
    List<String> folders,
    Set<String> cards,
    Set<String> orderCards,
    int maximumCards) {}
