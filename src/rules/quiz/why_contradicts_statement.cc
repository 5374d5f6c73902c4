#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"
#include "text/statements.h"
#include "text/tokens.h"

namespace guidec::rules::why_contradicts_statement {
namespace {

// A sentence is about the statement when it has so much of its words; guidec's own figure.
constexpr double kLeastCoverage = 0.6;

constexpr std::string_view kReporting =
    "think|thinks|believe|believes|belief|say|says|said|claim|claims|assume|idea|opinion|seem|seems|sound|sounds|"
    "if|unless|statement|question|\"";

// "Many people think that …" tells what others say.
bool IsReported(std::span<const std::string> sentence) {
  return std::ranges::any_of(sentence, [](const std::string& word) { return IsOneOf(word, kReporting); });
}

// "Only on Sundays" is false where "on Sundays" is true.
bool IsAbsolute(const Question& question) {
  const PassageList stem = PassagesOf(question.stem);
  return std::ranges::any_of(stem.front().tokens().words, [](const std::string& word) {
    return IsOneOf(word, "only|always|all|every|just|any|alone|both|must|most|each|never|no|best|main");
  });
}

void CheckSentence(const Question& question, const StatementWords& statement, const Passage& passage,
                   const Match& sentence, RuleContext& context) {
  const WordList& tokens = passage.tokens();
  if (IsReported(std::span(tokens.words).subspan(sentence.begin, sentence.end - sentence.begin))) return;
  const StatementComparison compared = CompareStatements(ReadStatement(tokens, sentence), statement);
  const Likeness wrong = *question.truth ? Likeness::kOpposite : Likeness::kSame;
  if (compared.likeness != wrong || compared.apart() > 0 || compared.coverage < kLeastCoverage) return;
  // Who repeats a part of a false statement may leave out what makes it false.
  if (wrong == Likeness::kSame && (compared.only_in_other > 0 || IsAbsolute(question))) return;
  Diagnostic& finding = context.Report(
      passage.SpanOf(tokens.PieceOf(sentence.begin, sentence.end)),
      fmt::format("the reason says {} the statement, and the answer is `{}`; correct one of the two",
                  *question.truth ? "the opposite of" : "the same as", question.answer->value));
  finding.labels = {{question.stem.span(), "the statement"}, {question.answer->span, "the answer"}};
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!question.truth || !question.why || !question.stem) return;
  if (question.proven.state == ProofState::kContradicted) return;
  const PassageList stem = PassagesOf(question.stem);
  if (stem.size() != 1) return;
  const StatementWords statement = ReadStatement(stem.front().tokens());
  for (const Passage& passage : PassagesOf(question.why)) {
    const WordList& tokens = passage.tokens();
    for (std::size_t begin = 0; begin < tokens.size();) {
      const Match sentence = SentenceAround(tokens.words, begin);
      if (sentence.end > begin)
        CheckSentence(question, statement, passage, {begin, sentence.end}, context);
      begin = std::max(sentence.end, begin) + 1;
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: Good running form does not help. # expect: QZ043 @ 10-41 "the opposite of the statement"
    proof: {claim: form-helps}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: Some say that good running form does not help. Bad form hurts you.
    proof: {claim: form-helps}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ043",
    .name = "why-contradicts-statement",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The reason says the opposite of a statement that is true, or the same as one that is false.",
    .rationale =
        R"md(Statement, answer and reason are printed side by side, and two of them that contradict each other leave
readers to guess. A sentence of the reason counts when it has the statement's own content words.)md",
    .source = "Haladyna, Downing, Rodriguez 2002: one and only one correct answer",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::why_contradicts_statement
