#include "text/opposites.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <vector>

#include "text/content_words.h"

namespace guidec {
namespace {

struct Opposites {
  std::string_view one;
  std::string_view other;
};

constexpr Opposites kPairs[] = {
    // How much, how many, how often.
    {"more|extra|greater", "less|fewer"},
    {"most|greatest|largest|biggest|highest", "least|fewest|smallest|lowest"},
    {"many|numerous", "few"},
    {"maximum|maximal", "minimum|minimal"},
    {"large|larger|big|bigger", "small|smaller|little"},
    {"often|frequently|commonly|common|usually|usual", "rarely|rare|seldom|infrequently|uncommon|unusual"},
    {"increase|raise|boost|heighten", "reduce|lower|decrease|lessen|cut"},
    {"rise|grow", "fall|shrink|drop"},
    {"gain", "lose"},
    {"full", "empty"},
    {"entire|whole", "partial"},
    // How long, how fast, when.
    {"longer", "shorter|briefer"},
    {"longest", "shortest|briefest"},
    {"long|lengthy", "short|brief"},
    {"faster|quicker|quickest|fastest", "slower|slowest"},
    {"fast|quick|quickly|rapidly|rapid", "slow|slowly"},
    {"before|prior", "after|afterwards"},
    {"earlier|sooner", "later"},
    {"earliest|soonest", "latest"},
    {"early", "late"},
    {"first|initial|initially", "last|final|finally"},
    {"begin|start|beginning", "end|finish|ending"},
    {"start|begin|continue|keep", "stop|quit"},
    {"next", "previous"},
    {"morning", "evening|night"},
    {"day|daytime", "night|nighttime"},
    {"temporary|temporarily", "permanent|permanently"},
    // Where.
    {"left", "right"},
    {"top", "bottom"},
    {"upper", "lower"},
    {"higher", "lower"},
    {"high", "low"},
    {"up|upward|upwards", "down|downward|downwards"},
    {"above|over", "below|under|beneath|underneath"},
    {"front|forward|forwards", "back|backward|backwards|behind"},
    {"ahead", "behind"},
    {"inside|inner|inward|inwards", "outside|outer|outward|outwards"},
    {"internal", "external"},
    {"toward|towards", "away"},
    {"near|nearer|close|closer", "far|farther|further"},
    {"together", "apart"},
    {"indoors|indoor", "outdoors|outdoor"},
    {"deep|deeper|deeply", "shallow|shallower"},
    {"wide|wider|broad|broader", "narrow|narrower"},
    {"thick|thicker", "thin|thinner"},
    // What is done, and what comes of it.
    {"with", "without"},
    {"prevent|avoid|avert", "cause|trigger|provoke|produce"},
    {"prevent|prevention", "cause"},
    {"help|aid|benefit|helpful|useful|beneficial", "harm|hurt|hinder|hamper|harmful|useless|unhelpful"},
    {"ease|relieve|soothe|calm|alleviate", "worsen|aggravate|irritate|intensify|increase"},
    {"improve|enhance", "worsen|impair|damage"},
    {"strengthen", "weaken"},
    {"strength", "weakness"},
    {"protect|shield", "endanger|expose|damage|harm"},
    {"support|favor|favour", "oppose"},
    {"allow|permit", "forbid|prohibit"},
    {"include", "exclude"},
    {"accept", "reject|refuse"},
    {"agree", "disagree"},
    {"succeed|success", "fail|failure"},
    {"lift|raise", "lower"},
    {"bend|flex|bent", "straighten|extend|straight"},
    {"push", "pull"},
    {"open", "close|closed|shut"},
    {"tense|tighten|contract", "relax|loosen|release"},
    {"inhale", "exhale"},
    {"speed", "slow"},
    {"sit|seated", "stand|upright"},
    {"active", "passive|inactive"},
    {"attach", "detach"},
    // What it is like.
    {"better", "worse"},
    {"best", "worst"},
    {"good", "bad|poor"},
    {"strong", "weak"},
    {"stronger", "weaker"},
    {"strongest", "weakest"},
    {"likely|probable", "unlikely|improbable"},
    {"possible", "impossible"},
    {"able", "unable"},
    {"safe|safer|safely", "unsafe|dangerous|risky|dangerously"},
    {"healthy|healthier", "unhealthy|harmful"},
    {"necessary|needed|required", "unnecessary|needless|optional"},
    {"important", "unimportant"},
    {"stable|steady|steadier", "unstable|unsteady|shaky|shakier"},
    {"normal", "abnormal"},
    {"comfortable", "uncomfortable"},
    {"equal|even", "unequal|uneven"},
    {"same|alike", "different|other|opposite"},
    {"tight|tighter|tense|stiff|stiffer", "loose|looser|flexible|relaxed"},
    {"stretch|lengthen", "shorten|tighten"},
    {"move", "still|motionless"},
    {"always", "never"},
    {"basic|simple", "advanced|hard|hardest|difficult"},
    {"flexibility", "stiffness"},
    {"warm|warmer|hot|hotter|heat", "cool|cooler|cold|colder|chill"},
    {"hard|difficult", "easy|easily"},
    {"harder|tougher", "easier"},
    {"hardest", "easiest"},
    {"hard|firm|harder|firmer|forcefully|vigorously", "soft|softer|gentle|gently|lightly"},
    {"heavy|heavier|heaviest", "light|lighter|lightest"},
    {"severe|serious|strong", "mild|slight"},
    {"sharp", "dull"},
    {"acute", "chronic"},
    {"old|older|oldest", "young|younger|youngest"},
    {"men|man|male", "women|woman|female"},
    {"boys|boy", "girls|girl"},
    {"positive", "negative"},
    {"simple|simpler", "complex|complicated"},
    {"dry", "wet"},
    {"loud", "quiet"},
    {"cheap|cheaper", "expensive"},
};

struct Pole {
  std::size_t pair = 0;
  bool is_other = false;
};
using PolesOfWords = std::map<std::string, std::vector<Pole>, std::less<>>;

void Add(std::string_view words, Pole place, PolesOfWords& places) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    places[WordStem(words.substr(0, end))].push_back(place);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

const PolesOfWords& AllPoles() {
  static const PolesOfWords kPoles = [] {
    PolesOfWords places;
    for (std::size_t pair = 0; pair < std::size(kPairs); ++pair) {
      Add(kPairs[pair].one, {pair, false}, places);
      Add(kPairs[pair].other, {pair, true}, places);
    }
    return places;
  }();
  return kPoles;
}

// Whether the two stand in one pair, on one side or on both.
bool ShareAPair(std::string_view stem, std::string_view other, bool on_one_side) {
  const PolesOfWords& places = AllPoles();
  const auto first = places.find(stem);
  const auto second = places.find(other);
  if (first == places.end() || second == places.end()) return false;
  for (const Pole& a : first->second) {
    for (const Pole& b : second->second) {
      if (a.pair == b.pair && (a.is_other == b.is_other) == on_one_side) return true;
    }
  }
  return false;
}

}  // namespace

bool AreOpposite(std::string_view stem, std::string_view other) {
  return ShareAPair(stem, other, false);
}

bool AreAlike(std::string_view stem, std::string_view other) {
  return stem == other || ShareAPair(stem, other, true);
}

bool HasOpposite(std::string_view stem) {
  return AllPoles().contains(stem);
}

}  // namespace guidec
