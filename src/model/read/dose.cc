#include "model/read/readers.h"

#include <fmt/format.h>

#include "model/dose/dose.h"

namespace guidec {
namespace {

std::optional<Spanned<Hold>> ReadHold(ReadContext& in, const Node& dose) {
  const Pair* pair = dose.FindPair("hold");
  if (pair == nullptr) return std::nullopt;
  if (!pair->value.IsMapping()) {
    const auto seconds = ReadSeconds(in, dose, "hold");
    if (!seconds) return std::nullopt;
    return Spanned<Hold>{seconds->value, seconds->span};
  }
  OpenHold open;
  open.until = ReadMarkdown(in, pair->value, "until");
  open.start = ReadOneDuration(in, pair->value, "start");
  open.add = ReadOneDuration(in, pair->value, "add");
  open.each = ReadId(pair->value, "each").value;
  if (!open.until) return std::nullopt;
  return Spanned<Hold>{std::move(open), pair->value.span};
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
    in.faults.push_back(
        {"bad-count", count->span, fmt::format("`{}` of a progression is one count, such as `12`", key)});
    return std::nullopt;
  }
  return Spanned<int>{count->value.min, count->span};
}

// What a progression is about: what it says, or else the one field of the dose that its amounts fit.
DoseField FieldOfGrowth(const Node& progression, const Dose& dose) {
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

std::optional<Progression> ReadGrowth(ReadContext& in, const Pair& progression, const Dose& dose) {
  const Node& node = progression.value;
  const DoseField of = FieldOfGrowth(node, dose);
  const auto from = ReadAmount(in, node, "from", of);
  const auto to = ReadAmount(in, node, "to", of);
  const auto by = ReadAmount(in, node, "by", of);
  const Node* every = Scalar(node, "every");
  const auto interval = every == nullptr ? std::nullopt : ParseInterval(every->text);
  const bool is_whole = to && by && interval && (from || node.Find("from") == nullptr);
  if (!is_whole) return std::nullopt;
  return Progression{progression.key.span, of, from, *to, *by, {*interval, every->span}};
}

}  // namespace

Dose ReadDose(ReadContext& in, const Node& exercise) {
  Dose dose;
  dose.language = in.language;
  const Pair* pair = exercise.FindPair("dose");
  if (pair == nullptr) return dose;
  const Node& node = pair->value;
  dose.span = pair->key.span;
  dose.hold = ReadHold(in, node);
  dose.reps = ReadCount(in, node, "reps");
  dose.sets = ReadCount(in, node, "sets");
  dose.rest = ReadOneDuration(in, node, "rest");
  dose.tempo = ReadTempo(in, node, "tempo");
  dose.frequency = ReadMarkdown(in, node, "frequency");
  dose.intensity = ReadMarkdown(in, node, "intensity");
  dose.progression = ReadMarkdown(in, node, "progression");
  const Pair* progression = node.FindPair("progression");
  if (progression != nullptr && progression->value.IsMapping())
    dose.growth = ReadGrowth(in, *progression, dose);
  return dose;
}

}  // namespace guidec
