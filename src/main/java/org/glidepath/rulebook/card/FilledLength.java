package org.glidepath.rulebook.card;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Range;

/**
 * How long a template can get. What stands in {@code {{#x}}} and what stands in {@code {{^x}}}
 * never stand together: the longest way through the sections counts, not their sum.
 */
final class FilledLength {

  /** More sections with both branches than anybody writes; beyond it, all are taken as shown. */
  private static final int MOST_CHOICES = 10;

  /** Whether what a section names is there. */
  enum Presence {
    NEVER,
    SOMETIMES,
    ALWAYS
  }

  private sealed interface Part {}

  private record Text(int length) implements Part {}

  private record Section(String name, boolean negated, Presence presence, List<Part> parts)
      implements Part {}

  private final Section all = new Section("", false, Presence.ALWAYS, new ArrayList<>());
  private final Deque<Section> open = new ArrayDeque<>(List.of(all));

  /** Text of so many characters. */
  void text(int length) {
    open.element().parts().add(new Text(length));
  }

  /**
   * A value of this type, taken to be as long as most are: a long drug name, a range with decimals,
   * a date, a number. Texts of the record have no usual length.
   */
  void value(Class<?> type) {
    boolean words = type == Drug.class || type == String.class || type.isEnum();
    text(words ? 16 : type == Range.class || type == LocalDate.class ? 10 : 3);
  }

  /**
   * A section begins.
   *
   * @param name what it names; sections of one name are shown or left out together
   * @param negated whether it is shown where that is missing
   */
  void open(String name, boolean negated, Presence presence) {
    Section section = new Section(name, negated, presence, new ArrayList<>());
    open.element().parts().add(section);
    open.push(section);
  }

  /** The innermost section ends. */
  void close() {
    open.pop();
  }

  /**
   * The most characters that can be shown together: the longest over each way of having and missing
   * what decides between two branches.
   */
  int longest() {
    Set<String> positive = new TreeSet<>();
    Set<String> negative = new TreeSet<>();
    names(all, positive, negative);
    Set<String> either = new TreeSet<>(positive);
    either.retainAll(negative);
    List<String> choices = either.stream().limit(MOST_CHOICES).toList();
    int longest = 0;
    for (int chosen = 0; chosen < 1 << choices.size(); chosen++) {
      Set<String> missing = new HashSet<>();
      for (int i = 0; i < choices.size(); i++) {
        if ((chosen >> i & 1) == 0) {
          missing.add(choices.get(i));
        }
      }
      longest = Math.max(longest, length(all.parts(), choices, missing));
    }
    return longest;
  }

  private static int length(List<Part> parts, List<String> choices, Set<String> missing) {
    int length = 0;
    for (Part part : parts) {
      if (part instanceof Text text) {
        length += text.length();
      } else if (part instanceof Section section && shown(section, choices, missing)) {
        length += length(section.parts(), choices, missing);
      }
    }
    return length;
  }

  private static boolean shown(Section section, List<String> choices, Set<String> missing) {
    return switch (section.presence()) {
      case NEVER -> section.negated();
      case ALWAYS -> !section.negated();
      case SOMETIMES ->
          !choices.contains(section.name())
              || section.negated() == missing.contains(section.name());
    };
  }

  private static void names(Section within, Set<String> positive, Set<String> negative) {
    for (Part part : within.parts()) {
      if (part instanceof Section section) {
        (section.negated() ? negative : positive).add(section.name());
        names(section, positive, negative);
      }
    }
  }
}
