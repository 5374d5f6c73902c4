#include "model/prose/placeholder.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace placeholder_test {

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

TEST_CASE("all that a guide, its routine and its exercises offer is printed") {
  const NamedText pieces[] = {{"guides/hips/guide.yaml", R"yaml(introduction:
  - {protocol: none, title: Nothing, steps: {}}
  - list: many
    items: {a1: A, a2: B, a3: C, a4: D, a5: E, a6: F, a7: G, a8: H, a9: I, b1: J, b2: K, b3: L, b4: M, b5: N, b6: O,
            b7: P, b8: Q, b9: R}
  - list: few
    items: {one: "{plank.hold}", two: "{hold}", three: "{few.three}"}
  - {protocol: steps, steps: {a: {title: First thing, text: Long.}, c: Last thing}}
routine: {title: Session, exercises: [hip-stretch, squat], total: 3 min}
)yaml"},
                              {"exercises/squat.yaml",
                               "# yaml-language-server: $schema=../../schema/exercise.schema.json\nid: squat\n"
                               "name: Squat\nkind: stretch\nstart-position: Standing\ndose:\n  reps: 8-12\n"
                               "  rest: 90 s\n  tempo: 3-1-3\n  frequency: twice a week\n"}};
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  const ProseUse use{nullptr, Role::kWhy, nullptr, &library.guides.front()};
  const auto show = [&](std::string_view name) {
    const auto printed = Printed(library, use, name);
    if (printed) return *printed;
    return "! " + printed.error().message + " → " + printed.error().instead +
           (printed.error().is_circular ? " circular" : "");
  };
  struct Row {
    std::string_view name;
    std::string_view text;
  };
  static constexpr Row kRows[] = {
      {"routine.count", "2"},
      {"routine.total", "3 minutes"},
      {"routine.title", "Session"},
      {"stretches.count", "2"},
      {"exercises.count", "3"},
      {"squat.reps", "8 to 12"},
      {"squat.rest", "1 minute 30 seconds"},
      {"squat.frequency", "twice a week"},
      {"squat.start-position", "Standing"},
      {"none.count", "0"},
      {"none.all", ""},
      {"none.title", "Nothing"},
      {"steps.a", "First thing"},
      {"steps.first", "First thing"},
      {"steps.last", "Last thing"},
      {"steps.all", "First thing, Last thing"},
      {"few.one", "until your hips begin to drop"},
      {"few.two", "{hold}"},
      {"few.three",
       "! `{few.three}` leads back to itself: `few.three` prints `few.three`; write one of them out →  circular"},
      {"few.all",
       "! `{few.three}` leads back to itself: `few.three` prints `few.three`; write one of them out →  circular"},
      {"none.first", "! `{none.first}` prints nothing: `none` has no `first`; known of `none`: `count`, `all`, "
                     "`title` → "},
      {"many.xyzzy",
       "! `{many.xyzzy}` prints nothing: `many` has no `xyzzy`; known of `many`: `a1`, `a2`, `a3`, `a4`, `a5`, `a6`, "
       "`a7`, `a8`, `a9`, `b1`, `b2`, `b3`, `b4`, `b5`, `b6`, `b7`, `b8`, `b9`, `count`, `all` → "},
      {"squat.tempo",
       "! `{squat.tempo}` prints nothing: `squat` has no `tempo`; known of `squat`: `name`, `reps`, `rest`, "
       "`frequency`, `start-position` → "},
      {"rouitne.count",
       "! `{rouitne.count}` prints nothing: the guide has no exercise, list, protocol or claim `rouitne`; did you "
       "mean `routine`? → routine.count"},
      {"form-help.text",
       "! `{form-help.text}` prints nothing: the guide has no exercise, list, protocol or claim `form-help`; did you "
       "mean `form-helps`? → form-helps.text"},
      {"steps.frist",
       "! `{steps.frist}` prints nothing: `steps` has no `frist`; did you mean `{steps.first}`? → steps.first"},
      {"question.count",
       "! `{question.count}` prints nothing: the guide has no exercise, list, protocol or claim `question`; did you "
       "mean `questions`? → questions.count"},
  };
  for (const Row& row : kRows) {
    INFO(row.name);
    CHECK(show(row.name) == row.text);
  }
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
  Sources sources;
  const Library library = LoadExample("guides/hips/guide.yaml", "sections: []\n", sources);
  const ProseUse nowhere{nullptr, Role::kWhy, nullptr, &library.guides.front()};
  for (const ProseUse& use : {ProseUse{}, nowhere}) {
    CHECK(Printed(library, use, "hold").error().message ==
          "`{hold}` does not say of which exercise; write the words out");
  }
  CHECK(Printed(library, nowhere, "exercises.count").error().instead.empty());
  CHECK(Show("hold") == "! `{hold}` does not say of which exercise; write it as in `{hip-stretch.hold}`");
}

TEST_CASE("what a placeholder prints has at most ten thousand bytes") {
  const auto prints = [](std::size_t size) {
    const NamedText piece{"exercises/plank.yaml", "start-position: " + std::string(size, 'x') + "\n"};
    Sources sources;
    const Library library = LoadExample(std::span(&piece, 1), sources, Limits{.line_length = 1 << 20});
    return Printed(library, ProseUse{}, "plank.start-position").has_value();
  };
  CHECK(prints(10'000));
  CHECK_FALSE(prints(10'001));
}

TEST_CASE("titles, captions and starting positions print them too") {
  const NamedText pieces[] = {{"guides/hips/guide.yaml", "subtitle: From {plank.name} on\n"},
                              {"exercises/hip-stretch.yaml", "start-position: on your back for {hold}\n"}};
  Sources sources;
  const Library library = LoadExample(pieces, sources, Limits());
  CHECK(PlainText(library.guides.front().subtitle.root) == "From Plank on");
  CHECK(PlainText(library.FindExercise("hip-stretch")->start_position.root) == "on your back for 30 seconds");
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
  CHECK(PrintedByFirst(2, 499).starts_with("daily"));
  CHECK(PrintedByFirst(2, 500) ==
        "! `{p0.frequency}` prints too much: more than 16 placeholders within each other, 500 in all or 10000 bytes; "
        "write some of them out");
  for (const auto& [count, times] :
       {std::pair{17, 1}, std::pair{500, 1}, std::pair{12, 2}, std::pair{4, 50}}) {
    INFO(count << " " << times);
    CHECK(PrintedByFirst(count, times).starts_with("! `{p0.frequency}` prints too much: more than 16"));
  }
}

}  // namespace placeholder_test
}  // namespace guidec
