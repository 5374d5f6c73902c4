#include "text/reading.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "text/syllables.h"

namespace guidec {
namespace reading_test {

// The counts are those of the CMU Pronouncing Dictionary, except for what it does not hold.
TEST_CASE("syllables of English words") {
  struct Case {
    std::string_view word;
    int count;
  };
  constexpr Case kCases[] = {
      {"hip", 1},          {"knee", 1},        {"muscle", 2},
      {"muscles", 2},      {"stretch", 1},     {"stretched", 1},
      {"stretches", 2},    {"stretching", 2},  {"rested", 2},
      {"bended", 2},       {"raised", 1},      {"exercise", 3},
      {"exercises", 4},    {"exercised", 3},   {"change", 1},
      {"changes", 2},      {"knees", 1},       {"eyes", 1},
      {"eye", 1},          {"types", 1},       {"ankle", 2},
      {"ankles", 2},       {"doubled", 2},     {"pulled", 1},
      {"controlled", 2},   {"tongue", 1},      {"fatigue", 2},
      {"techniques", 2},   {"safely", 2},      {"completely", 3},
      {"movement", 2},     {"element", 3},     {"supplement", 3},
      {"careful", 2},      {"sideways", 2},    {"something", 2},
      {"player", 2},       {"playing", 2},     {"carrying", 3},
      {"lying", 2},        {"going", 2},       {"seeing", 2},
      {"yes", 1},          {"you", 1},         {"beyond", 2},
      {"employee", 3},     {"position", 3},    {"tension", 2},
      {"compression", 3},  {"elevation", 4},   {"region", 2},
      {"million", 2},      {"champion", 3},    {"radio", 3},
      {"cardio", 3},       {"biology", 4},     {"serious", 3},
      {"cautious", 2},     {"various", 3},     {"medial", 3},
      {"special", 2},      {"initial", 3},     {"physician", 3},
      {"patient", 2},      {"experience", 4},  {"efficient", 3},
      {"diet", 2},         {"quiet", 2},       {"anxiety", 4},
      {"easier", 3},       {"easiest", 3},     {"carried", 2},
      {"gradual", 3},      {"usually", 4},     {"evaluate", 4},
      {"language", 2},     {"continue", 3},    {"continuous", 4},
      {"influence", 3},    {"frequent", 2},    {"video", 3},
      {"people", 2},       {"surgeon", 2},     {"gluteus", 3},
      {"simultaneous", 5}, {"immediately", 5}, {"reliable", 4},
      {"area", 3},         {"idea", 3},        {"create", 2},
      {"cream", 1},        {"react", 2},       {"spasm", 2},
      {"rhythm", 2},       {"isn't", 2},       {"don't", 1},
      {"runner's", 2},     {"basically", 3},   {"hundred", 2},
      {"diabetes", 4},     {"ibuprofen", 4},   {"acetaminophen", 6},
      {"psoas", 2},        {"quadriceps", 3},  {"hamstrings", 2},
      {"inflammation", 4}, {"flexibility", 5}, {"cross-training", 3},
      {"Warm-up", 2},      {"30", 2},          {"0", 2},
      {"11", 3},           {"15", 2},          {"77", 5},
      {"120", 5},          {"10-15", 3},       {"tss", 1},
  };
  for (const Case& c : kCases) {
    INFO(c.word);
    CHECK(CountSyllables(c.word) == c.count);
  }
}

TEST_CASE("words that are spelled otherwise than they are spoken") {
  struct Case {
    int count;
    std::vector<std::string_view> words;
  };
  const Case cases[] = {
      {1, {"fire",   "hour", "hours",  "whole",  "vague", "league", "scale",   "scaled",
           "friend", "pier", "fierce", "priest", "hm",    "y",      "they're", "queue",
           "eyed",   "rein", "reins",  "build",  "",      "--",     "'s"}},
      {2, {"acne",      "ancient",   "argue",    "business",  "every",     "evening",   "forehead",
           "hundred",   "knowledge", "naked",    "people",    "poem",      "psoas",     "quiet",
           "sacred",    "science",   "someone",  "something", "sometimes", "somewhere", "somewhat",
           "therefore", "wednesday", "whereas",  "wicked",    "being",     "beings",    "create",
           "creates",   "safety",    "ninety",   "react",     "reacts",    "eating",    "spasm",
           "spasms",    "rhythm",    "rhythms",   "didn't",   "unique",    "sizes",     "boxes",     "faces",
           "pushes",    "solely",    "freely",   "rely",      "cement",    "timeless",  "lifetime",
           "lifetimes", "homework",  "homeward", "homewards", "careless",  "useful",    "movements",
           "soreness",  "prework",   "torquing", "chaos",     "gorgeous",  "surgeon",   "pigeon",
           "neon",      "carriage",  "review",   "union",     "fashion",   "spacious",  "anxious",
           "junior",    "soldier",   "priestly", "equal",     "persuade",  "fluid",     "fluent",
           "fuel",      "builder",   "fiercest"}},
      {3, {"aerobic",    "anyone",      "area",       "areas",    "coincide",  "different",  "everyone",
           "everything", "idea",        "ideas",      "karate",   "pilates",   "recipe",     "sciences",
           "vehicle",    "somebody",    "created",    "creating", "reaction",  "reactions",  "element",
           "elements",   "judgemental", "politeness", "usefully", "reinforce", "coexist",    "reenter",
           "arguing",    "aorta",       "herbaceous", "museum",   "mediate",   "lieutenant", "suspicion",
           "complexion", "contagious",  "behavior",   "medium",   "visual"}},
      {4,
       {"comfortable", "diabetes", "kilometer", "vegetable", "cooperate", "coordinate", "preexisting",
        "reestablish", "reactivate", "radiation", "interior", "preoccupied", "logarithms"}},
      {5, {"preoperative"}},
  };
  for (const Case& c : cases) {
    for (const std::string_view word : c.words) {
      INFO(word);
      CHECK(CountSyllables(word) == c.count);
    }
  }
}

TEST_CASE("numbers have the syllables with which they are read out") {
  constexpr int kBelowTwenty[] = {2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2};
  for (int number = 0; number < 20; ++number) {
    INFO(number);
    CHECK(CountSyllables(std::to_string(number)) == kBelowTwenty[number]);
  }
  struct Case {
    std::string_view number;
    int count;
  };
  constexpr Case kCases[] = {
      {"20", 2},      {"21", 3},      {"27", 4},          {"30", 2},          {"40", 2},   {"50", 2},
      {"60", 2},      {"70", 3},      {"80", 2},          {"90", 2},          {"99", 3},   {"100", 3},
      {"101", 4},     {"115", 5},     {"999", 6},         {"1000", 3},        {"1001", 4}, {"12000", 3},
      {"999999", 14}, {"1000000", 1}, {"99999999999", 1}, {"12-year-old", 3}, {"2-3", 2}};
  for (const Case& c : kCases) {
    INFO(c.number);
    CHECK(CountSyllables(c.number) == c.count);
  }
  SyllableCounter counter;
  for (int round = 0; round < 2; ++round) {
    CHECK(counter.Count("knees") == 1);
    CHECK(counter.Count("muscle") == 2);
  }
}

TEST_CASE("a sentence is full behind its closing signs, too") {
  const auto count = [](std::string_view sentence) {
    ReadingCounts counts;
    SyllableCounter counter;
    counts.Add(sentence, {0, sentence.size()}, Words(sentence, "en"), counter);
    return counts.sentences;
  };
  for (const char* full : {"Rest.", "Rest?", "Rest!", "\u201cRest.\u201d", "\u2018Rest.\u2019", "\"Rest.\"",
                           "'Rest.'", "(Rest.)", "\u201c(Rest.)\u201d", "(\u201cRest.\u201d)", "(\u201c\u2018Rest.\u2019\u201d)"}) {
    INFO(full);
    CHECK(count(full) == 1);
  }
  for (const char* scrap : {"", "Rest", "Rest:", "Rest,", "\u201cRest\u201d", ")"}) {
    INFO(scrap);
    CHECK(count(scrap) == 0);
  }
}

TEST_CASE("only full sentences are counted") {
  ReadingCounts counts;
  SyllableCounter counter;
  const auto add = [&](std::string_view paragraph) {
    const std::vector<Piece> words = Words(paragraph, "en-US");
    for (const Piece& sentence : Sentences(paragraph, "en-US")) {
      std::vector<Piece> within;
      std::ranges::copy_if(words, std::back_inserter(within), [&](const Piece& word) {
        return sentence.begin <= word.begin && word.end <= sentence.end;
      });
      counts.Add(paragraph, sentence, within, counter);
    }
  };
  add("Pain in your groin");
  CHECK(counts.sentences == 0);
  add("Rest first. Then (after 30 seconds) exercise again! And more");
  CHECK(counts.sentences == 2);
  CHECK(counts.words == 8);
  CHECK(counts.syllables == 14);
  CHECK(counts.polysyllables == 1);
  add("He said \u201cGo on.\u201d");
  CHECK(counts.sentences == 3);
}

TEST_CASE("grades follow the published formulas") {
  const ReadingCounts counts{.sentences = 10, .words = 150, .syllables = 225, .polysyllables = 12};
  CHECK(FleschKincaidGrade(counts) == Approx(0.39 * 15 + 11.8 * 1.5 - 15.59));
  CHECK(SmogGrade(counts) == Approx(1.0430 * 6 + 3.1291));
}

}  // namespace reading_test
}  // namespace guidec
