// An archive that can be read holds the same after it was written and read again.
#include "emit/zip/zip.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  const Result<ZipFiles> files = ReadZip(TextOf(data, size));
  if (!files) {
    Require(!files.error().message.empty(), "an error without words");
    return 0;
  }
  const Result<std::string> written = WriteZip(*files);
  if (!written) return 0;
  const Result<ZipFiles> again = ReadZip(*written);
  Require(again && *again == *files, "an archive changes when it is written");
  return 0;
}
