#ifndef GUIDEC_TESTS_UNIT_SYNTAX_PARSED_H_
#define GUIDEC_TESTS_UNIT_SYNTAX_PARSED_H_

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "syntax/document.h"

namespace guidec {

// A text and what Parse makes of it.
struct ParsedText {
  explicit ParsedText(std::string text)
      : source(SourceId{}, "a.yaml", std::move(text)), document(Parse(source)) {}
  ParsedText(const ParsedText&) = delete;

  std::string Values() const { return DumpValues(source, document); }

  std::string Place(const Span& span) const {
    const Position begin = source.PositionOf(span.begin);
    const Position end = source.PositionOf(span.end);
    return begin.line == end.line
               ? fmt::format("{}:{}-{}", begin.line, begin.column, end.column)
               : fmt::format("{}:{}-{}:{}", begin.line, begin.column, end.line, end.column);
  }

  // "2:3-5 duplicate-key key `a` is given twice; keep one", a line each.
  std::string Faults() const {
    std::string faults;
    for (const Fault& fault : document.faults) {
      faults += fmt::format("{} {} {}\n", Place(fault.span), fault.rule.name, fault.message);
    }
    return faults;
  }

  // The same, with the labels and fixes of each in lines of their own.
  std::string FaultsWhole() const {
    std::string faults;
    for (const Fault& fault : document.faults) {
      faults += fmt::format("{} {} {}\n", Place(fault.span), fault.rule.name, fault.message);
      for (const Label& label : fault.labels) {
        faults += fmt::format("  label {} {}\n", Place(label.span), label.message);
      }
      if (!fault.fix) continue;
      faults += fmt::format("  {} fix {}:", fault.fix->safety == Safety::kSafe ? "safe" : "unsafe", fault.fix->title);
      for (const Edit& edit : fault.fix->edits) {
        faults += fmt::format(" {} [{}]", Place(edit.span), edit.replacement);
      }
      faults += '\n';
    }
    return faults;
  }

  Source source;
  Document document;
};

struct SyntaxCase {
  std::string_view name;
  std::string_view yaml;
  std::string_view faults;
  std::string_view values;  // that are read all the same
};

// `faults`: how they are told.
inline void CheckCases(std::span<const SyntaxCase> cases, std::string (ParsedText::*faults)() const) {
  for (const SyntaxCase& c : cases) {
    INFO(c.name);
    const ParsedText parsed{std::string(c.yaml)};
    CHECK((parsed.*faults)() == c.faults);
    CHECK(parsed.Values() == c.values);
  }
}

template <class Visit>
void ForEachScalar(const Node& node, const Visit& visit) {
  if (node.IsScalar()) visit(node);
  for (const Pair& pair : node.pairs) {
    ForEachScalar(pair.key, visit);
    ForEachScalar(pair.value, visit);
  }
  for (const Node& item : node.items) ForEachScalar(item, visit);
}

struct Word {
  std::size_t begin;
  std::size_t end;
};

// The runs of other bytes than blanks and line ends.
inline std::vector<Word> WordsOf(const std::string& text) {
  std::vector<Word> words;
  std::size_t begin = text.find_first_not_of(" \t\n");
  while (begin != std::string::npos) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
    words.push_back({begin, end});
    begin = text.find_first_not_of(" \t\n", end);
  }
  return words;
}

}  // namespace guidec

#endif  // GUIDEC_TESTS_UNIT_SYNTAX_PARSED_H_
