#include "emit/pandoc/manuscript.h"

#include <utility>

namespace guidec {
namespace {

constexpr std::uint64_t kMaxTemplateBytes = 1 << 20;

}  // namespace

Result<void> StageTemplate(const ManuscriptOptions& options, const std::string& name, FileSystem& files) {
  const auto bytes = files.Read(options.data / "templates" / name, kMaxTemplateBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto made = files.CreateDirectories(options.scratch); !made) return made;
  return files.Write(options.scratch / name, *bytes);
}

Result<Manuscript> PrepareManuscript(nlohmann::ordered_json document, const ManuscriptOptions& options,
                                     ProcessRunner& processes) {
  auto tool = ProbePandoc(processes);
  if (!tool) return tl::unexpected(std::move(tool.error()));
  document["pandoc-api-version"] = tool->api_version;
  return Manuscript{*std::move(tool), std::move(document), options};
}

}  // namespace guidec
