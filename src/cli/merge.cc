#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/interrupt.h"
#include "base/rewrite.h"
#include "cli/command.h"
#include "delivery/manifest.h"
#include "render/merge.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr std::uint64_t kMaxReportBytes = 1 << 30;

constexpr OptionSpec kMergeOptions[] = {{.name = "out",
                                         .takes = Takes::kFile,
                                         .value_name = "FILE",
                                         .summary = "where the result goes, instead of standard output"},
                                        kFailOnOption};

Result<MergedReport> MergeManifests(const std::vector<NamedReport>& files) {
  std::optional<Manifest> all;
  for (const NamedReport& file : files) {
    auto manifest = ReadManifest(file.text, file.path);
    if (manifest && all) manifest = Merged(*std::move(all), *manifest, file.path);
    if (!manifest) return tl::unexpected(std::move(manifest.error()));
    all = *std::move(manifest);
  }
  // No part's signature is one of the whole.
  all->is_signed = false;
  return MergedReport{.text = WriteManifest(*all)};
}

Result<MergedReport> Merge(const std::vector<NamedReport>& files) {
  return IsManifest(files.front().text) ? MergeManifests(files) : MergeReports(files);
}

// The one of `reports` that lies at `path`; null when none does.
const NamedReport* InputAt(const fs::path& path, const std::vector<NamedReport>& reports,
                           const FileSystem& files) {
  const auto real = files.Resolve(path);
  if (!real || files.Kind(*real) != FileKind::kFile) return nullptr;
  const auto found = std::ranges::find_if(reports, [&](const NamedReport& report) {
    const auto read = files.Resolve(report.path);
    return read && *read == *real;
  });
  return found == reports.end() ? nullptr : &*found;
}

int RunMerge(const po::variables_map& options, Cli& cli) {
  std::vector<NamedReport> files;
  for (const std::string& path : ArgumentsOf(options)) {
    auto text = cli.files.Read(path, kMaxReportBytes);
    if (!text) return Fail(text.error());
    files.push_back({path, *std::move(text)});
  }
  if (files.empty()) return UsageError("name the files to merge", "merge");
  const auto merged = Merge(files);
  if (!merged) return Fail(merged.error());
  if (options.contains("out")) {
    if (const auto* input = InputAt(options["out"].as<std::string>(), files, cli.files)) {
      return Fail(
          {fmt::format("`{}` is one of the files to merge, and nothing is written over it", input->path),
           "name another file"});
    }
    CatchInterrupts();
    if (auto written = WriteWhole(cli.files, options["out"].as<std::string>(), merged->text); !written)
      return Fail(written.error());
  } else if (!PrintExactly(merged->text)) {
    return kFailed;
  }
  if (!merged->is_whole) return kFailed;
  const Severity fail_on = FailOn(options);
  return fail_on != Severity::kOff && merged->worst >= fail_on ? kFindings : kClean;
}

}  // namespace

const CommandSpec merge_command = {
    .name = "merge",
    .arguments = "FILE...",
    .argument = Takes::kFile,
    .summary = "make one report of the reports of several runs, or one manifest of several",
    .details =
        "FILE is a report of `guidec lint` as json, jsonl, sarif or junit, all of one format; or the\n"
        "manifest.json of a guide of which other formats were built elsewhere. Reports of all shards\n"
        "make the report that one run would have written. The exit status is that of this run, too.",
    .options = kMergeOptions,
    .run = RunMerge,
};

}  // namespace guidec
