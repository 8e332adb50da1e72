package org.glidepath.pharmacology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of one or more words, and what each stands for, to be found in free text as whole words in
 * any case.
 *
 * @param <T> what a name stands for
 */
public final class Names<T> {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** First word of a name to the names that begin with it. */
  private final Map<String, List<Name<T>>> byFirstWord = new HashMap<>();

  private record Name<T>(List<String> words, T meaning) {}

  /** Adds a name. A name without a letter or digit is refused. */
  public void add(String name, T meaning) {
    List<String> words = words(name);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no word in the name \"" + name + "\"");
    }
    byFirstWord
        .computeIfAbsent(words.get(0), first -> new ArrayList<>())
        .add(new Name<>(words, meaning));
  }

  /** What the names in this text stand for, each once, in their order there. */
  public List<T> in(String text) {
    List<String> words = words(text);
    List<T> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      for (Name<T> name : byFirstWord.getOrDefault(words.get(i), List.of())) {
        int end = i + name.words().size();
        if (end <= words.size()
            && words.subList(i, end).equals(name.words())
            && !found.contains(name.meaning())) {
          found.add(name.meaning());
        }
      }
    }
    return found;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }
}
