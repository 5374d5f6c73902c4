// Makes new texts from findings that carry a fix.
#ifndef GUIDEC_LINT_FIX_H_
#define GUIDEC_LINT_FIX_H_

#include <functional>
#include <string>
#include <vector>

#include "base/rewrite.h"
#include "diag/diagnostic.h"
#include "model/read/load.h"

namespace guidec {

// What the linter says of some texts.
struct Judged {
  Sources sources;  // the texts in their order, then what they made the linter read, which is not fixed
  std::vector<Diagnostic> findings;
};

// LoadTexts and Lint, with everything that the run's settings and suppressions do to findings.
using Judge = std::function<Judged(std::vector<NamedText> texts)>;

// Which findings may be fixed: all that carry a fix, with these limits.
struct FixLimits {
  bool allow_unsafe = false;
  // Null: every finding. Else those for which it holds, as those of files that were named.
  std::function<bool(const Diagnostic&, const Sources&)> is_wanted = {};
};

struct FixResult {
  std::vector<Rewrite> rewrites;  // of the texts that change, sorted by path
  Judged judged;                  // what is found after all fixes
  int fixed = 0;                  // fixes made
  int taken_back = 0;             // fixes left out because a new finding would have come of them
};

// Fixes `texts` until nothing is left to fix, in memory. Every finding afterwards was there before,
// and each fix has taken its own away. Fixes are made in the findings' order; one that overlaps an
// earlier one waits for the next round, where insertions at one place overlap. The paths of `texts`
// are all different.
FixResult FixTexts(const std::vector<NamedText>& texts, const Judge& judge, const FixLimits& limits);

// The texts of all sources, to fix what was read.
std::vector<NamedText> TextsOf(const Sources& sources);

}  // namespace guidec

#endif  // GUIDEC_LINT_FIX_H_
