#ifndef GUIDEC_MODEL_PICTURE_RASTER_H_
#define GUIDEC_MODEL_PICTURE_RASTER_H_

#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace guidec {

// What readers do with a PNG or JPEG beside showing it.
struct Raster {
  // Of Exif 2.32, 4.6.4 (tag 0x0112): how the picture is to be turned, from 2 to 8; 1 for not at all.
  int orientation = 1;
};

// Walks through the parts that the file is made of, and decodes nothing. Fails on what is not of the format that
// the ending of `path` says, is cut off, or whose checksums are wrong. The error's message follows the picture's
// name: "is cut off".
Result<Raster> ReadRaster(const std::filesystem::path& path, std::string_view bytes);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PICTURE_RASTER_H_
