#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/each_scalar.h"
#include "rules/typed_so.h"
#include "text/garbled.h"
#include "text/phrase.h"

namespace guidec::rules::garbled_text {
namespace {

void CheckScalar(const Node& scalar, RuleContext& context) {
  const std::string& text = scalar.text;
  for (const Garbled& garbled : GarbledIn(text)) {
    const Span span = scalar.SpanOf(garbled.begin, garbled.end);
    if (garbled.meant.empty()) {
      context.Report(span, "this sign stands for a character that was lost; write the character");
      continue;
    }
    Diagnostic& finding = context.Report(
        span, fmt::format("`{}` is what a wrong encoding has left of `{}`; write that",
                          text.substr(garbled.begin, garbled.end - garbled.begin), garbled.meant));
    finding.fix = Fix{fmt::format("write `{}`", garbled.meant), {{span, garbled.meant}}};
  }
}

void CheckFile(const File& file, RuleContext& context) {
  ForEachScalar(file.document.root, [&](const Node& scalar) { CheckScalar(scalar, context); });
}

bool IsLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool IsHex(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0 || (c >= 'A' && c <= 'F');
}

// `%20`, `=E2=80=99`, `&amp;` and `body?s`, at the sign that they start with.
std::size_t EndOfEscape(std::string_view text, std::size_t at) {
  const auto is = [&](std::size_t where, auto holds) { return where < text.size() && holds(text[where]); };
  const bool follows_letter = at > 0 && IsLetter(text[at - 1]);
  const bool has_code = is(at + 1, IsHex) && is(at + 2, IsHex);
  if (text[at] == '%' && follows_letter && has_code && is(at + 3, IsLetter)) return at + 3;
  if (text[at] == '=' && has_code && is(at + 3, [](char c) { return c == '='; })) {
    std::size_t end = at;
    while (end + 2 < text.size() && text[end] == '=' && IsHex(text[end + 1]) && IsHex(text[end + 2]))
      end += 3;
    return end;
  }
  if (text[at] == '?' && follows_letter && is(at + 1, [](char c) { return c >= 'a' && c <= 'z'; }))
    return at + 1;
  if (text[at] != '&') return at;
  const std::size_t end = text.find(';', at);
  if (end == std::string_view::npos || end > at + 8) return at;
  const std::string_view name = text.substr(at + 1, end - at - 1);
  const bool is_named =
      IsOneOf(name, "amp|nbsp|lt|gt|quot|apos|ndash|mdash|lsquo|rsquo|ldquo|rdquo|hellip|deg|times|shy");
  const bool is_number =
      name.size() > 1 && name[0] == '#' && std::isalnum(static_cast<unsigned char>(name[1])) != 0;
  return is_named || is_number ? end + 1 : at;
}

void CheckPassage(const ProseUse&, const Passage& passage, RuleContext& context) {
  const std::string& text = passage.text;
  for (std::size_t at = text.find_first_of("%=?&"); at != std::string::npos;
       at = text.find_first_of("%=?&", at + 1)) {
    const std::size_t end = EndOfEscape(text, at);
    if (end == at || passage.HasLiteral({at, end}) || !IsTypedSo(passage, {at, end}, context) ||
        text.find("://") != std::string::npos)
      continue;
    context.Report(passage.SpanOf({at, end}),
                   fmt::format("`{}` looks like what is left of another character; write that",
                               text.substr(at, end - at)));
    at = end - 1;
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     "purpose: Builds your body\u00E2\u20AC\u2122s strength. # expect: LG020 @ 26-29 \"left of `\u2019`\"\n"},
    {Example::kBad, "exercises/plank.yaml",
     "purpose: Builds your body?s strength. # expect: LG020 @ 26-27 \"another character\"\n"},
    {Example::kBad, "exercises/plank.yaml",
     "name: Plank &amp; more # expect: LG020 @ 13-18 \"another character\"\n"},
    {Example::kGood, "exercises/plank.yaml",
     "purpose: Builds your body\u2019s strength to 20% &amp; more, na\u00EFve \u00C0 la "
     "\u00AB\u00A0caf\u00E9\u00A0\u00BB.\n"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG020",
    .name = "garbled-text",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A text holds what a wrong encoding has left of a character.",
    .rationale =
        R"md(Text that is saved in one encoding and read in another has `â€™` for an apostrophe or a question mark within a
word; text that is copied from a program may have `%20` for a blank or `&amp;` for an ampersand. Readers see that no one
has looked.)md",
    .source = "WHATWG Encoding Standard, section 9.1: windows-1252; RFC 3986, RFC 2045",
    .examples = kExamples,
    .file = CheckFile,
    .passage = CheckPassage,
};

}  // namespace guidec::rules::garbled_text
