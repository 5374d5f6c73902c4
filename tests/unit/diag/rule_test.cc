#include "diag/rule.h"

#include <catch2/catch.hpp>

#include "base/hash.h"
#include "diag/content_key.h"
#include "diag/rule_id.h"

namespace guidec {
namespace rule_test {

TEST_CASE("severities have the names that settings give them") {
  CHECK(SeverityName(Severity::kOff) == "off");
  CHECK(SeverityName(Severity::kInfo) == "info");
  CHECK(SeverityName(Severity::kWarning) == "warning");
  CHECK(SeverityName(Severity::kError) == "error");
}

TEST_CASE("a rule visits what it has a visitor for") {
  const Rule none{.code = "XX001", .name = "a", .severity = Severity::kError, .since = "", .summary = "",
                  .rationale = "", .source = "", .examples = {}};
  CHECK_FALSE(none.visits());
  Rule rules[8] = {none, none, none, none, none, none, none, none};
  rules[0].workspace = [](const Library&, RuleContext&) {};
  rules[1].file = [](const File&, RuleContext&) {};
  rules[2].exercise = [](const Exercise&, RuleContext&) {};
  rules[3].guide = [](const Guide&, RuleContext&) {};
  rules[4].quiz = [](const Guide&, const Quiz&, RuleContext&) {};
  rules[5].question = [](const Guide&, const Question&, RuleContext&) {};
  rules[6].prose = [](const ProseUse&, RuleContext&) {};
  rules[7].passage = [](const ProseUse&, const Passage&, RuleContext&) {};
  for (const Rule& rule : rules) CHECK(rule.visits());
}

TEST_CASE("a finding keeps its rule's code and the words that it points at, with a blank before each") {
  const Rule rule{.code = "XX001", .name = "a", .severity = Severity::kError, .since = "", .summary = "",
                  .rationale = "", .source = "", .examples = {}};
  struct Case {
    const char* text;
    const char* key;
  };
  for (const auto& [text, key] : {Case{"", "XX001"}, {" \t\r\n", "XX001"}, {"a", "XX001 a"}, {" a ", "XX001 a"},
                                  {"a b", "XX001 a b"}, {"\ta\r\n\n  b\tcd\n", "XX001 a b cd"}, {"ab", "XX001 ab"}}) {
    Sources sources;
    const std::string around = "before: ";
    const Source& source = sources.Add("a.yaml", around + text + "after");
    const auto begin = static_cast<std::uint32_t>(around.size());
    const auto end = static_cast<std::uint32_t>(around.size() + std::string_view(text).size());
    const Diagnostic finding{&rule, Severity::kInfo, {source.id(), begin, end}, "message", {}, {}};
    INFO(key);
    CHECK(ContentKey(finding, sources) == Sha256(key).substr(0, 16));
  }
}

}  // namespace rule_test
}  // namespace guidec
