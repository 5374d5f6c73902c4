#include <unistd.h>

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/data_directory.h"
#include "base/interrupt.h"
#include "base/process.h"
#include "base/source_date.h"
#include "build/build.h"
#include "build/plan.h"
#include "cli/cache.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/shard.h"
#include "cli/workspace.h"
#include "emit/pandoc/formats.h"
#include "lint/cached_lint.h"
#include "lint/runner.h"
#include "model/quiz_version.h"
#include "render/frame.h"
#include "render/tally.h"
#include "rules/registry.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kPapers[] = {{"a4"}, {"letter"}};
constexpr auto kFormatValues = AllowedValuesOf(kFormats);
constexpr auto kEditionValues = AllowedValuesOf(kEditions);

constexpr OptionSpec kOptions[] = {
    {.name = "to",
     .takes = Takes::kText,
     .value_name = "FORMAT",
     .summary = "what to make, instead of the workspace's choice (whatever Pandoc writes, and)",
     .allowed = kFormatValues,
     .times = Times::kCommas,
     .others = true},
    {.name = "edition",
     .takes = Takes::kText,
     .value_name = "EDITION",
     .summary = "for whom, instead of the workspace's choice",
     .allowed = kEditionValues,
     .times = Times::kCommas},
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
  const Tally tally = Count(findings);
  for (const Diagnostic& finding : findings) {
    if (finding.severity == Severity::kError) {
      fmt::print(stderr, "{}\n", RenderFrame(finding, sources, colour));
    }
  }
  if (tally.errors == 0) {
    if (tally.total() > 0) fmt::print(stderr, "{}; `guidec lint` shows them\n", Summary(tally));
    return true;
  }
  fmt::print(stderr, "{} in the sources; {}\n", Summary(tally),
             keep_going ? "building all the same" : "nothing was built (--keep-going builds all the same)");
  return keep_going;
}

int RunBuild(const po::variables_map& options, Cli& cli) {
  CatchInterrupts();
  const auto cache = OpenCache(options, cli);
  const auto source_date = SourceDate();
  if (!cache || !source_date) {
    PrintError(!cache ? cache.error() : source_date.error());
    return kFailed;
  }
  const auto read = ReadWorkspaceAt(cli, options["workspace"].as<std::string>());
  if (!read || !read->texts.problems.empty()) return kFailed;
  const LintInputs inputs = InputsOfLint(Today(*source_date), cli.files);
  LintRun lint(read->texts.texts, read->root, inputs, AllRules(), *cache);
  Sources sources;
  Library library = lint.Load(sources);
  Workspace& workspace = library.workspace;
  if (options.contains("versions")) workspace.quiz_versions = options["versions"].as<int>();
  if (options.contains("seed")) workspace.quiz_seed = options["seed"].as<int>();
  if (workspace.quiz_versions < 0 || workspace.quiz_versions > kMaxQuizVersions) {
    return UsageError(fmt::format("--versions wants a number from 0 to {}", kMaxQuizVersions), "build");
  }

  BuildOptions build{.out = options["out"].as<std::string>(),
                     .formats = library.workspace.formats,
                     .editions = library.workspace.editions,
                     .paper = library.workspace.paper,
                     .large_print = library.workspace.large_print || options["large-print"].as<bool>(),
                     .data = {},
                     .version = GUIDEC_VERSION};
  const int tool_timeout = options["tool-timeout"].as<int>();
  if (tool_timeout < 1) return UsageError("--tool-timeout wants at least 1 second", "build");
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
  if (options.contains("paper")) build.paper = options["paper"].as<std::string>();
  if (const auto error = CheckAllowed(build.paper, "paper", "outputs.paper", kPapers)) {
    PrintError(*error);
    return kFailed;
  }
  const auto data =
      DataDirectory(cli.files, options.contains("data-dir") ? options["data-dir"].as<std::string>() : "");
  if (!data) {
    PrintError(data.error());
    return kFailed;
  }
  build.data = *data;
  build.source_date = *source_date;

  Processes processes{std::chrono::seconds(tool_timeout)};
  if (const auto known = CheckFormats(build.formats, processes); !known) {
    PrintError(known.error());
    return kFailed;
  }

  std::vector<const Guide*> guides;
  for (const std::string& id : ArgumentsOf(options)) {
    guides.push_back(FindGuide(library, id));
    if (guides.back() == nullptr) return kFailed;
  }
  if (guides.empty()) {
    for (const Guide& guide : library.guides) guides.push_back(&guide);
  }
  if (guides.empty()) {
    PrintError({"the workspace has no guide", "guides lie in guides/<id>/guide.yaml"});
    return kFailed;
  }
  const auto shard = ShardOf(options);
  if (!shard) {
    PrintError(shard.error());
    return kFailed;
  }
  guides = PartOf(*shard, std::move(guides));
  const std::vector<Diagnostic> findings = lint.Lint(library).findings;
  const bool colour = WantsColour(options, STDERR_FILENO);
  if (!MayBuild(findings, sources, options["keep-going"].as<bool>(), colour)) return kFindings;

  ProgressLine line;
  for (std::size_t i = 0; i < guides.size(); ++i) {
    const Guide* guide = guides[i];
    const auto written =
        BuildGuide(library, *guide, build, cli.files, processes, *cache,
                   [&](const std::string& path, std::size_t done, std::size_t total) {
                     const double share = static_cast<double>(done) / static_cast<double>(total);
                     line.Show(fmt::format("{}/{}", guide->id.value, path), done, total,
                               (static_cast<double>(i) + share) / static_cast<double>(guides.size()));
                   });
    line.Clear();
    if (!written) {
      const bool interrupted = Interrupted();
      PrintError(interrupted ? Error{"interrupted"} : written.error());
      fmt::print(stderr, "  nothing was written; what {} holds is as it was\n",
                 (build.out / guide->id.value).string());
      return kFailed;
    }
    std::string out;
    for (const WrittenFile& file : *written) {
      out += fmt::format("{:>9}  {}\n", HumanSize(file.size),
                         (build.out / guide->id.value / file.path).generic_string());
    }
    if (!Print(out)) return kFailed;
    const auto kept = std::ranges::count_if(*written, &WrittenFile::was_kept);
    if (kept > 0) fmt::print(stderr, "{} of {} files are from the cache\n", kept, written->size());
  }
  return Count(findings).errors > 0 ? kFindings : kClean;
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
        "is given. A shard builds whole guides.",
    .options = kOptions,
    .run = RunBuild,
};

}  // namespace guidec
