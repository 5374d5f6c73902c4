// A proof judges a choice by its id and a reader by its text, so the two must be about the same thing. What an
// id stands for is the list member, step, exercise or list of that id, and its own words. Only what sets two
// choices apart is compared.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/named_parts.h"
#include "model/quiz/proof.h"
#include "model/quiz/question.h"

namespace guidec::rules::choice_under_another_id {
namespace {

struct Entry {
  const Choice* choice = nullptr;
  NameWords text;
  NameWords meant;             // what the id stands for
  std::vector<NameWords> names;  // each of which may be all that a choice says
};

bool IsFigure(const std::string& word) {
  return word.find_first_not_of("0123456789.") == std::string::npos;
}

// Ids such as `one` or `b` may count the choices.
NameWords WordsOfOwnId(const Choice& choice) {
  std::string text = choice.id.value;
  std::ranges::replace(text, '-', ' ');
  NameWords words = NameWordsOf(text);
  const bool counts = std::ranges::all_of(words, [](const std::string& word) {
    return IsFigure(word) || word.size() < 2;
  });
  return counts ? NameWords() : words;
}

class Meanings {
 public:
  Meanings(const NamedParts& named, const Question& question) : named_(named) {
    if (question.proof) subjects_ = SubjectsOf(*question.proof);
  }

  Entry EntryOf(const Choice& choice) const {
    Entry entry{&choice, NameWordsOf(choice.text), WordsOfOwnId(choice), {}};
    if (!entry.meant.empty()) entry.names.push_back(entry.meant);
    const bool is_of_subject = std::ranges::any_of(named_.parts, [&](const NamedPart& part) {
      return part.id->value == choice.id.value && IsOfSubject(part);
    });
    for (const NamedPart& part : named_.parts) {
      if (part.id->value != choice.id.value || (is_of_subject && !IsOfSubject(part))) continue;
      entry.meant.insert(part.words.begin(), part.words.end());
      entry.names.push_back(part.name);
    }
    if (const NamedWhole* whole = named_.FindWhole(choice.id.value))
      entry.meant.insert(whole->title_words.begin(), whole->title_words.end());
    return entry;
  }

 private:
  bool IsOfSubject(const NamedPart& part) const {
    return part.whole != nullptr && std::ranges::find(subjects_, part.whole->value) != subjects_.end();
  }

  const NamedParts& named_;
  std::vector<std::string> subjects_;
};

enum class Mixed : std::uint8_t { kNo, kSwapped, kTaken };

// Whether the text of `one` is what `other` stands for.
Mixed Compare(const Entry& one, const Entry& other) {
  const NameWords only_one = Minus(one.meant, other.meant);
  const NameWords only_other = Minus(other.meant, one.meant);
  const NameWords text = Minus(one.text, other.text);
  const NameWords other_text = Minus(other.text, one.text);
  if (!ShareAny(text, only_other) || ShareAny(text, only_one) || ShareAny(other_text, only_other))
    return Mixed::kNo;
  if (ShareAny(other_text, only_one)) return Mixed::kSwapped;
  return std::ranges::find(other.names, one.text) == other.names.end() ? Mixed::kNo : Mixed::kTaken;
}

void ReportSwapped(const Entry& one, const Entry& other, RuleContext& context) {
  const Choice& first = *one.choice;
  const Choice& second = *other.choice;
  Diagnostic& finding = context.Report(
      first.text.span(), fmt::format("the texts of `{}` and `{}` have changed places: each says what the other's "
                                     "id stands for; put them back",
                                     first.id.value, second.id.value));
  finding.labels.push_back({second.text.span(), "the other text"});
  const Source& source = (*context.library().sources)[first.text.span().source];
  finding.fix = Fix{"swap the two texts",
                    {{first.text.span(), std::string(source.Slice(second.text.span()))},
                     {second.text.span(), std::string(source.Slice(first.text.span()))}},
                    Safety::kUnsafe};
}

// A choice is held against so many on either side: no question that people read has more, and a stranger's may have
// thousands.
constexpr std::size_t kMostCompared = 50;

void CheckGroup(std::span<const Choice> choices, const Meanings& meanings, RuleContext& context) {
  std::vector<Entry> entries;
  for (const Choice& choice : choices) {
    if (choice.text) entries.push_back(meanings.EntryOf(choice));
  }
  for (std::size_t first = 0; first < entries.size(); ++first) {
    const std::size_t end = std::min(entries.size(), first + kMostCompared + 1);
    for (std::size_t second = first - std::min(first, kMostCompared); second < end; ++second) {
      const Mixed mixed = Compare(entries[first], entries[second]);
      if (mixed == Mixed::kSwapped && first < second) ReportSwapped(entries[first], entries[second], context);
      if (mixed != Mixed::kTaken) continue;
      Diagnostic& finding = context.Report(
          entries[first].choice->text.span(),
          fmt::format("choice `{}` says what the id of choice `{}` stands for; give each its own text",
                      entries[first].choice->id.value, entries[second].choice->id.value));
      finding.labels.push_back({entries[second].choice->id.span, "the other id"});
    }
  }
}

void Check(const Guide& guide, const Quiz& quiz, RuleContext& context) {
  const NamedParts& named = *guide.named_parts;
  for (const Question& question : quiz.questions) {
    const Meanings meanings(named, question);
    for (const auto group : ChoiceGroupsOf(question)) CheckGroup(group, meanings, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: A pack of ice # expect: QZ036 @ 13-26 "the texts of `rest` and `ice` have changed places"
      ice: A break from running
      elevation: A raised leg
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: kinds
    match: What does each exercise do for you?
    choices:
      hip-stretch: Hip stretch
      plank: Plank
    with:
      stretch: It makes you supple
      mobility: It makes you quick
      strength: Stretch # expect: QZ036 @ 17-24 "choice `strength` says what the id of choice `stretch` stands for"
    answer: {hip-stretch: stretch, plank: strength}
    why: Neither makes you breathe harder.
    proof: {field: kind, is: each}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: A break
      ice: Cold on the sore spot
      elevation: Rest with a raised leg
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ036",
    .name = "choice-under-another-id",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The text of a choice is what the id of another choice stands for.",
    .rationale =
        R"md(The key and its proof go by ids, and readers by texts. Where two texts have changed places, the key that
is proven is not the one that is printed. An id stands for the list member, step, exercise or list of that name,
and for its own words.)md",
    .source = "guidec's own: the proof of a key holds only if id and text are about the same thing",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .quiz = Check,
};

}  // namespace guidec::rules::choice_under_another_id
