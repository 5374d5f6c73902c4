#ifndef GUIDEC_EMIT_JSON_BUNDLE_H_
#define GUIDEC_EMIT_JSON_BUNDLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "emit/view/view.h"

namespace guidec {

// The version of the bundle's shape, whose description in schema/bundle.schema.json has the rule of
// compatibility.
inline constexpr char kBundleVersion[] = "2.1.0";

// A file that the bundle speaks of.
struct Asset {
  std::string path;        // relative to the bundle
  std::string media_type;  // "image/png"
  std::uint64_t size = 0;  // bytes
  std::string sha256;
};

struct BundleOptions {
  Edition edition = Edition::kInstructor;
  std::string generator = {};      // the program and its version; may be empty
  std::vector<Asset> assets = {};  // sorted by path
};

// The guide with all that belongs to it, for apps and for the PDF templates.
nlohmann::ordered_json Bundle(const GuideView& view, const BundleOptions& options);

}  // namespace guidec

#endif  // GUIDEC_EMIT_JSON_BUNDLE_H_
