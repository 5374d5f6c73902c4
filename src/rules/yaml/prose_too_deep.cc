#include "diag/rule.h"

namespace guidec::rules::prose_too_deep {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: ">>>>>>>>> Rest." # expect: YM018 @ 19-20 "more than 8 levels"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: "> - > - > - > - > Rest." # expect: YM018 @ 27-28 "more than 8 levels"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(purpose: ">>>>>>>> Rest."
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM018",
    .name = "prose-too-deep",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Quotes, lists, emphasis and links in a text are nested more than 8 levels deep.",
    .rationale =
        R"md(No reader keeps track of that many, and the programs that make documents fail over more. What is deeper is
left out of every output. The limit is `prose-depth`.)md",
    .source = "guidec's own limit",
    .examples = kExamples,
};

}  // namespace guidec::rules::prose_too_deep
