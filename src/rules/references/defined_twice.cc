#include <map>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/library.h"

namespace guidec {
namespace {

class Ids {
 public:
  Ids(std::string_view what, RuleContext& context) : what_(what), context_(context) {}

  void Add(const Id& id) {
    if (id.value.empty()) return;
    const auto [first, is_new] = first_.try_emplace(id.value, id.span);
    if (is_new) return;
    Diagnostic& finding = context_.Report(
        id.span, fmt::format("{} `{}` is there already; give one of the two another id", what_, id.value));
    finding.labels.push_back({first->second, "first defined here"});
  }

 private:
  std::string_view what_;
  RuleContext& context_;
  std::map<std::string, Span> first_;
};

void Check(const Library& library, RuleContext& context) {
  Ids exercises("an exercise", context);
  for (const Exercise& exercise : library.exercises) exercises.Add(exercise.id);
  Ids guides("a guide", context);
  for (const Guide& guide : library.guides) {
    guides.Add(guide.id);
    Ids anchors("in this guide, the id", context);
    for (const Id* id : AnchorsOf(guide)) anchors.Add(*id);
    Ids references("a reference", context);
    for (const Reference& reference : guide.references) references.Add(reference.id);
    if (!guide.quiz) continue;
    Ids questions("a question", context);
    for (const Question& question : guide.quiz->questions) questions.Add(question.id);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/references.yaml", R"yaml(references:
  - id: leaflet
    type: pamphlet
    title: A leaflet on hips
  - id: leaflet # expect: RF005 @ 9-16 "a reference `leaflet` is there already"
    type: pamphlet
    title: Another leaflet
)yaml"},
    {Example::kGood, "guides/hips/references.yaml", R"yaml(references:
  - id: leaflet
    type: pamphlet
    title: A leaflet on hips
)yaml"},
};

}  // namespace

extern const Rule defined_twice;
constinit const Rule defined_twice = {
    .code = "RF005",
    .name = "defined-twice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Two things have the same id.",
    .rationale = R"md(A link or a proof that names the id means one of them; which one is chance.)md",
    .source = "guidec's source format; XML 1.0, section 3.3.1: an id is unique in a document",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
