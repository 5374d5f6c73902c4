// Offers everything in a library to the rules that asked for it.
#ifndef GUIDEC_LINT_WALK_H_
#define GUIDEC_LINT_WALK_H_

#include <span>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "diag/diagnostic.h"
#include "model/content/library.h"

namespace guidec {

// Calls the visitors of `rules`, on several threads, and returns what they report, in any order. `progress`
// hears of it from kLoaded on (model/read/load.h).
std::vector<Diagnostic> Walk(const Library& library, std::span<const Rule* const> rules,
                             const std::string& today, const ShareDone& progress = {});

}  // namespace guidec

#endif  // GUIDEC_LINT_WALK_H_
