#ifndef GUIDEC_RULES_FILE_ID_H_
#define GUIDEC_RULES_FILE_ID_H_

#include <filesystem>
#include <string>

#include "model/content/library.h"

namespace guidec {

// The id that an exercise should have: its file's name.
inline std::string FileIdOf(const Library& library, const Exercise& exercise) {
  return std::filesystem::path((*library.sources)[exercise.document->source].path()).stem().string();
}

}  // namespace guidec

#endif  // GUIDEC_RULES_FILE_ID_H_
