#include <fmt/format.h>

#include "render/files.h"
#include "render/formats.h"
#include "render/place.h"
#include "render/xml.h"

namespace guidec {
namespace {

// The version of Checkstyle whose report this is; readers look at the elements, not at the number.
constexpr char kVersion[] = "4.3";

std::string RenderCheckstyle(const Report& report) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("checkstyle");
  SetAttribute(root, "version", kVersion);
  for (const FileFindings& file : FindingsByFile(report)) {
    pugi::xml_node node = root.append_child("file");
    SetAttribute(node, "name", file.source->path());
    for (const Diagnostic* finding : file.findings) {
      const Position begin = file.source->PositionOf(finding->span.begin);
      pugi::xml_node error = node.append_child("error");
      SetAttribute(error, "line", std::to_string(begin.line));
      SetAttribute(error, "column", std::to_string(begin.column));
      SetAttribute(error, "severity", SeverityName(finding->severity));
      SetAttribute(error, "message", ExplainedMessage(*finding, report.sources));
      SetAttribute(error, "source", fmt::format("guidec.{}.{}", finding->rule->code, finding->rule->name));
    }
  }
  return Dump(document);
}

}  // namespace

const Format checkstyle_format = {
    .name = "checkstyle", .summary = "Checkstyle's XML", .render = RenderCheckstyle};

}  // namespace guidec
