#ifndef GUIDEC_BUILD_PLAN_H_
#define GUIDEC_BUILD_PLAN_H_

#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/library.h"

namespace guidec {

enum class Maker : unsigned char { kBundle, kPicture, kPandoc, kTypst };

// One file that a build makes.
struct Artefact {
  std::string path;  // below outputs/<guide>/
  Maker maker = Maker::kBundle;
  std::string source = {};                         // kTypst: the template; kPicture: the file to copy
  std::map<std::string, std::string> inputs = {};  // kTypst: what the template reads
};

inline constexpr std::string_view kFormats[] = {"epub", "pdf", "json"};

// What `formats` ask for, in the order of the folder's listing. Fails when two artefacts would have
// the same path.
Result<std::vector<Artefact>> PlanOf(const Library& library, const Guide& guide,
                                     std::span<const std::string> formats);

}  // namespace guidec

#endif  // GUIDEC_BUILD_PLAN_H_
