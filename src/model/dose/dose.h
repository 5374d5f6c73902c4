// How much of an exercise to do.
#ifndef GUIDEC_MODEL_DOSE_DOSE_H_
#define GUIDEC_MODEL_DOSE_DOSE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "model/content/id.h"
#include "model/dose/frequency.h"
#include "model/dose/measure.h"
#include "model/prose/markdown.h"
#include "text/quantity.h"

namespace guidec {

enum class DoseField : std::uint8_t { kHold, kReps, kSets, kRest };

// The key in `dose`, and the placeholder's name: "hold", "reps", "sets", "rest".
std::string_view FieldName(DoseField field);

// The field of that name, if it is one.
std::optional<DoseField> DoseFieldNamed(std::string_view name);

// Whether the field's amounts are seconds; else they count.
inline bool IsTime(DoseField field) {
  return field == DoseField::kHold || field == DoseField::kRest;
}

struct OpenHold {
  Worded<HoldEnd> until;
  std::optional<Spanned<Seconds>> start;
  std::optional<Spanned<Seconds>> add;
  std::optional<Interval> each;  // day, week or session
};

using Hold = std::variant<Seconds, OpenHold>;

enum class Sides : unsigned char { kTogether, kEach };

// How one field of the dose grows, written as `progression` or as an open-ended hold's `start`, `add` and
// `each`. Amounts are seconds of a hold, repetitions or sets.
struct Progression {
  Span span{};  // of the key `progression`, or of the hold
  DoseField of = DoseField::kHold;
  std::optional<Spanned<int>> from;  // left out: what the dose says (model/dose/plan.h)
  std::optional<Spanned<int>> to;    // nothing: until the body ends it
  Spanned<int> by;
  Spanned<Interval> every;
};

struct Dose {
  Span span{};                  // of the key `dose`
  std::string language = "en";  // BCP 47: in which the dose is printed
  std::optional<Spanned<Hold>> hold;
  std::optional<Spanned<Count>> reps;
  std::optional<Spanned<Count>> sets;
  std::optional<Spanned<Seconds>> rest;
  std::optional<Spanned<Tempo>> tempo;
  Worded<Frequency> frequency;
  Worded<Intensity> intensity;
  Prose progression_in_words;
  std::optional<Progression> progression;  // or in figures
};

// A key of `dose` and the member that holds its value.
template <class Value>
struct DoseKey {
  std::string_view key;
  Value Dose::*member;
};
template <class Value>
DoseKey(std::string_view, Value Dose::*) -> DoseKey<Value>;

// In the order in which they are read and stated. A value's type says how it is read (model/read/dose.cc) and
// which parts it states (dose.cc).
inline constexpr std::tuple kDoseKeys{
    DoseKey{"hold", &Dose::hold},
    DoseKey{"reps", &Dose::reps},
    DoseKey{"tempo", &Dose::tempo},
    DoseKey{"sets", &Dose::sets},
    DoseKey{"rest", &Dose::rest},
    DoseKey{"frequency", &Dose::frequency},
    DoseKey{"intensity", &Dose::intensity},
    DoseKey{"progression", &Dose::progression_in_words},
};

// The open-ended hold of the dose, or null.
const OpenHold* OpenHoldOf(const Dose& dose);

// What the dose says of the field, from the least to the most: in seconds or counted. Of an open-ended hold
// it is the start.
std::optional<Count> AmountOf(const Dose& dose, DoseField field);

// One value that a dose states, under its key or under the path of keys to it.
struct DosePart {
  std::string_view name;  // "hold", "hold.until"
  Span span{};
  // Words, a quantity that can be compared and printed, or any other as the source has it: "3-1-3".
  std::variant<const Prose*, Seconds, Count, std::string> value;
};

// In the order of kDoseKeys. The prose is the dose's.
std::vector<DosePart> PartsOf(const Dose& dose);

// A duration, or "until …" for an open-ended hold.
std::string Spell(const Hold& hold, std::string_view language = "en");

// "15 seconds" of a hold or a rest, "12" of repetitions or sets.
std::string SpellAmount(DoseField field, const Count& amount, std::string_view language = "en");
std::string SpellAmount(DoseField field, int amount, std::string_view language = "en");

// What `{name}` prints for this dose; nothing when the dose does not say or no such name exists.
std::optional<std::string> PlaceholderText(const Dose& dose, std::string_view name);
inline constexpr std::string_view kPlaceholders[] = {"hold", "reps", "sets", "rest"};

// The tree with every placeholder replaced by what it prints, as a reader sees it. One that the
// dose cannot fill, or any where there is no dose, stays as it was typed.
MarkdownNode Resolved(const MarkdownNode& node, const Dose* dose);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_DOSE_H_
