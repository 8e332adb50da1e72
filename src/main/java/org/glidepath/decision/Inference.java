package org.glidepath.decision;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.CardVariables;
import org.glidepath.rulebook.Rule;

/**
 * A fact that a rule concluded from others.
 *
 * @param fact what was concluded
 * @param rule the rule that concluded it
 * @param because the facts that the rule matched
 */
public record Inference(Fact fact, Rule rule, List<Fact> because) {

  private static final Set<Class<?>> PLAIN = Set.of(String.class, BigDecimal.class);

  /** The type of the fact as rules name it: {@code RiskClass}. */
  public String type() {
    return fact.getClass().getSimpleName();
  }

  /**
   * What it says, in one word or phrase: its first level or text ({@code YES_RISING}), else the
   * drug that it is about.
   */
  public String value() {
    return Arrays.stream(fact.getClass().getRecordComponents())
        .filter(part -> part.getType().isEnum() || part.getType() == String.class)
        .findFirst()
        .map(this::text)
        .or(this::drug)
        .orElse("");
  }

  /** The benzodiazepine or Z-drug it is about; empty where it is about none. */
  public Optional<String> drug() {
    return CardVariables.within(List.of(fact), Exposure.class).stream()
        .map(exposure -> exposure.drug().name())
        .findFirst();
  }

  /** Everything it says that is no fact of its own: levels, texts, figures, yes or no. */
  public List<String> details() {
    return Arrays.stream(fact.getClass().getRecordComponents())
        .filter(
            part ->
                part.getType().isPrimitive()
                    || PLAIN.contains(part.getType())
                    || part.getType().isEnum())
        .map(this::detail)
        .toList();
  }

  private String detail(RecordComponent part) {
    String text = text(part);
    return switch (text) {
      case "true" -> part.getName();
      case "false" -> "not " + part.getName();
      default -> text;
    };
  }

  private String text(RecordComponent part) {
    try {
      return Objects.toString(part.getAccessor().invoke(fact));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(fact.getClass() + " hides " + part.getName(), e);
    }
  }
}
