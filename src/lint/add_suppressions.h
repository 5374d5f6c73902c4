#ifndef GUIDEC_LINT_ADD_SUPPRESSIONS_H_
#define GUIDEC_LINT_ADD_SUPPRESSIONS_H_

#include <span>
#include <string>
#include <vector>

#include "base/rewrite.h"
#include "diag/diagnostic.h"

namespace guidec {

// Texts of `files` in which a comment above allows each of `findings`, one comment a line, sorted by path.
// Files that are not valid YAML, and findings that no comment can allow, are left alone.
std::vector<Rewrite> AddSuppressions(std::span<const Diagnostic> findings, const Sources& sources,
                                     std::span<const SourceId> files, const std::string& reason);

}  // namespace guidec

#endif  // GUIDEC_LINT_ADD_SUPPRESSIONS_H_
