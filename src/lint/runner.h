#ifndef GUIDEC_LINT_RUNNER_H_
#define GUIDEC_LINT_RUNNER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "diag/diagnostic.h"
#include "model/content/library.h"

namespace guidec {

// Faults of the earlier stages and the findings of every rule that no comment suppresses, with the
// workspace's severities, sorted by path, place and code. `today` is a date such as 2026-11-22. `progress`
// hears of it from kLoaded on (model/read/load.h).
std::vector<Diagnostic> Lint(const Library& library, std::span<const Rule* const> rules,
                             const std::string& today, const ShareDone& progress = {});

// By path, place, code and message: the order in which findings are shown.
void SortFindings(std::vector<Diagnostic>& findings, const Sources& sources);

// The day in UTC: of `source_date` (base/source_date.h), else of the clock.
std::string Today(std::optional<std::int64_t> source_date);

}  // namespace guidec

#endif  // GUIDEC_LINT_RUNNER_H_
