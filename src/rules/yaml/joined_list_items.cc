// An item whose hyphen is lost becomes the end of the item above. It shows by its line: that one begins a
// sentence, and its first word would have had room on the line above.
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::joined_list_items {
namespace {

// A line that is shorter by so many bytes than the longest of the file was not broken for want of room.
constexpr std::size_t kSpare = 20;

bool EndsSentence(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  return last != std::string_view::npos && std::string_view(".!?").find(line[last]) != std::string_view::npos;
}

struct Lines {
  const Source& source;
  std::uint32_t first, last;

  Lines(const Node& scalar, const Source& of)
      : source(of), first(of.PositionOf(scalar.span.begin).line), last(of.PositionOf(scalar.span.end).line) {}
  std::string_view Text(std::uint32_t line) const { return source.Slice(source.LineSpan(line)); }
};

// The lines of the item that look like items of their own, as the columns where their texts begin.
std::vector<Span> LostItems(const Node& item, const Source& source, std::size_t room) {
  std::vector<Span> lost;
  if (!item.IsScalar() || item.style != ScalarStyle::kPlain) return lost;
  const Lines lines(item, source);
  for (std::uint32_t line = lines.first + 1; line <= lines.last; ++line) {
    const std::string_view above = lines.Text(line - 1);
    const std::string_view text = lines.Text(line);
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t word = std::min(text.find(' ', begin), text.size()) - begin;
    if (begin == text.size() || !EndsSentence(above) ||
        std::isupper(static_cast<unsigned char>(text[begin])) == 0) {
      continue;
    }
    if (above.size() + 1 + word + kSpare > room) continue;
    const std::uint32_t at = source.LineSpan(line).begin + static_cast<std::uint32_t>(begin);
    lost.push_back({source.id(), at, at + static_cast<std::uint32_t>(word)});
  }
  return lost;
}

void Visit(const Node& node, const Source& source, std::size_t room, RuleContext& context) {
  if (node.IsSequence() && node.items.size() > 1) {
    std::vector<Span> lost;
    std::size_t items = 0;  // that have one
    for (const Node& item : node.items) {
      const std::vector<Span> some = LostItems(item, source, room);
      lost.insert(lost.end(), some.begin(), some.end());
      items += some.empty() ? 0 : 1;
    }
    // Where most items stand so, it is a habit.
    if (items * 2 <= node.items.size()) {
      for (const Span& place : lost) {
        Diagnostic& finding = context.Report(
            place, "this line is a part of the item above; put `- ` before it, or write it on the same line");
        const Span start{place.source, place.begin, place.begin};
        if (place.begin >= 2 && source.Slice({place.source, place.begin - 2, place.begin}) == "  ") {
          finding.fix = Fix{"make it an item of the list",
                            {{{place.source, place.begin - 2, place.begin}, "- "}},
                            Safety::kUnsafe};
        } else {
          finding.fix = Fix{"make it an item of the list", {{start, "- "}}, Safety::kUnsafe};
        }
      }
    }
  }
  for (const Node& item : node.items) Visit(item, source, room, context);
  for (const Pair& pair : node.pairs) Visit(pair.value, source, room, context);
}

void Check(const File& file, RuleContext& context) {
  constexpr std::size_t kUsual = 80;
  const Source& source = (*context.library().sources)[file.document.source];
  std::size_t longest = kUsual;
  std::string_view text = source.text();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    longest = std::max(longest, std::min<std::size_t>(end, 2 * kUsual));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  Visit(file.document.root, source, longest, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(cautions:
  - Breathe.
    Keep your back flat. # expect: YM022 @ 5-9 "put `- ` before it"
  - Look at the floor.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(cautions:
  - Breathe. Keep your back flat while you hold, and do not let your hips sink to the mat.
    Stop when they do.
  - Look at
    the floor.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM022",
    .name = "joined-list-items",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A line of a list that begins a sentence is a part of the item above.",
    .rationale =
        R"md(YAML joins a line without a hyphen to the item above: two steps become one, without a word of warning.
Reported where the line begins a sentence and the line above had room for its first word, so that nothing but a lost
hyphen explains the break.)md",
    .source = "YAML 1.2.2, section 7.3.3: plain scalars over several lines",
    .examples = kExamples,
    .file = Check,
};

}  // namespace guidec::rules::joined_list_items
