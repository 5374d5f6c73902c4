// What an exercise is for, against its kind, its targets and its other texts: a stretch stretches, and the parts that
// the purpose names are those that the targets mean or the steps use.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/body_part.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec::rules::purpose_contradicts_exercise {
namespace {

using Words = std::vector<std::string>;

Words WordsOf(const Prose& prose) {
  return prose ? Tokens(PlainText(prose.root)).words : Words();
}

void CheckKind(const Exercise& exercise, const WordList& purpose, const Passage& passage, RuleContext& context) {
  constexpr Phrase kStrength = "strengthen|strengthens|strengthening";
  constexpr Phrase kStretch = "stretch|stretches|stretching|lengthens";
  const bool is_stretch = exercise.kind.value == "stretch";
  if (!is_stretch && exercise.kind.value != "strength") return;
  const auto says = [&](const Phrase& words) { return FindPhrase(purpose.words, words); };
  auto wrong = says(is_stretch ? kStrength : kStretch);
  if (!wrong && is_stretch) wrong = says("build|builds|gain|gains ... strength");
  if (!wrong || says(is_stretch ? kStretch : kStrength)) return;
  if (!is_stretch &&
      (says("strength|stronger|build|builds|train|trains") || says("exercise and a? stretch*")))
    return;
  const Piece piece = purpose.PieceOf(wrong->begin, wrong->end);
  Diagnostic& finding = context.Report(
      passage.SpanOf(piece), fmt::format("the purpose says `{}`, and the exercise is of the kind `{}`; "
                                         "correct the one that is wrong",
                                         passage.Slice(piece), exercise.kind.value));
  finding.labels.push_back({exercise.kind.span, "the kind"});
}

// Everything that says where the exercise works: targets and what they mean, its name, steps, pictures.
BodyRegion KnownRegion(const Exercise& exercise, const RuleContext& context) {
  BodyRegion region = 0;
  const auto add = [&](const Words& words) {
    for (const MentionedPart& part : PartsIn(words)) region |= part.region;
  };
  for (const Id& target : exercise.targets) {
    Words apart = {""};
    for (const char c : target.value) {
      if (c == '-') {
        apart.emplace_back();
      } else {
        apart.back() += c;
      }
    }
    add(apart);
    if (const Term* term = context.library().FindTerm(target.value)) {
      add(WordsOf(term->meaning));
      add(WordsOf(term->term));
    }
  }
  return region;
}

// From the verb on, the words that list what is trained: "builds strength in your hips and lower back"; not "takes
// load off your back".
std::optional<Match> TrainedIn(const Words& words) {
  static constexpr Phrases kTrains{
      "strengthens|stretches|works|trains|tones|loosens|lengthens|mobilizes|mobilises|eases|opens|targets",
      "builds|build|gives strength in|around|to"};
  const auto verb = FindAnyPhrase(words, kTrains);
  if (!verb) return std::nullopt;
  std::size_t end = verb->end;
  while (end < words.size() &&
         (RegionOf(words[end]) || IsOneOf(words[end],
                                          "the|your|both|front|back|inside|outside|side|sides|of|"
                                          "muscle|muscles|at|around|in|and|outer|inner|upper|"
                                          "lower|deep"))) {
    ++end;
  }
  const bool is_complaint = end < words.size() && IsOneOf(words[end], "pain|ache|aches|stiffness|tension|strain");
  return is_complaint ? std::nullopt : std::optional(Match{verb->end, end});
}

void CheckParts(const Exercise& exercise, const WordList& purpose, const Passage& passage, RuleContext& context) {
  const BodyRegion known = KnownRegion(exercise, context);
  const auto trained = TrainedIn(purpose.words);
  if (known == 0 || !trained) return;
  for (const MentionedPart& part : PartsIn(purpose.words)) {
    if ((part.region & known) != 0 || part.at < trained->begin || part.at >= trained->end) continue;
    const bool is_in_steps = std::ranges::any_of(exercise.steps, [&](const Prose& step) {
      const Words words = WordsOf(step);
      return std::ranges::any_of(PartsIn(words), [&](const MentionedPart& moved) {
        return words[moved.at] == purpose.words[part.at];
      });
    });
    if (is_in_steps) continue;
    Diagnostic& finding = context.Report(
        passage.SpanOf(purpose.pieces[part.at]),
        fmt::format("the purpose names the {}, which neither the targets nor the steps do; correct it, or add the "
                    "target",
                    purpose.words[part.at]));
    finding.labels.push_back({exercise.targets.front().span, "the targets"});
    return;
  }
}

// The front of a part in one text and its back in another.
void CheckSite(const Exercise& exercise, const WordList& purpose, const Passage& passage, RuleContext& context) {
  const auto site =
      FindPhrase(purpose.words, "front|back of your|the left|right? hip|hips|thigh|thighs|shoulder|leg|legs");
  if (!site || FindPhrase(purpose.words, "front and|or back") ||
      FindPhrase(purpose.words, "back and|or front"))
    return;
  const std::string& facing = purpose.words[site->begin];
  const std::string_view part = IsOneOf(purpose.words[site->end - 1], "hip|hips|thigh|thighs")
                                    ? "hip|hips|thigh|thighs"
                                    : std::string_view(purpose.words[site->end - 1]);
  const std::string same = fmt::format("{} of your|the? left|right? {}", facing, part);
  const std::string other = fmt::format("{} of your|the? left|right? {}", facing == "front" ? "back" : "front", part);
  const Phrase same_site = Phrase::Of(same);
  const Phrase other_site = Phrase::Of(other);
  const Prose* against = nullptr;
  const auto look = [&](const Prose& text) {
    for (const Passage& read : PassagesOf(text)) {
      if (FindPhrase(read.tokens().words, same_site)) return false;
      if (against == nullptr && FindPhrase(read.tokens().words, other_site)) against = &text;
    }
    return true;
  };
  for (const Prose& step : exercise.steps) {
    if (!look(step)) return;
  }
  for (const Id& target : exercise.targets) {
    const Term* term = context.library().FindTerm(target.value);
    if (term != nullptr && !look(term->meaning)) return;
  }
  if (against == nullptr) return;
  const Piece piece = purpose.PieceOf(site->begin, site->end);
  Diagnostic& finding = context.Report(
      passage.SpanOf(piece), fmt::format("the purpose names the {}, and another text its {}; correct the one that is "
                                         "wrong",
                                         passage.Slice(piece), facing == "front" ? "back" : "front"));
  finding.labels.push_back({against->span(), "the other text"});
}

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  if (!exercise.purpose) return;
  for (const Passage& passage : PassagesOf(exercise.purpose)) {
    const WordList& purpose = passage.words(context.language());
    CheckKind(exercise, purpose, passage, context);
    CheckParts(exercise, purpose, passage, context);
    CheckSite(exercise, purpose, passage, context);
  }
}

bool ShareTarget(const Exercise& one, const Exercise& other) {
  return std::ranges::any_of(one.targets, [&](const Id& target) {
    return std::ranges::find(other.targets, target.value, &Id::value) != other.targets.end();
  });
}

// One purpose of two exercises that train other muscles.
void CheckCopies(const Library& library, RuleContext& context) {
  std::map<Words, const Exercise*> first;
  for (const Exercise& exercise : library.exercises) {
    const Words words = WordsOf(exercise.purpose);
    if (words.empty() || exercise.targets.empty()) continue;
    const auto [known, is_new] = first.try_emplace(words, &exercise);
    if (is_new) continue;
    const Exercise& other = *known->second;
    if (ShareTarget(exercise, other)) continue;
    Diagnostic& finding = context.Report(
        exercise.purpose.span(), fmt::format("`{}` has this purpose too, and no target in common; write what "
                                             "this one is for",
                                             other.id.value));
    finding.labels.push_back({other.purpose.span(), "the same purpose"});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml",
     R"yaml(purpose: Strengthens the front of your hip. # expect: ST021 @ 10-21 "of the kind `stretch`"
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml",
     R"yaml(purpose: Eases the front of your shoulder. # expect: ST021 @ 34-42 "names the shoulder"
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml",
     R"yaml(purpose: Eases the front of your hip, so that you can kneel.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST021",
    .name = "purpose-contradicts-exercise",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A purpose is not that of the exercise's kind, targets or steps.",
    .rationale =
        R"md(The purpose is what readers choose by. A stretch that "strengthens", a part that lies far from every target
and that no step names, the back of a thigh whose front the steps stretch, and the purpose of an exercise with other
targets were most often copied. Where each target lies is read from its id and from its meaning in the glossary.
English texts only.)md",
    .source =
        "CERT items 8 and 13 (Slade et al. 2016): what each exercise is and what it is for; guidec's own "
        "check",
    .examples = kExamples,
    .languages = kEnglish,
    .workspace = CheckCopies,
    .exercise = CheckExercise,
};

}  // namespace guidec::rules::purpose_contradicts_exercise
