#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "rules/says.h"
#include "text/tokens.h"

namespace guidec::rules::equipment_mismatch {
namespace {

// Things that a step cannot name without their being there. `not_after` and `not_before` are
// neighbours that make the word mean something else: "the ball of your foot", "your abdominal wall".
struct Thing {
  std::string_view word;
  Alternatives not_after = "";
  Alternatives not_before = "";
};

// Exercises and things that are named after a thing: "as in a bench press", "a barbell plate".
constexpr std::string_view kNamedAfter =
    "press|presses|curl|curls|row|rows|squat|squats|deadlift|deadlifts|raise|raises|fly|flyes|flies|snatch|"
    "swing|"
    "swings|shrug|shrugs|jump|jumps|dip|dips|plate|plates";

constexpr Thing kThings[] = {
    {"mat"},
    {"chair", "", "pose|position"},
    {"towel"},
    {"strap"},
    {"belt"},
    {"band", "iliotibial|it"},
    {"block"},
    {"dumbbell", "", kNamedAfter},
    {"kettlebell", "", kNamedAfter},
    {"barbell", "", kNamedAfter},
    {"ball", "", "of"},
    {"roller"},
    {"bench", "", kNamedAfter},
    {"cushion"},
    {"pillow"},
    {"blanket"},
    {"table", "", "top|pose|position"},
    {"bed"},
    {"sofa"},
    {"couch"},
    {"stool"},
    {"treadmill"},
    {"bike"},
    {"bicycle"},
    {"bottle"},
    {"rope"},
    {"railing"},
    {"broomstick"},
};

// Words before a thing that tell which kind the reader has to fetch.
constexpr std::string_view kKinds =
    "flat|incline|inclined|decline|preacher|exercise|yoga|stability|swiss|medicine|tennis|massage|resistance|"
    "elastic|foam|neck|weight|dip|ankle|jump|skipping";

// What a reader lies on, wears or has about, of which no step need speak; and words for nothing.
constexpr std::string_view kUnnamed =
    "mat|carpet|rug|floor|shoe|trainer|trainers|sock|clothe|clothing|water|timer|clock|watch|music|wall|"
    "space|none|"
    "nothing|no|body|bodyweight";

// Machines, and those of the things that may be a part of one: "the bench" of a leg curl machine.
constexpr Phrases kDevices{"machine|machines|sled|apparatus", "adjust|adjusting the equipment",
                           "wrist roller"};
constexpr std::string_view kParts = "barbell|belt|bench|block|cushion|roller|rope|strap";

// What has straps: "hands in straps" are a reformer's.
constexpr Phrases kWithStraps{"reformer|carriage|trx|cadillac|trapeze|footbar",
                              "suspension trainer|strap|straps", "foot bar", "hand|foot strap|straps",
                              "hands|feet|elbows|foot|arms|legs in|under straps|strap"};

constexpr Phrases kUnreal{"imagin*|pretend|invisible",
                          "as if|though",
                          "like a|an|the",
                          "such as",
                          "eg|ie|e.g|i.e",
                          "e . g",
                          "i . e",
                          "for example|instance"};

std::string Singular(const std::string& word) {
  if (word.ends_with("ches") || word.ends_with("shes")) return word.substr(0, word.size() - 2);
  const bool is_plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
  return is_plural ? word.substr(0, word.size() - 1) : word;
}

std::set<std::string> SingularWords(std::string_view text) {
  std::set<std::string> words;
  for (const std::string& word : Tokens(text).words) words.insert(Singular(word));
  return words;
}

// Other words for the same thing: who lists a barbell may write of the bar.
struct OtherNames {
  std::string_view word;
  Alternatives names;
};

constexpr OtherNames kOtherNames[] = {
    {"barbell", "bar|weight"},
    {"dumbbell", "weight"},
    {"kettlebell", "bell|weight"},
    {"cable", "pulley|machine"},
    // "Grip the handles, your back against the backrest"
    {"machine", "backrest|handle|lever|footplate|platform|carriage"},
    {"bike", "bicycle"},
    {"bicycle", "bike"},
    {"roller", "roll"},
    {"roll", "roller"},
    {"sofa", "couch|settee"},
    {"couch", "sofa"},
    {"chair", "seat|stool|armchair"},
    {"band", "tube|tubing|loop|theraband|elastic"},
    {"strap", "belt|band|towel|rope"},
    {"belt", "strap"},
    {"step", "stair|stairs"},
    {"stool", "chair"},
    {"rope", "cable"},
    {"weight", "dumbbell|kettlebell|bottle|can|bar|plate"},
    {"block", "brick"},
    {"cushion", "pillow"},
    {"pillow", "cushion"},
};

bool HasNameOf(const std::set<std::string>& words, const std::string& word) {
  if (words.contains(word)) return true;
  const auto other = std::ranges::find(kOtherNames, word, &OtherNames::word);
  const auto is_name = [&](const std::string& name) { return IsOneOf(name, other->names); };
  return other != std::end(kOtherNames) && std::ranges::any_of(words, is_name);
}

// "Block with your arms", "to cushion the landing": a singular without an article.
bool IsVerb(const WordList& tokens, std::size_t at, const Match& sentence) {
  if (tokens.words[at] != Singular(tokens.words[at])) return false;
  return at == sentence.begin || IsOneOf(tokens.words[at - 1], "to|you|they|then|will|must|should");
}

// "it may help to put a mat down", "best on a mat", "on a mat (optional)", "we used a mat"
bool IsOptional(std::span<const std::string> before, std::span<const std::string> after) {
  constexpr std::string_view kWishes =
      "may|can|could|might|if|alternatively|optionally|optional|ideally|preferably|best|recommended|"
      "recommend|"
      "advised|prefer|variant|variation|option|progression|progress|easier|harder|modification|instead";
  // "Using a band: tie it around your thighs."
  const bool is_label = MatchPhrase(before, "using|with a|an|the? ...") && MatchPhrase(after, ":");
  // Up to where another clause begins: "sit on a stool, and shift if needed" needs the stool.
  const auto clause = after.first(static_cast<std::size_t>(
      std::ranges::find_if(after,
                           [](const std::string& word) { return IsOneOf(word, ",|;|:|and|then|but"); }) -
      after.begin()));
  static constexpr Phrases kIfNeeded{"if|as|where|when needed|necessary|desired|required|available|possible",
                                     "if you need|like|want|wish|prefer|have"};
  return is_label || FindPhrase(before, kWishes).has_value() ||
         FindPhrase(before, "we used|use").has_value() || FindAnyPhrase(clause, kIfNeeded).has_value() ||
         FindPhrase(after, "can|may|might be used").has_value() ||
         FindPhrase(after.first(std::min<std::size_t>(after.size(), 3)), "optional").has_value();
}

// "A bench or step", "a belt, rope or band", "a roller or a similar object", "either against a wall; or in a
// doorway": none of them has to be there.
bool IsAlternative(std::span<const std::string> before, std::span<const std::string> after) {
  const auto either = FindPhrase(before, "either");
  const bool is_side =
      either && MatchPhrase(before.subspan(either->begin), "either side|end|hand|arm|foot|leg");
  if (either && !is_side && FindPhrase(after, "or")) return true;
  // "the floor / mat"
  const auto last = before.last(std::min<std::size_t>(before.size(), 2));
  if (std::ranges::find(last, "/") != last.end() || MatchPhrase(after, "/")) return true;
  constexpr std::size_t kReach = 7;
  for (std::size_t at = 0; at < std::min(after.size(), kReach); ++at) {
    if (after[at] == "or") return true;
    if (IsOneOf(after[at], "and|then|while|as|;|:|with|so")) return false;
  }
  return false;
}

// "A circus bell is an oversized dumbbell"; not "all that you need is a chair".
bool IsDefined(std::span<const std::string> before) {
  const std::size_t near = std::min<std::size_t>(before.size(), 3);
  return FindPhrase(before.last(near), "is|are a|an") && !FindPhrase(before, "need|needs|needed|required");
}

const Thing* ThingAt(const WordList& tokens, std::size_t at) {
  const auto thing = std::ranges::find(kThings, Singular(tokens.words[at]), &Thing::word);
  if (thing == std::end(kThings)) return nullptr;
  if (at > 0 && IsOneOf(tokens.words[at - 1], thing->not_after)) return nullptr;
  if (at + 1 < tokens.size() && IsOneOf(tokens.words[at + 1], thing->not_before)) return nullptr;
  const Match sentence = SentenceAround(tokens.words, at);
  const auto before = std::span(tokens.words).subspan(sentence.begin, at - sentence.begin);
  const auto after = std::span(tokens.words).subspan(at + 1, sentence.end - at - 1);
  // "between the ball, heel and outside edge of the foot"
  constexpr Phrase kOfFoot = ",? and|or? the? heel|heels|toe|toes";
  if (thing->word == "ball" &&
      (MatchPhrase(after, kOfFoot) || MatchPhrase(after, ", the? heel|heels|toe|toes")))
    return nullptr;
  // "Mat-width apart", "the edge of your mat" measure; "away from the bed" and "into chair" need none.
  if (thing->word == "mat" &&
      (MatchPhrase(after, "-? distance|wide|width|length") ||
       FindPhrase(before.last(std::min<std::size_t>(before.size(), 4)), "width|edge|edges|length|off|top")))
    return nullptr;
  if (FindPhrase(before.last(std::min<std::size_t>(before.size(), 3)), "away from the|your?")) return nullptr;
  if (thing->word == "chair" && !before.empty() && IsOneOf(before.back(), "into|revolved|twisted|to"))
    return nullptr;
  // "the bench of a rowing machine"
  if (MatchPhrase(after, "of a|an|the")) return nullptr;
  if (FindAnyPhrase(before, kUnreal) || IsVerb(tokens, at, sentence)) return nullptr;
  // "without a chair", "no mat"
  const std::size_t near = std::min<std::size_t>(before.size(), 4);
  return FindPhrase(before.last(near), "without|no|not") ? nullptr : &*thing;
}

// Whether the thing need not be there, or another may take its place.
bool IsFree(const WordList& tokens, std::size_t at) {
  const Match sentence = SentenceAround(tokens.words, at);
  const auto before = std::span(tokens.words).subspan(sentence.begin, at - sentence.begin);
  const auto after = std::span(tokens.words).subspan(at + 1, sentence.end - at - 1);
  const auto near = before.last(std::min<std::size_t>(before.size(), 4));
  return IsOptional(before, after) || IsAlternative(before, after) || IsDefined(before) ||
         FindPhrase(near, "or").has_value();
}

// "the bench", "the calf block"
bool IsDefinite(const WordList& tokens, std::size_t at) {
  const bool is_plain = at > 0 && tokens.words[at - 1] == "the";
  return is_plain || (at > 1 && tokens.words[at - 2] == "the");
}

// The thing and its kind: "incline bench".
std::string NameOf(const Thing& thing, const WordList& tokens, std::size_t at) {
  if (at == 0 || !IsOneOf(tokens.words[at - 1], kKinds)) return std::string(thing.word);
  return fmt::format("{} {}", tokens.words[at - 1], thing.word);
}

class ExerciseCheck {
 public:
  ExerciseCheck(const Exercise& exercise, RuleContext& context) : exercise_(exercise), context_(context) {
    for (const Id& item : exercise.equipment) listed_.merge(SingularWords(item.value));
    // "Dumbbell curl": the name says what it is for.
    named_ = SingularWords(PlainText(exercise.name.root));
    has_device_ = Says(exercise.name, kDevices);
    has_straps_ =
        Says(exercise.name, kWithStraps) || std::ranges::any_of(exercise.equipment, [](const Id& item) {
          return FindAnyPhrase(Tokens(item.value).words, kWithStraps).has_value();
        });
  }

  void Run() {
    for (const Prose& step : exercise_.steps) {
      for (const Passage& passage : PassagesOf(step)) CheckPassage(passage);
    }
    for (const Id& item : exercise_.equipment) CheckItem(item);
  }

 private:
  bool IsMatListed() const {
    return std::ranges::any_of(context_.library().exercises, [](const Exercise& exercise) {
      return std::ranges::any_of(exercise.equipment, [](const Id& item) {
        // Asked of every exercise for each: most names need not be taken apart.
        return item.value.find_first_of("mM") != std::string::npos &&
               SingularWords(item.value).contains("mat");
      });
    });
  }

  void CheckPassage(const Passage& passage) {
    const WordList& tokens = passage.tokens();
    const auto device = FindAnyPhrase(tokens.words, kDevices);
    has_straps_ = has_straps_ || FindAnyPhrase(tokens.words, kWithStraps);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      named_.insert(Singular(tokens.words[at]));
      has_device_ = has_device_ || (device && device->end <= at);
      if (const Thing* thing = ThingAt(tokens, at)) CheckThing(*thing, passage, at);
    }
  }

  void CheckThing(const Thing& thing, const Passage& passage, std::size_t at) {
    const WordList& tokens = passage.tokens();
    const bool is_part = (has_device_ && IsOneOf(thing.word, kParts) && IsDefinite(tokens, at)) ||
                         (has_straps_ && thing.word == "strap");
    // What is free once stays so: "a belt or a band", then "pull on the belt".
    if (is_part || IsFree(tokens, at)) free_.insert(thing.word);
    if (free_.contains(thing.word)) return;
    if (HasNameOf(listed_, std::string(thing.word))) return;
    // Where no exercise lists a mat, it is taken for granted.
    if (thing.word == "mat" && listed_.empty() && !IsMatListed()) return;
    if (!reported_.insert(thing.word).second) return;
    const std::string name = NameOf(thing, tokens, at);
    const bool is_an = std::string_view("aeiou").find(name.front()) != std::string_view::npos;
    Diagnostic& finding = context_.Report(
        passage.SpanOf(tokens.pieces[at]),
        fmt::format("the step needs {0} `{1}`, and `equipment` does not list it; add `{1}` there",
                    is_an ? "an" : "a", name));
    if (const Pair* pair = exercise_.document->root.FindPair("equipment")) {
      finding.labels.push_back({pair->key.span, "the equipment"});
    }
  }

  void CheckItem(const Id& item) {
    const auto words = SingularWords(item.value);
    if (std::ranges::any_of(words, [](const std::string& word) { return IsOneOf(word, kUnnamed); })) return;
    const auto is_named = [&](const std::string& word) { return word.size() > 2 && HasNameOf(named_, word); };
    if (std::ranges::any_of(words, is_named)) return;
    context_.Report(
        item.span,
        fmt::format("no step names `{}`; say in a step what it is for, or leave it out", item.value));
  }

  const Exercise& exercise_;
  RuleContext& context_;
  std::set<std::string> listed_;
  std::set<std::string> named_;
  std::set<std::string_view> reported_;
  std::set<std::string_view> free_;
  bool has_device_ = false;  // a machine was named before
  bool has_straps_ = false;  // so was something with straps
};

void Check(const Exercise& exercise, RuleContext& context) {
  const Node* equipment = exercise.document->root.Find("equipment");
  if ((equipment != nullptr && !equipment->IsSequence()) || exercise.steps.empty()) return;
  ExerciseCheck(exercise, context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(equipment: [mat]
steps:
  - Rest on your forearms on a mat.
  - Put your feet against a chair. # expect: ST004 @ 29-34 "`equipment` does not list it"
  - Roll a medicine ball aside. # expect: ST004 @ 21-25 "needs a `medicine ball`"
  - Hold {hold}.
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(equipment: [mat, folded towel] # expect: ST004 @ 18-30 "no step names"
steps:
  - Rest on your forearms on a mat.
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [yoga mat, resistance bands]
steps:
  - Rest on your forearms on the mat.
  - Put a band around the balls of your feet.
  - Lie down on the leg curl machine, and keep your hips on the bench.
  - Hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST004",
    .name = "equipment-mismatch",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A step needs a thing that is not listed, or a listed thing is in no step.",
    .rationale =
        R"md(The reader fetches what the list names before lying down. A chair that first turns up in step 4 stops
the exercise; a towel that no step uses leaves the reader wondering. Steps are searched for a small
set of things that are common in home exercise. What may be left out, is an example or is one of several ways is not
needed, and "the bench" of a machine or the straps of a reformer that was named before are parts of it. A
mat, where no exercise of the workspace lists one, and what everybody wears or has about, such as shoes and a wall, need no mention.)md",
    .source = "CERT item 1 (Slade et al. 2016): the type of exercise equipment is described in detail",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .exercise = Check,
};

}  // namespace guidec::rules::equipment_mismatch
