package org.glidepath.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePagesTest {

  private static final Path RULES = Path.of("rules");
  private static final Path CASES = Path.of("test-cases");

  @Test
  void the_pages_in_docs_are_those_of_the_rules() throws Exception {
    RuleBook book = RuleBooks.load(RULES);
    Map<String, String> pages = RulePages.of(book, RULES, CASES);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertThat(Path.of("docs", page.getKey()))
          .as(
              "docs/%s is out of date; write it with: ./glidepath check --pages docs",
              page.getKey())
          .hasContent(page.getValue());
    }
  }

  @Test
  void a_page_of_a_folder_that_is_no_more_goes(@TempDir Path docs) throws Exception {
    Files.createDirectories(docs.resolve("rules"));
    Files.writeString(docs.resolve("rules/old.md"), "old");
    RulePages.write(Map.of("rules.md", "index", "rules/new.md", "new"), docs);
    assertThat(docs.resolve("rules/old.md")).doesNotExist();
    assertThat(docs.resolve("rules/new.md")).hasContent("new");
  }
}
