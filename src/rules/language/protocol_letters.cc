// Finds the acronym that a protocol goes by and spells it with the first letters of the steps, in order. A
// step of several words may give more than one letter: "optimal loading" is the OL of POLICE.
#include <algorithm>
#include <cctype>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "syntax/damage.h"
#include "text/words.h"

namespace guidec::rules::protocol_letters {
namespace {

constexpr std::size_t kShortest = 3;

char Upper(char c) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

bool IsCapitals(std::string_view word) {
  return word.size() >= 2 &&
         std::ranges::all_of(word, [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; });
}

std::string Capitals(std::string_view id) {
  std::string capitals;
  for (const char c : id) {
    if (c != '-') capitals += Upper(c);
  }
  return capitals;
}

struct Acronym {
  std::string letters;
  Span span;
};

// First letters of a step's words: "OL" of "optimal loading".
std::string InitialsOf(const ProtocolStep& step, const std::string& language) {
  const std::string& name = step.title ? step.title.source_text() : step.id.value;
  std::string spaced = name;
  std::ranges::replace(spaced, '-', ' ');
  std::string initials;
  for (const Piece& word : Words(spaced, language)) initials += Upper(spaced[word.begin]);
  return initials;
}

// Whether every step in turn gives one or more of the letters.
bool Spells(std::string_view letters, std::span<const std::string> steps) {
  if (steps.empty() || letters.empty()) return steps.empty() && letters.empty();
  const std::string& initials = steps.front();
  for (std::size_t taken = 0; taken < initials.size() && taken < letters.size(); ++taken) {
    if (letters[taken] != initials[taken]) return false;
    if (Spells(letters.substr(taken + 1), steps.subspan(1))) return true;
  }
  return false;
}

bool IsWrittenInCapitals(const Guide& guide, std::string_view letters) {
  for (const Block* block : AllBlocks(guide)) {
    for (const ProseUse& use : ProseOf(*block, guide)) {
      for (const Passage& passage : PassagesOf(use)) {
        const auto is_it = [&](const Piece& word) { return passage.Slice(word) == letters; };
        if (std::ranges::any_of(passage.words(guide.language).pieces, is_it)) return true;
      }
    }
  }
  return false;
}

// The word of the title that is the protocol's id, and all capitals of a title that is nothing but
// them ("PEACE & LOVE"); without a title that says it, the id that the guide writes in capitals.
std::vector<Acronym> AcronymsOf(const ProtocolBlock& protocol, const Guide& guide) {
  const std::string id = Capitals(protocol.id.value);
  std::vector<Acronym> acronyms;
  if (protocol.title) {
    const Passage title = PassagesOf(protocol.title).front();
    Acronym whole{"", protocol.title.span()};
    bool is_only_capitals = true;
    for (const Piece& word : Words(title.text, guide.language)) {
      const std::string_view text = title.Slice(word);
      if (IsCapitals(text) && text == id) acronyms.push_back({id, title.SpanOf(word)});
      const bool is_joint = LowerCase(text) == "and";
      is_only_capitals = is_only_capitals && (is_joint || IsCapitals(text));
      if (!is_joint) whole.letters += text;
    }
    if (is_only_capitals && whole.letters.size() >= kShortest) acronyms.push_back(whole);
  }
  const bool may_be_acronym = id.size() >= kShortest && protocol.id.value.find('-') == std::string::npos;
  if (acronyms.empty() && may_be_acronym && IsWrittenInCapitals(guide, id)) {
    acronyms.push_back({id, protocol.id.span});
  }
  return acronyms;
}

void CheckProtocol(const Guide& guide, const ProtocolBlock& protocol, RuleContext& context) {
  if (protocol.steps.empty() || IsDamagedAround(*guide.document, protocol.id.span)) return;
  std::vector<std::string> steps;
  std::string firsts;
  for (const ProtocolStep& step : protocol.steps) {
    steps.push_back(InitialsOf(step, guide.language));
    if (steps.back().empty()) return;
    firsts += fmt::format("{}{}", firsts.empty() ? "" : ", ", steps.back().front());
  }
  const std::vector<Acronym> acronyms = AcronymsOf(protocol, guide);
  const auto is_spelt = [&](const Acronym& acronym) { return Spells(acronym.letters, steps); };
  if (acronyms.empty() || std::ranges::any_of(acronyms, is_spelt)) return;
  const Acronym& acronym = acronyms.front();
  std::size_t same = 0;
  while (same < steps.size() && same < acronym.letters.size() &&
         steps[same].front() == acronym.letters[same]) {
    ++same;
  }
  Diagnostic& finding = context.Report(
      acronym.span, fmt::format("the steps begin with {} and do not spell `{}`; put them in order, or "
                                "name the protocol otherwise",
                                firsts, acronym.letters));
  const ProtocolStep& departing = protocol.steps[std::min(same, steps.size() - 1)];
  finding.labels.push_back({departing.id.span, "the first step that departs"});
}

void Check(const Guide& guide, RuleContext& context) {
  for (const ProtocolBlock* protocol : BlocksOf<ProtocolBlock>(guide)) {
    CheckProtocol(guide, *protocol, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - protocol: police
    title: The POLICE plan # expect: LG009 @ 16-22 "P, I, O, C, E"
    steps:
      protection: Keep weight off it.
      ice: Cool the sore spot.
      optimal-loading: Move it a little.
      compression: Put gentle pressure on it.
      elevation: Raise it.
    cites: [leaflet]
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - protocol: police
    title: The POLICE plan
    steps:
      protection: Keep weight off it.
      optimal-loading: Move it a little.
      ice: Cool the sore spot.
      compression: Put gentle pressure on it.
      elevation: Raise it.
    cites: [leaflet]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG009",
    .name = "protocol-letters",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A protocol's letters do not match its steps.",
    .rationale =
        R"md(An acronym such as RICE is there to bring the steps and their order to mind. When a step is missing,
has moved or goes by another name, the reader recalls the wrong plan. A step of several words may stand
for several letters.)md",
    .source =
        "guidec's own: an acronym must spell what it stands for; AHRQ PEMAT-P: information in logical "
        "sequence",
    .examples = kExamples,
    .guide = Check,
};

}  // namespace guidec::rules::protocol_letters
