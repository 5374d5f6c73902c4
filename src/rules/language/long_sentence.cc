#include <cstddef>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/words.h"

namespace guidec::rules::long_sentence {
namespace {

constexpr Threshold kWords{"sentence-words", 20};
constexpr Threshold kThresholds[] = {kWords};

// So many more words, if only "and", are no harder to take in.
constexpr double kMargin = 2;

// What stands in brackets, such as an abbreviation, is passed over.
std::size_t CountOutsideBrackets(const Passage& passage, const WordView& words) {
  std::size_t count = 0;
  std::size_t from = words.pieces.empty() ? 0 : words.pieces.front().begin;
  int depth = 0;
  for (const Piece& word : words.pieces) {
    for (const char c : passage.Slice({from, word.begin}))
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
    from = word.end;
    if (depth == 0) ++count;
  }
  return count;
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  const double most = context.Value(kWords);
  if (use.role == Role::kStep || use.role == Role::kTitle) return;
  const std::string& language = context.language();
  for (const Sentence& sentence : passage.sentences(language)) {
    const std::size_t count = sentence.words.size();
    if (static_cast<double>(CountOutsideBrackets(passage, sentence.words)) <= most + kMargin) continue;
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
`sentence-words`, and two words more are let pass. Words in brackets do not count, words joined by hyphens
count as one, a placeholder as what it prints. Steps have a bound of their own, and titles have none.)md",
    .source =
        "CDC Clear Communication Index and AHRQ PEMAT-P: short, plain sentences; guidec's own bound of 20 "
        "words",
    .thresholds = kThresholds,
    .examples = kExamples,
    .passage = Check,
};

}  // namespace guidec::rules::long_sentence
