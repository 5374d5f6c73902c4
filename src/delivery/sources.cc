#include "delivery/sources.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/hash.h"
#include "model/picture/raster.h"
#include "model/picture/svg.h"

namespace guidec {
namespace {

// A logo is read by Typst as it is.
Result<void> CheckLogo(const fs::path& path, std::string_view bytes) {
  if (path.extension() != ".svg") {
    auto raster = ReadRaster(path, bytes);
    if (raster) return {};
    return Failure(fmt::format("logo `{}` {}", path.generic_string(), raster.error().message),
                   std::move(raster.error().hint));
  }
  const auto clean = Sanitised(bytes);
  if (clean && clean->removed.empty()) return {};
  return Failure(fmt::format("logo `{}` {}", path.generic_string(),
                             clean ? "holds " + clean->removed.front() : "is " + clean.error().message),
                 "save it anew as plain SVG");
}

}  // namespace

Result<std::vector<ManifestEntry>> SourcesOf(const Library& library, const Guide& guide,
                                             const std::vector<LoadedPicture>& pictures,
                                             const std::vector<ThemeFile>& theme_files) {
  std::set<const Document*> documents = {guide.document, guide.references_document};
  if (guide.quiz) documents.insert(guide.quiz->document);
  for (const Exercise* exercise : ExercisesOf(library, guide)) documents.insert(exercise->document);
  for (const File& file : library.files) {
    if (file.kind == Kind::kGlossary || file.kind == Kind::kWorkspace) documents.insert(&file.document);
  }
  std::vector<ManifestEntry> sources;
  const auto add = [&](const fs::path& path, std::string_view bytes, std::string sha256) {
    const fs::path from_root =
        path.lexically_normal().lexically_relative(library.workspace.root.lexically_normal());
    sources.push_back(
        {.path = from_root.generic_string(), .size = bytes.size(), .sha256 = std::move(sha256)});
  };
  for (const Document* document : documents) {
    if (document == nullptr) continue;
    const Source& source = (*library.sources)[document->source];
    add(source.path(), source.text(), Sha256(source.text()));
  }
  for (const LoadedPicture& picture : pictures) {
    if (picture.file.drawn != nullptr) continue;
    const std::string& bytes = picture.source ? *picture.source : picture.bytes;
    add(picture.file.path, bytes, Sha256(bytes));
  }
  for (const ThemeFile& file : theme_files) {
    if (file.part == ThemePart::kLogo) {
      if (auto checked = CheckLogo(file.path, file.bytes); !checked) return tl::unexpected(checked.error());
    }
    add(file.path, file.bytes, file.sha256);
  }
  std::ranges::sort(sources, {}, &ManifestEntry::path);
  // A logo may be a picture or a file of the templates, too.
  const auto is_same = [](const ManifestEntry& a, const ManifestEntry& b) { return a.path == b.path; };
  sources.erase(std::unique(sources.begin(), sources.end(), is_same), sources.end());
  return sources;
}

}  // namespace guidec
