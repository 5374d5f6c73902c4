#include "text/tokens.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace {

std::string JoinedTokens(std::string_view text) {
  return fmt::format("{}", fmt::join(Tokens(text).words, " "));
}

TEST_CASE("text is cut into tokens") {
  static constexpr struct {
    std::string_view text;
    std::string_view tokens;
  } kCases[] = {
      {"", ""},
      {"Hold for {hold}.", "hold for {hold} ."},
      {"Don't bounce; don\u2019t twist!", "don't bounce ; don't twist !"},
      {"10\u201315 reps, 1.5 min. Rest", "10 - 15 reps , 1.5 min . rest"},
      {"push-up position", "push - up position"},
      {"30\u00A0s", "30 s"},
      {"1½ × {Hold} { x", "1 ½ × {Hold} { x"},
      {"na\u00EFve", "na\u00EFve"},
      {"\u201Cstop\u201D", "\" stop \""},
  };
  for (const auto& test : kCases) {
    INFO(test.text);
    CHECK(JoinedTokens(test.text) == test.tokens);
  }
}

TEST_CASE("a token knows its bytes") {
  constexpr std::string_view kText = "Don\u2019t hold {hold}";
  const auto tokens = Tokens(kText);
  REQUIRE(tokens.size() == 3);
  const auto slice = [&](const Piece& piece) { return kText.substr(piece.begin, piece.end - piece.begin); };
  CHECK(slice(tokens.pieces[0]) == "Don\u2019t");
  CHECK(slice(tokens.pieces[2]) == "{hold}");
}

TEST_CASE("sentences around a token") {
  const auto tokens = Tokens("Sit. Hold it! Rest");
  CHECK(SentenceAround(tokens.words, 0) == Match{0, 1});
  CHECK(SentenceAround(tokens.words, 2) == Match{2, 4});
  CHECK(SentenceAround(tokens.words, 5) == Match{5, 6});
}

TEST_CASE("a sentence without an end reaches only so far") {
  const std::vector<std::string> tokens(1000, "hold");
  CHECK(SentenceAround(tokens, 500) == Match{500 - kMaxSentenceReach, 500 + kMaxSentenceReach});
  CHECK(SentenceAround(tokens, 10) == Match{0, 10 + kMaxSentenceReach});
  CHECK(SentenceAround(tokens, 999) == Match{999 - kMaxSentenceReach, 1000});
}

}  // namespace
}  // namespace guidec
