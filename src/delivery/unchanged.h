// A whole build that is the same as one before, so that there is nothing to load and nothing to write.
#ifndef GUIDEC_DELIVERY_UNCHANGED_H_
#define GUIDEC_DELIVERY_UNCHANGED_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "cache/recording_files.h"
#include "delivery/build.h"

namespace guidec {

// What a build read beside the sources, and what it left of each guide.
struct BuildRecord {
  struct Outputs {
    std::string guide;
    std::string manifest;              // its text
    std::vector<std::string> written;  // paths that the build made, without the manifest
  };
  DiskAnswers answers;
  std::vector<Outputs> outputs;
};

std::string WriteBuildRecord(const BuildRecord& record);
// Nothing for what is no record.
std::optional<BuildRecord> ReadBuildRecord(std::string_view bytes);

// The record of a build into `out`, from what it returned.
Result<BuildRecord::Outputs> OutputsOf(const std::string& guide, const std::vector<WrittenFile>& written,
                                       const fs::path& out, const FileSystem& files);

// What the build would write again, for each guide, when `out` already holds exactly that, byte for byte;
// else nothing; a signed delivery also has to bear the signature of `key`. What is not guidec's in there is
// left alone; what killed runs have left is cleaned up.
std::optional<std::vector<std::vector<WrittenFile>>> UnchangedOutputs(const BuildRecord& record,
                                                                      const fs::path& out, FileSystem& files,
                                                                      const SigningKey* key = nullptr);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_UNCHANGED_H_
