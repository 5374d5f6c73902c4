#include "diag/rule.h"

namespace guidec::rules::unicode_space {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     "# expect: YM020 @ 2:9-10 \"behind the colon\"\n"
     "purpose:\xC2\xA0"
     "Builds strength around your trunk.\n"},
    {Example::kBad, "exercises/plank.yaml",
     "equipment:\n"
     "\xC2\xA0\xC2\xA0- mat # expect: YM020 @ 1-3 \"indents this line\"\n"},
    {Example::kGood, "exercises/plank.yaml", "purpose: Builds strength in 5\xC2\xA0weeks.\n"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM020",
    .name = "unicode-space",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A no-break or other Unicode space stands where YAML wants an ordinary one.",
    .rationale =
        R"md(Text that is copied from a web page or a word processor often has spaces that only look like ordinary
ones, U+00A0 above all. YAML takes them for letters: such a line is not indented, and such a colon ends no key. In the
middle of a text they may stand.)md",
    .source = "YAML 1.2.2, sections 6.1 and 7.3.3: indentation spaces, plain style",
    .examples = kExamples,
};

}  // namespace guidec::rules::unicode_space
