#ifndef GUIDEC_LINT_SPANS_H_
#define GUIDEC_LINT_SPANS_H_

#include "diag/diagnostic.h"

namespace guidec {

// Calls `visit` with every place that the finding points to, to read or to change.
template <class Visit>
void ForEachSpan(Diagnostic& finding, const Visit& visit) {
  visit(finding.span);
  for (Label& label : finding.labels) visit(label.span);
  if (!finding.fix) return;
  for (Edit& edit : finding.fix->edits) visit(edit.span);
}

}  // namespace guidec

#endif  // GUIDEC_LINT_SPANS_H_
