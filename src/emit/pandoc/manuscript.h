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
#include "model/content/library.h"

namespace guidec {

struct ManuscriptOptions {
  std::filesystem::path data;     // holds templates/
  std::filesystem::path scratch;  // a folder for what Pandoc reads
  std::int64_t timestamp = 0;     // Unix seconds: when the documents were last changed
  std::string generator = {};     // "guidec 0.1.0"
  Edition edition = Edition::kLearner;
  AnswerPlace answers = AnswerPlace::kDetails;
};

struct Manuscript {
  PandocTool tool;
  nlohmann::ordered_json document;  // as PandocDocument has it
  ManuscriptOptions options;        // in the scratch folder lie the pictures, under their names
};

// Writes the guide's edition as Pandoc's tree, and puts the pictures into the scratch folder. Fails when
// Pandoc is missing, too old or runs into its time limit, and when a picture cannot be read.
Result<Manuscript> PrepareManuscript(const Library& library, const Guide& guide,
                                     const ManuscriptOptions& options, FileSystem& files,
                                     ProcessRunner& processes);

// Copies a template into the scratch folder, where Pandoc finds it by its name.
Result<void> StageTemplate(const ManuscriptOptions& options, const std::string& name, FileSystem& files);

}  // namespace guidec

#endif  // GUIDEC_EMIT_PANDOC_MANUSCRIPT_H_
