package org.glidepath.rulebook;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The vocabulary of the rules as a page to read, made from the comments of the facts: whoever adds
 * a fact documents it once.
 */
final class VocabularyPage {

  private static final Path FACTS = Path.of("src/main/java/org/glidepath/facts");
  private static final String INFERRED = "Inferred: ";

  private final DocTrees docTrees;
  private final List<CompilationUnitTree> units = new ArrayList<>();

  private VocabularyPage(JavacTask task) throws IOException {
    this.docTrees = DocTrees.instance(task);
    task.parse().forEach(units::add);
  }

  /** The page, in Markdown. */
  static String write() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.list(FACTS)) {
      List<Path> sorted =
          sources
              .filter(file -> !file.endsWith("package-info.java"))
              .filter(file -> file.toString().endsWith(".java"))
              .sorted()
              .toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sorted));
      return new VocabularyPage(task).page();
    }
  }

  private String page() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    List.of("Read from the record and the orders", "Concluded by rules", "Parts of facts")
        .forEach(group -> groups.put(group, new ArrayList<>()));
    for (CompilationUnitTree unit : units) {
      for (Tree type : unit.getTypeDecls()) {
        ClassTree declared = (ClassTree) type;
        TreePath path = new TreePath(new TreePath(unit), type);
        group(declared, path)
            .ifPresent(
                group -> Objects.requireNonNull(groups.get(group)).add(entry(declared, path)));
      }
    }
    return groups.entrySet().stream()
        .map(group -> "### " + group.getKey() + "\n\n" + String.join("\n", group.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private Optional<String> group(ClassTree type, TreePath path) {
    if (type.getKind() == Tree.Kind.INTERFACE) {
      return Optional.empty();
    }
    boolean fact =
        type.getImplementsClause().stream().anyMatch(clause -> clause.toString().equals("Fact"));
    if (!fact) {
      return Optional.of("Parts of facts");
    }
    return Optional.of(
        description(path).startsWith(INFERRED)
            ? "Concluded by rules"
            : "Read from the record and the orders");
  }

  private String entry(ClassTree type, TreePath path) {
    String text = description(path).replaceFirst("^" + INFERRED, "");
    StringBuilder entry = new StringBuilder();
    entry.append("**`").append(type.getSimpleName()).append("`** ");
    entry.append(capitalised(text)).append('\n');
    components(type, path).forEach(line -> entry.append(line).append('\n'));
    methods(type, path).forEach(line -> entry.append(line).append('\n'));
    constants(type).ifPresent(names -> entry.append("- ").append(names).append('\n'));
    nested(type).forEach(line -> entry.append(line).append('\n'));
    return entry.toString();
  }

  /** The components of a record, with their types and what they mean. */
  private List<String> components(ClassTree type, TreePath path) {
    if (type.getKind() != Tree.Kind.RECORD) {
      return List.of();
    }
    Map<String, String> meanings = parameters(path);
    return type.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(component -> !component.getModifiers().getFlags().contains(Modifier.STATIC))
        .filter(component -> !component.getName().contentEquals("sources"))
        .map(
            component ->
                "- `%s` (%s): %s"
                    .formatted(
                        component.getName(),
                        readable(component.getType()),
                        meanings.getOrDefault(component.getName().toString(), "")))
        .toList();
  }

  /** Public methods with a comment: what else a rule may ask. */
  private List<String> methods(ClassTree type, TreePath path) {
    return type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(method -> method.getModifiers().getFlags().contains(Modifier.PUBLIC))
        .filter(method -> !method.getModifiers().getFlags().contains(Modifier.STATIC))
        .filter(method -> docTrees.getDocCommentTree(new TreePath(path, method)) != null)
        .map(
            method ->
                "- `%s` (%s): %s"
                    .formatted(
                        method.getName()
                            + (method.getParameters().isEmpty()
                                ? ""
                                : "( "
                                    + method.getParameters().stream()
                                        .map(parameter -> parameter.getName().toString())
                                        .collect(Collectors.joining(", "))
                                    + " )"),
                        readable(method.getReturnType()),
                        uncapitalised(description(new TreePath(path, method)))))
        .toList();
  }

  private static Optional<String> constants(ClassTree type) {
    if (type.getKind() != Tree.Kind.ENUM) {
      return Optional.empty();
    }
    String names =
        type.getMembers().stream()
            .filter(VariableTree.class::isInstance)
            .map(member -> "`" + ((VariableTree) member).getName() + "`")
            .collect(Collectors.joining(", "));
    return Optional.of(names);
  }

  /** Enumerations within a fact: {@code DraftOrder.Action}. */
  private static List<String> nested(ClassTree type) {
    return type.getMembers().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .flatMap(
            inner ->
                constants(inner).stream()
                    .map(
                        names ->
                            "- `%s.%s`: %s"
                                .formatted(type.getSimpleName(), inner.getSimpleName(), names)))
        .toList();
  }

  private static String readable(Tree type) {
    return type.toString()
        .replace("@Nullable ", "may be missing, ")
        .replaceAll("Optional<(.*)>", "may be empty, $1")
        .replace("BigDecimal", "number")
        .replace("Integer", "whole number")
        .replaceAll("\\bint\\b", "whole number")
        .replace("boolean", "yes or no")
        .replace("Boolean", "yes or no")
        .replace("String", "text")
        .replace("LocalDate", "date")
        .replaceAll("(Set|List)<(.*)>", "several, $2");
  }

  private String description(TreePath path) {
    DocCommentTree comment = docTrees.getDocCommentTree(path);
    return comment == null ? "" : text(comment.getFullBody());
  }

  private Map<String, String> parameters(TreePath path) {
    Map<String, String> meanings = new LinkedHashMap<>();
    DocCommentTree comment = docTrees.getDocCommentTree(path);
    if (comment != null) {
      for (DocTree tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree parameter) {
          meanings.put(parameter.getName().toString(), text(parameter.getDescription()));
        }
      }
    }
    return meanings;
  }

  private static String text(List<? extends DocTree> parts) {
    return parts.stream()
        .map(VocabularyPage::text)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String text(DocTree part) {
    if (part instanceof LiteralTree literal) {
      return "`" + literal.getBody() + "`";
    }
    if (part instanceof LinkTree link) {
      return "`" + link.getReference().getSignature().replace('#', '.') + "`";
    }
    return part instanceof StartElementTree || part instanceof EndElementTree
        ? " "
        : part.toString();
  }

  private static String uncapitalised(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
