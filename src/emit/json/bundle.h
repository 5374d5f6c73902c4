#ifndef GUIDEC_EMIT_JSON_BUNDLE_H_
#define GUIDEC_EMIT_JSON_BUNDLE_H_

#include <string>

#include <nlohmann/json.hpp>

#include "model/library.h"

namespace guidec {

// The version of the bundle's shape: schema/bundle.schema.json.
inline constexpr char kBundleVersion[] = "1.1.0";

// The guide with all that belongs to it, for apps and for the PDF templates. `generator` names the
// program and its version.
nlohmann::ordered_json Bundle(const Library& library, const Guide& guide, Edition edition,
                              const std::string& generator);

// Where the bundle says that an exercise's picture lies, relative to the bundle.
std::string PicturePath(const Exercise& exercise, const Picture& picture);

}  // namespace guidec

#endif  // GUIDEC_EMIT_JSON_BUNDLE_H_
