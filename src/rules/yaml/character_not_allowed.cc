#include "diag/rule.h"

namespace guidec::rules::character_not_allowed {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: "Builds strength\e around your trunk." # expect: YM017 @ 26-28 "U+001B"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength&#1; around your trunk. # expect: YM017 @ 25-29 "U+0001"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: "Builds strength\ud800 around your trunk." # expect: YM017 @ 26-32 "names no character"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(purpose: "Builds strength\taround your trunk."
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM017",
    .name = "character-not-allowed",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "An escape or a character reference stands for a character that no output may hold.",
    .rationale =
        R"md(XML, of which EPUB and the files of word processors are made, cannot hold control characters, and HTML
forbids them; so it is with the halves of characters (surrogates) and with noncharacters such as U+FFFE. A reader that
meets one may refuse the whole file. Tabs and line ends are fine. With `--keep-going`, such a character is left out.)md",
    .source = "XML 1.0 (Fifth Edition), section 2.2; HTML Living Standard, section 3.2.5.1",
    .examples = kExamples,
};

}  // namespace guidec::rules::character_not_allowed
