#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/process.h"
#include "base/rewrite.h"
#include "cli/command.h"
#include "cli/default_folder.h"
#include "cli/workspace.h"
#include "model/picture/figure.h"
#include "text/nearest.h"
#include "text/plain_path.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

// A print of 8 cm is sharp with this many pixels; a picture's own unit is one.
constexpr std::string_view kZoom = "2.5";

constexpr OptionSpec kFigureOptions[] = {
    {.name = "out",
     .takes = Takes::kFolder,
     .value_name = "DIR",
     .summary = "where the pictures go",
     .otherwise = "figures"},
    {.name = "sheet", .summary = "draw all figures on one contact sheet, for review"},
    {.name = "poses", .summary = "draw the base poses on one contact sheet"},
    {.name = "workspace",
     .takes = Takes::kFolder,
     .value_name = "DIR",
     .summary = "the folder of guidec.yaml",
     .otherwise = "."}};

struct Drawing {
  std::string name;  // without its extension
  std::string svg;
};

// The figures in a row as one more picture, where there are several.
void AddDrawings(const Exercise& exercise, const FigureColours& colours, std::vector<Drawing>& drawings) {
  std::vector<const Picture*> figures;
  for (const Picture& picture : exercise.pictures) {
    if (!picture.figure) continue;
    figures.push_back(&picture);
    drawings.push_back({fmt::format("{}-{}", exercise.id.value, picture.figure->id.value),
                        FigureSvg(exercise, picture, colours)});
  }
  if (figures.size() > 1) drawings.push_back({exercise.id.value, StripSvg(exercise, colours)});
}

SheetCell CellOf(const Exercise& exercise, const Picture& picture) {
  const Figure& figure = *picture.figure;
  return {figure.is_sound ? &figure.spec : nullptr, &figure.placed,
          fmt::format("{}: {}", exercise.id.value, figure.id.value)};
}

std::string SheetOfPoses() {
  std::vector<FigureSpec> specs;
  std::vector<PlacedFigure> placed;
  for (const BasePose& pose : BasePoses()) {
    specs.push_back(SpecOf(pose));
    placed.push_back(PlaceFigure(specs.back()));
  }
  std::vector<SheetCell> cells;
  for (std::size_t i = 0; i < specs.size(); ++i) cells.push_back({&specs[i], &placed[i], specs[i].base});
  return DrawSheet(cells, {"Base poses", "Every base pose with its name."}, {});
}

Result<std::vector<Drawing>> DrawingsOf(const Library& library, const po::variables_map& options) {
  std::vector<Drawing> drawings;
  const FigureColours colours = ColoursOf(library.workspace.theme);
  std::vector<const Exercise*> exercises;
  for (const std::string& name : ArgumentsOf(options)) {
    const Exercise* exercise = library.FindExercise(name);
    if (exercise == nullptr) {
      std::vector<std::string> known;
      for (const Exercise& other : library.exercises) known.push_back(other.id.value);
      return Failure(fmt::format("there is no exercise `{}`{}", name, DidYouMean(name, known)),
                     "exercises lie in exercises/<id>.yaml");
    }
    exercises.push_back(exercise);
  }
  if (exercises.empty()) {
    for (const Exercise& exercise : library.exercises) exercises.push_back(&exercise);
  }
  if (!options["sheet"].as<bool>()) {
    for (const Exercise* exercise : exercises) AddDrawings(*exercise, colours, drawings);
    return drawings;
  }
  std::vector<SheetCell> cells;
  for (const Exercise* exercise : exercises) {
    for (const Picture& picture : exercise->pictures) {
      if (picture.figure) cells.push_back(CellOf(*exercise, picture));
    }
  }
  if (!cells.empty()) {
    drawings.push_back(
        {"sheet", DrawSheet(cells, {"All figures", "Every figure with its exercise and its id."}, colours)});
  }
  return drawings;
}

Result<std::string> PngOf(const std::string& svg, ProcessRunner& processes) {
  auto finished = processes.Run(
      {.argv = {"rsvg-convert", "--zoom", std::string(kZoom), "--background-color", "white"}, .input = svg});
  if (!finished) return tl::unexpected(std::move(finished.error()));
  if (finished->status != 0) {
    std::string said = std::move(finished->err);
    said.erase(said.find_last_not_of("\r\n") + 1);
    return Failure(fmt::format("rsvg-convert failed: {}", said), "");
  }
  return std::move(finished->out);
}

// Whether an earlier run drew the picture (figure/draw.cc).
bool IsDrawn(const fs::path& svg, const FileSystem& files) {
  constexpr std::uint64_t kMaxBytes = 16 << 20;
  const auto text = files.Read(svg, kMaxBytes);
  return text && text->starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") &&
         text->find(" role=\"img\" aria-labelledby=\"title desc\"><title id=\"title\">") < text->find('>');
}

// The ids of a workspace with errors may be any text. Fails where one would lead out of the folder, or where two
// pictures would have one name.
Result<void> CheckNames(const std::vector<Drawing>& drawings) {
  std::set<std::string_view> names;
  for (const Drawing& drawing : drawings) {
    auto fault = FaultInPath(drawing.name);
    if (!fault && drawing.name.find('/') != std::string::npos) fault = "has a slash";
    if (fault) {
      return Failure(fmt::format("the picture `{}` cannot be written: its name {}", drawing.name, *fault),
                     "give the exercise or the figure another id");
    }
    if (!names.insert(drawing.name).second) {
      return Failure(fmt::format("two pictures would have the name `{}`", drawing.name),
                     "give one of the exercises or figures another id");
    }
  }
  return {};
}

// Fails where something is in the way that guidec has not drawn.
Result<void> CheckFree(const std::vector<Drawing>& drawings, const fs::path& out, const FileSystem& files) {
  for (const Drawing& drawing : drawings) {
    const fs::path svg = out / (drawing.name + ".svg");
    for (const fs::path& path : {svg, out / (drawing.name + ".png")}) {
      const bool is_link = files.IsLink(path);
      if (!is_link && (files.Kind(path) == FileKind::kMissing || IsDrawn(svg, files))) continue;
      return Failure(fmt::format("`{}` is {}, and is not written over", path.string(),
                                 is_link ? "a link" : "not a drawing of guidec's"),
                     "move it away, or name another folder with --out");
    }
  }
  return {};
}

// Writes the pictures and says where each is; returns the exit status.
int WriteDrawings(const std::vector<Drawing>& drawings, const fs::path& out, ProcessRunner& processes,
                  Cli& cli) {
  if (const auto named = CheckNames(drawings); !named) return Fail(named.error());
  if (const auto free = CheckFree(drawings, out, cli.files); !free) return Fail(free.error());
  if (const auto made = cli.files.CreateDirectories(out); !made) return Fail(made.error());
  for (const Drawing& drawing : drawings) {
    const auto png = PngOf(drawing.svg, processes);
    if (!png) return Fail(png.error());
    for (const auto& [extension, bytes] : {std::pair("svg", &drawing.svg), std::pair("png", &*png)}) {
      const fs::path path = out / fmt::format("{}.{}", drawing.name, extension);
      if (const auto written = WriteWhole(cli.files, path, *bytes); !written) return Fail(written.error());
      if (!Print(path.string() + "\n")) return kFailed;
    }
  }
  return kClean;
}

int RunFigure(const po::variables_map& options, Cli& cli) {
  if (const auto fault = FaultInDefaultFolder(options, cli.files)) return Fail(*fault);
  std::vector<Drawing> drawings;
  if (options["poses"].as<bool>()) {
    drawings.push_back({"poses", SheetOfPoses()});
  } else {
    Sources sources;
    const auto loaded = OpenWholeWorkspace(cli, options["workspace"].as<std::string>(), sources);
    if (!loaded) return kFailed;
    auto found = DrawingsOf(loaded->library, options);
    if (found && found->empty()) {
      found = Failure("no exercise has a figure", "add `figures` to an exercise; its schema shows how");
    }
    if (!found) return Fail(found.error());
    drawings = *std::move(found);
  }
  Processes processes(cli.tool_limits);
  return WriteDrawings(drawings, options["out"].as<std::string>(), processes, cli);
}

}  // namespace

const CommandSpec figure_command = {
    .name = "figure",
    .arguments = "[EXERCISE...]",
    .argument = Takes::kText,
    .summary = "draw the pictures of exercises as SVG and PNG",
    .details =
        "EXERCISE is an id; without one, all exercises are drawn. Several figures of one exercise are\n"
        "also drawn in a row, as one picture. What cannot be drawn is an empty frame; `guidec lint`\n"
        "says why.",
    .options = kFigureOptions,
    .run = RunFigure,
};

}  // namespace guidec
