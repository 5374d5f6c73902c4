#include "emit/documents.h"

#include "emit/epub/epub.h"
#include "emit/html/page.h"
#include "emit/office/office.h"
#include "emit/pandoc/adapt.h"

namespace guidec {

Result<std::string> WriteDocument(const std::string& format, const Guide& guide, const Manuscript& manuscript,
                                  FileSystem& files, ProcessRunner& processes) {
  if (format == "epub") return WriteEpub(guide, manuscript, files, processes);
  if (format == "html") return WritePage(manuscript, files, processes);
  if (format == "docx" || format == "odt") return WriteOffice(format, manuscript, files, processes);
  const bool markdown = format == "md";
  const auto document =
      markdown ? ForMarkdown(WithFactsAsLines(manuscript.document)) : WithFactsAsLines(manuscript.document);
  return RunPandoc(processes, {.document = &document,
                               .to = markdown ? "gfm-raw_html" : format,
                               .options = {"--standalone"},
                               .directory = manuscript.options.scratch,
                               .timestamp = manuscript.options.timestamp});
}

}  // namespace guidec
