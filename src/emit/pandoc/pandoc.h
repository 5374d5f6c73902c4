// The program Pandoc: which one is installed, and running it on a document.
#ifndef GUIDEC_EMIT_PANDOC_PANDOC_H_
#define GUIDEC_EMIT_PANDOC_PANDOC_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/process.h"
#include "base/result.h"

namespace guidec {

struct PandocTool {
  std::string version;           // "2.17.1.1"
  std::vector<int> api_version;  // of its AST: {1, 22, 2, 1}
};

// An error says what to install when Pandoc is missing or older than 2.17.
Result<PandocTool> ProbePandoc(ProcessRunner& processes);

// The names of the formats that it writes, as its --list-output-formats gives them.
Result<std::vector<std::string>> PandocWriters(ProcessRunner& processes);

struct PandocRequest {
  const nlohmann::ordered_json* document = nullptr;
  std::string to;  // "epub3", "docx", …
  std::vector<std::string> options = {};
  std::filesystem::path directory;  // where the files lie that the document and options name
  std::int64_t timestamp = 0;       // Unix seconds: what the output gives as its time
};

// Returns what Pandoc wrote. A warning is a failure: the document is ours, and so is the fault.
Result<std::string> RunPandoc(ProcessRunner& processes, const PandocRequest& request);

}  // namespace guidec

#endif  // GUIDEC_EMIT_PANDOC_PANDOC_H_
