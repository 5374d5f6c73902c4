#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/data_directory.h"
#include "base/interrupt.h"
#include "base/process.h"
#include "base/signature.h"
#include "base/source_date.h"
#include "base/standard_streams.h"
#include "cache/recording_files.h"
#include "cli/cache.h"
#include "cli/command.h"
#include "cli/default_folder.h"
#include "cli/progress.h"
#include "cli/shard.h"
#include "cli/workspace.h"
#include "delivery/build.h"
#include "delivery/delivery.h"
#include "delivery/formats.h"
#include "delivery/kept.h"
#include "delivery/plan.h"
#include "delivery/unchanged.h"
#include "lint/cached_lint.h"
#include "lint/runner.h"
#include "model/quiz/quiz_version.h"
#include "render/frame.h"
#include "render/place.h"
#include "render/tally.h"
#include "rules/registry.h"
#include "rules/speller.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kPapers[] = {{"a4"}, {"letter"}};
const std::vector<AllowedValue> kBuildFormatValues = [] {
  std::vector<AllowedValue> values;
  for (const OutputFormat& format : OutputFormats()) values.push_back({format.name});
  return values;
}();
constexpr auto kBuildEditionValues = AllowedValuesOf(kEditions);

const OptionSpec kBuildOptions[] = {
    {.name = "to",
     .takes = Takes::kText,
     .value_name = "FORMAT",
     .summary = "what to make, instead of the workspace's choice (whatever Pandoc writes, and)",
     .allowed = kBuildFormatValues,
     .times = Occurrence::kCommas,
     .others = true},
    {.name = "edition",
     .takes = Takes::kText,
     .value_name = "EDITION",
     .summary = "for whom, instead of the workspace's choice",
     .allowed = kBuildEditionValues,
     .times = Occurrence::kCommas},
    {.name = "versions",
     .takes = Takes::kNumber,
     .value_name = "COUNT",
     .summary = "how many versions A, B, … of the printed quiz, instead of the workspace's choice"},
    {.name = "seed",
     .takes = Takes::kNumber,
     .value_name = "SEED",
     .summary = "decides the orders in the versions, instead of the workspace's choice"},
    {.name = "out",
     .takes = Takes::kFolder,
     .value_name = "DIR",
     .summary = "where each guide gets its folder",
     .otherwise = "outputs"},
    {.name = "workspace",
     .takes = Takes::kFolder,
     .value_name = "DIR",
     .summary = "the folder of guidec.yaml",
     .otherwise = "."},
    {.name = "paper",
     .takes = Takes::kText,
     .value_name = "PAPER",
     .summary = "the pages' size, instead of the workspace's choice",
     .allowed = kPapers},
    {.name = "large-print", .summary = "PDFs in large print, whatever the workspace's choice"},
    {.name = "keep-going", .summary = "build in spite of errors in the sources"},
    {.name = "tool-timeout",
     .takes = Takes::kNumber,
     .value_name = "SECONDS",
     .summary = "how long Pandoc or Typst may take for one file",
     .otherwise = "120"},
    {.name = "sign",
     .takes = Takes::kFile,
     .value_name = "KEY",
     .summary =
         "sign each manifest with this private Ed25519 key, a file in PEM; or set GUIDEC_SIGNING_KEY to "
         "what such a file holds"},
    kShardOption,
    {.name = "data-dir",
     .takes = Takes::kFolder,
     .value_name = "DIR",
     .summary = "where guidec's templates lie; found beside the binary when left out"},
    kNoCacheOption,
    kJobsOption,
    kColourOption};

// Prints findings that are in the way; returns whether the build may go on.
bool MayBuild(const std::vector<Diagnostic>& findings, const Sources& sources, bool keep_going, bool colour) {
  const Tally tally = TallyOf(findings);
  for (const Diagnostic& finding : findings) {
    if (finding.severity == Severity::kError) {
      Say("{}\n", RenderFrame(finding, sources, colour));
    }
  }
  if (tally.errors == 0) {
    if (tally.total() > 0) Say("{}; `guidec lint` shows them\n", Summary(tally));
    return true;
  }
  Say("{} in the sources; {}\n", Summary(tally),
      keep_going ? "building all the same" : "nothing was built (--keep-going builds all the same)");
  return keep_going;
}

bool ShowWritten(const fs::path& folder, const std::vector<WrittenFile>& written) {
  std::string out;
  for (const WrittenFile& file : written) {
    out += fmt::format("{:>9}  {}\n", HumanSize(file.size), (folder / file.path).generic_string());
  }
  if (!Print(out)) return false;
  const auto kept = std::ranges::count_if(written, &WrittenFile::was_kept);
  if (kept > 0) Say("{} of {} files are from the cache\n", kept, written.size());
  return true;
}

// Says what stays in the folder though no build made it.
void NoteForeign(const fs::path& out, const std::string& guide, const FileSystem& files) {
  constexpr std::size_t kShown = 5;
  for (const fs::path& staging : files.Stagings(out, guide)) {
    Say("note: `{}` holds things that could not be put back; look at them\n", Printable(staging.string()));
  }
  const auto there = InventoryOf(out / guide, files);
  const auto names = there ? ForeignNames(*there) : std::vector<std::string>();
  if (names.empty()) return;
  std::string shown;
  for (const std::string& name : std::span(names).first(std::min(names.size(), kShown))) {
    shown += fmt::format("{}{}", shown.empty() ? "" : ", ", Printable(name));
  }
  if (names.size() > kShown) shown += fmt::format(" and {} more", names.size() - kShown);
  Say("note: {} also holds what guidec has not made, and leaves alone: {}\n",
      Printable((out / guide).generic_string()), shown);
}

// What a build needs beside the workspace.
struct BuildJob {
  Cache cache;
  std::optional<std::int64_t> source_date;
  Shard shard;
  fs::path data;
  std::optional<SigningKey> key;

  const SigningKey* signing_key() const { return key ? &*key : nullptr; }
};

// Of all that decides what a build makes and is known before anything is loaded.
std::string KeyOfBuild(const po::variables_map& options, const LintRun& lint, const BuildJob& job,
                       const FileSystem& files) {
  using Words = std::vector<std::string>;
  std::vector<std::string> parts = {"build", lint.key(), job.data.string(),
                                    fmt::format("{}/{}", job.shard.number, job.shard.count)};
  const auto add = [&](const Words& words) {
    parts.push_back(std::to_string(words.size()));
    parts.insert(parts.end(), words.begin(), words.end());
  };
  for (const char* name : {kArguments, "to", "edition"}) {
    add(options.contains(name) ? options[name].as<Words>() : Words{});
  }
  for (const char* name : {"versions", "seed"}) {
    add(options.contains(name) ? Words{std::to_string(options[name].as<int>())} : Words{});
  }
  add(options.contains("paper") ? Words{options["paper"].as<std::string>()} : Words{});
  add(job.source_date ? Words{std::to_string(*job.source_date)} : Words{});
  parts.push_back(fmt::format("{} {}", options["large-print"].as<bool>(), job.key.has_value()));
  const char* fonts = std::getenv("GUIDEC_FONT_DIR");
  parts.emplace_back(fonts == nullptr ? "" : fonts);
  for (const char* program : {"node", "pandoc", "rsvg-convert"}) {
    parts.push_back(StateOfProgram(program, files));
  }
  return job.cache.KeyOf(parts);
}

// Says what a build would make again, if all of it is in `out` already; nothing when it has to be made.
std::optional<int> ShowUnchanged(const std::string& key, const fs::path& out, const SigningKey* signing_key,
                                 LintRun& lint, bool colour, const Cache& cache, FileSystem& files) {
  const auto bytes = cache.Get(key);
  const auto record = bytes ? ReadBuildRecord(*bytes) : std::nullopt;
  if (!record || !StillHold(record->answers, files)) return std::nullopt;
  const auto outputs = UnchangedOutputs(*record, out, files, signing_key);
  if (!outputs) return std::nullopt;
  Sources sources;
  const auto linted = lint.Recall(sources);
  if (!linted) return std::nullopt;
  if (!MayBuild(linted->findings, sources, false, colour)) return kFindings;
  for (std::size_t i = 0; i < outputs->size(); ++i) {
    if (!ShowWritten(out / record->outputs[i].guide, (*outputs)[i])) return kFailed;
    NoteForeign(out, record->outputs[i].guide, files);
  }
  return kClean;
}

// What the command line and the workspace ask for.
Result<BuildOptions> OptionsOf(const po::variables_map& options, const Workspace& workspace,
                               const BuildJob& job, std::uint64_t theme_size) {
  BuildOptions build{.out = options["out"].as<std::string>(),
                     .formats = workspace.formats,
                     .editions = workspace.editions,
                     .print = workspace.print,
                     .data = job.data,
                     .version = GUIDEC_VERSION,
                     .source_date = job.source_date,
                     .theme_size = theme_size,
                     .signing_key = job.signing_key()};
  if (options.contains("to")) build.formats = options["to"].as<std::vector<std::string>>();
  if (options.contains("edition")) {
    build.editions.clear();
    for (const std::string& name : options["edition"].as<std::vector<std::string>>()) {
      const auto edition = EditionNamed(name);
      if (edition && std::ranges::find(build.editions, *edition) == build.editions.end()) {
        build.editions.push_back(*edition);
      }
    }
  }
  if (options.contains("paper")) build.print["paper"] = options["paper"].as<std::string>();
  if (options["large-print"].as<bool>()) build.print["large-print"] = "true";
  if (auto error = CheckAllowed(build.print["paper"], "paper", "outputs.paper", kPapers)) {
    return tl::unexpected(*std::move(error));
  }
  return build;
}

// The key that --sign or GUIDEC_SIGNING_KEY asks to sign with; nothing when neither does.
Result<std::optional<SigningKey>> SigningKeyOf(const po::variables_map& options, Cli& cli) {
  constexpr std::uint64_t kMaxKeyBytes = 64 << 10;
  std::string shown = "GUIDEC_SIGNING_KEY";
  std::optional<std::string>& pem = cli.secrets.signing_key;
  if (options.contains("sign")) {
    KeepMemoryPrivate();
    if (pem) Wipe(*pem);
    const std::string path = options["sign"].as<std::string>();
    auto read = cli.files.Read(path, kMaxKeyBytes);
    if (!read) return tl::unexpected(std::move(read.error()));
    shown = fmt::format("`{}`", path);
    pem = *std::move(read);
  }
  if (!pem) return std::optional<SigningKey>();
  auto key = SigningKey::FromPem(*pem, shown);
  if (!key) return tl::unexpected(std::move(key.error()));
  return std::optional<SigningKey>(*std::move(key));
}

// Those that are named, or all; none when one is not there, which has been said.
std::vector<const Guide*> GuidesAskedFor(const po::variables_map& options, const Library& library) {
  std::vector<const Guide*> guides;
  for (const std::string& id : ArgumentsOf(options)) {
    guides.push_back(FindGuide(library, id));
    if (guides.back() == nullptr) return {};
  }
  if (!guides.empty()) return guides;
  for (const Guide& guide : library.guides) guides.push_back(&guide);
  return guides;
}

// The shard's part of the guides that are asked for; empty when there is none, which has been said.
std::optional<std::vector<const Guide*>> GuidesOf(const po::variables_map& options, const Library& library,
                                                  const std::vector<SkippedLink>& skipped,
                                                  const Shard& shard) {
  std::vector<const Guide*> guides = GuidesAskedFor(options, library);
  if (!guides.empty()) return PartOf(shard, std::move(guides));
  if (ArgumentsOf(options).empty() && skipped.empty()) {
    PrintError({"the workspace has no guide", "guides lie in guides/<id>/guide.yaml"});
  }
  // Behind one of the links that are not followed is what is missing.
  for (const SkippedLink& link : skipped) {
    PrintError({fmt::format("`{}` {}", Printable(link.path), link.reason)});
  }
  return std::nullopt;
}

// Builds one guide after the other, and notes in `record` what each leaves.
bool BuildAll(const Library& library, const std::vector<const Guide*>& guides, const BuildOptions& build,
              FileSystem& files, ProcessRunner& processes, const Cache& cache, BuildRecord& record) {
  ProgressLine line;
  for (std::size_t i = 0; i < guides.size(); ++i) {
    const std::string& id = guides[i]->id.value;
    const auto written =
        BuildGuide(library, *guides[i], build, files, processes, cache,
                   [&](const std::string& path, std::size_t done, std::size_t total) {
                     const double share = static_cast<double>(done) / static_cast<double>(total);
                     line.Show(fmt::format("{}/{}", id, path), done, total,
                               (static_cast<double>(i) + share) / static_cast<double>(guides.size()));
                   });
    line.Clear();
    if (!written) {
      const bool interrupted = Interrupted();
      PrintError(interrupted ? Error{"interrupted"} : written.error());
      // Where that is not so, the error has said it.
      if (files.Stagings(build.out, id).empty()) {
        Say("  nothing was written; what {} holds is as it was\n", Printable((build.out / id).string()));
      }
      return false;
    }
    if (!ShowWritten(build.out / id, *written)) return false;
    NoteForeign(build.out, id, files);
    auto outputs = cache.is_on() ? OutputsOf(id, *written, build.out, files) : BuildRecord::Outputs{};
    // What cannot be read back is not remembered.
    if (outputs) record.outputs.push_back(*std::move(outputs));
  }
  return true;
}

Result<BuildJob> ReadBuildJob(const po::variables_map& options, Cli& cli) {
  auto cache = OpenCache(options, cli);
  if (!cache) return tl::unexpected(std::move(cache.error()));
  auto source_date = SourceDate();
  if (!source_date) return tl::unexpected(std::move(source_date.error()));
  auto shard = ShardOf(options);
  if (!shard) return tl::unexpected(std::move(shard.error()));
  auto data =
      DataDirectory(cli.files, options.contains("data-dir") ? options["data-dir"].as<std::string>() : "");
  if (!data) return tl::unexpected(std::move(data.error()));
  auto key = SigningKeyOf(options, cli);
  if (!key) return tl::unexpected(std::move(key.error()));
  return BuildJob{*std::move(cache), *source_date, *shard, *std::move(data), *std::move(key)};
}

// False where there cannot be so many.
bool SetVersions(const po::variables_map& options, Workspace& workspace) {
  if (options.contains("versions")) workspace.quiz_versions = options["versions"].as<int>();
  if (options.contains("seed")) workspace.quiz_seed = options["seed"].as<int>();
  return workspace.quiz_versions >= 0 && workspace.quiz_versions <= kMaxQuizVersions;
}

int RunBuild(const po::variables_map& options, Cli& cli) {
  CatchInterrupts();
  const int tool_timeout = options["tool-timeout"].as<int>();
  if (tool_timeout < 1) return UsageError("--tool-timeout wants at least 1 second", "build");
  if (const auto fault = FaultInDefaultFolder(options, cli.files)) return Fail(*fault);
  const auto job = ReadBuildJob(options, cli);
  if (!job) return Fail(job.error());
  const Cache& cache = job->cache;
  const auto read = ReadWorkspaceAt(cli, options["workspace"].as<std::string>());
  if (!read || !read->texts.problems.empty()) return kFailed;

  const fs::path out = options["out"].as<std::string>();
  const bool colour = WantsColour(options, STDERR_FILENO);
  std::optional<KeptWords> words(std::in_place, cache, cli.files);
  LintInputs inputs = InputsOfLint(Today(job->source_date), read->root, cli.files, cli.limits, *words);
  inputs.skipped = read->texts.skipped;
  LintRun lint(read->texts.texts, read->root, inputs, AllRules(), cache);
  std::string key;
  if (cache.is_on()) {
    key = KeyOfBuild(options, lint, *job, cli.files);
    if (const auto status = ShowUnchanged(key, out, job->signing_key(), lint, colour, cache, cli.files))
      return *status;
  }

  Sources sources;
  Library library = lint.Load(sources);
  if (!SetVersions(options, library.workspace)) {
    return UsageError(fmt::format("--versions wants a number from 0 to {}", kMaxQuizVersions), "build");
  }
  auto build = OptionsOf(options, library.workspace, *job, cli.tool_limits.theme);
  if (!build) return Fail(build.error());
  ToolLimits tool_limits = cli.tool_limits;
  tool_limits.time = std::chrono::seconds(tool_timeout);
  Processes processes(tool_limits);
  if (const auto known = CheckFormats(build->formats, processes); !known) return Fail(known.error());
  const auto guides = GuidesOf(options, library, read->texts.skipped, job->shard);
  if (!guides) return kFailed;
  const std::vector<Diagnostic> findings = lint.Lint(library).findings;
  words.reset();  // what was learnt is kept, whatever comes of the build
  if (!MayBuild(findings, sources, options["keep-going"].as<bool>(), colour)) return kFindings;

  RecordingFiles files(cli.files, out);
  BuildRecord record;
  if (!BuildAll(library, *guides, *build, files, processes, cache, record)) return kFailed;
  if (TallyOf(findings).errors > 0) return kFindings;
  if (cache.is_on() && files.is_steady() && record.outputs.size() == guides->size()) {
    record.answers = files.answers();
    cache.Put(key, WriteBuildRecord(record));
  }
  return kClean;
}

}  // namespace

const CommandSpec build_command = {
    .name = "build",
    .arguments = "[GUIDE...]",
    .summary = "compile guides to EPUB, PDF, JSON and other documents",
    .details =
        "GUIDE is a guide's id; without one, every guide of the workspace is built. Outputs are\n"
        "written whole or not at all. What tells the answers of the quiz lies in the folder instructor/;\n"
        "all else may be handed out. With errors in the sources nothing is built, unless --keep-going\n"
        "is given. A shard builds whole guides. A signed delivery has a manifest.json.sig next to its\n"
        "manifest.json; a build without a key removes the one that the manifest names.",
    .options = kBuildOptions,
    .run = RunBuild,
};

}  // namespace guidec
