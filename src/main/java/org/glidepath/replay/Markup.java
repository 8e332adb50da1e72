package org.glidepath.replay;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Markdown of card details as HTML, as far as cards use it: bullets, bold words, links. All
 * else is text; nothing of a card can become an element of the page.
 */
final class Markup {

  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\((https?://[^)\\s]*)\\)");
  private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_\\[\\]|]|&lt;|&gt;)");

  private Markup() {}

  /** Each line of a detail, without the sign of its bullet. */
  static List<String> lines(String detail) {
    return detail
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> html(line.replaceFirst("^- ", "")))
        .toList();
  }

  private static String html(String line) {
    String safe = escape(line);
    String linked = LINK.matcher(safe).replaceAll("<a href=\"$2\">$1</a>");
    String bold = BOLD.matcher(linked).replaceAll("<strong>$1</strong>");
    return ESCAPED.matcher(bold).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
