#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::uncited_reference {
namespace {

void Check(const Library& library, RuleContext& context) {
  // What a damaged file cites is not known.
  const auto is_damaged = [](const File& file) { return HasDamage(file.document.root); };
  if (std::ranges::any_of(library.files, is_damaged)) return;
  for (const Guide& guide : library.guides) {
    std::set<std::string> cited;
    const auto add = [&](const std::vector<Id>& cites) {
      for (const Id& cite : cites) cited.insert(cite.value);
    };
    for (const Block* block : AllBlocks(guide)) add(block->cites);
    for (const Exercise* exercise : ExercisesOf(library, guide)) add(exercise->cites);
    const auto add_keys = [&](const MarkdownNode& node) { cited.insert(node.keys.begin(), node.keys.end()); };
    for (const ProseUse& use : ProseOf(library, guide)) ForEachNode(use.prose->root, add_keys);
    for (const Term* term : guide.terms) {
      add(term->cites);
      ForEachNode(term->meaning.root, add_keys);
    }
    for (const Reference& reference : guide.references) {
      if (reference.id.value.empty() || cited.contains(reference.id.value)) continue;
      context.Report(reference.id.span, fmt::format("nothing cites `{}`; cite it with `[@{}]` or remove it",
                                                    reference.id.value, reference.id.value));
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/references.yaml", R"yaml(references:
  - id: leaflet
    type: pamphlet
    title: A leaflet on hips
  - id: brochure # expect: RF007 @ 9-17 "nothing cites"
    type: pamphlet
    title: A brochure on hips
)yaml"},
    {Example::kGood, "guides/hips/references.yaml", R"yaml(references:
  - id: leaflet
    type: pamphlet
    title: A leaflet on hips
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF007",
    .name = "uncited-reference",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A source in the references is never cited.",
    .rationale =
        R"md(A bibliography lists what the text rests on; a source that nothing rests on misleads the reader.)md",
    .source = "guidec's own check",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::uncited_reference
