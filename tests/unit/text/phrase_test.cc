#include "text/phrase.h"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

// What a phrase finds in a text, or "-".
std::string Found(std::string_view text, std::string_view phrase) {
  const WordList list = LowerWords(text, "en");
  const auto match = FindPhrase(list.words, phrase);
  if (!match) return "-";
  const Piece piece = list.PieceOf(match->begin, match->end);
  return std::string(text.substr(piece.begin, piece.end - piece.begin));
}

TEST_CASE("a phrase is found word by word") {
  struct Case {
    std::string_view text;
    std::string_view phrase;
    std::string_view found;
  };
  constexpr Case kCases[] = {
      {"Stretch until it hurts.", "until it hurts", "until it hurts"},
      {"Stretch UNTIL, it hurts", "until it hurts", "UNTIL, it hurts"},
      {"Stretch until it heals.", "until it hurts", "-"},
      {"until the leg hurts", "until the|your leg|hip hurts", "until the leg hurts"},
      {"until your hip hurts", "until the|your leg|hip hurts", "until your hip hurts"},
      {"you feel pain", "feel sharp? pain", "feel pain"},
      {"you feel sharp pain", "feel sharp? pain", "feel sharp pain"},
      {"you feel dull pain", "feel sharp? pain", "-"},
      {"stretching", "stretch*", "stretching"},
      {"feel a lot pain", "feel ... pain", "feel a lot pain"},
      {"feel pain and pain", "feel ... pain", "feel pain"},
      {"feel a lot of pain", "feel ... pain", "-"},
      {"don\u2019t push", "don't push", "don\u2019t push"},
      {"", "pain", "-"},
      {"pain", "pain relief", "-"},
      {"pain", "relief?", "-"},
  };
  for (const Case& c : kCases) {
    INFO(c.text << " / " << c.phrase);
    CHECK(Found(c.text, c.phrase) == c.found);
  }
}

TEST_CASE("the search goes on from a word") {
  const WordList list = LowerWords("rest then rest", "en");
  CHECK(FindPhrase(list.words, "rest", 1) == Match{2, 3});
  CHECK_FALSE(FindPhrase(list.words, "rest", 3));
}

TEST_CASE("lower case knows letters beyond ASCII") {
  CHECK(LowerCase("\u00c9ASE") == "\u00e9ase");
  CHECK(LowerCase("Don\u2019t") == "don't");
  CHECK(LowerCase("\u0130X").find("x") != std::string::npos);
}

}  // namespace
}  // namespace guidec
