#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "text/negation.h"
#include "text/tokens.h"

namespace guidec::rules::unemphasised_negative {
namespace {

// The texts within bold type and italics.
std::set<const MarkdownNode*> EmphasisedIn(const MarkdownNode& root) {
  std::set<const MarkdownNode*> emphasised;
  ForEachNode(root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kStrong && node.type != MarkdownType::kEmphasis) return;
    ForEachNode(node, [&](const MarkdownNode& part) { emphasised.insert(&part); });
  });
  return emphasised;
}

class StemCheck {
 public:
  StemCheck(const Prose& stem, RuleContext& context)
      : stem_(stem), emphasised_(EmphasisedIn(stem.root)), context_(context) {}

  void Run() {
    const PassageList passages = PassagesOf(stem_);
    for (const Passage& passage : Asking(passages)) CheckPassage(passage);
  }

 private:
  void CheckPassage(const Passage& passage) {
    const WordList& tokens = passage.tokens();
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const std::string_view word = passage.Slice(tokens.pieces[at]);
      // NOT in capitals stands out, too.
      if (!TurnsRound(tokens, at) || word[1] < 'a' || IsEmphasised(passage, tokens.pieces[at])) continue;
      Report(passage.SpanOf(tokens.pieces[at]), word);
    }
    const auto at = FindNegativeShortForm(tokens);
    if (!at || IsEmphasised(passage, tokens.pieces[*at])) return;
    context_.Report(passage.SpanOf(tokens.pieces[*at]),
                    "the negative is easy to overlook; ask for what is true, or write `**not**` in full");
  }

  bool IsEmphasised(const Passage& passage, const Piece& word) const {
    const auto behind = std::ranges::upper_bound(passage.segments, word.begin, {}, &Passage::Segment::begin);
    return behind != passage.segments.begin() && emphasised_.contains(std::prev(behind)->node);
  }

  void Report(const Span& span, std::string_view word) {
    Diagnostic& finding = context_.Report(
        span, fmt::format("`{0}` is easy to overlook; ask for what is true, or write `**{0}**`", word));
    // At the head of a plain scalar, YAML would take the stars for an alias.
    const bool is_alias = span.begin == stem_.span().begin;
    if (!is_alias)
      finding.fix = Fix{fmt::format("emphasise `{}`", word), {{span, fmt::format("**{}**", word)}}};
  }

  const Prose& stem_;
  const std::set<const MarkdownNode*> emphasised_;
  RuleContext& context_;
};

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (question.stem) StemCheck(question.stem, context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these is not a usual sign? # expect: QZ010 @ 28-31 "write `**not**`"
    choices:
      groin: Pain in your groin
      hip: Pain around your hip
      knee: Pain in your knee
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these isn't a usual sign? # expect: QZ010 @ 25-30
    choices: {hip: Pain around your hip, knee: Pain in your knee, groin: Pain in your groin}
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Where do you **not** expect the pain, even though the hip is not at rest?
    choices: {groin: In your groin, hip: Around your hip, knee: In your knee}
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ010",
    .name = "unemphasised-negative",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A question turns on a negative word that does not stand out.",
    .rationale =
        R"md(A reader who overlooks "not" gives the wrong answer and knew the right one. Ask for what is true; where
only the exception will do, set the word in bold. What a clause within the question denies, an aside, a text to
complete or what is told before the question turns nothing round.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: avoid negatives such as not or except; if used, capitalise and "
        "boldface them",
    .examples = kExamples,
    .languages = kEnglish,
    .question = Check,
};

}  // namespace guidec::rules::unemphasised_negative
