#ifndef GUIDEC_RENDER_TEXT_H_
#define GUIDEC_RENDER_TEXT_H_

#include <span>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "text/source.h"

namespace guidec {

// One finding with its code frame: the lines it points at, carets, labels and the fix.
std::string RenderFrame(const Diagnostic& finding, const Sources& sources, bool colour);

// `path:line:column: severity[CODE] message (name)`, one line each.
std::string RenderConcise(std::span<const Diagnostic> findings, const Sources& sources);

// A JSON array. Lines and columns count from 1, columns in code points; bytes from 0, half-open.
std::string RenderJson(std::span<const Diagnostic> findings, const Sources& sources);

struct Tally {
  int errors = 0;
  int warnings = 0;
  int infos = 0;
  int total() const { return errors + warnings + infos; }
};

Tally Count(std::span<const Diagnostic> findings);

// "3 errors, 1 warning", or "no findings".
std::string Summary(const Tally& tally);

}  // namespace guidec

#endif  // GUIDEC_RENDER_TEXT_H_
