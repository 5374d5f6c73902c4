#include "model/prose/placeholder.h"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace {

// What `{name}` prints in the guide's quiz or, with `exercise`, in an exercise's steps; or the error.
std::string Show(std::string_view name, std::string_view exercise = "") {
  Sources sources;
  const Library library = LoadExample("guides/hips/quiz.yaml", "", sources);
  const ProseUse use{nullptr, Role::kWhy, exercise.empty() ? nullptr : library.FindExercise(exercise),
                     exercise.empty() ? &library.guides.front() : nullptr};
  const auto printed = Printed(library, use, name);
  return printed ? *printed : "! " + printed.error().message;
}

TEST_CASE("a placeholder prints what the guide or an exercise says") {
  struct Row {
    std::string_view name;
    std::string_view text;
  };
  static constexpr Row kRows[] = {
      {"hip-stretch.name", "Hip stretch"},
      {"hip-stretch.hold", "30 seconds"},
      {"hip-stretch.sets", "2"},
      {"plank.hold", "until your hips begin to drop"},
      {"plank.hold.until", "your hips begin to drop"},
      {"symptoms.groin", "In your groin"},
      {"symptoms.count", "2"},
      {"symptoms.all", "In your groin, Around your hip"},
      {"symptoms.title", "Where it hurts"},
      {"rice.ice", "Cool the sore spot."},
      {"rice.first", "Take a break from running."},
      {"rice.last", "Raise it."},
      {"rice.count", "4"},
      {"form-helps.text", "Good running form helps."},
      {"exercises.count", "2"},
      {"stretches.count", "1"},
      {"questions.count", "2"},
  };
  for (const Row& row : kRows) CHECK(Show(row.name) == row.text);
}

TEST_CASE("an exercise may name exercises alone, because many guides may use it") {
  CHECK(Show("hip-stretch.hold", "plank") == "30 seconds");
  CHECK(Show("hold", "hip-stretch") == "30 seconds");
  CHECK(Show("symptoms.count", "plank") ==
        "! `{symptoms.count}` prints nothing: there is no exercise `symptoms`");
}

TEST_CASE("what prints nothing says why, and offers the nearest") {
  CHECK(Show("hip-strech.hold").ends_with("did you mean `hip-stretch`?"));
  CHECK(Show("hip-stretch.hlod").ends_with("did you mean `{hip-stretch.hold}`?"));
  CHECK(Show("hold") == "! `{hold}` does not say of which exercise; write it as in `{hip-stretch.hold}`");
}

// `count` exercises, each of whose frequencies prints the next one's `times` times.
std::string PrintedByFirst(int count, int times) {
  std::vector<NamedText> pieces;
  for (int i = 0; i < count; ++i) {
    std::string frequency;
    for (int j = 0; j < times && i + 1 < count; ++j) frequency += fmt::format("{{p{}.frequency}} ", i + 1);
    pieces.push_back(
        {fmt::format("exercises/p{}.yaml", i),
         fmt::format("# yaml-language-server: $schema=../../schema/exercise.schema.json\nid: p{}\n"
                     "name: P\ndose:\n  frequency: '{}daily'\n",
                     i, frequency)});
  }
  Sources sources;
  const Library library = LoadExample(pieces, sources, Limits());
  const auto printed = Printed(library, ProseUse{}, "p0.frequency");
  if (!printed) return printed.error().is_circular ? "! " + printed.error().message : "unknown";
  return *printed;
}

TEST_CASE("placeholders that print one another end") {
  CHECK(PrintedByFirst(3, 2) == "daily daily daily daily daily daily daily");
  CHECK(PrintedByFirst(16, 1).starts_with("daily"));
  for (const auto& [count, times] :
       {std::pair{17, 1}, std::pair{500, 1}, std::pair{12, 2}, std::pair{4, 50}}) {
    INFO(count << " " << times);
    CHECK(PrintedByFirst(count, times).starts_with("! `{p0.frequency}` prints too much: more than 16"));
  }
}

}  // namespace
}  // namespace guidec
