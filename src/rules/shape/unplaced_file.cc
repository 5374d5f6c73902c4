#include "diag/rule.h"

namespace guidec::rules::unplaced_file {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "notes.yaml", R"yaml(idea: Write about ankles. # expect: SC007 "does not know"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [mat]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SC007",
    .name = "unplaced-file",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A YAML file lies where no kind of file is expected.",
    .rationale =
        R"md(guidec knows a file by its name and folder. One that it does not know is in no guide.)md",
    .source = "guidec's source format",
    .examples = kExamples,
};

}  // namespace guidec::rules::unplaced_file
