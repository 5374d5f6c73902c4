#include "model/dose/measure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/language.h"
#include "text/measure_words.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec {
namespace {

constexpr int kMaxSeconds = 9999;
constexpr int kMaxCount = 999;
constexpr int kMaxPhase = 60;  // seconds of one phase of a repetition

// A cursor over the text of one quantity.
class QuantityReader {
 public:
  explicit QuantityReader(std::string_view text) : text_(text) { SkipBlanks(); }

  bool AtEnd() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  void Advance() { ++at_; }

  void SkipBlanks() {
    while (Peek() == ' ' || Peek() == '\t') ++at_;
  }

  std::optional<int> Number() {
    int value = 0;
    const char* begin = text_.data() + at_;
    const char* end = text_.data() + text_.size();
    const auto [stop, error] = std::from_chars(begin, end, value);
    if (error != std::errc() || stop == begin || *begin == '-') return std::nullopt;
    at_ += static_cast<std::size_t>(stop - begin);
    return value;
  }

  // A hyphen or an en dash between two numbers.
  bool Dash() {
    if (text_.substr(at_).starts_with("\xE2\x80\x93")) {
      at_ += 3;
      return true;
    }
    if (Peek() != '-') return false;
    ++at_;
    return true;
  }

  std::string_view Word() {
    const std::size_t begin = at_;
    while (std::isalpha(static_cast<unsigned char>(Peek())) != 0 || Peek() == '.') ++at_;
    return text_.substr(begin, at_ - begin);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// Seconds in a unit as people write it; 0 for what is no unit of a hold.
int UnitSeconds(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kSecondWords = {"s",      "sec",     "sec.", "secs",
                                                                   "second", "seconds", "S",    "Sec"};
  static constexpr std::array<std::string_view, 8> kMinuteWords = {"min",    "min.",    "mins", "m",
                                                                   "minute", "minutes", "Min",  "M"};
  for (const std::string_view known : kSecondWords) {
    if (word == known) return 1;
  }
  for (const std::string_view known : kMinuteWords) {
    if (word == known) return 60;
  }
  return 0;
}

QuantityError At(std::string_view text, std::size_t begin, std::size_t end, std::string message,
                 std::optional<std::string> replacement = {}) {
  return {std::min(begin, text.size()), std::min(std::max(end, begin), text.size()), std::move(message),
          std::move(replacement)};
}

std::string Canonical(int seconds) {
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds % 60 == 0) return fmt::format("{} min", seconds / 60);
  return fmt::format("{} min {} s", seconds / 60, seconds % 60);
}

std::string CountOf(int count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string SpellOne(int seconds) {
  if (seconds < 60) return CountOf(seconds, "second");
  if (seconds % 60 == 0) return CountOf(seconds / 60, "minute");
  return CountOf(seconds / 60, "minute") + " " + CountOf(seconds % 60, "second");
}

// The quantity that the text is as a whole, in any words that a person would understand.
std::optional<Quantity> WholeQuantity(std::string_view text) {
  const WordList tokens = Tokens(text);
  const std::vector<Quantity> found = FindQuantities(tokens);
  const bool is_whole = found.size() == 1 && !found.front().is_adjective &&
                        found.front().bound == Bound::kExactly &&
                        found.front().tokens == Match{0, tokens.size()};
  return is_whole ? std::optional(found.front()) : std::nullopt;
}

// "half a minute", "1.5 min", "20 to 40 seconds", "30 s - 1 min": what to write instead.
std::optional<std::string> DurationInWords(std::string_view text) {
  const auto quantity = WholeQuantity(text);
  if (!quantity || quantity->kind != QuantityKind::kSeconds) return std::nullopt;
  const auto [min, max] = std::pair(quantity->min, quantity->max);
  if (min < 1 || max >= 3600 || min > max) return std::nullopt;
  return Written(Seconds{min, max});
}

// "ten", "10 to 15", "12 times".
std::optional<std::string> CountInWords(std::string_view text) {
  auto quantity = WholeQuantity(text);
  if (!quantity) quantity = WholeQuantity(fmt::format("{} times", text));
  if (!quantity || quantity->kind != QuantityKind::kTimes) return std::nullopt;
  const auto [min, max] = std::pair(quantity->min, quantity->max);
  if (min < 1 || max > kMaxCount || min > max) return std::nullopt;
  return Written(Count{min, max});
}

std::variant<Seconds, QuantityError> ReadSeconds(std::string_view text) {
  QuantityReader reader(text);
  const std::size_t first_at = reader.at();
  const auto first = reader.Number();
  if (!first) {
    return At(text, 0, text.size(),
              fmt::format("`{}` is no duration; write a number and a unit, such as `30 s`", text));
  }
  if (reader.Peek() == ':') {
    reader.Advance();
    const auto second = reader.Number();
    if (second && *second < 60 && reader.AtEnd()) {
      const std::string mended = Canonical(*first * 60 + *second);
      return At(text, 0, text.size(),
                fmt::format("`{}` is a base-60 number to some YAML readers; write `{}` if you mean "
                            "minutes and seconds",
                            text, mended));
    }
    return At(text, 0, text.size(), fmt::format("`{}` is no duration; write it as in `1 min 30 s`", text));
  }
  const std::size_t after_first = reader.at();
  std::size_t after_numbers = after_first;
  reader.SkipBlanks();
  std::optional<int> last;
  if (reader.Dash()) {
    reader.SkipBlanks();
    last = reader.Number();
    if (!last) return At(text, reader.at(), text.size(), "a range needs a second number, as in `20-40 s`");
    after_numbers = reader.at();
    reader.SkipBlanks();
  }
  if (reader.AtEnd()) {
    return At(
        text, first_at, text.size(),
        fmt::format("`{}` has no unit; write `{} s` for seconds or `{} min` for minutes", text, text, text));
  }
  const std::size_t unit_at = reader.at();
  const std::string_view unit = reader.Word();
  const int factor = UnitSeconds(unit);
  if (factor == 0) {
    const bool hours = unit == "h" || unit.starts_with("hour") || unit == "hr";
    return At(text, unit_at, std::max(reader.at(), unit_at + 1),
              hours
                  ? fmt::format("nobody holds or rests for hours, and a session's time is given in minutes; "
                                "write `s` or `min`")
                  : fmt::format("unknown unit `{}`; write `s` for seconds or `min` for minutes",
                                unit.empty() ? text.substr(unit_at) : unit));
  }
  if (*first > kMaxSeconds || last.value_or(0) > kMaxSeconds) {
    return At(text, first_at, after_numbers, fmt::format("`{}` is far too long for an exercise", text));
  }
  int total = *first * factor;
  std::string canonical;
  reader.SkipBlanks();
  if (!last && factor == 60 && !reader.AtEnd()) {
    const std::size_t seconds_at = reader.at();
    const auto seconds = reader.Number();
    reader.SkipBlanks();
    const std::string_view second_unit = reader.Word();
    if (!seconds || UnitSeconds(second_unit) != 1 || *seconds >= 60) {
      return At(text, seconds_at, text.size(), "expected seconds below 60, as in `1 min 30 s`");
    }
    total += *seconds;
  }
  if (total == 0) return At(text, 0, text.size(), "no time at all is no duration; leave the key out");
  reader.SkipBlanks();
  if (!reader.AtEnd()) {
    return At(text, reader.at(), text.size(),
              fmt::format("`{}` does not belong to a duration; leave it out", text.substr(reader.at())));
  }
  if (last) {
    const std::string_view short_unit = factor == 1 ? "s" : "min";
    if (*first > *last) {
      return At(text, first_at, after_numbers,
                fmt::format("the range runs downwards; write `{}-{} {}`", *last, *first, short_unit),
                fmt::format("{}-{} {}", *last, *first, short_unit));
    }
    if (*first == *last) {
      return At(text, first_at, after_numbers,
                fmt::format("both ends of the range are the same; write `{} {}`", *first, short_unit),
                fmt::format("{} {}", *first, short_unit));
    }
    canonical = fmt::format("{}-{} {}", *first, *last, short_unit);
    if (canonical != text) {
      return At(text, 0, text.size(), fmt::format("write the range as `{}`", canonical), canonical);
    }
    return Seconds{*first * factor, *last * factor};
  }
  canonical = factor == 60 ? Canonical(total) : fmt::format("{} s", total);
  if (canonical != text) {
    const bool gap = after_first == unit_at;
    return At(text, gap ? 0 : unit_at, text.size(), fmt::format("write the duration as `{}`", canonical),
              canonical);
  }
  return Seconds{total, total};
}

std::variant<Count, QuantityError> ReadCount(std::string_view text) {
  QuantityReader reader(text);
  const auto first = reader.Number();
  if (!first || *first < 1 || *first > kMaxCount) {
    return At(text, 0, text.size(),
              fmt::format("`{}` is no count; write a whole number such as `12`, or a range such as "
                          "`10-15`",
                          text));
  }
  reader.SkipBlanks();
  if (reader.AtEnd()) return Count{*first, *first};
  const std::size_t dash_at = reader.at();
  if (!reader.Dash()) {
    return At(text, dash_at, text.size(),
              fmt::format("`{}` does not belong to a count; leave it out", text.substr(dash_at)));
  }
  reader.SkipBlanks();
  const auto last = reader.Number();
  reader.SkipBlanks();
  if (!last || *last > kMaxCount || !reader.AtEnd()) {
    return At(text, dash_at, text.size(), "a range needs two whole numbers, as in `10-15`");
  }
  const std::string canonical = fmt::format("{}-{}", std::min(*first, *last), std::max(*first, *last));
  if (*first > *last) {
    return At(text, 0, text.size(), fmt::format("the range runs downwards; write `{}`", canonical),
              canonical);
  }
  if (*first == *last) {
    return At(text, 0, text.size(), fmt::format("both ends of the range are the same; write `{}`", *first),
              fmt::format("{}", *first));
  }
  if (canonical != text) {
    return At(text, 0, text.size(), fmt::format("write the range as `{}`", canonical), canonical);
  }
  return Count{*first, *last};
}

// What stands between the figures of a tempo as people write it: "3-1-3", "3/1/3", "3:1:3", "3 1 3".
bool SkipSeparator(QuantityReader& reader) {
  const std::size_t begin = reader.at();
  reader.SkipBlanks();
  if (!reader.Dash() && (reader.Peek() == '/' || reader.Peek() == ':' || reader.Peek() == ',')) {
    reader.Advance();
  }
  reader.SkipBlanks();
  return reader.at() > begin;
}

// "3010" is a tempo of one digit a phase.
bool IsRunOfDigits(std::string_view text) {
  return (text.size() == 3 || text.size() == 4) &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Tempo TempoOf(const std::vector<int>& phases) {
  return {phases[0], phases[1], phases[2], phases.size() > 3 ? std::optional(phases[3]) : std::nullopt};
}

std::variant<Tempo, QuantityError> ReadTempo(std::string_view text) {
  static constexpr std::string_view kForm =
      "the seconds of lowering, pause and lifting, such as `3-1-3`, and of a pause at the top if there is "
      "one";
  if (IsRunOfDigits(text)) {
    const std::string mended = fmt::format("{}", fmt::join(text, "-"));
    return At(text, 0, text.size(), fmt::format("write the tempo with hyphens, `{}`", mended), mended);
  }
  QuantityReader reader(text);
  std::vector<int> phases;
  while (!reader.AtEnd()) {
    const std::size_t begin = reader.at();
    if (reader.Peek() == 'X' || reader.Peek() == 'x') {
      return At(
          text, begin, begin + 1,
          "`X`, as fast as possible, has no length that a timer could count; write seconds, such as `1`");
    }
    const auto phase = reader.Number();
    if (!phase) {
      // A unit behind the last figure says what is meant anyway.
      const bool is_unit = phases.size() >= 3 && UnitSeconds(reader.Word()) == 1 && reader.AtEnd();
      if (is_unit) break;
      return At(text, begin, text.size(), fmt::format("expected {}", kForm));
    }
    if (*phase > kMaxPhase) {
      return At(text, begin, reader.at(),
                fmt::format("`{}` seconds are too long for a part of one repetition; at most {}", *phase,
                            kMaxPhase));
    }
    phases.push_back(*phase);
    if (phases.size() > 4) {
      return At(text, begin, text.size(), fmt::format("a tempo has three or four figures: {}", kForm));
    }
    if (!SkipSeparator(reader) && !reader.AtEnd()) {
      return At(text, reader.at(), text.size(), fmt::format("expected {}", kForm));
    }
  }
  if (phases.size() < 3) {
    return At(text, 0, text.size(), fmt::format("`{}` is no tempo; write {}", text, kForm));
  }
  const Tempo tempo = TempoOf(phases);
  if (tempo.lower + tempo.lift == 0) {
    return At(text, 0, text.size(),
              "a repetition that neither lowers nor lifts has no tempo; leave the key out");
  }
  const std::string canonical = Written(tempo);
  if (canonical != text) {
    return At(text, 0, text.size(), fmt::format("write the tempo as `{}`", canonical), canonical);
  }
  return tempo;
}

// "pause for 1 second"; nothing for a phase of no length.
void AddPhase(std::string& phrase, std::string_view verb, int seconds) {
  if (seconds == 0) return;
  if (!phrase.empty()) phrase += ", ";
  phrase += fmt::format("{} for {}", verb, SpellOne(seconds));
}

}  // namespace

std::variant<Seconds, QuantityError> ParseSeconds(std::string_view text) {
  auto read = ReadSeconds(text);
  const auto* error = std::get_if<QuantityError>(&read);
  if (error == nullptr || error->replacement) return read;
  const auto meant = DurationInWords(text);
  if (!meant) return read;
  return At(text, 0, text.size(), fmt::format("write the duration as `{}`", *meant), *meant);
}

std::variant<Count, QuantityError> ParseCount(std::string_view text) {
  auto read = ReadCount(text);
  const auto* error = std::get_if<QuantityError>(&read);
  if (error == nullptr || error->replacement) return read;
  const auto meant = CountInWords(text);
  if (!meant) return read;
  return At(text, 0, text.size(), fmt::format("write the count as `{}`", *meant), *meant);
}

std::variant<Tempo, QuantityError> ParseTempo(std::string_view text) {
  return ReadTempo(text);
}

std::string Written(const Seconds& seconds) {
  if (seconds.min == seconds.max) return Canonical(seconds.min);
  const bool is_minutes = seconds.min % 60 == 0 && seconds.max % 60 == 0;
  return is_minutes ? fmt::format("{}-{} min", seconds.min / 60, seconds.max / 60)
                    : fmt::format("{}-{} s", seconds.min, seconds.max);
}

std::string Written(const Count& count) {
  return count.min == count.max ? fmt::format("{}", count.min) : fmt::format("{}-{}", count.min, count.max);
}

std::string Written(const Tempo& tempo) {
  const std::string top = tempo.top ? fmt::format("-{}", *tempo.top) : "";
  return fmt::format("{}-{}-{}{}", tempo.lower, tempo.pause, tempo.lift, top);
}

std::string Spell(const Seconds& seconds, std::string_view language) {
  const bool is_one = seconds.min == seconds.max;
  if (!IsEnglish(language)) {
    return is_one ? DurationWords(seconds.min, language)
                  : DurationRangeWords(seconds.min, seconds.max, language);
  }
  if (is_one) return SpellOne(seconds.min);
  const bool minutes = seconds.min % 60 == 0 && seconds.max % 60 == 0;
  const int factor = minutes ? 60 : 1;
  return fmt::format("{} to {} {}", seconds.min / factor, seconds.max / factor,
                     minutes ? "minutes" : "seconds");
}

std::string Spell(const Count& count, std::string_view language) {
  if (count.min == count.max) return fmt::format("{}", count.min);
  return IsEnglish(language) ? fmt::format("{} to {}", count.min, count.max)
                             : fmt::format("{}–{}", count.min, count.max);
}

std::string Spell(const Tempo& tempo, std::string_view language) {
  if (!IsEnglish(language)) return Written(tempo);
  std::string phrase;
  AddPhase(phrase, "lower", tempo.lower);
  AddPhase(phrase, "pause", tempo.pause);
  AddPhase(phrase, "lift", tempo.lift);
  if (tempo.top.value_or(0) > 0) phrase += fmt::format(", pause for {} at the top", SpellOne(*tempo.top));
  return phrase;
}

std::string IsoDuration(int seconds) {
  std::string iso = "PT";
  if (seconds >= 3600) iso += fmt::format("{}H", seconds / 3600);
  if (seconds / 60 % 60 > 0) iso += fmt::format("{}M", seconds / 60 % 60);
  if (seconds % 60 > 0 || seconds == 0) iso += fmt::format("{}S", seconds % 60);
  return iso;
}

}  // namespace guidec
