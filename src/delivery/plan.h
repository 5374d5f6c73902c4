#ifndef GUIDEC_DELIVERY_PLAN_H_
#define GUIDEC_DELIVERY_PLAN_H_

#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/content/library.h"

namespace guidec {

enum class Maker : unsigned char { kData, kPicture, kPandoc, kTypst };

// One file that a build makes. What is the instructor's lies below instructor/, so that all else may
// be handed out.
struct Artefact {
  std::string path;  // below outputs/<guide>/
  Maker maker = Maker::kData;
  std::string format = {};  // what asks for it, as --to has it
  Edition edition = Edition::kLearner;
  std::string source = {};                         // kTypst: the template; kPicture: the file to copy
  std::map<std::string, std::string> inputs = {};  // kTypst: what the template reads
};

// Below outputs/<guide>/: "", or "instructor/".
std::string FolderOf(Edition edition);
// For whom the file at that path below outputs/<guide>/ is.
Edition EditionOf(std::string_view path);

// What `formats` (CheckFormats, delivery/formats.h) ask for in these editions, in the order of the
// folder's listing. Of the PDFs, only the answer key is the instructor's. Fails when two artefacts would
// have the same path, or one has none that is plain (text/plain_path.h).
Result<std::vector<Artefact>> PlanOf(const Library& library, const Guide& guide,
                                     std::span<const std::string> formats, std::span<const Edition> editions);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_PLAN_H_
