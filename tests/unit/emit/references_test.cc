#include "emit/view/references.h"

#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "lint/example.h"
#include "model/content/library.h"

namespace guidec {
namespace references_test {

// "*emphasis*", "<link>".
std::string Shown(const PrintedReference& reference) {
  std::string text = fmt::format("{}. ", reference.number);
  for (const PrintedRun& run : reference.runs) {
    CHECK_FALSE(run.text.empty());
    CHECK((run.address.empty() || run.address == run.text));
    text += run.is_emphasised ? fmt::format("*{}*", run.text)
            : run.address.empty() ? run.text
                                  : fmt::format("<{}>", run.text);
  }
  return text;
}

std::vector<PrintedReference> PrintedOf(const std::string& references, Sources& sources, Library& library,
                                        const std::string& language = "en-GB") {
  library = LoadExample("guides/hips/references.yaml", "references:\n" + references, sources);
  Guide& guide = library.guides.front();
  guide.language = language;
  return PrintedReferences(guide, Wording(language));
}

TEST_CASE("an entry says what is known of a source, in one style for all types") {
  const struct {
    std::string source;
    std::string entry;
  } cases[] = {
      {"type: webpage, title: 'What? Why?', URL: 'https://x.example/a?b=1&c=2'",
       "What? Why? <https://x.example/a?b=1&c=2>."},
      {"type: webpage, title: 'Stop!', accessed: 2026", "Stop! Accessed 2026."},
      {"type: webpage, title: T, accessed: 2026-03", "T. Accessed March 2026."},
      {"type: webpage, title: T, accessed: 2026-01-02", "T. Accessed 2 January 2026."},
      {"type: book, title: A title., page: S1", "A title. p. S1."},
      {"type: book, title: T, page: 1428-1437", "T. pp. 1428–1437."},
      {"type: book, title: T, page: '12, 14-15'", "T. pp. 12, 14–15."},
      {"type: book, title: T, page: A-12", "T. p. A–12."},
      {"type: book, title: T, edition: 2", "T. 2nd ed."},
      {"type: book, title: T, edition: 11th", "T. 11th ed."},
      {"type: book, title: T, edition: revised", "T. revised."},
      {"type: book, title: T, edition: 2nd revised", "T. 2nd revised."},
      {"type: report, title: T, editor: [{family: Ed, given: Eddy}, {family: Two}]", "Ed E, Two. T."},
      {"type: report, title: T, author: [{family: A}], editor: [{family: Ed}]", "A. T."},
      {"type: report, title: T, author: [{family: van der Berg, given: J. P.}, {family: Cruz, given: Susan Anne-Marie}]",
       "van der Berg JP, Cruz SA-M. T."},
      {"type: report, title: T, author: [{family: O'Neil, given: Émile}, {family: 王, given: 小明}, {literal: The WHO}]",
       "O'Neil É, 王 小明, The WHO. T."},
      {"type: chapter, title: T, container-title: J. Biomech., issued: 2019", "T. *J. Biomech.* 2019."},
      {"type: chapter, title: T, container-title: Spine, page: 3", "T. *Spine*, p. 3."},
      {"type: article-journal, title: T, issue: 4, page: e123, publisher: 'Verlag?'", "T. (4), p. e123. Verlag?"},
      {"type: thesis, title: T, publisher: P, publisher-place: Bern, issued: 2019-05-17, note: Not dated.",
       "T. P, Bern, 2019. Not dated."},
      {"type: webpage, title: T, URL: 'https://x.example/a_b<c>'", "T. <https://x.example/a_b%3Cc%3E>."},
      {"type: webpage, title: T, URL: 'https://javascript:x'", "T. https://javascript:x."},
      {"type: article, title: T, URL: 'https://x.example', DOI: '10.1136/bjs<x>#2'",
       "T. <https://doi.org/10.1136/bjs%3Cx%3E%232>."},
      {"type: song, title: \"A *page* with <i>signs</i>\", PMID: 1", "A *page* with <i>signs</i>."},
  };
  for (const auto& [source, entry] : cases) {
    INFO(source);
    Sources sources;
    Library library;
    const auto printed = PrintedOf("  - {id: one, " + source + "}\n", sources, library);
    REQUIRE(printed.size() == 1);
    CHECK(Shown(printed.front()) == "1. " + entry);
  }
}

TEST_CASE("every type that the schema allows has the same entry") {
  for (const char* type :
       {"article", "article-journal", "article-magazine", "article-newspaper", "book", "broadcast", "chapter", "document",
        "entry", "entry-dictionary", "entry-encyclopedia", "legislation", "manuscript", "motion_picture", "pamphlet",
        "paper-conference", "personal_communication", "post", "post-weblog", "report", "software", "song", "speech",
        "standard", "thesis", "webpage"}) {
    INFO(type);
    Sources sources;
    Library library;
    const auto printed = PrintedOf(
        fmt::format("  - {{id: one, type: {}, title: T, author: [{{family: A, given: Bo}}], container-title: C, volume: 50,"
                    " issue: 23, page: 1-2, edition: 3, publisher: P, publisher-place: L, issued: 2019, note: N,"
                    " DOI: 10.1000/x, accessed: 2026-01-02}}\n",
                    type),
        sources, library, "en-US");
    REQUIRE(printed.size() == 1);
    CHECK(Shown(printed.front()) ==
          "1. A B. T. *C*, 50(23), pp. 1–2. 3rd ed. P, L, 2019. N. <https://doi.org/10.1000/x>. Accessed January 2, 2026.");
  }
}

TEST_CASE("sources are numbered once, in their order, and cited by number") {
  Sources sources;
  Library library;
  const auto printed = PrintedOf(
      "  - {id: b, type: book, title: B}\n  - {id: a, type: book, title: A, language: ar}\n"
      "  - {id: b, type: book, title: Again}\n  - {id: c, type: book, title: C, language: en-GB}\n"
      "  - {id: d, type: book, title: D, language: French}\n  - {id: e, type: book, title: E, language: de}\n",
      sources, library);
  std::string text;
  for (const PrintedReference& reference : printed) {
    text += fmt::format("{} {} {}{}; ", reference.number, EntryText(reference.runs), reference.language,
                        reference.is_right_to_left ? " rtl" : "");
  }
  CHECK(text == "1 B. ; 2 A. ar rtl; 3 C. ; 4 D. ; 5 E. de; ");
  const std::vector<std::string> keys = {"c", "b", "c", "unknown"};
  std::vector<int> numbers;
  for (const PrintedReference* cited : Cited(printed, keys)) numbers.push_back(cited->number);
  CHECK(numbers == std::vector<int>{1, 3});
}

}  // namespace references_test
}  // namespace guidec
