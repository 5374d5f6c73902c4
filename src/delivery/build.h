#ifndef GUIDEC_DELIVERY_BUILD_H_
#define GUIDEC_DELIVERY_BUILD_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "base/signature.h"
#include "base/tool_limits.h"
#include "cache/cache.h"
#include "model/content/library.h"
#include "model/content/print_settings.h"

namespace guidec {

struct BuildOptions {
  std::filesystem::path out;         // outputs/: the guide's own folder is made below it
  std::vector<std::string> formats;  // that CheckFormats lets through (delivery/formats.h)
  std::vector<Edition> editions;
  PrintSettings print = kPrintDefaults;
  std::filesystem::path data;                     // templates/ (base/data_directory.h)
  std::string version;                            // guidec's own: "0.1.0"
  std::optional<std::int64_t> source_date = {};   // base/source_date.h
  std::uint64_t theme_size = ToolLimits().theme;  // bytes of the theme's files
  const SigningKey* signing_key = nullptr;        // outlives the build; null leaves the delivery unsigned
};

struct WrittenFile {
  std::string path;  // below the guide's folder
  std::uint64_t size = 0;
  bool was_kept = false;  // from an earlier run, and not made anew
};

// Told of each artefact as it is done. May be called from several threads, one at a time.
using Progress = std::function<void(const std::string& path, std::size_t done, std::size_t total)>;

// Makes outputs/<guide>/ whole or not at all: everything is written into a hidden folder beside it,
// which then takes its place in one step. Files of other formats that an earlier build left there
// stay, and so does everything that is not guidec's; it fails where that is in the way. What Pandoc and Typst
// would write as they did before comes from the cache; without a file of theirs to make, no program is
// started. Returns what this build wrote, sorted by path.
Result<std::vector<WrittenFile>> BuildGuide(const Library& library, const Guide& guide,
                                            const BuildOptions& options, FileSystem& files,
                                            ProcessRunner& processes, const Cache& cache,
                                            const Progress& progress);

// The time that outputs carry, in Unix seconds: `source_date`, else the day of the guide's review, so
// that the same sources give the same bytes at any time.
std::int64_t TimestampOf(const Guide& guide, std::optional<std::int64_t> source_date);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_BUILD_H_
