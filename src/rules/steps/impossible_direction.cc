// Phrases that go two ways at once: "lift your body to the mat". Everyday words that no step puts together, unless
// one was turned round.
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/phrase.h"

namespace guidec::rules::impossible_direction {
namespace {

constexpr Phrases kImpossible{
    "lift|raise your|the body|hips|heels|heel|knees|knee|back|head|shoulders|legs|leg|feet|foot|arms "
    "slowly|gently|back? to|onto|toward|towards the|your floor|ground|mat",
    "lower|drop your|the body|hips|heels|heel|knees|knee|back|head|shoulders|legs|leg|feet|foot|arms "
    "slowly|gently|back? toward|towards|to the|your ceiling|sky",
    "lower|drop your|the body|hips|heels|heel|knees|knee|back|head|shoulders|legs|leg|feet|foot|arms "
    "slowly|gently? off the|your floor|ground|mat",
    "flat? on|onto the|a ceiling",
    "hands|hand|feet|foot|knees|knee to|on the ceiling ahead|in|shoulder|hip",
    "ceiling feels|is too? hard|soft|cold|slippery",
    "pull|pulling|bring|hug|draw your|the? left|right? heel|foot|knee|knees|heels away from your|the? "
    "buttocks|chest|bottom|glutes|seat",
    "bent|crooked line from",
    "heel|foot|knee pulled|drawn|brought away from the|your buttocks|chest|bottom|glutes|seat",
    "left heel|foot|toes in front of the|your? left heel|foot|toes",
    "right heel|foot|toes in front of the|your? right heel|foot|toes",
    "left heel|foot|toes behind the|your? left heel|foot|toes",
    "right heel|foot|toes behind the|your? right heel|foot|toes",
    "until ... ... ... strengthens",
    "straight front", "bent back",
    "your front straight|flat",
    "on top of a|the wall",
    "lift and lift", "lower and lower", "rise and rise",
    "lower|upper front", "lift back|leg|legs|arm|arms",
};

// "Lower the mat", "in front of the straight front leg": what follows may belong elsewhere.
bool IsMeant(std::span<const std::string> words, const Match& match) {
  const auto phrase = words.subspan(match.begin, match.end - match.begin);
  // "your lower front ribs": the front of what follows.
  const bool is_front = phrase[phrase.size() - 1] == "front" || phrase[phrase.size() - 2] == "front";
  constexpr std::string_view kNoPart =
      "and|or|is|are|on|onto|in|into|to|against|off|from|with|for|by|when|as|while|then|so|stays|feels";
  if (is_front && match.end < words.size() && !IsOneOf(words[match.end], kNoPart)) return false;
  if (phrase.size() == 2 && phrase[0] == "lift")
    return match.begin > 0 && IsOneOf(words[match.begin - 1], "your|of|in");
  if (phrase.front() == "bent" && phrase.size() > 1 && phrase[1] == "back") {
    return match.begin > 0 && IsOneOf(words[match.begin - 1], "slowly|lifted|gently");
  }
  return true;
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  if (use.exercise == nullptr || use.is_denied) return;
  for (const Sentence& sentence : passage.sentences(context.language())) {
    const auto& words = sentence.words.words;
    const auto found = FindAnyPhrase(words, kImpossible);
    if (!found || !IsMeant(words, *found)) continue;
    const Piece piece = sentence.words.PieceOf(found->begin, found->end);
    context.Report(passage.SpanOf(piece),
                   fmt::format("`{}` goes two ways at once; correct the verb or the place", passage.Slice(piece)));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your body to the mat. # expect: ST020 @ 5-30 "goes two ways"
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips off the mat.
  - Hold {hold}.
  - Lower your body to the mat.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST020",
    .name = "impossible-direction",
    .severity = Severity::kError,
    .since = "0.1",
    .summary =
        "A text lifts something to the floor, lowers it to the ceiling, or stands a foot on the ceiling.",
    .rationale =
        R"md(One of the words was turned round, and a reader who follows the step does not know which. Looked for are few
phrases in an exercise's texts that contradict themselves. English texts only.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; "
        "the phrases that are understood are guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::impossible_direction
