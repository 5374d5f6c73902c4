// Two questions are the same when they are asked in the same words of the same choices, or in the same content
// words and with the same proof; two statements also when one denies the other.
#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/kind.h"
#include "model/quiz/proof.h"
#include "model/quiz/question.h"
#include "text/statements.h"
#include "text/words.h"

namespace guidec::rules::repeated_question {
namespace {

struct Entry {
  const Question* question = nullptr;
  std::string stem;               // its words and signs
  std::set<std::string> choices;  // and those of the choices and matches
  std::string proof;
  StatementWords statement;  // of a true-or-false question
};

std::string WordsOfProse(const Prose& prose) {
  std::string words;
  for (const Passage& passage : PassagesOf(prose)) {
    for (const std::string& token : passage.tokens().words) words += token + " ";
  }
  return words;
}

Entry EntryOf(const Question& question) {
  Entry entry{&question, WordsOfProse(question.stem), {}, {}, {}};
  for (const auto group : ChoiceGroupsOf(question)) {
    for (const Choice& choice : group) entry.choices.insert(WordsOfProse(choice.text));
  }
  if (question.proof) entry.proof = WordsOf(question, *question.proof);
  const PassageList stem = PassagesOf(question.stem);
  if (question.kind->is_statement && stem.size() == 1) entry.statement = ReadStatement(stem.front().tokens());
  return entry;
}

bool IsSame(const Entry& one, const Entry& other) {
  if (one.question->kind != other.question->kind) return false;
  const bool has_same_proof = !one.proof.empty() && one.proof == other.proof;
  return one.stem == other.stem && (one.choices == other.choices || has_same_proof);
}

Likeness Compare(const Entry& one, const Entry& other) {
  const std::size_t count = one.statement.content.size();
  if (other.statement.content.size() != count) return Likeness::kUnlike;
  const StatementComparison compared = CompareStatements(one.statement, other.statement);
  return compared.coverage > 0.99 ? compared.likeness : Likeness::kUnlike;
}

void Report(const Entry& one, const Entry& other, std::string message, RuleContext& context) {
  Diagnostic& finding = context.Report(other.question->stem.span(), std::move(message));
  finding.labels.push_back({one.question->stem.span(), "the other question"});
}

void CheckStatements(const Entry& one, const Entry& other, RuleContext& context) {
  const Likeness likeness = Compare(one, other);
  if (likeness != Likeness::kSame && likeness != Likeness::kOpposite) return;
  // What a claim proves is compared with the claim.
  const auto proven_by_claim = [](const Entry& entry) {
    return entry.question->proof && std::holds_alternative<ClaimProof>(entry.question->proof->form);
  };
  const bool has_same_answer = one.question->truth == other.question->truth;
  if (has_same_answer == (likeness == Likeness::kOpposite)) {
    if (proven_by_claim(one) && proven_by_claim(other)) return;
    return Report(one, other,
                  fmt::format("this contradicts question `{}`, by what it says and its answer; correct one",
                              one.question->id.value),
                  context);
  }
  if (likeness == Likeness::kSame)
    Report(one, other,
           fmt::format("this asks the same as question `{}`; ask about something else",
                       one.question->id.value),
           context);
}

// A question is held against so many before it: no quiz that people take has more.
constexpr std::size_t kMostCompared = 100;

void Check(const Guide&, const Quiz& quiz, RuleContext& context) {
  std::vector<Entry> entries;
  for (const Question& question : quiz.questions) {
    if (!question.stem || HasDamage(*question.node)) continue;
    const Entry& entry = entries.emplace_back(EntryOf(question));
    const std::size_t last = entries.size() - 1;
    for (std::size_t at = last - std::min(last, kMostCompared); at < last; ++at) {
      const Entry& earlier = entries[at];
      const bool are_statements = earlier.question->truth && question.truth;
      if (IsSame(earlier, entry) && (!are_statements || earlier.question->truth == question.truth)) {
        Report(earlier, entry,
               fmt::format("this repeats question `{}`; ask about something else or leave it out",
                           earlier.question->id.value),
               context);
        break;
      }
      if (are_statements) CheckStatements(earlier, entry, context);
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: to-begin-with
    ask: What is the first step of RICE? # expect: QZ040 @ 10-41 "repeats question `first-step`"
    choices: {rest: Rest, compression: Compression, elevation: Elevation}
    answer: rest
    why: R is for rest.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: end
    true-or-false: RICE ends with elevation.
    answer: true
    why: The letters stand in that order.
    proof: {step: last, of: rice, for: elevation}
  - id: no-end
    true-or-false: RICE begins with elevation. # expect: QZ040 @ 20-47 "contradicts question `end`"
    answer: true # expect: QZ006 @ 13-17
    why: You may raise your leg at any time.
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: last-step
    ask: What is the last step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ040",
    .name = "repeated-question",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A quiz asks the same question twice, or two of its statements contradict each other.",
    .rationale =
        R"md(Who has answered a question learns nothing from answering it again, and the points count twice. Two
statements that say the opposite of each other cannot both be true, nor both be false.)md",
    .source = "Haladyna, Downing, Rodriguez 2002: keep the content of each item independent of other items",
    .examples = kExamples,
    .languages = kEnglish,
    .quiz = Check,
};

}  // namespace guidec::rules::repeated_question
