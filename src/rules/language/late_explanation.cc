// A passage explains a term when it names it and says much of what the glossary says: half of the meaning's
// content words at the first use, where the benefit of the doubt is the author's, and two thirds of them
// right behind or before the name further down, where they accuse.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "model/prose/reading_order.h"
#include "rules/explained_term.h"
#include "text/content_words.h"

namespace guidec::rules::late_explanation {
namespace {

constexpr double kShareAtFirst = 0.5;
constexpr double kShareLater = 2.0 / 3;
constexpr std::size_t kFewestWords = 2;

bool Says(std::string_view text, const ExplainedTerm& term, double share) {
  const auto content = ContentWords(text);
  const auto said =
      std::ranges::count_if(term.meaning, [&](const std::string& stem) { return content.contains(stem); });
  return static_cast<double>(said) >= share * static_cast<double>(term.meaning.size());
}

// The sentence that names the term and tells beside it what it means.
std::optional<Piece> FindExplanation(const Passage& passage, const ExplainedTerm& term,
                                     const std::string& language) {
  for (const auto& [sentence, words] : passage.sentences(language)) {
    const auto name = FindName(words, term);
    if (!name) continue;
    const std::string_view before = passage.Slice({sentence.begin, name->begin});
    const std::string_view after = passage.Slice({name->end, sentence.end});
    if ((OpensMeaning(after) && Says(after, term, kShareLater)) ||
        (ClosesMeaning(before) && Says(before, term, kShareLater))) {
      return sentence;
    }
  }
  return std::nullopt;
}

void CheckTerm(const Term& term, const std::vector<const Passage*>& passages, const std::string& language,
               RuleContext& context) {
  const ExplainedTerm explained = Explain(term, language);
  if (explained.name.empty() || explained.meaning.size() < kFewestWords) return;
  const Passage* first = nullptr;
  Piece first_name;
  for (const Passage* passage : passages) {
    const auto name = FindName(passage->words(language), explained);
    if (!name || passage->HasLiteral(*name)) continue;
    if (first == nullptr) {
      if (Says(passage->text, explained, kShareAtFirst)) return;
      first = passage;
      first_name = *name;
    } else if (const auto sentence = FindExplanation(*passage, explained, language)) {
      Diagnostic& finding =
          context.Report(first->SpanOf(first_name),
                         fmt::format("`{}` is explained only further down; explain it here, where "
                                     "readers meet it first",
                                     first->Slice(first_name)));
      finding.labels.push_back({passage->SpanOf(*sentence), "explained here"});
      return;
    }
  }
}

void Check(const Guide& guide, RuleContext& context) {
  const Library& library = context.library();
  std::vector<PassageList> lists;
  std::vector<const Passage*> passages;
  for (const ProseUse& use : InReadingOrder(library, guide)) {
    if (use.role == Role::kTitle || use.role == Role::kAlternative) continue;
    for (const Passage& passage : lists.emplace_back(PassagesOf(use))) passages.push_back(&passage);
  }
  for (const Term* term : guide.terms) CheckTerm(*term, passages, guide.language, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Your hip flexors may be too tight. # expect: LG015 @ 16-27 "explained only further down"
  - text: The hip flexors are the muscles that lift your thigh.
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Your hip flexors, the muscles that lift your thigh, may be too tight.
  - text: Stretch your hip flexors.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG015",
    .name = "late-explanation",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A term of the glossary is used before the text explains it.",
    .rationale =
        R"md(A reader who meets a strange word without its meaning stops, guesses or leaves; the glossary stands at the
guide's end and few turn to it. Where the text explains a term at all, it does so at the first use.
Reported is an English term whose first use outside titles lacks the meaning while a later sentence
gives it beside the term, in words that the glossary has too. A term that only the glossary explains is left
to the author.)md",
    .source = "AHRQ PEMAT-P: medical terms are defined where they are used",
    .examples = kExamples,
    .languages = kEnglish,
    .guide = Check,
};

}  // namespace guidec::rules::late_explanation
