#ifndef GUIDEC_RENDER_SARIF_RUNS_H_
#define GUIDEC_RENDER_SARIF_RUNS_H_

#include <cstddef>

#include "render/finding_json.h"

namespace guidec {

// What GitHub takes of one run; a file with more in a run is refused as a whole. It takes 20 runs in a file.
// https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
inline constexpr std::size_t kMaxResults = 25'000;

// The runs of a SARIF log, for one run with all results: itself, or as many as its results need. All of them are
// like it but for the results and the category, which GitHub wants to differ within a file: `guidec/`, then
// `guidec/2/`, and so on.
// https://github.blog/changelog/2024-05-06-code-scanning-will-stop-combining-runs-from-a-single-upload/
Json SplitRun(Json run, std::size_t max_results = kMaxResults);

}  // namespace guidec

#endif  // GUIDEC_RENDER_SARIF_RUNS_H_
