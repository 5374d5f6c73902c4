// Fixes of what no reader sees leave what readers read as it was.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "diag/edits.h"
#include "model/prose/passage.h"
#include "support/byte_cases.h"
#include "support/expectations.h"

namespace guidec {
namespace layout_fixes_test {

// The words of every passage, and a line for every line break among them.
std::vector<std::string> PassagesIn(const Library& library) {
  std::vector<std::string> passages;
  ForEachPassage(library, [&](const ProseUse&, const Passage& passage) {
    passages.push_back(passage.text);
    for (const Passage::Segment& segment : passage.segments) {
      if (segment.node->type == MarkdownType::kBreak) passages.push_back("break");
    }
  });
  return passages;
}

TEST_CASE("line ends and trailing blanks are fixed without a change to the text") {
  std::size_t fixed = 0;
  for (const Fixture& fixture : ByteCases()) {
    const Linted before(fixture);
    for (const char* code : {"YM012", "YM013"}) {
      std::vector<Edit> edits;
      for (const Diagnostic& finding : before.findings) {
        if (finding.rule->code != code || finding.span.source != before.source->id()) continue;
        REQUIRE(finding.fix);
        edits.insert(edits.end(), finding.fix->edits.begin(), finding.fix->edits.end());
      }
      if (edits.empty() || !before.source->text().starts_with("# yaml-language-server")) continue;
      ++fixed;
      INFO(fixture.name << " " << code);
      const Linted after(Fixture{"", before.source->path(), Apply(*before.source, edits), 0});
      CHECK(PassagesIn(after.library) == PassagesIn(before.library));
    }
  }
  CHECK(fixed >= 5);
}

}  // namespace layout_fixes_test
}  // namespace guidec
