#include "emit/epub/epub.h"

#include <utility>

#include <fmt/format.h>

#include "emit/epub/cover.h"
#include "emit/epub/package.h"
#include "emit/epub/zip.h"
#include "emit/pandoc/pandoc.h"
#include "emit/pandoc/words.h"

namespace guidec {
namespace {

constexpr std::uint64_t kMaxPictureBytes = 64 << 20;
constexpr std::uint64_t kMaxTemplateBytes = 1 << 20;
constexpr char kStyleSheet[] = "epub.css";
constexpr char kReferenceStyle[] = "references.csl";

Result<void> Stage(FileSystem& files, const fs::path& from, std::uint64_t max_bytes, const fs::path& to) {
  const auto bytes = files.Read(from, max_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto made = files.CreateDirectories(to.parent_path()); !made) return made;
  return files.Write(to, *bytes);
}

Result<void> StageAll(const Library& library, const Guide& guide, const EpubOptions& options,
                      FileSystem& files) {
  for (const char* name : {kStyleSheet, kReferenceStyle}) {
    auto staged = Stage(files, options.data / "templates" / name, kMaxTemplateBytes, options.scratch / name);
    if (!staged) return staged;
  }
  for (const PandocPicture& picture : PandocPictures(library, guide)) {
    auto staged = Stage(files, picture.path, kMaxPictureBytes, options.scratch / picture.name);
    if (!staged) return staged;
  }
  return {};
}

CoverWords WordsOfCover(const Guide& guide) {
  CoverWords cover{.eyebrow = words::kGuide,
                   .title = guide.title ? PlainText(guide.title.root) : guide.id.value,
                   .subtitle = PlainText(guide.subtitle.root),
                   .closing = {},
                   .language = guide.language};
  std::string authors;
  for (const Prose& author : guide.authors) authors += (authors.empty() ? "" : ", ") + PlainText(author.root);
  if (!authors.empty()) cover.closing.push_back(std::move(authors));
  if (!guide.version.value.empty()) {
    cover.closing.push_back(fmt::format("{} {}", words::kVersion, guide.version.value));
  }
  if (!guide.reviewed.value.empty()) {
    cover.closing.push_back(
        fmt::format("{} {}", words::kReviewed, words::Date(guide.reviewed.value, guide.language)));
  }
  return cover;
}

}  // namespace

Result<Epub> BuildEpub(const Library& library, const Guide& guide, const EpubOptions& options,
                       FileSystem& files, ProcessRunner& processes) {
  auto tool = ProbePandoc(processes);
  if (!tool) return tl::unexpected(std::move(tool.error()));
  if (auto staged = StageAll(library, guide, options, files); !staged) {
    return tl::unexpected(std::move(staged.error()));
  }
  const auto document = PandocDocument(library, guide, {tool->api_version, options.edition});
  const auto written =
      RunPandoc(processes, {.document = &document,
                            .to = "epub3",
                            .options = {"--toc", "--toc-depth=2", fmt::format("--css={}", kStyleSheet),
                                        fmt::format("--csl={}", kReferenceStyle)},
                            .directory = options.scratch,
                            .timestamp = options.timestamp});
  if (!written) return tl::unexpected(written.error());
  auto parts = ReadZip(*written);
  if (!parts) return tl::unexpected(std::move(parts.error()));
  const CoverWords cover = WordsOfCover(guide);
  const Publication publication{.language = guide.language,
                                .date = guide.reviewed.value,
                                .timestamp = options.timestamp,
                                .generator = options.generator,
                                .cover_svg = CoverSvg(cover),
                                .cover_alternative = CoverAlternative(cover)};
  if (auto mended = MendEpub(*parts, publication); !mended) return tl::unexpected(std::move(mended.error()));
  auto bytes = WriteEpubZip(*parts);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return Epub{*std::move(bytes), std::move(tool->version)};
}

}  // namespace guidec
