// Frequencies are compared as days and as times in a week, each from the fewest to the most. Who does a thing
// three times a week does it on three days at most; who does it on three days may do it often on each.
#include "model/dose/stated_frequency.h"

#include <span>

#include "model/dose/rhythm.h"
#include "model/dose/stated_dose.h"
#include "text/tokens.h"

namespace guidec {
namespace {

constexpr std::string_view kDoing = "do|repeat|perform|practise|practice|complete|train|doing|done|repeated";
constexpr std::string_view kBefore =
    "least|most|than|to|or|up|about|only|even|not|until|extra|more|another|the|for|of|after|before";

struct Weekly {
  double fewest = 0;
  double most = 0;
  bool Meets(const Weekly& other) const { return fewest <= other.most && other.fewest <= most; }
};

struct Rate {
  Weekly days;
  std::optional<Weekly> times;
};

std::optional<Rate> RateOf(const Frequency& frequency, bool counts_days) {
  const auto [count, unit] = frequency.period;
  if (unit != Unit::kDay && unit != Unit::kWeek) return std::nullopt;
  const double weeks = unit == Unit::kWeek ? count : count / 7.0;
  const Weekly times{frequency.times.min / weeks, frequency.times.max / weeks};
  if (frequency.is_days) return Rate{times, std::nullopt};
  const bool is_daily = unit == Unit::kDay && count == 1;
  const Weekly days = is_daily             ? Weekly{7, 7}
                      : unit == Unit::kDay ? times
                                           : Weekly{std::min(1.0, times.fewest), std::min(7.0, times.most)};
  if (counts_days) return Rate{days, std::nullopt};
  return Rate{days, times};
}

// "Every day", not "once every day".
bool CountsDays(const RhythmReader& reader, std::size_t begin) {
  return reader.Is(begin, "every|each|daily");
}

class FrequencyFinder : RhythmReader {
 public:
  using RhythmReader::RhythmReader;

  std::vector<StatedFrequency> Run() const {
    std::vector<StatedFrequency> found;
    if (!HasPeriod()) return found;
    for (std::size_t at = 0; at < size(); ++at) {
      const auto frequency = MayStart(at) ? FrequencyAt(at) : std::nullopt;
      if (!frequency) continue;
      if (IsMeant(*frequency)) {
        found.push_back({frequency->value, CountsDays(*this, at), {frequency->begin, frequency->end}});
      }
      at = frequency->end - 1;
    }
    return found;
  }

 private:
  // Most texts have none, and reading numbers is not cheap.
  bool HasPeriod() const {
    static constexpr std::string_view kPeriods =
        "day|days|daily|week|weeks|weekly|month|months|monthly|morning|evening|night";
    return FindPhrase(tokens_.words, kPeriods).has_value();
  }

  bool MayStart(std::size_t at) const {
    return Is(at, "every|each|once|twice|daily|weekly|monthly") || NumberAt(at).has_value();
  }

  // "Twice a day, on three days a week": only both say how often.
  bool HasOther(const Match& range) const {
    for (std::size_t at = range.begin; at < range.end; ++at) {
      if (MayStart(at) && FrequencyAt(at)) return true;
    }
    return false;
  }

  bool IsMeant(const Matched<Frequency>& frequency) const {
    const Match sentence = SentenceAround(tokens_.words, frequency.begin);
    if (IsOfAnotherDose(tokens_, sentence, {frequency.begin, frequency.end}) ||
        IsNegatedAt(tokens_, sentence, frequency.begin))
      return false;
    // "Two or three times a week", "once a day or more", "each day that you run", "every week for a month"
    if (frequency.begin > sentence.begin && Is(frequency.begin - 1, kBefore)) return false;
    // "3-2 times a week", "2/3 times a week"
    const bool is_part = frequency.begin > sentence.begin + 1 && Is(frequency.begin - 1, "-|/") &&
                         NumberAt(frequency.begin - 2);
    if (is_part) return false;
    if (Is(frequency.end, "or|and|to|that|you|when|if|on|at|for|then|until|after|before|in")) return false;
    const bool goes_on =
        Is(frequency.end, ",") && Is(frequency.end + 1, "or|and|except|but|then|unless|with|as");
    if (goes_on || HasOther({frequency.end, sentence.end})) return false;
    for (std::size_t at = frequency.begin; at > sentence.begin; --at) {
      if (Is(at - 1, kDoing)) return true;
      if (Is(at - 1, ";|:|but|while|then|until|so")) return false;
    }
    return false;
  }
};

}  // namespace

std::vector<StatedFrequency> StatedFrequencies(const WordList& tokens) {
  return FrequencyFinder(tokens).Run();
}

bool Contradicts(const StatedFrequency& stated, const Worded<Frequency>& dose) {
  if (!dose.meaning) return false;
  const WordList words = Tokens(PlainText(dose.root));
  const RhythmReader reader(words);
  std::size_t begin = 0;
  while (begin < words.size() && !reader.FrequencyAt(begin)) ++begin;
  const auto one = RateOf(stated.frequency, stated.counts_days);
  const auto other = RateOf(*dose.meaning, CountsDays(reader, begin));
  if (!one || !other) return false;
  if (one->times && other->times && !one->times->Meets(*other->times)) return true;
  return !one->days.Meets(other->days);
}

}  // namespace guidec
