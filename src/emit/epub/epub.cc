#include "emit/epub/epub.h"

#include <utility>

#include <fmt/format.h>

#include "emit/epub/cover.h"
#include "emit/epub/package.h"
#include "emit/pandoc/pandoc.h"
#include "emit/zip/zip.h"
#include "text/direction.h"
#include "words/words.h"

namespace guidec {
namespace {

constexpr char kStyleSheet[] = "guide.css";

CoverWords WordsOfCover(const Guide& guide) {
  const Wording words(guide.language);
  CoverWords cover{.eyebrow = std::string(words[Word::kGuide]),
                   .title = guide.title ? PlainText(guide.title.root) : guide.id.value,
                   .subtitle = PlainText(guide.subtitle.root),
                   .closing = {},
                   .language = guide.language};
  std::string authors;
  for (const Prose& author : guide.authors) authors += (authors.empty() ? "" : ", ") + PlainText(author.root);
  if (!authors.empty()) cover.closing.push_back(std::move(authors));
  if (!guide.version.value.empty()) {
    cover.closing.push_back(fmt::format("{} {}", words[Word::kVersion], guide.version.value));
  }
  if (guide.reviewed) {
    cover.closing.push_back(fmt::format("{} {}", words[Word::kReviewed], words.Date(ReviewedOn(guide))));
  }
  return cover;
}

}  // namespace

Result<std::string> WriteEpub(const Guide& guide, const Manuscript& manuscript, FileSystem& files,
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
  const CoverWords cover = WordsOfCover(guide);
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

}  // namespace guidec
