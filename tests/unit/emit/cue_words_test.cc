#include "emit/view/cue_words.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace cue_words_test {

constexpr Timing kTiming{{10, 10}, {5, 5}, {15, 15}, {4, 4}, {30, 30}};

// What is said at each cue of the plank, a line each.
std::string Spoken(std::string_view yaml) {
  Sources sources;
  const Library library = LoadExample("exercises/plank.yaml", yaml, sources);
  std::string text;
  for (const Cue& cue : TimelineOf(*library.FindExercise("plank"), kTiming).cues) {
    text += WordsOf(cue, Wording("en")).spoken + "\n";
  }
  return text;
}

TEST_CASE("a voice says what to do, on which side and in which set") {
  CHECK(Spoken("start-position: lying on your front\ndose:\n  hold: {until: your hips drop}\n") ==
        "Get ready: Plank. Starting position: lying on your front.\nHold until your hips drop.\n");
  CHECK(Spoken("sides: each\ndose:\n  reps: 10-12\n  hold: 5 s\nsteps:\n  - Lift your right leg.\n"
               "  - Do {reps} repetitions, and repeat on the other side.\n") ==
        "Get ready: Plank.\nRight side. Do 10 to 12 repetitions, and hold each for 5 seconds.\n"
        "Change to the left side.\nLeft side. Do 10 to 12 repetitions, and hold each for 5 seconds.\n");
  CHECK(
      Spoken("sides: each\ndose:\n  hold: 1 min\n") ==
      "Get ready: Plank.\nFirst side. Hold for 1 minute.\nChange sides.\nSecond side. Hold for 1 minute.\n");
  CHECK(Spoken("dose:\n  reps: 1\n  sets: 2\n  rest: 30 s\n") ==
        "Get ready: Plank.\nSet 1 of 2. Do 1 repetition.\nRest for 30 seconds.\n"
        "Set 2 of 2. Do 1 repetition.\n");
  CHECK(
      Spoken("dose:\n  hold: 5 s\n  sets: 1-2\n") ==
      "Get ready: Plank.\nSet 1. Hold for 5 seconds.\nSet 2, if you can do one more. Hold for 5 seconds.\n");
}

TEST_CASE("a tempo is said for each repetition, a held repetition with its hold") {
  CHECK(Spoken("dose:\n  reps: 8\n  tempo: 3-1-3\n") ==
        "Get ready: Plank.\nDo 8 repetitions. For each, lower for 3 seconds, pause for 1 second, lift for 3 "
        "seconds.\n");
  CHECK(Spoken("dose:\n  reps: 8\n  tempo: 3-1-3\n  hold: {until: you tire}\n") ==
        "Get ready: Plank.\nDo 8 repetitions. For each, lower for 3 seconds, pause for 1 second, lift for 3 "
        "seconds, "
        "and hold until you tire.\n");
}

TEST_CASE("between two exercises the next is named") {
  Sources sources;
  const Library library = LoadExample(
      "guides/hips/guide.yaml", "routine:\n  exercises: [hip-stretch, plank]\n  total: 2 min\n", sources);
  const CueWords words = [&] {
    for (const Cue& cue : TimelineOf(library, *library.guides.front().routine, kTiming).cues) {
      if (cue.kind == CueKind::kNextExercise) return WordsOf(cue, Wording("en"));
    }
    return CueWords{};
  }();
  CHECK(words.label == "Next: Plank");
  CHECK(words.spoken == "Next exercise: Plank.");
}

TEST_CASE("what is shown at each cue is shorter than what is said") {
  const struct {
    std::string_view yaml;
    std::string_view labels;
  } cases[] = {
      {"dose:\n  hold: 5-9 s\n  sets: 2\n  rest: 20 s\n",
       "Get ready: Plank|Hold 5 to 9 seconds|Rest|Hold 5 to 9 seconds|"},
      {"sides: each\ndose:\n  reps: 2-3\nsteps:\n  - Lift your left leg.\n  - Do {reps} repetitions.\n"
       "  - Repeat on the other side.\n",
       "Get ready: Plank|2 to 3 repetitions, left side|Change sides|2 to 3 repetitions, right side|"},
      {"sides: each\ndose:\n  reps: 1\n",
       "Get ready: Plank|1 repetition, first side|Change sides|1 repetition, second side|"},
      {"dose:\n  frequency: daily\n", "Get ready: Plank|Go|"},
  };
  for (const auto& [yaml, labels] : cases) {
    INFO(yaml);
    Sources sources;
    const Library library = LoadExample("exercises/plank.yaml", yaml, sources);
    std::string found;
    for (const Cue& cue : TimelineOf(*library.FindExercise("plank"), kTiming).cues) {
      found += WordsOf(cue, Wording("en")).label + "|";
    }
    CHECK(found == labels);
  }
  CHECK(Spoken("dose:\n  frequency: daily\n  sets: 1\n") == "Get ready: Plank.\nGo.\n");
  CHECK(Spoken("sides: each\ndose:\n  reps: 2\nsteps:\n  - Lift your left leg.\n  - Do {reps} repetitions.\n"
               "  - Repeat on the other side.\n") ==
        "Get ready: Plank.\nLeft side. Do 2 repetitions.\nChange to the right side.\nRight side. Do 2 "
        "repetitions.\n");
  CHECK(Spoken("dose:\n  reps: 4\n  sets: 2-3\n") ==
        "Get ready: Plank.\nSet 1. Do 4 repetitions.\nSet 2. Do 4 repetitions.\n"
        "Set 3, if you can do one more. Do 4 repetitions.\n");
}

TEST_CASE("every cue of every form of dose has a label and says a sentence") {
  for (const char* hold : {"", "  hold: 5 s\n", "  hold: 5-9 s\n",
                           "  hold: {until: you tire, start: 5 s, add: 1 s, each: week}\n"}) {
    for (const char* reps : {"", "  reps: 1\n", "  reps: 2-3\n"}) {
      for (const char* tempo : {"", "  tempo: 3-1-3-1\n"}) {
        for (const char* sets : {"", "  sets: 2\n  rest: 1 min\n", "  sets: 1-3\n"}) {
          const std::string yaml =
              fmt::format("sides: each\ndose:\n  frequency: daily\n{}{}{}{}", hold, reps, tempo, sets);
          INFO(yaml);
          Sources sources;
          const Library library = LoadExample("exercises/plank.yaml", yaml, sources);
          for (const Cue& cue : TimelineOf(*library.FindExercise("plank"), kTiming).cues) {
            const auto [label, spoken] = WordsOf(cue, Wording("en"));
            CHECK_FALSE(label.empty());
            CHECK(spoken.ends_with('.'));
            CHECK((label + spoken).find_first_of("{}") == std::string::npos);
          }
        }
      }
    }
  }
}

}  // namespace cue_words_test
}  // namespace guidec
