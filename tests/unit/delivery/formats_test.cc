#include "delivery/formats.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

class Pandoc : public ProcessRunner {
 public:
  Result<Finished> Run(const Command&) override { return Finished{0, "docx\nmediawiki\n", ""}; }
};

std::string Check(std::vector<std::string> formats) {
  Pandoc pandoc;
  const auto known = CheckFormats(formats, pandoc);
  return known ? std::string() : known.error().message;
}

TEST_CASE("a format is ours or Pandoc's, or an error with the nearest name") {
  CHECK(Check({"epub", "pdf", "json", "html", "docx", "odt", "md", "mediawiki"}).empty());
  CHECK(Check({"docs"}) == "unknown format `docs`; did you mean `docx`?");
  CHECK(Check({"mediawik"}) == "unknown format `mediawik`; did you mean `mediawiki`?");
  CHECK(Check({"smoke-signals"}) == "unknown format `smoke-signals`");
  CHECK(Check({"epub3"}) == "guidec does not make `epub3`");
}

TEST_CASE("pictures lie beside the files that hold none") {
  for (const std::string format : {"epub", "pdf", "html", "docx", "odt", "zip", "pptx"})
    CHECK(HoldsPictures(format));
  for (const std::string format : {"json", "ndjson", "free-exercise-db", "md", "latex"})
    CHECK_FALSE(HoldsPictures(format));
}

}  // namespace
}  // namespace guidec
