// Quantities of a dose, with their units: as an editor writes them, a reader hears them and a
// program reads them.
#ifndef GUIDEC_MODEL_DOSE_MEASURE_H_
#define GUIDEC_MODEL_DOSE_MEASURE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace guidec {

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

// The phases of one repetition in whole seconds, in the order of studies on strength training
// (eccentric, transition, concentric, transition), as in Wilk et al. 2018 (PMC6006544).
struct Tempo {
  int lower = 0;
  int pause = 0;  // between lowering and lifting
  int lift = 0;
  std::optional<int> top;  // the pause before the next repetition
  int Sum() const { return lower + pause + lift + top.value_or(0); }
  bool operator==(const Tempo&) const = default;
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

// "3-1-3", or "3-1-3-1" with the pause at the top.
std::variant<Tempo, QuantityError> ParseTempo(std::string_view text);

// As the source has it: "90 s", "20-40 s", "12", "10-15", "3-1-3".
std::string Written(const Seconds& seconds);
std::string Written(const Count& count);
std::string Written(const Tempo& tempo);

// As a reader of `language` (BCP 47) hears it, by its file in words/: "30 seconds", "1 minute 30 seconds",
// "20 to 40 seconds"; a language without one by CLDR: "30 Sekunden", "20–40 Sekunden".
std::string Spell(const Seconds& seconds, std::string_view language = "en");
// "12", "10 to 15"; without words "10–15".
std::string Spell(const Count& count, std::string_view language = "en");
// "lower for 3 seconds, pause for 1 second, lift for 3 seconds"; without words as it is written.
std::string Spell(const Tempo& tempo, std::string_view language = "en");
// "until your hips drop"; without words `end` alone.
std::string SpellUntil(const std::string& end, std::string_view language);

// ISO 8601-1, 5.5.2.2: "PT30S", "PT1M30S", "PT1H".
std::string IsoDuration(int seconds);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_MEASURE_H_
