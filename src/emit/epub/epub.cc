#include "emit/epub/epub.h"

#include <utility>

#include <fmt/format.h>

#include "emit/epub/cover.h"
#include "emit/epub/package.h"
#include "emit/pandoc/pandoc.h"
#include "emit/zip/zip.h"
#include "text/direction.h"

namespace guidec {
namespace {

constexpr char kStyleSheet[] = "guide.css";

CoverWords WordsOfCover(const GuideView& view) {
  const Guide& guide = view.guide;
  const Wording& words = view.wording;
  CoverWords cover{.eyebrow = std::string(words[Word::kGuide]),
                   .title = guide.title ? PlainText(guide.title.root) : guide.id.value,
                   .subtitle = PlainText(guide.subtitle.root),
                   .closing = {},
                   .language = guide.language};
  if (!view.authors.empty()) cover.closing.push_back(view.authors);
  if (!guide.version.value.empty()) {
    cover.closing.push_back(fmt::format("{} {}", words[Word::kVersion], guide.version.value));
  }
  if (guide.reviewed) {
    cover.closing.push_back(fmt::format("{} {}", words[Word::kReviewed], words.Date(ReviewedOn(guide))));
  }
  return cover;
}

}  // namespace

Result<std::string> WriteEpub(const GuideView& view, const Manuscript& manuscript, FileSystem& files,
                              ProcessRunner& processes) {
  const ManuscriptOptions& options = manuscript.options;
  if (auto staged = StageTemplate(options, kStyleSheet, files); !staged) {
    return tl::unexpected(std::move(staged.error()));
  }
  const auto written =
      RunPandoc(processes, {.document = &manuscript.document,
                            .to = "epub3",
                            .options = {"--toc", "--toc-depth=2", fmt::format("--css={}", kStyleSheet)},
                            .directory = options.scratch,
                            .timestamp = options.timestamp});
  if (!written) return tl::unexpected(written.error());
  auto parts = ReadZip(*written);
  if (!parts) return tl::unexpected(std::move(parts.error()));
  const Guide& guide = view.guide;
  const CoverWords cover = WordsOfCover(view);
  const Publication publication{.language = guide.language,
                                .right_to_left = IsRightToLeft(guide.language),
                                .date = ReviewedOn(guide),
                                .timestamp = options.timestamp,
                                .generator = options.generator,
                                .cover_svg = CoverSvg(cover),
                                .cover_alternative = CoverAlternative(cover)};
  if (auto fixed = FixEpub(*parts, publication); !fixed) return tl::unexpected(std::move(fixed.error()));
  return WriteZip(*parts);
}

std::string EpubCover(const GuideView& view) {
  return CoverSvg(WordsOfCover(view));
}

}  // namespace guidec
