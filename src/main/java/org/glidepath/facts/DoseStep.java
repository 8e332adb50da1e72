package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days with one daily dose: what was taken before, what is taken now, and what an
 * order being written would change it to.
 *
 * @param of the exposure
 * @param startDay first day of the stretch, counted from the evaluation date: 0 is today, -14 two
 *     weeks ago
 * @param endDay first day after the stretch; {@link Integer#MAX_VALUE} where it is open
 * @param mg mg of the drug a day, the higher end where the instruction gives a range; 0 for a stop
 * @param diazepamMg the same as mg diazepam a day, highest published equivalent; null where no
 *     table lists the drug
 * @param proposed whether an order being written asks for it
 * @param sources the orders that say so
 */
public record DoseStep(
    Exposure of,
    int startDay,
    int endDay,
    BigDecimal mg,
    @Nullable BigDecimal diazepamMg,
    boolean proposed,
    List<Source> sources)
    implements Fact {}
