// Each field of a source is held against what such a field can be: the calendar, the check digits of ISO, the
// order of pages.
#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/calendar.h"
#include "text/phrase.h"

namespace guidec::rules::impossible_reference {
namespace {

// Books are printed since about then; a source of a guide that is older is a slip.
constexpr int kFirstPrinted = 1450;

bool IsDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool AreDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsDigit);
}

const Node* Field(const Reference& reference, std::string_view name) {
  const Node* found = reference.csl->Find(name);
  return found != nullptr && found->IsScalar() ? found : nullptr;
}

// The schema has told of what is no date in form.
bool IsDate(std::string_view text) {
  return text.size() >= 4 && std::ranges::all_of(text, [](char c) { return IsDigit(c) || c == '-'; });
}

void CheckDate(const Node& date, RuleContext& context) {
  if (!IsDate(date.text)) return;
  const auto day = ReadDay(date.text);
  if (day && !day->ok()) {
    context.Report(date.span, fmt::format("no calendar has the day {}; correct it", date.text));
  } else if (date.text > context.today().substr(0, date.text.size())) {
    context.Report(date.span, fmt::format("{} is still to come; correct the date", date.text));
  } else if (date.text.substr(0, 4) < std::to_string(kFirstPrinted)) {
    context.Report(date.span,
                   fmt::format("nothing was printed in {}; correct the year", date.text.substr(0, 4)));
  }
}

void CheckDates(const Reference& reference, RuleContext& context) {
  const Node* issued = Field(reference, "issued");
  const Node* accessed = Field(reference, "accessed");
  if (issued != nullptr) CheckDate(*issued, context);
  if (accessed != nullptr) CheckDate(*accessed, context);
  if (issued == nullptr || accessed == nullptr || !IsDate(issued->text) || !IsDate(accessed->text)) return;
  const std::size_t both = std::min(issued->text.size(), accessed->text.size());
  if (accessed->text.substr(0, both) >= issued->text.substr(0, both)) return;
  Diagnostic& finding = context.Report(
      accessed->span,
      fmt::format("it was read on {}, before it was published; correct one of the dates", accessed->text));
  finding.labels.push_back({issued->span, "published"});
}

// "12-15" and "1045-52", which is short for 1052; not "45-12".
std::optional<std::string> FaultOfPages(std::string_view text) {
  if (text.starts_with("p. ") || text.starts_with("pp. "))
    return "leave out the `p.`, which is printed with the source";
  if (text == "0") return "no page has the number 0";
  const std::size_t dash = text.find_first_of("-\xE2");
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view first = text.substr(0, dash);
  const std::size_t second = text.find_first_of("0123456789", dash);
  if (second == std::string_view::npos) return std::nullopt;
  std::string last(text.substr(second));
  if (!AreDigits(first) || !AreDigits(last) || first.size() > 9 || last.size() > 9) return std::nullopt;
  if (last.size() < first.size()) last = std::string(first.substr(0, first.size() - last.size())) + last;
  if (std::stol(last) >= std::stol(std::string(first))) return std::nullopt;
  return fmt::format("the pages end at {} and begin at {}; correct them", last, first);
}

int DigitOf(char c) {
  return c == 'X' || c == 'x' ? 10 : c - '0';
}

// ISO 2108: of ten signs the weighted sum is a multiple of 11, of thirteen one of 10.
bool IsIsbn(std::string_view text) {
  std::string signs;
  std::ranges::copy_if(text, std::back_inserter(signs),
                       [](char c) { return IsDigit(c) || c == 'X' || c == 'x'; });
  int sum = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const int weight = signs.size() == 10 ? 10 - static_cast<int>(i) : i % 2 == 0 ? 1 : 3;
    sum += weight * DigitOf(signs[i]);
  }
  return (signs.size() == 10 && sum % 11 == 0) || (signs.size() == 13 && sum % 10 == 0);
}

constexpr std::string_view kNoValue = "n/a|na|none|tbd|tbc|todo|unknown|xxx|?|??|???|-|–|...|…";

std::optional<std::string> FaultOf(std::string_view field, std::string_view text) {
  if (IsOneOf(LowerCase(text), kNoValue)) return "leave out a field that nobody knows";
  if (field == "page") return FaultOfPages(text);
  if (field == "ISBN" && !IsIsbn(text)) return "its check digit is wrong; copy the ISBN again";
  if (field == "PMID" && !AreDigits(text)) return "a PMID is a number; copy it again";
  const bool is_number = field == "volume" || field == "issue" || field == "edition";
  if (is_number && text.size() > 1 && text[0] == '-' && AreDigits(text.substr(1)))
    return "it cannot be less than 0";
  return std::nullopt;
}

void Check(const Guide& guide, RuleContext& context) {
  for (const Reference& reference : guide.references) {
    if (!reference.csl->IsMapping()) continue;
    CheckDates(reference, context);
    for (const Pair& pair : reference.csl->pairs) {
      if (!pair.value.IsScalar()) continue;
      if (const auto fault = FaultOf(pair.key.text, pair.value.text)) {
        context.Report(pair.value.span,
                       fmt::format("`{}: {}` cannot be: {}", pair.key.text, pair.value.text, *fault));
      }
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/references.yaml", R"yaml(references:
  - id: leaflet
    type: article-journal
    title: Hip pain
    issued: 2021-02-30 # expect: RF022 @ 13-23 "no calendar has the day"
    page: 45-12 # expect: RF022 @ 11-16 "begin at 45"
    ISBN: 978-3-16-148410-1 # expect: RF022 @ 11-28 "check digit"
    publisher: "??" # expect: RF022 @ 16-20 "nobody knows"
)yaml"},
    {Example::kBad, "guides/hips/references.yaml", R"yaml(references:
  - id: leaflet
    type: webpage
    title: Hip pain
    issued: 2021-05
    accessed: 2021-04-30 # expect: RF022 @ 15-25 "before it was published"
)yaml"},
    {Example::kGood, "guides/hips/references.yaml", R"yaml(references:
  - id: leaflet
    type: article-journal
    title: Hip pain
    issued: 2021-05
    accessed: 2021-05-01
    page: 1045-52
    volume: S1
    ISBN: 978-3-16-148410-0
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF022",
    .name = "impossible-reference",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A date, a page or a number of a source cannot be.",
    .rationale =
        R"md(A day that no calendar has, a date to come, pages that end before they begin or a check digit that is wrong
show a slip in a source: readers would look for what there is not.)md",
    .source = "ISO 8601; ISO 2108, annex A (check digits of an ISBN); CSL 1.0.2, appendix IV",
    .examples = kExamples,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::impossible_reference
