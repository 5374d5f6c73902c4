// English only: elsewhere a word may well stand twice ("nous nous levons", "die, die …").
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/letter_case.h"
#include "text/phrase.h"
#include "text/quoted.h"

namespace guidec::rules::doubled_word {
namespace {

// These may rightly follow themselves: "what it is is simple", "the best that that leg can do".
constexpr std::string_view kRepeatable[] = {"had", "that", "is", "do", "no", "so", "very"};

// Names of things and places, and cries, that are a word said twice: "a yo yo", "the cha cha", "Bora Bora".
constexpr std::string_view kReduplicated =
    "aye|bora|bye|cha|chop|choo|chow|dik|duran|ha|hee|ho|hush|knock|loa|mau|pago|pom|puff|rah|tom|tsk|tuk|"
    "tut|walla|woof|yada|yo|yum";

constexpr std::string_view kSmallWords = "The|This|That|And|For|With|Your|You";

// "____ ____"
bool IsGap(std::string_view word) {
  return word.find_first_not_of('_') == std::string_view::npos;
}

// "the first First Lady": the second opens a name.
bool OpensName(const Passage& passage, const WordList& list, std::size_t second) {
  if (second + 1 >= list.size()) return false;
  const auto has_capital = [&](std::size_t i) { return IsUpper(passage.text[list.pieces[i].begin]); };
  return !has_capital(second - 1) && has_capital(second) && has_capital(second + 1);
}

bool IsBlank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; });
}

bool IsNumber(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// "The film Rest rest": a name within a sentence; or all of a text, "Sing Sing".
bool IsName(const Passage& passage, const Piece& first, const Piece& second) {
  const bool is_whole = first.begin == 0 && second.end == passage.text.size();
  if (is_whole && IsUpper(passage.text.front()) && IsUpper(passage.text[second.begin])) return true;
  const std::string_view before = passage.Slice({0, first.begin});
  const std::size_t last = before.find_last_not_of(" \t\r\n");
  const bool opens =
      last == std::string_view::npos || std::string_view(".!?:").find(before[last]) != std::string_view::npos;
  const std::string_view word = passage.Slice(first);
  const bool are_both = IsUpper(word.front()) && IsUpper(passage.text[second.begin]);
  const auto holds = [&](const Piece& quoted) {
    return quoted.begin < first.begin && second.end <= quoted.end;
  };
  if (are_both && std::ranges::any_of(QuotedIn(passage.text), holds)) return true;  // 'De Da Da Da'
  return !opens && word.size() > 2 && IsUpper(word.front()) && !IsOneOf(word, kSmallWords);
}

void Check(const ProseUse&, const Passage& passage, RuleContext& context) {
  const std::string& language = context.language();
  const WordList& list = passage.words(language);
  for (std::size_t i = 1; i < list.size(); ++i) {
    const std::string& word = list.words[i];
    if (word != list.words[i - 1] || IsNumber(word) || IsGap(word)) continue;
    if (std::ranges::find(kRepeatable, word) != std::end(kRepeatable) || IsOneOf(word, kReduplicated))
      continue;
    const Piece& first = list.pieces[i - 1];
    const Piece& second = list.pieces[i];
    if (!IsBlank(passage.Slice({first.end, second.begin}))) continue;
    if (passage.HasLiteral({first.begin, second.end}) || IsName(passage, first, second) ||
        OpensName(passage, list, i)) {
      continue;
    }
    Diagnostic& finding = context.Report(
        passage.SpanOf(second), fmt::format("`{}` stands twice; leave one out", passage.Slice(second)));
    finding.labels.push_back({passage.SpanOf(first), "the first"});
    // Two capitals may still be a name.
    const bool may_be_name = IsUpper(passage.text[first.begin]) && IsUpper(passage.text[second.begin]);
    if (!may_be_name && passage.IsEditable({first.begin, second.end})) {
      finding.fix = Fix{fmt::format("remove the second `{}`", passage.Slice(second)),
                        {{passage.SpanOf({first.end, second.end}), ""}}};
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength around your your trunk. # expect: LG003 @ 38-42 "`your` stands twice"
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength around your trunk. Your back had had it. Throw a yo yo.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG003",
    .name = "doubled-word",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A word stands twice in a row.",
    .rationale =
        R"md(It is a slip that proof-readers overlook, most of all where a line ends. Checked in English texts; in other
languages two equal words in a row can be right. `had`, `that` and a few more may follow themselves in
English too, and names such as `cha cha` do.)md",
    .source = "guidec's own: a common slip in edited text",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::doubled_word
