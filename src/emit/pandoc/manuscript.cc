#include "emit/pandoc/manuscript.h"

#include <utility>

#include "emit/pandoc/ast.h"

namespace guidec {
namespace {

constexpr std::uint64_t kMaxTemplateBytes = 1 << 20;

Result<void> Stage(FileSystem& files, const Result<std::string>& bytes, const fs::path& to) {
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto made = files.CreateDirectories(to.parent_path()); !made) return made;
  return files.Write(to, *bytes);
}

}  // namespace

Result<void> StageTemplate(const ManuscriptOptions& options, const std::string& name, FileSystem& files) {
  return Stage(files, files.Read(options.data / "templates" / name, kMaxTemplateBytes),
               options.scratch / name);
}

Result<Manuscript> PrepareManuscript(const Library& library, const Guide& guide,
                                     const ManuscriptOptions& options, FileSystem& files,
                                     ProcessRunner& processes) {
  auto tool = ProbePandoc(processes);
  if (!tool) return tl::unexpected(std::move(tool.error()));
  for (const PictureFile& picture : PandocPictures(library, guide)) {
    auto staged = Stage(files, ReadPicture(library, picture, files).map(&PictureBytes::bytes),
                        options.scratch / picture.name);
    if (!staged) return tl::unexpected(std::move(staged.error()));
  }
  nlohmann::ordered_json document = PandocDocument(
      library, guide,
      {.api_version = tool->api_version, .edition = options.edition, .answers = options.answers});
  return Manuscript{*std::move(tool), std::move(document), options};
}

}  // namespace guidec
