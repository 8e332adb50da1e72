package org.glidepath.rulebook.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glidepath.rulebook.CardTemplates;
import org.glidepath.rulebook.CardText;
import org.glidepath.rulebook.CardText.OverrideReason;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.SourceFiles;

/** All card texts of a rule folder, with the phrases that they include. */
public final class Cards {

  private static final Pattern CARD =
      Pattern.compile("(?:[^/]+)/(?<id>[A-Z]{2}-\\d{3})\\.en\\.yaml");
  private static final Pattern PHRASE = Pattern.compile("phrases/(?<name>[^/]+)\\.en\\.mustache");

  private final List<Card> cards;
  private final Map<String, SourceFile> phrases;

  private Cards(List<Card> cards, Map<String, SourceFile> phrases) {
    this.cards = cards;
    this.phrases = phrases;
  }

  /** Reads them. */
  public static Cards read(
      SourceFiles files, Map<String, OverrideReason> reasons, Problems problems) {
    Map<String, SourceFile> phrases = new TreeMap<>();
    for (SourceFile file : files.rules(name -> name.endsWith(".mustache"))) {
      Matcher name = PHRASE.matcher(file.name());
      if (name.matches()) {
        phrases.put(name.group("name"), file);
      } else {
        problems.error(file.start(), "a phrase is a file phrases/<name>.en.mustache; rename this");
      }
    }
    Map<String, String> texts = new TreeMap<>();
    phrases.forEach((name, file) -> texts.put(name, file.text()));
    CardTemplates compiler = new CardTemplates(texts);
    List<Card> cards =
        files.rules(name -> name.contains("/") && name.matches(".*\\.ya?ml")).stream()
            .flatMap(file -> card(file, compiler, reasons, problems).stream())
            .toList();
    return new Cards(cards, phrases);
  }

  /** The card texts by id. */
  public Map<String, CardText> texts() {
    Map<String, CardText> texts = new LinkedHashMap<>();
    cards.forEach(card -> card.text().ifPresent(text -> texts.putIfAbsent(card.id(), text)));
    return texts;
  }

  List<Card> all() {
    return cards;
  }

  Map<String, SourceFile> phrases() {
    return phrases;
  }

  private static Optional<Card> card(
      SourceFile file,
      CardTemplates compiler,
      Map<String, OverrideReason> reasons,
      Problems problems) {
    Matcher name = CARD.matcher(file.name());
    if (!name.matches()) {
      problems.error(
          file.start(),
          "\"%s\" is no name of a card text; expected <folder>/<rule id>.en.yaml, as in taper/TP-001.en.yaml"
              .formatted(file.fileName()));
      return Optional.empty();
    }
    return Optional.of(new CardReader(file, name.group("id"), compiler, reasons, problems).read());
  }
}
