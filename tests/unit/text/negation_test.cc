#include "text/negation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "text/tokens.h"

namespace guidec {
namespace negation_test {

TEST_CASE("a word in front may turn what follows into its opposite") {
  for (const char* word :
       {"not",    "no",      "never",  "none",   "nothing", "nobody", "neither", "nor",
        "cannot", "without", "avoid",  "avoids", "stop",    "hardly", "rarely",  "unlikely",
        "rather", "instead", "before", "beware", "myth",    "few",    "nowhere", "refuse",
        "doubt",  "wrong",   "false",  "don't",  "isn't"}) {
    INFO(word);
    const std::vector<std::string> words{"you", word, "run"};
    CHECK_FALSE(IsNegatedBefore(words, 0));
    CHECK_FALSE(IsNegatedBefore(words, 1));
    CHECK(IsNegatedBefore(words, 2));
    CHECK(IsNegatedBefore(words, 99));
  }
  CHECK_FALSE(IsNegatedBefore(std::vector<std::string>{"you", "can", "know", "it"}, 4));
  CHECK_FALSE(IsNegatedBefore({}, 1));
}

// "not@4": the word and which token it is.
std::string At(const WordList& tokens, std::optional<std::size_t> at) {
  return at ? fmt::format("{}@{}", tokens.words[*at], *at) : "-";
}

struct Case {
  std::string_view question;
  std::string_view found;
};

TEST_CASE("what turns a question round is told from what does not") {
  constexpr Case kCases[] = {
      {"", "-"},
      {"Ice is not good.", "not@2"},
      {"It is never so", "never@2"},
      {"Is it not so?", "not@2"},
      {"All help except one.", "except@2"},
      {"Which helps not only runners?", "-"},
      {"Which is not just for runners?", "-"},
      {"Which is not merely nor necessarily so?", "-"},
      {"It is not necessarily so", "-"},
      {"Rest or not?", "-"},
      {"Why not rest?", "-"},
      {"Rest if not well.", "-"},
      {"What does \u201cdo not run\u201d mean?", "-"},
      {"Which \u201cstretch\u201d is not one?", "not@5"},
      {"A casualty is not breathing. What do you do?", "-"},
      {"A casualty is not breathing. You do nothing.", "-"},
      {"What is so? This is not.", "not@6"},
      {"Why should you not run?", "-"},
      {"What is a reason some do not run?", "-"},
      {"What is the risk of not resting?", "-"},
      {"What helps more than not resting?", "-"},
      {"What should be done and never put off?", "-"},
      {"What should not be done?", "-"},
      {"What do you not do?", "-"},
      {"What could people never do?", "-"},
      {"What do runners not do?", "not@3"},
      {"Which should you not do?", "not@3"},
      {"Where must you never rest?", "never@3"},
      {"What should you do except rest?", "except@4"},
      {"What helps if the pain does not ease?", "-"},
      {"When sore, which is not a help?", "not@5"},
      {"If a runner falls, which sign is not one of harm?", "not@8"},
      {"What helps someone who does not run?", "-"},
      {"Which pain that did not ease is it?", "-"},
      {"This is not so. That is never so.", "-"},
      {"Where is it, even though it is not there?", "-"},
      {"Which rule states that a good end does not make it right?", "-"},
      {"Which rule does not state that it is right?", "not@3"},
      {"Who saw that it moves (i.e. is not at rest)?", "-"},
      {"Who (of them) is not at rest?", "not@6"},
      {"This is the star which does not shine.", "-"},
      {"Name the star which does not shine.", "not@5"},
      {"You may not like it - it takes this long.", "-"},
      {"This is not so - it takes this long.", "not@2"},
      {"You may not like it well-known as this.", "not@2"},
      {"I do not like them with a ___.", "-"},
      {"I am careful not to hurt ___.", "-"},
      {"It does not help ___.", "not@2"},
      {"Which of them is not like a pain in the ___?", "not@4"},
      {"Finish this line: I do not like it, they said.", "-"},
  };
  for (const Case& c : kCases) {
    INFO(c.question);
    const WordList tokens = Tokens(c.question);
    CHECK(At(tokens, FindNegative(tokens)) == c.found);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (TurnsRound(tokens, at)) CHECK(IsOneOf(tokens.words[at], "not|never|except"));
    }
  }
}

TEST_CASE("short forms and untruths turn a question round") {
  constexpr Case kShort[] = {
      {"Which of these isn\u2019t a sign?", "isn't@3"},
      {"What of the two parts can\u2019t move?", "can't@5"},
      {"Which of the two sore parts can\u2019t move?", "-"},
      {"This isn\u2019t so.", "-"},
      {"Which is not so?", "-"},
  };
  for (const Case& c : kShort) {
    INFO(c.question);
    const WordList tokens = Tokens(c.question);
    CHECK(At(tokens, FindNegativeShortForm(tokens)) == c.found);
  }
  constexpr Case kAny[] = {
      {"Which of these isn\u2019t a sign?", "isn't@3"},
      {"Which of these is false?", "false@4"},
      {"What of this is unlikely:", "unlikely@4"},
      {"Which ones are wrong, and why?", "wrong@3"},
      {"Which are incorrect and why?", "-"},
      {"This is untrue?", "-"},
  };
  for (const Case& c : kAny) {
    INFO(c.question);
    const WordList tokens = Tokens(c.question);
    CHECK(At(tokens, FindNegative(tokens)) == c.found);
  }
}

}  // namespace negation_test
}  // namespace guidec
