// How much of an exercise to do.
#ifndef GUIDEC_MODEL_DOSE_DOSE_H_
#define GUIDEC_MODEL_DOSE_DOSE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/content/id.h"
#include "model/dose/measure.h"
#include "model/prose/markdown.h"

namespace guidec {

enum class DoseField : std::uint8_t { kHold, kReps, kSets, kRest };

// The key in `dose`, and the placeholder's name: "hold", "reps", "sets", "rest".
std::string_view FieldName(DoseField field);

// How often something is added: every session, every 2 weeks.
struct Interval {
  enum class Unit : std::uint8_t { kSession, kDay, kWeek };
  int count = 1;  // 1 to 99
  Unit unit = Unit::kWeek;
};

// "week", "2 weeks", "session", "3 days"; nothing for other texts.
std::optional<Interval> ParseInterval(std::string_view text);

struct OpenHold {
  Prose until;
  std::optional<Spanned<Seconds>> start;
  std::optional<Spanned<Seconds>> add;
  std::string each;  // "day", "week", "session" or empty
};

using Hold = std::variant<Seconds, OpenHold>;

enum class Sides : unsigned char { kTogether, kEach };

// How one field of the dose grows. Amounts are seconds of a hold, repetitions or sets.
struct Progression {
  Span span{};  // of the key `progression`
  DoseField of = DoseField::kHold;
  std::optional<Spanned<int>> from;  // left out: what the dose says
  Spanned<int> to;
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
  Prose frequency;
  Prose intensity;
  Prose progression;                  // in words
  std::optional<Progression> growth;  // or in figures
};

// A duration, or "until …" for an open-ended hold. Guidec has the word for "until" in English only:
// in another language the author's words have it.
std::string Spell(const Hold& hold, std::string_view language = "en");

// "15 seconds" of a hold or a rest, "12" of repetitions or sets.
std::string SpellAmount(DoseField field, int amount, std::string_view language = "en");

// What `{name}` prints for this dose; nothing when the dose does not say or no such name exists.
std::optional<std::string> PlaceholderText(const Dose& dose, std::string_view name);
inline constexpr std::string_view kPlaceholders[] = {"hold", "reps", "sets", "rest"};

// The tree with every placeholder replaced by what it prints, as a reader sees it. One that the
// dose cannot fill, or any where there is no dose, stays as it was typed.
MarkdownNode Resolved(const MarkdownNode& node, const Dose* dose);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_DOSE_H_
