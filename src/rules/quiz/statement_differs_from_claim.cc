// The proof of such a question is the claim's truth alone, whatever the statement says. So the two are read
// side by side: by their content words, with what turns a sentence round (text/statements.h).
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/named_parts.h"
#include "text/statements.h"

namespace guidec::rules::statement_differs_from_claim {
namespace {

// Statement and claim are about the same, so that one word may be another; guidec's own figure.
constexpr std::size_t kMostApart = 1;

struct Pair {
  const Question& question;
  const ClaimBlock& claim;
  const Passage& statement;
};

void Report(const Pair& pair, std::size_t token, std::string message, RuleContext& context) {
  Diagnostic& finding =
      context.Report(pair.statement.SpanOf(pair.statement.tokens().pieces[token]), std::move(message));
  finding.labels = {{pair.claim.text.span(), "the claim"}, {pair.question.answer->span, "the answer"}};
}

// Whether the statement has one part of a list in the place of another, which the claim names.
const NamedPart* NamedInstead(const NameWords& statement, const NameWords& claim, const NamedParts& named) {
  for (const NamedPart& part : named.parts) {
    if (part.name.empty() || !Contains(statement, part.name) || ShareAny(claim, part.name)) continue;
    const bool is_instead = std::ranges::any_of(named.parts, [&](const NamedPart& other) {
      return other.whole == part.whole && !other.name.empty() && Contains(claim, other.name) &&
             !ShareAny(statement, other.name);
    });
    if (is_instead) return &part;
  }
  return nullptr;
}

void CheckNames(const Pair& pair, const NamedParts& named, RuleContext& context) {
  const NameWords statement = NameWordsOf(pair.question.stem);
  const NameWords claim = NameWordsOf(pair.claim.text);
  NameWords shared = Minus(statement, Minus(statement, claim));
  if (shared.size() < 3 || shared.size() * 2 < claim.size()) return;
  const NamedPart* other = NamedInstead(statement, claim, named);
  if (other == nullptr) return;
  Report(pair, 0,
         fmt::format("the statement speaks of `{}`, and claim `{}` does not; correct one of the two",
                     other->id->value, pair.claim.id.value),
         context);
}

void CheckPair(const Pair& pair, const NamedParts& named, RuleContext& context) {
  const bool wants_same = !pair.question.proof->negated;
  const PassageList claim = PassagesOf(pair.claim.text);
  if (claim.size() != 1) return;
  const StatementComparison compared =
      CompareStatements(ReadStatement(pair.statement.tokens()), ReadStatement(claim.front().tokens()));
  const std::string& id = pair.claim.id.value;
  switch (compared.apart() > kMostApart ? Likeness::kUnlike : compared.likeness) {
    case Likeness::kOpposite:
      if (!wants_same) return;
      return Report(pair, compared.at,
                    fmt::format("the statement says the opposite of claim `{}`, and the answer is as if it said "
                                "the same; correct one of the two, or put the proof behind `not`",
                                id),
                    context);
    case Likeness::kSame:
      if (wants_same) return CheckNames(pair, named, context);
      return Report(pair, compared.at,
                    fmt::format("the statement says the same as claim `{}`, and its proof is behind `not`; take "
                                "the `not` away or correct the statement",
                                id),
                    context);
    case Likeness::kOtherNumber:
      if (!wants_same) return;
      return Report(pair, compared.at,
                    fmt::format("the statement has another number than claim `{}`, which is to prove it; "
                                "correct one of the two",
                                id),
                    context);
    case Likeness::kUnlike:
      return CheckNames(pair, named, context);
  }
}

void Check(const Guide& guide, const Quiz& quiz, RuleContext& context) {
  for (const Question& question : quiz.questions) {
    const auto* proof = question.proof ? std::get_if<ClaimProof>(&question.proof->form) : nullptr;
    if (proof == nullptr || question.proven.state != ProofState::kProven) continue;
    const auto* claim = FindBlock<ClaimBlock>(guide, proof->claim.value);
    const PassageList statement = PassagesOf(question.stem);
    if (claim == nullptr || !claim->text || statement.size() != 1) continue;
    CheckPair({question, *claim, statement.front()}, *guide.named_parts, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Poor running form helps. # expect: QZ037 @ 20-24 "the opposite of claim `form-helps`"
    answer: true
    why: It spares your hips.
    proof: {claim: form-helps}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form does **not** help.
    answer: false
    why: It spares your hips.
    proof: {not: {claim: form-helps}}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: It helps you to run with good form.
    answer: true
    why: It spares your hips.
    proof: {claim: form-helps}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ037",
    .name = "statement-differs-from-claim",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A statement says the opposite of the claim that proves it, or has another number or name.",
    .rationale =
        R"md(The claim's truth decides the answer, so the statement has to say what the claim says; where it is to say
the opposite, the proof is `not: {claim: …}`. What turns a sentence round counts: "not", "more" for "less",
"before" for "after", the two sides of "than".)md",
    .source = "guidec's own: what the proof says and what the question says are one fact",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .quiz = Check,
};

}  // namespace guidec::rules::statement_differs_from_claim
