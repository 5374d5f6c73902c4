#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/language/placeholder_marks.h"
#include "text/phrase.h"

namespace guidec::rules::placeholder_text {
namespace {

constexpr FirstBytes kMarkBytes = [] {
  FirstBytes bytes;
  for (const std::string_view mark : kPlaceholderMarks) bytes.Add(mark);
  return bytes;
}();
constexpr Phrases kPhrases{kFillerText, "insert|your text|title here", "to be written"};

void Report(const Passage& passage, const Piece& piece, RuleContext& context) {
  context.Report(
      passage.SpanOf(piece),
      fmt::format("`{}` holds the place of a text that is still missing; write it", passage.Slice(piece)));
}

void Check(const ProseUse&, const Passage& passage, RuleContext& context) {
  const WordList& list = passage.words(context.language());
  for (const Piece& word : list.pieces) {
    const std::string_view text = passage.Slice(word);
    if (!kMarkBytes.MayStart(text)) continue;
    if (std::ranges::find(kPlaceholderMarks, text) != std::end(kPlaceholderMarks)) {
      Report(passage, word, context);
    }
  }
  for (auto match = FindAnyPhrase(list.words, kPhrases); match;
       match = FindAnyPhrase(list.words, kPhrases, match->end)) {
    Report(passage, list.PieceOf(match->begin, match->end), context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(disclaimer: TODO # expect: LG006 @ 13-17 "`TODO`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: To be written. # expect: LG006 @ 10-23 "`To be written`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(disclaimer: What to do is for your doctor to say. This guide does not replace that.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG006",
    .name = "placeholder-text",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A text is still to be written.",
    .rationale =
        R"md(`TODO`, `TBD` or lorem ipsum held the place of a text. Printed, it tells the reader that nobody looked.)md",
    .source = "guidec's own: no draft may reach a reader",
    .examples = kExamples,
    .passage = Check,
};

}  // namespace guidec::rules::placeholder_text
