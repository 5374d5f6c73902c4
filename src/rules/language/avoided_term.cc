#include <cctype>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/phrase.h"

namespace guidec::rules::avoided_term {
namespace {

struct Avoided {
  const Term* term;
  const Id* written;
  std::vector<std::string> words;
};

bool StandsAt(const WordList& list, std::size_t at, const std::vector<std::string>& words) {
  if (at + words.size() > list.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (list.words[at + i] != words[i]) return false;
  }
  return true;
}

// Whether words [begin, end) are part of one of the phrases, as "flexors" is of "hip flexors".
bool IsCovered(const WordList& list, std::size_t begin, std::size_t end,
               std::span<const std::vector<std::string>> phrases) {
  for (const std::vector<std::string>& phrase : phrases) {
    if (phrase.size() <= end - begin) continue;
    for (std::size_t at = end < phrase.size() ? 0 : end - phrase.size(); at <= begin; ++at) {
      if (StandsAt(list, at, phrase)) return true;
    }
  }
  return false;
}

std::string CapitalLike(std::string text, std::string_view model) {
  const bool is_capital = std::isupper(static_cast<unsigned char>(model.front())) != 0;
  if (is_capital) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

void Check(const Library& library, RuleContext& context) {
  const std::string& glossary_language = library.workspace.language;
  std::vector<Avoided> avoided;
  std::vector<std::vector<std::string>> preferred;
  for (const Term& term : library.terms) {
    if (!term.term) continue;
    preferred.push_back(LowerWords(term.term.source_text(), glossary_language).words);
    for (const Id& written : term.avoid) {
      std::vector<std::string> words = LowerWords(written.value, glossary_language).words;
      if (!words.empty()) avoided.push_back({&term, &written, std::move(words)});
    }
  }
  if (avoided.empty()) return;
  ForEachPassage(library, [&](const ProseUse& use, const Passage& passage) {
    if (use.role == Role::kTerm) return;
    const WordList& list = passage.words(LanguageOf(use, library));
    for (const Avoided& entry : avoided) {
      for (std::size_t at = 0; at < list.size(); ++at) {
        if (!StandsAt(list, at, entry.words)) continue;
        const std::size_t end = at + entry.words.size();
        const Piece piece = list.PieceOf(at, end);
        if (passage.HasLiteral(piece) || IsCovered(list, at, end, preferred)) continue;
        const std::string& term = entry.term->term.source_text();
        Diagnostic& finding =
            context.Report(passage.SpanOf(piece),
                           fmt::format("the glossary avoids `{}`; write `{}`", passage.Slice(piece), term));
        finding.labels.push_back({entry.written->span, "the glossary's word on it"});
        if (passage.IsEditable(piece)) {
          const std::string replacement = CapitalLike(term, passage.Slice(piece));
          finding.fix = Fix{fmt::format("write `{}`", replacement),
                            {{passage.SpanOf(piece), replacement}},
                            Safety::kUnsafe};
        }
      }
    }
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml",
     R"yaml(purpose: Eases your hip benders. # expect: LG005 @ 21-32 "write `hip flexors`"
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(purpose: Eases your hip flexors.
)yaml"},
    {Example::kGood, "glossary.yaml", R"yaml(terms:
  hip-flexors:
    term: hip flexors
    meaning: the flexors that lift your thigh
    avoid: [flexors]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG005",
    .name = "avoided-term",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A text uses a term that the glossary avoids.",
    .rationale =
        R"md(Two names for one thing make a reader look for two things. The glossary names the term to use, and
under `avoid` those that mean the same. An avoided term within a longer term of the glossary is no
finding, nor is one in a term's meaning.)md",
    .source = "AHRQ PEMAT-P: common, everyday language, and terms used in one way",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::avoided_term
