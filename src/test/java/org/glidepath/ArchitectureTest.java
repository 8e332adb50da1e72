package org.glidepath;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/**
 * The invariants of {@code docs/architecture.md}, one test for each, under the number they have
 * there.
 */
@AnalyzeClasses(packages = "org.glidepath", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String FACTS = "org.glidepath.facts..";
  private static final String PHARMACOLOGY = "org.glidepath.pharmacology..";
  private static final String FHIR = "org.glidepath.fhir..";
  private static final String RULEBOOK = "org.glidepath.rulebook..";
  private static final String DECISION = "org.glidepath.decision..";
  private static final String CDSHOOKS = "org.glidepath.cdshooks..";
  private static final String SERVER = "org.glidepath.server..";
  private static final String REPLAY = "org.glidepath.replay..";
  private static final String CLI = "org.glidepath.cli..";

  private static final DescribedPredicate<JavaClass> CLOCKS = resideInAPackage("java.time..");

  @ArchTest
  static final ArchRule invariant_1_facts_import_nothing_of_ours =
      noClasses().that().resideInAPackage(FACTS).should().dependOnClassesThat(oursOutside(FACTS));

  @ArchTest
  static final ArchRule invariant_2_facts_are_immutable =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(FACTS)
          .should()
          .beFinal()
          .andShould()
          .notBePublic()
          .orShould()
          .beStatic();

  @ArchTest
  static final ArchRule invariant_3_pharmacology_knows_facts_only =
      noClasses()
          .that()
          .resideInAPackage(PHARMACOLOGY)
          .should()
          .dependOnClassesThat(oursOutside(FACTS, PHARMACOLOGY));

  @ArchTest
  static final ArchRule invariant_4_only_fhir_knows_the_resource_classes =
      noClasses()
          .that()
          .resideOutsideOfPackage(FHIR)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.hl7.fhir..", "ca.uhn.fhir..");

  @ArchTest
  static final ArchRule invariant_5_only_rulebook_and_decision_know_the_rules_engine =
      noClasses()
          .that()
          .resideOutsideOfPackages(RULEBOOK, DECISION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule invariant_6_decision_knows_neither_resources_nor_protocol =
      noClasses()
          .that()
          .resideInAPackage(DECISION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              FHIR, CDSHOOKS, SERVER, REPLAY, CLI, "com.fasterxml.jackson..", "java.net..");

  @ArchTest
  static final ArchRule invariant_7_only_server_and_cli_know_the_network =
      noClasses()
          .that()
          .resideOutsideOfPackages(SERVER, CLI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "java.net.http..");

  @ArchTest
  static final ArchRule invariant_8_nothing_knows_the_server_but_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackages(SERVER, CLI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVER, CLI);

  @ArchTest
  static final ArchRule invariant_8_the_server_does_not_know_the_command_line =
      noClasses()
          .that()
          .resideInAPackage(SERVER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLI);

  @ArchTest
  static final ArchRule invariant_9_no_package_goes_in_a_circle =
      slices().matching("org.glidepath.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule invariant_10_the_clock_is_read_at_the_edge =
      noClasses()
          .that()
          .resideOutsideOfPackages(SERVER, CLI)
          .should()
          .callMethodWhere(target(nameMatching("now|system.*")).and(target(owner(CLOCKS))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule invariant_11_nullness_is_marked_in_every_package =
      classes()
          .should(
              have(
                  DescribedPredicate.describe(
                      "a @NullMarked package",
                      type -> type.getPackage().isAnnotatedWith(NullMarked.class))));

  private static DescribedPredicate<JavaClass> oursOutside(String... packages) {
    return resideInAPackage("org.glidepath..").and(resideOutsideOfPackages(packages));
  }
}
