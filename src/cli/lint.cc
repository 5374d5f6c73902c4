#include <unistd.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "cli/command.h"
#include "lint/runner.h"
#include "model/load.h"
#include "render/formats.h"
#include "rules/registry.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

std::vector<AllowedValue> FormatValues() {
  std::vector<AllowedValue> values;
  for (const Format& format : Formats()) values.push_back({format.name, format.summary});
  return values;
}

const std::vector<AllowedValue> kFormats = FormatValues();

const OptionSpec kOptions[] = {{.name = "format",
                                .takes = Takes::kText,
                                .value_name = "FORMAT",
                                .summary = "how findings are shown",
                                .otherwise = "text",
                                .allowed = kFormats},
                               kColourOption};

fs::path Absolute(const fs::path& path) {
  std::error_code code;
  fs::path absolute = fs::absolute(path, code).lexically_normal();
  if (!absolute.has_filename()) absolute = absolute.parent_path();
  return absolute;
}

bool IsBelow(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

// The paths to lint, grouped by the workspace that they lie in.
struct Request {
  std::map<fs::path, std::set<fs::path>> workspaces;  // root → absolute paths asked for
  std::vector<fs::path> alone;                        // files outside every workspace
};

bool Resolve(const std::vector<std::string>& arguments, Cli& cli, Request& request) {
  bool good = true;
  for (const fs::path path : arguments) {
    const FileKind kind = cli.files.Kind(path);
    if (kind == FileKind::kMissing) {
      PrintError({fmt::format("`{}` does not exist", path.string()), "check the path"});
      good = false;
    } else if (const auto root = FindWorkspace(cli.files, path)) {
      request.workspaces[*root].insert(Absolute(path));
    } else if (kind == FileKind::kDirectory) {
      PrintError({fmt::format("`{}` holds no workspace", path.string()),
                  "put a guidec.yaml into the folder that holds your guides"});
      good = false;
    } else {
      request.alone.push_back(path);
    }
  }
  return good;
}

int RunLint(const po::variables_map& options, Cli& cli) {
  const Format& format = *FindFormat(options["format"].as<std::string>());
  std::vector<std::string> arguments = ArgumentsOf(options);
  if (arguments.empty()) arguments.emplace_back(".");
  Request request;
  bool failed = !Resolve(arguments, cli, request);

  Sources sources;
  std::vector<Diagnostic> findings;
  std::vector<SourceId> files;
  const auto take = [&](const Loaded& loaded, const auto& is_wanted) {
    for (const Error& problem : loaded.problems) PrintError(problem);
    failed = failed || !loaded.problems.empty();
    for (const File& file : loaded.library.files) {
      if (is_wanted(sources[file.document.source])) files.push_back(file.document.source);
    }
    for (Diagnostic& finding : Lint(loaded.library, AllRules(), Today())) {
      if (is_wanted(sources[finding.span.source])) findings.push_back(std::move(finding));
    }
  };
  for (const auto& [root, wanted] : request.workspaces) {
    const auto loaded = LoadWorkspace(cli.files, root, sources);
    if (!loaded) {
      PrintError(loaded.error());
      failed = true;
      continue;
    }
    take(*loaded, [&](const Source& source) {
      const fs::path path = Absolute(source.path());
      return std::ranges::any_of(wanted, [&](const fs::path& asked) {
        return IsBelow(path, asked) || IsBelow(Absolute(root), asked);
      });
    });
  }
  for (const fs::path& path : request.alone) {
    take(LoadFiles(cli.files, path.parent_path(), {path}, sources),
         [&](const Source& source) { return Absolute(source.path()) == Absolute(path); });
  }
  std::ranges::sort(findings, {}, [&](const Diagnostic& d) {
    return std::tuple(std::string_view(sources[d.span.source].path()), d.span.begin, d.span.end, d.rule->code,
                      std::string_view(d.message));
  });

  std::ranges::sort(files, {}, [&](SourceId file) { return std::string_view(sources[file].path()); });

  const Report report{.findings = findings,
                      .sources = sources,
                      .files = files,
                      .rules = AllRules(),
                      .version = GUIDEC_VERSION,
                      .complete = !failed,
                      .colour = WantsColour(options, STDOUT_FILENO)};
  if (!Print(format.render(report)) || failed) return kFailed;
  return findings.empty() ? kClean : kFindings;
}

}  // namespace

const CommandSpec lint_command = {
    .name = "lint",
    .arguments = "[PATH...]",
    .argument = Takes::kFile,
    .summary = "check sources and show every finding at its line",
    .details =
        "PATH is a workspace, a folder in it or a file; without one, the workspace around the\n"
        "current folder. A file is always checked together with the workspace that it lies in.",
    .options = kOptions,
    .run = RunLint,
};

}  // namespace guidec
