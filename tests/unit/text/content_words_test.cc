#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "text/content_words.h"
#include "text/negation.h"
#include "text/tokens.h"

namespace guidec {
namespace content_words_test {

TEST_CASE("inflected forms have one stem") {
  constexpr std::string_view kSame[][2] = {{"stretch", "stretches"},   {"stretch", "stretching"},
                                           {"stretch", "stretched"},   {"injury", "injuries"},
                                           {"stop", "stopped"},        {"raise", "raising"},
                                           {"muscle", "muscles"},      {"muscle", "muscle's"},
                                           {"weak", "weakness"},       {"slow", "slowly"},
                                           {"strength", "strengthen"}, {"strengthen", "strengthening"},
                                           {"press", "pressing"},      {"press", "presses"},
                                           {"lift", "lifted"},         {"compression", "compression"}};
  for (const auto& [one, other] : kSame) {
    INFO(one << " " << other);
    CHECK(WordStem(one) == WordStem(other));
  }
}

TEST_CASE("other words have other stems") {
  constexpr std::string_view kOthers[][2] = {{"rest", "rise"},    {"ice", "rice"},    {"need", "ne"},
                                             {"sing", "s"},       {"psoas", "psoa"},  {"pelvis", "pelvi"},
                                             {"biceps", "bicep"}, {"number", "numb"}, {"shoulder", "should"}};
  for (const auto& [one, other] : kOthers) {
    INFO(one << " " << other);
    CHECK(WordStem(one) != WordStem(other));
  }
}

TEST_CASE("an ending is cut off where enough is left of the word") {
  constexpr std::string_view kStems[][2] = {
      {"", ""},
      {"leg", "leg"},
      {"bed", "bed"},
      {"use", "use"},
      {"it's", "it"},
      {"legs", "leg"},
      {"muscle's", "muscl"},
      {"injuries", "injury"},
      {"flies", "fly"},
      {"ties", "tie"},
      {"presses", "press"},
      {"boxes", "box"},
      {"stretches", "stretch"},
      {"pushes", "push"},
      {"sizes", "siz"},
      {"knees", "kne"},
      {"knee", "kne"},
      {"ices", "ice"},
      {"press", "press"},
      {"psoas", "psoas"},
      {"pelvis", "pelvis"},
      {"gluteus", "gluteus"},
      {"biceps", "biceps"},
      {"stretching", "stretch"},
      {"sing", "sing"},
      {"using", "using"},
      {"moving", "mov"},
      {"moved", "mov"},
      {"used", "used"},
      {"need", "need"},
      {"speed", "speed"},
      {"string", "string"},
      {"stopped", "stop"},
      {"stirring", "stir"},
      {"added", "add"},
      {"pulled", "pull"},
      {"pressed", "press"},
      {"buzzed", "buzz"},
      {"agreeing", "agre"},
      {"weakness", "weak"},
      {"illness", "illness"},
      {"slowly", "slow"},
      {"daily", "daily"},
      {"strengthen", "strength"},
      {"tighten", "tight"},
      {"weaken", "weaken"},
      {"raise", "rais"},
      {"bone", "bon"},
  };
  for (const auto& [word, stem] : kStems) {
    INFO(word);
    CHECK(WordStem(word) == stem);
  }
}

TEST_CASE("small words are of every kind") {
  for (const char* word : {"a",   "her",  "and",   "how",    "of",     "among", "during",  "along",
                           "is",  "may",  "might", "uses",   "what",   "most",  "more",    "own",
                           "one", "sort", "way",   "better", "answer", "don't", "doesn't", "t"}) {
    INFO(word);
    CHECK(IsSmallWord(word));
  }
  for (const char* word : {"", "knee", "a|an", "A", "ones|two"}) {
    INFO(word);
    CHECK_FALSE(IsSmallWord(word));
  }
}

TEST_CASE("content words leave out small words, figures and signs") {
  std::string found;
  for (const auto& [stem, piece] :
       ContentWords("Which of the muscles 🧊 isn't one of 12 tight muscles – née Größe?")) {
    found += stem + "@" + std::to_string(piece.begin) + " ";
  }
  CHECK(found == "größ@65 muscl@13 né@60 tight@42 ");
  CHECK(ContentWords("").empty());
  CHECK(ContentWords("1st base").size() == 1);
  CHECK(ContentWords("St. Louis").contains("st"));
  CHECK(ContentWords("1 st").contains("st"));
  CHECK(ContentWords("zones and arms").size() == 2);
  CHECK(ContentWords("knees bend, knee by knee").at("kne") == Piece{0, 5});
}

std::string Negative(std::string_view question) {
  const WordList tokens = Tokens(question);
  const auto at = FindNegative(tokens);
  return at ? tokens.words[*at] : std::string("-");
}

TEST_CASE("a word that turns a question round is found") {
  CHECK(Negative("Which of these is not a sign?") == "not");
  CHECK(Negative("All of these are signs except:") == "except");
  CHECK(Negative("Which of these aren\u2019t usual?") == "aren't");
  CHECK(Negative("Which statement is wrong?") == "wrong");
  CHECK(Negative("Which muscle is false-positive here?") == "-");
  CHECK(Negative("Why not rest?") == "-");
  CHECK(Negative("What helps, if it does not heal?") == "-");
  CHECK(Negative("How many lines are there, assuming they do not overlap?") == "-");
  CHECK(Negative("Which helps not only runners?") == "-");
  CHECK(Negative("") == "-");
}

}  // namespace content_words_test
}  // namespace guidec
