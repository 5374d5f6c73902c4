#include "diag/rule.h"

namespace guidec::rules::linked_folder {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(# yaml-language-server: $schema=../schema/workspace.schema.json
# expect: RF017 @ 1:1-64 "`exercises/borrowed` is a link to a folder"
# linked: exercises/borrowed
name: Example
language: en-US
timing:
  get-ready: 10 s
  change-sides: 5 s
  between-exercises: 15 s
  repetition: 4 s
  open-hold: 30 s
)yaml"},
    {Example::kGood, "guidec.yaml", R"yaml(name: Example
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF017",
    .name = "linked-folder",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A link in the workspace is not followed.",
    .rationale =
        R"md(A link to a folder could lead back to itself, or out of the workspace, so that a stranger's workspace reads the
machine it is checked on. What lies behind it is neither checked nor built, and the guides would look complete
without it. The same holds for a link that leads nowhere. A link to a single file within the workspace is followed,
and so is one to a folder that holds only pictures. The finding stands on the first line of `guidec.yaml`, since a
link has no lines.)md",
    .source = "guidec's own check",
    .examples = kExamples,
};

}  // namespace guidec::rules::linked_folder
