#include "text/tokens.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace tokens_test {

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

TEST_CASE("each sign is read as one of the keyboard, or as a blank") {
  static constexpr struct {
    std::string_view sign;
    std::string_view reads;
  } kSigns[] = {{"\u2010", "-"},
                {"\u2011", "-"},
                {"\u2012", "-"},
                {"\u2013", "-"},
                {"\u2212", "-"},
                {"\u2014", "\u2014"},
                {"\u2018", "'"},
                {"\u2019", "'"},
                {"\u201C", "\""},
                {"\u201D", "\""},
                {"\u2026", "\u2026"},
                {"\u00A0", ""},
                {"\u2009", ""},
                {"\u202F", ""},
                {"\u00BC", "\u00BC"},
                {"\u00BD", "\u00BD"},
                {"\u00BE", "\u00BE"},
                {"\u00D7", "\u00D7"},
                {"\u2033", "\""},
                {"\u2032", "'"},
                {"\u00AD", ""},
                {"\t", ""},
                {"\n", ""},
                {"\r", ""},
                {"%", "%"}};
  for (const auto& [sign, reads] : kSigns) {
    const std::string text = fmt::format("1{}2", sign);
    INFO(text);
    CHECK(JoinedTokens(text) == fmt::format("1 {}{}2", reads, reads.empty() ? "" : " "));
    CHECK(Tokens(text).pieces.back() == Piece{text.size() - 1, text.size()});
    CHECK(Tokens(text).pieces[1].begin == (reads.empty() ? text.size() - 1 : 1));
  }
}

TEST_CASE("words, numbers and placeholders end where they should") {
  static constexpr std::string_view kCases[][2] = {
      {"1.5.2", "1.5.2"},
      {"1. a", "1 . a"},
      {"1.a", "1 . a"},
      {".5", ". 5"},
      {"a1b", "a 1 b"},
      {"rock'n'roll", "rock'n'roll"},
      {"dogs' x", "dogs ' x"},
      {"'tis", "' tis"},
      {"a'", "a '"},
      {"a\u2019", "a '"},
      {"stret\u00ADch", "stretch"},
      {"a\u00AD", "a"},
      {"a\u00AD b", "a b"},
      {"HOLD Z\u00C9", "hold z\u00C9"},
      {"{a-b.C}", "{a-b.C}"},
      {"{}", "{ }"},
      {"{1}", "{ 1 }"},
      {"{a", "{ a"},
      {"{a b}", "{ a b }"},
      {"{a}{b}", "{a} {b}"},
      {"a--b", "a - - b"},
  };
  for (const auto& [text, tokens] : kCases) {
    INFO(text);
    CHECK(JoinedTokens(text) == tokens);
  }
  CHECK(SentenceAround(Tokens("Sit. Hold").words, 1) == Match{0, 1});
  CHECK(SentenceAround(Tokens("Why? So! Go").words, 2) == Match{2, 3});
  CHECK(SentenceAround(Tokens("Why? So! Go").words, 4) == Match{4, 5});
}

}  // namespace tokens_test
}  // namespace guidec
