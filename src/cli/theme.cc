#include <fmt/format.h>

#include "base/data_directory.h"
#include "cli/command.h"
#include "model/read/load.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kThemeActions[] = {{"init"}};

constexpr OptionSpec kThemeOptions[] = {
    {.name = "workspace",
     .takes = Takes::kFolder,
     .value_name = "DIR",
     .summary = "the folder of guidec.yaml",
     .otherwise = "."},
    {.name = "data-dir",
     .takes = Takes::kFolder,
     .value_name = "DIR",
     .summary = "where guidec's templates lie; found beside the binary when left out"}};

constexpr std::uint64_t kMaxTemplateBytes = 1 << 20;

bool IsFree(const FileSystem& files, const fs::path& folder) {
  const FileKind kind = files.Kind(folder);
  if (kind != FileKind::kDirectory) return kind == FileKind::kMissing;
  const auto inside = files.List(folder, Hidden::kListed);
  return inside && inside->empty();
}

// Copies every template into `target`, which does not exist yet or is empty, whole or not at all.
Result<std::vector<fs::path>> CopyTemplates(FileSystem& files, const fs::path& from, const fs::path& target) {
  const auto listed = files.List(from, Hidden::kLeftOut);
  if (!listed) return tl::unexpected(listed.error());
  const fs::path parent = target.has_parent_path() ? target.parent_path() : ".";
  if (auto ready = files.CreateDirectories(parent); !ready) return tl::unexpected(ready.error());
  const auto lock = files.Lock(parent);
  if (!lock) return tl::unexpected(lock.error());
  RemoveStale(files, parent, target.filename().string());
  const auto staging = files.CreateStaging(parent, target.filename().string());
  if (!staging) return tl::unexpected(staging.error());
  const auto fail = [&](const Error& error) -> Result<std::vector<fs::path>> {
    files.RemoveAll(*staging);
    return tl::unexpected(error);
  };
  const fs::path made = *staging / "new";
  if (auto created = files.CreateDirectories(made); !created) return fail(created.error());
  std::vector<fs::path> copied;
  for (const fs::path& path : *listed) {
    if (path.extension() != ".typ") continue;
    const auto text = files.Read(path, kMaxTemplateBytes);
    if (!text) return fail(text.error());
    if (auto put = files.Write(made / path.filename(), *text); !put) return fail(put.error());
    copied.push_back(target / path.filename());
  }
  // Onto nothing or an empty folder; one that has filled meanwhile stays as it is.
  if (auto replaced = files.Replace(made, target); !replaced) return fail(replaced.error());
  files.RemoveAll(*staging);
  return copied;
}

// What was copied, and the setting that uses it.
std::string Report(const std::vector<fs::path>& copied, const fs::path& root, const fs::path& target) {
  std::string out;
  for (const fs::path& path : copied) out += path.generic_string() + "\n";
  std::error_code code;
  const fs::path setting = fs::absolute(target, code)
                               .lexically_normal()
                               .lexically_relative(fs::absolute(root, code).lexically_normal());
  return out + fmt::format("to use them, write into {}:\n\ntheme:\n  templates: {}\n",
                           (root / "guidec.yaml").lexically_normal().generic_string(),
                           setting.generic_string());
}

int RunTheme(const po::variables_map& options, Cli& cli) {
  const std::vector<std::string> arguments = ArgumentsOf(options);
  if (arguments.empty() || arguments.size() > 2) {
    return UsageError("name what to do: `guidec theme init [DIR]`", "theme");
  }
  if (const auto error = CheckAllowed(arguments.front(), "action", "guidec theme", kThemeActions))
    return Fail(*error);
  const auto data =
      DataDirectory(cli.files, options.contains("data-dir") ? options["data-dir"].as<std::string>() : "");
  const fs::path around = options["workspace"].as<std::string>();
  const auto root = FindWorkspace(cli.files, around);
  if (!data || !root) {
    return Fail(!data ? data.error()
                      : Error{fmt::format("there is no workspace at or above `{}`", around.string()),
                              "name the folder of guidec.yaml with --workspace"});
  }
  fs::path target = arguments.size() == 2 ? fs::path(arguments.back()) : *root / "templates";
  if (!target.has_filename()) target = target.parent_path();
  if (!IsFree(cli.files, target)) {
    return Fail({fmt::format("`{}` is there already, and nothing in it is written over", target.string()),
                 "name a new folder"});
  }
  const auto copied = CopyTemplates(cli.files, *data / "templates", target);
  if (!copied) return Fail(copied.error());
  return Print(Report(*copied, *root, target)) ? kClean : kFailed;
}

}  // namespace

const CommandSpec theme_command = {
    .name = "theme",
    .arguments = "init [DIR]",
    .argument = Takes::kText,
    .allowed_arguments = kThemeActions,
    .summary = "copy the templates of the PDFs, for a designer to edit",
    .details =
        "DIR is a new folder; `templates` in the workspace when left out. Delete there what you do not\n"
        "change: guidec's own template of that name is used then. Name, logo, colours and fonts need no\n"
        "templates; they are settings, below `theme` in guidec.yaml.",
    .options = kThemeOptions,
    .run = RunTheme,
};

}  // namespace guidec
