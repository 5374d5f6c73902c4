#include "diag/rule_ids.h"
#include "model/read/readers.h"

#include <fmt/format.h>

#include "model/dose/dose.h"
#include "model/prose/passage.h"
#include "text/language.h"

namespace guidec {
namespace {

// Sessions, days or weeks: a month has no fixed number of them.
std::optional<Spanned<Interval>> ReadEvery(const Node& node, std::string_view key) {
  const Node* every = Scalar(node, key);
  const auto interval = every == nullptr ? std::nullopt : ReadInterval(every->text);
  if (!interval || interval->unit > Unit::kWeek) return std::nullopt;
  return Spanned<Interval>{*interval, every->span};
}

// One value by the grammar of its type: only a hold may be a range of times, or open-ended.
void ReadValue(ReadContext& in, const Node& dose, std::string_view key, std::optional<Spanned<Hold>>& to) {
  const Pair* pair = dose.FindPair(key);
  if (pair == nullptr) return;
  if (!pair->value.IsMapping()) {
    if (const auto seconds = ReadSeconds(in, dose, key)) to = Spanned<Hold>{seconds->value, seconds->span};
    return;
  }
  OpenHold open;
  open.until = {ReadMarkdown(in, pair->value, "until")};
  open.start = ReadOneDuration(in, pair->value, "start");
  open.add = ReadOneDuration(in, pair->value, "add");
  if (const auto each = ReadEvery(pair->value, "each")) open.each = each->value;
  if (open.until) to = Spanned<Hold>{std::move(open), pair->value.span};
}
void ReadValue(ReadContext& in, const Node& dose, std::string_view key, std::optional<Spanned<Count>>& to) {
  to = ReadCount(in, dose, key);
}
void ReadValue(ReadContext& in, const Node& dose, std::string_view key, std::optional<Spanned<Seconds>>& to) {
  to = ReadOneDuration(in, dose, key);
}
void ReadValue(ReadContext& in, const Node& dose, std::string_view key, std::optional<Spanned<Tempo>>& to) {
  to = ReadTempo(in, dose, key);
}
void ReadValue(ReadContext& in, const Node& dose, std::string_view key, Prose& to) {
  to = ReadMarkdown(in, dose, key);
}

std::optional<Spanned<int>> ReadAmount(ReadContext& in, const Node& progression, std::string_view key,
                                       DoseField of) {
  if (of == DoseField::kHold) {
    const auto seconds = ReadOneDuration(in, progression, key);
    return seconds ? std::optional(Spanned<int>{seconds->value.min, seconds->span}) : std::nullopt;
  }
  const auto count = ReadCount(in, progression, key);
  if (!count) return std::nullopt;
  if (count->value.min != count->value.max) {
    in.faults.push_back({rule_ids::kBadCount, count->span,
                         fmt::format("`{}` of a progression is one count, such as `12`", key)});
    return std::nullopt;
  }
  return Spanned<int>{count->value.min, count->span};
}

// What a progression is about: what it says, or else the one field of the dose that its amounts fit.
DoseField FieldOfProgression(const Node& progression, const Dose& dose) {
  if (const Node* of = progression.Find("of")) {
    for (const DoseField field : {DoseField::kHold, DoseField::kReps, DoseField::kSets}) {
      if (of->text == FieldName(field)) return field;
    }
  }
  const Node* by = progression.Find("by");
  const bool is_duration = by != nullptr && std::holds_alternative<Seconds>(ParseSeconds(by->text));
  if (is_duration || (dose.hold && !dose.reps && !dose.sets)) return DoseField::kHold;
  return dose.sets && !dose.reps ? DoseField::kSets : DoseField::kReps;
}

std::optional<Progression> ReadFigures(ReadContext& in, const Pair& progression, const Dose& dose) {
  const Node& node = progression.value;
  const DoseField of = FieldOfProgression(node, dose);
  const auto from = ReadAmount(in, node, "from", of);
  const auto to = ReadAmount(in, node, "to", of);
  const auto by = ReadAmount(in, node, "by", of);
  const auto every = ReadEvery(node, "every");
  const bool is_whole = to && by && every && (from || node.Find("from") == nullptr);
  if (!is_whole) return std::nullopt;
  return Progression{progression.key.span, of, from, *to, *by, *every};
}

// A phrase is one paragraph; several say more than a figure.
template <class Meaning>
void ReadWords(Worded<Meaning>& words, Reading<Meaning> (*read)(std::string_view), RuleId rule,
               std::vector<Fault>& faults) {
  const PassageList passages = PassagesOf(words);
  for (const Passage& passage : passages) {
    Reading<Meaning> reading = read(passage.text);
    if (passages.size() == 1) words.meaning = std::move(reading.meaning);
    if (!reading.problem) continue;
    auto& [piece, message, replacement] = *reading.problem;
    Fault& fault = faults.emplace_back(Fault{rule, passage.SpanOf(piece), std::move(message)});
    if (replacement && passage.IsEditable(piece)) {
      fault.fix = Fix{fmt::format("write `{}`", *replacement), {{fault.span, *replacement}}, Safety::kUnsafe};
    }
  }
}

}  // namespace

Dose ReadDose(ReadContext& in, const Node& exercise) {
  Dose dose;
  dose.language = in.language;
  const Pair* pair = exercise.FindPair("dose");
  if (pair == nullptr) return dose;
  dose.span = pair->key.span;
  std::apply([&](const auto&... row) { (ReadValue(in, pair->value, row.key, dose.*row.member), ...); },
             kDoseKeys);
  const Pair* progression = pair->value.FindPair("progression");
  if (progression != nullptr && progression->value.IsMapping()) {
    dose.progression = ReadFigures(in, *progression, dose);
  }
  return dose;
}

void ReadWordsOfDoses(Library& library) {
  for (Exercise& exercise : library.exercises) {
    Dose& dose = exercise.dose;
    if (!IsEnglish(dose.language)) continue;
    ReadWords(dose.frequency, ReadFrequency, rule_ids::kUnclearFrequency, library.faults);
    ReadWords(dose.intensity, ReadIntensity, rule_ids::kIntensityOffScale, library.faults);
    auto* open = dose.hold ? std::get_if<OpenHold>(&dose.hold->value) : nullptr;
    if (open != nullptr) ReadWords(open->until, ReadHoldEnd, rule_ids::kOpenHoldGrowth, library.faults);
  }
}

}  // namespace guidec
