// The formats that guidec writes by itself, from a guide's view. A new one is a folder in emit/, a function
// here and a row.
#ifndef GUIDEC_DELIVERY_DATA_FORMATS_H_
#define GUIDEC_DELIVERY_DATA_FORMATS_H_

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"

namespace guidec {

struct GuideView;
struct LoadedPicture;
struct Manifest;

// Of one edition.
struct DataSource {
  const GuideView& view;
  const nlohmann::ordered_json& bundle;
  const std::string& bundle_text;  // as bundle.json holds it
  const std::vector<LoadedPicture>& pictures;
  const Manifest& manifest;    // without files
  const std::string& version;  // guidec's
};

Result<std::string> WriteBundle(const DataSource& source);
Result<std::string> WriteStream(const DataSource& source);
Result<std::string> WritePack(const DataSource& source);
Result<std::string> WriteFreeExerciseDb(const DataSource& source);

struct DataFormat {
  std::string_view name;  // as --to has it; also how the file's name ends, behind the guide's id
  Result<std::string> (*write)(const DataSource& source);
  bool holds_pictures = false;  // or has none to show
  // Of a format that has no word of the quiz, so that the learner's edition has it for all: the file's name.
  std::string_view only_file = {};
};

inline constexpr DataFormat kDataFormats[] = {
    {.name = "json", .write = WriteBundle},
    {.name = "ndjson", .write = WriteStream},
    {.name = "zip", .write = WritePack, .holds_pictures = true},
    {.name = "free-exercise-db", .write = WriteFreeExerciseDb, .only_file = "free-exercise-db.json"},
};

// Null for a format that is none of these.
const DataFormat* FindDataFormat(std::string_view name);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_DATA_FORMATS_H_
