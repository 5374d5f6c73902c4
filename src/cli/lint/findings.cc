#include "cli/lint/findings.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <utility>

#include "base/parallel.h"
#include "cli/progress.h"
#include "cli/workspace.h"
#include "lint/cached_lint.h"
#include "lint/runner.h"
#include "lint/settings.h"
#include "lint/spans.h"
#include "rules/registry.h"

namespace guidec {
namespace {

// Adds a batch's part, whose ids of sources count from its own first. Without `keeps_texts`, texts that no
// finding points at are let go.
void Append(Findings part, bool keeps_texts, Findings& to) {
  const std::size_t before = to.sources.size();
  const auto shifted = [&](SourceId source) {
    return static_cast<SourceId>(static_cast<std::size_t>(source) + before);
  };
  std::set<SourceId> pointed_at;
  for (Diagnostic& finding : part.all) {
    ForEachSpan(finding, [&](Span& span) {
      pointed_at.insert(span.source);
      span.source = shifted(span.source);
    });
  }
  for (const Source& source : part.sources) {
    const bool is_kept = keeps_texts || pointed_at.contains(source.id());
    to.sources.Add(source.path(), is_kept ? source.text() : std::string());
  }
  std::ranges::transform(part.files, std::back_inserter(to.files), shifted);
  std::ranges::move(part.all, std::back_inserter(to.all));
  std::ranges::move(part.problems, std::back_inserter(to.problems));
  to.inputs.merge(part.inputs);
  to.is_whole = to.is_whole && part.is_whole;
  to.has_bad_settings = to.has_bad_settings || part.has_bad_settings;
}

// Notes in `inputs` what is asked for, also where the answers are only compared with those of an earlier run.
void NoteInputs(LintInputs& lint, std::set<fs::path>& inputs, std::mutex& mutex) {
  const auto note = [&inputs, &mutex](const fs::path& path) {
    const std::scoped_lock guard(mutex);
    inputs.insert(path);
  };
  lint.read = [note, read = std::move(lint.read)](const fs::path& path) {
    note(path);
    return read(path);
  };
  lint.kind = [note, kind = std::move(lint.kind)](const fs::path& path) {
    note(path);
    return kind(path);
  };
}

// Leaves out what was not asked for.
void Take(LintResult linted, const Batch& batch, const LintJob& job, Findings& found) {
  const bool wants_all = batch.WantsAll();
  const auto wants = [&](SourceId source) { return wants_all || batch.Wants(found.sources[source]); };
  std::set<SourceId> settings;
  for (const LintedFile& file : linted.files) {
    if (file.is_settings) settings.insert(file.source);
    if (wants(file.source)) found.files.push_back(file.source);
  }
  for (Diagnostic& finding : linted.findings) {
    found.has_bad_settings =
        found.has_bad_settings || (settings.contains(finding.span.source) && SpoilsSettings(finding));
    if (wants(finding.span.source) && job.filter.Holds(*finding.rule)) {
      found.all.push_back(std::move(finding));
    }
  }
}

Findings CheckBatch(const Batch& batch, const LintJob& job, const FileSystem& files, const Cache& cache,
                    KeptWords& words, ShareDone progress) {
  Findings found;
  auto read = batch.Read(files);
  if (!read) {
    found.problems.push_back(read.error());
    found.is_whole = false;
    return found;
  }
  found.problems = std::move(read->problems);
  found.is_whole = found.problems.empty();
  LintInputs inputs = InputsOfLint(job.today, batch.root, files, batch.limits, words);
  inputs.skipped = std::move(read->skipped);
  inputs.progress = std::move(progress);
  std::mutex mutex;
  NoteInputs(inputs, found.inputs, mutex);
  LintResult linted = LintTexts(std::move(read->texts), batch.root, inputs, AllRules(), found.sources, cache);
  Take(std::move(linted), batch, job, found);
  Findings kept;
  Append(std::move(found), job.KeepsTexts(), kept);
  return kept;
}

}  // namespace

Findings CheckAll(const Request& request, const LintJob& job, const Cli& cli, const Cache& cache,
                  KeptWords& words) {
  const std::size_t total = request.batches.size();
  std::vector<Findings> parts(total);
  {
    ProgressLine line;
    std::mutex mutex;
    std::size_t done = 0;
    std::vector<double> shares(total);
    double whole = 0;
    ParallelFor(total, [&](std::size_t i) {
      const auto note = [&](double share) {
        const std::scoped_lock guard(mutex);
        if (share <= shares[i]) return;
        whole += share - std::exchange(shares[i], share);
        if (share == 1) ++done;
        line.Show(request.batches[i].root.generic_string(), done, total, whole / static_cast<double>(total));
      };
      parts[i] = CheckBatch(request.batches[i], job, cli.files, cache, words, note);
      note(1);
    });
  }
  Findings found;
  found.is_whole = request.is_whole;
  for (Findings& part : parts) Append(std::move(part), job.KeepsTexts(), found);
  for (const Error& problem : found.problems) PrintError(problem);
  SortFindings(found.all, found.sources);
  std::ranges::sort(found.files, {}, [&](SourceId source) { return found.PathOf(source); });
  return found;
}

}  // namespace guidec
