// An edition of a guide as Pandoc takes it: every document of the edition is written from the same one.
#ifndef GUIDEC_EMIT_PANDOC_MANUSCRIPT_H_
#define GUIDEC_EMIT_PANDOC_MANUSCRIPT_H_

#include <cstdint>
#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "emit/pandoc/pandoc.h"

namespace guidec {

struct ManuscriptOptions {
  std::filesystem::path data;     // holds templates/
  std::filesystem::path scratch;  // a folder that holds the pictures of the document, under their names
  std::int64_t timestamp = 0;     // Unix seconds: when the documents were last changed
  std::string generator = {};     // "guidec 0.1.0"
};

struct Manuscript {
  PandocTool tool;
  nlohmann::ordered_json document;  // PandocDocument's
  ManuscriptOptions options;
};

// For the Pandoc that is installed. Fails when it is missing, too old or runs into its time limit.
Result<Manuscript> PrepareManuscript(nlohmann::ordered_json document, const ManuscriptOptions& options,
                                     ProcessRunner& processes);

// Copies a template into the scratch folder, where Pandoc finds it by its name.
Result<void> StageTemplate(const ManuscriptOptions& options, const std::string& name, FileSystem& files);

}  // namespace guidec

#endif  // GUIDEC_EMIT_PANDOC_MANUSCRIPT_H_
