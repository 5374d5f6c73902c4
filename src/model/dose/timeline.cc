#include "model/dose/timeline.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/dose/plan.h"

namespace guidec {
namespace {

Bounds Sum(const Bounds& a, const Bounds& b) {
  return {a.least + b.least, a.planned + b.planned, a.most + b.most};
}

Bounds Product(const Bounds& a, const Bounds& b) {
  return {a.least * b.least, a.planned * b.planned, a.most * b.most};
}

// Of Seconds or a Count.
template <class Range>
Bounds BoundsOf(const Range& range) {
  return {range.min, range.min + (range.max - range.min) / 2, range.max};
}

void Append(Timeline& timeline, Cue cue) {
  cue.start = timeline.total;
  timeline.total = Sum(timeline.total, cue.length);
  timeline.cues.push_back(std::move(cue));
}

// A pause of no length is no cue.
void AppendPause(Timeline& timeline, Cue cue) {
  if (cue.length.most > 0) Append(timeline, std::move(cue));
}

Bounds LengthOf(const Hold& hold, const Timing& timing) {
  if (const auto* seconds = std::get_if<Seconds>(&hold)) return BoundsOf(*seconds);
  const Bounds figure = BoundsOf(timing.open_hold);
  const auto& open = std::get<OpenHold>(hold);
  if (!open.start) return figure;
  Bounds length = BoundsOf(open.start->value);
  length.most = std::max(length.most, figure.most);
  return length;
}

bool IsOpenEnded(const Hold& hold) {
  return std::holds_alternative<OpenHold>(hold);
}

bool IsEstimate(const Hold& hold) {
  const auto* open = std::get_if<OpenHold>(&hold);
  return open != nullptr && !open->start;
}

Cue RepetitionsCue(const Dose& dose, const StepRoles& roles, const Timing& timing) {
  const Count reps = dose.reps->value;
  Cue cue{.kind = CueKind::kRepetitions};
  cue.reps = BoundsOf(reps);
  cue.step = roles.repetitions;
  const std::int64_t tempo = dose.tempo ? dose.tempo->value.Sum() : 0;
  if (!dose.hold) {
    cue.length = Product(*cue.reps, dose.tempo ? Bounds{tempo, tempo, tempo} : BoundsOf(timing.repetition));
    cue.is_estimate = !dose.tempo;
    return cue;
  }
  const Hold& hold = dose.hold->value;
  cue.length = Product(*cue.reps, Sum(Bounds{tempo, tempo, tempo}, LengthOf(hold, timing)));
  cue.is_estimate = IsEstimate(hold);
  cue.is_open_ended = IsOpenEnded(hold);
  return cue;
}

// The exercise's one stretch of work, of no set and no side as yet.
Cue WorkCue(const Dose& dose, const StepRoles& roles, const Timing& timing) {
  if (dose.reps) return RepetitionsCue(dose, roles, timing);
  Cue cue{.kind = CueKind::kHold};
  cue.step = roles.hold;
  if (!dose.hold) {
    cue.length = BoundsOf(timing.open_hold);
    cue.is_estimate = true;
    return cue;
  }
  const Hold& hold = dose.hold->value;
  cue.length = LengthOf(hold, timing);
  cue.is_estimate = IsEstimate(hold);
  cue.is_open_ended = IsOpenEnded(hold);
  return cue;
}

// Appends the cues of one exercise.
class ExerciseWriter {
 public:
  ExerciseWriter(Timeline& timeline, const Exercise& exercise, const Timing& timing, std::optional<int> week)
      : timeline_(timeline),
        exercise_(exercise),
        timing_(timing),
        dose_(std::make_shared<const Dose>(week ? DoseInWeek(exercise.dose, *week) : exercise.dose)),
        roles_(RolesOfSteps(exercise)) {}

  void Write() {
    AddGetReady();
    const Cue work = WorkCue(*dose_, roles_, timing_);
    for (int set = 1; set <= sets_.most; ++set) {
      if (set > 1) AddPauseBefore(set);
      for (int turn = 1; turn <= turns_; ++turn) {
        if (turn > 1) AddChangeOfSides(set, turn);
        AddWork(work, set, turn);
      }
    }
  }

 private:
  // Sets beyond the fewest may be left out, and the plan has the middle of them.
  Bounds InSet(int set, const Bounds& length) const {
    return {set <= sets_.least ? length.least : 0, set <= sets_.planned ? length.planned : 0, length.most};
  }

  void SetTurn(Cue& cue, int turn) const {
    if (turns_ == 1) return;
    cue.turn = turn;
    if (!roles_.first_side) return;
    const bool is_left = (*roles_.first_side == Side::kLeft) == (turn == 1);
    cue.side = is_left ? Side::kLeft : Side::kRight;
  }

  void AddGetReady() {
    Cue cue{.kind = CueKind::kGetReady, .exercise = &exercise_, .length = BoundsOf(timing_.get_ready)};
    cue.is_estimate = true;
    AppendPause(timeline_, std::move(cue));
  }

  // A rest leaves time to change sides; sets in a row still need it.
  void AddPauseBefore(int set) {
    if (!dose_->rest) {
      if (turns_ > 1) AddChangeOfSides(set, 1);
      return;
    }
    Cue cue{.kind = CueKind::kRest, .exercise = &exercise_, .set = set, .step = roles_.rest};
    cue.dose = dose_;
    cue.length = InSet(set, BoundsOf(dose_->rest->value));
    AppendPause(timeline_, std::move(cue));
  }

  void AddChangeOfSides(int set, int turn) {
    Cue cue{.kind = CueKind::kChangeSides, .exercise = &exercise_, .set = set};
    cue.length = InSet(set, BoundsOf(timing_.change_sides));
    cue.is_estimate = true;
    cue.step = roles_.change_of_sides;
    SetTurn(cue, turn);
    AppendPause(timeline_, std::move(cue));
  }

  void AddWork(const Cue& work, int set, int turn) {
    Cue cue = work;
    cue.exercise = &exercise_;
    cue.dose = dose_;
    cue.length = InSet(set, work.length);
    cue.set = set;
    SetTurn(cue, turn);
    Append(timeline_, std::move(cue));
  }

  Timeline& timeline_;
  const Exercise& exercise_;
  const Timing& timing_;
  const std::shared_ptr<const Dose> dose_;
  const StepRoles roles_;
  const Bounds sets_ = BoundsOf(dose_->sets ? dose_->sets->value : Count{1, 1});
  const int turns_ = exercise_.sides.value == Sides::kEach ? 2 : 1;
};

}  // namespace

Seconds RangeOf(const Bounds& bounds) {
  const auto cut = [](std::int64_t value) {
    return static_cast<int>(std::min<std::int64_t>(value, std::numeric_limits<int>::max()));
  };
  return {cut(bounds.least), cut(bounds.most)};
}

std::string_view CueName(CueKind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {"get-ready",    "hold", "repetitions",
                                                             "change-sides", "rest", "between-exercises"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view SideName(const Cue& cue) {
  if (cue.turn == 0) return "";
  if (cue.side) return *cue.side == Side::kLeft ? "left" : "right";
  return cue.turn == 1 ? "first" : "second";
}

Timeline TimelineOf(const Exercise& exercise, const Timing& timing, std::optional<int> week) {
  Timeline timeline;
  ExerciseWriter(timeline, exercise, timing, week).Write();
  return timeline;
}

Timeline TimelineOf(const Library& library, const Routine& routine, const Timing& timing,
                    std::optional<int> week) {
  Timeline timeline;
  for (const Id& id : routine.exercises) {
    const Exercise* exercise = library.FindExercise(id.value);
    if (exercise == nullptr) continue;
    if (!timeline.cues.empty()) {
      AppendPause(timeline, {.kind = CueKind::kNextExercise,
                             .exercise = exercise,
                             .length = BoundsOf(timing.between_exercises),
                             .is_estimate = true});
    }
    ExerciseWriter(timeline, *exercise, timing, week).Write();
  }
  return timeline;
}

std::vector<TimeShare> TimeSharesOf(const Timeline& timeline) {
  static constexpr std::pair<CueKind, std::string_view> kNames[] = {
      {CueKind::kHold, "exercise"},
      {CueKind::kRepetitions, "exercise"},
      {CueKind::kRest, "rest"},
      {CueKind::kGetReady, "getting ready"},
      {CueKind::kChangeSides, "changing sides"},
      {CueKind::kNextExercise, "pauses between exercises"}};
  std::vector<TimeShare> shares;
  for (const auto& [kind, name] : kNames) {
    Bounds time;
    for (const Cue& cue : timeline.cues) {
      if (cue.kind == kind) time = Sum(time, cue.length);
    }
    if (time.most == 0) continue;
    if (!shares.empty() && shares.back().name == name) {
      shares.back().time = Sum(shares.back().time, time);
    } else {
      shares.push_back({name, time});
    }
  }
  return shares;
}

std::string SpellExactly(const Seconds& seconds) {
  const std::string shortest = Spell(Seconds{seconds.min, seconds.min});
  if (seconds.min == seconds.max) return shortest;
  return fmt::format("{} to {}", shortest, Spell(Seconds{seconds.max, seconds.max}));
}

std::string Breakdown(const Timeline& timeline) {
  std::vector<std::string> phrases;
  for (const TimeShare& share : TimeSharesOf(timeline)) {
    phrases.push_back(fmt::format("{} of {}", SpellExactly(RangeOf(share.time)), share.name));
  }
  return fmt::format("{}", fmt::join(phrases, ", "));
}

}  // namespace guidec
