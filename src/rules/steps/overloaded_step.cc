#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::overloaded_step {
namespace {

constexpr Threshold kActions{"step-actions", 2};
constexpr Threshold kThresholds[] = {kActions};

// What a reader does with the body. Breathing, holding, pausing and repeating go along with another action.
constexpr std::string_view kMovements =
    "arch|attach|bend|bring|catch|clasp|clean|cross|curl|dip|drag|draw|drive|drop|extend|flex|fold|grab|"
    "grasp|grip|"
    "hinge|hop|interlock|jump|kick|kneel|lay|lean|lie|lift|load|lower|lunge|move|open|pass|pick|pivot|place|"
    "plant|"
    "point|position|press|prop|pull|push|put|raise|reach|release|remove|return|rise|roll|rotate|secure|set|"
    "shift|sit|"
    "slide|spread|squat|squeeze|stand|step|straddle|straighten|stretch|swing|throw|tilt|tuck|turn|twist|"
    "unrack|walk|"
    "wrap";

// Many movements are nouns, too: "a curl and press". In front of these they are verbs.
constexpr std::string_view kBehindVerb =
    "your|the|a|an|one|both|it|them|yourself|each|either|this|that|these|up|down|forward|forwards|back|"
    "backward|"
    "backwards|off|out|over|into|onto|to|toward|towards|in|on|from|through|away|around|across|sideways|"
    "upright|tall|"
    "straight|slightly|apart|together|all|another|with|until|at|again";

bool IsAdverb(const std::string& word) {
  return word.size() > 4 && word.ends_with("ly");
}

// The verbs that open a clause and tell the reader to move.
std::vector<std::size_t> ActionsOf(const WordList& tokens) {
  std::vector<std::size_t> actions;
  bool is_open = true;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::string& word = tokens.words[at];
    if (IsOneOf(word, ".|!|;|:|,|and|then|\u2014")) {
      is_open = true;
      continue;
    }
    if (!is_open || IsOneOf(word, "now|next|first|finally|also|simultaneously|immediately|please") ||
        IsAdverb(word)) {
      continue;
    }
    is_open = false;
    const bool is_last = at + 1 == tokens.size() || IsOneOf(tokens.words[at + 1], ".|,|;|!");
    const bool is_verb = is_last
                             ? at > 0 && IsOneOf(tokens.words[at - 1], "and|then")
                             : IsOneOf(tokens.words[at + 1], kBehindVerb) || IsAdverb(tokens.words[at + 1]);
    if (IsOneOf(word, kMovements) && is_verb) actions.push_back(at);
  }
  return actions;
}

void Check(const Exercise& exercise, RuleContext& context) {
  const auto most = static_cast<std::size_t>(context.Value(kActions));
  for (const Prose& step : exercise.steps) {
    std::vector<std::string> verbs;
    std::optional<Span> first_too_many;
    for (const Passage& passage : PassagesOf(step)) {
      const WordList& tokens = passage.tokens();
      for (const std::size_t at : ActionsOf(tokens)) {
        verbs.push_back(fmt::format("`{}`", passage.Slice(tokens.pieces[at])));
        if (verbs.size() == most + 1) first_too_many = passage.SpanOf(tokens.pieces[at]);
      }
    }
    if (!first_too_many) continue;
    context.Report(*first_too_many,
                   fmt::format("the step asks for {} movements: {}; make each a step, or keep at "
                               "most {} together",
                               verbs.size(), fmt::join(verbs, ", "), most));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Kneel on a mat, lean forward and place your forearms. # expect: ST010 @ 38-43 "`Kneel`, `lean`, `place`"
  - Lift your hips.
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Kneel on a mat, and lean forward slowly.
  - Place your forearms on the mat.
  - Breathe in, lift your hips and hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST010",
    .name = "overloaded-step",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A step asks for more than two movements.",
    .rationale =
        R"md(A reader looks at the page, moves, and looks again. Two movements that belong together ("bend your knee
and lift your foot") are kept in mind; with the third, one is left out. Breathing, holding and repeating
are not counted. `thresholds: {step-actions: 2}` sets the most. English texts only.)md",
    .source = "AHRQ PEMAT-P: instructions are broken into explicit steps; the number is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::overloaded_step
