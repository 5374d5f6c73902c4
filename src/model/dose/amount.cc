#include "model/dose/amount.h"

#include <fmt/format.h>

#include "text/quantity.h"

namespace guidec {

std::variant<Amount, QuantityError> ParseAmount(std::string_view text) {
  const std::size_t letter = text.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (letter == std::string_view::npos) {
    return QuantityError{0, text.size(),
                         fmt::format("`{0}` has no unit; write `{0} s` for seconds, or what is counted, such "
                                     "as `{0} repetitions`",
                                     text)};
  }
  auto duration = ParseSeconds(text);
  if (const auto* seconds = std::get_if<Seconds>(&duration)) {
    const bool is_minutes = seconds->min % 60 == 0 && seconds->max % 60 == 0;
    return Amount{seconds->min, seconds->max, true, is_minutes ? "minutes" : "seconds"};
  }
  if (std::get<QuantityError>(duration).replacement) return std::get<QuantityError>(duration);
  const std::size_t end = text.find_last_not_of(' ', letter - 1) + 1;
  auto count = ParseCount(text.substr(0, letter == 0 ? 0 : end));
  const bool is_apart = letter > 0 && text[letter - 1] == ' ';
  const std::string_view unit = text.substr(letter);
  const auto known = UnitOf(unit);
  const bool is_time = unit == "m" || (known && SecondsIn(*known) > 0);
  if (const auto* number = std::get_if<Count>(&count); number != nullptr && is_apart && !is_time) {
    return Amount{number->min, number->max, false, std::string(unit)};
  }
  return std::get<QuantityError>(duration);
}

std::string Spell(const Amount& amount) {
  if (amount.is_duration) return Spell(Seconds{amount.min, amount.max});
  return fmt::format("{} {}", Spell(Count{amount.min, amount.max}), amount.unit);
}

}  // namespace guidec
