#ifndef GUIDEC_DIAG_DIAGNOSTIC_H_
#define GUIDEC_DIAG_DIAGNOSTIC_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/rule.h"
#include "diag/rule_id.h"
#include "text/source.h"

namespace guidec {

// A second place that explains the first: the dose that a step contradicts, the first of two keys.
struct Label {
  Span span;
  std::string message;
};

struct Edit {
  Span span;
  std::string replacement;
};

enum class Safety : std::uint8_t { kSafe, kUnsafe };

struct Fix {
  std::string title;  // "replace `45 seconds` by `{hold}`"
  std::vector<Edit> edits;
  Safety safety = Safety::kSafe;
};

// What a stage noticed about the author's text; the rule named `rule` reports it.
struct Fault {
  RuleId rule;
  Span span;
  std::string message;
  std::vector<Label> labels = {};
  std::optional<Fix> fix = {};
};

struct Diagnostic {
  const Rule* rule = nullptr;
  Severity severity = Severity::kError;
  Span span;
  std::string message;
  std::vector<Label> labels;
  std::optional<Fix> fix;
};

}  // namespace guidec

#endif  // GUIDEC_DIAG_DIAGNOSTIC_H_
