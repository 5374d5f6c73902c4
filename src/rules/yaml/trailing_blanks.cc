// Blanks that end a line mean nothing to YAML, except in a block scalar, where they are part of the text.
// There two of them before another line of a paragraph are a line break to CommonMark, and stay.
#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::trailing_blanks {
namespace {

constexpr std::string_view kBlanks = " \t";

void CollectBlockScalars(const Node& node, std::vector<const Node*>& scalars) {
  const bool is_block = node.style == ScalarStyle::kLiteral || node.style == ScalarStyle::kFolded;
  if (node.IsScalar() && is_block) scalars.push_back(&node);
  for (const Node& item : node.items) CollectBlockScalars(item, scalars);
  for (const Pair& pair : node.pairs) CollectBlockScalars(pair.value, scalars);
}

bool IsBlankLine(std::string_view line) {
  return line.find_first_not_of(kBlanks) == std::string_view::npos;
}

class Checker {
 public:
  Checker(const Source& source, const Node& root, RuleContext& context) : source_(source), context_(context) {
    CollectBlockScalars(root, block_scalars_);
  }

  void Run() {
    for (std::uint32_t line = 1; line <= source_.line_count(); ++line) {
      const std::string_view text = source_.Line(line);
      if (text.empty() || kBlanks.find(text.back()) == std::string_view::npos) continue;
      const std::size_t last = text.find_last_not_of(kBlanks);
      const std::size_t kept = last == std::string_view::npos ? 0 : last + 1;
      // In double quotes, a backslash makes the first blank a part of the text.
      if (kept > 0 && text[kept - 1] == '\\') continue;
      const Node* block = BlockAround(line);
      if (block != nullptr && MayMatter(*block, line, text.size() - kept)) continue;
      Report(line, kept);
    }
  }

 private:
  // The block scalar that the line is a part of, its blank lines and those behind it included.
  const Node* BlockAround(std::uint32_t line) const {
    const Span span = source_.LineSpan(line);
    const Node* around = nullptr;
    for (const Node* scalar : block_scalars_) {
      if (scalar->span.begin < span.begin) around = scalar;
    }
    if (around == nullptr || span.begin < around->span.end) return around;
    for (std::uint32_t before = line; source_.LineSpan(before).begin >= around->span.end; --before) {
      if (!IsBlankLine(source_.Line(before))) return nullptr;
    }
    return around;
  }

  // A blank line may be an indented one of the text, which keeps folded lines apart; of the others, two
  // blanks break the line, except where the paragraph ends.
  bool MayMatter(const Node& block, std::uint32_t line, std::size_t blanks) const {
    if (IsBlankLine(source_.Line(line))) return true;
    if (blanks < 2) return false;
    const bool is_last = source_.LineSpan(line).end >= block.span.end || line == source_.line_count();
    return !is_last && !IsBlankLine(source_.Line(line + 1));
  }

  void Report(std::uint32_t line, std::size_t kept) {
    Span span = source_.LineSpan(line);
    span.begin += static_cast<std::uint32_t>(kept);
    Diagnostic& finding =
        context_.Report(span, kept == 0 ? "this line holds only blanks; empty it"
                                        : fmt::format("{} after the line's last character; remove {}",
                                                      span.size() == 1 ? "a blank stands" : "blanks stand",
                                                      span.size() == 1 ? "it" : "them"));
    finding.fix = Fix{"remove the blanks", {{span, ""}}};
  }

  const Source& source_;
  RuleContext& context_;
  std::vector<const Node*> block_scalars_;
};

void Check(const File& file, RuleContext& context) {
  // Where a text begins and ends is not known in what could not be read.
  Checker((*context.library().sources)[file.document.source], file.document.root, context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     "purpose: Builds strength around your trunk.  \n# expect: YM013 @ 1:44-46 \"remove them\"\n"},
    {Example::kGood, "exercises/plank.yaml", "purpose: Builds strength around your trunk.\n"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM013",
    .name = "trailing-blanks",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A line ends in blanks.",
    .rationale =
        R"md(Nobody sees them, and a program that takes them away on saving changes lines that its user never
touched. Within a paragraph of a `|` or `>` text, two blanks are left alone, since Markdown breaks the
line there, and so are the blank lines of such a text. The fix changes nothing that a reader sees.)md",
    .source = "guidec's own: no change that nobody made; CommonMark 0.30, section 6.7: hard line breaks",
    .examples = kExamples,
    .skips_damaged = true,
    .file = Check,
};

}  // namespace guidec::rules::trailing_blanks
