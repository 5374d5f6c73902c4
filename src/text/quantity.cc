// A quantity is a figure (digits, words, a fraction), perhaps a second figure behind "to" or a dash,
// and a unit. Each function below reads one such part at a token and says where it ends.
#include "text/quantity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace guidec {
namespace {

struct Figure {
  double value = 0;
  std::size_t end = 0;
};

struct Unit {
  QuantityKind kind;
  double factor = 1;
  std::size_t end = 0;
};

struct NumberWord {
  std::string_view word;
  int value;
};

constexpr NumberWord kNumberWords[] = {
    {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
    {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},
};

constexpr std::string_view kSecondWords = "s|sec|secs|second|seconds";
constexpr std::string_view kMinuteWords = "min|mins|minute|minutes";
constexpr std::string_view kHourWords = "h|hr|hrs|hour|hours";
constexpr std::string_view kRepetitionWords = "rep|reps|repetition|repetitions";
constexpr std::string_view kSetWords = "set|sets";
// Between a count and what it counts.
constexpr std::string_view kManners = "slow|controlled|full|good|smooth|gentle|careful|complete|total|easy";

class Finder {
 public:
  explicit Finder(const WordList& tokens) : tokens_(tokens) {}

  std::vector<Quantity> Run() {
    for (std::size_t at = 0; at < tokens_.size();) {
      const std::size_t known = found_.size();
      at = Read(at);
      for (std::size_t i = known; i < found_.size(); ++i) SetBound(found_[i]);
    }
    return std::move(found_);
  }

 private:
  std::string_view Text(std::size_t at) const {
    return at < tokens_.size() ? std::string_view(tokens_.words[at]) : std::string_view();
  }
  bool Is(std::size_t at, std::string_view alternatives) const {
    return at < tokens_.size() && IsOneOf(tokens_.words[at], alternatives);
  }
  std::optional<std::size_t> Reach(std::size_t at, std::string_view pattern) const {
    if (at >= tokens_.size()) return std::nullopt;
    const auto length = MatchPhrase(std::span(tokens_.words).subspan(at), pattern);
    return length ? std::optional(at + *length) : std::nullopt;
  }
  bool Touches(std::size_t at) const {
    return at > 0 && at < tokens_.size() && tokens_.pieces[at - 1].end == tokens_.pieces[at].begin;
  }

  static std::optional<int> WordValue(std::string_view word) {
    const auto found = std::ranges::find(kNumberWords, word, &NumberWord::word);
    return found == std::end(kNumberWords) ? std::nullopt : std::optional(found->value);
  }

  // Below one hundred: "seven", "thirty", "thirty-five".
  std::optional<Figure> SmallWords(std::size_t at) const {
    const auto first = WordValue(Text(at));
    if (!first) return std::nullopt;
    if (*first >= 20) {
      const std::size_t next = at + (Is(at + 1, "-") ? 2 : 1);
      const auto second = WordValue(Text(next));
      if (second && *second >= 1 && *second <= 9) return Figure{double(*first + *second), next + 1};
    }
    return Figure{double(*first), at + 1};
  }

  std::optional<Figure> Words(std::size_t at) const {
    if (const auto end = Reach(at, "half a dozen")) return Figure{6, *end};
    if (const auto end = Reach(at, "a dozen")) return Figure{12, *end};
    auto figure = SmallWords(at);
    if (!figure && Is(at, "a") && Is(at + 1, "hundred")) figure = Figure{1, at + 1};
    if (!figure) return std::nullopt;
    if (Is(figure->end, "dozen")) return Figure{figure->value * 12, figure->end + 1};
    if (!Is(figure->end, "hundred")) return figure;
    figure = Figure{figure->value * 100, figure->end + 1};
    const auto rest = SmallWords(figure->end + (Is(figure->end, "and") ? 1 : 0));
    return rest ? Figure{figure->value + rest->value, rest->end} : figure;
  }

  static std::optional<double> FractionSign(std::string_view sign) {
    if (sign == "\u00BC") return 0.25;
    if (sign == "\u00BD") return 0.5;
    if (sign == "\u00BE") return 0.75;
    return std::nullopt;
  }

  std::optional<Figure> Digits(std::size_t at) const {
    const std::string_view text = Text(at);
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size() ||
        text.front() < '0' || text.front() > '9') {
      return std::nullopt;
    }
    if (const auto end = Reach(at, "1 / 2")) return Figure{0.5, *end};
    if (const auto end = Reach(at + 1, "1 / 2")) return Figure{value + 0.5, *end};
    if (const auto fraction = FractionSign(Text(at + 1))) return Figure{value + *fraction, at + 2};
    return Figure{value, at + 1};
  }

  std::optional<Figure> Number(std::size_t at) const {
    if (const auto fraction = FractionSign(Text(at))) return Figure{*fraction, at + 1};
    auto figure = Digits(at);
    if (!figure) figure = Words(at);
    if (figure) {
      if (const auto end = Reach(figure->end, "and a half")) return Figure{figure->value + 0.5, *end};
    }
    return figure;
  }

  std::optional<Unit> TimeUnit(std::size_t at) const {
    if (Is(at, kSecondWords)) return Unit{QuantityKind::kSeconds, 1, at + 1};
    if (Is(at, kMinuteWords)) return Unit{QuantityKind::kSeconds, 60, at + 1};
    if (Is(at, kHourWords)) return Unit{QuantityKind::kSeconds, 3600, at + 1};
    return std::nullopt;
  }

  std::optional<Unit> UnitAt(std::size_t at) const {
    if (auto unit = TimeUnit(at)) return unit;
    if (Is(at, kManners)) ++at;
    if (Is(at, kRepetitionWords)) return Unit{QuantityKind::kRepetitions, 1, at + 1};
    if (Is(at, kSetWords)) return Unit{QuantityKind::kSets, 1, at + 1};
    if (Is(at, "times")) return Unit{QuantityKind::kTimes, 1, at + 1};
    return std::nullopt;
  }

  void Emit(QuantityKind kind, double min, double max, Match tokens, std::size_t figure_end,
            bool is_adjective = false) {
    const auto whole = [](double value) { return static_cast<int>(std::lround(std::min(value, 1e6))); };
    Quantity quantity;
    quantity.kind = kind;
    quantity.is_adjective = is_adjective;
    quantity.min = whole(min);
    quantity.max = whole(max);
    quantity.tokens = tokens;
    quantity.begin = tokens_.pieces[tokens.begin].begin;
    quantity.end = tokens_.pieces[tokens.end - 1].end;
    quantity.figure_begin = quantity.begin;
    quantity.figure_end = tokens_.pieces[figure_end - 1].end;
    found_.push_back(quantity);
  }

  // A duration without a number: "a minute", "half a minute", "a minute and a half".
  std::optional<Figure> WordyDuration(std::size_t at) const {
    static constexpr struct {
      std::string_view pattern;
      double seconds;
    } kForms[] = {
        {"a minute and a half", 90},
        {"an hour and a half", 5400},
        {"half a minute", 30},
        {"half an hour", 1800},
        {"a? half -? minute", 30},
        {"a? half -? hour", 1800},
        {"a quarter of a minute", 15},
        {"a quarter of an hour", 900},
        {"three quarters of a minute", 45},
        {"three quarters of an hour", 2700},
        {"a minute", 60},
        {"an hour", 3600},
    };
    for (const auto& form : kForms) {
      if (const auto end = Reach(at, form.pattern)) return Figure{form.seconds, *end};
    }
    return std::nullopt;
  }

  // One end of a range whose ends each have a unit: "30 seconds", "1 min 30 s", "half a minute".
  std::optional<Figure> Duration(std::size_t at) const {
    if (const auto wordy = WordyDuration(at)) return wordy;
    const auto figure = Number(at);
    if (!figure) return std::nullopt;
    const auto unit = TimeUnit(figure->end);
    if (!unit || IsDecade(at, figure->end) || IsOrdinal(figure->end, figure->value, at)) return std::nullopt;
    double seconds = figure->value * unit->factor;
    std::size_t end = unit->end;
    if (unit->factor == 60) {
      if (const auto half = Reach(end, "and a half")) return Figure{seconds + 30, *half};
      const auto more = Number(end + (Is(end, "and|,") ? 1 : 0));
      if (more && more->value < 60 && Is(more->end, kSecondWords)) {
        seconds += more->value;
        end = more->end + 1;
      }
    }
    return Figure{seconds, end};
  }

  // "people in their 30s"
  bool IsDecade(std::size_t at, std::size_t unit_at) const {
    return Text(unit_at) == "s" && Touches(unit_at) && at > 0 && Is(at - 1, "the|their|your|our|his|her|my");
  }

  // "the twenty second step": seconds in words want their plural.
  bool IsOrdinal(std::size_t unit_at, double value, std::size_t at) const {
    const char first = Text(at).front();
    return Text(unit_at) == "second" && value > 1 && (first < '0' || first > '9');
  }

  // "30-second", "10-to-15-second", "20- to 30-second": the figure, and the second one if any.
  std::size_t Adjective(std::size_t at) {
    const auto first = Number(at);
    if (!first || !Is(first->end, "-")) return at;
    if (const auto unit = TimeUnit(first->end + 1)) {
      Emit(unit->kind, first->value * unit->factor, first->value * unit->factor, {at, unit->end}, first->end,
           true);
      return unit->end;
    }
    if (Is(first->end + 1, "rep|set")) {
      const bool is_set = Is(first->end + 1, "set");
      Emit(is_set ? QuantityKind::kSets : QuantityKind::kRepetitions, first->value, first->value,
           {at, first->end + 2}, first->end, true);
      return first->end + 2;
    }
    auto second_at = Reach(first->end, "- to|or -");
    if (!second_at) second_at = Reach(first->end, "- to|or");
    if (!second_at) second_at = first->end + 1;
    const auto second = Number(*second_at);
    if (!second || !Is(second->end, "-")) return at;
    const auto unit = TimeUnit(second->end + 1);
    if (!unit) return at;
    Emit(unit->kind, first->value * unit->factor, second->value * unit->factor, {at, unit->end}, second->end,
         true);
    return unit->end;
  }

  std::optional<std::size_t> Connector(std::size_t at, std::size_t figure_at) const {
    if (Is(at, "-|to|or")) return at + 1;
    if (Is(at, "and") && figure_at > 0 && Is(figure_at - 1, "between")) return at + 1;
    return std::nullopt;
  }

  // Most words start none, and the readers below are not cheap.
  bool MayStart(std::size_t at) const {
    static constexpr std::string_view kOthers = "a|an|half|set|sets";
    static constexpr FirstBytes kFirstBytes = [] {
      FirstBytes bytes = FirstBytesOf(kOthers);
      for (const NumberWord& number : kNumberWords) bytes.Add(number.word);
      return bytes;
    }();
    const std::string_view text = Text(at);
    return (text.front() >= '0' && text.front() <= '9') || FractionSign(text) ||
           (kFirstBytes.MayStart(text) && (IsOneOf(text, kOthers) || WordValue(text)));
  }

  // Reads a quantity at `at` and returns where to go on.
  std::size_t Read(std::size_t at) {
    if (!MayStart(at)) return at + 1;
    if (at > 0 && Is(at - 1, ":") && Touches(at)) return at + 1;  // "1:30 minutes"
    if (const std::size_t end = Adjective(at); end != at) return end;
    if (const auto vague = Reach(at, "a minute or two")) {
      Emit(QuantityKind::kSeconds, 60, 120, {at, *vague}, *vague);
      return *vague;
    }
    if (const auto first = Duration(at)) return ReadDuration(at, *first);
    if (Is(at, kSetWords) && Is(at + 1, "of")) return ReadSetOf(at + 2);
    const auto first = Number(at);
    if (!first) return at + 1;
    double last = first->value;
    std::size_t end = first->end;
    if (const auto behind = Connector(end, at)) {
      if (const auto second = Number(*behind)) {
        last = second->value;
        end = second->end;
      }
    }
    const auto unit = UnitAt(end);
    if (!unit || last < first->value || IsDecade(at, end) || IsOrdinal(end, last, at)) return first->end;
    Emit(unit->kind, first->value * unit->factor, last * unit->factor, {at, unit->end}, end);
    if (unit->kind == QuantityKind::kSets && Is(unit->end, "of")) return ReadSetOf(unit->end + 1);
    return unit->end;
  }

  std::size_t ReadDuration(std::size_t at, const Figure& first) {
    if (const auto behind = Connector(first.end, at)) {
      const auto second = Duration(*behind);
      if (second && second->value > first.value) {
        Emit(QuantityKind::kSeconds, first.value, second->value, {at, second->end}, second->end);
        return second->end;
      }
    }
    // The unit of a plain "30 seconds" is its last token; other durations are all figure.
    const auto number = Number(at);
    const bool is_plain = number && number->end + 1 == first.end;
    Emit(QuantityKind::kSeconds, first.value, first.value, {at, first.end},
         is_plain ? number->end : first.end);
    return first.end;
  }

  // "… of twelve": repetitions, unless a unit says otherwise.
  std::size_t ReadSetOf(std::size_t at) {
    const auto first = Number(at);
    if (!first) return at;
    double last = first->value;
    std::size_t end = first->end;
    if (const auto behind = Connector(end, at)) {
      if (const auto second = Number(*behind)) {
        last = second->value;
        end = second->end;
      }
    }
    const bool counts_things = UnitAt(end).has_value() || Is(end, "-") || last < first->value;
    if (counts_things) return at;
    Emit(QuantityKind::kRepetitions, first->value, last, {at, end}, end);
    return end;
  }

  bool Precedes(const Quantity& quantity, std::string_view pattern) const {
    for (std::size_t back = 1; back <= 4 && back <= quantity.tokens.begin; ++back) {
      if (Reach(quantity.tokens.begin - back, pattern) == quantity.tokens.begin) return true;
    }
    return false;
  }

  void SetBound(Quantity& quantity) const {
    const std::size_t end = quantity.tokens.end;
    if (Precedes(quantity, "at least") || Precedes(quantity, "no|not less|fewer than") ||
        Precedes(quantity, "a|the minimum of") || Reach(end, "or more|longer|over")) {
      quantity.bound = Bound::kAtLeast;
    } else if (Precedes(quantity, "up to") || Precedes(quantity, "at most") ||
               Precedes(quantity, "no|not more|longer than") || Precedes(quantity, "a|the maximum of") ||
               Reach(end, "or less|fewer|under") || Reach(end, "at most")) {
      quantity.bound = Bound::kAtMost;
    } else if (Precedes(quantity, "more|longer|less|fewer|shorter|other than") ||
               Precedes(quantity, "over|under|beyond|past|below|above|within")) {
      quantity.bound = Bound::kCompared;
    }
  }

  const WordList& tokens_;
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> FindQuantities(const WordList& tokens) {
  return Finder(tokens).Run();
}

}  // namespace guidec
