#ifndef GUIDEC_MODEL_PICTURE_PICTURES_H_
#define GUIDEC_MODEL_PICTURE_PICTURES_H_

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "model/content/library.h"

namespace guidec {

// A picture among the sources.
struct PictureFile {
  // What every output calls it: `pictures/` and its path from the workspace, so that no two pictures
  // share a name.
  std::string name;
  std::filesystem::path path;
  // Of a picture that is drawn, what it shows; else null. Both live in the library.
  const Exercise* exercise = nullptr;
  const Picture* drawn = nullptr;
  bool operator==(const PictureFile&) const = default;
};

// Whether the name ends as that of a picture that outputs can hold: PNG, JPEG or SVG.
bool IsPicture(const std::filesystem::path& path);

// What `address` means in the file `source`. Nothing for what is on the web, is no PNG, JPEG or SVG, or is no
// plain path in the workspace (text/plain_path.h).
std::optional<PictureFile> PictureFileOf(const Library& library, SourceId source, std::string_view address);

// An exercise's picture, a file or drawn.
std::optional<PictureFile> PictureFileOf(const Library& library, const Exercise& exercise,
                                         const Picture& picture);

struct PictureBytes {
  std::string bytes;  // for outputs: of an author's SVG, what Sanitised leaves (model/picture/svg.h)
  std::optional<std::string> source = {};  // what the file holds, where that is something else
};

// A picture is read, within the workspace's bounds, or drawn in the theme's colours. Fails on a file that is
// not of the format that its ending says.
Result<PictureBytes> ReadPicture(const Library& library, const PictureFile& picture, const FileSystem& files);

// The pictures that the edition shows, of exercises and in prose; sorted by name, each once.
std::vector<PictureFile> PicturesOf(const Library& library, const Guide& guide, Edition edition);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PICTURE_PICTURES_H_
