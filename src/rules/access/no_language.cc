#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::no_language {
namespace {

// Exercises and the glossary have no language of their own, and a guide need not.
bool NeedsLanguage(const Library& library) {
  return !library.exercises.empty() || !library.terms.empty() ||
         std::ranges::any_of(library.guides, [](const Guide& guide) {
           return guide.document->root.Find("language") == nullptr;
         });
}

void Check(const Library& library, RuleContext& context) {
  const Document* workspace = library.workspace.document;
  if (workspace == nullptr || HasDamage(workspace->root) || workspace->root.pairs.empty()) return;
  if (workspace->root.Find("language") != nullptr || !NeedsLanguage(library)) return;
  const Pair* name = workspace->root.FindPair("name");
  context.Report(
      (name == nullptr ? workspace->root.pairs.front() : *name).key.span,
      fmt::format("no `language` here, so that all texts without one of their own are taken for {}; "
                  "add `language: {}` or the language that they are in",
                  library.workspace.language, library.workspace.language));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(# without: language
name: Example # expect: AX007 @ 1-5 "`language: en-US`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(# without: language
title: Hip pain
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "AX007",
    .name = "no-language",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "guidec.yaml does not say in which language the texts are.",
    .rationale =
        R"md(A screen reader speaks German with an English voice when nobody names the language, and hyphenation,
spelling and quotation marks go wrong. `language` in guidec.yaml holds for exercises, the glossary and all
guides that do not name theirs.)md",
    .source = "WCAG 2.2, 3.1.1 language of page; ISO 14289-1 (PDF/UA-1), 7.2; EPUB Accessibility 1.1",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::no_language
