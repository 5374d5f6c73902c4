#include "emit/pandoc/manuscript.h"

#include <utility>

#include <fmt/format.h>

#include "emit/pandoc/adapt.h"
#include "emit/pandoc/ast.h"
#include "emit/pandoc/nodes.h"
#include "emit/pandoc/shape.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMaxCslBytes = 1 << 20;
constexpr char kReferenceStyle[] = "references.csl";

Result<void> Stage(FileSystem& files, const Result<std::string>& bytes, const fs::path& to) {
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto made = files.CreateDirectories(to.parent_path()); !made) return made;
  return files.Write(to, *bytes);
}

// What only the citation processor reads would else be printed by formats that show all metadata.
void DropBibliography(Json& meta) {
  for (const char* key : {"references", "nocite", "link-citations", "csl"}) meta.erase(key);
}

// Sources are numbered in the order in which they are first cited. With all of them cited first, in the order
// of the bundle, each has the number that the bundle and the PDFs give it.
bool CiteAllFirst(Json& document) {
  if (!document["meta"].contains("nocite")) return false;
  Json& blocks = document["blocks"];
  blocks.insert(blocks.begin(), pandoc::Para(document["meta"]["nocite"]["c"]));
  return true;
}

}  // namespace

Result<void> StageTemplate(const ManuscriptOptions& options, const std::string& name, FileSystem& files) {
  return Stage(files, files.Read(options.data / "templates" / name, kMaxCslBytes), options.scratch / name);
}

Result<Manuscript> PrepareManuscript(const Library& library, const Guide& guide,
                                     const ManuscriptOptions& options, FileSystem& files,
                                     ProcessRunner& processes) {
  auto tool = ProbePandoc(processes);
  if (!tool) return tl::unexpected(std::move(tool.error()));
  if (auto staged = StageTemplate(options, kReferenceStyle, files); !staged) {
    return tl::unexpected(std::move(staged.error()));
  }
  for (const PictureFile& picture : PandocPictures(library, guide)) {
    auto staged = Stage(files, ReadPicture(library, picture, files).map(&PictureBytes::bytes),
                        options.scratch / picture.name);
    if (!staged) return tl::unexpected(std::move(staged.error()));
  }
  Json document = PandocDocument(
      library, guide,
      {.api_version = tool->api_version, .edition = options.edition, .answers = options.answers});
  const bool is_added = CiteAllFirst(document);
  const auto cited =
      RunPandoc(processes, {.document = &document,
                            .to = "json",
                            .options = {"--citeproc", fmt::format("--csl={}", kReferenceStyle)},
                            .directory = options.scratch,
                            .timestamp = options.timestamp});
  if (!cited) return tl::unexpected(cited.error());
  Json result = Json::parse(*cited, nullptr, false);
  if (!IsPandocDocument(result)) {
    return Failure("pandoc answered with no document when it was asked for citations",
                   "check that `pandoc` in PATH is Pandoc itself");
  }
  if (is_added && !result["blocks"].empty()) result["blocks"].erase(0);
  DropBibliography(result["meta"]);
  return Manuscript{*std::move(tool), WithSoundLinks(std::move(result)), options};
}

}  // namespace guidec
