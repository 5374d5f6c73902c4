#ifndef GUIDEC_EMIT_TYPST_PDF_H_
#define GUIDEC_EMIT_TYPST_PDF_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/process.h"
#include "base/result.h"
#include "model/edition.h"
#include "model/theme.h"

namespace guidec {

struct PdfJob {
  std::string template_name;  // "handout.typ"
  std::filesystem::path output;
  Edition edition = Edition::kLearner;             // whose bundle the template reads
  std::map<std::string, std::string> inputs = {};  // what the template reads beside the bundle
};

struct PdfRequest {
  std::filesystem::path data;  // holds templates/ and, for node, node_modules/
  // Pictures lie where a bundle says, relative to its folder.
  std::map<Edition, std::filesystem::path> bundles;
  Theme theme;
  std::string paper;  // "a4" or "letter"
  bool large_print = false;
  std::int64_t timestamp = 0;  // Unix seconds, written into the PDFs
  std::vector<PdfJob> jobs;
};

// Sets all PDFs in one process of node (emit/typst/compile.mjs), and returns the version of its Typst
// package. `on_done` hears of each file as it is finished. Fails on the first template that fails, with
// Typst's message, file and line, or the letters that no font has; and when node or its Typst package is
// missing, too old, or runs into the time limit.
Result<std::string> SetPdfs(ProcessRunner& processes, const PdfRequest& request,
                            const std::function<void(const std::filesystem::path&)>& on_done);

// The version of node, such as "18.20.4". An error says what to install.
Result<std::string> ProbeNode(ProcessRunner& processes);

}  // namespace guidec

#endif  // GUIDEC_EMIT_TYPST_PDF_H_
