#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::ambiguous_scalar {
namespace {

// What a value is for decides who judges it and how to fix it.
enum class Meant { kText, kNumber, kOther };

Meant MeantBy(std::string_view key, const Node& mapping) {
  static constexpr std::array<std::string_view, 5> kDurations = {"hold", "rest", "start", "add", "total"};
  // Rules of their own say what is wrong with a duration or a truth value.
  if (std::ranges::find(kDurations, key) != kDurations.end()) return Meant::kOther;
  if (key == "truth" && mapping.Find("claim") != nullptr) return Meant::kOther;
  if (key == "answer" && mapping.Find("true-or-false") != nullptr) return Meant::kOther;
  if (key == "rules" && mapping.Find("files") != nullptr) return Meant::kOther;
  return key == "reps" || key == "sets" ? Meant::kNumber : Meant::kText;
}

bool IsBooleanOf11(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kWords = {
      "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"};
  return std::ranges::find(kWords, text) != kWords.end();
}

bool IsDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool IsHexDigit(char c) {
  return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

bool HasLeadingZero(std::string_view text) {
  return text.size() > 1 && text.front() == '0' && std::ranges::all_of(text, IsDigit);
}

// A number to some readers: octal 010, hexadecimal 0x1F, grouped 1_000, base-60 1:30, infinite .inf.
bool IsNumberToSome(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  static constexpr std::array<std::string_view, 6> kSpecial = {".inf", ".Inf", ".INF",
                                                               ".nan", ".NaN", ".NAN"};
  if (std::ranges::find(kSpecial, text) != kSpecial.end()) return true;
  const std::string_view digits = text.substr(std::min<std::size_t>(2, text.size()));
  if (text.starts_with("0o")) return !digits.empty() && std::ranges::all_of(digits, IsDigit);
  if (text.starts_with("0x")) return !digits.empty() && std::ranges::all_of(digits, IsHexDigit);
  if (text.empty() || !IsDigit(text.front())) return false;
  const auto is_part = [](char c) { return IsDigit(c) || c == '_' || c == ':'; };
  return HasLeadingZero(text) ||
         (std::ranges::all_of(text, is_part) && text.find_first_of("_:") != std::string_view::npos);
}

class Walker {
 public:
  explicit Walker(RuleContext& context) : context_(context) {}

  void Visit(const Node& node, Meant meant) {
    if (node.IsScalar()) Judge(node, meant);
    for (const Node& item : node.items) Visit(item, meant);
    for (const Pair& pair : node.pairs) {
      Judge(pair.key, Meant::kText);
      Visit(pair.value, meant == Meant::kText ? MeantBy(pair.key.text, node) : meant);
    }
  }

 private:
  void Judge(const Node& node, Meant meant) {
    if (node.style != ScalarStyle::kPlain || meant == Meant::kOther) return;
    const std::string& text = node.text;
    std::string instead = fmt::format("\"{}\"", text);
    if (meant == Meant::kNumber) {
      if (!HasLeadingZero(text)) return;
      instead = text.substr(std::min(text.find_first_not_of('0'), text.size() - 1));
    } else if (!IsBooleanOf11(text) && !IsNumberToSome(text)) {
      return;
    }
    Diagnostic& finding = context_.Report(
        node.span, fmt::format("`{}` is not the same to every YAML reader; write `{}`", text, instead));
    finding.fix = Fix{fmt::format("write `{}`", instead),
                      {{node.span, instead}},
                      meant == Meant::kText ? Safety::kSafe : Safety::kUnsafe};
  }

  RuleContext& context_;
};

void Check(const File& file, RuleContext& context) {
  for (const Pair& pair : file.document.root.pairs) {
    // In the settings, severities such as `off` and durations are the format's own words.
    const bool is_setting =
        file.kind == Kind::kWorkspace && (pair.key.text == "rules" || pair.key.text == "timing");
    const bool is_number = file.kind == Kind::kWorkspace && pair.key.text == "thresholds";
    const Meant meant = is_setting  ? Meant::kOther
                        : is_number ? Meant::kNumber
                                    : MeantBy(pair.key.text, file.document.root);
    Walker(context).Visit(pair.value, meant);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(start-position: on # expect: YM006 @ 17-19 "every YAML reader"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(start-position: 'on'
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM006",
    .name = "ambiguous-scalar",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A word or number means one thing to some YAML readers and another to others.",
    .rationale =
        R"md(An app whose library reads YAML 1.1 takes `no` for false, `010` for eight and `1_000` for a thousand.
Quotes make it text for all.)md",
    .source = "YAML 1.1 types (bool, int, float); YAML 1.2.2, section 10.3.2: the core schema",
    .examples = kExamples,
    .file = Check,
};

}  // namespace guidec::rules::ambiguous_scalar
