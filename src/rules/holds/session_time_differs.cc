// A time is the session's where its sentence says so: "the whole session takes ten minutes", "a 15-minute
// routine"; in a title also "ten minutes a day".
#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/stated_dose.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::session_time_differs {
namespace {

constexpr std::string_view kSessions = "session|sessions|routine|program|programme|workout|practice";
constexpr std::string_view kLasts =
    "takes|take|taking|lasts|last|lasting|needs|need|requires|require|is|are|done|finished|finish|through|in";
// Of a figure, and of one that says it is rounded: "about ten minutes".
constexpr double kRounding = 0.1;
constexpr double kRoughly = 0.25;

// "Allow ten minutes for the whole session".
constexpr std::string_view kForSession =
    "aside? for|on the|this|your|each|every whole|entire|full? session|routine|program|programme|workout";

bool Has(const WordList& tokens, std::size_t begin, std::size_t end, const Phrase& words) {
  return FindPhrase(std::span(tokens.words).subspan(begin, end - begin), words).has_value();
}

// "The whole session takes ten minutes"; not "five minutes of the session", "a running session of ten
// minutes".
bool IsTimeOfSession(const WordList& tokens, const Quantity& quantity, const Match& sentence) {
  const auto [begin, end] = quantity.tokens;
  const bool is_part =
      begin > sentence.begin &&
      IsOneOf(tokens.words[begin - 1], "after|every|first|last|another|extra|further|next|than|by");
  if (is_part || Has(tokens, begin, sentence.end, "before|after|later|of rest|each|longer|shorter|more|less"))
    return false;
  const bool is_ours = begin > sentence.begin && IsOneOf(tokens.words[begin - 1], "this|your|our|the");
  if (quantity.is_adjective) return is_ours && end < sentence.end && IsOneOf(tokens.words[end], kSessions);
  const auto before = std::span(tokens.words).subspan(sentence.begin, begin - sentence.begin);
  const auto behind = std::span(tokens.words).subspan(end, sentence.end - end);
  if (FindPhrase(before, "allow|plan|set|take|spend|need|give") && MatchPhrase(behind, kForSession))
    return true;
  const auto named = FindPhrase(before,
                                "the|this|your|our|each|every|one whole|entire|full|complete|practice? "
                                "session|routine|program|programme|workout|practice");
  if (!named) return false;
  const auto between = before.subspan(named->end);
  return between.size() <= 5 &&
         std::ranges::any_of(between, [](const std::string& word) { return IsOneOf(word, kLasts); }) &&
         !FindPhrase(between, "if|when|start*|begin*|warm|rest|hold|pause|,|;|:|and");
}

// "Ten minutes a day", "steady in ten minutes a session".
bool IsTimeInTitle(const WordList& tokens, const Quantity& quantity) {
  const auto rest = std::span(tokens.words).subspan(quantity.tokens.end);
  if (quantity.is_adjective) return MatchPhrase(rest, "session|routine|workout").has_value();
  return MatchPhrase(rest, "a|per|each|every day|session").has_value() &&
         !Has(tokens, 0, tokens.size(), "walk*|run*");
}

bool Fits(const Quantity& quantity, const Seconds& total, bool is_rough) {
  const double room = is_rough ? kRoughly : kRounding;
  const double least = total.min * (1 - room);
  const double most = total.max * (1 + room);
  if (quantity.bound == Bound::kAtLeast) return quantity.min <= most;
  if (quantity.bound == Bound::kAtMost) return quantity.max >= least;
  return quantity.min <= most && quantity.max >= least;
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  if (use.guide == nullptr || use.is_denied || use.role == Role::kStem || use.role == Role::kChoice) return;
  const auto& routine = use.guide->routine;
  if (!routine || !routine->total) return;
  const WordList& tokens = passage.tokens();
  const bool names_session = FindPhrase(tokens.words, kSessions).has_value();
  if (!names_session && use.role != Role::kTitle) return;
  for (const Quantity& quantity : FindQuantities(tokens)) {
    if (quantity.kind != QuantityKind::kSeconds || quantity.bound == Bound::kCompared) continue;
    const Match sentence = SentenceAround(tokens.words, quantity.tokens.begin);
    const bool is_meant = IsTimeOfSession(tokens, quantity, sentence) ||
                          (use.role == Role::kTitle && IsTimeInTitle(tokens, quantity));
    if (!is_meant || IsOfAnotherDose(tokens, sentence, quantity.tokens)) continue;
    const bool is_rough =
        Has(tokens, sentence.begin, sentence.end, "about|around|roughly|nearly|almost|some|approximately|so");
    if (Fits(quantity, routine->total->value, is_rough)) continue;
    if (IsNegatedAt(tokens, sentence, quantity.tokens.begin)) continue;
    const Piece piece{quantity.begin, quantity.end};
    const std::string total = Spell(routine->total->value);
    Diagnostic& finding = context.Report(
        passage.SpanOf(piece), fmt::format("the text says `{}`, and the routine's `total` says `{}`; write "
                                           "`{{routine.total}}` or correct the total",
                                           passage.Slice(piece), total));
    finding.labels.push_back({routine->total->span, fmt::format("the total: {}", total)});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(routine:
  text: The whole session takes half an hour. # expect: HT021 @ 33-45 "the routine's `total` says `3 minutes`"
  exercises: [hip-stretch, plank]
  total: 3 min
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(routine:
  text: The session takes about {routine.total}. Rest for a day after a session of running that took an hour.
  exercises: [hip-stretch, plank]
  total: 3 min
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT021",
    .name = "session-time-differs",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "Prose states another time for the session than the routine's total.",
    .rationale =
        R"md(A reader who has ten minutes does not begin a session of thirty. The routine states its `total`, which
guidec works out from the doses; a figure in the prose stays behind when an exercise comes or goes. Write
`{routine.total}`, which prints it. Up to a tenth is taken for rounding. English texts only.)md",
    .source =
        "CERT item 13 (Slade et al. 2016): the dosage, session duration included, is described; guidec's own "
        "check of prose against data",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::session_time_differs
