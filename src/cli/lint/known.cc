#include "cli/lint/known.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/paths.h"
#include "base/rewrite.h"
#include "lint/baseline.h"
#include "render/tally.h"
#include "rules/registry.h"

namespace guidec {
namespace {

constexpr std::uint64_t kMaxBaselineBytes = 64 << 20;
constexpr std::size_t kNamed = 10;

// The paths of a baseline: from its folder.
struct BaselinePaths {
  fs::path folder;
  const FileSystem& files;

  std::string Of(const Source& source) const {
    return Absolute(source.path()).lexically_relative(folder).generic_string();
  }
  bool Exist(const std::string& path) const { return files.Kind(folder / path) != FileKind::kMissing; }
};

Result<Baseline> ReadBaseline(const LintJob& job, const FileSystem& files) {
  const auto text = files.Read(job.baseline, kMaxBaselineBytes);
  if (!text) return tl::unexpected(text.error());
  return Baseline::Parse(*text, job.baseline);
}

std::string OfBaseline(int count) {
  return fmt::format("{} of the baseline", Counted(static_cast<std::size_t>(count), "finding"));
}

// Which files have another name now, and which are gone.
void NoteFiles(const Baseline::Comparison& compared, const LintJob& job) {
  std::vector<std::string> notes;
  for (const Baseline::Renamed& file : compared.renamed) {
    notes.push_back(fmt::format("`{}` is now `{}`, as {} {}{}", file.from, file.to, OfBaseline(file.count),
                                file.count == 1 ? "shows" : "show",
                                job.updates_baseline ? "" : "; --update-baseline writes the new name"));
  }
  for (const auto& [path, count] : compared.gone) {
    notes.push_back(fmt::format("`{}` is gone, with {}{}", path, OfBaseline(count),
                                job.updates_baseline ? "" : "; --update-baseline forgets it"));
  }
  for (std::size_t i = 0; i < std::min(notes.size(), kNamed); ++i) Note(job, notes[i]);
  if (notes.size() > kNamed) {
    const std::size_t more = notes.size() - kNamed;
    Note(job, fmt::format("{} of the baseline {} gone, too", Counted(more, "more file"),
                          more == 1 ? "has another name or is" : "have other names or are"));
  }
}

// What the old baseline goes on to hold in the new one: what this run has not looked at.
void TakeOver(Baseline old, const Baseline::Comparison& compared, const Findings& found,
              const BaselinePaths& paths, const LintJob& job, Baseline& baseline) {
  old.Rename(compared.renamed);
  std::set<std::string> seen;
  for (const SourceId source : found.files) seen.insert(paths.Of(found.sources[source]));
  for (const auto& [path, count] : compared.gone) seen.insert(path);
  baseline.KeepFrom(old, [&](const std::string& path, const std::string& code) {
    const Rule* rule = FindRule(code);
    return !seen.contains(path) || (rule != nullptr && !job.filter.Holds(*rule));
  });
}

Result<void> Update(Findings& found, const BaselinePaths& paths, const LintJob& job, FileSystem& files) {
  const auto path_of = [&](const Source& source) { return paths.Of(source); };
  Baseline baseline = Baseline::Of(found.all, found.sources, path_of);
  if (files.Kind(job.baseline) != FileKind::kMissing) {
    // A file that is something else is not overwritten.
    auto old = ReadBaseline(job, files);
    if (!old) return tl::unexpected(old.error());
    const auto compared = old->Compare(found.all, found.sources, path_of,
                                       [&](const std::string& path) { return paths.Exist(path); });
    NoteFiles(compared, job);
    TakeOver(*std::move(old), compared, found, paths, job, baseline);
  }
  if (auto written = WriteWhole(files, job.baseline, baseline.Write()); !written) return written;
  Note(job, fmt::format("wrote {} into `{}`", Counted(found.all.size(), "finding"), job.baseline));
  found.all.clear();
  return {};
}

}  // namespace

Result<void> ApplyBaseline(Findings& found, const LintJob& job, FileSystem& files) {
  const BaselinePaths paths{Absolute(job.baseline).parent_path(), files};
  if (job.updates_baseline) return Update(found, paths, job, files);
  const auto baseline = ReadBaseline(job, files);
  if (!baseline) return tl::unexpected(baseline.error());
  auto compared = baseline->Compare(
      std::move(found.all), found.sources, [&](const Source& source) { return paths.Of(source); },
      [&](const std::string& path) { return paths.Exist(path); });
  NoteFiles(compared, job);
  found.all = std::move(compared.unknown);
  if (compared.fixed > 0) {
    Note(job, fmt::format("{} of the baseline {} no longer there; --update-baseline forgets {}",
                          Counted(static_cast<std::size_t>(compared.fixed), "finding"),
                          compared.fixed == 1 ? "is" : "are", compared.fixed == 1 ? "it" : "them"));
  }
  return {};
}

}  // namespace guidec
