// A picture is taken or refused with a reason, is turned in a way that Exif has, and does not depend on what stands
// behind its end.
#include <string>

#include "fuzz/target.h"
#include "model/picture/raster.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  const std::string_view bytes = TextOf(data, size);
  for (const char* path : {"picture.png", "picture.jpg"}) {
    const Result<Raster> raster = ReadRaster(path, bytes);
    if (!raster) {
      Require(!raster.error().message.empty() && !raster.error().hint.empty(), "an error without words");
      continue;
    }
    Require(raster->orientation >= 1 && raster->orientation <= 8, "an orientation that Exif does not have");
    const Result<Raster> longer = ReadRaster(path, std::string(bytes) + "more");
    Require(longer && longer->orientation == raster->orientation, "what stands behind the end is looked at");
  }
  return 0;
}
