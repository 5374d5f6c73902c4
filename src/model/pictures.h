#ifndef GUIDEC_MODEL_PICTURES_H_
#define GUIDEC_MODEL_PICTURES_H_

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/library.h"

namespace guidec {

// A picture among the sources.
struct PictureFile {
  // What every output calls it: `pictures/` and its path from the workspace, so that no two pictures
  // share a name.
  std::string name;
  std::filesystem::path path;
  std::string drawing = {};  // what is written under the name, of a picture that is drawn
  bool operator==(const PictureFile&) const = default;
};

// What `address` means in the file `source`. Nothing for what is on the web, is no PNG, JPEG or SVG, or
// leads out of the workspace.
std::optional<PictureFile> PictureFileOf(const Library& library, SourceId source, std::string_view address);

// An exercise's picture, a file or drawn.
std::optional<PictureFile> PictureFileOf(const Library& library, const Exercise& exercise,
                                         const Picture& picture);

// The pictures that the edition shows, of exercises and in prose; sorted by name, each once.
std::vector<PictureFile> PicturesOf(const Library& library, const Guide& guide, Edition edition);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PICTURES_H_
