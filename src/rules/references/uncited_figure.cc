// Finds doses, and figures that tell how common, likely or large something is. What asks readers to work a
// share out is `arithmetic`'s.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/citations.h"
#include "text/tokens.h"

namespace guidec::rules::uncited_figure {
namespace {

constexpr Phrases kOdds{
    "one|two|three|1|2|3 in three|four|five|six|seven|eight|nine|ten|twenty|3|4|5|6|7|8|9|10|20|50|100",
    "one|two|three|four|five|six|seven|eight|nine|1|2|3|4|5|6|7|8|9 out of every? "
    "three|four|five|six|seven|eight|nine|ten|twenty|3|4|5|6|7|8|9|10|20|50|100",
    "twice|times as|more likely|common|often|frequent",
};

// Behind a share, these ask the reader for something: "70 % of your maximum", "10 % more each week".
constexpr Phrase kTasks[] = {"of your", "of the max*",
                                       "more|less? a|per|each|every week|day|month|session"};

bool IsNumber(std::string_view token) {
  return token.find_first_not_of("0123456789.") == std::string_view::npos;
}

// The share at the head of `tokens`: how many of them it takes.
std::optional<std::size_t> ShareLength(std::span<const std::string> tokens) {
  if (tokens.empty() || !IsNumber(tokens.front())) return std::nullopt;
  auto length = MatchPhrase(tokens.subspan(1), "%|percent");
  if (!length) length = MatchPhrase(tokens.subspan(1), "per cent");
  return length ? std::optional(1 + *length) : std::nullopt;
}

// A share that tells something; of a range, the last of the two.
std::optional<Match> FindShare(std::span<const std::string> tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto length = ShareLength(tokens.subspan(at));
    if (!length || tokens[at] == "100") continue;
    const std::span rest = tokens.subspan(at + *length);
    const bool is_range =
        !rest.empty() && IsOneOf(rest.front(), "to|and|or|-") && ShareLength(rest.subspan(1));
    const auto asks = [&](const Phrase& task) { return MatchPhrase(rest, task).has_value(); };
    if (!is_range && std::ranges::none_of(kTasks, asks)) return Match{at, at + *length};
  }
  return std::nullopt;
}

void CheckProse(const Prose& prose, RuleContext& context) {
  if (!prose) return;
  for (const Passage& passage : PassagesOf(prose)) {
    const WordList& tokens = passage.tokens();
    auto figure = FindShare(tokens.words);
    if (!figure) figure = FindAnyPhrase(tokens.words, kOdds);
    if (!figure) continue;
    const Piece piece = tokens.PieceOf(figure->begin, figure->end);
    context.Report(passage.SpanOf(piece),
                   fmt::format("`{}` names no source; cite it with `[@key]`", passage.Slice(piece)));
  }
}

void CheckBlock(const Block& block, const Guide& guide, RuleContext& context) {
  // A claim or an advice without a source is another rule's.
  const bool is_claim =
      std::holds_alternative<ClaimBlock>(block.content) || std::holds_alternative<AdviceBlock>(block.content);
  if (is_claim || HasCitation(block, guide)) return;
  for (const ProseUse& use : ProseOf(block, guide)) CheckProse(*use.prose, context);
}

void CheckDose(const Exercise& exercise, RuleContext& context) {
  const bool is_read = exercise.dose.span.size() > 0;
  const std::vector<ProseUse> uses = ProseOf(exercise);
  const auto cites = [](const ProseUse& use) { return HasCitation(*use.prose); };
  if (!is_read || !exercise.cites.empty() || std::ranges::any_of(uses, cites)) return;
  context.Report(exercise.dose.span, "this dose names no source; list it under `cites`");
}

void CheckGuide(const Guide& guide, RuleContext& context) {
  if (!context.Reads(guide.language)) return;
  for (const Prose* prose : {&guide.subtitle, &guide.main_message, &guide.disclaimer}) {
    if (*prose && !HasCitation(*prose)) CheckProse(*prose, context);
  }
  for (const Block* block : AllBlocks(guide)) CheckBlock(*block, guide, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(# without: cites
dose: # expect: RF012 @ 1-5 "this dose names no source"
  hold: 30 s
  sets: 2
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: It hurts 20 % of all runners. # expect: RF012 @ 20-24 "`20 %` names no source"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: It hurts 20 % of all runners [@leaflet].
  - text: Put half of your weight on your leg.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF012",
    .name = "uncited-figure",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A dose, a share or a likelihood comes without a source.",
    .rationale =
        R"md(A number looks like knowledge, and nobody can check one that comes from nowhere. Reported are an
exercise's dose without `cites`, and in English guides shares ("8 %"), odds ("one in five") and
comparisons ("twice as likely") in a block that cites nothing.)md",
    .source = "CDC Clear Communication Index: what is known and what is not; guidec's source format",
    .examples = kExamples,
    .reads = kEnglish,
    .skips_damaged = true,
    .exercise = CheckDose,
    .guide = CheckGuide,
};

}  // namespace guidec::rules::uncited_figure
