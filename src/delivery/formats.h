// What `--to` and `outputs.to` may name.
#ifndef GUIDEC_DELIVERY_FORMATS_H_
#define GUIDEC_DELIVERY_FORMATS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/process.h"
#include "base/result.h"
#include "delivery/plan.h"

namespace guidec {

struct GuideView;
struct LoadedPicture;
struct Manifest;

// What guidec writes data from: one edition.
struct DataSource {
  const GuideView& view;
  const nlohmann::ordered_json& bundle;
  const std::string& bundle_text;  // as bundle.json holds it
  const std::vector<LoadedPicture>& pictures;
  const Manifest& manifest;    // without files
  const std::string& version;  // guidec's
};

struct OutputFormat {
  std::string_view name;  // as --to has it
  Maker maker = Maker::kPandoc;
  bool holds_pictures = false;                                       // or has none to show
  Result<std::string> (*write)(const DataSource& source) = nullptr;  // of kData
  // Of a format that has no word of the quiz, so that the learner's edition has it for all: the file's name.
  std::string_view only_file = {};
};

// The formats that guidec knows, in the order of the help. Any other name is one of Pandoc's writers.
std::span<const OutputFormat> OutputFormats();

// Null for a format that is none of these.
const OutputFormat* FindOutputFormat(std::string_view name);

// "tex" for "latex": how the name of a file of that format ends, without its dot.
std::string ExtensionOf(const std::string& format);

// Whether files of the format hold their pictures, or have none to show. Else they lie beside them.
bool HoldsPictures(const std::string& format);

// Fails on a name that is neither one of OutputFormats nor a writer of the Pandoc that is installed, with the
// nearest one; and on Pandoc's names for what guidec writes better under its own. Asks Pandoc only when
// guidec does not know a name.
Result<void> CheckFormats(std::span<const std::string> formats, ProcessRunner& processes);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_FORMATS_H_
