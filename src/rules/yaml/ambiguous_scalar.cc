#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/library.h"

namespace guidec {
namespace {

bool IsBooleanOf11(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kWords = {
      "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"};
  return std::ranges::find(kWords, text) != kWords.end();
}

bool IsDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// An octal 010, a grouped 1_000, a base-60 1:30, YAML 1.2's 0o17.
bool IsNumberOfOne(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (text.starts_with("0o")) return text.size() > 2 && std::ranges::all_of(text.substr(2), IsDigit);
  if (text.empty() || !IsDigit(text.front())) return false;
  const auto is_part = [](char c) { return IsDigit(c) || c == '_' || c == ':'; };
  if (!std::ranges::all_of(text, is_part)) return false;
  const bool octal = text.size() > 1 && text.front() == '0';
  return octal || text.find_first_of("_:") != std::string_view::npos;
}

class Walker {
 public:
  explicit Walker(RuleContext& context) : context_(context) {}

  void Visit(const Node& node, Kind kind, std::string_view key) {
    if (node.IsScalar()) Judge(node, kind, key);
    for (const Node& item : node.items) Visit(item, kind, key);
    for (const Pair& pair : node.pairs) {
      // Severities are guidec's own words, and what a duration or an answer says has rules of its own.
      if (kind == Kind::kWorkspace && (pair.key.text == "rules" || pair.key.text == "timing")) continue;
      Judge(pair.key, kind, {});
      Visit(pair.value, kind, pair.key.text);
    }
  }

 private:
  void Judge(const Node& node, Kind kind, std::string_view key) {
    if (node.style != ScalarStyle::kPlain) return;
    static constexpr std::array<std::string_view, 5> kDurations = {"hold", "rest", "start", "add", "total"};
    const bool is_duration = std::ranges::find(kDurations, key) != kDurations.end();
    if (is_duration || (kind == Kind::kQuiz && key == "answer")) return;
    if (!IsBooleanOf11(node.text) && !IsNumberOfOne(node.text)) return;
    const std::string quoted = fmt::format("\"{}\"", node.text);
    Diagnostic& finding = context_.Report(
        node.span, fmt::format("`{}` is not the same to every YAML reader; write `{}`", node.text, quoted));
    finding.fix = Fix{fmt::format("put `{}` in quotes", node.text), {{node.span, quoted}}};
  }

  RuleContext& context_;
};

void Check(const Library& library, RuleContext& context) {
  for (const File& file : library.files) Walker(context).Visit(file.document.root, file.kind, {});
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(start-position: on # expect: YM006 @ 17-19 "not the same"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(start-position: 'on'
)yaml"},
};

}  // namespace

extern const Rule ambiguous_scalar;
constinit const Rule ambiguous_scalar = {
    .code = "YM006",
    .name = "ambiguous-scalar",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A word or number means one thing to YAML 1.1 readers and another to YAML 1.2 readers.",
    .rationale =
        R"md(An app whose library reads YAML 1.1 takes `no` for false, `010` for eight and `1_000` for a thousand.
Quotes make it text for all.)md",
    .source = "YAML 1.1 types (bool, int); YAML 1.2.2, section 10.3.2: the core schema",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
