#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"

namespace guidec::rules::repeated_sentence {
namespace {

constexpr std::size_t kFewestWords = 4;  // "Breathe in." may well come twice

void Check(const ProseUse& use, RuleContext& context) {
  std::map<std::vector<std::string>, Span> said;
  for (const Passage& passage : PassagesOf(use)) {
    const std::vector<Sentence>& sentences = passage.sentences(context.language());
    for (const Sentence& sentence : sentences) {
      if (sentence.words.size() < kFewestWords) continue;
      const Span span = passage.SpanOf(sentence.piece);
      const auto [first, is_new] =
          said.try_emplace({sentence.words.words.begin(), sentence.words.words.end()}, span);
      if (is_new) continue;
      Diagnostic& finding = context.Report(span, "the text says this sentence twice; leave one out");
      finding.labels.push_back({first->second, "the first"});
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength in your trunk. Builds strength in your trunk. # expect: LG026 @ 41-71 "twice"
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: Breathe in. Breathe out. Breathe in. Breathe out, and build strength in your trunk.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG026",
    .name = "repeated-sentence",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A text says a sentence twice.",
    .rationale =
        R"md(It is what a slip with copy and paste leaves. Sentences under four words, such as "Breathe in.", may come again.)md",
    .source = "guidec's own: a common slip in edited text",
    .examples = kExamples,
    .prose = Check,
};

}  // namespace guidec::rules::repeated_sentence
