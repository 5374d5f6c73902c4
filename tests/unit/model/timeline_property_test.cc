// Many doses and routines, extremes among them, made without YAML: what holds for every timeline.
#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>
#include <tuple>

#include <fmt/format.h>

#include "model/dose/plan.h"
#include "model/dose/timeline.h"

namespace guidec {
namespace timeline_property_test {

constexpr int kMostSeconds = 9999 * 60;

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : random_(seed) {}

  int Below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  bool Chance(int one_in) { return Below(one_in) == 0; }

  // From 1 to `usual`, now and then up to `most`, which is among them.
  int Number(int usual, int most) {
    return Chance(12) ? most : Chance(6) ? 1 + Below(most) : 1 + Below(usual);
  }

  template <class Range>
  Range MakeRange(int usual, int most) {
    const int a = Number(usual, most);
    const int b = Chance(2) ? a : Number(usual, most);
    return {std::min(a, b), std::max(a, b)};
  }

  Timing MakeTiming() {
    const auto range = [&] {
      const int least = Chance(4) ? 0 : Number(30, kMostSeconds);
      return Seconds{least, Chance(2) ? least : std::max(least, Number(60, kMostSeconds))};
    };
    return {range(), range(), range(), range(), range()};
  }

  Exercise MakeExercise(int number) {
    static constexpr std::string_view kSteps[] = {
        "Lie on your left side.", "Kneel on your right knee.", "Hold still.",
        "Do ten repetitions.",    "Repeat on the other side.", "Rest between sets."};
    Exercise exercise;
    exercise.id.value = fmt::format("exercise-{}", number);
    exercise.name = MakeProse(fmt::format("Exercise {}", number));
    exercise.sides.value = Chance(2) ? Sides::kEach : Sides::kTogether;
    for (int i = Below(5); i > 0; --i) exercise.steps.push_back(MakeProse(kSteps[Below(6)]));
    exercise.dose = MakeDose();
    return exercise;
  }

 private:
  static Prose MakeProse(std::string_view text) {
    static const Node kNode;  // stands for the scalar of a file
    Prose prose;
    prose.node = &kNode;
    prose.root.children.push_back({});
    prose.root.children.back().type = MarkdownType::kText;
    prose.root.children.back().value = text;
    return prose;
  }

  Hold MakeHold() {
    if (!Chance(3)) return MakeRange<Seconds>(90, kMostSeconds);
    OpenHold open;
    open.until = {MakeProse("you tire")};
    if (Chance(2)) {
      const int start = Number(60, kMostSeconds);
      open.start = Spanned<Seconds>{{start, start}, {}};
      if (Chance(2)) open.add = Spanned<Seconds>{{5, 5}, {}};
      open.each = {1, Chance(2) ? Unit::kWeek : Unit::kDay};
    }
    return open;
  }

  Dose MakeDose() {
    Dose dose;
    const int form = Below(4);  // neither, repetitions, a hold, both
    if (form >= 2) dose.hold = Spanned<Hold>{MakeHold(), {}};
    if (form % 2 == 1) dose.reps = Spanned<Count>{MakeRange<Count>(20, 999), {}};
    if (Chance(2)) dose.sets = Spanned<Count>{MakeRange<Count>(4, Chance(20) ? 999 : 6), {}};
    if (Chance(2)) dose.rest = Spanned<Seconds>{MakeRange<Seconds>(120, kMostSeconds), {}};
    if (dose.reps && Chance(2)) {
      dose.tempo = Spanned<Tempo>{
          {Below(61), Below(61), Below(61), Chance(2) ? std::optional(Below(61)) : std::nullopt}, {}};
    }
    if (dose.reps && Chance(2)) {
      Progression progression;
      progression.of = DoseField::kReps;
      progression.by.value = 1 + Below(5);
      progression.to = {dose.reps->value.min + progression.by.value * (1 + Below(70)), {}};
      progression.every.value = {1 + Below(3), Chance(2) ? Unit::kDay : Unit::kWeek};
      dose.progression = progression;
    }
    return dose;
  }

  std::mt19937 random_;
};

// One end of every range: the least, or the most.
struct End {
  bool is_most;
  template <class Range>
  std::int64_t operator()(const Range& range) const {
    return is_most ? range.max : range.min;
  }
};

std::int64_t HoldLength(const Hold& hold, const Timing& timing, End end) {
  if (const auto* seconds = std::get_if<Seconds>(&hold)) return end(*seconds);
  const auto& open = std::get<OpenHold>(hold);
  if (!open.start) return end(timing.open_hold);
  return end.is_most ? std::max(open.start->value.max, timing.open_hold.max) : open.start->value.min;
}

// What an exercise takes, reckoned from its dose without any cue.
std::int64_t LengthOf(const Exercise& exercise, const Dose& dose, const Timing& timing, End end) {
  const std::int64_t sides = exercise.sides.value == Sides::kEach ? 2 : 1;
  const std::int64_t sets = dose.sets ? end(dose.sets->value) : 1;
  std::int64_t stretch = dose.hold ? HoldLength(dose.hold->value, timing, end) : 0;
  if (dose.reps) {
    const std::int64_t tempo = dose.tempo ? dose.tempo->value.Sum() : 0;
    const std::int64_t one = !dose.tempo && !dose.hold ? end(timing.repetition) : tempo + stretch;
    stretch = end(dose.reps->value) * one;
  } else if (!dose.hold) {
    stretch = end(timing.open_hold);
  }
  const std::int64_t changes = sets * (sides - 1) + (dose.rest ? 0 : (sets - 1) * (sides - 1));
  const std::int64_t rests = dose.rest ? (sets - 1) * end(dose.rest->value) : 0;
  return end(timing.get_ready) + sets * sides * stretch + changes * end(timing.change_sides) + rests;
}

bool IsOrdered(const Bounds& bounds) {
  return 0 <= bounds.least && bounds.least <= bounds.planned && bounds.planned <= bounds.most;
}

// Each of them at the least, as planned and at the most. One failure says more than thousands.
std::string Flaw(const Timeline& timeline) {
  Bounds at;
  const Cue* first_side = nullptr;
  for (const Cue& cue : timeline.cues) {
    if (cue.start != at) return "a gap";
    if (!IsOrdered(cue.length) || !IsOrdered(cue.start) || (cue.reps && !IsOrdered(*cue.reps)))
      return "disorder";
    if (cue.step && *cue.step >= cue.exercise->steps.size()) return "no such step";
    at = {at.least + cue.length.least, at.planned + cue.length.planned, at.most + cue.length.most};
    if (cue.kind != CueKind::kHold && cue.kind != CueKind::kRepetitions) continue;
    if (first_side != nullptr) {
      const bool is_pair = cue.turn == 2 && cue.exercise == first_side->exercise &&
                           cue.set == first_side->set && cue.length == first_side->length &&
                           (!cue.side || cue.side != first_side->side);
      if (!is_pair) return "a side without the other";
      first_side = nullptr;
    } else if (cue.turn == 1) {
      first_side = &cue;
    } else if (cue.turn == 2) {
      return "a second side without a first";
    }
  }
  if (first_side != nullptr) return "a side without the other";
  return at == timeline.total ? "" : "a wrong total";
}

TEST_CASE("timelines of many exercises, in any week") {
  Maker maker(20261125);
  int grown = 0;
  for (int round = 0; round < 3000; ++round) {
    const Exercise exercise = maker.MakeExercise(round);
    const Timing timing = maker.MakeTiming();
    const std::optional<int> week =
        maker.Chance(2) ? std::nullopt : std::optional(1 + maker.Below(kMostPlanWeeks));
    const Dose dose = week ? DoseInWeek(exercise.dose, *week) : exercise.dose;
    if (week && PlanOf(exercise.dose)) ++grown;
    const Timeline timeline = TimelineOf(exercise, timing, week);
    INFO("round " << round << ", week " << week.value_or(0));
    REQUIRE(Flaw(timeline) == "");
    REQUIRE(timeline.total.least == LengthOf(exercise, dose, timing, End{false}));
    REQUIRE(timeline.total.most == LengthOf(exercise, dose, timing, End{true}));
    const Seconds range = RangeOf(timeline.total);
    REQUIRE((0 <= range.min && range.min <= range.max));
  }
  CHECK(grown > 200);
}

TEST_CASE("timelines of many routines are their exercises with pauses between them") {
  Maker maker(4);
  for (int round = 0; round < 300; ++round) {
    Library library;
    Routine routine;
    for (int i = 1 + maker.Below(9); i > 0; --i) library.exercises.push_back(maker.MakeExercise(i));
    std::ranges::sort(library.exercises, {}, [](const Exercise& exercise) { return exercise.id.value; });
    for (const Exercise& exercise : library.exercises) routine.exercises.push_back(exercise.id);
    // The same exercise may come twice.
    if (maker.Chance(2)) routine.exercises.push_back(routine.exercises.front());
    const Timing timing = maker.MakeTiming();
    const Timeline timeline = TimelineOf(library, routine, timing);
    INFO("round " << round);
    REQUIRE(Flaw(timeline) == "");
    std::int64_t least = 0;
    std::int64_t most = 0;
    for (const Id& id : routine.exercises) {
      const Exercise& exercise = *library.FindExercise(id.value);
      least += LengthOf(exercise, exercise.dose, timing, End{false});
      most += LengthOf(exercise, exercise.dose, timing, End{true});
    }
    const auto pauses = static_cast<std::int64_t>(routine.exercises.size()) - 1;
    REQUIRE(timeline.total.least == least + pauses * timing.between_exercises.min);
    REQUIRE(timeline.total.most == most + pauses * timing.between_exercises.max);
    std::int64_t shares = 0;
    for (const TimeShare& share : TimeSharesOf(timeline)) shares += share.time.most;
    REQUIRE(shares == timeline.total.most);
  }
}

TEST_CASE("a plan never shrinks, steps as it says and ends where it says") {
  Maker maker(7);
  for (int round = 0; round < 3000; ++round) {
    const Exercise exercise = maker.MakeExercise(round);
    const auto plan = PlanOf(exercise.dose);
    if (!plan) continue;
    INFO("round " << round);
    const auto& [from, to, by] =
        std::tie(plan->progression.from->value, plan->progression.to, plan->progression.by.value);
    REQUIRE_FALSE(plan->weeks.empty());
    REQUIRE(plan->weeks.front() == from);
    REQUIRE(std::ranges::is_sorted(plan->weeks));
    for (const int amount : plan->weeks) {
      REQUIRE((amount - from) % by == 0);
      if (to) REQUIRE(amount <= to->value);
    }
    if (plan->is_open) REQUIRE(plan->weeks.size() == kOpenPlanWeeks);
    if (!plan->is_open && plan->weeks.size() < kMostPlanWeeks) REQUIRE(plan->weeks.back() == to->value);
  }
}

}  // namespace timeline_property_test
}  // namespace guidec
