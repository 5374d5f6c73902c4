#include <algorithm>
#include <cctype>
#include <cstdint>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/phrase.h"

namespace guidec::rules::text_cut_by_comment {
namespace {

constexpr std::string_view kNeverLast = "a|an|the|and|or|your|than";

bool EndsSentence(std::string_view text) {
  constexpr std::string_view kClosing = "\"')]*_";
  const std::size_t last = text.find_last_not_of(kClosing);
  return last != std::string_view::npos &&
         std::string_view(".!?:;").find(text[last]) != std::string_view::npos;
}

// A comment has a blank behind its `#`; `#1` and `#hips` are words of the text.
bool IsWord(std::string_view comment) {
  return comment.size() > 1 && std::isalnum(static_cast<unsigned char>(comment[1])) != 0;
}

bool BreaksOff(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return blank != std::string_view::npos && IsOneOf(text.substr(blank + 1), kNeverLast);
}

// The last plain scalar that ends in front of `place`, or null.
const Node* TextBefore(const Node& root, std::uint32_t place) {
  const Node* node = &root;
  while (!node->IsScalar()) {
    const auto item =
        std::ranges::partition_point(node->items, [&](const Node& one) { return one.span.begin < place; });
    const auto pair = std::ranges::partition_point(
        node->pairs, [&](const Pair& one) { return one.value.span.begin < place; });
    if (item != node->items.begin()) {
      node = &*std::prev(item);
    } else if (pair != node->pairs.begin()) {
      node = &std::prev(pair)->value;
    } else {
      return nullptr;
    }
  }
  return node->style == ScalarStyle::kPlain && node->span.end <= place ? node : nullptr;
}

void Check(const File& file, RuleContext& context) {
  const Source& source = (*context.library().sources)[file.document.source];
  for (const Comment& comment : file.document.comments) {
    const std::string_view whole = source.Slice(comment.span);
    const std::string_view text = whole.substr(0, whole.find(" #"));  // a further comment is none of it
    const Node* before = TextBefore(file.document.root, comment.span.begin);
    if (before == nullptr || before->text.find(' ') == std::string::npos) continue;
    const Span between{source.id(), before->span.end, comment.span.begin};
    const std::string_view gap = source.Slice(between);
    if (gap.empty() || gap.find_first_not_of(" \t") != std::string_view::npos) continue;
    if (EndsSentence(before->text) || !(IsWord(text) || BreaksOff(before->text))) continue;
    const Span cut{source.id(), comment.span.begin,
                   comment.span.begin + static_cast<std::uint32_t>(text.size())};
    context.Report(cut, fmt::format("a blank and `#` end the text: `{}` is a comment and is printed nowhere; "
                                    "put the text in quotes",
                                    text.substr(0, 40)));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds the #1 muscle of your trunk. # expect: YM021 @ 21-45 "put the text in quotes"
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength around your trunk. # not a word of the text
equipment: [mat] # or a rug
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM021",
    .name = "text-cut-by-comment",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A text ends at ` #`, which starts a comment.",
    .rationale =
        R"md(In a text without quotes, a blank and `#` start a comment: "the #1 cause" reads "the". What follows is
printed nowhere. A comment that is meant as one has a blank behind its `#` and stands behind a whole text.)md",
    .source = "YAML 1.2.2, section 6.6: comments",
    .examples = kExamples,
    .file = Check,
};

}  // namespace guidec::rules::text_cut_by_comment
