// A verb or a noun in another number than the word next to it. Only pairs of neighbours that no sentence has
// are told: a pronoun that may be an object ("helps you do it") has to begin its clause.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/neighbours.h"
#include "text/letter_case.h"
#include "text/phrase.h"

namespace guidec::rules::disagreement {
namespace {

constexpr std::string_view kConjunctions =
    "if|when|because|so|as|while|until|which|where|since|once|unless|what|how|whether|that|who";
constexpr std::string_view kPlainVerbs =
    "help|get|need|keep|mean|take|become|feel|ease|reduce|improve|strengthen|support|protect|prevent|cause|"
    "start|give|"
    "train|build|bring|go|come|make|let|allow|begin|seem|look|have|do|are";
// In the third person; those that are nouns as well ("steps", "holds") are apart.
constexpr std::string_view kThirdPerson =
    "is|has|does|was|gets|feels|keeps|goes|gives|becomes|seems|begins|makes|takes|comes|wants|knows|isn'"
    "t|hasn't|"
    "doesn't|wasn't|cans|mays|wills|musts|needs";
constexpr std::string_view kThirdPersonNouns =
    "holds|lifts|steps|stretches|rests|stands|bends|moves|turns|raises|walks|runs|starts|helps|uses|works|"
    "lowers|sits|"
    "lies|presses|pushes|pulls|reaches|places|does|tries|ends";
constexpr std::string_view kPlurals =
    "muscles|knees|legs|arms|hands|shoulders|hips|elbows|ankles|wrists|fingers|toes|heels|thighs|joints|"
    "bones|feet|"
    "calves|hamstrings|buttocks|exercises|repetitions|sessions|movements|balls|throws|tendons|glutes|"
    "quadriceps|weeks|days|minutes|seconds|ligaments|reflexes|people|runners|adults";
constexpr std::string_view kVerbLikePlurals =
    "stretches|steps|holds|exercises|lifts|raises|presses|throws|balls|knees";
constexpr std::string_view kSingulars =
    "exercise|muscle|knee|leg|arm|hand|shoulder|hip|elbow|ankle|wrist|finger|toe|heel|thigh|joint|bone|"
    "repetition|"
    "session|movement|week|day|minute|second|position|stretch|set|foot|hour|month|year|ball|throw|breath|"
    "time";
constexpr std::string_view kNumbers =
    "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several|many|few";
// Behind a noun, these tell that it describes no other: "two minute hold", but "two minute of".
constexpr std::string_view kBehindNoun =
    "of|in|to|for|with|at|a|per|each|until|is|are|before|after|then|from|while|on|when|if|between|every|that|"
    "which";
constexpr std::string_view kPlainAdjectives =
    "the|your|these|those|both|some|most|all|many|strong|weak|tight|sore|stiff|tired|big|small|hip|core|back|"
    "leg|calf|"
    "thigh|trunk|shoulder|neck|front|outer|inner|upper|lower|left|right|older|young|old|other|active|deep|"
    "strained";

// "You", "if you": the subject of a clause, and no question ("does it help").
bool IsSubject(const Neighbours& words, std::size_t i) {
  if (words.StartsSentence(i)) return true;
  const std::string_view before = words.Before(i);
  if (before == "that") return words.Before(i, 2) == "so";
  return !before.empty() && IsOneOf(before, kConjunctions);
}

struct Clash {
  std::size_t at;  // the second of two words
  std::string right;
};

std::string Plain(std::string_view verb) {
  constexpr std::pair<std::string_view, std::string_view> kIrregular[] = {
      {"is", "are"},         {"has", "have"},     {"does", "do"},        {"was", "were"},
      {"goes", "go"},        {"isn't", "aren't"}, {"hasn't", "haven't"}, {"doesn't", "don't"},
      {"wasn't", "weren't"}, {"tries", "try"}};
  for (const auto& [third, plain] : kIrregular) {
    if (verb == third) return std::string(plain);
  }
  if (verb.ends_with("ches") || verb.ends_with("sses") || verb.ends_with("shes")) verb.remove_suffix(1);
  return std::string(verb.substr(0, verb.size() - 1));
}

std::string Third(std::string_view verb) {
  if (verb == "are") return "is";
  if (verb == "have") return "has";
  return std::string(verb) + (verb == "go" || verb == "do" ? "es" : "s");
}

std::string Plural(std::string_view noun) {
  if (noun == "foot") return "feet";
  return std::string(noun) + (noun.ends_with("ch") ? "es" : "s");
}

// A verb that is a noun as well is one behind a subject, in a question, or with an object of its own.
bool IsClauseOf(const Neighbours& words, std::size_t i, bool is_subject) {
  return is_subject || IsOneOf(words.Before(i), "do|did|should|can|must") ||
         IsOneOf(words.After(i, 2), "it|your|the|still");
}

// "you is", "they has", "it help", "these is".
std::optional<Clash> ClashOfVerb(const Neighbours& words, std::size_t i) {
  const std::string& word = words[i];
  const std::string_view verb = words.After(i);
  if (verb.empty()) return std::nullopt;
  if (word == "they" || word == "we" || word == "you") {
    const bool is_sure = IsSubject(words, i);
    const bool is_verb =
        IsOneOf(verb, kThirdPerson) && (word != "you" || is_sure || (verb != "is" && verb != "was"));
    if (is_verb || (IsClauseOf(words, i, is_sure) && IsOneOf(verb, kThirdPersonNouns))) {
      return Clash{i + 1, IsOneOf(verb, "cans|mays|wills|musts")
                              ? std::string(verb.substr(0, verb.size() - 1))
                              : Plain(verb)};
    }
  }
  if (word == "it" && IsSubject(words, i) && IsOneOf(verb, kPlainVerbs)) return Clash{i + 1, Third(verb)};
  if (word == "this" && IsSubject(words, i)) {
    const bool is_object_behind = IsOneOf(words.After(i, 2), "you|your|the|to|a|it|with");
    const bool is_verb = is_object_behind &&
                         IsOneOf(verb, "help|improve|strengthen|reduce|prevent|protect|keep|make|let|allow");
    if (is_verb || verb == "are" || verb == "have") return Clash{i + 1, Third(verb)};
  }
  if ((word == "these" || word == "those") && words.StartsSentence(i) &&
      IsOneOf(verb, "is|was|has|does|isn't|doesn't")) {
    return Clash{i + 1, Plain(verb)};
  }
  return std::nullopt;
}

// "The muscles is", "muscles that is": the noun is the only one before the verb.
std::optional<Clash> ClashOfPlural(const Neighbours& words, std::size_t i) {
  const bool is_relative = words.After(i) == "that";
  const std::string_view verb = words.After(i, is_relative ? 2 : 1);
  const bool is_third = IsOneOf(verb, "is|has|does|was|needs|isn't|doesn't|hasn't");
  if (!is_third || !IsOneOf(words[i], kPlurals)) return std::nullopt;
  std::size_t first = i;
  while (first > 0 && !words.StartsSentence(first)) --first;
  for (std::size_t at = first; at < i; ++at) {
    if (!IsOneOf(words[at], kPlainAdjectives)) return std::nullopt;
  }
  return words.StartsSentence(first) ? std::optional(Clash{i + (is_relative ? 2 : 1), Plain(verb)})
                                     : std::nullopt;
}

// "this muscles", "this stretches target", "two exercise", "these muscle".
std::optional<Clash> ClashOfNoun(const Neighbours& words, std::size_t i) {
  const std::string& word = words[i];
  const std::string_view noun = words.After(i);
  const std::string_view behind = words.After(i, 2);
  const auto is_last = [&] { return !noun.empty() && (words.Ends(i + 1) || IsOneOf(behind, kBehindNoun)); };
  if (word == "this") {
    const bool is_plural = IsOneOf(noun, kPlurals) && !IsOneOf(noun, kVerbLikePlurals);
    const bool is_subject = IsOneOf(noun, kVerbLikePlurals) &&
                            IsOneOf(behind, "are|have|need|do|can|target|help|train|work|make");
    const bool is_object = IsOneOf(noun, kVerbLikePlurals) &&
                           IsOneOf(words.Before(i), "of|in|with|for|from|during|between|after");
    if (is_plural || is_subject || is_object) return Clash{i, "these"};
  }
  if (noun.ends_with('s') && IsOneOf(word, "a|an|each|every|another") && IsOneOf(noun, kPlurals) &&
      !IsOneOf(noun, "people|seconds|minutes|days|weeks|glutes|quadriceps") && is_last()) {
    return Clash{i + 1, {}};
  }
  const bool is_many = IsOneOf(word, "these|those|both") || IsOneOf(word, kNumbers);
  if (is_many && IsOneOf(noun, kSingulars) && !(noun == "second" && !IsOneOf(word, kNumbers)) &&
      !IsOneOf(word, "few|many") && words.Before(i) != "one" && is_last()) {
    return Clash{i + 1, Plural(noun)};
  }
  return std::nullopt;
}

// Most words can be told at once.
bool MayClash(std::string_view word, std::string_view next) {
  return IsOneOf(word,
                 "a|an|another|both|each|eight|every|few|fifteen|five|four|it|many|nine|seven|several|six|"
                 "ten|these|they|"
                 "thirty|this|those|three|twelve|twenty|two|we|you") ||
         IsOneOf(next, "does|doesn't|has|hasn't|is|isn't|needs|that|was");
}

std::optional<Clash> ClashAt(const Neighbours& words, std::size_t i) {
  if (!MayClash(words[i], words[i + 1])) return std::nullopt;
  if (auto clash = ClashOfVerb(words, i)) return clash;
  if (auto clash = ClashOfPlural(words, i)) return clash;
  return ClashOfNoun(words, i);
}

// "Curl (Two Arm)": in a title, a number and a noun with capitals describe what it names, as "two-arm" does.
bool IsOfTitle(const ProseUse& use, const Neighbours& words, std::size_t i) {
  return use.role == Role::kTitle && i > 0 && IsOneOf(words[i], kNumbers) &&
         IsUpper(words.Written(i).front()) && IsUpper(words.Written(i + 1).front());
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  const Neighbours words(passage, context.language());
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto clash = ClashAt(words, i);
    if (!clash || IsOfTitle(use, words, i)) continue;
    const Piece both{words.piece(i).begin, words.piece(std::max(clash->at, i + 1)).end};
    if (passage.HasLiteral(both)) continue;
    const std::string advice = clash->right.empty() ? "write both in the same number"
                                                    : fmt::format("did you mean `{}`?", clash->right);
    context.Report(passage.SpanOf(both),
                   fmt::format("`{}` do not agree in number; {}", passage.Slice(both), advice));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: You feels your trunk, and they is strong. # expect: LG023 @ 10-19 "did you mean `feel`" # expect: LG023 @ 36-43
cautions:
  - The muscles is tired. # expect: LG023 @ 9-19 "did you mean `are`"
  - Do two exercise in a row. # expect: LG023 @ 8-20 "did you mean `exercises`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: It helps you hold a two-part plank. Make it help you, if these two muscle groups are weak.
cautions:
  - One of your muscles is tired. Pain in your knees is bad. In front of you is a mat.
  - This exercises the hips. Both arm and leg work. Each second counts.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG023",
    .name = "disagreement",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A verb or a noun is in another number than the word beside it.",
    .rationale =
        R"md(`You feels`, `the muscles is` and `two exercise` are left behind when a sentence was changed in part. Told only
where the words stand side by side and can belong to nothing else.)md",
    .source = "The Chicago Manual of Style, 17th edition, 5.138: agreement of subject and verb",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::disagreement
