#include "model/prose/passage.h"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace {

// Passages of the first step of the exercise with that text in a block scalar.
struct Loaded {
  Sources sources;
  Library library;
  std::vector<Passage> passages;

  explicit Loaded(std::string_view yaml) : library(LoadExample("exercises/plank.yaml", yaml, sources)) {
    const Exercise* exercise = library.FindExercise("plank");
    REQUIRE(exercise != nullptr);
    const PassageList read = PassagesOf(exercise->purpose, &exercise->dose);
    passages.assign(read.begin(), read.end());
  }

  std::string SourceOf(const Passage& passage, std::string_view word) const {
    const std::size_t begin = passage.text.find(word);
    REQUIRE(begin != std::string::npos);
    const Span span = passage.SpanOf({begin, begin + word.size()});
    return std::string(sources[span.source].Slice(span));
  }
};

TEST_CASE("paragraphs, items and titles are passages of their own") {
  const Loaded loaded("purpose: |\n  One\n  two.\n\n  - three\n  - four\n\n  > five\n");
  std::vector<std::string> texts;
  for (const Passage& passage : loaded.passages) texts.push_back(passage.text);
  CHECK(texts == std::vector<std::string>{"One two.", "three", "four", "five"});
}

TEST_CASE("markup and citations are not read; placeholders are said out") {
  const Loaded loaded(
      "dose:\n  hold: 30 s\npurpose: Hold **still** for {hold} [@leaflet], see [the plank](#plank).\n");
  REQUIRE(loaded.passages.size() == 1);
  const Passage& passage = loaded.passages[0];
  CHECK(passage.text == "Hold still for 30 seconds, see the plank.");
  CHECK(loaded.SourceOf(passage, "still") == "still");
  CHECK(loaded.SourceOf(passage, "30 seconds") == "{hold}");
  CHECK(loaded.SourceOf(passage, "seconds, see") == "{hold} [@leaflet], see");
  CHECK(loaded.SourceOf(passage, "plank") == "plank");
}

TEST_CASE("only the author's own words can be edited") {
  const Loaded loaded("purpose: Go **on** with `code` or <https://example.org/x>.\n");
  REQUIRE(loaded.passages.size() == 1);
  const Passage& passage = loaded.passages[0];
  const auto piece = [&](std::string_view word) {
    const std::size_t begin = passage.text.find(word);
    return Piece{begin, begin + word.size()};
  };
  CHECK(passage.IsEditable(piece("with")));
  CHECK_FALSE(passage.IsEditable(piece("Go on")));
  CHECK_FALSE(passage.HasLiteral(piece("Go on")));
  CHECK(passage.HasLiteral(piece("code")));
  CHECK(passage.HasLiteral(piece("example")));
}

TEST_CASE("a folded scalar's words stand on their own lines") {
  const Loaded loaded("purpose: >-\n  Builds strength\n  in your trunk.\n");
  REQUIRE(loaded.passages.size() == 1);
  const Span span = loaded.passages[0].SpanOf({16, 18});
  CHECK(loaded.sources[span.source].Slice(span) == "in");
}

}  // namespace
}  // namespace guidec
