#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec::rules::name_used_twice {
namespace {

// Headings that mean something only below the section's own.
constexpr Phrase kGeneric[] = {
    "tips|notes|note|examples|example|steps|equipment|benefits|summary|overview|why|how|mistakes|questions|"
    "advantages|alternatives|answers|aims|aim|caution|cautions|causes|complications|contraindications|"
    "diagnosis|goals|goal|indications|introduction|modifications|objectives|options|precautions|prevention|"
    "instruction|instructions|intervention|interventions|method|phase|stage|procedure|progression|"
    "progressions|reasons|recovery|risks|safety|signs|symptoms|treatment|treatments|"
    "variations|variation|warning|warnings|when|who",
    "do|dos|do's|don't|don'ts|avoid",
    "do not",
    "do|dos|do's and|& don't|don'ts",
    "what|how|when not? to do|avoid|expect",
    "how to do it|this",
    "what|why|how ... helps|matters|works",
    "you will? need",
    "what you ... need|do",
    "key|common|useful|more ...",
    "signs and symptoms",
    "side effects",
    "make it easier|harder",
    "see a doctor if",
    "when to ... help|stop|doctor|gp|advice"};

// The things of one kind whose names must differ.
class Names {
 public:
  Names(RuleContext& context, std::string_view what) : context_(context), what_(what) {}

  void Add(const Prose& name) {
    if (!name) return;
    std::vector<std::string> words = Tokens(PlainText(name.root)).words;
    if (!words.empty() && IsOneOf(words.back(), ".|:")) words.pop_back();
    if (words.empty() || IsGeneric(words)) return;
    const auto [first, is_new] = first_.try_emplace(words, &name);
    if (is_new) return;
    Diagnostic& finding = context_.Report(
        name.span(), fmt::format("another {} is called `{}` too; give one of the two another name", what_,
                                 PlainText(name.root)));
    finding.labels.push_back({first->second->span(), "the same name"});
  }

 private:
  static bool IsGeneric(const std::vector<std::string>& words) {
    return std::ranges::any_of(
        kGeneric, [&](const Phrase& phrase) { return MatchPhrase(words, phrase) == words.size(); });
  }

  RuleContext& context_;
  std::string_view what_;
  std::map<std::vector<std::string>, const Prose*> first_;
};

void CheckGuide(const Guide& guide, RuleContext& context) {
  Names sections(context, "section");
  for (const Section& section : guide.sections) sections.Add(section.title);
  Names lists(context, "list");
  for (const ListBlock* list : BlocksOf<ListBlock>(guide)) lists.Add(list->title);
  Names protocols(context, "protocol");
  for (const ProtocolBlock* protocol : BlocksOf<ProtocolBlock>(guide)) protocols.Add(protocol->title);
  Names pieces_of_advice(context, "piece of advice");
  for (const AdviceBlock* advice : BlocksOf<AdviceBlock>(guide)) pieces_of_advice.Add(advice->title);
}

// A copied file with its id is RF's to report.
void CheckLibrary(const Library& library, RuleContext& context) {
  Names exercises(context, "exercise");
  const Exercise* before = nullptr;
  for (const Exercise& exercise : library.exercises) {
    if (before == nullptr || before->id.value != exercise.id.value) exercises.Add(exercise.name);
    before = &exercise;
  }
  Names terms(context, "term");
  for (const Term& term : library.terms) terms.Add(term.term);
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(name: Hip stretch # expect: LG040 @ 7-18 "another exercise"
)yaml"},
    {Example::kBad, "glossary.yaml", R"yaml(terms:
  hip-flexors:
    term: hip flexors
    meaning: the muscles that lift your thigh
  core: # expect: RF011
    term: Hip flexors # expect: LG040 @ 11-22 "another term"
    meaning: the muscles around your trunk
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(name: Hip stretch on a chair
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG040",
    .name = "name-used-twice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Two exercises, terms, sections, lists, protocols or pieces of advice have one name.",
    .rationale =
        R"md(Most often a title was copied and not written anew. Readers know a thing by its name: two in one table of
contents, in one routine or in one question cannot be told apart. Compared are the words, whatever their capitals.
Exercises and terms are compared in the whole workspace, the others within a guide; a heading of one general word,
such as "Tips", or of a common few, such as "Do not" and "You will need", may return.)md",
    .source = "WCAG 2.2, 2.4.6 headings and labels: they describe topic or purpose",
    .examples = kExamples,
    .workspace = CheckLibrary,
    .guide = CheckGuide,
};

}  // namespace guidec::rules::name_used_twice
