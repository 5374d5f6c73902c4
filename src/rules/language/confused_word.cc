// A table of words that are taken for others, each with the words around it that show the slip. A row holds
// only where no right sentence has these neighbours; what both words may stand in is not told.
#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/neighbours.h"
#include "text/letter_case.h"
#include "text/phrase.h"

namespace guidec::rules::confused_word {
namespace {

// A single word of these, or two in a row: `` is anything, `.` the end of the clause; with `!` in front, none
// of them.
struct Neighbour {
  Alternatives words;
  bool is_denied;

  consteval Neighbour(const char* text) : Neighbour(std::string_view(text)) {}
  consteval Neighbour(std::string_view text)
      : words(Alternatives::Of(text.starts_with('!') ? text.substr(1) : text)),
        is_denied(text.starts_with('!')) {}
};

struct Confusion {
  std::string_view wrong;
  Neighbour before;
  Neighbour after;
  std::string_view right;
};

constexpr std::string_view kOfBody =
    "body|head|neck|chin|chest|spine|trunk|core|belly|stomach|hips|pelvis|buttocks|leg|legs|thigh|thighs|"
    "knee|"
    "knees|calf|calves|shin|shins|ankle|ankles|foot|feet|heel|heels|toe|toes|arm|arms|shoulder|shoulders|"
    "elbow|"
    "elbows|forearm|forearms|wrist|wrists|hand|hands|palm|palms|finger|fingers|thumb|muscle|muscles|joint|"
    "joints|"
    "eyes|breath|breathing|posture|mind|own|doctor";
// What a contraction of "is" or "are" cannot follow.
constexpr std::string_view kDirected =
    "of|in|on|at|with|to|from|into|toward|towards|against|between|beside|helps|bend|bends|lift|lifts|lower|"
    "raise|"
    "turn|place|put|straighten|stretches|pull|push|press|squeeze|tilt|tighten|strengthens|extend|cross|"
    "supports|"
    "reduce|reduces|improve|improves|ease|protect|protects|trains|shift|grip|grab|lock";

// In the order of the wrong words.
constexpr Confusion kConfusions[] = {
    {"affect", "the|an|side|a positive|a negative", "", "effect"},
    {"affect", "positive|negative", "on", "effect"},
    {"affects", "side|the|positive|negative", "of|are|such|may|can|like|.", "effects"},
    {"brakes", "take|takes|short|regular|rest|few", "", "breaks"},
    {"breath", "to|and|you|then|can|may|should|must|not|don't|.",
     "in|out|deeply|normally|slowly|evenly|steadily|freely|through|calmly|gently|easily", "breathe"},
    {"breath", "to|can|should|must|don't", ".", "breathe"},
    {"breath", ".", "while|when", "breathe"},
    {"breathe", "a|each|every|the|of|hold your|holding your|catch your", "", "breath"},
    {"chess", "your|upper|the", "muscles|and|to|up|forward|toward|towards|off|on|high|down|lifted|open|.",
     "chest"},
    {"chess", "", "pain|tightness", "chest"},
    {"effect", "can|may|will|not|might|could|to", "your|the|how|people|you|others|movement|sleep|balance",
     "affect"},
    {"feat", "your|both|the|their", "!of", "feet"},
    {"feat", "", "hip-width|shoulder-width|flat|apart|together", "feet"},
    {"flour", "on the|to the|from the|off the|toward the|towards the|above the|touch the|touches the", "",
     "floor"},
    {"form", "away|far|comes|come|apart|inches|inch|advice|relief|recover",
     "your|the|a|an|one|side|each|this|that|head|left|right|there", "from"},
    {"form", "line|up|down|back|off|out|over", "your|head|side|left|right|each|this", "from"},
    {"form", "rise|push|hang|pain|shift|weight|ball|line|lift", "your|the|side|each|this", "from"},
    {"form", "", "side to", "from"},
    {"from", "good|proper|correct|poor|perfect|strict|running|bad",
     "to|is|are|helps|can|and|while|when|throughout|during|at|.", "form"},
    {"heal", "your|left|right|the|each|one|front|back", "", "heel"},
    {"heals", "your|the|both|their", "", "heels"},
    {"heel", "can|will|help|helps|may|tissues|muscles", "and|.|faster|better|well|from|fully|completely",
     "heal"},
    {"hole", "the|your|a", "body|time|foot|leg|arm|movement|exercise|session|week|day|spine|hand|set|way",
     "whole"},
    {"it's", kDirected,
     "!a|an|the|not|easy|easier|hard|harder|important|best|better|time|good|ok|okay|fine|like|very|too|"
     "normal|common|"
     "possible|also|just|likely|only|safe|your|you|always|never|still|called|because|that|this|as|in|at|on|"
     "more|less",
     "its"},
    {"it's", "", "own", "its"},
    {"its", "", "a|an|the|not|been|because|okay|ok|also|.", "it's"},
    {"loose", "to|not|don't|may|can|you|will|never|might|could|.",
     "your|weight|the|balance|control|strength|sight", "lose"},
    {"lose", "is|are|too|stay|stays|feel|feels|be", "", "loose"},
    {"lose", "a|wear|in", "clothing|clothes|fit|grip", "loose"},
    {"mussels", "!eat|fish|fresh|and|cook|cooked", "", "muscles"},
    {"need", "left|right|bent",
     "on|up|down|to|toward|towards|over|forward|back|straight|bent|and|is|off|at|.", "knee"},
    {"need", "your|one", "on|up|down|over|straight|bent|.", "knee"},
    {"needs", "your|both|the", "bent|straight|up|together|apart|slightly|toward|towards", "knees"},
    {"pane", "!window|glass", "!of", "pain"},
    {"panes", "!window|glass", "!of", "pains"},
    {"rays", "and|then|to|slowly|.", "your|the|both|one", "raise"},
    {"soar", "is|are|feel|feels|get|gets|be|a|the|your|too", "", "sore"},
    {"strait", "", "", "straight"},
    {"than", "and", "", "then"},
    {"their", "", "for|to|until|while|with|in|on|at|is|are|was|were|if|when|as|has|have|.", "there"},
    {"then",
     "rather|other|less|more|longer|shorter|higher|further|farther|better|worse|fewer|stronger|weaker|larger|"
     "smaller|"
     "bigger|easier|harder|faster|slower|older|younger|lower|wider|greater|sooner|later|earlier|heavier|"
     "lighter",
     "your|you|the|a|an|one|two|three|it|usual|normal|others|before|that|those|this|other|most|needed|"
     "necessary|any",
     "than"},
    {"then", "", "usual|normal|others|needed|necessary|ever", "than"},
    {"there", "!from|over|out|up|down",
     "own|feet|knees|legs|arms|hands|hips|shoulders|doctor|body|bodies|backs|heads|eyes|balance", "their"},
    {"to", "is|are|feels|feel|gets|get|be|was|not|reach|reaches|go|goes|push|bend|lean|or|do",
     "far|much|hard|heavy|quickly|often|soon|tight|difficult|tired|painful|early|late|easy|weak|stiff|"
     "sore|strong|loose|low|high|long|short",
     "too"},
    {"too", "!these|they|those|you|we|exercises|muscles",
     "the|your|a|an|my|both|each|it|them|do|be|get|have|make|hold|keep|lift|raise|bend|stretch|stand|sit|lie|"
     "walk|run|"
     "move|turn|return|start|begin|repeat|breathe|use|help|avoid|feel|take|go|see|stop|try|build|reach|push|"
     "pull|train|"
     "improve|strengthen|reduce|prevent|relieve|protect|learn|find|ask|follow|increase|perform|test|one "
     "another",
     "to"},
    {"tows", "your|the|both|on|of|to|with|left|right|big", "", "toes"},
    {"wait", "your|body|full|heavy|light|lighter|heavier|lose|of", "!for|until|time|times|list|period",
     "weight"},
    {"waste", "your|the|natural", "!of|products|bin", "waist"},
    {"weak", "each|every|per|next|last|once a|twice a|times a|days a",
     "until|for|and|or|you|to|as|if|when|with|in|on|at|after|before|.", "week"},
    {"week", "is|are|feel|feels|the|your|a|with",
     "muscle|muscles|core|legs|leg|ankles|ankle|knees|hips|spot|grip", "weak"},
    {"weigh", "gives|give|giving|all the|in the", "", "way"},
    {"weight", ".", "until", "wait"},
    {"write", "comes|your|the", "", "right"},
    {"write", "!to", "foot|leg|knee|hip|hand|arm|side|elbow|shoulder|heel|ankle", "right"},
    {"you're", kDirected, "", "your"},
    {"you're", "", kOfBody, "your"},
    {"your", "!you", "a|an|the|not|going|able|ready|done|finished|at|to|if|when|until", "you're"},
    {"your", "as|while|when|if|once|until|and",
     "breathe|inhale|exhale|are|can|have|do|will|should|must|may|get|go|become", "you"},
};

static_assert(std::ranges::is_sorted(kConfusions, {}, &Confusion::wrong));

// "is to far forward": a measure with nothing that it could describe.
bool IsMeasure(const Neighbours& words, std::size_t i) {
  const std::string_view behind = words.After(i, 2);
  return behind.empty() ||
         IsOneOf(behind, "for|to|in|and|or|so|that|when|if|at|with|on|forward|back|down|up|out|of");
}

// "If it gets harder then you may stop."
bool HasCondition(const Neighbours& words, std::size_t i) {
  for (std::size_t at = i; at-- > 0 && !words.StartsSentence(at + 1);) {
    if (IsOneOf(words[at], "if|when|once|first")) return true;
  }
  return false;
}

// Words that a comparison leaves behind: where none stands in the sentence, `than` compares nothing. A gap to
// fill in may hold one, and "slightly forward than" lacks one.
bool Compares(std::string_view word) {
  const std::size_t stop = word.rfind('.');  // "C.More"
  if (stop != std::string_view::npos) word.remove_prefix(stop + 1);
  return word.ends_with("er") || word.ends_with("__") ||
         IsOneOf(
             word,
             "slightly|more|less|worse|rather|other|else|otherwise|different|differently|elsewhere|sooner|"
             "twice|"
             "prefer|no|fewer|greater|"
             "than");
}

bool ComparesNothing(const Neighbours& words, std::size_t i) {
  for (std::size_t at = i; at-- > 0;) {
    if (Compares(words[at])) return false;
    if (words.StartsSentence(at)) break;
  }
  return true;
}

// "the Bering Strait": a name.
bool IsStrait(const Neighbours& words, std::size_t i) {
  return words[i] == "strait" && IsUpper(words.Written(i).front()) && words.Ends(i) && !words.Starts(i) &&
         IsUpper(words.Written(i - 1).front());
}

bool IsDoubtful(const Neighbours& words, std::size_t i) {
  // "Assess their:", and the choices go on.
  if (words[i] == "their" && words.MarkBehind(i) == ':') return true;
  return IsStrait(words, i) || (words[i] == "to" && !IsMeasure(words, i)) ||
         (words[i] == "then" && (HasCondition(words, i) || ComparesNothing(words, i)));
}

bool HasNeighbour(const Neighbours& words, std::size_t i, const Neighbour& wanted, bool before) {
  const Alternatives& alternatives = wanted.words;
  if (alternatives.empty()) return true;
  const std::string_view next = before ? words.Before(i) : words.After(i);
  const bool is_end = before ? words.Starts(i) : words.Ends(i);
  bool is_one = is_end ? IsOneOf(".", alternatives) : !next.empty() && IsOneOf(next, alternatives);
  const std::string_view second = before ? words.Before(i, 2) : words.After(i, 2);
  if (!is_one && !second.empty()) {
    const std::string two = before ? std::string(second) + " " + std::string(next)
                                   : std::string(next) + " " + std::string(second);
    is_one = IsOneOf(two, alternatives);
  }
  return is_one != wanted.is_denied;
}

constexpr WordFilter kWrongWords = FilterOf(kConfusions, &Confusion::wrong);

const Confusion* ConfusionAt(const Neighbours& words, std::size_t i) {
  if (!kWrongWords.MayBe(words[i])) return nullptr;
  const std::string_view word = words[i];
  for (auto one = std::ranges::lower_bound(kConfusions, word, {}, &Confusion::wrong);
       one != std::end(kConfusions) && one->wrong == word; ++one) {
    if (HasNeighbour(words, i, one->before, true) && HasNeighbour(words, i, one->after, false) &&
        !IsDoubtful(words, i)) {
      return &*one;
    }
  }
  return nullptr;
}

void Report(const Passage& passage, const Piece& word, std::string right, RuleContext& context) {
  if (std::isupper(static_cast<unsigned char>(passage.text[word.begin])) != 0) {
    right[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(right[0])));
  }
  Diagnostic& finding =
      context.Report(passage.SpanOf(word),
                     fmt::format("`{}` does not fit here; did you mean `{}`?", passage.Slice(word), right));
  if (passage.IsEditable(word)) {
    finding.fix = Fix{fmt::format("write `{}`", right), {{passage.SpanOf(word), right}}, Safety::kUnsafe};
  }
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  const Neighbours words(passage, context.language());
  for (std::size_t i = 0; i < words.size(); ++i) {
    // "The relation between its", and the choices go on.
    if (use.role == Role::kStem && words[i] == "its" && i + 1 == words.size()) continue;
    const Confusion* confusion = ConfusionAt(words, i);
    const bool is_then = confusion == nullptr && words[i] == "than" && ComparesNothing(words, i);
    if ((confusion == nullptr && !is_then) || passage.HasLiteral(words.piece(i))) continue;
    Report(passage, words.piece(i), std::string(is_then ? "then" : confusion->right), context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength in you're trunk, rather then your back. # expect: LG022 @ 29-35 "`your`" # expect: LG022 @ 50-54 "`than`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(cautions:
  - Breath in deeply, and look at it's end. # expect: LG022 @ 5-11 "`Breathe`" # expect: LG022 @ 35-39 "`its`"
  - Go as far as you can, but not to far. # expect: LG022 @ 35-37 "`too`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: It's for your trunk. Breathe in, then out; take a deep breath rather than two, and wait until you're ready.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG022",
    .name = "confused-word",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A word stands where only one that sounds or looks like it fits.",
    .rationale =
        R"md(No dictionary finds `loose` for `lose` or `breath` for `breathe`. Some eighty pairs of neighbours give such words
away, in which no right sentence has them.)md",
    .source =
        "Garner's Modern English Usage, 4th edition: word pairs; Golding and Roth 1999 (context-sensitive "
        "spelling)",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::confused_word
