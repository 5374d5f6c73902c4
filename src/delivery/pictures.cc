#include "delivery/pictures.h"

#include <algorithm>

#include "base/hash.h"

namespace guidec {
namespace {

std::string MediaTypeOf(const std::string& name) {
  if (name.ends_with(".png")) return "image/png";
  return name.ends_with(".svg") ? "image/svg+xml" : "image/jpeg";
}

}  // namespace

Result<std::vector<LoadedPicture>> LoadPictures(const Library& library, const Guide& guide,
                                                const FileSystem& files) {
  std::vector<LoadedPicture> pictures;
  for (PictureFile& file : PicturesOf(library, guide, Edition::kInstructor)) {
    auto read = ReadPicture(library, file, files);
    if (!read) return tl::unexpected(std::move(read.error()));
    pictures.push_back({std::move(file), std::move(read->bytes), std::move(read->source)});
  }
  return pictures;
}

std::vector<LoadedPicture> PicturesFor(const std::vector<LoadedPicture>& pictures, const Library& library,
                                       const Guide& guide, Edition edition) {
  const std::vector<PictureFile> shown = PicturesOf(library, guide, edition);
  std::vector<LoadedPicture> some = pictures;
  std::erase_if(some, [&](const LoadedPicture& picture) {
    return std::ranges::find(shown, picture.file) == shown.end();
  });
  return some;
}

std::vector<Asset> AssetsOf(const std::vector<LoadedPicture>& pictures) {
  std::vector<Asset> assets;
  for (const LoadedPicture& picture : pictures) {
    assets.push_back({.path = picture.file.name,
                      .media_type = MediaTypeOf(picture.file.name),
                      .size = picture.bytes.size(),
                      .sha256 = Sha256(picture.bytes)});
  }
  return assets;
}

}  // namespace guidec
