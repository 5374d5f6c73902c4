#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "rules/word_puzzle.h"
#include "text/content_words.h"
#include "text/phrase.h"

namespace guidec::rules::repeated_opening {
namespace {

constexpr Threshold kWords{"opening-words", 4};
constexpr Threshold kQuestions{"opening-questions", 3};
constexpr Threshold kThresholds[] = {kWords, kQuestions};

// "Which of the following", "what should you do": so questions begin; what they are about comes behind it.
constexpr std::size_t kLeastContent = 2;

struct Opening {
  std::string words;
  Span span{};
  bool goes_on = false;  // its question stands in another sentence
};

// "Which philosopher said 'Man is born free'": a quotation right behind the opening tells the questions apart
// at a glance; a name in quotes does not.
bool IsBeforeQuotation(const Passage& passage, std::size_t end) {
  constexpr std::size_t kNear = 3;
  constexpr std::ptrdiff_t kLeastBlanks = 2;
  const std::string_view rest = std::string_view(passage.text).substr(end);
  const std::size_t open = rest.find_first_of("'\"");
  if (open == std::string_view::npos || open == 0 || rest[open - 1] != ' ' ||
      std::ranges::count(rest.substr(0, open), ' ') > static_cast<std::ptrdiff_t>(kNear))
    return false;
  const std::size_t close = rest.rfind(rest[open]);
  return std::ranges::count(rest.substr(open, close - open), ' ') >= kLeastBlanks;
}

std::optional<Opening> OpeningOf(const Prose& stem, std::size_t count, const std::string& language,
                                 const RuleContext& context) {
  if (!stem) return std::nullopt;
  const PassageList passages = PassagesOf(stem);
  if (passages.empty()) return std::nullopt;
  const WordList& words = passages.front().words(language);
  if (count == 0 || words.size() < count) return std::nullopt;
  const auto& sentences = passages.front().sentences(language);
  const bool goes_on = sentences.size() > 1 || passages.size() > 1;
  const Piece head = words.PieceOf(0, count);
  if (IsBeforeQuotation(passages.front(), head.end)) return std::nullopt;
  if (context.Reads(language) && ContentWords(passages.front().Slice(head)).size() < kLeastContent)
    return std::nullopt;
  return Opening{fmt::format("{}", fmt::join(std::span(words.words).first(count), " ")),
                 passages.front().SpanOf(head), goes_on};
}

void Check(const Guide& guide, const Quiz& quiz, RuleContext& context) {
  const auto count = static_cast<std::size_t>(context.Value(kWords));
  std::map<std::string, std::vector<Opening>> openings;
  for (const Question& question : quiz.questions) {
    if (HasDamage(*question.node) || IsWordPuzzle(question)) continue;
    if (auto opening = OpeningOf(question.stem, count, guide.language, context))
      openings[opening->words].push_back(*opening);
  }
  for (const auto& [words, alike] : openings) {
    // An instruction ("Choose the word that means the same.") or a case comes before each of these.
    if (std::ranges::all_of(alike, &Opening::goes_on)) continue;
    if (alike.size() < 2 || static_cast<double>(alike.size()) < context.Value(kQuestions)) continue;
    Diagnostic& finding = context.Report(
        alike.back().span,
        fmt::format("{} questions open with `{}`; put some of them otherwise", alike.size(), words));
    for (std::size_t i = 0; i + 1 < alike.size(); ++i)
      finding.labels.push_back({alike[i].span, "the same words"});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: Which step of RICE is the first?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: second-step
    ask: Which step of RICE follows the rest?
    choices: {compression: Compression, ice: Ice, elevation: Elevation}
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
  - id: last-step
    ask: Which step of RICE ends it? # expect: QZ023 @ 10-28 "3 questions open with `which step of rice`"
    choices: {compression: Compression, rest: Rest, elevation: Elevation}
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: Which step of RICE is the first?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: second-step
    ask: Which step of RICE follows the rest?
    choices: {compression: Compression, ice: Ice, elevation: Elevation}
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
  - id: last-step
    ask: How does RICE end?
    choices: {compression: Compression, rest: Rest, elevation: Elevation}
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ023",
    .name = "repeated-opening",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Several questions of a quiz open with the same words.",
    .rationale =
        R"md(Readers skip what they have read twice, and with it the word that makes the third question another. An
instruction or a patient's case in sentences of its own may stand before several questions, and a quotation
right behind the opening tells them apart.
`thresholds: {opening-questions: 3, opening-words: 4}` sets how many questions and how many words.)md",
    .source = "guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .reads = kEnglish,
    .quiz = Check,
};

}  // namespace guidec::rules::repeated_opening
