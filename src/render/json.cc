#include "render/finding_json.h"
#include "render/formats.h"

namespace guidec {
namespace {

std::string RenderJson(const Report& report) {
  Json array = Json::array();
  for (const Diagnostic& finding : report.findings) array.push_back(FindingJson(finding, report.sources));
  return Dump(array);
}

}  // namespace

const Format json_format = {.name = "json", .summary = "an array of objects", .render = RenderJson};

}  // namespace guidec
