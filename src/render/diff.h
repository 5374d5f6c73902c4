#ifndef GUIDEC_RENDER_DIFF_H_
#define GUIDEC_RENDER_DIFF_H_

#include <span>
#include <string>

#include "base/rewrite.h"

namespace guidec {

// What `git apply` and `patch -p1` do to the files, as a unified diff with three lines of context;
// empty when nothing changes. Lines keep their ends, CR LF too.
std::string UnifiedDiff(std::span<const Rewrite> rewrites);

}  // namespace guidec

#endif  // GUIDEC_RENDER_DIFF_H_
