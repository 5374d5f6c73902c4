#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/nearest.h"

namespace guidec::rules::unused_term {
namespace {

// Terms that exercises probably mean where they target one that is not there; another rule reports that.
std::set<std::string> MeantByMistake(const Library& library) {
  std::vector<std::string> known;
  for (const Term& term : library.terms) known.push_back(term.id.value);
  std::set<std::string> meant;
  for (const Exercise& exercise : library.exercises) {
    for (const Id& target : exercise.targets) {
      if (library.FindTerm(target.value) != nullptr) continue;
      if (auto nearest = Nearest(target.value, known)) meant.insert(*std::move(nearest));
    }
  }
  return meant;
}

void Check(const Library& library, RuleContext& context) {
  // What a damaged file names is not known.
  const auto is_damaged = [](const File& file) { return HasDamage(file.document.root); };
  if (library.guides.empty() || std::ranges::any_of(library.files, is_damaged)) return;
  std::set<const Term*> printed;
  for (const Guide& guide : library.guides) {
    for (const Term* term : guide.terms) printed.insert(term);
  }
  const std::set<std::string> meant = MeantByMistake(library);
  for (const Term& term : library.terms) {
    if (!term.term || printed.contains(&term) || meant.contains(term.id.value)) continue;
    context.Report(term.id.span,
                   fmt::format("no guide names `{}` and no exercise of a guide targets it, so it is never "
                               "printed; use it or remove it",
                               term.term.source_text()));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "glossary.yaml", R"yaml(terms:
  hip-flexors:
    term: hip flexors
    meaning: the muscles that lift your thigh
  sacrum: # expect: RF011 @ 3-9 "no guide names `sacrum`"
    term: sacrum
    meaning: the bone between your hips
)yaml"},
    {Example::kGood, "glossary.yaml", R"yaml(terms:
  hip-flexors:
    term: hip flexors
    meaning: the muscles that lift your thigh
  groin:
    term: groin
    meaning: the fold between your belly and your thigh
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF011",
    .name = "unused-term",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "No guide uses a term of the glossary.",
    .rationale =
        R"md(A guide prints the terms that its text names or that its exercises target. Another is left over, or
the guides write it otherwise than the glossary does. Lists, protocols and claims need no such use: they
are printed where they stand.)md",
    .source = "guidec's own check",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::unused_term
