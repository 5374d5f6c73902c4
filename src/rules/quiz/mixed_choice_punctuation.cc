#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/quiz/question.h"
#include "rules/whole_sentence.h"
#include "text/phrase.h"
#include "text/utf8.h"
#include "text/words.h"

namespace guidec::rules::mixed_choice_punctuation {
namespace {

// The stop, comma or semicolon that the choice ends with, or '\0'. Nothing is said of a question mark,
// of three dots and of the point of an abbreviation.
char ClosingMark(std::string_view text) {
  if (text.empty() || std::string_view(".,;").find(text.back()) == std::string_view::npos) return '\0';
  if (text.size() == 1 || std::string_view(" ')").find(text[text.size() - 2]) != std::string_view::npos)
    return '\0';  // ";", "… = 'Accounting';": signs and code
  if (text.back() != '.') return text.back();
  const std::size_t blank = text.find_last_of(" (");
  std::string word = LowerCase(text.substr(blank == std::string_view::npos ? 0 : blank + 1));
  word.pop_back();
  const bool is_abbreviation =
      word.find('.') != std::string::npos || word.size() < 2 ||
      IsOneOf(
          word,
          "etc|sec|secs|min|mins|hr|hrs|rep|reps|approx|lb|lbs|kg|cm|mm|vs|no|jr|sr|inc|ltd|co|corp|st|mt");
  return is_abbreviation ? '\0' : '.';
}

bool IsOpenToAMark(std::string_view text) {
  const char last = text.back();
  return (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') || last == ')';
}

// One word and its stop ("No.") may be another value to YAML without it.
bool IsSafeToChange(const Choice& choice) {
  const Node& node = *choice.text.node;
  const bool is_quoted = node.style == ScalarStyle::kSingleQuoted || node.style == ScalarStyle::kDoubleQuoted;
  return is_quoted || (node.style == ScalarStyle::kPlain && node.text.find(' ') != std::string::npos);
}

Edit AddStop(const Choice& choice, const Sources& sources) {
  const std::string& text = choice.text.source_text();
  const Span last = choice.text.node->SpanOf(text.size() - 1, text.size());
  return {last, std::string(sources[last.source].Slice(last)) + "."};
}

Edit TakeMark(const Choice& choice) {
  const std::size_t size = choice.text.source_text().size();
  return {choice.text.node->SpanOf(size - 1, size), ""};
}

bool HasOneSentence(const Choice& choice, const std::string& language) {
  return Sentences(choice.text.source_text(), language).size() == 1;
}

using Choices = std::vector<const Choice*>;

// Choices that end with a mark, and those that could.
struct Group {
  Choices with;
  Choices without;
};

std::optional<Group> GroupOf(std::span<const Choice> choices) {
  Group group;
  for (const Choice& choice : choices) {
    const std::string& text = choice.text.source_text();
    if (text.empty()) return std::nullopt;
    // "All of these" is a phrase beside sentences, too.
    if (RefersToOthers(choice)) continue;
    if (ClosingMark(text) != '\0') {
      group.with.push_back(&choice);
    } else if (IsOpenToAMark(text)) {
      group.without.push_back(&choice);
    }
  }
  if (group.with.empty() || group.without.empty()) return std::nullopt;
  return group;
}

bool IsSentence(const Choice* choice) {
  return IsWholeSentence(choice->text.source_text());
}
bool EndsInStop(const Choice* choice) {
  return choice->text.source_text().back() == '.';
}

// Sentences with a full stop and phrases without are right. One sentence that is the answer still stands out.
bool IsEachInItsForm(const Group& group, const Question& question) {
  const bool is_lone_answer = group.with.size() == 1 && IsRight(question, *group.with.front());
  return !is_lone_answer && std::ranges::all_of(group.with, IsSentence) &&
         std::ranges::all_of(group.with, EndsInStop) && std::ranges::none_of(group.without, IsSentence);
}

// Of as many with a mark as without, a sentence without is odd, else the phrases with one.
bool AddsStops(Group& group, bool reads) {
  if (!std::ranges::all_of(group.with, EndsInStop)) return false;
  if (group.with.size() != group.without.size()) return group.with.size() > group.without.size();
  if (!reads || std::ranges::none_of(group.without, IsSentence)) return false;
  std::stable_partition(group.without.begin(), group.without.end(), IsSentence);
  return true;
}

void CheckGroup(std::span<const Choice> choices, const Question& question, RuleContext& context) {
  auto group = GroupOf(choices);
  const bool reads = context.Reads(context.language());
  if (!group || (reads && IsEachInItsForm(*group, question))) return;
  const bool adds = AddsStops(*group, reads);
  const auto& [with, without] = *group;
  const Choices& odd = adds ? without : with;
  const Choice& first = *odd.front();
  const std::size_t size = first.text.source_text().size();
  Diagnostic& finding = context.Report(
      first.text.node->SpanOf(size - 1, size),
      adds ? fmt::format("choice `{}` ends without a full stop, and others have one; close them alike",
                         first.id.value)
           : fmt::format("choice `{}` ends with `{}`, and others do not; close them alike", first.id.value,
                         first.text.source_text().back()));
  finding.labels.push_back({(adds ? with : without).front()->text.span(), "closed otherwise"});
  const bool is_certain = std::ranges::all_of(odd, [&](const Choice* choice) {
    return IsSafeToChange(*choice) && HasOneSentence(*choice, context.language());
  });
  if (!is_certain) return;
  Fix fix{adds ? "add the full stop" : "leave the mark out", {}};
  for (const Choice* choice : odd)
    fix.edits.push_back(adds ? AddStop(*choice, *context.library().sources) : TakeMark(*choice));
  finding.fix = std::move(fix);
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  for (const auto group : ChoiceGroupsOf(question)) CheckGroup(group, question, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Where does it **not** hurt?
    choices:
      groin: In your groin
      hip: Around your hip. # expect: QZ021 @ 27-28 "ends with `.`"
      knee: In your knee
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Where does it **not** hurt?
    choices:
      groin: It hurts in your groin.
      hip: It hurts around your hip.
      knee: It hurts in your knee.
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ021",
    .name = "mixed-choice-punctuation",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Some choices of a question end with a full stop and others do not.",
    .rationale =
        R"md(Writers finish the answer with care and jot the others down; readers notice. Close all choices alike:
sentences with a full stop, phrases with nothing. Where both stand side by side, only a sentence that is the answer
is told.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: edit and proof items, use correct punctuation, keep choices "
        "alike",
    .examples = kExamples,
    .reads = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::mixed_choice_punctuation
