#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/bare_quiz.h"
#include "rules/label.h"
#include "text/letter_case.h"
#include "text/quoted.h"
#include "text/words.h"

namespace guidec::rules::long_sentence {
namespace {

constexpr Threshold kWords{"sentence-words", 20};
constexpr Threshold kThresholds[] = {kWords};

// So many more words, if only "and", are no harder to take in.
constexpr double kMargin = 2;

// In an exam, whose readers follow a long stem or choice, the bound is half as high again.
constexpr double kOfExams = 1.5;

// Somebody else's words, which nobody may cut: so many in quotation marks are no name or term.
constexpr std::size_t kQuotedWords = 5;

bool HasBlank(std::string_view gap) {
  return std::ranges::any_of(gap, [](char c) { return c == ' ' || c == '\n' || (c & 0x80) != 0; });
}

// "the chest.Place": a full stop without its blank, of which `misplaced-mark` tells.
bool HoldsEnd(std::string_view word) {
  const std::size_t stop = word.find('.');
  return stop != std::string_view::npos && stop > 1 && stop + 2 < word.size() && IsSmall(word[stop - 1]) &&
         IsSmall(word[stop - 2]) && IsUpper(word[stop + 1]) && IsSmall(word[stop + 2]);
}

std::vector<Piece> LongQuotations(const Passage& passage, std::string_view language) {
  std::vector<Piece> quotations = QuotedIn(passage.text);
  std::erase_if(quotations, [&](const Piece& quoted) {
    return Within(passage.words(language), quoted).size() < kQuotedWords;
  });
  return quotations;
}

// The words that count: not those in brackets, such as an abbreviation, nor those in `quotations`; of a
// formula, which has no blanks, one. Of sentences that lack the blank between them, the longest's.
std::size_t CountWords(const Passage& passage, const WordView& words, const std::vector<Piece>& quotations) {
  const auto is_quoted = [&](const Piece& word) {
    return std::ranges::any_of(quotations, [&](const Piece& quoted) {
      return word.begin >= quoted.begin && word.end <= quoted.end;
    });
  };
  std::size_t count = 0;
  std::size_t most = 0;
  std::size_t from = words.pieces.empty() ? 0 : words.pieces.front().begin;
  int depth = 0;
  bool is_first = true;
  for (const Piece& word : words.pieces) {
    const std::string_view gap = passage.Slice({from, word.begin});
    for (const char c : gap) depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
    const bool is_joined = !is_first && !HasBlank(gap);
    if (depth == 0 && !is_joined && !is_quoted(word)) ++count;
    if (HoldsEnd(passage.Slice(word))) most = std::max(most, std::exchange(count, 1));
    from = word.end;
    is_first = false;
  }
  return std::max(most, count);
}

bool IsOfExam(const ProseUse& use) {
  return (use.role == Role::kStem || use.role == Role::kChoice) && use.guide != nullptr &&
         IsBareQuiz(*use.guide);
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  if (use.role == Role::kStep || use.role == Role::kTitle) return;
  const std::string& language = context.language();
  const double usual = context.Value(kWords);
  std::optional<std::vector<Piece>> quotations;
  for (const Sentence& sentence : passage.sentences(language)) {
    if (static_cast<double>(sentence.words.size()) <= usual + kMargin) continue;
    const double most = IsOfExam(use) ? kOfExams * usual : usual;
    if (!quotations) quotations = LongQuotations(passage, language);
    const std::size_t label = LabelLength(passage, sentence);
    const WordView words{sentence.words.words.subspan(label), sentence.words.pieces.subspan(label)};
    const std::size_t count = CountWords(passage, words, *quotations);
    if (static_cast<double>(count) <= most + kMargin) continue;
    context.Report(passage.SpanOf(sentence.piece),
                   fmt::format("this sentence has {} words, more than {}; make two of it", count, most));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest your hip for a few days, then stretch it with care, and when that feels good you can start to run again. # expect: LG002 @ 15-124 "23 words"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest your hip for a few days, then stretch it with care. When that feels good, you can start to run again.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG002",
    .name = "long-sentence",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A sentence is too long to take in at one reading.",
    .rationale =
        R"md(Whoever reads slowly has lost the start of a long sentence before its end. The bound is the threshold
`sentence-words`, and two words more are let pass. Words in brackets, in quotations of five or more and
in a label ("Bent legs: Lift one foot") do not count, words joined by hyphens and a formula without blanks count as one, a placeholder as what it
prints. Where a guide is hardly more than its quiz, as an exam is, the bound of questions and choices is
half as high again. Steps have a bound of their own, and titles have none.)md",
    .source =
        "CDC Clear Communication Index and AHRQ PEMAT-P: short, plain sentences; guidec's own bound of 20 "
        "words",
    .thresholds = kThresholds,
    .examples = kExamples,
    .passage = Check,
};

}  // namespace guidec::rules::long_sentence
