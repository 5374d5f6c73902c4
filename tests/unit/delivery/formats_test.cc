#include "delivery/formats.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace formats_test {

class Pandoc : public ProcessRunner {
 public:
  Result<Finished> Run(const Command&) override { return Finished{0, "docx\nmediawiki\n", ""}; }
};

// What is wrong, and what to do about it.
std::string Check(std::vector<std::string> formats, ProcessRunner& processes) {
  const auto known = CheckFormats(formats, processes);
  return known ? std::string() : known.error().message + "; " + known.error().hint;
}

TEST_CASE("a format is ours or Pandoc's, or an error with the nearest name") {
  constexpr std::string_view kHint =
      "; guidec makes epub, pdf, html, docx, odt, md, json, ndjson, zip, free-exercise-db, and what "
      "`pandoc --list-output-formats` lists";
  const std::pair<std::vector<std::string>, std::string> rows[] = {
      {{"epub", "pdf", "json", "html", "docx", "odt", "md", "mediawiki"}, ""},
      {{"docs"}, fmt::format("unknown format `docs`; did you mean `docx`?{}", kHint)},
      {{"mediawiki", "mediawik"}, fmt::format("unknown format `mediawik`; did you mean `mediawiki`?{}", kHint)},
      {{"smoke-signals"}, fmt::format("unknown format `smoke-signals`{}", kHint)},
      {{"epub2"}, "guidec does not make `epub2`; write `epub`"},
      {{"json", "epub3"}, "guidec does not make `epub3`; write `epub`"},
      {{"html5"}, "guidec does not make `html5`; write `html`"},
      {{"markdown_github"}, "guidec does not make `markdown_github`; write `gfm`"},
  };
  for (const auto& [formats, told] : rows) {
    Pandoc pandoc;
    CHECK(Check(formats, pandoc) == told);
  }
}

TEST_CASE("Pandoc is asked once, and only for a format that is not ours") {
  class Counting : public Pandoc {
   public:
    Result<Finished> Run(const Command& command) override {
      ++runs;
      return fails ? Result<Finished>(Failure("no pandoc")) : Pandoc::Run(command);
    }
    int runs = 0;
    bool fails = false;
  };
  Counting pandoc;
  CHECK(Check({"json", "free-exercise-db", "md", "epub"}, pandoc).empty());
  CHECK(pandoc.runs == 0);
  CHECK(Check({"mediawiki"}, pandoc).empty());
  const int once = pandoc.runs;
  CHECK(once > 0);
  CHECK(Check({"mediawiki", "mediawiki", "mediawiki"}, pandoc).empty());
  CHECK(pandoc.runs == 2 * once);
  pandoc.fails = true;
  CHECK_FALSE(Check({"mediawiki"}, pandoc).empty());
}

TEST_CASE("pictures lie beside the files that hold none") {
  for (const std::string format :
       {"epub", "pdf", "html", "docx", "odt", "zip", "pptx", "fb2", "ipynb", "rtf"}) {
    CHECK(HoldsPictures(format));
  }
  for (const std::string format : {"json", "ndjson", "free-exercise-db", "md", "latex"})
    CHECK_FALSE(HoldsPictures(format));
}

TEST_CASE("a file's name ends as others know its format") {
  const std::pair<std::string_view, std::vector<std::string>> endings[] = {
      {"adoc", {"asciidoc", "asciidoctor"}},
      {"bib", {"biblatex", "bibtex"}},
      {"html", {"dzslides", "html4", "revealjs", "s5", "slideous", "slidy", "html"}},
      {"json", {"csljson", "json"}},
      {"md",
       {"commonmark", "commonmark_x", "gfm", "markdown", "markdown_github", "markdown_mmd", "markdown_phpextra",
        "markdown_strict", "md"}},
      {"tex", {"beamer", "context", "latex"}},
      {"texi", {"texinfo"}},
      {"txt", {"dokuwiki", "haddock", "mediawiki", "plain", "xwiki", "zimwiki", "jira"}},
      {"typ", {"typst"}},
      {"xml",
       {"docbook", "docbook4", "docbook5", "jats", "jats_archiving", "jats_articleauthoring", "jats_publishing",
        "opendocument", "tei"}},
      {"1", {"man"}},
      {"rst", {"rst"}},
      {"epub", {"epub"}},
  };
  for (const auto& [ending, formats] : endings) {
    for (const std::string& format : formats) {
      INFO(format);
      CHECK(ExtensionOf(format) == ending);
    }
  }
}

}  // namespace formats_test
}  // namespace guidec
