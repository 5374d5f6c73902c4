#include "emit/documents.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "emit/epub/epub.h"
#include "emit/html/page.h"
#include "emit/office/office.h"
#include "emit/pandoc/adapt.h"
#include "emit/zip/zip.h"

namespace guidec {

namespace {

// Pandoc writes the time of its run into PowerPoint's archive.
Result<std::string> Repacked(const std::string& archive) {
  const auto parts = ReadZip(archive);
  return parts ? WriteZip(*parts) : tl::unexpected(parts.error());
}

// Pandoc gives a notebook's cells names by chance.
std::string WithNamedCells(const std::string& notebook) {
  auto json = nlohmann::ordered_json::parse(notebook, nullptr, false);
  if (!json.is_object() || !json.contains("cells")) return notebook;
  int number = 0;
  for (auto& cell : json["cells"]) {
    if (cell.contains("id")) cell["id"] = fmt::format("cell-{}", ++number);
  }
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

Result<std::string> WriteDocument(const std::string& format, const GuideView& view,
                                  const Manuscript& manuscript, FileSystem& files, ProcessRunner& processes) {
  if (format == "epub") return WriteEpub(view, manuscript, files, processes);
  if (format == "html") return WritePage(manuscript, files, processes);
  if (format == "docx" || format == "odt") return WriteOffice(format, manuscript, files, processes);
  const bool markdown = format == "md";
  const auto document =
      markdown ? ForMarkdown(WithFactsAsLines(manuscript.document)) : WithFactsAsLines(manuscript.document);
  auto written = RunPandoc(processes, {.document = &document,
                                       .to = markdown ? "gfm-raw_html" : format,
                                       .options = {"--standalone"},
                                       .directory = manuscript.options.scratch,
                                       .timestamp = manuscript.options.timestamp});
  if (written && format == "pptx") return Repacked(*written);
  if (written && format == "ipynb") return WithNamedCells(*written);
  return written;
}

}  // namespace guidec
