package org.glidepath.rulebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.glidepath.facts.Fact;
import org.glidepath.facts.PatientAge;
import org.glidepath.facts.TotalEquivalent;

/**
 * What a card text may refer to, by name.
 *
 * <ul>
 *   <li>The facts that its rule names, by their type with a small first letter; a second one of a
 *       type is {@code riskClass2}.
 *   <li>The facts these are about: {@code exposure}, where {@code riskClass.of} is one.
 *   <li>Companions: what else is known of the facts so far, by a fact with a field {@code of}.
 *   <li>{@code totalEquivalent} and {@code patientAge}, where known.
 * </ul>
 */
public final class CardVariables {

  /** Facts about the patient as a whole, which every card may refer to. */
  private static final List<Class<? extends Fact>> ALWAYS =
      List.of(TotalEquivalent.class, PatientAge.class);

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  /** Which facts a fact holds, and which one it is about. */
  private record Shape(List<Method> held, Optional<Method> of) {

    static Shape of(Class<?> type) {
      List<Method> held =
          type.isRecord()
              ? Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getAccessor)
                  .filter(method -> Fact.class.isAssignableFrom(method.getReturnType()))
                  .toList()
              : List.of();
      return new Shape(held, about(type));
    }

    private static Optional<Method> about(Class<?> type) {
      return Arrays.stream(type.getMethods())
          .filter(method -> method.getName().equals("of") && method.getParameterCount() == 0)
          .filter(method -> Fact.class.isAssignableFrom(method.getReturnType()))
          .findFirst();
    }
  }

  private CardVariables() {}

  /**
   * The variables of one advice, with their values.
   *
   * @param because the facts that the rule named
   * @param known all facts of the session
   */
  public static Map<String, Object> of(List<Fact> because, Collection<Fact> known) {
    Map<String, Fact> variables = new LinkedHashMap<>();
    for (Fact fact : new LinkedHashSet<>(because)) {
      variables.put(numbered(name(fact.getClass()), variables.keySet()), fact);
    }
    within(because, Fact.class).forEach(fact -> variables.putIfAbsent(name(fact.getClass()), fact));
    addCompanions(variables, known);
    for (Fact fact : known) {
      if (ALWAYS.contains(fact.getClass())) {
        variables.putIfAbsent(name(fact.getClass()), fact);
      }
    }
    return new LinkedHashMap<>(variables);
  }

  /** The facts of one type among these and among the facts that they hold, each once, in order. */
  public static <T extends Fact> Set<T> within(Collection<Fact> facts, Class<T> type) {
    Set<Fact> reached = new LinkedHashSet<>();
    facts.forEach(fact -> reach(fact, reached));
    Set<T> result = new LinkedHashSet<>();
    reached.stream().filter(type::isInstance).map(type::cast).forEach(result::add);
    return result;
  }

  /**
   * The variables that a rule's card has, and whether each is always there.
   *
   * @param because types of the facts that the rule names
   * @param known all types of facts
   */
  public static Map<String, Variable> available(
      List<Class<?>> because, Collection<Class<?>> known) {
    Map<String, Variable> variables = new TreeMap<>();
    Set<Class<?>> reached = new LinkedHashSet<>();
    for (Class<?> type : because) {
      variables.put(numbered(name(type), variables.keySet()), new Variable(type, true));
    }
    because.forEach(type -> reachTypes(type, reached));
    reached.forEach(type -> variables.putIfAbsent(name(type), new Variable(type, true)));
    for (Class<?> type : known) {
      Optional<Method> of = SHAPES.get(type).of();
      boolean companion = of.isPresent() && reached.contains(of.get().getReturnType());
      if (companion || ALWAYS.contains(type)) {
        variables.putIfAbsent(name(type), new Variable(type, false));
      }
    }
    return variables;
  }

  /**
   * A variable of a card.
   *
   * @param type what it is
   * @param certain whether it is always there; if not, a card speaks of it in a section only
   */
  public record Variable(Class<?> type, boolean certain) {}

  private static void addCompanions(Map<String, Fact> variables, Collection<Fact> known) {
    for (Fact about : new ArrayList<>(variables.values())) {
      for (Fact fact : known) {
        Optional<Method> of = SHAPES.get(fact.getClass()).of();
        if (of.isPresent() && about.equals(call(of.get(), fact))) {
          variables.putIfAbsent(name(fact.getClass()), fact);
        }
      }
    }
  }

  private static void reach(Fact fact, Set<Fact> reached) {
    if (reached.add(fact)) {
      for (Method accessor : SHAPES.get(fact.getClass()).held()) {
        reach((Fact) call(accessor, fact), reached);
      }
    }
  }

  private static void reachTypes(Class<?> type, Set<Class<?>> reached) {
    if (reached.add(type)) {
      for (Method accessor : SHAPES.get(type).held()) {
        reachTypes(accessor.getReturnType(), reached);
      }
    }
  }

  private static Object call(Method accessor, Fact fact) {
    try {
      return accessor.invoke(fact);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(fact.getClass() + " hides " + accessor.getName(), e);
    }
  }

  private static String numbered(String name, Set<String> taken) {
    String result = name;
    for (int i = 2; taken.contains(result); i++) {
      result = name + i;
    }
    return result;
  }

  private static String name(Class<?> type) {
    String name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
