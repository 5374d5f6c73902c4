#include "emit/view/cue_words.h"

#include <utility>

#include <fmt/format.h>

namespace guidec {
namespace {

class CueWriter {
 public:
  CueWriter(const Cue& cue, const Wording& words) : cue_(cue), words_(words) {}

  CueWords Write() const {
    switch (cue_.kind) {
      case CueKind::kGetReady:
        return {Filled(Word::kCueGetReady, "exercise", Name()), GetReady()};
      case CueKind::kHold:
      case CueKind::kRepetitions:
        return Work();
      case CueKind::kChangeSides:
        return {Text(Word::kCueChangeSides), Text(ChangeOfSides())};
      case CueKind::kRest:
        return {Text(Word::kCueRest), Filled(Word::kCueRestFor, "time", Spelled(cue_.dose->rest->value))};
      case CueKind::kNextExercise:
        return {Filled(Word::kCueNext, "exercise", Name()),
                Filled(Word::kCueNextExercise, "exercise", Name())};
    }
    return {};
  }

 private:
  std::string Text(Word word) const { return std::string(words_[word]); }
  std::string Filled(Word word, std::string_view name, std::string_view value) const {
    return words_.Filled(word, {{name, value}});
  }
  template <class Quantity>
  std::string Spelled(const Quantity& quantity) const {
    return Spell(quantity, words_.language());
  }
  std::string Name() const { return PlainText(cue_.exercise->name.root); }

  std::string GetReady() const {
    const std::string ready = Filled(Word::kCueGetReadyFor, "exercise", Name());
    const Prose& start = cue_.exercise->start_position;
    return start ? fmt::format("{} {}", ready, Filled(Word::kCueStartFrom, "position", PlainText(start.root)))
                 : ready;
  }

  Word ChangeOfSides() const {
    if (!cue_.side) return Word::kCueChangeNow;
    return *cue_.side == Side::kLeft ? Word::kCueChangeToLeft : Word::kCueChangeToRight;
  }

  // "for 30 seconds", "until your hips begin to drop".
  std::string HowLong(const Hold& hold) const {
    const std::string spelled = Spelled(hold);
    return OpenHoldOf(*cue_.dose) != nullptr ? spelled : Filled(Word::kCueForTime, "time", spelled);
  }

  CueWords Work() const {
    CueWords work = cue_.kind == CueKind::kRepetitions ? Repetitions() : HoldOnly();
    if (cue_.turn > 0) {
      const auto [label, spoken] = OnSide();
      work = {Filled(label, "work", work.label), Filled(spoken, "work", work.spoken)};
    }
    const Count sets = cue_.dose->sets ? cue_.dose->sets->value : Count{1, 1};
    if (sets.max > 1) work.spoken = fmt::format("{} {}", WhichSet(sets), work.spoken);
    return work;
  }

  CueWords HoldOnly() const {
    if (!cue_.dose->hold) return {Text(Word::kCueGo), Text(Word::kCueGoNow)};
    const Hold& hold = cue_.dose->hold->value;
    return {Filled(Word::kCueHold, "time", Spelled(hold)),
            Filled(Word::kCueHoldSo, "how-long", HowLong(hold))};
  }

  CueWords Repetitions() const {
    const Dose& dose = *cue_.dose;
    const Count reps = dose.reps->value;
    const std::string label =
        Filled(reps.max == 1 ? Word::kRepetitionsOne : Word::kRepetitionsOther, "count", Spelled(reps));
    const std::string tempo = dose.tempo ? Spelled(dose.tempo->value) : "";
    const std::string how_long = dose.hold ? HowLong(dose.hold->value) : "";
    const Word pattern = dose.tempo  ? (dose.hold ? Word::kCueDoInTempoAndHold : Word::kCueDoInTempo)
                         : dose.hold ? Word::kCueDoAndHold
                                     : Word::kCueDo;
    return {label,
            words_.Filled(pattern, {{"repetitions", label}, {"tempo", tempo}, {"how-long", how_long}})};
  }

  // Of the label and of what is spoken.
  std::pair<Word, Word> OnSide() const {
    if (cue_.side == Side::kLeft) return {Word::kCueOnLeft, Word::kCueLeftSide};
    if (cue_.side == Side::kRight) return {Word::kCueOnRight, Word::kCueRightSide};
    if (cue_.turn == 1) return {Word::kCueOnFirst, Word::kCueFirstSide};
    return {Word::kCueOnSecond, Word::kCueSecondSide};
  }

  std::string WhichSet(const Count& sets) const {
    const Word pattern = cue_.set > sets.min    ? Word::kCueSetMore
                         : sets.min == sets.max ? Word::kCueSetOf
                                                : Word::kCueSet;
    return words_.Filled(pattern,
                         {{"set", fmt::format("{}", cue_.set)}, {"sets", fmt::format("{}", sets.max)}});
  }

  const Cue& cue_;
  const Wording& words_;
};

}  // namespace

CueWords WordsOf(const Cue& cue, const Wording& words) {
  return CueWriter(cue, words).Write();
}

}  // namespace guidec
