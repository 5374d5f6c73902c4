#include <map>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/picture/figure.h"
#include "rules/file_id.h"

namespace guidec::rules::defined_twice {
namespace {

class Ids {
 public:
  explicit Ids(RuleContext& context) : context_(context) {}

  void Add(const Id& id, std::string_view what, std::string_view remedy = "give one of the two another id") {
    if (id.value.empty()) return;
    const auto [first, is_new] = first_.try_emplace(id.value, id.span);
    if (is_new) return;
    Diagnostic& finding =
        context_.Report(id.span, fmt::format("{} `{}` is there already; {}", what, id.value, remedy));
    finding.labels.push_back({first->second, "first here"});
  }

 private:
  RuleContext& context_;
  std::map<std::string, Span> first_;
};

void CheckAnchors(const Guide& guide, RuleContext& context) {
  std::set<const Id*> exercises;
  for (const ExercisesBlock* block : BlocksOf<ExercisesBlock>(guide)) {
    for (const Id& id : block->ids) exercises.insert(&id);
  }
  Ids anchors(context);
  for (const Id* id : AnchorsOf(guide)) {
    if (exercises.contains(id)) {
      anchors.Add(*id, "in this guide, the exercise or id", "show it once");
    } else {
      anchors.Add(*id, "in this guide, the id");
    }
  }
}

// Of a file and its copy, the copy has the wrong id.
void CheckExercises(const Library& library, RuleContext& context) {
  Ids exercises(context);
  for (const bool has_name_of_file : {true, false}) {
    for (const Exercise& exercise : library.exercises) {
      if ((FileIdOf(library, exercise) == exercise.id.value) != has_name_of_file) continue;
      exercises.Add(exercise.id, "an exercise");
    }
  }
  for (const Exercise& exercise : library.exercises) {
    Ids steps(context);
    for (const Id& id : exercise.step_ids) steps.Add(id, "a step");
    Ids figures(context);
    for (const Picture& picture : exercise.pictures) {
      if (picture.figure) figures.Add(picture.figure->id, "a figure");
    }
  }
}

void Check(const Library& library, RuleContext& context) {
  CheckExercises(library, context);
  Ids guides(context);
  for (const Guide& guide : library.guides) {
    guides.Add(guide.id, "a guide");
    CheckAnchors(guide, context);
    Ids references(context);
    for (const Reference& reference : guide.references) references.Add(reference.id, "a reference");
    if (!guide.quiz) continue;
    Ids questions(context);
    for (const Question& question : guide.quiz->questions) questions.Add(question.id, "a question");
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

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF005",
    .name = "defined-twice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Two things have the same id.",
    .rationale = R"md(A link or a proof that names the id means one of them; which one is chance.)md",
    .source = "guidec's source format; XML 1.0, section 3.3.1: an id is unique in a document",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::defined_twice
