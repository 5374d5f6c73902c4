#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/bounds.h"
#include "cli/command.h"
#include "cli/workspace.h"
#include "delivery/pictures.h"
#include "delivery/plan.h"
#include "emit/json/bundle.h"
#include "emit/pandoc/ast.h"
#include "model/quiz/facts.h"
#include "render/finding_json.h"
#include "syntax/document.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kStages[] = {{"tree", "the syntax tree of a file, with places"},
                                    {"values", "the values of a file, with places"},
                                    {"model", "what the guides of a workspace mean, as the JSON bundle"},
                                    {"facts", "what proofs are judged by, with places"},
                                    {"pandoc", "the same as Pandoc's syntax tree"},
                                    {"plan", "the files that a build makes, and with what"}};

constexpr OptionSpec kDumpOptions[] = {{.name = "stage",
                                        .takes = Takes::kText,
                                        .value_name = "STAGE",
                                        .summary = "which one",
                                        .otherwise = "values",
                                        .allowed = kStages}};

// tree and values are of one file and need no workspace, but keep to the bounds of one that is there.
int DumpFile(Cli& cli, const std::string& path, bool tree) {
  const auto root = FindWorkspace(cli.files, path);
  const WorkspaceBounds bounds(cli.files, root.value_or("/"));
  if (const auto fault = bounds.FaultIn(path)) return Fail(*fault);
  const auto text = bounds.Read(path, cli.limits.file_size);
  if (!text) return Fail(text.error());
  Sources sources;
  const Source& source = sources.Add(path, *text);
  const std::string out = tree ? DumpTree(source) : DumpValues(source, Parse(source, cli.limits));
  return Print(out) ? kClean : kFailed;
}

std::string PlanText(const std::vector<Artefact>& plan) {
  static constexpr std::array<std::string_view, 4> kMakers = {"data", "picture", "pandoc", "typst"};
  std::string out;
  for (const Artefact& artefact : plan) {
    out += fmt::format("{:<8} {}", kMakers[static_cast<std::size_t>(artefact.maker)], artefact.path);
    if (!artefact.source.empty()) out += fmt::format(" <- {}", artefact.source);
    for (const auto& [name, value] : artefact.inputs) out += fmt::format(" {}={}", name, value);
    out += "\n";
  }
  return out;
}

int DumpGuides(Cli& cli, const std::string& path, const std::string& stage) {
  Sources sources;
  const std::optional<Loaded> loaded = OpenWholeWorkspace(cli, path, sources);
  if (!loaded) return kFailed;
  const Library& library = loaded->library;
  std::string out;
  for (const Guide& guide : library.guides) {
    if (stage == "model") {
      const auto pictures = LoadPictures(library, guide, cli.files);
      if (!pictures) return Fail(pictures.error());
      // Building refuses ids that are not UTF-8; here they are seen.
      out += Dump(Bundle(GuideView(library, guide),
                         {.generator = "guidec " GUIDEC_VERSION, .assets = AssetsOf(*pictures)}),
                  1);
    } else if (stage == "facts") {
      out += DumpFacts(guide.facts, sources);
    } else if (stage == "pandoc") {
      out += Dump(PandocDocument(GuideView(library, guide), {}), 1);
    } else {
      const auto plan = PlanOf(library, guide, library.workspace.formats, library.workspace.editions);
      if (!plan) return Fail(plan.error());
      out += guide.id.value + "\n" + PlanText(*plan);
    }
  }
  return Print(out) ? kClean : kFailed;
}

int RunDump(const po::variables_map& options, Cli& cli) {
  const std::string& stage = options["stage"].as<std::string>();
  const bool one_file = stage == "tree" || stage == "values";
  std::vector<std::string> paths = ArgumentsOf(options);
  if (paths.empty() && one_file)
    return UsageError(fmt::format("stage `{}` is of a file: name one", stage), "dump");
  if (paths.empty()) paths.emplace_back(".");
  int status = kClean;
  for (const std::string& path : paths) {
    status = std::max(status, one_file ? DumpFile(cli, path, stage == "tree") : DumpGuides(cli, path, stage));
  }
  return status;
}

}  // namespace

const CommandSpec dump_command = {
    .name = "dump",
    .arguments = "[PATH...]",
    .argument = Takes::kFile,
    .summary = "show what a stage of the compiler makes",
    .options = kDumpOptions,
    .run = RunDump,
};

}  // namespace guidec
