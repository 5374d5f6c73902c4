#include "rules/movements.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "text/instruction.h"
#include "text/tokens.h"

namespace guidec {
namespace {

// What a reader does with the body. Breathing, holding, pausing and repeating go along with another action.
constexpr std::string_view kMovements =
    "arch|attach|bend|bring|catch|clasp|clean|cross|curl|dip|drag|draw|drive|drop|extend|flex|fold|grab|"
    "grasp|grip|"
    "hinge|hop|interlock|jump|kick|kneel|lay|lean|lie|lift|load|lower|lunge|move|open|pass|pick|pivot|place|"
    "plant|"
    "point|position|press|prop|pull|push|put|raise|reach|release|remove|return|rise|roll|rotate|secure|set|"
    "shift|sit|"
    "slide|spread|squat|squeeze|stand|step|straddle|straighten|stretch|swing|throw|tilt|tuck|turn|twist|"
    "unrack|walk|"
    "wrap";

// Many movements are nouns, too: "a curl and press". In front of these they are verbs.
constexpr std::string_view kBehindVerb =
    "your|the|a|an|one|both|it|them|yourself|each|either|this|that|these|up|down|forward|forwards|back|"
    "backward|"
    "backwards|off|out|over|into|onto|to|toward|towards|in|on|from|through|away|around|across|sideways|"
    "upright|tall|"
    "straight|slightly|apart|together|all|another|with|until|at|again";

class MovementReader {
 public:
  explicit MovementReader(const WordList& tokens) : tokens_(tokens) {}

  std::vector<std::size_t> Run() const {
    std::vector<std::size_t> movements;
    bool is_open = true;
    bool is_aside = false;
    for (std::size_t at = EndOfLabel(); at < tokens_.size(); ++at) {
      if (Is(at, ".|!|;|:|,|then|\u2014")) {
        is_open = true;
        is_aside = false;
        continue;
      }
      if (Is(at, "and")) {
        is_open = !is_aside;
        continue;
      }
      is_aside = is_aside || OpensAside(at);
      if (!is_open || IsAdverb(at) ||
          Is(at, "now|next|first|finally|also|simultaneously|immediately|please")) {
        continue;
      }
      is_open = false;
      if (IsMovement(at) && !IsKnown(movements, at) && !IsInRemark(at) && !IsTold(at))
        movements.push_back(at);
    }
    return movements;
  }

 private:
  bool Is(std::size_t at, const Alternatives& alternatives) const {
    return at < tokens_.size() && IsOneOf(tokens_.words[at], alternatives);
  }
  bool IsAdverb(std::size_t at) const { return at < tokens_.size() && EndsAsAdverb(tokens_.words[at]); }

  // Behind "Bend and lift:", which names what follows.
  std::size_t EndOfLabel() const {
    constexpr std::size_t kMost = 5;
    for (std::size_t at = 0; at < std::min(kMost, tokens_.size()); ++at) {
      if (Is(at, ":")) return at + 1;
    }
    return 0;
  }

  // "(i.e., move from the hips)", "taking 3 seconds to raise and lower", "the feet are parallel and point
  // up": what these say of a movement or a place is no further one.
  bool IsTold(std::size_t at) const {
    const Match sentence = SentenceAround(tokens_.words, at);
    const auto before = std::span(tokens_.words).subspan(sentence.begin, at - sentence.begin);
    if (std::ranges::count(std::span(tokens_.words).first(at), "(") >
        std::ranges::count(std::span(tokens_.words).first(at), ")"))
      return true;
    static constexpr Phrases kTold{"second|seconds|counts to ... and|or",
                                   "is|are parallel|straight|apart|wide|flat and"};
    const auto last = before.last(std::min<std::size_t>(before.size(), 4));
    const auto told = FindAnyPhrase(last, kTold);
    return told && told->end == last.size();
  }

  // A sentence of which no movement is asked for: "if it isn't possible, push on the armrests", "your hips
  // tend to sink and drop", "to make it harder, lift one leg".
  bool IsInRemark(std::size_t at) const {
    static constexpr Phrases kRemarks{"if|unless|otherwise|alternatively|optionally|imagine|avoid",
                                      "tend|tends to",
                                      "variation|variant|option|tip",
                                      "to make it|this ... easier|harder",
                                      "easier|harder|progress|progression|modification :|,|by",
                                      "you can|may|might|could also|try"};
    const Match sentence = SentenceAround(tokens_.words, at);
    return FindAnyPhrase(std::span(tokens_.words).subspan(sentence.begin, sentence.end - sentence.begin),
                         kRemarks)
        .has_value();
  }
  std::span<const std::string> From(std::size_t at) const { return std::span(tokens_.words).subspan(at); }

  bool IsMovement(std::size_t at) const {
    if (!Is(at, kMovements)) return false;
    const bool is_last = at + 1 == tokens_.size() || Is(at + 1, ".|,|;|!");
    return is_last ? at > 0 && Is(at - 1, "and|then") : Is(at + 1, kBehindVerb) || IsAdverb(at + 1);
  }

  // A clause whose "and" goes on with it: "as you bend your knees and lean back", "because it is hard to
  // relax and stand". Not "as you breathe out and push the bar".
  bool OpensAside(std::size_t at) const {
    if (Is(at, "because")) return true;
    if (!Is(at, "as|while|when") || !Is(at + 1, "you")) return false;
    std::size_t verb = at + 2;
    while (IsAdverb(verb)) ++verb;
    return Is(verb, kMovements);
  }

  // "Lift one knee, lower it, then lift the other": the same again.
  bool IsRepeated(const std::vector<std::size_t>& movements, std::size_t at) const {
    const bool is_named = std::ranges::any_of(
        movements, [&](std::size_t movement) { return tokens_.words[movement] == tokens_.words[at]; });
    return is_named && MatchPhrase(From(at + 1), "the|your other|opposite|second");
  }

  bool IsKnown(const std::vector<std::size_t>& movements, std::size_t at) const {
    if (IsRepeated(movements, at)) return true;
    return Explains(movements, at) || (!movements.empty() && IsOneWith(movements.back(), at));
  }

  // "Clean the bell to your shoulder. Clean it by extending your legs."
  bool Explains(const std::vector<std::size_t>& movements, std::size_t at) const {
    const bool is_named = std::ranges::any_of(
        movements, [&](std::size_t movement) { return tokens_.words[movement] == tokens_.words[at]; });
    if (!is_named) return false;
    const Match sentence = SentenceAround(tokens_.words, at);
    for (std::size_t by = at; by + 1 < sentence.end; ++by) {
      if (Is(by, "by") && tokens_.words[by + 1].ends_with("ing")) return true;
    }
    return false;
  }

  // Cause and effect, "bend your knees and lower your body", or one movement by two verbs, "bring the bar
  // back and push the bar".
  bool IsOneWith(std::size_t before, std::size_t at) const {
    static constexpr Phrase kSink =
        "bend|flex at? your|the|both? knees|hips|legs slightly? and slowly? lower your|the? "
        "body|torso|trunk|hips|yourself";
    const auto sinks = MatchPhrase(From(before), kSink);
    if (sinks && before + *sinks > at) return true;
    if (!Is(before, "bring|return|move") || !Is(at, "push|press|pull|drive")) return false;
    const auto between = From(before).first(at - before);
    if (FindPhrase(between, ",|.|;|:|!|then") || between.size() < 3 || at + 2 >= tokens_.size()) return false;
    return std::ranges::equal(between.subspan(1, 2), From(at).subspan(1, 2));
  }

  const WordList& tokens_;
};

}  // namespace

std::vector<std::size_t> MovementsIn(const WordList& tokens) {
  return MovementReader(tokens).Run();
}

}  // namespace guidec
