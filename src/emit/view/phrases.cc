#include "emit/view/phrases.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "text/measure_words.h"

namespace guidec {
namespace {

// "each week", "every 2 sessions".
std::string Every(const Interval& interval, const Wording& words) {
  static constexpr std::pair<Word, Word> kUnits[] = {{Word::kEverySession, Word::kEverySessions},
                                                     {Word::kEveryDay, Word::kEveryDays},
                                                     {Word::kEveryWeek, Word::kEveryWeeks}};
  const auto& [one, several] =
      kUnits[static_cast<std::size_t>(interval.unit) - static_cast<std::size_t>(Unit::kSession)];
  return words.Counted(one, several, interval.count);
}

// "5 seconds more each week, up to 1 minute".
std::string GrowthText(const Progression& growth, std::string_view language, const Wording& words) {
  const auto amount = [&](int value) { return SpellAmount(growth.of, value, language); };
  const int by = growth.by.value;
  const std::string more =
      growth.of == DoseField::kReps   ? words.Counted(Word::kRepetitionsOne, Word::kRepetitionsOther, by)
      : growth.of == DoseField::kSets ? words.Counted(Word::kSetsOne, Word::kSetsOther, by)
                                      : amount(by);
  const std::string every = Every(growth.every.value, words);
  const std::string to = amount(growth.to->value);
  if (!growth.from) return words.Filled(Word::kGrowth, {{"amount", more}, {"every", every}, {"to", to}});
  const std::string from = amount(growth.from->value);
  return words.Filled(Word::kGrowthFrom, {{"from", from}, {"amount", more}, {"every", every}, {"to", to}});
}

class RowWriter {
 public:
  RowWriter(const Dose& dose, Sides sides, const Wording& words)
      : dose_(dose), is_each_(sides == Sides::kEach), words_(words) {}

  std::vector<DoseRow> Rows() {
    if (dose_.hold) AddHold(dose_.hold->value);
    if (dose_.reps) Add("reps", Word::kDoseReps, WithSides(Text(dose_.reps->value)));
    if (dose_.tempo) Add("tempo", Word::kDoseTempo, Text(dose_.tempo->value));
    if (dose_.sets) Add("sets", Word::kDoseSets, Text(dose_.sets->value));
    if (dose_.rest) {
      Add("rest", Word::kDoseRest, words_.Filled(Word::kBetweenSets, {{"time", Text(dose_.rest->value)}}));
    }
    AddProse("frequency", Word::kDoseFrequency, dose_.frequency);
    AddProse("intensity", Word::kDoseIntensity, dose_.intensity);
    AddProse("progression", Word::kDoseProgression, dose_.progression_in_words);
    if (dose_.progression) {
      Add("progression", Word::kDoseProgression, GrowthText(*dose_.progression, dose_.language, words_));
    }
    return std::move(rows_);
  }

 private:
  template <class Quantity>
  std::string Text(const Quantity& quantity) const {
    return Spell(quantity, dose_.language);
  }

  std::string WithSides(std::string text) const {
    return is_each_ ? fmt::format("{}, {}", text, words_[Word::kEachSide]) : text;
  }

  void Add(std::string_view field, Word label, std::string value) {
    rows_.push_back({field, std::string(words_[label]), std::move(value)});
  }

  void AddProse(std::string_view field, Word label, const Prose& prose) {
    if (prose) Add(field, label, PlainText(prose.root));
  }

  void AddHold(const Hold& hold) {
    const OpenHold* open = OpenHoldOf(dose_);
    if (open == nullptr) return Add("hold", Word::kDoseHold, WithSides(Text(hold)));
    Add("hold", Word::kDoseHold, Text(hold));
    if (is_each_) Add("sides", Word::kDoseSides, std::string(words_[Word::kEachSide]));
    if (open->start) Add("hold", Word::kDoseStart, Text(open->start->value));
    if (!open->add) return;
    const std::string every = open->each ? Every(*open->each, words_) : std::string();
    Add("hold", Word::kDoseAdd,
        words_.Filled(Word::kAddEvery, {{"amount", Text(open->add->value)}, {"every", every}}));
  }

  const Dose& dose_;
  bool is_each_;
  const Wording& words_;
  std::vector<DoseRow> rows_;
};

}  // namespace

std::vector<DoseRow> DoseRows(const Dose& dose, Sides sides, const Wording& words) {
  return RowWriter(dose, sides, words).Rows();
}

std::string AboutMinutes(const Seconds& seconds, const Wording& words) {
  const auto minutes = [](int value) { return std::max(1, value / 60 + (value % 60 + 30) / 60); };
  const int least = minutes(seconds.min);
  const int most = minutes(seconds.max);
  if (least == most) return words.Counted(Word::kAboutMinutesOne, Word::kAboutMinutesOther, least);
  return words.Filled(Word::kAboutMinutesRange,
                      {{"least", fmt::format("{}", least)}, {"most", fmt::format("{}", most)}});
}

std::string AboutTime(const Seconds& seconds, const Wording& words) {
  if (seconds.max >= 120) return AboutMinutes(seconds, words);
  return words.Filled(Word::kAbout, {{"time", Spell(seconds, words.tag())}});
}

std::string AmountText(const Amount& amount, const Wording& words) {
  if (amount.is_duration) return Spell(Seconds{amount.min, amount.max}, words.tag());
  return fmt::format("{} {}", Spell(Count{amount.min, amount.max}, words.tag()), amount.unit);
}

std::string UnitOf(const Amount& amount, const Wording& words) {
  if (!amount.is_duration) return amount.unit;
  return DurationUnitWord(amount.unit == "minutes", words.tag());
}

std::vector<std::string> KeyText(const Question& question, std::vector<std::string> key,
                                 const Wording& words) {
  if (key.empty()) return key;
  if (question.truth) key.front() = words[*question.truth ? Word::kTrue : Word::kFalse];
  if (question.amount) key.front() = AmountText(*question.amount, words);
  return key;
}

}  // namespace guidec
