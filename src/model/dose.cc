#include "model/dose.h"

#include <array>
#include <cctype>
#include <charconv>

#include <fmt/format.h>

#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec {
namespace {

constexpr int kMaxSeconds = 9999;
constexpr int kMaxCount = 999;

// A cursor over the text of one quantity.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { SkipBlanks(); }

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

std::string Plural(int count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string SpellOne(int seconds) {
  if (seconds < 60) return Plural(seconds, "second");
  if (seconds % 60 == 0) return Plural(seconds / 60, "minute");
  return Plural(seconds / 60, "minute") + " " + Plural(seconds % 60, "second");
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
  if (min == max) return Canonical(min);
  const bool is_minutes = min % 60 == 0 && max % 60 == 0;
  return is_minutes ? fmt::format("{}-{} min", min / 60, max / 60) : fmt::format("{}-{} s", min, max);
}

// "ten", "10 to 15", "12 times".
std::optional<std::string> CountInWords(std::string_view text) {
  auto quantity = WholeQuantity(text);
  if (!quantity) quantity = WholeQuantity(fmt::format("{} times", text));
  if (!quantity || quantity->kind != QuantityKind::kTimes) return std::nullopt;
  const auto [min, max] = std::pair(quantity->min, quantity->max);
  if (min < 1 || max > kMaxCount || min > max) return std::nullopt;
  return min == max ? fmt::format("{}", min) : fmt::format("{}-{}", min, max);
}

std::variant<Seconds, QuantityError> ReadSeconds(std::string_view text) {
  Reader reader(text);
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
  reader.SkipBlanks();
  std::optional<int> last;
  if (reader.Dash()) {
    reader.SkipBlanks();
    last = reader.Number();
    if (!last) return At(text, reader.at(), text.size(), "a range needs a second number, as in `20-40 s`");
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
    return At(text, 0, text.size(), fmt::format("`{}` is far too long for an exercise", text));
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
      return At(text, 0, text.size(),
                fmt::format("the range runs downwards; write `{}-{} {}`", *last, *first, short_unit),
                fmt::format("{}-{} {}", *last, *first, short_unit));
    }
    if (*first == *last) {
      return At(text, 0, text.size(),
                fmt::format("both ends of the range are the same; write `{} {}`", *first, short_unit),
                fmt::format("{} {}", *first, short_unit));
    }
    canonical = fmt::format("{}-{} {}", *first, *last, short_unit);
    if (canonical != text) {
      return At(text, 0, text.size(), fmt::format("write the range as `{}`", canonical), canonical);
    }
    return Seconds{*first * factor, *last * factor};
  }
  canonical = factor == 60 && total % 60 == 0 ? fmt::format("{} min", total / 60)
              : factor == 60                  ? Canonical(total)
                                              : fmt::format("{} s", total);
  if (canonical != text) {
    const bool gap = after_first == unit_at;
    return At(text, gap ? 0 : unit_at, text.size(), fmt::format("write the duration as `{}`", canonical),
              canonical);
  }
  return Seconds{total, total};
}

std::variant<Count, QuantityError> ReadCount(std::string_view text) {
  Reader reader(text);
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

std::string Spell(const Seconds& seconds) {
  if (seconds.min == seconds.max) return SpellOne(seconds.min);
  const bool minutes = seconds.min % 60 == 0 && seconds.max % 60 == 0;
  const int factor = minutes ? 60 : 1;
  return fmt::format("{} to {} {}", seconds.min / factor, seconds.max / factor,
                     minutes ? "minutes" : "seconds");
}

std::string Spell(const Count& count) {
  return count.min == count.max ? fmt::format("{}", count.min)
                                : fmt::format("{} to {}", count.min, count.max);
}

std::string Spell(const Hold& hold) {
  if (const auto* seconds = std::get_if<Seconds>(&hold)) return Spell(*seconds);
  return fmt::format("until {}", PlainText(std::get<OpenHold>(hold).until.root));
}

std::optional<std::string> PlaceholderText(const Dose& dose, std::string_view name) {
  if (name == "hold" && dose.hold) return Spell(dose.hold->value);
  if (name == "reps" && dose.reps) return Spell(dose.reps->value);
  if (name == "sets" && dose.sets) return Spell(dose.sets->value);
  if (name == "rest" && dose.rest) return Spell(dose.rest->value);
  return std::nullopt;
}

MarkdownNode Resolved(const MarkdownNode& node, const Dose* dose) {
  MarkdownNode resolved = node;
  resolved.children.clear();
  for (const MarkdownNode& child : node.children) {
    MarkdownNode copy = Resolved(child, dose);
    if (copy.type == MarkdownType::kPlaceholder) {
      const auto text = dose == nullptr ? std::nullopt : PlaceholderText(*dose, copy.value);
      copy.type = MarkdownType::kText;
      copy.value = text ? *text : "{" + copy.value + "}";
    }
    const bool joins = copy.type == MarkdownType::kText && !resolved.children.empty() &&
                       resolved.children.back().type == MarkdownType::kText;
    if (joins) {
      resolved.children.back().value += copy.value;
      resolved.children.back().end = copy.end;
    } else {
      resolved.children.push_back(std::move(copy));
    }
  }
  return resolved;
}

std::vector<DoseRow> DoseRows(const Dose& dose, Sides sides) {
  std::vector<DoseRow> rows;
  const std::string_view each = sides == Sides::kEach ? ", each side" : "";
  if (dose.hold) {
    const auto* open = std::get_if<OpenHold>(&dose.hold->value);
    if (open == nullptr) {
      rows.push_back({"hold", "Hold", fmt::format("{}{}", Spell(dose.hold->value), each)});
    } else {
      rows.push_back({"hold", "Hold", Spell(dose.hold->value)});
      if (sides == Sides::kEach) rows.push_back({"sides", "Sides", "each side"});
      if (open->start) rows.push_back({"hold", "Start with", Spell(open->start->value)});
      if (open->add) {
        rows.push_back({"hold", "Then add", fmt::format("{} each {}", Spell(open->add->value), open->each)});
      }
    }
  }
  if (dose.reps) rows.push_back({"reps", "Repetitions", fmt::format("{}{}", Spell(dose.reps->value), each)});
  if (dose.sets) rows.push_back({"sets", "Sets", Spell(dose.sets->value)});
  if (dose.rest) rows.push_back({"rest", "Rest", fmt::format("{} between sets", Spell(dose.rest->value))});
  const auto add = [&](std::string_view field, std::string label, const Prose& prose) {
    if (prose) rows.push_back({field, std::move(label), PlainText(prose.root)});
  };
  add("frequency", "How often", dose.frequency);
  add("intensity", "How hard", dose.intensity);
  add("progression", "Over time", dose.progression);
  return rows;
}

}  // namespace guidec
