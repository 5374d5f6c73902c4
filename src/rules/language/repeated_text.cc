#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/picture/figure.h"
#include "text/tokens.h"

namespace guidec::rules::repeated_text {
namespace {

// Texts of one list, which must all say something of their own.
class Members {
 public:
  Members(RuleContext& context, std::string_view what) : context_(context), what_(what) {}

  void Add(const Prose& text) {
    if (!text) return;
    std::vector<std::string> words = Tokens(PlainText(text.root)).words;
    if (!words.empty() && words.back() == ".") words.pop_back();
    if (words.empty()) return;
    const auto [first, is_new] = first_.try_emplace(words, &text);
    if (is_new) return;
    Diagnostic& finding = context_.Report(
        text.span(), fmt::format("the {} repeats another one here; write it anew or leave it out", what_));
    finding.labels.push_back({first->second->span(), "the same text"});
  }
  void Add(const std::vector<Prose>& texts) {
    for (const Prose& text : texts) Add(text);
  }

 private:
  RuleContext& context_;
  std::string_view what_;
  std::map<std::vector<std::string>, const Prose*> first_;
};

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  Members(context, "stop rule").Add(exercise.stop_if);
  Members(context, "caution").Add(exercise.cautions);
  Members captions(context, "caption");
  for (const Picture& picture : exercise.pictures) {
    if (!picture.figure || !picture.figure->is_mirrored) captions.Add(picture.caption);
  }
}

void CheckGuide(const Guide& guide, RuleContext& context) {
  Members(context, "warning sign").Add(guide.seek_help_if);
  for (const ListBlock* list : BlocksOf<ListBlock>(guide)) {
    Members items(context, "item");
    for (const ListItem& item : list->items) items.Add(item.text);
  }
  for (const ProtocolBlock* protocol : BlocksOf<ProtocolBlock>(guide)) {
    Members titles(context, "step's title");
    for (const ProtocolStep& step : protocol->steps) titles.Add(step.title);
  }
  for (const AdviceBlock* advice : BlocksOf<AdviceBlock>(guide)) Members(context, "advice").Add(advice->how);
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(stop-if:
  - You feel sharp pain.
  - You feel sharp pain. # expect: LG041 @ 5-25 "the stop rule repeats"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(seek-help-if:
  - You have a fever.
  - You cannot put weight on your leg.
  - You have a fever. # expect: LG041 @ 5-22 "the warning sign repeats"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(stop-if:
  - You feel sharp pain in your hip.
  - You feel sharp pain in your groin.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG041",
    .name = "repeated-text",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A list says the same twice, or two pictures have one caption.",
    .rationale =
        R"md(A line that was copied and not written anew says what is there already, and what it was meant to say is
missing: a stop rule or a warning sign, perhaps. Compared are the words of a list's items, of stop rules, cautions
and warning signs, of the titles of a protocol, of what a piece of advice says to do, and of an exercise's
captions.)md",
    .source = "guidec's own: a list whose members are the same has fewer members than it shows",
    .examples = kExamples,
    .exercise = CheckExercise,
    .guide = CheckGuide,
};

}  // namespace guidec::rules::repeated_text
