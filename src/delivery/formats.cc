#include "delivery/formats.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "delivery/pack.h"
#include "emit/json/free_exercise_db.h"
#include "emit/json/stream.h"
#include "emit/pandoc/pandoc.h"
#include "emit/view/view.h"
#include "text/nearest.h"

namespace guidec {
namespace {

constexpr OutputFormat kOutputFormats[] = {
    {.name = "epub", .holds_pictures = true},
    {.name = "pdf", .maker = Maker::kTypst, .holds_pictures = true},
    {.name = "html", .holds_pictures = true},
    {.name = "docx", .holds_pictures = true},
    {.name = "odt", .holds_pictures = true},
    {.name = "md"},
    {.name = "json",
     .maker = Maker::kData,
     .write = [](const DataSource& source) -> Result<std::string> { return source.bundle_text; }},
    {.name = "ndjson",
     .maker = Maker::kData,
     .write = [](const DataSource& source) -> Result<std::string> { return StreamOf(source.bundle); }},
    {.name = "zip",
     .maker = Maker::kData,
     .holds_pictures = true,
     .write =
         [](const DataSource& source) {
           return PackOf(source.bundle_text, source.pictures, source.manifest, {{"guidec", source.version}});
         }},
    {.name = "free-exercise-db",
     .maker = Maker::kData,
     .write =
         [](const DataSource& source) {
           return FreeExerciseDb(source.view.library, source.view.guide)
               .map([](const nlohmann::ordered_json& exercises) { return exercises.dump(1) + "\n"; });
         },
     .only_file = "free-exercise-db.json"},
};

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

// Those of Pandoc's other formats that hold their pictures.
const std::set<std::string, std::less<>> kContainers = {"fb2", "ipynb", "pptx", "rtf"};

// Pandoc's names for what has a better one.
const std::map<std::string, std::string, std::less<>> kOurNames = {
    {"epub2", "epub"}, {"epub3", "epub"}, {"html5", "html"}, {"markdown_github", "gfm"}};

}  // namespace

std::span<const OutputFormat> OutputFormats() {
  return kOutputFormats;
}

const OutputFormat* FindOutputFormat(std::string_view name) {
  const auto* found = std::ranges::find(kOutputFormats, name, &OutputFormat::name);
  return found == std::end(kOutputFormats) ? nullptr : found;
}

std::string ExtensionOf(const std::string& format) {
  const auto entry = kExtensions.find(format);
  return entry == kExtensions.end() ? format : entry->second;
}

bool HoldsPictures(const std::string& format) {
  const OutputFormat* known = FindOutputFormat(format);
  return known != nullptr ? known->holds_pictures : kContainers.contains(format);
}

Result<void> CheckFormats(std::span<const std::string> formats, ProcessRunner& processes) {
  std::vector<std::string> writers;
  for (const std::string& format : formats) {
    if (FindOutputFormat(format) != nullptr) continue;
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
    std::vector<std::string> known;
    for (const OutputFormat& ours : kOutputFormats) known.emplace_back(ours.name);
    const std::string made = fmt::format("{}", fmt::join(known, ", "));
    known.insert(known.end(), writers.begin(), writers.end());
    return Failure(fmt::format("unknown format `{}`{}", format, DidYouMean(format, known)),
                   fmt::format("guidec makes {}, and what `pandoc --list-output-formats` lists", made));
  }
  return {};
}

}  // namespace guidec
