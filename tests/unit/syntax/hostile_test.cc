// No text makes the parser crash, hang or point outside the file.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include <catch2/catch.hpp>

#include "support/random_edits.h"
#include "support/well_placed.h"
#include "unit/syntax/parsed.h"

namespace guidec {
namespace hostile_test {

std::string Times(std::size_t count, std::string_view part) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

std::string Staircase(int steps) {
  std::string text;
  for (int i = 0; i < steps; ++i) text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  return text;
}

TEST_CASE("hostile texts are read in bounded time") {
  struct Case {
    std::string name;
    std::string text;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"a comma", ","},
      {"a hundred thousand brackets", Times(100'000, "[")},
      {"as many, as a value", "a: " + Times(100'000, "[")},
      {"as many, closed", "a: " + Times(100'000, "[") + Times(100'000, "]")},
      {"braces", Times(30'000, "{a: ") + Times(30'000, "}")},
      {"dashes", Times(100'000, "- ")},
      {"question marks", Times(50'000, "? ")},
      {"colons", Times(100'000, ":")},
      {"colons and blanks", Times(100'000, ": ")},
      {"double quotes", Times(100'001, "\"")},
      {"single quotes", Times(100'001, "'")},
      {"anchors", Times(10'000, "&a ")},
      {"aliases", Times(10'000, "*a ")},
      {"tags", Times(10'000, "!a ")},
      {"documents", Times(10'000, "---\n")},
      {"document ends", Times(5'000, "...\n")},
      {"a staircase", Staircase(1'000)},
      {"NULs", std::string(10'000, '\0')},
      {"a huge plain scalar", "a: " + Times(250'000, "xyz ")},
      {"a huge quoted scalar", "a: \"" + Times(100'000, "x\\n") + "\""},
      {"a huge block", "a: |\n" + Times(30'000, "  xyz\n")},
      {"a huge comment", "a: b # " + Times(500'000, "x")},
      {"a huge key", Times(100'000, "k") + ": v"},
      {"a lone high surrogate", "a: \"\\ud800\"\n"},
      {"a lone low surrogate", "a: \"\\udfff\\ud800\"\n"},
      {"a code point beyond Unicode", "a: \"\\UFFFFFFFF\"\n"},
      {"many escapes that no output may hold", "a: \"" + Times(50'000, "\\e\\x01") + "\""},
      {"many halves of characters", "a: \"" + Times(20'000, "\\ud800") + "\""},
      {"an escape at the end", "a: \"\\"},
      {"a cut escape", "a: \"\\u12"},
      {"an empty block", "a: |"},
      {"an indented block that is not", "a: |9\n" + Times(2'000, "b\n")},
      {"an open quote before many lines", "a: \"" + Times(2'000, "b\n")},
      {"an open bracket before many lines", "a: [" + Times(2'000, "b\n")},
      {"many open quotes", Times(2'000, "a: \"x\n")},
      {"many lines that are none", Times(2'000, "a: b: c\n")},
      {"many equal keys", Times(5'000, "a: b\n")},
      {"tabs", Times(50'000, "\t")},
      {"line ends", Times(31'000, "\n")},
      {"carriage returns", Times(31'000, "\r")},
      {"more lines than are read", Times(32'001, "a:\n")},
      {"bytes that are not UTF-8", Times(50'000, "\xFF")},
      {"byte order marks", Times(10'000, "\xEF\xBB\xBF")},
      {"a bomb of aliases",
       "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
       "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
       "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
       "g: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const auto start = std::chrono::steady_clock::now();
    const ParsedText parsed(c.text);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CHECK(seconds.count() < 10);
    CHECK(FirstMisplaced(parsed.source, parsed.document) == "");
  }
}

TEST_CASE("every short text of YAML's own characters is read") {
  static constexpr std::string_view kCharacters = "a-:?,[]{}#&*!|>'\"%@ \n\t";
  std::size_t broken = 0;
  for (const char a : kCharacters) {
    for (const char b : kCharacters) {
      for (const char c : kCharacters) {
        const std::string text{a, b, c};
        const ParsedText parsed(text);
        if (!parsed.document.faults.empty()) ++broken;
        INFO(Catch::Detail::stringify(text));
        CHECK(FirstMisplaced(parsed.source, parsed.document) == "");
      }
    }
  }
  CHECK(broken > 1'000);
}

std::vector<std::string> FlagshipTexts() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(GUIDEC_PROJECT "/sources")) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  return texts;
}

TEST_CASE("mutated guides are read, with every place inside the file") {
  std::mt19937 random(20261122);
  std::size_t broken = 0;
  for (const std::string& text : FlagshipTexts()) {
    for (int round = 0; round < 25; ++round) {
      const std::string mutated = WithRandomEdits(text, random);
      const ParsedText parsed(mutated);
      if (!parsed.document.faults.empty()) ++broken;
      INFO(mutated << "\n" << parsed.Faults());
      CHECK(FirstMisplaced(parsed.source, parsed.document) == "");
    }
  }
  CHECK(broken > 50);
}

}  // namespace hostile_test
}  // namespace guidec
