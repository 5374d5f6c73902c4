#include "text/phrase.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

// What a phrase finds in a text, or "-".
std::string Found(std::string_view text, std::string_view phrase) {
  const WordList list = LowerWords(text, "en");
  const auto match = FindPhrase(list.words, Phrase::Of(phrase));
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

TEST_CASE("a word is one of its alternatives, whole or by its beginning") {
  const auto is_one_of = [](std::string_view word, std::string_view alternatives) {
    return IsOneOf(word, Alternatives::Of(alternatives));
  };
  CHECK(is_one_of("left", "left|right"));
  CHECK(is_one_of("right", "left|right"));
  CHECK_FALSE(is_one_of("lef", "left|right"));
  CHECK_FALSE(is_one_of("lefts", "left|right"));
  CHECK(is_one_of("stretching", "hold|stretch*"));
  CHECK(is_one_of("stretch", "hold|stretch*"));
  CHECK_FALSE(is_one_of("stretc", "hold|stretch*"));
  CHECK(is_one_of("a", "a*"));
  CHECK(is_one_of("ab", "a*"));
  CHECK(is_one_of("word", "*"));
  CHECK_FALSE(is_one_of("", "left|right"));
  CHECK_FALSE(is_one_of("left", ""));
  CHECK(is_one_of("\u00e9t\u00e9", "hiver|\u00e9t\u00e9"));
}

// By their first words alone most words are passed over; whatever is found in a row of words is found there too when
// each word is looked at.
TEST_CASE("what is passed over is no match") {
  constexpr std::string_view kWords[] = {"a", "an", "hold", "holds", "held", "left", "\u00e9t\u00e9", "{hold}", "-"};
  constexpr std::string_view kPhrases[] = {"a|an hold*", "a? hold|held", "... held", "* left", "hold? left?", "h* -",
                                           "\u00e9* a", "{hold}", "an ... holds"};
  for (const std::string_view text : kPhrases) {
    const Phrase phrase = Phrase::Of(text);
    const Phrases together(text);
    for (const std::string_view one : kWords) {
      for (const std::string_view two : kWords) {
        for (const std::string_view three : kWords) {
          const std::vector<std::string> words{std::string(one), std::string(two), std::string(three)};
          std::optional<Match> slow;
          for (std::size_t at = 0; at < words.size() && !slow; ++at) {
            // With an optional word in front nothing can be passed over.
            const std::string behind_anything = "*? " + std::string(text);
            const auto rest = std::span(words).subspan(at);
            const auto length = MatchPhrase(rest, phrase);
            if (length && *length > 0) slow = Match{at, at + *length};
            CHECK((MatchPhrase(rest, Phrase::Of(behind_anything)).has_value() || !length));
          }
          INFO(text << " in " << one << " " << two << " " << three);
          CHECK(FindPhrase(words, phrase) == slow);
          CHECK(FindAnyPhrase(words, together) == slow);
        }
      }
    }
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
