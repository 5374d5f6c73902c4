#ifndef GUIDEC_LINT_RULE_CONTEXT_H_
#define GUIDEC_LINT_RULE_CONTEXT_H_

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"

namespace guidec {

// What a rule's check is given to report with.
class RuleContext {
 public:
  // `today` is a date such as 2026-11-22.
  RuleContext(const Rule& rule, std::string today) : rule_(rule), today_(std::move(today)) {}

  // The finding, to which labels and a fix may be added.
  Diagnostic& Report(Span span, std::string message) {
    return findings_.emplace_back(
        Diagnostic{&rule_, rule_.severity, span, std::move(message), {}, std::nullopt});
  }

  const std::string& today() const { return today_; }
  const Rule& rule() const { return rule_; }
  const std::deque<Diagnostic>& findings() const { return findings_; }
  std::deque<Diagnostic> TakeFindings() && { return std::move(findings_); }

 private:
  const Rule& rule_;
  std::string today_;
  std::deque<Diagnostic> findings_;
};

}  // namespace guidec

#endif  // GUIDEC_LINT_RULE_CONTEXT_H_
