package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.mustachejava.Mustache;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.facts.Range;
import org.junit.jupiter.api.Test;

class CardTemplatesTest {

  private static final Map<String, Object> VARIABLES =
      Map.of(
          "drug", "oral *diazepam* <b>",
          "mg", Range.of("0.50"),
          "amount", new BigDecimal("20.00"),
          "there", Optional.of("x_y"),
          "missing", Optional.empty());

  private final CardTemplates templates =
      new CardTemplates(Map.of("use", "{{drug}} {{mg}} mg\n", "plain", "as-is"));

  @Test
  void values_are_escaped_in_markdown_and_only_there() {
    Mustache template = templates.compile("**Take** {{drug}}", "x");

    assertThat(CardTemplates.markdown(template, VARIABLES))
        .isEqualTo("**Take** oral \\*diazepam\\* \\<b\\>");
    assertThat(CardTemplates.plain(template, VARIABLES)).isEqualTo("**Take** oral *diazepam* <b>");
  }

  @Test
  void clinical_text_is_not_mangled() {
    assertThat(CardTemplates.escape("long-acting 0.5 mg (10-20 %), 1/2 tablet & more: yes?"))
        .isEqualTo("long-acting 0.5 mg (10-20 %), 1/2 tablet & more: yes?");
  }

  @Test
  void markdown_signs_in_a_value_lose_their_meaning() {
    assertThat(CardTemplates.escape("[a](b) `c` *d* _e_ <f> g|h \\ i\nj"))
        .isEqualTo("\\[a\\](b) \\`c\\` \\*d\\* \\_e\\_ \\<f\\> g\\|h \\\\ i j");
  }

  @Test
  void phrases_are_included_with_their_values_escaped() {
    Mustache template = templates.compile("{{> use}}: {{> plain}}", "flumazenil/FL-001");

    assertThat(CardTemplates.markdown(template, VARIABLES))
        .isEqualTo("oral \\*diazepam\\* \\<b\\> 0.5 mg: as-is");
  }

  @Test
  void an_optional_value_is_there_or_not() {
    Mustache template =
        templates.compile(
            "{{#there}}{{there}}{{/there}}{{^missing}}, none{{/missing}}{{#missing}}!{{/missing}}",
            "x");

    assertThat(CardTemplates.plain(template, VARIABLES)).isEqualTo("x_y, none");
  }

  @Test
  void a_decimal_has_no_trailing_zeros() {
    assertThat(CardTemplates.plain(templates.compile("{{amount}} mg", "x"), VARIABLES))
        .isEqualTo("20 mg");
  }

  @Test
  void a_text_of_several_lines_becomes_one() {
    assertThat(CardTemplates.plain(templates.compile("a\n  b\t{{there}}\n", "x"), VARIABLES))
        .isEqualTo("a b x_y");
  }

  @Test
  void a_resource_is_filled_in_text_by_text() throws Exception {
    ObjectMapper json = new ObjectMapper();

    assertThat(
            ResourceTemplate.fill(
                json.readTree(
                    "{\"a\": [\"{{amount}} mg\", 2, {\"b\": \"{{there}}\"}], \"c\": \"plain\"}"),
                VARIABLES))
        .isEqualTo(json.readTree("{\"a\": [\"20 mg\", 2, {\"b\": \"x_y\"}], \"c\": \"plain\"}"));
  }

  @Test
  void a_text_that_is_one_number_becomes_a_number() throws Exception {
    assertThat(filled("{'value': '{{amount}}', 'text': '{{amount}} mg'}"))
        .isEqualTo(text("{'value': 20, 'text': '20 mg'}"));
  }

  @Test
  void a_section_is_written_once_for_each_item_of_a_list() throws Exception {
    assertThat(
            filled(
                "{'steps': [{'{{#steps}}': {'{{#doses}}': {'of': '{{name}}', 'mg': '{{.}}'}}}]}"))
        .isEqualTo(
            text("{'steps': [{'of': 'a', 'mg': 1}, {'of': 'a', 'mg': 2}, {'of': 'b', 'mg': 3}]}"));
  }

  @Test
  void where_there_is_nothing_nothing_is_written() throws Exception {
    assertThat(
            filled(
                "{'a': {'{{#nothing}}': {'b': 1}}, 'c': [{'{{#none}}': 'x'}], 'd': {'e': {'{{#gone.far}}': 1}}, 'f': 2}"))
        .isEqualTo(text("{'f': 2}"));
  }

  private static String filled(String resource) throws Exception {
    Map<String, Object> variables =
        Map.of(
            "amount",
            new BigDecimal("20"),
            "nothing",
            Optional.empty(),
            "none",
            List.of(),
            "steps",
            List.of(new Step("a", List.of(1, 2)), new Step("b", List.of(3))));
    return ResourceTemplate.fill(json(resource), variables).toString();
  }

  private static String text(String json) throws Exception {
    return json(json).toString();
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  /** A step of something, with its doses. */
  public record Step(String name, List<Integer> doses) {}
}
