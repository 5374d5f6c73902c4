#ifndef GUIDEC_LINT_RULE_CONTEXT_H_
#define GUIDEC_LINT_RULE_CONTEXT_H_

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "model/content/library.h"
#include "text/language.h"

namespace guidec {

// What a visitor of a rule is given to look around and to report with.
class RuleContext {
 public:
  // `today` is a date such as 2026-11-22.
  RuleContext(const Library& library, const std::string& today) : library_(library), today_(today) {}

  // The finding, to which labels and a fix may be added.
  Diagnostic& Report(Span span, std::string message) {
    return findings_.emplace_back(
        Diagnostic{rule_, rule_->severity, span, std::move(message), {}, std::nullopt});
  }

  const Library& library() const { return library_; }
  const std::string& today() const { return today_; }
  // The language of what is visited, as a BCP 47 tag.
  const std::string& language() const { return *language_; }
  // Whether the rule knows words of the language (Rule::reads).
  bool Reads(std::string_view language) const {
    return std::ranges::find(rule_->reads, PrimaryLanguage(language)) != rule_->reads.end();
  }
  double Value(const Threshold& threshold) const { return library_.Value(threshold); }

  // For the caller of the visitors.
  void Visit(const Rule& rule, const std::string& language) {
    rule_ = &rule;
    language_ = &language;
  }
  std::deque<Diagnostic> TakeFindings() && { return std::move(findings_); }

 private:
  const Library& library_;
  const std::string& today_;
  const Rule* rule_ = nullptr;
  const std::string* language_ = nullptr;
  std::deque<Diagnostic> findings_;
};

}  // namespace guidec

#endif  // GUIDEC_LINT_RULE_CONTEXT_H_
