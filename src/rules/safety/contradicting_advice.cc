// Two sentences of advice whose words are the same but for "do not", "never" or "avoid".
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/phrase.h"

namespace guidec::rules::contradicting_advice {
namespace {

constexpr std::size_t kFewestWords = 3;

struct Advice {
  std::vector<std::string> words;  // without the negation
  bool is_forbidden = false;
};

Advice Read(const WordView& words) {
  Advice advice;
  std::size_t at = 0;
  if (const auto negation = MatchPhrase(words.words, "do not")) {
    at = *negation;
  } else if (MatchPhrase(words.words, "don't|never")) {
    at = 1;
  }
  advice.is_forbidden = at > 0;
  advice.words.assign(words.words.begin() + static_cast<std::ptrdiff_t>(at), words.words.end());
  return advice;
}

class Checker {
 public:
  explicit Checker(RuleContext& context) : context_(context) {}

  void Take(const Prose& text, const std::string& language) {
    if (!text) return;
    for (const Passage& passage : PassagesOf(text)) {
      for (const Sentence& sentence : passage.sentences(language)) {
        if (passage.Slice(sentence.piece).ends_with('?')) continue;
        const Advice advice = Read(sentence.words);
        if (advice.words.size() >= kFewestWords) Compare(advice, passage.SpanOf(sentence.piece));
      }
    }
  }

 private:
  void Compare(const Advice& advice, Span span) {
    const auto [known, is_new] = first_.try_emplace(advice.words, First{advice.is_forbidden, span});
    if (is_new || known->second.is_forbidden == advice.is_forbidden) return;
    Diagnostic& finding = context_.Report(
        span, advice.is_forbidden ? "this forbids what is advised elsewhere; correct the one that is wrong"
                                  : "this advises what is forbidden elsewhere; correct the one that is wrong");
    finding.labels.push_back({known->second.span, "the opposite"});
  }

  struct First {
    bool is_forbidden;
    Span span;
  };
  RuleContext& context_;
  std::map<std::vector<std::string>, First> first_;
};

void Check(const Library& library, RuleContext& context) {
  Checker checker(context);
  for (const Exercise& exercise : library.exercises) {
    for (const Prose& caution : exercise.cautions) checker.Take(caution, context.language());
  }
  for (const Guide& guide : library.guides) {
    if (!context.Reads(guide.language)) continue;
    for (const CalloutBlock* box : BlocksOf<CalloutBlock>(guide)) checker.Take(box->text, guide.language);
    for (const AdviceBlock* advice : BlocksOf<AdviceBlock>(guide)) {
      for (const Prose& how : advice->how) checker.Take(how, guide.language);
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(cautions:
  - Keep your knees slightly bent.
  - Do not keep your knees slightly bent. # expect: SF012 @ 5-42 "forbids what is advised"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(cautions:
  - Keep your knees slightly bent.
  - Do not lock your knees.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF012",
    .name = "contradicting-advice",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "One caution or piece of advice forbids what another one advises.",
    .rationale =
        R"md(Readers who do two exercises one after the other cannot follow both. Compared are cautions, boxes and advice,
sentence by sentence: the same words, once with and once without "do not". Where both are meant, say in which case.
English texts only.)md",
    .source = "CDC Clear Communication Index: behavioural recommendations are clear",
    .examples = kExamples,
    .languages = kEnglish,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::contradicting_advice
