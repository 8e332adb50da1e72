package org.glidepath.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheNotFoundException;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The templates of card texts: how they are compiled, and how they are filled in. Values go into
 * plain text as they are, and into Markdown escaped, so that a name on a patient's record can
 * change neither the form of a card nor where its links lead.
 */
public final class CardTemplates {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String MARKDOWN_SIGNS = "\\<>`*_[]|";

  /** Long enough to know most diagnoses by. */
  private static final int LONGEST_NAME = 40;

  private static final Values VALUES = new Values();

  /** Templates inside the resources of suggestions; they include no phrases. */
  private static final CardTemplates OF_RESOURCES = new CardTemplates(Map.of());

  /** Several times what a rule book has; those that nobody fills in any more go. */
  private static final long MOST_COMPILED = 1_000;

  private static final Cache<String, Mustache> COMPILED =
      Caffeine.newBuilder().maximumSize(MOST_COMPILED).executor(Runnable::run).build();

  private final Factory factory;

  /**
   * Templates that may include phrases.
   *
   * @param phrases text of each phrase by its name
   */
  public CardTemplates(Map<String, String> phrases) {
    this.factory = new Factory(Map.copyOf(phrases));
  }

  /**
   * Compiles a template.
   *
   * @param template its text
   * @param name what a failure calls it
   * @throws com.github.mustachejava.MustacheException when it is no template
   */
  public Mustache compile(String template, String name) {
    return factory.compile(new StringReader(template), name.replace('/', ':'));
  }

  /** Fills a template in as plain text on one line. */
  public static String plain(Mustache template, Map<String, Object> variables) {
    return filled(template, List.of(variables), new StringWriter());
  }

  /** The same with each value cut to its first words where it is longer than a name usually is. */
  public static String brief(Mustache template, Map<String, Object> variables) {
    return filled(template, List.of(variables), new BriefWriter());
  }

  /**
   * Fills a template in as Markdown on one line: the template's own signs count, a value's do not.
   */
  public static String markdown(Mustache template, Map<String, Object> variables) {
    return filled(template, List.of(variables), new MarkdownWriter());
  }

  /** A text as Markdown that shows it as it is. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKDOWN_SIGNS.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    return escaped.toString();
  }

  /** Fills in a template inside a resource; the innermost scope comes last. */
  static String plain(String template, List<Object> scopes) {
    Mustache compiled =
        COMPILED.get(template, text -> OF_RESOURCES.compile(text, "resource of a suggestion"));
    return filled(compiled, scopes, new StringWriter());
  }

  /** What a name stands for; null where there is nothing. */
  static @Nullable Object value(String name, List<Object> scopes) {
    return name.equals(".")
        ? scopes.get(scopes.size() - 1)
        : VALUES.coerce(VALUES.find(name, scopes).call(scopes));
  }

  private static String filled(Mustache template, List<Object> scopes, StringWriter writer) {
    template.execute(writer, scopes);
    return BLANKS.matcher(writer.toString()).replaceAll(" ").strip();
  }

  /** Says to the factory that values have to be escaped. */
  private static final class MarkdownWriter extends StringWriter {}

  /** Says to the factory that long values have to be cut. */
  private static final class BriefWriter extends StringWriter {}

  private static String cut(String value) {
    if (value.length() <= LONGEST_NAME) {
      return value;
    }
    int word = value.lastIndexOf(' ', LONGEST_NAME - 1);
    int end =
        word > 0 ? word : value.offsetByCodePoints(0, value.codePointCount(0, LONGEST_NAME) - 1);
    return value.substring(0, end).replaceFirst("[\\s,;:(]+$", "") + "\u2026";
  }

  /** Mustache with phrases instead of files, and with escaping by what is being written. */
  private static final class Factory extends DefaultMustacheFactory {

    private final Map<String, String> phrases;

    Factory(Map<String, String> phrases) {
      this.phrases = phrases;
      setObjectHandler(VALUES);
    }

    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(
            writer instanceof MarkdownWriter
                ? escape(value)
                : writer instanceof BriefWriter ? cut(value) : value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String resolvePartialPath(String folder, String name, String extension) {
      return name;
    }

    @Override
    public Reader getReader(String name) {
      String phrase = phrases.get(name);
      if (phrase == null) {
        throw new MustacheNotFoundException(name);
      }
      return new StringReader(phrase.strip());
    }
  }

  /** How values print. */
  private static final class Values extends ReflectionObjectHandler {

    @Override
    public String stringify(Object value) {
      return value instanceof BigDecimal number
          ? number.stripTrailingZeros().toPlainString()
          : super.stringify(value);
    }
  }
}
