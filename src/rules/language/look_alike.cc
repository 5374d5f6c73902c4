#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/each_scalar.h"
#include "text/odd_character.h"

namespace guidec::rules::look_alike {
namespace {

constexpr std::string_view kPrime = "\u2032";

std::string MessageOn(const OddCharacter& odd, std::string_view shown) {
  if (odd.instead.empty()) {
    return fmt::format("`{}` ({}) is a letter of another script within a Latin word; write the word anew",
                       shown, NameOf(odd.where.value));
  }
  if (odd.instead == kPrime) {
    return fmt::format("`{}` is {}, a mark of letters; type the prime `{}` (U+2032), here and elsewhere",
                       shown, NameOf(odd.where.value), odd.instead);
  }
  return fmt::format("`{}` is {}, which only looks like `{}`; type the plain one", shown,
                     NameOf(odd.where.value), odd.instead);
}

void Check(const File& file, RuleContext& context) {
  std::vector<Edit> primes;  // a text has all of them, or none: told once, with an edit for each
  std::string on_primes;
  ForEachScalar(file.document.root, [&](const Node& scalar) {
    for (const OddCharacter& odd : LookAlikesIn(scalar.text)) {
      const std::string_view shown =
          std::string_view(scalar.text).substr(odd.where.begin, odd.where.end - odd.where.begin);
      const Span span = scalar.SpanOf(odd.where.begin, odd.where.end);
      if (odd.instead == kPrime) {
        if (primes.empty()) on_primes = MessageOn(odd, shown);
        primes.push_back({span, odd.instead});
        continue;
      }
      Diagnostic& finding = context.Report(span, MessageOn(odd, shown));
      // In a scalar without quotes, some marks of ASCII mean something to YAML.
      if (!odd.instead.empty()) {
        finding.fix = Fix{fmt::format("write `{}`", odd.instead), {{span, odd.instead}}, Safety::kUnsafe};
      }
    }
  });
  if (primes.empty()) return;
  Diagnostic& finding = context.Report(primes.front().span, on_primes);
  finding.fix = Fix{fmt::format("write `{}`", kPrime), primes, Safety::kUnsafe};
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     "purpose: Builds str\u0435ngth around your trunk. # expect: LG019 @ 20-21 \"U+0435\"\n"},
    {Example::kBad, "exercises/plank.yaml",
     "purpose: Builds strength around your trunk\uFF0E # expect: LG019 @ 43-44 \"looks like `.`\"\n"},
    {Example::kGood, "exercises/plank.yaml",
     "purpose: Builds strength \u2013 `TNF\u03B1`, `NF-\u03BAB`, `5 \u00B5m` and \u201Cmore\u201D.\n"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG019",
    .name = "look-alike",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A letter or mark of another script stands for one that it looks like.",
    .rationale =
        R"md(The Cyrillic `о` and the Latin `o` look the same, and so do a full-width full stop and a full stop. To a
search, a screen reader and whoever sets the type they are others: the word is not found, is read out letter
by letter, or comes from another font. A letter's mark (U+02B9) behind a figure stands for the prime of `5′`
and is told once a file.)md",
    .source = "UTS #39, Unicode Security Mechanisms, section 5.1: mixed-script detection",
    .examples = kExamples,
    .file = Check,
};

}  // namespace guidec::rules::look_alike
