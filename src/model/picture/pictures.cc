#include "model/picture/pictures.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/bounds.h"
#include "model/picture/figure.h"
#include "model/picture/raster.h"
#include "model/picture/svg.h"
#include "text/plain_path.h"

namespace guidec {
bool IsPicture(const fs::path& path) {
  static constexpr std::array<std::string_view, 4> kExtensions = {".png", ".jpg", ".jpeg", ".svg"};
  return std::ranges::find(kExtensions, path.extension().string()) != kExtensions.end();
}

std::optional<PictureFile> PictureFileOf(const Library& library, SourceId source, std::string_view address) {
  const fs::path file(address);
  // `https://example.org/a.png` is no path, though it looks like one.
  if (address.find(':') != std::string_view::npos) return std::nullopt;
  if (file.is_absolute() || !IsPicture(file)) return std::nullopt;
  fs::path path = (fs::path((*library.sources)[source].path()).parent_path() / file).lexically_normal();
  const fs::path inside = path.lexically_relative(library.workspace.root.lexically_normal());
  if (FaultInPath(inside.generic_string())) return std::nullopt;
  return PictureFile{"pictures/" + inside.generic_string(), std::move(path)};
}

std::optional<PictureFile> PictureFileOf(const Library& library, const Exercise& exercise,
                                         const Picture& picture) {
  auto file = PictureFileOf(library, exercise.document->source, picture.file.value);
  if (file && picture.figure) {
    file->exercise = &exercise;
    file->drawn = &picture;
  }
  return file;
}

Result<PictureBytes> ReadPicture(const Library& library, const PictureFile& picture,
                                 const FileSystem& files) {
  if (picture.drawn != nullptr) {
    return PictureBytes{FigureSvg(*picture.exercise, *picture.drawn, ColoursOf(library.workspace.theme))};
  }
  const WorkspaceBounds bounds(files, library.workspace.root);
  if (auto fault = bounds.FaultIn(picture.path)) return tl::unexpected(*std::move(fault));
  auto bytes = bounds.Read(picture.path, library.limits.picture_size);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  if (picture.path.extension() != ".svg") {
    if (auto raster = ReadRaster(picture.path, *bytes); !raster) {
      return Failure(fmt::format("`{}` {}", picture.path.generic_string(), raster.error().message),
                     std::move(raster.error().hint));
    }
    return PictureBytes{*std::move(bytes)};
  }
  auto clean = Sanitised(*bytes);
  if (!clean) {
    return Failure(fmt::format("`{}` is {}", picture.path.generic_string(), clean.error().message),
                   "save it anew as plain SVG");
  }
  return PictureBytes{std::move(clean->bytes), *std::move(bytes)};
}

std::vector<PictureFile> PicturesOf(const Library& library, const Guide& guide, Edition edition) {
  std::vector<PictureFile> pictures;
  const auto add = [&](SourceId source, std::string_view address) {
    if (auto file = PictureFileOf(library, source, address)) pictures.push_back(*std::move(file));
  };
  const auto add_images = [&](const Prose& prose) {
    ForEachNode(prose.root, [&](const MarkdownNode& node) {
      if (node.type == MarkdownType::kImage) add(prose.span().source, node.url);
    });
  };
  for (const Exercise* exercise : ExercisesOf(library, guide)) {
    for (const Picture& picture : exercise->pictures) {
      if (auto file = PictureFileOf(library, *exercise, picture)) pictures.push_back(*std::move(file));
    }
  }
  for (const ProseUse& use : ProseOf(library, guide)) {
    if (use.role != Role::kWhy || edition == Edition::kInstructor) add_images(*use.prose);
  }
  for (const Term* term : guide.terms) add_images(term->meaning);
  std::ranges::sort(pictures, {}, &PictureFile::name);
  pictures.erase(std::unique(pictures.begin(), pictures.end()), pictures.end());
  return pictures;
}

}  // namespace guidec
