#include "text/counted.h"

#include <algorithm>
#include <optional>

#include "text/quantity.h"

namespace guidec {
namespace {

// Says nothing of which ones are meant.
constexpr std::string_view kPlainWords =
    "simple|gentle|easy|short|basic|key|main|different|following|quick|great|good|effective|safe|regular|"
    "common|"
    "important|small|little|big|clear|useful|helpful|other|single|separate";
constexpr std::string_view kArticles = "the|these|those|all|your|our|following";
// In front of a figure, or of its article: the figure is a bound, a part or an addition.
constexpr std::string_view kPartial =
    "first|last|next|final|another|more|than|least|most|up|to|or|about|around|nearly|almost|over|under|every|"
    "each|"
    "any|pick|choose|add|adding|extra|further|only|just|try|between|week|day|step|part|number|no|page|level|"
    "question|chapter|/|half|some|%|$|#|remaining|same";

struct Noun {
  Alternatives words;
  CountedNoun noun;
  std::string_view kind = {};
};

constexpr Noun kNouns[] = {
    {"exercises", CountedNoun::kExercises},
    {"stretches", CountedNoun::kExercises, "stretch"},
    {"questions", CountedNoun::kQuestions},
    {"steps", CountedNoun::kSteps},
    {"things|ways|habits|signs|symptoms|causes|reasons|rules|tips|points|parts|phases|stages|kinds|types|"
     "benefits|"
     "facts|myths|mistakes|goals|principles|ideas|checks|items|risks|factors|options|measures|tricks|"
     "strategies|"
     "changes|rights|dangers|hazards|activities|methods|approaches|effects",
     CountedNoun::kThings},
};

struct KindWord {
  Alternatives words;
  std::string_view kind;
};

constexpr KindWord kKinds[] = {{"strength|strengthening", "strength"},
                               {"stretching", "stretch"},
                               {"mobility", "mobility"},
                               {"cardio|aerobic", "cardio"}};

class CountedReader : QuantityReader {
 public:
  using QuantityReader::QuantityReader;

  std::vector<Counted> Run() const {
    std::vector<Counted> found;
    if (!HasNoun()) return found;
    for (std::size_t at = 0; at < size(); ++at) {
      if (const auto counted = At(at)) found.push_back(*counted);
    }
    return found;
  }

 private:
  // Most texts have none, and reading numbers is not cheap.
  bool HasNoun() const {
    return std::ranges::any_of(tokens_.words, [](const std::string& word) {
      return std::ranges::any_of(kNouns, [&](const Noun& noun) { return IsOneOf(word, noun.words); });
    });
  }

  std::optional<Counted> At(std::size_t at) const {
    Counted counted;
    std::size_t behind = at + 1;
    if (Is(at, "both")) {
      counted.count = 2;
      while (Is(behind, "of|the|these|those|your")) ++behind;
    } else {
      const auto range = Is(at, "a|an") ? std::nullopt : RangeAt(at);
      if (!range || range->first != range->last || !range->IsWhole()) return std::nullopt;
      if (range->first < 2 || range->first > 99) return std::nullopt;
      counted.count = static_cast<int>(range->first);
      behind = range->end;
    }
    if (!ReadNoun(behind, counted)) return std::nullopt;
    counted.tokens.begin = at;
    std::size_t front = at;
    while (front > 0 && Is(front - 1, kArticles)) --front;
    counted.has_article = front < at || Is(at, "both");
    if (front > 0 && Is(front - 1, kPartial)) return std::nullopt;
    return IsRate(counted) ? std::nullopt : std::optional(counted);
  }

  bool ReadNoun(std::size_t at, Counted& counted) const {
    for (std::size_t words = 0; words < 4; ++words, ++at) {
      for (const Noun& noun : kNouns) {
        if (!Is(at, noun.words)) continue;
        counted.noun = noun.noun;
        if (!noun.kind.empty()) counted.kind = noun.kind;
        counted.tokens.end = at + 1;
        counted.is_narrowed =
            counted.is_narrowed || (!Reach(at + 1, "for|to you|everyone|all") &&
                                    Is(at + 1,
                                       "for|that|which|with|on|where|of|from|to|you|without|"
                                       "who|lying|sitting|standing|against|using|at"));
        return true;
      }
      if (const KindWord* kind = KindAt(at)) {
        counted.kind = kind->kind;
      } else if (!Is(at, kPlainWords) && !Is(at, "of")) {
        // "The three of these", "two hip flexor stretches", "two sets of stretches"
        if (UnitAt(at) || Word(at).empty() || !IsWord(at)) return false;
        counted.is_narrowed = true;
      } else if (Is(at, "of")) {
        return false;
      }
    }
    return false;
  }

  bool IsWord(std::size_t at) const {
    const char first = Word(at).front();
    // A verb or a preposition ends the noun's words: "two can cause steps". "Two more steps" are an addition.
    return first >= 'a' && first <= 'z' &&
           !Is(at,
               "and|or|to|in|on|for|with|from|by|can|may|is|are|will|at|as|a|the|your|which|that|if|so|per|"
               "more");
  }

  const KindWord* KindAt(std::size_t at) const {
    for (const KindWord& kind : kKinds) {
      if (Is(at, kind.words)) return &kind;
    }
    return nullptr;
  }

  // "Three exercises a day", "two questions each", "two steps at a time", "take three steps forward"
  bool IsRate(const Counted& counted) const {
    const std::size_t at = counted.tokens.end;
    const bool is_way = counted.noun == CountedNoun::kSteps &&
                        Is(at,
                           "forward|forwards|back|backward|backwards|sideways|ahead|away|left|right|up|down|"
                           "in|to|toward|towards|with|on|from");
    return is_way || Reach(at, "a|per|each|every day|week|session|time|side|leg|minute") ||
           Is(at, "daily|weekly|each|more") || Reach(at, "at a time");
  }
};

}  // namespace

std::vector<Counted> FindCounted(const WordList& tokens) {
  return CountedReader(tokens).Run();
}

}  // namespace guidec
