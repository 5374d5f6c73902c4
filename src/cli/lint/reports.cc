#include "cli/lint/reports.h"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/paths.h"
#include "base/standard_streams.h"
#include "cli/lint/change.h"
#include "model/read/load.h"
#include "rules/registry.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

// All that the run has read, behind links: a report over one of them would be the end of it.
class Inputs {
 public:
  Inputs(const Findings& found, const Request& request, const LintJob& job, const FileSystem& files)
      : files_(files) {
    for (const Source& source : found.sources) Add(source.path());
    for (const fs::path& path : found.inputs) Add(path);
    if (!job.baseline.empty()) Add(job.baseline);
    for (const Batch& batch : request.batches) {
      if (const auto root = files.Resolve(batch.root); root && batch.is_workspace) roots_.insert(*root);
    }
  }

  // Whether the file, which may not be there yet, is one or lies in a folder that is: fonts, templates.
  bool Hold(const fs::path& file) const {
    const auto path = files_.Resolve(file);
    if (!path || files_.Kind(*path) != FileKind::kFile) return false;
    if (paths_.contains(*path)) return true;
    const auto is_above = [&](const fs::path& folder) { return IsBelow(*path, folder); };
    if (std::ranges::any_of(folders_, is_above)) return true;
    // One that could not be read is among no sources.
    return IsYaml(*path) && std::ranges::any_of(roots_, is_above);
  }

 private:
  static bool IsYaml(const fs::path& path) {
    return path.extension() == ".yaml" || path.extension() == ".yml";
  }

  void Add(const fs::path& path) {
    const auto real = files_.Resolve(path);
    if (!real) return;
    (files_.Kind(*real) == FileKind::kDirectory ? folders_ : paths_).insert(*real);
  }

  const FileSystem& files_;
  std::set<fs::path> paths_;
  std::set<fs::path> folders_;
  std::set<fs::path> roots_;  // of workspaces
};

// The nearest folder at or above one that holds `.git`; where there is none, the folder itself.
fs::path RepositoryAround(const fs::path& folder, const FileSystem& files) {
  for (fs::path above = folder; above != above.root_path(); above = above.parent_path()) {
    if (files.Kind(above / ".git") != FileKind::kMissing) return above;
  }
  return folder;
}

bool Show(const std::string& text, const LintJob& job) {
  // Standard output holds the fixed text or the diff.
  if (!job.shows_diff && !(job.fixes && job.standard_input)) return PrintExactly(text);
  SayText(text);
  return true;
}

}  // namespace

Report ReportOf(const Findings& found, const LintJob& job, const po::variables_map& options,
                const FileSystem& files) {
  const fs::path folder = Absolute(".");
  return {.findings = found.all,
          .sources = found.sources,
          .files = found.files,
          .rules = AllRules(),
          .version = GUIDEC_VERSION,
          .complete = found.is_whole,
          .colour = WantsColour(options, STDOUT_FILENO),
          .folder = folder,
          .repository = RepositoryAround(folder, files),
          .category = job.category,
          .fail_on = FailOn(options),
          .max_findings = static_cast<std::size_t>(options["max-findings"].as<int>()),
          .counts_only = options["statistics"].as<bool>(),
          .summary = !job.is_quiet};
}

bool Deliver(const Report& report, const Findings& found, const Request& request, const LintJob& job,
             Cli& cli) {
  const Inputs inputs(found, request, job, cli.files);
  for (const ReportTarget& target : job.targets) {
    if (target.file.empty() || !inputs.Hold(target.file)) continue;
    PrintError(
        {fmt::format("`{}` is a file that is checked or used, and no report is written over it", target.file),
         "name another file"});
    return false;
  }
  const bool has_files =
      std::ranges::any_of(job.targets, [](const ReportTarget& target) { return !target.file.empty(); });
  if (has_files && !WriteUndisturbed([&] { return WriteReports(job.targets, report, cli.files); })) {
    return false;
  }
  const auto shown = ForStandardOutput(job.targets, report);
  return !shown || Show(*shown, job);
}

}  // namespace guidec
