#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/instruction.h"
#include "text/words.h"

namespace guidec::rules::step_without_imperative {
namespace {

// "Feet hip-width apart", "Hands on hips.": a position, told without a verb.
bool IsPosture(std::span<const std::string> words) {
  constexpr std::string_view kParts =
      "feet|knees|hips|arms|legs|hands|toes|shoulders|elbows|heels|palms|fingers|thighs|ankles|wrists|both";
  constexpr std::string_view kVerbs =
      "is|are|should|must|will|may|might|can|do|does|has|have|need|needs|stay|stays|remain|remains";
  // Nouns as well: behind a preposition they are ("on the shoulder rests").
  constexpr std::string_view kVerbsOrNouns =
      "move|moves|come|comes|go|goes|rest|rests|form|forms|touch|touches|point|points|face|faces|drop|drops|"
      "rise|rises|leave|leaves|bend|bends|lift|lifts|hang|hangs|fall|falls|turn|turns";
  constexpr std::string_view kPrepositions =
      "on|onto|off|in|into|at|against|behind|beside|between|by|from|of|over|through|under|with";
  if (words.empty() || !IsOneOf(words.front(), kParts) || FindPhrase(words, kVerbs)) return false;
  const auto preposition =
      std::ranges::find_if(words, [&](const std::string& word) { return IsOneOf(word, kPrepositions); });
  return !FindPhrase(words.first(static_cast<std::size_t>(preposition - words.begin())), kVerbsOrNouns);
}

// "You can vary this by running", "an alternative position is", "your partner then rolls the ball back": a
// variant that nobody has to take, and what somebody else does.
bool IsRemark(std::span<const std::string> words) {
  constexpr Phrase kVariants = "you can|may|could|might";
  constexpr Phrase kNamedVariants =
      "a|an|another|one|the ... "
      "alternative|alternate|modification|option|progression|regression|variation|version";
  constexpr Phrase kOthers =
      "your|the|a partner|helper|assistant|spotter|therapist|physiotherapist|carer|coach|trainer";
  constexpr Phrase kFeelings =
      "you should|will|may|might|can|could|must|shouldn't|won't not? ... feel|notice|experience";
  constexpr Phrase kCounts =
      "this|that|it is|was|will|completes|makes|counts|equals ... one|1 full|whole|complete? "
      "rep|repetition|set|round|breath|cycle";
  // "Your front knee should be above your ankle", "hands can rest on your hips": a check, or a choice.
  constexpr Phrase kCheck = "should not? all? be|stay|remain|form|rest|hover|feel|point";
  const bool is_check = MatchPhrase(words, "then? your|the|both") && FindPhrase(words, kCheck);
  constexpr Phrase kMayBe = "your|the|both|hands|feet|arms|legs|knees ... can|may|could|might";
  constexpr Phrase kAbility = "you should|must be able to";
  return is_check || MatchPhrase(words, kMayBe) || MatchPhrase(words, kAbility) ||
         MatchPhrase(words, kVariants) || MatchPhrase(words, kNamedVariants) || MatchPhrase(words, kOthers) ||
         MatchPhrase(words, kFeelings) || MatchPhrase(words, kCounts) || IsPosture(words);
}

std::string_view AdviceOn(std::span<const std::string> words) {
  constexpr Phrase kRemarks =
      "this|it ... exercise|variation|stretch|pose|movement|version|is|helps|strengthens";
  constexpr Phrase kNeeds = "you|you'll will? need|require a|an|the|one|two|some";
  constexpr Phrase kStarts = "this is|will be? your|the|a start|starting|initial position|pose|posture";
  if (MatchPhrase(words, kNeeds)) return "list what is needed in `equipment`, and open it with what to do";
  if (MatchPhrase(words, kStarts)) return "join this sentence to the step before";
  if (MatchPhrase(words, kRemarks)) return "say what to do, or move the remark to `purpose` or `cautions`";
  return "open it with what to do, as in `Lift your hips`";
}

void Check(const ProseUse& use, RuleContext& context) {
  const std::string& language = context.language();
  if (use.role != Role::kStep) return;
  const PassageList passages = PassagesOf(use);
  if (passages.empty()) return;
  const Passage& passage = passages.front();
  const std::vector<Sentence>& sentences = passage.sentences(language);
  if (sentences.empty()) return;
  const auto& [first, words] = sentences.front();
  // A passive is `passive-step`'s.
  if (FindPassive(passage.Slice(first))) return;
  const auto subject = FindLeadingSubject(passage.Slice(first));
  if (!subject || IsRemark(words.words)) return;
  const Piece place{first.begin + subject->begin, first.begin + subject->end};
  context.Report(passage.SpanOf(place),
                 fmt::format("this step opens with `{}`; {}", passage.Slice(place), AdviceOn(words.words)));
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Your hips are off the mat now. # expect: LG008 @ 5-9 "opens with `Your`"
  - This is your starting position. # expect: LG008 @ 5-9 "join this sentence to the step before"
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - With your legs straight, lift your hips.
  - Then hold {hold}.
  - Your partner may count.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG008",
    .name = "step-without-imperative",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A step does not open with what to do.",
    .rationale =
        R"md(A reader on the floor wants to hear the action first. Reported are English steps whose first sentence opens
with what can only be its subject ("Your knees", "You", "This") and has no part behind a comma that could be
the instruction. What may come before it ("Slowly", "Then", "With your legs straight,") is right, and so are
a helper's part ("Your partner counts"), a check of the position ("Your knee should be above your ankle"), what may be done or a variant ("You can vary this", "An alternative
is"), what is felt ("You should feel a stretch") and a position without a verb ("Feet apart").)md",
    .source = "AHRQ PEMAT-P: explicit steps that address the reader directly",
    .examples = kExamples,
    .languages = kEnglish,
    .prose = Check,
};

}  // namespace guidec::rules::step_without_imperative
