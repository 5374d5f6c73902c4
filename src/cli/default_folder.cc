#include "cli/default_folder.h"

#include <string>

#include <fmt/format.h>

#include "base/bounds.h"
#include "base/paths.h"
#include "model/read/load.h"

namespace guidec {

std::optional<Error> FaultInDefaultFolder(const boost::program_options::variables_map& options,
                                          const FileSystem& files) {
  const auto& out = options["out"];
  if (!out.defaulted()) return std::nullopt;
  const fs::path folder = out.as<std::string>();
  const auto root = FindWorkspace(files, options["workspace"].as<std::string>());
  if (!root || !IsBelow(Absolute(folder), Absolute(*root))) return std::nullopt;
  auto fault = WorkspaceBounds(files, *root).FaultIn(folder);
  if (fault) fault->hint = fmt::format("to write there all the same, say so with `--out {}`", folder.string());
  return fault;
}

}  // namespace guidec
