#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/negation.h"
#include "text/phrase.h"
#include "text/symptom.h"

namespace guidec::rules::harmful_advice {
namespace {

using Words = std::span<const std::string>;

enum class Put : unsigned char {
  kCommand,   // told to the reader; "many runners ignore pain" is not
  kNegative,  // the harm is in the phrase's own "not"
  kStated,
};

struct Harm {
  Phrase phrase;
  std::string_view instead;  // what to do, behind "; "
  Put put = Put::kCommand;
};

constexpr std::string_view kBreathe = "say when to breathe";
constexpr std::string_view kAsk = "leave it to a doctor";

constexpr Harm kHarms[] = {
    {"hold|holding your|the breath", kBreathe},
    {"not|don't|never|stop keep|continue? breathing", kBreathe, Put::kNegative},
    {"not|don't|never breathe while|as|until|when|during", kBreathe, Put::kNegative},
    {"is|as a substitute|replacement for", "say that it is none", Put::kStated},
    {"ignore|disregard the|any|all|these|those|your? early|first|warning? "
     "warning|warnings|sign|signs|symptom|symptoms|pain|dizziness|numbness|discomfort",
     "say to heed it"},
    {"no doctor|physician|physiotherapist for|is", kAsk, Put::kNegative},
    {"need|needs no doctor|physician|medical", kAsk, Put::kNegative},
    {"not|don't|never need|have a|to|any? ask|see|talk|your? to|with? a|any|your|the? "
     "doctor|physician|advice",
     kAsk, Put::kNegative},
    {"not|don't|never ask|see|call|tell|talk|speak|consult|phone to|with? a|your|any|the? "
     "doctor|physician|pharmacist|nurse|therapist|professional|gp",
     kAsk, Put::kNegative},
    {"replaces|replace the|any? advice|care|treatment|visit|visits|examination|doctor",
     "say that it does not", Put::kStated},
    {"force your|the stretch|joint|knee|back|neck|leg|arm|movement|shoulder", "say to go gently"},
    {"not|don't|never stop|rest|pause|slow if|when|even ... ... pain|hurts|dizzy|numb|faint|tingles|worse",
     "say to stop", Put::kNegative},
    {"stop|quit|skip taking|using? your|the|all|any "
     "pill|pills|tablet|tablets|medicine|medicines|medication|medications|drugs|inhaler|insulin",
     kAsk},
    {"avoid|avoids not|no", "drop one of the two negatives", Put::kNegative},
};

// A doctor's word, a question, a warning or a case that is only thought of.
bool IsOpen(Words words, std::size_t at) {
  constexpr Phrases kOpen{"if|whether|unless|when|why|may|might|tend|tempted|often|people|some|who|or",
                          "before|until|without", "have|has to", "likely|easy|common|try to|not"};
  return FindAnyPhrase(words.first(at), kOpen).has_value();
}

std::optional<Match> FindHarm(Words words, const Harm& harm) {
  const auto found = FindPhrase(words, harm.phrase);
  if (!found || IsOpen(words, found->begin)) return std::nullopt;
  // "Be sure not to stop breathing": the negative is within the phrase, and another one takes it back.
  const std::size_t head = found->begin < 4 ? 0 : found->begin - 4;
  if (harm.put == Put::kNegative &&
      FindPhrase(words.subspan(head, found->begin - head + 1), "not|never to? stop|keep|avoid|be"))
    return std::nullopt;
  if (harm.put != Put::kNegative && IsNegatedBefore(words, found->begin)) return std::nullopt;
  constexpr std::string_view kBeforeCommand = "and|then|you|should|must|can|please|always|just|simply|now|also|next";
  const bool is_told = found->begin == 0 || IsOneOf(words[found->begin - 1], kBeforeCommand) ||
                       words[found->begin - 1].ends_with("ly");
  if (harm.put == Put::kCommand && !is_told) return std::nullopt;
  // "Do not see a doctor's note as a must", "unless your doctor says so".
  if (FindPhrase(words.subspan(found->end), "unless|until|referral|note|only|without")) {
    return std::nullopt;
  }
  return found;
}

constexpr Phrases kGoOn{
    "keep going|exercising|moving|running|stretching|walking|training|pushing|working",
    "go|carry|push|press|keep on|ahead",
    "continue", "keep it up",
};

// "Keep going when you feel dizzy"; "If it hurts, go on".
std::optional<Match> FindGoingOn(Words words) {
  const auto go = FindAnyPhrase(words, kGoOn);
  if (!go || IsNegatedBefore(words, go->begin)) return std::nullopt;
  const auto condition = FindPhrase(words, "if|when|whenever|although|though|despite|while|through");
  if (!condition || SaysRelief(words) || FindPhrase(words, "unless|until|only|can|may|soreness|without")) {
    return std::nullopt;
  }
  const auto symptom = FindSymptom(words, condition->end);
  if (!symptom || IsOneOf(words[*symptom], "stiff|stiffness|fall|trouble|difficulty")) return std::nullopt;
  // "If you go on when it hurts, …"
  const bool leads = go->begin <= 1 || IsOneOf(words[go->begin - 1], "and|then|just|simply|,");
  if (condition->begin >= go->end) return leads ? std::optional(Match{go->begin, *symptom + 1}) : std::nullopt;
  return *symptom < go->begin && condition->begin == 0 ? std::optional(Match{0, go->end}) : std::nullopt;
}

// "As far as you can, even if it hurts"; not "stop, even if it hurts only a little".
std::optional<Match> FindEven(Words words) {
  const auto even = FindPhrase(words, "even if|when|though");
  if (!even || even->begin == 0 || SaysRelief(words) || IsNegatedBefore(words, even->begin)) return std::nullopt;
  if (FindPhrase(words, "stop|rest|see|ask|call|tell|talk|may|might|can|could|is|are|help|helps|only|do|slow|ease")) {
    return std::nullopt;
  }
  const auto symptom = FindSymptom(words, even->end);
  return symptom ? std::optional(Match{even->begin, *symptom + 1}) : std::nullopt;
}

// A spring at the end of a stretch; not a ball's.
std::optional<Match> FindBounce(Words words) {
  if (words.empty() || words.front() != "bounce") return std::nullopt;
  return MatchPhrase(words, "bounce gently|lightly|slightly|a? bit|little? at|in|into|up|during|as|while|to|for")
             ? std::optional(Match{0, 1})
             : std::nullopt;
}

std::optional<Match> FindLock(Words words) {
  const auto length = MatchPhrase(words, "lock out? your|the|both knee|knees");
  return length ? std::optional(Match{0, *length}) : std::nullopt;
}

void Report(const Passage& passage, const Piece& piece, std::string_view instead, RuleContext& context) {
  if (passage.HasLiteral(piece)) return;
  context.Report(passage.SpanOf(piece), fmt::format("`{}` can harm a reader; {}", passage.Slice(piece), instead));
}

void CheckSentence(const Passage& passage, const WordView& view, RuleContext& context) {
  if (const auto found = FindGoingOn(view.words)) {
    return Report(passage, view.PieceOf(found->begin, found->end), "say to stop", context);
  }
  if (const auto found = FindEven(view.words)) {
    return Report(passage, view.PieceOf(found->begin, found->end), "say to stop", context);
  }
  if (const auto found = FindBounce(view.words)) {
    return Report(passage, view.PieceOf(found->begin, found->end), "say to hold still, or to move slowly", context);
  }
  if (const auto found = FindLock(view.words)) {
    return Report(passage, view.PieceOf(found->begin, found->end), "say to keep them soft", context);
  }
  for (const Harm& harm : kHarms) {
    if (const auto found = FindHarm(view.words, harm)) {
      return Report(passage, view.PieceOf(found->begin, found->end), harm.instead, context);
    }
  }
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  const bool is_asked = use.role == Role::kStem || use.role == Role::kChoice || use.role == Role::kAlternative;
  if (use.is_denied || is_asked || use.role == Role::kStopRule) return;
  for (const Sentence& sentence : passage.sentences(context.language())) {
    if (!passage.Slice(sentence.piece).ends_with('?')) CheckSentence(passage, sentence.words, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(cautions:
  - Hold your breath while you hold. # expect: SF010 @ 5-21 "`Hold your breath`"
  - Keep going when you feel dizzy. # expect: SF010
  - Lock your knees. # expect: SF010
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: You need no doctor for this. # expect: SF010
disclaimer: This guide replaces advice from your doctor. # expect: SF010
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(cautions:
  - Keep breathing, and never hold your breath.
  - Keep going when the pain eases.
  - Stand up without locking your knees.
  - Many people hold their breath without noticing.
  - Continue only if you feel no pain.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF010",
    .name = "harmful-advice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A text tells readers what is known to harm.",
    .rationale =
        R"md(Breath that is held drives up the blood pressure, locked knees and a bounce overload joints and muscles, and
whoever goes on through dizziness or numbness, or without the doctor or the medicine that they need, may come to
harm. A sentence that warns of it, asks about it or says it of a case is no finding; neither are claims marked as
false and wrong answers. English texts only.)md",
    .source =
        "ACSM's Guidelines for Exercise Testing and Prescription, 11th ed. 2021: no breath-holding, no "
        "ballistic "
        "stretching for beginners, stop at warning signs",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::harmful_advice
