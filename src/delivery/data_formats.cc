#include "delivery/data_formats.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "delivery/pack.h"
#include "emit/json/free_exercise_db.h"
#include "emit/json/stream.h"
#include "emit/view/view.h"

namespace guidec {

Result<std::string> WriteBundle(const DataSource& source) {
  return source.bundle_text;
}

Result<std::string> WriteStream(const DataSource& source) {
  return StreamOf(source.bundle);
}

Result<std::string> WritePack(const DataSource& source) {
  return PackOf(source.bundle_text, source.pictures, source.manifest, {{"guidec", source.version}});
}

Result<std::string> WriteFreeExerciseDb(const DataSource& source) {
  return FreeExerciseDb(source.view.library, source.view.guide)
      .map([](const nlohmann::ordered_json& exercises) { return exercises.dump(1) + "\n"; });
}

const DataFormat* FindDataFormat(std::string_view name) {
  const auto found = std::ranges::find(kDataFormats, name, &DataFormat::name);
  return found == std::end(kDataFormats) ? nullptr : found;
}

}  // namespace guidec
