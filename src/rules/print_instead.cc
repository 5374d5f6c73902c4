#include "rules/print_instead.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace guidec {
namespace {

// Whether brackets or braces of YAML stand around the scalar.
bool IsInFlow(const Node& node, const Span& scalar, std::string_view source) {
  if (node.IsScalar() || scalar.begin < node.span.begin || node.span.end < scalar.end) return false;
  if (source[node.span.begin] == '[' || source[node.span.begin] == '{') return true;
  const auto is_around = [&](const Node& part) { return IsInFlow(part, scalar, source); };
  return std::ranges::any_of(node.items, is_around) ||
         std::ranges::any_of(node.pairs, is_around, &Pair::value);
}

// A brace means something to YAML at the head of a plain scalar and within `[…]` and `{…}`.
bool CanTakeBrace(const Passage& passage, const Span& typed, const Document& document,
                  std::string_view source) {
  const Node& scalar = *passage.prose->node;
  if (scalar.style != ScalarStyle::kPlain) return true;
  return !IsInFlow(document.root, scalar.span, source) && typed.begin > scalar.span.begin;
}

}  // namespace

std::optional<Fix> PrintInstead(const Passage& passage, const Piece& typed, std::string_view placeholder,
                                const Document& document, const RuleContext& context) {
  const Span span = passage.SpanOf(typed);
  const std::string_view source = (*context.library().sources)[document.source].text();
  if (!passage.IsEditable(typed) || !CanTakeBrace(passage, span, document, source)) return std::nullopt;
  const std::string in_braces = fmt::format("{{{}}}", placeholder);
  return Fix{fmt::format("replace `{}` by `{}`", passage.Slice(typed), in_braces), {{span, in_braces}}};
}

}  // namespace guidec
