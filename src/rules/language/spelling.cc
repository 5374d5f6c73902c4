// A word is right when the workspace accepts it (dictionary, glossary, ids, authors' names) or
// Hunspell knows it. Hunspell is loaded at the first word that it has not been asked before.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/accepted_words.h"
#include "rules/lexicon.h"
#include "rules/speller.h"
#include "rules/word_checker.h"

namespace guidec::rules::spelling {
namespace {

// Where the language is set: in the guide, else in the workspace, else the first file's first line.
Span LanguagePlace(const Library& library, const Guide* guide) {
  for (const Document* document :
       {guide == nullptr ? nullptr : guide->document, library.workspace.document}) {
    if (document == nullptr) continue;
    const Node* language = document->root.Find("language");
    if (language != nullptr) return language->span;
  }
  const Document& document = guide == nullptr ? library.files.front().document : *guide->document;
  return (*library.sources)[document.source].LineSpan(1);
}

void ReportMissingDictionary(const Library& library, const Guide* guide, const std::string& language,
                             std::set<std::string>& missing, RuleContext& context) {
  const Span place = LanguagePlace(library, guide);
  // What is no language tag at all is a wrong value.
  const bool is_wrong =
      std::ranges::any_of(library.faults, [&](const Fault& fault) { return fault.span == place; });
  if (is_wrong || !missing.insert(language).second) return;
  constexpr std::string_view kOftenWritten = "-UK";  // in language tags, only ISO 3166's GB
  if (language.ends_with(kOftenWritten)) {
    const std::string right = language.substr(0, language.size() - kOftenWritten.size()) + "-GB";
    Diagnostic& finding = context.Report(
        place, fmt::format("there is no language `{}`, so no word is checked; write `{}`", language, right));
    finding.fix = Fix{fmt::format("replace `{}` by `{}`", language, right), {{place, right}}};
    return;
  }
  context.Report(place, fmt::format("no spelling dictionary for `{}` is installed, so no word is checked; "
                                    "install the Debian package `{}`",
                                    language, DictionaryPackage(language)));
}

void Check(const Library& library, RuleContext& context) {
  AcceptedWords accepted(library);
  std::vector<const Guide*> owners;         // null for what guides share
  std::map<std::string, Lexicon> lexicons;  // by language
  std::map<const Guide*, WordChecker> checkers;
  for (const ProseUse& use : library.prose) {
    const std::string& language = LanguageOf(use, library);
    Lexicon& lexicon =
        lexicons.try_emplace(language, accepted, language, context.Reads(language)).first->second;
    const auto [entry, is_new] = checkers.try_emplace(use.guide, lexicon);
    if (is_new) owners.push_back(use.guide);
    for (const Passage& passage : PassagesOf(use)) entry->second.Check(use.role, passage);
  }
  std::set<std::string> missing;
  SuggestionBudget budget;
  for (const Guide* guide : owners) {
    WordChecker& checker = checkers.at(guide);
    const std::string& language = guide == nullptr ? library.workspace.language : guide->language;
    if (checker.misses_dictionary()) {
      ReportMissingDictionary(library, guide, language, missing, context);
    } else if (checker.IsForeign()) {
      context.Report(LanguagePlace(library, guide),
                     fmt::format("many words are in no dictionary of `{}`; is that the language of the "
                                 "text?",
                                 language));
    } else {
      checker.Report(context, budget);
    }
  }
  for (const Span& slow : accepted.SlowPatterns()) {
    context.Report(slow,
                   "this pattern takes so long that it is held against no more words; repeat nothing that is "
                   "repeated already, as in `(a+)+`");
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strenght around your trunk. # expect: LG001 @ 17-25 "`strength`"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(language: la # expect: LG001 @ 11-13 "`hunspell-la`" # expect: LG016
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(language: en-UK # expect: LG001 @ 11-16 "write `en-GB`"
)yaml"},
    {Example::kGood, "glossary.yaml", R"yaml(terms:
  hip-flexors:
    term: tensor fasciae latae
    meaning: the muscle at the outer side of your hip
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength, see `strenght` and <https://example.org/strenght>.
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: Builds "lakas ng katawan", as Carsonella ruddii and the dik-dik do.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG001",
    .name = "spelling",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A word is in no dictionary.",
    .rationale =
        R"md(A slip of the pen costs trust, and in a step it can turn the meaning. Words are looked up in Hunspell's
dictionary of the guide's language. The workspace's `dictionary`, the glossary's terms, ids, the names of
authors, units and chemical signs and, in English, some hundred words of exercise and health that Hunspell
lacks count as right, and so do known words behind forms such as `fibro` and `iso`, Latin names of the body
and words that end as terms of medicine do and are near no other; regular forms of known words
("unrepaired", "dissolvable"), and in a question and its choices a word beside a name; code, calls such as
`sqrt(n)`, a word alone in quotation marks, addresses and citations are not looked up. Where half of the
words of an English guide's passage or quotation are in no dictionary, it is in another language, and its
words are let pass; a word with a capital, which may be a name, is told where a word is one letter away. A
word is told once a file. Where Debian's `hunspell-en-med` is installed, its words of medicine count as
well.)md",
    .source = "AHRQ PEMAT-P: common, everyday language; Hunspell's dictionaries",
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::spelling
