// What the cache holds of a build, a file or a record, is read whatever it is, and what can be read is the same after
// it was written and read again.
#include "delivery/kept.h"

#include <string>

#include "delivery/unchanged.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  const std::string_view entry = TextOf(data, size);
  if (const auto file = ReadKept(entry)) {
    const auto again = ReadKept(WriteKept(*file));
    Require(again && again->tools == file->tools && again->bytes == file->bytes, "a file changes when it is written");
  }
  if (const auto record = ReadBuildRecord(entry)) {
    const std::string written = WriteBuildRecord(*record);
    const auto again = ReadBuildRecord(written);
    Require(again && WriteBuildRecord(*again) == written, "a record changes when it is written");
  }
  return 0;
}
