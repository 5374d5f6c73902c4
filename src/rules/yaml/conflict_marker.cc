#include "diag/rule.h"

namespace guidec::rules::conflict_marker {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(# expect: YM019 @ 2:1-13 "keep one version"
<<<<<<< HEAD
purpose: Builds strength around your trunk.
=======
purpose: Strengthens your trunk.
>>>>>>> shorter
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(purpose: Strengthens your trunk.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM019",
    .name = "conflict-marker",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A file has a conflict that a merge has left.",
    .rationale =
        R"md(Where two people have changed the same lines, version control writes both versions, between the markers
`<<<<<<<`, `=======` and `>>>>>>>`, and leaves it to a person to decide. The first version is checked like the rest of
the file.)md",
    .source = "git-merge(1), How conflicts are presented",
    .examples = kExamples,
};

}  // namespace guidec::rules::conflict_marker
