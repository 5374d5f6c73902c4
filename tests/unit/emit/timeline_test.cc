#include "emit/json/timeline.h"

#include <string>

#include <catch2/catch.hpp>

#include "emit/json/bundle.h"
#include "lint/example.h"
#include "support/golden.h"

namespace guidec {
namespace timeline_test {

TEST_CASE("the bundle carries the cues of a session") {
  Sources sources;
  const Library library = LoadExample(
      "guides/hips/guide.yaml", "routine:\n  exercises: [hip-stretch, plank]\n  total: 3 min\n", sources);
  const auto bundle = Bundle(GuideView(library, library.guides.front()), {.generator = "guidec"});
  CHECK(bundle["bundleVersion"].get<std::string>() == kBundleVersion);
  CHECK(bundle["routine"]["computed"]["minSeconds"] == bundle["routine"]["timeline"]["minSeconds"]);
  CHECK(bundle["routine"]["computed"]["maxSeconds"] == bundle["routine"]["timeline"]["maxSeconds"]);
  CheckGolden("emit/timeline/session.json", bundle["routine"]["timeline"].dump(1) + "\n");
}

TEST_CASE("ranges and open-ended holds are given with what is planned") {
  Sources sources;
  const Library library =
      LoadExample("exercises/plank.yaml",
                  "sides: each\ndose:\n  hold: {until: you tire, start: 15 s, add: 5 s, each: week}\n"
                  "  sets: 1-2\n  rest: 1 min\nsteps:\n  - Lie on your right side.\n  - Hold {hold}.\n"
                  "  - Repeat on the other side.\n",
                  sources);
  const Timeline timeline = TimelineOf(*library.FindExercise("plank"), *library.workspace.timing);
  CheckGolden("emit/timeline/ranges.json", TimelineJson(timeline, Wording("en")).dump(1) + "\n");
}

}  // namespace timeline_test
}  // namespace guidec
