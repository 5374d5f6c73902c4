#include "text/phrase.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace phrase_test {

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

// Most words are passed over by what they look like; whatever would be found if each were looked at is found.
TEST_CASE("what is passed over is no match") {
  constexpr std::string_view kWords[] = {"a", "an", "hold", "holds", "held", "left", "\u00e9t\u00e9", "{hold}", "-"};
  constexpr std::string_view kPhrases[] = {"a|an hold*", "a? hold|held", "... held", "* left", "hold? left?", "h* -",
                                           "\u00e9* a", "{hold}", "an ... holds"};
  for (const std::string_view text : kPhrases) {
    const Phrase phrase = Phrase::Of(text);
    const Phrases together(text);
    // Behind a word that stands there nothing is passed over.
    const std::string behind_x = "x " + std::string(text);
    for (const std::string_view one : kWords) {
      for (const std::string_view two : kWords) {
        for (const std::string_view three : kWords) {
          const std::vector<std::string> words{std::string(one), std::string(two), std::string(three)};
          INFO(text << " in " << one << " " << two << " " << three);
          std::optional<Match> first;
          for (std::size_t at = 0; at < words.size(); ++at) {
            std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
            const auto fast = MatchPhrase(rest, phrase);
            rest.insert(rest.begin(), "x");
            const auto slow = MatchPhrase(rest, Phrase::Of(behind_x));
            CHECK(fast == (slow ? std::optional(*slow - 1) : std::nullopt));
            if (slow && *slow > 1 && !first) first = Match{at, at + *slow - 1};
          }
          CHECK(FindPhrase(words, phrase) == first);
          CHECK(FindAnyPhrase(words, together) == first);
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

TEST_CASE("the words within a piece are those that stand there whole") {
  const WordList list = LowerWords("one two three four", "en");
  const auto within = [&](std::size_t begin, std::size_t end) {
    const WordView view = Within(list, {begin, end});
    std::string words;
    for (const std::string& word : view.words) words += word + " ";
    CHECK(view.words.size() == view.pieces.size());
    if (view.size() > 0) CHECK(view.PieceOf(0, view.size()).begin >= begin);
    if (view.size() > 0) CHECK(view.PieceOf(0, view.size()).end <= end);
    return words;
  };
  CHECK(within(0, 18) == "one two three four ");
  CHECK(within(0, 3) == "one ");
  CHECK(within(4, 13) == "two three ");
  CHECK(within(3, 14) == "two three ");
  CHECK(within(5, 13) == "three ");
  CHECK(within(4, 12) == "two ");
  CHECK(within(5, 6).empty());
  CHECK(within(18, 18).empty());
  CHECK(WordView().size() == 0);
  CHECK(WordView(list).PieceOf(1, 3) == Piece{4, 13});
  CHECK(list.PieceOf(1, 3) == Piece{4, 13});
}

TEST_CASE("of phrases that start at one word the first is found, and of words the first") {
  const WordList list = LowerWords("rest the sore knee now", "en");
  constexpr Phrases kPhrases("sore knee", "sore", "the", "knee now", "rest ... knee");
  CHECK(FindAnyPhrase(list.words, kPhrases) == Match{0, 4});
  CHECK(FindAnyPhrase(list.words, kPhrases, 1) == Match{1, 2});
  CHECK(FindAnyPhrase(list.words, kPhrases, 2) == Match{2, 4});
  CHECK(FindAnyPhrase(list.words, kPhrases, 3) == Match{3, 5});
  CHECK_FALSE(FindAnyPhrase(list.words, kPhrases, 4));
  CHECK(kPhrases[3] == "knee now");
  CHECK(MatchPhrase(list.words, "rest the") == 2U);
  CHECK(MatchPhrase(list.words, "sore? rest") == 1U);
  CHECK(MatchPhrase(list.words, "sore?") == 0U);
  CHECK_FALSE(MatchPhrase(list.words, "the"));
  CHECK_FALSE(MatchPhrase({}, "the"));
  CHECK(MatchPhrase({}, "the?") == 0U);
  CHECK(FindPhrase(list.words, "... knee") == Match{1, 4});
  CHECK(FindPhrase(list.words, "the sore? sore? knee") == Match{1, 4});
  std::string_view alternatives = "left|right";
  CHECK(TakeAlternative(alternatives) == "left");
  CHECK(TakeAlternative(alternatives) == "right");
  CHECK(alternatives.empty());
}

}  // namespace phrase_test
}  // namespace guidec
