#include "diag/rule.h"

namespace guidec::rules::unreadable_settings {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(extends: house-style.yaml # expect: CF004 @ 10-26 "No such file"
dictionary: words.txt # expect: CF004 @ 13-22 "No such file"
theme:
  logo:
    file: nowhere/logo.svg # expect: CF004 @ 11-27 "there is no file `nowhere/logo.svg`"
    alt: The clinic's name
  templates: nowhere # expect: CF004 @ 14-21 "there is no folder"
)yaml"},
    {Example::kGood, "guidec.yaml", R"yaml(rules:
  LG: info
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "CF004",
    .name = "unreadable-settings",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A file or folder that guidec.yaml names cannot be read.",
    .rationale =
        R"md(Without the dictionary every accepted word is a finding, and without the settings that `extends` names the
workspace is checked by other rules than its authors believe. Paths start from the folder of the file that names them.)md",
    .source = "guidec's own check",
    .examples = kExamples,
};

}  // namespace guidec::rules::unreadable_settings
