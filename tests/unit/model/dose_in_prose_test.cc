#include "model/dose/dose_in_prose.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace dose_in_prose_test {

// The introduction of a guide, in a library with these exercises beside the clean example's.
struct Loaded {
  explicit Loaded(std::string_view text) {
    std::vector<NamedText> pieces = {
        {"guides/hips/guide.yaml", fmt::format("introduction:\n  - text: \"{}\"\n", text)}};
    for (const std::string_view name : {"Side plank", "Wall press", "Hip box", "Leg waltz", "Bench push"}) {
      const std::string id(name.substr(name.find(' ') + 1));
      pieces.push_back({fmt::format("exercises/{}.yaml", id),
                        fmt::format("# yaml-language-server: $schema=../../schema/exercise.schema.json\n"
                                    "id: {}\nname: {}\n",
                                    id == "plank" ? "side-plank" : id, name)});
    }
    pieces[1].path = "exercises/side-plank.yaml";
    library = LoadExample(pieces, sources);
    const Prose& prose = std::get<TextBlock>(library.guides.front().introduction.front().content).text;
    const PassageList list = PassagesOf(prose);
    passages.assign(list.begin(), list.end());
  }

  Sources sources;
  Library library;
  std::vector<Passage> passages;
};

std::string Show(const DoseSubject& subject) {
  return fmt::format("{}{}", subject.exercise == nullptr ? "nobody" : subject.exercise->id.value,
                     subject.is_each_stretch ? ", each stretch" : "");
}

struct Row {
  std::string_view text;
  std::string_view subject;
};

TEST_CASE("a figure of a dose is the exercise's that its words are about") {
  static constexpr Row kRows[] = {
      {"Hold the plank for 30 seconds.", "plank"},
      {"Plank: hold for 30 seconds.", "plank"},
      {"Hold the side plank for 30 seconds.", "side-plank"},
      {"Hold the planks for 30 seconds.", "nobody"},
      {"Hold side planks for 30 seconds.", "side-plank"},
      {"Hold hip stretches for 30 seconds.", "hip-stretch"},
      {"Hold wall presses for 30 seconds.", "press"},
      {"Hold hip boxes for 30 seconds.", "box"},
      {"Hold leg waltzes for 30 seconds.", "waltz"},
      {"Hold bench pushes for 30 seconds.", "push"},
      {"Hold bench pushs for 30 seconds.", "nobody"},
      {"Do the plank. Hold it for 30 seconds.", "plank"},
      {"Do the plank. Hold for 30 seconds. Do the plank.", "plank"},
      {"Hold it for 30 seconds. Then do the plank.", "nobody"},
      {"Do the plank. Then the hip stretch. Hold it for 30 seconds.", "nobody"},
      {"Do the plank. Hold the hip stretch for 30 seconds.", "hip-stretch"},
      {"Hold the plank or hip stretch for 30 seconds.", "nobody"},
      {"Hold the plank or plank for 30 seconds.", "plank"},
      {"Hold it for 30 seconds.", "nobody"},
      {"Hold each stretch for 30 seconds.", "nobody, each stretch"},
      {"Hold all your stretches for 30 seconds.", "nobody, each stretch"},
      {"In stretches, hold each for 30 seconds.", "nobody, each stretch"},
      {"Do stretches. Hold the plank for 30 seconds.", "plank"},
      {"As with stretches, hold the plank for 30 seconds.", "nobody"},
      {"Hold the plank on each side for 30 seconds.", "plank"},
      {"Hold the plank on each mat for 30 seconds.", "nobody"},
      {"Hold the plank for 30 seconds, with both legs or both ends.", "nobody"},
      {"Hold the plank for 30 seconds with both.", "nobody"},
      {"Hold the plank in the two ways for 30 seconds.", "nobody"},
      {"Hold the plank for the two minutes.", "plank"},
      {"Hold [it](#plank) for 30 seconds.", "plank"},
      {"Hold [it *up*](#plank) for 30 seconds.", "plank"},
      {"Hold [it](#rice) for 30 seconds.", "nobody"},
      {"Hold [it](https://example.org/#plank) for 30 seconds.", "nobody"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    const Loaded loaded(row.text);
    const std::vector<DoseInProse> found = DoseReader(loaded.library).In(loaded.passages.at(0));
    REQUIRE(found.size() == 1);
    CHECK(Show(found.front().subject) == row.subject);
    CHECK(Show(DoseReader(loaded.library).SubjectAt(loaded.passages.at(0), found.front().stated.quantity.tokens)) ==
          row.subject);
  }
}

TEST_CASE("so is how often it is done") {
  static constexpr Row kRows[] = {
      {"Do the plank twice a day.", "plank"},
      {"Do the hip stretch every other day.", "hip-stretch"},
      {"Do the plank with others twice a day.", "nobody"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    const Loaded loaded(row.text);
    const std::vector<FrequencyInProse> found = DoseReader(loaded.library).FrequenciesIn(loaded.passages.at(0));
    REQUIRE(found.size() == 1);
    CHECK(Show(found.front().subject) == row.subject);
  }
  const Loaded both("Hold the plank for 30 seconds. Hold the side plank for 20 seconds. Do the plank daily.");
  const DoseReader reader(both.library);
  const std::vector<DoseInProse> found = reader.In(both.passages.at(0));
  REQUIRE(found.size() == 2);
  CHECK(Show(found[0].subject) == "plank");
  CHECK(Show(found[1].subject) == "side-plank");
  CHECK(reader.FrequenciesIn(both.passages.at(0)).size() == 1);
}

}  // namespace dose_in_prose_test
}  // namespace guidec
