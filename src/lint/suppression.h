// Comments that allow what a rule would report:
//   hold: 45 s  # guidec: allow stretch-hold -- the physiotherapist asked for it
#ifndef GUIDEC_LINT_SUPPRESSION_H_
#define GUIDEC_LINT_SUPPRESSION_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "model/content/library.h"

namespace guidec {

// Lines [first, last] of a file, counted from 1.
struct Lines {
  std::uint32_t first = 1;
  std::uint32_t last = 1;
};

struct Suppression {
  Span span{};            // from its `#` to the reason's end
  std::vector<Id> rules;  // names or codes, as written
  std::string reason;     // may be empty
  Lines lines;            // the findings that begin there are allowed
  bool is_whole_file = false;
};

// The suppressions of a document, and faults for comments that look like one and cannot be read.
// Behind a value, a comment is about what begins on its line; on a line of its own, about the next
// line that holds a value; above the file's first value, about the whole file. A scalar of several
// lines belongs to the line where it begins.
struct Suppressions {
  std::vector<Suppression> given;
  std::vector<Fault> faults;
};
Suppressions SuppressionsOf(const Document& document, const Source& source);

// The scalars of a document that have several lines.
class ScalarLines {
 public:
  ScalarLines(const Document& document, const Source& source);

  // The line above which a comment is about the findings that begin on `line`: of a scalar of several
  // lines, the first.
  std::uint32_t FirstLineAt(std::uint32_t line) const;

 private:
  std::vector<Lines> scalars_;  // sorted
};

// Whether a comment may allow what the rule finds: not what is about such comments, nor an error of the
// YAML text or of its shape, without which nothing can be built.
bool CanBeAllowed(const Rule& rule);

// The findings that no suppression allows. `faults` gets what is wrong with suppressions themselves:
// those that allow nothing, give no reason or name no rule; these can only be silenced in guidec.yaml.
std::vector<Diagnostic> WithoutSuppressed(std::vector<Diagnostic> findings, const Library& library,
                                          std::span<const Rule* const> rules, std::vector<Fault>& faults);

}  // namespace guidec

#endif  // GUIDEC_LINT_SUPPRESSION_H_
