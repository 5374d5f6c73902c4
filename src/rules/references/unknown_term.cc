#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/nearest.h"

namespace guidec::rules::unknown_term {
namespace {

void Check(const Library& library, RuleContext& context) {
  const auto is_broken = [](const File& file) {
    return file.kind == Kind::kGlossary && HasDamage(file.document.root);
  };
  if (std::ranges::any_of(library.files, is_broken)) return;
  std::vector<std::string> known;
  for (const Term& term : library.terms) known.push_back(term.id.value);
  for (const Exercise& exercise : library.exercises) {
    for (const Id& target : exercise.targets) {
      if (library.FindTerm(target.value) != nullptr) continue;
      const std::string meant = DidYouMean(target.value, known);
      context.Report(target.span, fmt::format("the glossary has no term `{}`{}", target.value,
                                              meant.empty() ? "; add it to glossary.yaml" : meant));
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml",
     R"yaml(targets: [hip-flexor] # expect: RF002 @ 11-21 "did you mean `hip-flexors`"
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(targets: [hip-flexors]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF002",
    .name = "unknown-term",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "An exercise targets something that the glossary does not explain.",
    .rationale = R"md(Targets are printed; a word without a plain meaning says nothing to a patient.)md",
    .source = "AHRQ PEMAT-P: medical terms are defined; guidec's source format",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::unknown_term
