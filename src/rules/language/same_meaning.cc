#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/tokens.h"

namespace guidec::rules::same_meaning {
namespace {

void Check(const Library& library, RuleContext& context) {
  std::map<std::vector<std::string>, const Term*> first;
  std::set<const Term*> reported;
  for (const Term& term : library.terms) {
    if (!term.meaning || !term.term) continue;
    std::vector<std::string> words = Tokens(PlainText(term.meaning.root)).words;
    if (!words.empty() && words.back() == ".") words.pop_back();
    if (words.empty()) continue;
    const auto [known, is_new] = first.try_emplace(words, &term);
    // One finding for a meaning that all terms of a draft have.
    if (is_new || !reported.insert(known->second).second) continue;
    Diagnostic& finding = context.Report(
        term.meaning.span(),
        fmt::format("`{}` has the meaning of `{}`; write what it means, or list it there under `avoid`",
                    PlainText(term.term.root), PlainText(known->second->term.root)));
    finding.labels.push_back({known->second->meaning.span(), "the same meaning"});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "glossary.yaml", R"yaml(terms:
  hip-flexors:
    term: hip flexors
    meaning: the muscles that lift your thigh
  trunk:
    term: trunk
    meaning: The muscles that lift your thigh # expect: LG043 @ 14-46 "the meaning of `hip flexors`"
)yaml"},
    {Example::kGood, "glossary.yaml", R"yaml(terms:
  hip-flexors:
    term: hip flexors
    meaning: the muscles that lift your thigh
  trunk:
    term: trunk
    meaning: the muscles around your trunk
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG043",
    .name = "same-meaning",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Two terms of the glossary have one meaning.",
    .rationale =
        R"md(Either one meaning was copied and not written anew, or both words name one thing. Then one of them is
enough, and the other belongs under `avoid`.)md",
    .source = "Federal plain language guidelines: use the same term for the same thing",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::same_meaning
