#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/letter_case.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec::rules::lone_credentials {
namespace {

// Degrees, licences and memberships of the health professions, and what else stands behind a name.
constexpr Alternatives kCredentials =
    "ba|bs|bsc|beng|med|ma|ms|msc|mph|mba|mres|mphil|msw|dphil|phd|edd|drph|scd|md|mbbs|mbchb|mb|bch|do|dc|"
    "dpm|"
    "dpt|mpt|bpt|pt|ot|otr|otd|rn|bsn|msn|np|aprn|fnp|pa|ccc|slp|lat|atc|cscs|cpt|ces|rd|rdn|ldn|"
    "ocs|scs|gcs|ncs|comt|fafs|faaompt|facsm|facp|facs|fracgp|frcp|frcs|mrcp|mrcs|mrcgp|mcsp|csp|hcpc|ssp|"
    "fcsp|macp|mmacp|msk|pgcert|pgdip|hons|"
    "jr|sr|ii|iii|iv";

bool AreCredentials(std::string_view author) {
  const WordList words = Tokens(LowerCase(author));
  return words.size() > 0 && std::ranges::all_of(words.words, [](const std::string& word) {
           return IsOneOf(word, kCredentials) || word == "." || word == "(" || word == ")";
         });
}

// A comma and a blank are all that stands between them in `[Jane Doe, MSc]`.
bool AreInFlow(std::string_view between) {
  return std::ranges::count(between, ',') == 1 && between.find_first_not_of(", ") == std::string_view::npos;
}

// A name and the letters behind it, each of which YAML takes for an author.
void CheckName(std::span<const Prose> name_and_letters, RuleContext& context) {
  const Prose& name = name_and_letters.front();
  std::string whole = name.source_text();
  bool is_safe = whole.find_first_of("\"\\") == std::string::npos;
  for (std::size_t i = 0; i < name_and_letters.size(); ++i) {
    const Prose& part = name_and_letters[i];
    is_safe = is_safe && part.node->style == ScalarStyle::kPlain;
    if (i == 0) continue;
    const Span between{part.span().source, name_and_letters[i - 1].span().end, part.span().begin};
    is_safe = is_safe && AreInFlow((*context.library().sources)[between.source].Slice(between));
    whole += ", " + part.source_text();
  }
  const Prose& letters = name_and_letters[1];
  Diagnostic& finding = context.Report(
      letters.span(), fmt::format("`{}` would be an author of its own; write `\"{}\"`, in quotes",
                                  letters.source_text(), whole));
  if (!is_safe) return;
  const Span all{name.span().source, name.span().begin, name_and_letters.back().span().end};
  finding.fix = Fix{"put the name and its letters in quotes", {{all, fmt::format("\"{}\"", whole)}}};
}

void Check(const Guide& guide, RuleContext& context) {
  const auto are_letters = [](const Prose& author) { return AreCredentials(author.source_text()); };
  const auto end = guide.authors.end();
  for (auto name = guide.authors.begin(); name != end;) {
    const auto next = std::find_if_not(name + 1, end, are_letters);
    if (!are_letters(*name) && next - name > 1) CheckName({name, next}, context);
    name = next;
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(authors: [Jane Doe, MSc MCSP] # expect: RF024 @ 21-29 "`MSc MCSP` would be an author"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(authors: ["Jane Doe, MSc MCSP", John Roe]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF024",
    .name = "lone-credentials",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Letters behind an author's name are read as another author.",
    .rationale =
        R"md(In a list in brackets, a comma parts the authors: `[Jane Doe, MSc]` has two, and a library's catalogue would
list a person named MSc. In quotes the name keeps its letters.)md",
    .source = "YAML 1.2, flow sequences; EPUB 3, one dc:creator for each author",
    .examples = kExamples,
    .guide = Check,
};

}  // namespace guidec::rules::lone_credentials
