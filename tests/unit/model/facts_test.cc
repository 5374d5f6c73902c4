#include "model/quiz/facts.h"

#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace {

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

}  // namespace
}  // namespace guidec
