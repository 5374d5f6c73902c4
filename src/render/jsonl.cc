#include "render/finding_json.h"
#include "render/formats.h"

namespace guidec {
namespace {

std::string RenderJsonl(const Report& report) {
  std::string out;
  for (const Diagnostic& finding : report.findings) out += Dump(FindingJson(finding, report.sources), -1);
  // A report without findings is an empty line: an empty file is that of a run which died.
  return out.empty() ? "\n" : out;
}

}  // namespace

const Format jsonl_format = {
    .name = "jsonl", .summary = "the objects of json, a line each", .render = RenderJsonl};

}  // namespace guidec
