package org.glidepath.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A dosage text as the phrases expect it. */
final class SigText {

  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("twelve", "12"),
          Map.entry("once", "1 times"),
          Map.entry("twice", "2 times"),
          Map.entry("thrice", "3 times"));

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private record Spelling(Pattern pattern, String plain) {

    private Spelling(String regex, String plain) {
      this(Pattern.compile(regex), plain);
    }
  }

  /** Ways to write a number, and the one that the phrases know; applied one after the other. */
  private static final List<Spelling> SPELLINGS =
      List.of(
          new Spelling("\u2013", "-"),
          new Spelling("(?<=\\p{L})\\(s\\)", ""),
          new Spelling("(?<!\\d)[.,](?=\\d)", "0."),
          new Spelling("\\b(\\d+) ?\\(\\1(?: times)?\\)", "$1"),
          new Spelling("1[- ]half(?: an?| of an?)?\\b|\\bhalf an?\\b|\\bhalf\\b", "1/2"),
          new Spelling("\u00bd", " 1/2"),
          new Spelling("\u00bc", " 1/4"),
          new Spelling("\\b(\\d)(?: and |-| )+(?:an? )?1/2", "$1.5"),
          new Spelling("(?<![\\d./])1/2(?![\\d/])", "0.5"),
          new Spelling("(?<![\\d./])1/4(?![\\d/])", "0.25"),
          new Spelling("\\b(?:an?)(?= (?:tab|cap|pill))", "1"),
          new Spelling("(?<=\\d),(?=\\d{1,2}(?!\\d))", "."));

  private SigText() {}

  /** Lower case, numbers as digits, halves as decimals, "2 (two)" as "2". */
  static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT).strip();
    String plain =
        WORD.matcher(SPACES.matcher(lower).replaceAll(" "))
            .replaceAll(match -> NUMBERS.getOrDefault(match.group(), match.group()));
    for (Spelling spelling : SPELLINGS) {
      plain = spelling.pattern().matcher(plain).replaceAll(spelling.plain());
    }
    return plain.strip();
  }
}
