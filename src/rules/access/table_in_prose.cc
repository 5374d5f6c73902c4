#include <algorithm>
#include <optional>
#include <string_view>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"

namespace guidec::rules::table_in_prose {
namespace {

constexpr std::string_view kRow = "|-: ";

std::size_t SkipBlanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// The end of ":---:" at `at`, or `at`.
std::size_t DashesEnd(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (end < text.size() && text[end] == ':') ++end;
  std::size_t dashes = 0;
  while (end < text.size() && text[end] == '-') {
    ++end;
    ++dashes;
  }
  if (dashes < 2) return at;
  return end < text.size() && text[end] == ':' ? end + 1 : end;
}

// The row that the dashes at `at` belong to, without the bars of the rows around it.
Piece RowAround(std::string_view text, std::size_t at) {
  const std::size_t head = text.substr(0, at).find_last_not_of(kRow);
  const std::size_t first = text.find('-', head == std::string_view::npos ? 0 : head + 1);
  const std::size_t tail = std::min(text.find_first_not_of(kRow, at), text.size());
  const std::size_t last = text.substr(0, tail).find_last_of('-');
  Piece row{first, last + 1};
  while (row.begin > 0 && (text[row.begin - 1] == ' ' || text[row.begin - 1] == ':')) --row.begin;
  if (row.begin > 0 && text[row.begin - 1] == '|') --row.begin;
  while (row.end < text.size() && (text[row.end] == ' ' || text[row.end] == ':')) ++row.end;
  if (row.end < text.size() && text[row.end] == '|') ++row.end;
  while (text[row.begin] == ' ') ++row.begin;
  while (text[row.end - 1] == ' ') --row.end;
  return row;
}

// The row of dashes between a table's head and its body: "|---|:--|", also in the middle of a folded line.
std::optional<Piece> FindDashRow(std::string_view text) {
  for (std::size_t bar = text.find('|'); bar != std::string_view::npos; bar = text.find('|', bar + 1)) {
    const std::size_t cell = SkipBlanks(text, bar + 1);
    const std::size_t end = DashesEnd(text, cell);
    if (end == cell) continue;
    const std::size_t next = SkipBlanks(text, end);
    const std::size_t before = text.substr(0, bar).find_last_not_of(' ');
    const bool closes = next < text.size() && text[next] == '|';
    const bool continues = before != std::string_view::npos && (text[before] == '-' || text[before] == ':');
    if (!closes && !continues) continue;
    return RowAround(text, cell);
  }
  return std::nullopt;
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  const auto row = FindDashRow(passage.text);
  if (!row || passage.HasLiteral(*row)) return;
  context.Report(passage.SpanOf(*row),
                 use.guide == nullptr
                     ? "a table is printed as bars and dashes; write a sentence for each row"
                     : "a table is printed as bars and dashes; write a `list` block with an item for each "
                       "row, or a sentence for each");
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: |
      | Day | Exercise |
      |-----|----------|
      | 1 | Plank |
# expect: AX005 @ 4:7-25 "a `list` block"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: |
      - Day 1: Plank
      - Day 2: Hip stretch
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "AX005",
    .name = "table-in-prose",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A text has a table drawn with bars and dashes.",
    .rationale =
        R"md(Prose is CommonMark, which has no tables: the bars would be printed, and a screen reader would read
them out with no header to any cell. A `list` block, a list in the text or a sentence for each row says
the same.)md",
    .source = "WCAG 2.2, 1.3.1 info and relationships; the CommonMark specification has no tables",
    .examples = kExamples,
    .passage = Check,
};

}  // namespace guidec::rules::table_in_prose
