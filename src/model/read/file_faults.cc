#include "model/read/file_faults.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "diag/rule_ids.h"
#include "model/picture/pictures.h"
#include "model/picture/raster.h"
#include "model/picture/svg.h"

namespace guidec {
namespace {

void NoteMissing(const ThemePath& named, FileKind wanted, const KindOfFile& kind,
                 std::vector<Fault>& faults) {
  const FileKind there = kind(named.path);
  if (there == wanted) return;
  const std::string path = named.path.generic_string();
  faults.push_back({rule_ids::kUnreadableSettings, named.span,
                    there == FileKind::kBeyond
                        ? fmt::format("`{}` lies beyond what a workspace may read; put it into the "
                                      "workspace, or next to it in the same checkout",
                                      path)
                        : fmt::format("there is no {} `{}`; paths start from the folder of this file",
                                      wanted == FileKind::kFile ? "file" : "folder", path)});
}

struct PictureFault {
  RuleId rule;
  std::string message;
};

// What an author's SVG would lose on its way into outputs, or why it is none.
std::vector<PictureFault> FaultsOfSvg(const std::string& name, std::string_view bytes) {
  const auto clean = Sanitised(bytes);
  if (!clean) {
    return {{rule_ids::kUnsafePicture,
             fmt::format("picture `{}` is {}; save it anew as plain SVG", name, clean.error().message)}};
  }
  if (clean->removed.empty()) return {};
  const std::span shown = std::span(clean->removed).first(std::min<std::size_t>(clean->removed.size(), 3));
  return {{rule_ids::kUnsafePicture,
           fmt::format("picture `{}` holds {}{}, which outputs leave out; save it as plain SVG", name,
                       fmt::join(shown, ", "), shown.size() < clean->removed.size() ? " and more" : "")}};
}

std::vector<PictureFault> FaultsOfPicture(const fs::path& path, const ReadText& read) {
  const std::string name = path.generic_string();
  const auto bytes = read(path);
  if (!bytes) {
    const Error& error = bytes.error();
    return {{rule_ids::kBrokenPicture,
             error.hint.empty() ? error.message : fmt::format("{}; {}", error.message, error.hint)}};
  }
  if (path.extension() == ".svg") return FaultsOfSvg(name, *bytes);
  const auto raster = ReadRaster(path, *bytes);
  if (!raster) {
    return {{rule_ids::kBrokenPicture,
             fmt::format("picture `{}` {}; {}", name, raster.error().message, raster.error().hint)}};
  }
  if (raster->orientation == 1) return {};
  return {
      {rule_ids::kTurnedPicture,
       fmt::format(
           "picture `{}` lies turned in its file, and Word shows it so, whatever its mark (EXIF orientation "
           "{}) says; save it upright",
           name, raster->orientation)}};
}

// Reads and looks through each picture once, however often it is shown.
class PictureFaults {
 public:
  explicit PictureFaults(const ReadText& read) : read_(read) {}

  void Note(const fs::path& path, const Span& span, std::vector<Fault>& faults) {
    const auto [known, is_new] = known_.try_emplace(path);
    if (is_new) known->second = FaultsOfPicture(path, read_);
    for (const PictureFault& fault : known->second) faults.push_back({fault.rule, span, fault.message});
  }

 private:
  const ReadText& read_;
  std::map<fs::path, std::vector<PictureFault>> known_;
};

class FileFaults {
 public:
  FileFaults(const Library& library, const KindOfFile& kind, const ReadText& read)
      : library_(library), kind_(kind), pictures_(read) {}

  std::vector<Fault> Run() {
    AddTheme(library_.workspace.theme);
    for (const Exercise& exercise : library_.exercises) {
      for (const Picture& picture : exercise.pictures) {
        if (!picture.figure) AddPicture(picture.file.span, picture.file.value);
      }
    }
    for (const ProseUse& use : library_.prose) {
      ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
        if (node.type == MarkdownType::kImage) AddPicture(use.prose->SpanOf(node), node.url);
      });
    }
    return std::move(faults_);
  }

 private:
  void AddTheme(const Theme& theme) {
    if (theme.logo) {
      NoteMissing(*theme.logo, FileKind::kFile, kind_, faults_);
      if (kind_(theme.logo->path) == FileKind::kFile) {
        pictures_.Note(theme.logo->path, theme.logo->span, faults_);
      }
    }
    if (theme.fonts) NoteMissing(*theme.fonts, FileKind::kDirectory, kind_, faults_);
    if (theme.templates) NoteMissing(*theme.templates, FileKind::kDirectory, kind_, faults_);
  }

  void AddPicture(const Span& span, std::string_view address) {
    const auto picture = PictureFileOf(library_, span.source, address);
    if (!picture) {
      // What is an address is a link's rule to judge.
      if (address.find(':') != std::string_view::npos) return;
      return Add(span,
                 fmt::format("`{}` is no picture of the workspace; write the path from this file to a PNG, "
                             "JPEG or SVG file",
                             address));
    }
    const FileKind there = kind_(picture->path);
    if (there == FileKind::kFile) return pictures_.Note(picture->path, span, faults_);
    const std::string path = picture->path.generic_string();
    Add(span, there == FileKind::kBeyond
                  ? fmt::format(
                        "picture `{}` is a link that leads out of the workspace; put the picture there", path)
                  : fmt::format("picture `{}` does not exist; put it there or correct the name", path));
  }

  void Add(const Span& span, std::string message) {
    faults_.push_back({rule_ids::kMissingPicture, span, std::move(message)});
  }

  const Library& library_;
  const KindOfFile& kind_;
  PictureFaults pictures_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> FaultsOfFiles(const Library& library, const KindOfFile& kind, const ReadText& read) {
  return FileFaults(library, kind, read).Run();
}

}  // namespace guidec
