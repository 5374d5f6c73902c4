#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/nearest.h"

namespace guidec::rules::unknown_citation {
namespace {

class Checker {
 public:
  Checker(const Guide& guide, RuleContext& context) : guide_(guide), context_(context) {
    for (const Reference& reference : guide.references) known_.push_back(reference.id.value);
  }

  void Check(std::string_view key, const Span& span) {
    if (std::ranges::find(known_, key) != known_.end()) return;
    const std::string meant = DidYouMean(key, known_);
    context_.Report(span, fmt::format("the references of guide `{}` have no `{}`{}", guide_.id.value, key,
                                      meant.empty() ? "; add it to its references.yaml" : meant));
  }
  void Check(const std::vector<Id>& cites) {
    for (const Id& cite : cites) Check(cite.value, cite.span);
  }
  void Check(const Prose& prose) {
    if (!prose) return;
    const std::string& text = prose.source_text();
    ForEachNode(prose.root, [&](const MarkdownNode& node) {
      std::size_t from = node.begin;
      for (const std::string& key : node.keys) {
        // The key itself, within a citation of several: no key has a sign in it.
        const std::size_t at = text.find('@', from) + 1;
        const bool found = at > from && at < node.end && text.compare(at, key.size(), key) == 0;
        Check(key, found ? prose.node->SpanOf(at, at + key.size()) : prose.SpanOf(node));
        if (found) from = at;
      }
    });
  }

 private:
  const Guide& guide_;
  RuleContext& context_;
  std::vector<std::string> known_;
};

void Check(const Guide& guide, RuleContext& context) {
  const Library& library = context.library();
  if (guide.references_document != nullptr && HasDamage(guide.references_document->root)) return;
  Checker checker(guide, context);
  for (const Block* block : AllBlocks(guide)) checker.Check(block->cites);
  for (const Exercise* exercise : ExercisesOf(library, guide)) checker.Check(exercise->cites);
  for (const ProseUse& use : ProseOf(library, guide)) checker.Check(*use.prose);
  for (const Term* term : guide.terms) {
    checker.Check(term->cites);
    checker.Check(term->meaning);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first [@leafet]. # expect: RF003 @ 28-34 "did you mean `leaflet`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(cites: [brochure] # expect: RF003 @ 9-17 "references of guide `hips` have no `brochure`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(main-message: Rest first [@leaflet].
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF003",
    .name = "unknown-citation",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A citation names a source that the guide's references do not have.",
    .rationale =
        R"md(A reader who wants to check the claim finds nothing, and the citation prints as a question mark.)md",
    .source = "guidec's source format; CSL citations",
    .examples = kExamples,
    .guide = Check,
};

}  // namespace guidec::rules::unknown_citation
