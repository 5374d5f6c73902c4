#include "cli/lint/change.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/interrupt.h"
#include "base/rewrite.h"
#include "base/standard_streams.h"
#include "cli/workspace.h"
#include "lint/add_suppressions.h"
#include "lint/cached_lint.h"
#include "lint/fix.h"
#include "lint/runner.h"
#include "render/diff.h"
#include "render/tally.h"
#include "rules/registry.h"

namespace guidec {
namespace {

// The fixes of all batches.
struct Fixes {
  std::vector<Rewrite> rewrites;
  std::set<fs::path> folders;  // of the files that were read
  int fixed = 0;
  int taken_back = 0;
};

// Fixes the batch's texts in memory, and lets its later loading see them.
Result<void> FixBatch(Batch& batch, const LintJob& job, const FileSystem& files, const Cache& cache,
                      KeptWords& words, Fixes& fixes) {
  auto read = batch.Read(files);
  if (!read) return tl::unexpected(read.error());
  // What is wrong with the other files may come of the one that is missing.
  if (!read->problems.empty()) return tl::unexpected(read->problems.front());
  LintInputs inputs = InputsOfLint(job.today, batch.root, files, batch.limits, words);
  inputs.skipped = std::move(read->skipped);
  const auto lint = [&](std::vector<NamedText> texts, Sources& sources) {
    return LintTexts(std::move(texts), batch.root, inputs, AllRules(), sources, cache).findings;
  };
  const Judge judge = [&](std::vector<NamedText> texts) {
    Judged judged;
    judged.findings = lint(std::move(texts), judged.sources);
    return judged;
  };
  Sources sources;
  lint(std::move(read->texts), sources);
  const FixLimits limits{job.allows_unsafe, [&](const Diagnostic& finding, const Sources& in) {
                           return job.filter.Holds(*finding.rule) && batch.Wants(in[finding.span.source]);
                         }};
  for (const Source& source : sources) fixes.folders.insert(fs::path(source.path()).parent_path());
  FixResult result = FixTexts(TextsOf(sources), judge, limits);
  for (const Rewrite& rewrite : result.rewrites) batch.unsaved[rewrite.path] = rewrite.after;
  std::ranges::move(result.rewrites, std::back_inserter(fixes.rewrites));
  fixes.fixed += result.fixed;
  fixes.taken_back += result.taken_back;
  return {};
}

// Where the job wants the fixed texts.
bool DeliverFixes(const Fixes& fixes, const Request& request, const LintJob& job, FileSystem& files) {
  if (job.shows_diff) return PrintSource(UnifiedDiff(fixes.rewrites));
  if (job.standard_input) {
    const Batch& batch = request.batches.front();
    return PrintSource(batch.unsaved.empty() ? "" : batch.unsaved.begin()->second);
  }
  RemoveLeftovers(files, fixes.folders);
  return WriteUndisturbed([&] { return RewriteAll(files, fixes.rewrites); });
}

void CountFixes(const Fixes& fixes, const LintJob& job) {
  if (fixes.fixed > 0) {
    Note(job, fmt::format("{} {} in {}", job.shows_diff ? "would fix" : "fixed",
                          Counted(static_cast<std::size_t>(fixes.fixed), "finding"),
                          Counted(fixes.rewrites.size(), "file")));
  }
  if (fixes.taken_back > 0) {
    Note(job, fmt::format("left out {} {}, which would have brought new findings", fixes.taken_back,
                          fixes.taken_back == 1 ? "fix" : "fixes"));
  }
}

}  // namespace

bool WriteUndisturbed(const std::function<Result<void>()>& write) {
  CatchInterrupts();
  const Result<void> written = write();
  if (!written) PrintError(written.error());
  if (Interrupted()) PrintError({"interrupted"});
  return written && !Interrupted();
}

Fixed FixAll(Request& request, const LintJob& job, Cli& cli, const Cache& cache, KeptWords& words) {
  Fixes fixes;
  for (Batch& batch : request.batches) {
    if (const auto fixed = FixBatch(batch, job, cli.files, cache, words, fixes); !fixed) {
      PrintError(fixed.error());
      SayText("  nothing was fixed\n");
      return Fixed::kFailed;
    }
  }
  if (!DeliverFixes(fixes, request, job, cli.files)) return Fixed::kFailed;
  CountFixes(fixes, job);
  return fixes.rewrites.empty() ? Fixed::kNothing : Fixed::kSomething;
}

bool Suppress(const Findings& found, const LintJob& job, FileSystem& files) {
  const auto rewrites = AddSuppressions(found.all, found.sources, found.files, *job.suppressions);
  if (!WriteUndisturbed([&] { return RewriteAll(files, rewrites); })) return false;
  Note(job, fmt::format("wrote suppressions into {}", Counted(rewrites.size(), "file")));
  return true;
}

}  // namespace guidec
