// A negative that does not stand out is unemphasised-negative's; this is about those that do.
#include <cctype>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/passage.h"
#include "text/negation.h"
#include "text/tokens.h"

namespace guidec {
namespace {

// With `not-in`, several choices are members of the list: only the exception is one.
bool NeedsException(const Question& question) {
  const auto* proof = question.proof ? std::get_if<InProof>(&question.proof->form) : nullptr;
  return proof != nullptr && proof->negated;
}

bool StandsOut(const Passage& passage, const Piece& piece) {
  if (passage.Slice(piece).size() > 1 && std::isupper(passage.Slice(piece)[1]) != 0) return true;
  bool is_emphasised = false;
  const Span span = passage.SpanOf(piece);
  ForEachNode(passage.prose->root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kStrong && node.type != MarkdownType::kEmphasis) return;
    for (const MarkdownNode& child : node.children) {
      if (child.type == MarkdownType::kText && !child.runs.empty() &&
          passage.prose->SpanOf(child, 0, child.value.size()).Contains(span)) {
        is_emphasised = true;
      }
    }
  });
  return is_emphasised;
}

void CheckPassage(const Passage& passage, RuleContext& context) {
  const WordList tokens = Tokens(passage.text);
  const auto report = [&](std::size_t at) {
    context.Report(passage.SpanOf(tokens.pieces[at]),
                   fmt::format("the question asks for what is `{}` so; ask for what is, if you can",
                               passage.Slice(tokens.pieces[at])));
  };
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (TurnsRound(tokens, at) && StandsOut(passage, tokens.pieces[at])) return report(at);
  }
  if (const auto at = FindAskedUntruth(tokens)) {
    context.Report(passage.SpanOf(tokens.pieces[*at]),
                   fmt::format("the question asks for what is `{}`; ask for what is true, if you can",
                               tokens.words[*at]));
  }
}

void Check(const Library& library, RuleContext& context) {
  ForEachQuestion(library, [&](const Guide& guide, const Question& question) {
    if (!question.stem || !IsEnglish(guide.language) || NeedsException(question) ||
        HasDamage(*question.node)) {
      return;
    }
    for (const Passage& passage : PassagesOf(question.stem)) CheckPassage(passage, context);
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: last-step
    ask: Which step of RICE is **not** followed by another? # expect: QZ027 @ 34-37 "ask for what is"
    choices:
      rest: Rest
      ice: Ice
      elevation: Elevation
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these is **not** a usual sign?
    choices:
      groin: Pain in your groin
      hip: Pain around your hip
      knee: Pain in your knee
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
};

}  // namespace

extern const Rule negative_stem;
constinit const Rule negative_stem = {
    .code = "QZ027",
    .name = "negative-stem",
    .severity = Severity::kInfo,
    .since = "0.1",
    .summary = "A question asks for what is not so.",
    .rationale =
        R"md(Who can say what is wrong need not know what is right, and a negative is harder to read even in bold.
Nothing is said where the proof is `not-in`: there several choices are right the other way round, and the
exception is what the list can prove.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: word the stem positively; the exception for `not-in` is "
        "guidec's own",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
