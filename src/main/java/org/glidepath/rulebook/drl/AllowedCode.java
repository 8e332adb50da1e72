package org.glidepath.rulebook.drl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.drl.CodeGate.Reference;

/**
 * What compiled rules may refer to: the facts, what {@link Methods} lets a rule call, and what the
 * compiler of Drools writes around them. A class may be named wherever something of it may be used.
 */
final class AllowedCode {

  /** Classes of which everything may be used. */
  private static final List<String> WHOLE =
      List.of(
          "rules/",
          Fact.class.getPackageName().replace('.', '/') + "/",
          "org/drools/model/operators/",
          "org/drools/model/Index$ConstraintType",
          "org/drools/modelcompiler/util/EvaluationUtil");

  /** What the compiler of Drools writes into the classes of every rule book. */
  private static final String WRITTEN_BY_DROOLS =
      """
      java.lang.Boolean TYPE valueOf
      java.lang.Double TYPE valueOf
      java.lang.Integer TYPE valueOf intValue
      java.lang.Long TYPE valueOf
      java.lang.Number
      java.lang.Comparable
      java.lang.Exception
      java.lang.IllegalArgumentException <init>
      java.lang.RuntimeException <init>
      java.lang.Object <init> equals
      java.lang.String equals hashCode valueOf
      java.lang.invoke.LambdaMetafactory altMetafactory metafactory
      java.lang.invoke.MethodHandles
      java.lang.invoke.MethodHandles$Lookup
      java.lang.invoke.SerializedLambda getFunctionalInterfaceClass getFunctionalInterfaceMethodName getFunctionalInterfaceMethodSignature getImplClass getImplMethodKind getImplMethodName getImplMethodSignature
      java.lang.invoke.StringConcatFactory makeConcatWithConstants
      java.math.BigDecimal <init> valueOf add subtract multiply divide ZERO ONE TEN
      java.math.MathContext DECIMAL128
      java.time.chrono.ChronoLocalDate
      java.time.format.DateTimeFormatter
      java.time.format.DateTimeFormatterBuilder <init> appendPattern parseCaseInsensitive toFormatter
      java.util.ArrayList <init>
      java.util.Arrays asList
      java.util.Collections emptyList
      java.util.List add
      java.util.Locale ENGLISH
      org.drools.core.rule.consequence.KnowledgeHelper insertLogical
      org.drools.model.DomainClassMetadata getPropertyIndex
      org.drools.model.Index
      org.drools.model.Model
      org.drools.model.PatternDSL
      org.drools.model.PatternDSL$PatternDef bind expr
      org.drools.model.Rule
      org.drools.model.RuleItemBuilder
      org.drools.model.Variable
      org.drools.model.Global
      org.drools.model.consequences.ConsequenceBuilder
      org.drools.model.consequences.ConsequenceBuilder$_N execute
      org.drools.model.impl.RuleBuilder build metadata
      org.drools.model.view.ViewItem
      org.drools.model.view.ViewItemBuilder
      org.drools.modelcompiler.consequence.DroolsImpl asKnowledgeHelper
      org.drools.modelcompiler.dsl.pattern.D alphaIndexedBy and betaIndexedBy declarationOf eval execute exists forall globalOf not on or pattern rule
      org.drools.util.DateUtils getDateFormatMask
      """;

  private static final Map<String, Set<String>> PARTS = parts();

  private AllowedCode() {}

  static boolean allows(Reference reference) {
    String owner = reference.owner().replaceFirst("(ConsequenceBuilder\\$_)\\d+$", "$1N");
    Set<String> names = PARTS.get(owner);
    boolean part =
        names != null && (reference.name().isEmpty() || names.contains(reference.name()));
    return part || WHOLE.stream().anyMatch(owner::startsWith);
  }

  private static Map<String, Set<String>> parts() {
    Map<String, Set<String>> parts =
        WRITTEN_BY_DROOLS
            .lines()
            .map(line -> line.split(" "))
            .collect(
                Collectors.toMap(
                    words -> words[0].replace('.', '/'),
                    words -> new TreeSet<>(Arrays.asList(words).subList(1, words.length))));
    Methods.ofJdk()
        .forEach(
            (type, names) ->
                parts
                    .computeIfAbsent(type.getName().replace('.', '/'), owner -> new TreeSet<>())
                    .addAll(names));
    for (String collection : List.of("java/util/List", "java/util/Set")) {
      parts
          .computeIfAbsent(collection, owner -> new TreeSet<>())
          .addAll(Methods.ofJdk().getOrDefault(java.util.Collection.class, Set.of()));
    }
    return parts;
  }
}
