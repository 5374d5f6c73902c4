// Where the reader stands from a chair or wall, and on what side the body lies, is said in several texts of an
// exercise: the start position, a step, a caution, a caption.
#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec::rules::other_place {
namespace {

constexpr Phrases kPlaces{
    "behind|beside|alongside|inside|outside a|the|your sturdy|stable|solid|high? "
    "chair|wall|table|counter|bench|doorway|bed",
    "in front of a|the|your sturdy|stable|solid|high? chair|wall|table|counter|bench|doorway|bed",
    "ahead of a|the|your sturdy|stable|solid|high? chair|wall|table|counter|bench|doorway|bed",
    "next to a|the|your sturdy|stable|solid|high? chair|wall|table|counter|bench|doorway|bed",
    "on top of a|the|your sturdy|stable|solid|high? chair|wall|table|counter|bench|doorway|bed",
};

// Of these, one thing has one at a time.
std::string_view NameOf(std::string_view first_word) {
  if (IsOneOf(first_word, "in|ahead")) return "in front of";
  if (IsOneOf(first_word, "beside|alongside|next")) return "beside";
  if (first_word == "on") return "on top of";
  return first_word;
}

struct Said {
  std::string_view place;
  std::string thing;
  Span span;
};

void Read(const Prose& text, std::vector<Said>& said, const std::string& language) {
  if (!text) return;
  for (const Passage& passage : PassagesOf(text)) {
    const WordList& words = passage.words(language);
    const auto found = FindAnyPhrase(words.words, kPlaces);
    if (!found) continue;
    // "Reach behind the chair", "put your foot in front of the wall": a part's place, not the body's.
    static constexpr Phrases kBody{"stand|standing|stands|sit|sitting|kneel|kneeling|tall|start|position",
                                   "both feet ... ... on|flat"};
    if (found->begin > 0 && !FindAnyPhrase(std::span(words.words).first(found->begin), kBody)) continue;
    said.push_back({NameOf(words.words[found->begin]), words.words[found->end - 1],
                    passage.SpanOf(words.PieceOf(found->begin, found->end))});
  }
}

struct Posture {
  std::string_view name;
  Phrase words;
  std::string_view command;
};
constexpr Posture kPostures[] = {
    {"standing", "stand|standing|stands", "stand"},
    {"sitting", "sit|sitting|seated|sits", "sit"},
    {"lying", "lie|lying|lies", "lie"},
    {"kneeling", "kneel|kneeling|kneels|half", "kneel"},
};

const Posture* PostureIn(std::span<const std::string> words) {
  const Posture* found = nullptr;
  for (const Posture& posture : kPostures) {
    if (!FindPhrase(words, posture.words)) continue;
    if (found != nullptr) return nullptr;
    found = &posture;
  }
  return found;
}

void ReportPosture(const Passage& passage, const WordList& words, Match match, const Posture& said,
                   const Exercise& exercise, const Posture& start, RuleContext& context) {
  Diagnostic& finding = context.Report(
      passage.SpanOf(words.PieceOf(match.begin, match.end)),
      fmt::format("the body is {} here, and {} in the start position; correct the one that is wrong", said.name,
                  start.name));
  finding.labels.push_back({exercise.start_position.span(), "the start position"});
}

// Who starts standing and is never told to sit does not sit: "the leg that you sit on".
void CheckPosture(const Exercise& exercise, RuleContext& context) {
  if (!exercise.start_position || exercise.steps.empty()) return;
  const Posture* start = PostureIn(Tokens(PlainText(exercise.start_position.root)).words);
  if (start == nullptr) return;
  std::vector<const Prose*> texts;
  for (const Prose& step : exercise.steps) texts.push_back(&step);
  for (const Prose& caution : exercise.cautions) texts.push_back(&caution);
  for (const Prose* text : texts) {
    for (const Passage& passage : PassagesOf(*text)) {
      const WordList& words = passage.words(context.language());
      if (words.words.empty()) continue;
      for (const Posture& posture : kPostures) {
        // Who is told to sit down does so.
        if (words.words.front() == posture.command && &posture != start) return;
        const auto said = FindPhrase(words.words, Phrase::Of(fmt::format("you {} on", posture.command)));
        if (!said || &posture == start) continue;
        return ReportPosture(passage, words, *said, posture, exercise, *start, context);
      }
    }
  }
}

void Check(const Exercise& exercise, RuleContext& context) {
  CheckPosture(exercise, context);
  std::vector<Said> said;
  Read(exercise.start_position, said, context.language());
  for (const Prose& step : exercise.steps) Read(step, said, context.language());
  for (const Picture& picture : exercise.pictures) Read(picture.caption, said, context.language());
  for (std::size_t at = 1; at < said.size(); ++at) {
    const auto agrees = [&](const Said& other) {
      return other.thing == said[at].thing && other.place == said[at].place;
    };
    const auto before = std::span(said).first(at);
    if (std::ranges::any_of(before, agrees)) continue;
    const auto other = std::ranges::find_if(before, [&](const Said& one) { return one.thing == said[at].thing; });
    if (other == before.end()) continue;
    Diagnostic& finding = context.Report(
        said[at].span, fmt::format("the body is {} the {} here, and {} it in another text; correct the one that is "
                                   "wrong",
                                   said[at].place, said[at].thing, other->place));
    finding.labels.push_back({other->span, "the other text"});
    return;
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(equipment: [chair]
start-position: standing behind a chair
steps:
  - Stand in front of a sturdy chair. # expect: ST022 @ 11-37 "in front of the chair here, and behind it"
  - Bend your left knee behind you.
  - Hold for {hold}.
  - Repeat the steps on the other side.
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(equipment: [chair]
start-position: standing behind a chair
steps:
  - Stand behind a sturdy chair.
  - Bend your left knee behind you.
  - Hold for {hold}.
  - Repeat the steps on the other side.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST022",
    .name = "other-place",
    .severity = Severity::kError,
    .since = "0.1",
    .summary =
        "Two texts of an exercise place the body otherwise: behind and in front of a chair, sitting and "
        "standing.",
    .rationale =
        R"md(Readers set the chair up once, by whichever text they read first. Compared are the start position, the steps
and the captions: behind, in front of, beside or on top of a chair, a wall or the like; and whether
"the leg that you sit on" is of a body that stands. English texts only.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; "
        "the phrases that are understood are guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::other_place
