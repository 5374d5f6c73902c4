#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/language/placeholder_marks.h"
#include "rules/typed_so.h"
#include "text/phrase.h"

namespace guidec::rules::placeholder_text {
namespace {

constexpr WordFilter kMarkFilter = FilterOf(kPlaceholderMarks);
constexpr Phrases kPhrases{kFillerText,
                           "insert|your text|title here",
                           "to be written",
                           "citation|source|reference needed",
                           "page|pages|figure|table|chapter|section xx|xxx",
                           "note to self|editor|author|designer"};
// "do not have to be written in a language": a plain verb, and no note.
bool IsPlainVerb(const WordList& list, const Match& match) {
  return match.begin > 0 && match.end < list.size() && list.words[match.begin] == "to" &&
         IsOneOf(list.words[match.begin - 1], "had|has|have|having|need|needed|needs|ought") &&
         IsOneOf(list.words[match.end], "as|by|down|for|from|in|into|on|to|with");
}

// In brackets of their own.
constexpr std::string_view kNotes =
    "check|check this|check that|check it|verify|verify this|confirm|confirm this|fix|fix "
    "this|rewrite|rewrite this|"
    "reword|reword this|rephrase|shorten|expand|delete|delete "
    "this|draft|wip|placeholder|unsure|double-check|cite|"
    "add source|needs source|needs work|old text|new text|see email";
constexpr std::string_view kDoubts =
    "right|ok|okay|correct|sure|true|really|source|ref|reference|wording|dose|spelling|long|short";

// "check this", "Anna, is this right?": what one editor tells another.
bool IsNote(std::string_view inside, std::string_view language) {
  const bool asks = inside.ends_with('?');
  const WordList words = LowerWords(inside, language);
  std::string note;
  for (const std::string& word : words.words) note += (note.empty() ? "" : " ") + word;
  if (!asks) return IsOneOf(note, kNotes);
  return std::ranges::any_of(words.words, [](const std::string& word) { return IsOneOf(word, kDoubts); });
}

void Report(const Passage& passage, const Piece& piece, RuleContext& context) {
  context.Report(
      passage.SpanOf(piece),
      fmt::format("`{}` holds the place of a text that is still missing; write it", passage.Slice(piece)));
}

// Of round brackets; square ones are told as such.
void CheckNotes(const Passage& passage, RuleContext& context) {
  const std::string& text = passage.text;
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string::npos) return;
    const Piece inside{open + 1, close};
    const Piece whole{open, close + 1};
    if (inside.begin == inside.end || passage.HasLiteral(whole) ||
        !IsNote(passage.Slice(inside), context.language()))
      continue;
    context.Report(
        passage.SpanOf(whole),
        fmt::format("`{}` reads like a note of an editor; settle it and delete it", passage.Slice(whole)));
  }
  const std::size_t doubt = text.find("??");
  if (doubt == std::string::npos || passage.HasLiteral({doubt, doubt + 2}) ||
      !IsTypedSo(passage, {doubt, doubt + 2}, context)) {
    return;
  }
  const std::size_t end = std::min(text.find_first_not_of('?', doubt), text.size());
  context.Report(passage.SpanOf({doubt, end}),
                 fmt::format("`{}` reads like a doubt of an editor; settle it and delete it",
                             passage.Slice({doubt, end})));
}

void Check(const ProseUse&, const Passage& passage, RuleContext& context) {
  if (context.Reads(context.language())) CheckNotes(passage, context);
  const WordList& list = passage.words(context.language());
  for (const Piece& word : list.pieces) {
    const std::string_view text = passage.Slice(word);
    if (!kMarkFilter.MayBe(text)) continue;
    if (std::ranges::find(kPlaceholderMarks, text) != std::end(kPlaceholderMarks)) {
      Report(passage, word, context);
    }
  }
  for (auto match = FindAnyPhrase(list.words, kPhrases); match;
       match = FindAnyPhrase(list.words, kPhrases, match->end)) {
    if (!IsPlainVerb(list, *match)) Report(passage, list.PieceOf(match->begin, match->end), context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(disclaimer: TODO # expect: LG006 @ 13-17 "`TODO`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: To be written. # expect: LG006 @ 10-23 "`To be written`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength (Anna, is this right?) in your trunk (check this). # expect: LG006 @ 26-48 "a note" # expect: LG006 @ 63-75
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength (check with your doctor) in your trunk (your core, that is).
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
        R"md(`TODO`, `TBD` or lorem ipsum held the place of a text, and `(check this)` a doubt. Printed, it tells the reader
that nobody looked.)md",
    .source = "guidec's own: no draft may reach a reader",
    .examples = kExamples,
    .reads = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::placeholder_text
