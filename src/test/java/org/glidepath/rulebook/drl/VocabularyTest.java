package org.glidepath.rulebook.drl;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.facts.Advise;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Range;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void every_type_of_the_facts_package_is_in_the_vocabulary() {
    List<String> expected =
        new ClassFileImporter()
            .importPackagesOf(Fact.class).stream()
                .filter(type -> type.getPackageName().equals(Fact.class.getPackageName()))
                .filter(type -> type.isTopLevelClass() && !type.isAnnotation())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals(Advise.class.getSimpleName()))
                .filter(name -> !name.equals("package-info"))
                .sorted()
                .toList();

    assertThat(Vocabulary.types().stream().map(Class::getSimpleName))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void only_rules_make_the_facts_that_are_listed_as_concluded() {
    List<String> made =
        new ClassFileImporter()
            .importUrl(Fact.class.getProtectionDomain().getCodeSource().getLocation()).stream()
                .filter(type -> type.isAssignableTo(Fact.class) && type.isRecord())
                .filter(VocabularyTest::isMadeByCode)
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();

    assertThat(Vocabulary.types().stream().filter(type -> Vocabulary.fact(type) && type.isRecord()))
        .filteredOn(type -> !Vocabulary.concluded(type))
        .extracting(Class::getSimpleName)
        .containsExactlyElementsOf(made);
  }

  /** Whether somebody else calls a constructor of it, or a static method that makes one. */
  private static boolean isMadeByCode(JavaClass fact) {
    return fact.getCodeUnitCallsToSelf().stream()
        .filter(call -> !call.getOriginOwner().equals(fact))
        .flatMap(call -> call.getTarget().resolveMember().stream())
        .anyMatch(
            member ->
                member.isConstructor()
                    || (member.getModifiers().contains(JavaModifier.STATIC)
                        && member.getRawReturnType().equals(fact)));
  }

  /** Some words, such as "unit", are reserved in constraints and stop the compiler of Drools. */
  @Test
  void every_field_of_every_fact_can_stand_in_a_constraint() {
    List<String> rules = new ArrayList<>();
    for (Class<?> type : Vocabulary.types()) {
      if (type.isRecord() && Vocabulary.fact(type)) {
        constraints(type).forEach(constraint -> rules.add(rule(type, constraint, rules.size())));
      }
    }
    String text =
        "package rules.all; import org.glidepath.facts.*; global Advise advise;\n"
            + String.join("\n", rules);

    assertThat(Compilation.of(Map.of("rules/all/all.drl", text)).complaints()).isEmpty();
    assertThat(rules).hasSizeGreaterThan(100);
  }

  private static List<String> constraints(Class<?> type) {
    List<String> constraints = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      constraints.add(constraint(component.getName(), component.getType()));
    }
    for (Method method : type.getDeclaredMethods()) {
      boolean component =
          Arrays.stream(type.getRecordComponents())
              .anyMatch(one -> one.getName().equals(method.getName()));
      boolean field =
          Modifier.isPublic(method.getModifiers())
              && !Modifier.isStatic(method.getModifiers())
              && method.getParameterCount() == 0
              && !List.of("toString", "hashCode").contains(method.getName());
      if (field && !component) {
        constraints.add(constraint(method.getName(), method.getReturnType()));
      }
    }
    return constraints;
  }

  private static String constraint(String name, Class<?> type) {
    if (type == boolean.class) {
      return name;
    }
    if (type == Range.class) {
      return name + ".high > 1, " + name + ".low <= 0.5";
    }
    if (type == Optional.class) {
      return name + ".isPresent()";
    }
    if (type == int.class || Number.class.isAssignableFrom(type)) {
      return name + " > 1";
    }
    return name + " != null";
  }

  private static String rule(Class<?> type, String constraint, int number) {
    return "rule \"%d\" when %s( %s ) then end".formatted(number, type.getSimpleName(), constraint);
  }
}
