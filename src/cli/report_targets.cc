#include "cli/report_targets.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/rewrite.h"

namespace guidec {
namespace {

// However it is spelt; empty for standard output.
fs::path DestinationOf(const ReportTarget& target) {
  return target.file.empty() ? fs::path() : fs::absolute(target.file).lexically_normal();
}

// A slip of the pen would cost the author the file.
bool IsOverSource(const ReportTarget& target, const Report& report) {
  const fs::path destination = DestinationOf(target);
  return std::ranges::any_of(report.files, [&](SourceId id) {
    return fs::absolute(report.sources[id].path()).lexically_normal() == destination;
  });
}

}  // namespace

Result<std::vector<ReportTarget>> ParseTargets(const std::vector<std::string>& values) {
  std::vector<ReportTarget> targets;
  for (const std::string& value : values) {
    const std::size_t equals = std::min(value.find('='), value.size());
    ReportTarget target{FindFormat(value.substr(0, equals)), {}};
    if (equals < value.size()) {
      target.file = value.substr(equals + 1);
      if (target.file.empty()) {
        return Failure(fmt::format("`{}` names no file", value), "write `FORMAT=FILE`, or `FORMAT` alone");
      }
    }
    const auto same = std::ranges::find(targets, DestinationOf(target), DestinationOf);
    if (same != targets.end()) {
      return Failure(
          fmt::format("`{}` and `{}` would both be written to {}", same->format->name, target.format->name,
                      target.file.empty() ? "standard output" : fmt::format("`{}`", target.file)),
          "give one of them another file, as `FORMAT=FILE`");
    }
    targets.push_back(std::move(target));
  }
  if (targets.empty()) targets.push_back({&text_format, {}});
  return targets;
}

Result<void> WriteReports(const std::vector<ReportTarget>& targets, const Report& report, FileSystem& files) {
  for (const ReportTarget& target : targets) {
    if (target.file.empty()) continue;
    if (IsOverSource(target, report)) {
      return Failure(fmt::format("`{}` is a source, and no report is written over it", target.file),
                     "give the report another file");
    }
    Report in_file = report;
    in_file.colour = false;
    if (auto written = WriteWhole(files, target.file, target.format->render(in_file)); !written) {
      return written;
    }
  }
  return {};
}

std::optional<std::string> ForStandardOutput(const std::vector<ReportTarget>& targets, const Report& report) {
  const auto found = std::ranges::find(targets, "", &ReportTarget::file);
  if (found == targets.end()) return std::nullopt;
  return found->format->render(report);
}

}  // namespace guidec
