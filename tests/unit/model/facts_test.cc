#include "model/quiz/facts.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace facts_test {

std::string Dump(std::string_view file, std::string_view yaml) {
  Sources sources;
  const Library library = LoadExample(file, yaml, sources);
  return DumpFacts(library.guides.front().facts, sources);
}

TEST_CASE("the facts of a guide are its lists, protocols, claims and exercises, each with its line") {
  CHECK(Dump("guides/hips/guide.yaml", R"yaml(introduction:
  - list: plans
    items:
      rest: {text: Rest, tags: [home, easy]}
sections:
  - id: signs
    title: What it feels like
    body:
      - protocol: rice
        title: RICE
        steps: {rest: Rest., ice: Cool it.}
      - claim: form-helps
        text: Good form helps.
        cites: [leaflet]
      - claim: sleep-harms
        text: Sleep harms.
        truth: False
      - claim: doubtful
        text: It may help.
        truth: perhaps
routine: {exercises: [plank, hip-stretch], total: 3 min}
)yaml") == R"(guides/hips/guide.yaml:18	`rest` is in list `plans`
guides/hips/guide.yaml:18	`rest` in list `plans` bears the tag `home`
guides/hips/guide.yaml:18	`rest` in list `plans` bears the tag `easy`
guides/hips/guide.yaml:25	step 1 of `rice` is `rest`
guides/hips/guide.yaml:25	step 2 of `rice` is `ice`
guides/hips/guide.yaml:26	claim `form-helps` is true [@leaflet]
guides/hips/guide.yaml:29	claim `sleep-harms` is false
guides/hips/guide.yaml:34	claim `doubtful` has no truth value
guides/hips/guide.yaml:35	step 1 of `routine` is `plank`
guides/hips/guide.yaml:35	step 2 of `routine` is `hip-stretch`
guides/hips/guide.yaml:35	`total` of `routine` is 3 minutes
exercises/plank.yaml:4	`kind` of `plank` is `strength`
exercises/plank.yaml:6	`equipment` of `plank` is `mat`
exercises/plank.yaml:7	`sides` of `plank` is `together`
exercises/plank.yaml:10	`hold.until` of `plank` is `your hips begin to drop`
exercises/hip-stretch.yaml:4	`kind` of `hip-stretch` is `stretch`
exercises/hip-stretch.yaml:6	`targets` of `hip-stretch` is `hip-flexors`
exercises/hip-stretch.yaml:7	`equipment` of `hip-stretch` is `mat`
exercises/hip-stretch.yaml:8	`sides` of `hip-stretch` is `each`
exercises/hip-stretch.yaml:10	`hold` of `hip-stretch` is 30 seconds
exercises/hip-stretch.yaml:11	`sets` of `hip-stretch` is 2
)");
}

TEST_CASE("each subject knows its section, each field its type") {
  const NamedText pieces[] = {
      {"guides/hips/guide.yaml", R"yaml(introduction:
  - list: plans
    items: {rest: Rest}
sections:
  - id: first
    title: One
    body:
      - text: Nothing to prove.
      - protocol: rice
        title: RICE
        steps: {rest: Rest., ice: Cool it.}
  - id: second
    title: Two
    body:
      - exercises: [hip-stretch, plank]
      - claim: form-helps
        text: Good form helps.
  - id: third
    title: Three
    body:
      - exercises: [plank]
routine: {exercises: [plank, squat], total: 3 min}
)yaml"},
      {"exercises/squat.yaml",
       "# yaml-language-server: $schema=../../schema/exercise.schema.json\nid: squat\nname: Squat\n"
       "start-position: Standing\ndose:\n  reps: 8-12\n  tempo: 3-1-3\n  rest: 90 s\n"
       "  progression: {to: 20, by: 2, every: week}\n"},
      {"exercises/plank.yaml",
       "dose:\n  hold: 20 s\n  progression: {to: 40 s, by: 5 s, every: week}\n"},
  };
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  const Facts& facts = library.guides.front().facts;
  std::string subjects;
  for (const Subject& subject : facts.subjects) {
    subjects += fmt::format("{} {} in `{}`\n", SubjectName(subject.kind), subject.id.value, subject.section);
  }
  CHECK(subjects ==
        "list plans in ``\nprotocol rice in `first`\nclaim form-helps in `second`\nroutine routine in ``\n"
        "exercise hip-stretch in `second`\nexercise plank in `second`\nexercise squat in ``\n");
  std::string fields;
  for (const Fact& fact : facts.facts) {
    if (fact.kind != FactKind::kField) continue;
    fields += fmt::format("{}.{} {}", facts.subjects[fact.subject].id.value, fact.name,
                          fact.type == ValueType::kId     ? "id"
                          : fact.type == ValueType::kText ? "text"
                                                          : "quantity");
    if (fact.type == ValueType::kQuantity) {
      const bool is_time = std::holds_alternative<Seconds>(fact.quantity);
      const auto [min, max] = std::visit([](const auto& one) { return std::pair(one.min, one.max); }, fact.quantity);
      fields += fmt::format(" {}-{}{}", min, max, is_time ? " s" : "");
    }
    fields += fmt::format(": {}\n", fact.value);
  }
  CHECK(fields ==
        "routine.total quantity 180-180 s: 3 minutes\n"
        "hip-stretch.kind id: stretch\nhip-stretch.targets id: hip-flexors\nhip-stretch.equipment id: mat\n"
        "hip-stretch.sides id: each\nhip-stretch.hold quantity 30-30 s: 30 seconds\n"
        "hip-stretch.sets quantity 2-2: 2\n"
        "plank.kind id: strength\nplank.equipment id: mat\nplank.sides id: together\n"
        "plank.hold quantity 20-20 s: 20 seconds\nplank.progression.to quantity 40-40 s: 40 seconds\n"
        "plank.progression.by quantity 5-5 s: 5 seconds\n"
        "squat.start-position text: Standing\nsquat.reps quantity 8-12: 8 to 12\nsquat.tempo id: 3-1-3\n"
        "squat.rest quantity 90-90 s: 1 minute 30 seconds\n"
        "squat.progression.to quantity 20-20: 20\nsquat.progression.by quantity 2-2: 2\n");
  CHECK(facts.IdsOf(SubjectKind::kExercise) == std::vector<std::string>{"hip-stretch", "plank", "squat"});
  CHECK(facts.Find(SubjectKind::kExercise, "rice") == nullptr);
  REQUIRE(facts.Find(SubjectKind::kProtocol, "rice") != nullptr);
  const std::vector<const Fact*> steps = facts.Of(*facts.Find(SubjectKind::kProtocol, "rice"), FactKind::kStep);
  REQUIRE(steps.size() == 2);
  CHECK((steps[0]->step == 1 && steps[1]->step == 2 && steps[1]->value == "ice"));
}

}  // namespace facts_test
}  // namespace guidec
