#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/file_id.h"

namespace guidec::rules::id_differs_from_file {
namespace {

void Compare(const Id& id, const std::string& name, std::string_view what, RuleContext& context) {
  if (id.span.size() == 0 || id.value == name) return;
  Diagnostic& finding = context.Report(
      id.span,
      fmt::format("id `{}` differs from the {}'s name `{}`; rename one of them", id.value, what, name));
  finding.fix = Fix{fmt::format("write `{}`", name), {{id.span, name}}, Safety::kUnsafe};
}

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  Compare(exercise.id, FileIdOf(context.library(), exercise), "file", context);
}

void CheckGuide(const Guide& guide, RuleContext& context) {
  Compare(guide.id, guide.folder, "folder", context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/bird-dog.yaml",
     R"yaml(# yaml-language-server: $schema=../../schema/exercise.schema.json
id: birddog # expect: SC005 @ 5-12 "differs from the file's name `bird-dog`" # expect: RF006
name: Bird dog
kind: strength
purpose: Builds strength around your trunk.
equipment: [mat]
sides: together
dose: {reps: 10}
steps:
  - Kneel on a mat.
  - Do {reps} repetitions.
stop-if: You feel sharp pain.
cites: [leaflet]
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(id: plank
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SC005",
    .name = "id-differs-from-file",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The id is not the name of the file or folder.",
    .rationale =
        R"md(Guides find an exercise by its id and people find it by its file. When the two differ, one of them is
looking for the wrong thing.)md",
    .source = "guidec's source format: the file's name is the id",
    .examples = kExamples,
    .exercise = CheckExercise,
    .guide = CheckGuide,
};

}  // namespace guidec::rules::id_differs_from_file
