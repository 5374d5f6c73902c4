#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/picture/figure.h"
#include "text/tokens.h"

namespace guidec::rules::step_named_by_words {
namespace {

// "Lift your hips" → "lift-hips"; another where a step has that id already.
std::string IdFrom(const std::string& words, const std::vector<Id>& taken) {
  std::string id;
  for (const std::string& word : Tokens(words).words) {
    const bool is_plain =
        std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (!is_plain || IsOneOf(word, "a|an|the|your")) continue;
    id += (id.empty() ? "" : "-") + word;
  }
  const auto is_taken = [&](const std::string& tried) {
    return std::ranges::find(taken, tried, &Id::value) != taken.end();
  };
  if (id.empty() || std::isalpha(static_cast<unsigned char>(id.front())) == 0) id = "step";
  std::string tried = id;
  for (int number = 2; is_taken(tried); ++number) tried = fmt::format("{}-{}", id, number);
  return tried;
}

// What makes the step a mapping of an id and its text, where it stands on lines of its own below `steps`.
std::optional<std::vector<Edit>> GiveId(const Node& step, const std::string& id, std::string_view source) {
  const Span& span = step.span;
  const std::size_t line = source.rfind('\n', span.begin) + 1;
  const std::string_view before = source.substr(line, span.begin - line);
  const std::size_t dash = before.find_first_not_of(' ');
  const bool is_item = dash != std::string_view::npos && before[dash] == '-' &&
                       before.find_first_not_of(' ', dash + 1) == std::string_view::npos;
  if (!is_item || !step.IsScalar()) return std::nullopt;
  std::vector<Edit> edits{{{span.source, span.begin, span.begin},
                           fmt::format("id: {}\n{}text: ", id, std::string(before.size(), ' '))}};
  // The lines that follow belong to `text` where they stand further in.
  for (std::size_t at = source.find('\n', span.begin); at < span.end; at = source.find('\n', at + 1)) {
    const auto next = static_cast<std::uint32_t>(at + 1);
    if (next < span.end && source[next] != '\n') edits.push_back({{span.source, next, next}, "  "});
  }
  return edits;
}

void CheckFigure(const Exercise& exercise, const Figure& figure, const Node& name, RuleContext& context) {
  const Id& id = exercise.step_ids[*figure.step];
  if (id.value == name.text) return;
  const Prose& step = exercise.steps[*figure.step];
  const std::string new_id = id.value.empty() ? IdFrom(name.text, exercise.step_ids) : id.value;
  Diagnostic& finding = context.Report(
      name.span,
      id.value.empty()
          ? fmt::format("the step is named by its words, which may change; give it an id, such as `{}`",
                        new_id)
          : fmt::format("the step is named by its words, which may change; write its id `{}`", new_id));
  finding.labels.push_back({step.span(), "the step"});
  std::vector<Edit> edits{{name.span, new_id}};
  if (id.value.empty()) {
    const auto named = GiveId(*step.node, new_id, (*context.library().sources)[name.span.source].text());
    if (!named) return;
    edits.insert(edits.end(), named->begin(), named->end());
  }
  finding.fix = Fix{fmt::format("name the step `{}`", new_id), std::move(edits)};
}

void Check(const Exercise& exercise, RuleContext& context) {
  // Who writes words alone has chosen so.
  const auto has_id = [](const Id& id) { return !id.value.empty(); };
  if (std::ranges::none_of(exercise.step_ids, has_id)) return;
  const Node* figures = exercise.document->root.Find("figures");
  if (figures == nullptr || !figures->IsSequence()) return;
  for (const Node& item : figures->items) {
    const Node* id = item.Find("id");
    const Node* step = item.Find("step");
    if (id == nullptr || step == nullptr || !step->IsScalar()) continue;
    const auto picture = std::ranges::find_if(exercise.pictures, [&](const Picture& one) {
      return one.figure && one.figure->step && one.figure->id.span == id->span;
    });
    if (picture != exercise.pictures.end()) CheckFigure(exercise, *picture->figure, *step, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - id: rest
    text: Rest on your forearms on a mat.
  - Lift your hips and hold {hold}.
figures:
  - id: hold
    view: right side
    pose: forearm plank
    step: Lift your hips # expect: FG011 @ 11-25 "such as `lift-hips`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - id: lift
    text: Lift your hips and hold {hold}.
figures:
  - id: hold
    view: right side
    pose: forearm plank
    step: lift
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG011",
    .name = "step-named-by-words",
    .severity = Severity::kInfo,
    .since = "0.2",
    .summary = "A figure names its step by words where other steps have ids.",
    .rationale =
        R"md(Who rewords or translates a step has to find the figures that name it by its first words. A step that has an
`id` is named by it, whatever its words come to be. Where one step of an exercise has an id, the figures name all
by ids; `--fix` gives the others theirs.)md",
    .source = "guidec's source format",
    .examples = kExamples,
    .skips_damaged = true,
    .exercise = Check,
};

}  // namespace guidec::rules::step_named_by_words
