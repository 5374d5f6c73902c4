#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/negation.h"
#include "text/phrase.h"

namespace guidec::rules::absolute_promise {
namespace {

// What a text promises of an exercise. Surgery and antibiotics do cure, and of those a guide may say so.
constexpr Phrases kCures{
    "cures",
    "will|can|does|to cure",
    "cure|curing your|all|any|every|back|hip|knee|neck|shoulder|foot|muscle|joint|chronic|pain|aches|the|it",
    "be|is|are|was|were|get|gets cured",
    "a|the|your|only|best|sure cure for|of",
};
constexpr Phrases kMedicalCare{
    "surgery|surgical|surgeon|operation|transplant*|chemotherapy|radiation|antibiotic*|antiviral*|vaccin*",
    "drug|drugs|medicine|medicines|medication|medications|treatment|treatments|treated|therapies|prescri*|"
    "remove*|"
    "removing",
};

constexpr Phrases kPromises{
    "guaranteed",
    "guarantee|guarantees ... relief|result|results|success|recovery",
    "always works|helps|heals|prevents|relieves|stops",
    "work|works every time",
    "safe for everyone|everybody|anyone|all",
    "everyone|everybody|anyone can safely",
    "never fail|fails",
    "100 percent? effective|safe|sure|certain|reliable|successful|success|relief",
    "completely|totally|absolutely|perfectly safe|effective",
    "is|are|completely|totally|absolutely|entirely risk-free",
    "risk-free way|method|exercise|exercises|stretch|stretches|program|programme|plan|training",
    "miracle",
    "instant|permanent relief|cure",
    "will never return",
    "never come back",
    "never hurt again",
};

// "may cure", "want a cure": no promise.
bool IsHedged(const WordView& words, const Match& promise) {
  const std::size_t at = promise.begin;
  // "Is cured when healthy nail grows": the sign of it. "It does not always work" takes it back.
  const auto behind = std::span(words.words).subspan(promise.end);
  if (MatchPhrase(behind, "when|once") ||
      FindPhrase(behind, "not|doesn't|don't|won't always|everyone|everybody"))
    return true;
  static constexpr Phrases kHedges{"may|might|could|if|whether|search*|look*|want*|hope*|hard|harder",
                                   "some|many|most|chance|chances|goal|once|until|before|after|when"};
  const auto hedge = FindAnyPhrase(std::span(words.words).first(at), kHedges);
  return hedge.has_value();
}

// "The only cure for fatigue is sleep", "rights guaranteed by law", "guaranteed low latency": what is said of
// no exercise.
constexpr Phrases kOfOthers{"the only|best cure for fatigue|tiredness|boredom|hunger|thirst",
                            "guaranteed by|under|in|low|high|minimum|maximum|rate|income|delivery"};

std::optional<Match> FindPromise(std::span<const std::string> words) {
  const auto cure = FindAnyPhrase(words, kCures);
  const bool is_care = cure && FindAnyPhrase(words, kMedicalCare);
  const auto promise = cure && !is_care ? cure : FindAnyPhrase(words, kPromises);
  return promise && FindAnyPhrase(words, kOfOthers) ? std::nullopt : promise;
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  if (use.is_denied) return;
  for (const Sentence& sentence : passage.sentences(context.language())) {
    if (passage.Slice(sentence.piece).ends_with('?')) continue;
    const auto promise = FindPromise(sentence.words.words);
    if (!promise || IsNegatedBefore(sentence.words.words, promise->begin) ||
        IsHedged(sentence.words, *promise)) {
      continue;
    }
    const Piece place = sentence.words.PieceOf(promise->begin, promise->end);
    context.Report(
        passage.SpanOf(place),
        fmt::format("`{}` promises what no exercise can keep; say what may help", passage.Slice(place)));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: This stretch cures hip pain. # expect: SF006 @ 28-33 "`cures`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Gives you a strong trunk, guaranteed. # expect: SF006 @ 36-46 "`guaranteed`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: >-
  This stretch may ease hip pain. No exercise cures it. An antibiotic cures some infections, and a cure is the goal.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF006",
    .name = "absolute-promise",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A text promises a cure or a certain success.",
    .rationale =
        R"md(No exercise helps everybody. Whoever is promised a cure and gets worse keeps on exercising, or loses
trust. Words like "cures", "guaranteed" or "always works" are findings unless the sentence denies or
asks them; claims marked as false and wrong answers of a quiz may say what they like. English texts
only.)md",
    .source = "CDC Clear Communication Index: risks and benefits, what is known and not known",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::absolute_promise
