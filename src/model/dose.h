// How much of an exercise: quantities with units, as an editor writes and a reader hears them.
#ifndef GUIDEC_MODEL_DOSE_H_
#define GUIDEC_MODEL_DOSE_H_

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/markdown.h"
#include "text/source.h"

namespace guidec {

template <class T>
struct Spanned {
  T value{};
  Span span{};
};

// Whole seconds, both ends included; a single duration has min = max.
struct Seconds {
  int min = 0;
  int max = 0;
  bool operator==(const Seconds&) const = default;
};

// Repetitions or sets, both ends included.
struct Count {
  int min = 0;
  int max = 0;
  bool operator==(const Count&) const = default;
};

struct OpenHold {
  Prose until;
  std::optional<Spanned<Seconds>> start;
  std::optional<Spanned<Seconds>> add;
  std::string each;  // "day", "week", "session" or empty
};

using Hold = std::variant<Seconds, OpenHold>;

enum class Sides : unsigned char { kTogether, kEach };

struct Dose {
  Span span{};  // of the key `dose`
  std::optional<Spanned<Hold>> hold;
  std::optional<Spanned<Count>> reps;
  std::optional<Spanned<Count>> sets;
  std::optional<Spanned<Seconds>> rest;
  Prose frequency;
  Prose intensity;
  Prose progression;
};

// A quantity that cannot be read: where in the text, and what to write instead.
struct QuantityError {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string message;
  std::optional<std::string> replacement = {};  // the whole text, when it is certain
};

// "30 s", "2 min", "1 min 30 s", "20-40 s", "1-2 min".
std::variant<Seconds, QuantityError> ParseSeconds(std::string_view text);

// "12", "10-15".
std::variant<Count, QuantityError> ParseCount(std::string_view text);

// "30 seconds", "1 minute 30 seconds", "20 to 40 seconds".
std::string Spell(const Seconds& seconds);
// "12", "10 to 15".
std::string Spell(const Count& count);
// A duration, or "until …" for an open-ended hold.
std::string Spell(const Hold& hold);

// What `{name}` prints for this dose; nothing when the dose does not say or no such name exists.
std::optional<std::string> PlaceholderText(const Dose& dose, std::string_view name);
inline constexpr std::string_view kPlaceholders[] = {"hold", "reps", "sets", "rest"};

// The tree with every placeholder replaced by what it prints, as a reader sees it. One that the
// dose cannot fill, or any where there is no dose, stays as it was typed.
MarkdownNode Resolved(const MarkdownNode& node, const Dose* dose);

struct DoseRow {
  std::string_view field;  // the key in the source
  std::string label;
  std::string value;
};

// The dose box of a handout, in reading order.
std::vector<DoseRow> DoseRows(const Dose& dose, Sides sides);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_H_
