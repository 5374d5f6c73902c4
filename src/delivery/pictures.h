#ifndef GUIDEC_DELIVERY_PICTURES_H_
#define GUIDEC_DELIVERY_PICTURES_H_

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "emit/json/bundle.h"
#include "model/picture/pictures.h"

namespace guidec {

struct LoadedPicture {
  PictureFile file;
  std::string bytes;
  std::optional<std::string> source = {};  // what the file holds, where that is something else
};

// The pictures of the guide's instructor edition, which shows all, sorted by name. Fails on the first that
// cannot be read.
Result<std::vector<LoadedPicture>> LoadPictures(const Library& library, const Guide& guide,
                                                const FileSystem& files);

// Those that the edition shows.
std::vector<LoadedPicture> PicturesFor(const std::vector<LoadedPicture>& pictures, const Library& library,
                                       const Guide& guide, Edition edition);

// As the bundle lists them.
std::vector<Asset> AssetsOf(const std::vector<LoadedPicture>& pictures);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_PICTURES_H_
