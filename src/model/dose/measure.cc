#include "model/dose/measure.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/measure_words.h"
#include "text/quantity.h"
#include "text/tokens.h"
#include "words/words.h"

namespace guidec {
namespace {

constexpr int kMaxSeconds = 9999;
constexpr int kMaxCount = 999;
constexpr int kMaxPhase = 60;  // seconds of one phase of a repetition

std::string Canonical(int seconds) {
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds % 60 == 0) return fmt::format("{} min", seconds / 60);
  return fmt::format("{} min {} s", seconds / 60, seconds % 60);
}

std::string SpellOne(int seconds, const Wording& words) {
  const auto minutes = [&] { return words.Counted(Word::kMinutesOne, Word::kMinutesOther, seconds / 60); };
  const auto rest = [&] { return words.Counted(Word::kSecondsOne, Word::kSecondsOther, seconds % 60); };
  if (seconds < 60) return rest();
  if (seconds % 60 == 0) return minutes();
  return words.Filled(Word::kMinutesAndSeconds, {{"minutes", minutes()}, {"seconds", rest()}});
}

std::string SpellRange(int least, int most, const Wording& words) {
  return words.Filled(Word::kRange, {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
}

// Reads one quantity by the grammar of running text, and holds it against the one way to write it. Errors
// point at tokens [begin, end); what is behind the last token is the text's end.
class StrictReader {
 public:
  explicit StrictReader(std::string_view text) : text_(text), tokens_(Tokens(text)), reader_(tokens_) {}
  StrictReader(const StrictReader&) = delete;

  std::variant<Seconds, QuantityError> ReadSeconds() const {
    const auto first = reader_.WholeAt(0);
    if (!first) {
      return Whole(fmt::format("`{}` is no duration; write a number and a unit, such as `30 s`", text_));
    }
    if (reader_.Is(1, ":")) return ClockTime(*first);
    const bool is_range = reader_.Is(1, "-");
    const auto last = reader_.WholeAt(is_range ? 2 : 0);
    if (!last) return At(2, End(), "a range needs a second number, as in `20-40 s`");
    const std::size_t unit_at = is_range ? 3 : 1;
    if (unit_at == End()) {
      return Whole(
          fmt::format("`{0}` has no unit; write `{0} s` for seconds or `{0} min` for minutes", text_));
    }
    const int factor = FactorAt(unit_at);
    if (factor == 0) return WrongUnit(unit_at);
    if (std::max(*first, *last) > kMaxSeconds) {
      return At(0, unit_at, fmt::format("`{}` is far too long for an exercise", text_));
    }
    return is_range ? ReadRange(*first, *last, factor) : ReadOne(*first, factor);
  }

  std::variant<Count, QuantityError> ReadCount() const {
    const auto first = reader_.WholeAt(0);
    if (!first || *first < 1 || *first > kMaxCount) {
      return Whole(fmt::format(
          "`{}` is no count; write a whole number such as `12`, or a range such as `10-15`", text_));
    }
    if (End() == 1) return Count{*first, *first};
    if (!reader_.Is(1, "-")) {
      return At(1, End(), fmt::format("`{}` does not belong to a count; leave it out", From(1)));
    }
    const auto last = reader_.WholeAt(2);
    if (!last || *last > kMaxCount || End() != 3) {
      return At(1, End(), "a range needs two whole numbers, as in `10-15`");
    }
    if (auto error = ErrorOfRange(*first, *last, "")) return *std::move(error);
    return Count{*first, *last};
  }

  std::variant<Tempo, QuantityError> ReadTempo() const {
    if (IsRunOfDigits(text_)) {
      return Instead(0, End(), "write the tempo with hyphens,", fmt::format("{}", fmt::join(text_, "-")));
    }
    std::vector<int> phases;
    for (std::size_t at = 0; at < End(); ++at) {
      // A unit behind the last figure says what is meant anyway.
      if (phases.size() >= 3 && BehindUnit(at) == End() && reader_.UnitAt(at) == Unit::kSecond) break;
      if (auto error = ErrorOfPhase(at, phases.size())) return *std::move(error);
      phases.push_back(*reader_.WholeAt(at));
      if (reader_.Is(at + 1, "-|/|:|,")) ++at;
    }
    if (phases.size() < 3) return Whole(fmt::format("`{}` is no tempo; write {}", text_, kTempoForm));
    const Tempo tempo{phases[0], phases[1], phases[2],
                      phases.size() > 3 ? std::optional(phases[3]) : std::nullopt};
    if (tempo.lower + tempo.lift == 0) {
      return Whole("a repetition that neither lowers nor lifts has no tempo; leave the key out");
    }
    const std::string canonical = Written(tempo);
    if (canonical != text_) return Instead(0, End(), "write the tempo as", canonical);
    return tempo;
  }

  // What the text is as a whole, in any words that a person would understand.
  std::optional<Seconds> DurationMeant() const {
    const std::vector<Quantity> found = FindQuantities(tokens_);
    const bool is_whole = found.size() == 1 && !found.front().is_adjective &&
                          found.front().bound == Bound::kExactly && found.front().tokens == Match{0, End()};
    if (!is_whole || found.front().kind != QuantityKind::kSeconds) return std::nullopt;
    const Seconds seconds{found.front().min, found.front().max};
    return seconds.min >= 1 && seconds.max < 3600 ? std::optional(seconds) : std::nullopt;
  }
  std::optional<Count> CountMeant() const {
    const auto range = reader_.RangeAt(0);
    const bool is_whole = range && range->end + (reader_.Is(range->end, "times") ? 1 : 0) == End();
    if (!is_whole || !range->IsWhole() || range->first < 1 || range->last > kMaxCount) return std::nullopt;
    const Count count{static_cast<int>(range->first), static_cast<int>(range->last)};
    return count.min <= count.max ? std::optional(count) : std::nullopt;
  }

  // Of the whole text; what is replaced is the whole text, too.
  QuantityError Instead(std::string_view what, const std::string& canonical) const {
    return Instead(0, End(), what, canonical);
  }

 private:
  static constexpr std::string_view kTempoForm =
      "the seconds of lowering, pause and lifting, such as `3-1-3`, and of a pause at the top if there is "
      "one";

  std::size_t End() const { return tokens_.size(); }
  std::size_t ByteOf(std::size_t at) const { return at < End() ? tokens_.pieces[at].begin : text_.size(); }
  std::string_view From(std::size_t at) const { return text_.substr(ByteOf(at)); }

  QuantityError At(std::size_t begin, std::size_t end, std::string message) const {
    const bool is_all = begin == 0 && end == End();
    const std::size_t end_byte = end == End() || end == 0 ? text_.size() : tokens_.pieces[end - 1].end;
    return {is_all ? 0 : ByteOf(begin), end_byte, std::move(message)};
  }
  QuantityError Whole(std::string message) const { return At(0, End(), std::move(message)); }
  QuantityError Instead(std::size_t begin, std::size_t end, std::string_view what,
                        const std::string& canonical) const {
    QuantityError error = At(begin, end, fmt::format("{} `{}`", what, canonical));
    error.replacement = canonical;
    return error;
  }

  // Seconds in a unit of holds and rests; 0 for any other word.
  int FactorAt(std::size_t at) const {
    if (reader_.Is(at, "m")) return 60;
    const auto unit = reader_.UnitAt(at);
    return unit && unit != Unit::kHour ? SecondsIn(*unit) : 0;
  }
  // "sec." is "sec".
  std::size_t BehindUnit(std::size_t at) const { return at + (reader_.Is(at + 1, ".") ? 2 : 1); }

  QuantityError WrongUnit(std::size_t at) const {
    const Piece& piece = tokens_.pieces[at];
    const bool is_word = std::isalpha(static_cast<unsigned char>(reader_.Word(at).front())) != 0;
    return At(
        at, at + 1,
        reader_.UnitAt(at) == Unit::kHour
            ? "nobody holds or rests for hours, and a session's time is given in minutes; write `s` or `min`"
            : fmt::format("unknown unit `{}`; write `s` for seconds or `min` for minutes",
                          is_word ? text_.substr(piece.begin, piece.end - piece.begin) : From(at)));
  }

  QuantityError ClockTime(int minutes) const {
    const auto seconds = reader_.WholeAt(2);
    if (!seconds || *seconds >= 60 || minutes > kMaxSeconds || End() != 3) {
      return Whole(fmt::format("`{}` is no duration; write it as in `1 min 30 s`", text_));
    }
    return Whole(
        fmt::format("`{}` is a base-60 number to some YAML readers; write `{}` if you mean minutes and "
                    "seconds",
                    text_, Canonical(minutes * 60 + *seconds)));
  }

  // Of a duration that ends before the token `end`.
  std::optional<QuantityError> ErrorOfEnd(int seconds, std::size_t end) const {
    if (seconds == 0) return Whole("no time at all is no duration; leave the key out");
    if (end >= End()) return std::nullopt;
    return At(end, End(), fmt::format("`{}` does not belong to a duration; leave it out", From(end)));
  }

  std::optional<QuantityError> ErrorOfRange(int first, int last, std::string_view unit) const {
    const std::string canonical = fmt::format("{}-{}{}", std::min(first, last), std::max(first, last), unit);
    if (first > last) return Instead(0, 3, "the range runs downwards; write", canonical);
    if (first == last) {
      return Instead(0, 3, "both ends of the range are the same; write", fmt::format("{}{}", first, unit));
    }
    return canonical == text_ ? std::nullopt : std::optional(Instead("write the range as", canonical));
  }

  std::variant<Seconds, QuantityError> ReadRange(int first, int last, int factor) const {
    if (auto error = ErrorOfEnd(first, BehindUnit(3))) return *std::move(error);
    if (auto error = ErrorOfRange(first, last, factor == 1 ? " s" : " min")) return *std::move(error);
    return Seconds{first * factor, last * factor};
  }

  // Of one unit, or of minutes and seconds.
  std::variant<Seconds, QuantityError> ReadOne(int number, int factor) const {
    int total = number * factor;
    std::size_t end = BehindUnit(1);
    if (factor == 60 && end < End()) {
      const auto seconds = reader_.WholeAt(end);
      if (!seconds || *seconds >= 60 || FactorAt(end + 1) != 1) {
        return At(end, End(), "expected seconds below 60, as in `1 min 30 s`");
      }
      total += *seconds;
      end = BehindUnit(end + 1);
    }
    if (auto error = ErrorOfEnd(total, end)) return *std::move(error);
    const std::string canonical = factor == 60 ? Canonical(total) : fmt::format("{} s", total);
    if (canonical == text_) return Seconds{total, total};
    return Instead(reader_.Touches(1) ? 0 : 1, End(), "write the duration as", canonical);
  }

  // "3010" is a tempo of one digit a phase.
  static bool IsRunOfDigits(std::string_view text) {
    return (text.size() == 3 || text.size() == 4) &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  }

  std::optional<QuantityError> ErrorOfPhase(std::size_t at, std::size_t phases) const {
    if (reader_.Is(at, "x")) {
      return At(
          at, at + 1,
          "`X`, as fast as possible, has no length that a timer could count; write seconds, such as `1`");
    }
    const auto phase = reader_.WholeAt(at);
    if (!phase) return At(at, End(), fmt::format("expected {}", kTempoForm));
    if (*phase > kMaxPhase) {
      return At(at, at + 1,
                fmt::format("`{}` seconds are too long for a part of one repetition; at most {}", *phase,
                            kMaxPhase));
    }
    if (phases < 4) return std::nullopt;
    return At(at, End(), fmt::format("a tempo has three or four figures: {}", kTempoForm));
  }

  std::string_view text_;
  WordList tokens_;
  QuantityReader reader_;
};

// "pause for 1 second"; nothing for a phase of no length.
void AddPhase(std::string& phrase, Word phase, int seconds, const Wording& words) {
  if (seconds == 0) return;
  if (!phrase.empty()) phrase += ", ";
  phrase += words.Filled(phase, {{"time", SpellOne(seconds, words)}});
}

}  // namespace

std::variant<Seconds, QuantityError> ParseSeconds(std::string_view text) {
  const StrictReader reader(text);
  auto read = reader.ReadSeconds();
  const auto* error = std::get_if<QuantityError>(&read);
  const auto meant = error != nullptr && !error->replacement ? reader.DurationMeant() : std::nullopt;
  if (meant) return reader.Instead("write the duration as", Written(*meant));
  return read;
}

std::variant<Count, QuantityError> ParseCount(std::string_view text) {
  const StrictReader reader(text);
  auto read = reader.ReadCount();
  const auto* error = std::get_if<QuantityError>(&read);
  const auto meant = error != nullptr && !error->replacement ? reader.CountMeant() : std::nullopt;
  if (meant) return reader.Instead("write the count as", Written(*meant));
  return read;
}

std::variant<Tempo, QuantityError> ParseTempo(std::string_view text) {
  return StrictReader(text).ReadTempo();
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
  if (!HasWords(language)) {
    return is_one ? DurationWords(seconds.min, language)
                  : DurationRangeWords(seconds.min, seconds.max, language);
  }
  const Wording words(language);
  if (is_one) return SpellOne(seconds.min, words);
  const bool is_minutes = seconds.min % 60 == 0 && seconds.max % 60 == 0;
  const int factor = is_minutes ? 60 : 1;
  return words.Filled(is_minutes ? Word::kMinutesOther : Word::kSecondsOther,
                      {{"count", SpellRange(seconds.min / factor, seconds.max / factor, words)}});
}

std::string Spell(const Count& count, std::string_view language) {
  if (count.min == count.max) return fmt::format("{}", count.min);
  return HasWords(language) ? SpellRange(count.min, count.max, Wording(language))
                            : fmt::format("{}–{}", count.min, count.max);
}

std::string Spell(const Tempo& tempo, std::string_view language) {
  if (!HasWords(language)) return Written(tempo);
  const Wording words(language);
  std::string phrase;
  AddPhase(phrase, Word::kTempoLower, tempo.lower, words);
  AddPhase(phrase, Word::kTempoPause, tempo.pause, words);
  AddPhase(phrase, Word::kTempoLift, tempo.lift, words);
  AddPhase(phrase, Word::kTempoTop, tempo.top.value_or(0), words);
  return phrase;
}

std::string SpellUntil(const std::string& end, std::string_view language) {
  return HasWords(language) ? Wording(language).Filled(Word::kUntil, {{"end", end}}) : end;
}

std::string IsoDuration(int seconds) {
  std::string iso = "PT";
  if (seconds >= 3600) iso += fmt::format("{}H", seconds / 3600);
  if (seconds / 60 % 60 > 0) iso += fmt::format("{}M", seconds / 60 % 60);
  if (seconds % 60 > 0 || seconds == 0) iso += fmt::format("{}S", seconds % 60);
  return iso;
}

}  // namespace guidec
