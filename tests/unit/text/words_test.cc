#include "text/words.h"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace words_test {

using Cutter = std::vector<Piece> (*)(std::string_view, std::string_view);

std::vector<std::string> Cut(Cutter cutter, std::string_view text, std::string_view language = "en-US") {
  std::vector<std::string> pieces;
  for (const Piece& piece : cutter(text, language)) {
    pieces.emplace_back(text.substr(piece.begin, piece.end - piece.begin));
  }
  return pieces;
}

struct Case {
  std::string_view text;
  std::vector<std::string> pieces;
};

TEST_CASE("sentences end where a reader stops") {
  const Case cases[] = {
      {"", {}},
      {"  \n ", {}},
      {"Rest first. Then stretch.", {"Rest first.", "Then stretch."}},
      {"  Rest first.  Then stretch. ", {"Rest first.", "Then stretch."}},
      {"Does it hurt? Stop!", {"Does it hurt?", "Stop!"}},
      {"A title\nA line", {"A title", "A line"}},
      {"Move, e.g. Walk or swim.", {"Move, e.g. Walk or swim."}},
      {"Use a band (i.e. Elastic).", {"Use a band (i.e. Elastic)."}},
      {"Ask Dr. Lee. She knows.", {"Ask Dr. Lee.", "She knows."}},
      {"See No. 3. Then rest.", {"See No. 3.", "Then rest."}},
      {"No. Stop at once.", {"No.", "Stop at once."}},
      {"Hold for 30 s. Then rest.", {"Hold for 30 s.", "Then rest."}},
      {"Hold for 30 s. on each side.", {"Hold for 30 s. on each side."}},
      {"Hold for 2.5 min. Rest.", {"Hold for 2.5 min.", "Rest."}},
      {"She said \u201cRest.\u201d Then she left.", {"She said \u201cRest.\u201d", "Then she left."}},
      {"Keep the caf\u00e9. \u00c9ase up.", {"Keep the caf\u00e9.", "\u00c9ase up."}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Cut(Sentences, c.text) == c.pieces);
  }
}

TEST_CASE("an abbreviation joins only in its own language") {
  CHECK(Cut(Sentences, "Dijo que no. 3 Rondas bastan.", "es").size() == 2);
  CHECK(Cut(Sentences, "See no. 3 Plank.", "en").size() == 1);
}

TEST_CASE("words are what a reader counts") {
  const Case cases[] = {
      {"", {}},
      {"... \u2013 (!)", {}},
      {"Hold, then rest.", {"Hold", "then", "rest"}},
      {"don't  don\u2019t", {"don't", "don\u2019t"}},
      {"the runners' mats", {"the", "runners", "mats"}},
      {"a shoulder-width cool-down", {"a", "shoulder-width", "cool-down"}},
      {"10-15 reps of 2.5 min", {"10-15", "reps", "of", "2.5", "min"}},
      {"rest\u2014then go -- slowly - now", {"rest", "then", "go", "slowly", "now"}},
      {"pre- and post-run", {"pre", "and", "post-run"}},
      {"-5 or x-", {"5", "or", "x"}},
      {"caf\u00e9 na\u00efve", {"caf\u00e9", "na\u00efve"}},
      {"100 % of it", {"100", "of", "it"}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Cut(Words, c.text) == c.pieces);
  }
}

TEST_CASE("a language that ICU does not know is cut by Unicode's rules") {
  CHECK(Cut(Sentences, "Rest. Then go.", "zz-ZZ").size() == 2);
  CHECK(Cut(Words, "rest then", "not a language at all").size() == 2);
}

TEST_CASE("a text that is not UTF-8 is cut without harm") {
  const std::string text = "rest \xff\xfe go. Stop \xc3";
  for (const Piece& piece : Words(text, "en")) CHECK(piece.end <= text.size());
  for (const Piece& piece : Sentences(text, "en")) CHECK(piece.end <= text.size());
}

TEST_CASE("typographic apostrophes and hyphens are read as those of the keyboard, soft hyphens not at all") {
  CHECK(StraightApostrophes("don\u2019t push\u2011up half\u2010way stret\u00adch \u02bc") ==
        "don't push-up half-way stretch '");
  CHECK(StraightApostrophes("plain") == "plain");
  CHECK(StraightApostrophes("caf\u00e9 \u2013 bar") == "caf\u00e9 \u2013 bar");
}

TEST_CASE("each abbreviation joins what stands around it") {
  for (const std::string word : {"e.g.", "i.e.", "cf.", "vs.", "viz.", "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.",
                                 "E.g.", "I.e.", "approx."}) {
    INFO(word);
    const std::string text = "Go (" + word + " Walk.";
    CHECK(Cut(Sentences, text).size() == 1);
    CHECK(Cut(Sentences, text, "en").size() == 1);
    CHECK(Cut(Sentences, text, "es").size() == 2);
    CHECK(Cut(Sentences, "Go x" + word + " Walk.").size() == 2);
    CHECK(Cut(Sentences, "Go " + word + "\nWalk.").size() == 2);
  }
  for (const std::string word :
       {"No.", "no.", "Nos.", "Fig.", "fig.", "Figs.", "p.", "pp.", "ca.", "Vol.", "vol.", "Ch."}) {
    INFO(word);
    CHECK(Cut(Sentences, "Go " + word + " 3 Walks.").size() == 1);
    CHECK(Cut(Sentences, "Go x" + word + " 3 Walks.").size() == 2);
    CHECK(Cut(Sentences, "Go " + word + " Walk.").size() == 2);
    CHECK(Cut(Sentences, word + " 3 Walks.") == std::vector<std::string>{word + " 3 Walks."});
  }
  CHECK(Cut(Sentences, "Go cf. Walk vs. Run. Rest.") ==
        std::vector<std::string>{"Go cf. Walk vs. Run.", "Rest."});
}

TEST_CASE("hyphens join words, and nothing else does") {
  CHECK(Cut(Words, "a\u2010b c\u2011d e\u2013f") ==
        std::vector<std::string>{"a\u2010b", "c\u2011d", "e", "f"});
  CHECK(Cut(Words, "a-b-c") == std::vector<std::string>{"a-b-c"});
  CHECK(Cut(Words, "- a") == std::vector<std::string>{"a"});
  CHECK(Cut(Words, "a, -b") == std::vector<std::string>{"a", "b"});
  CHECK(Cut(Words, "\u8170") == std::vector<std::string>{"\u8170"});
}

}  // namespace words_test
}  // namespace guidec
