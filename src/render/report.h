#ifndef GUIDEC_RENDER_REPORT_H_
#define GUIDEC_RENDER_REPORT_H_

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

#include "diag/diagnostic.h"
#include "text/source.h"

namespace guidec {

// What one run of the linter has to say; each format shows it in its own way.
struct Report {
  std::span<const Diagnostic> findings;  // sorted by path, place and code
  const Sources& sources;
  std::span<const SourceId> files;          // the files that were checked, sorted by path
  std::span<const Rule* const> rules = {};  // all that guidec knows, sorted by code
  std::string_view version = {};            // guidec's
  bool complete = true;                     // false when something could not be read, which has been said
  bool colour = false;
  // Of services, which show files by their paths in a repository (render/repository.h). Both are absolute, or
  // empty: then paths are as they are.
  std::filesystem::path folder = {};      // where guidec runs, from which paths count
  std::filesystem::path repository = {};  // the checkout around it, else `folder`
  std::string_view category = {};         // what SARIF calls the run; empty: the tool's name
  Severity fail_on = Severity::kWarning;  // the least severe finding that fails the run; kOff is none
  // Of `text` alone:
  std::size_t max_findings = 0;  // how many are shown in full; 0 is all
  bool counts_only = false;      // how many of which rule, instead of the findings
  bool summary = true;           // the line that counts, at the end

  bool Fails(const Diagnostic& finding) const {
    return fail_on != Severity::kOff && finding.severity >= fail_on;
  }
};

}  // namespace guidec

#endif  // GUIDEC_RENDER_REPORT_H_
