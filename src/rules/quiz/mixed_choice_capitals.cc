#include <algorithm>
#include <cctype>
#include <span>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "rules/speller.h"
#include "rules/whole_sentence.h"
#include "rules/word_puzzle.h"
#include "text/letter_case.h"
#include "text/tokens.h"

namespace guidec::rules::mixed_choice_capitals {
namespace {

// Its first letter may be changed: not "pH", "MRI", "I'll", "C-section" or the vitamins of "A, C and folate".
bool IsOpenWord(std::string_view text) {
  if (text.empty() || (!IsSmall(text[0]) && !IsUpper(text[0]))) return false;
  const std::size_t end = std::min(text.find_first_of(" ,.;:"), text.size());
  const std::string_view word = text.substr(0, end);
  if (word.size() == 1) {
    const std::string_view behind = text.substr(end);
    // "A and C only" names choices.
    return (word == "a" || word == "A") && behind.starts_with(' ') && !behind.starts_with(" and ") &&
           !behind.starts_with(" or ");
  }
  if (word.starts_with("I'")) return false;
  return std::ranges::all_of(word.substr(1), [](char c) { return IsSmall(c) || c == '\''; });
}

// Words that are common ones and open names, too: of regions and peoples ("Southern blot", "Black people"),
// and of styles of art.
constexpr Alternatives kOfNames =
    "northern|southern|eastern|western|black|white|native|aboriginal|indigenous|impressionism|expressionism|"
    "surrealism|cubism|romanticism|modernism";

// "Streptococcus", "Tyrannosaurus": a genus has its capital, though the dictionary takes it for a word.
bool IsGenus(std::string_view word) {
  constexpr std::string_view kEndings[] = {"coccus", "bacter",    "bacterium", "bacillus", "saurus",
                                           "monas",  "spirillum", "plasma",    "pithecus"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) {
    return word.size() > ending.size() && word.ends_with(ending);
  });
}

// "Middle East respiratory syndrome": two capitals before small letters, as no heading has them.
bool OpensWithTwoCapitals(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank + 2 >= text.size()) return false;
  const std::string_view behind = text.substr(blank + 1);
  if (!IsUpper(behind[0]) || !IsSmall(behind[1])) return false;
  const std::size_t next = behind.find(' ');
  return next != std::string_view::npos && IsSmall(behind.substr(next + 1).front());
}

// A capital may be a name's. The word is none when the dictionary has it in small letters alone.
bool IsCommonWord(std::string_view text, const std::string& language) {
  const WordList tokens = Tokens(text);
  const std::string& word = tokens.words.front();
  if (word == "a") return true;
  if (kOfNames.Has(word) || IsGenus(word) || OpensWithTwoCapitals(text)) return false;
  Speller* speller = Speller::Find(language);
  const std::string_view written = text.substr(tokens.pieces[0].begin, word.size());
  return speller != nullptr && speller->KnowsAsOrdinary(word) && !speller->KnowsAsName(written);
}

bool IsSign(std::string_view text, const std::string& language) {
  const std::string_view word = text.substr(0, text.find(' '));
  const bool is_numeral = word.find_first_not_of("ivx") == std::string_view::npos;
  Speller* speller = Speller::Find(language);
  constexpr std::size_t kShort = 5;
  return is_numeral ||
         (word.size() == text.size() && text.size() <= kShort && speller != nullptr && !speller->Knows(text));
}

Fix Recase(const std::vector<const Choice*>& choices) {
  Fix fix{"write the first letters alike", {}};
  for (const Choice* choice : choices) {
    const char letter = choice->text.source_text().front();
    const char other = static_cast<char>(IsSmall(letter) ? std::toupper(letter) : std::tolower(letter));
    fix.edits.push_back({choice->text.node->SpanOf(0, 1), std::string(1, other)});
  }
  return fix;
}

void CheckGroup(std::span<const Choice> choices, const std::string& language, RuleContext& context) {
  std::vector<const Choice*> small;
  std::vector<const Choice*> capital;
  for (const Choice& choice : choices) {
    const std::string& text = choice.text.source_text();
    if (IsOpenWord(text)) (IsSmall(text[0]) ? small : capital).push_back(&choice);
  }
  if (small.empty() || capital.empty()) return;
  // "cout", "cin" and "int", "ii and iii": signs, whose letters are as they are.
  if (std::ranges::all_of(small,
                          [&](const Choice* choice) { return IsSign(choice->text.source_text(), language); }))
    return;
  // A sentence beside phrases needs its capital.
  const auto is_sentence = [](const Choice* choice) { return IsWholeSentence(choice->text.source_text()); };
  if (std::ranges::all_of(capital, is_sentence) && std::ranges::none_of(small, is_sentence)) return;
  const bool is_small_odd = small.size() <= capital.size();
  const std::vector<const Choice*>& odd = is_small_odd ? small : capital;
  const auto is_common = [&](const Choice* choice) {
    return IsCommonWord(choice->text.source_text(), language);
  };
  // Beside a name in capitals, small letters are right, too.
  if (!std::ranges::any_of(capital, is_common)) return;
  if (!is_small_odd && !std::ranges::all_of(odd, is_common)) return;
  Diagnostic& finding =
      context.Report(odd.front()->text.node->SpanOf(0, 1),
                     fmt::format("choice `{}` opens with a {} letter, and others do not; write them alike",
                                 odd.front()->id.value, is_small_odd ? "small" : "capital"));
  finding.labels.push_back({(is_small_odd ? capital : small).front()->text.span(), "written otherwise"});
  finding.fix = Recase(odd);
}

void Check(const Guide& guide, const Question& question, RuleContext& context) {
  if (IsWordPuzzle(question)) return;
  for (const auto group : ChoiceGroupsOf(question)) CheckGroup(group, guide.language, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: Rest
      ice: ice # expect: QZ020 @ 12-13 "opens with a small letter"
      compression: Compression
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: RICE begins with ___.
    choices:
      rest: rest
      ice: ice
      compression: compression
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ020",
    .name = "mixed-choice-capitals",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Some choices of a question open with a capital letter and others do not.",
    .rationale =
        R"md(A choice that looks added later is struck out, or taken for the answer. Names keep their capitals:
the dictionary tells them from other words, and what may be either ("French", "Southern", a genus) is taken for
one. So does a sentence among phrases, and letters that stand for things, such as vitamins, are left alone.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: edit and proof items, use correct capitalisation, keep choices "
        "alike",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::mixed_choice_capitals
