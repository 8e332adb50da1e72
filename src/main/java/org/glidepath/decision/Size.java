package org.glidepath.decision;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Range;
import org.jspecify.annotations.Nullable;

/** How much a fact holds of its own: characters of its texts, digits of its numbers. */
final class Size {

  private static final ClassValue<List<Method>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return type.isRecord() ? parts(type) : List.of();
        }
      };

  private Size() {}

  static int of(Fact fact) {
    long size = 0;
    for (Method part : PARTS.get(fact.getClass())) {
      size += ofPart(part(part, fact));
    }
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  private static long ofPart(@Nullable Object part) {
    if (part instanceof String text) {
      return text.length();
    }
    if (part instanceof Range range) {
      return digits(range.low()) + digits(range.high());
    }
    return part instanceof BigDecimal number ? digits(number) : 0;
  }

  /** As many as it would take to write the number out. */
  private static long digits(BigDecimal number) {
    return number.precision() + Math.abs((long) number.scale());
  }

  private static List<Method> parts(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getAccessor)
        .filter(
            part ->
                List.of(String.class, BigDecimal.class, Range.class).contains(part.getReturnType()))
        .toList();
  }

  private static @Nullable Object part(Method part, Fact fact) {
    try {
      return part.invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(fact.getClass() + " hides " + part.getName(), e);
    }
  }
}
