#include "delivery/formats.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "emit/pandoc/pandoc.h"
#include "text/nearest.h"

namespace guidec {
namespace {

// Where a writer's name is not how its files' names end.
const std::map<std::string, std::string, std::less<>> kExtensions = {{"asciidoc", "adoc"},
                                                                     {"asciidoctor", "adoc"},
                                                                     {"beamer", "tex"},
                                                                     {"biblatex", "bib"},
                                                                     {"bibtex", "bib"},
                                                                     {"commonmark", "md"},
                                                                     {"commonmark_x", "md"},
                                                                     {"context", "tex"},
                                                                     {"csljson", "json"},
                                                                     {"docbook", "xml"},
                                                                     {"docbook4", "xml"},
                                                                     {"docbook5", "xml"},
                                                                     {"dokuwiki", "txt"},
                                                                     {"dzslides", "html"},
                                                                     {"gfm", "md"},
                                                                     {"haddock", "txt"},
                                                                     {"html4", "html"},
                                                                     {"jats", "xml"},
                                                                     {"jats_archiving", "xml"},
                                                                     {"jats_articleauthoring", "xml"},
                                                                     {"jats_publishing", "xml"},
                                                                     {"latex", "tex"},
                                                                     {"man", "1"},
                                                                     {"markdown", "md"},
                                                                     {"markdown_github", "md"},
                                                                     {"markdown_mmd", "md"},
                                                                     {"markdown_phpextra", "md"},
                                                                     {"markdown_strict", "md"},
                                                                     {"mediawiki", "txt"},
                                                                     {"opendocument", "xml"},
                                                                     {"plain", "txt"},
                                                                     {"revealjs", "html"},
                                                                     {"s5", "html"},
                                                                     {"slideous", "html"},
                                                                     {"slidy", "html"},
                                                                     {"tei", "xml"},
                                                                     {"texinfo", "texi"},
                                                                     {"typst", "typ"},
                                                                     {"xwiki", "txt"},
                                                                     {"zimwiki", "txt"},
                                                                     {"jira", "txt"}};

const std::set<std::string, std::less<>> kContainers = {"docx", "epub", "fb2",  "html", "ipynb",
                                                        "odt",  "pdf",  "pptx", "rtf"};

// Pandoc's names for what has a better one.
const std::map<std::string, std::string, std::less<>> kOurNames = {
    {"epub2", "epub"}, {"epub3", "epub"}, {"html5", "html"}, {"markdown_github", "gfm"}};

}  // namespace

std::string ExtensionOf(const std::string& format) {
  const auto entry = kExtensions.find(format);
  return entry == kExtensions.end() ? format : entry->second;
}

bool HoldsPictures(const std::string& format) {
  const DataFormat* data = FindDataFormat(format);
  return data != nullptr ? data->holds_pictures : kContainers.contains(format);
}

Result<void> CheckFormats(std::span<const std::string> formats, ProcessRunner& processes) {
  std::vector<std::string> writers;
  for (const std::string& format : formats) {
    if (std::ranges::find(kFormats, format) != std::end(kFormats)) continue;
    if (const auto ours = kOurNames.find(format); ours != kOurNames.end()) {
      return Failure(fmt::format("guidec does not make `{}`", format),
                     fmt::format("write `{}`", ours->second));
    }
    if (writers.empty()) {
      auto asked = PandocWriters(processes);
      if (!asked) return tl::unexpected(std::move(asked.error()));
      writers = *std::move(asked);
    }
    if (std::ranges::find(writers, format) != writers.end()) continue;
    std::vector<std::string> known(std::begin(kFormats), std::end(kFormats));
    known.insert(known.end(), writers.begin(), writers.end());
    return Failure(fmt::format("unknown format `{}`{}", format, DidYouMean(format, known)),
                   fmt::format("guidec makes {}, and what `pandoc --list-output-formats` lists",
                               fmt::join(kFormats, ", ")));
  }
  return {};
}

}  // namespace guidec
