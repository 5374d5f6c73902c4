#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/timeline_chart.h"
#include "cli/workspace.h"
#include "emit/json/timeline.h"
#include "model/dose/plan.h"
#include "render/finding_json.h"
#include "render/place.h"
#include "text/nearest.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kPlainWidth = 80;

constexpr AllowedValue kTimelineFormats[] = {
    {"text", "a table with a bar for each cue's length"},
    {"json", "for programs, with the place of the step that says each"}};

constexpr OptionSpec kTimelineOptions[] = {{.name = "format",
                                            .takes = Takes::kText,
                                            .value_name = "FORMAT",
                                            .summary = "how timelines are shown",
                                            .otherwise = "text",
                                            .allowed = kTimelineFormats},
                                           {.name = "week",
                                            .takes = Takes::kNumber,
                                            .value_name = "N",
                                            .summary = "as it is in week N of what grows by the week"},
                                           {.name = "workspace",
                                            .takes = Takes::kFolder,
                                            .value_name = "DIR",
                                            .summary = "the folder of guidec.yaml",
                                            .otherwise = "."},
                                           kColourOption};

// An exercise, or a guide's routine.
struct ShownTimeline {
  std::string_view kind;
  std::string id;
  std::string title;
  std::optional<Seconds> stated;
  Timeline timeline;
};

using Week = std::optional<int>;

ShownTimeline ShownOf(const Exercise& exercise, const Timing& timing, Week week) {
  return {
      "exercise", exercise.id.value, PlainText(exercise.name.root), {}, TimelineOf(exercise, timing, week)};
}

ShownTimeline ShownOf(const Library& library, const Guide& guide, const Timing& timing, Week week) {
  const Routine& routine = *guide.routine;
  return {"routine", guide.id.value, PlainText(routine.title ? routine.title.root : guide.title.root),
          routine.total ? std::optional(routine.total->value) : std::nullopt,
          TimelineOf(library, routine, timing, week)};
}

Error NoSuchName(const Library& library, const std::string& name) {
  std::vector<std::string> known;
  for (const Exercise& exercise : library.exercises) known.push_back(exercise.id.value);
  for (const Guide& guide : library.guides) known.push_back(guide.id.value);
  return {fmt::format("there is no exercise or guide `{}`{}", name, DidYouMean(name, known)),
          "exercises lie in exercises/<id>.yaml, guides in guides/<id>/guide.yaml"};
}

// What bears the name, or every routine where there are no names.
Result<std::vector<ShownTimeline>> Find(const Library& library, const std::vector<std::string>& names,
                                        Week week) {
  const Timing timing = library.workspace.timing.value_or(Timing{});
  std::vector<ShownTimeline> found;
  for (const std::string& name : names) {
    const Exercise* exercise = library.FindExercise(name);
    const auto guide =
        std::ranges::find_if(library.guides, [&](const Guide& g) { return g.id.value == name; });
    const bool is_guide = guide != library.guides.end();
    if (exercise == nullptr && !is_guide) return tl::unexpected(NoSuchName(library, name));
    if (exercise != nullptr) found.push_back(ShownOf(*exercise, timing, week));
    if (is_guide && guide->routine) found.push_back(ShownOf(library, *guide, timing, week));
    if (is_guide && !guide->routine && exercise == nullptr) {
      return tl::unexpected(Error{fmt::format("guide `{}` has no routine", name), "name an exercise"});
    }
  }
  if (!names.empty()) return found;
  for (const Guide& guide : library.guides) {
    if (guide.routine) found.push_back(ShownOf(library, guide, timing, week));
  }
  if (found.empty()) return tl::unexpected(Error{"no guide has a routine", "name an exercise"});
  return found;
}

std::size_t WidthOfOutput() {
  winsize size{};
  const bool is_known = ::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  return is_known && size.ws_col > 0 ? size.ws_col : kPlainWidth;
}

// The week that was asked for; nothing without one.
Result<Week> WeekOf(const po::variables_map& options) {
  if (!options.contains("week")) return Week();
  const int week = options["week"].as<int>();
  if (week >= 1 && week <= kMostPlanWeeks) return Week(week);
  return tl::unexpected(Error{fmt::format("no plan has a week {}", week),
                              fmt::format("`--week` takes 1 to {}", kMostPlanWeeks)});
}

bool Grows(const ShownTimeline& shown) {
  return std::ranges::any_of(shown.timeline.cues,
                             [](const Cue& cue) { return PlanOf(cue.exercise->dose).has_value(); });
}

std::string TimelinesAsText(const std::vector<ShownTimeline>& all, Week week, bool colour) {
  std::string out;
  for (const ShownTimeline& shown : all) {
    if (!out.empty()) out += "\n";
    const std::string stated = shown.stated ? fmt::format(", stated as {}", Spell(*shown.stated)) : "";
    const std::string when = !week          ? ""
                             : Grows(shown) ? fmt::format(", week {}", *week)
                                            : fmt::format(", week {} as any other", *week);
    out += fmt::format("{} ({} {}){}{}\n\n", Printable(shown.title), shown.kind, Printable(shown.id), stated, when);
    out += TimelineChart(shown.timeline, WidthOfOutput(), colour);
  }
  return out;
}

Json StepPlaceJson(const Sources& sources, const Prose& step) {
  const Span span = step.span();
  const Source& source = sources[span.source];
  const Position position = source.PositionOf(span.begin);
  return Json{{"path", source.path()}, {"line", position.line}, {"column", position.column}};
}

std::string TimelinesAsJson(const Library& library, const std::vector<ShownTimeline>& all, Week week) {
  const Wording words(library.workspace.language);
  Json array = Json::array();
  for (const ShownTimeline& shown : all) {
    Json json{{"kind", shown.kind}, {"id", shown.id}, {"title", shown.title}};
    if (shown.stated) json["statedSeconds"] = shown.stated->min;
    if (week) json["week"] = *week;
    Json timeline = TimelineJson(shown.timeline, words);
    for (std::size_t i = 0; i < shown.timeline.cues.size(); ++i) {
      const Cue& cue = shown.timeline.cues[i];
      if (cue.step)
        timeline["cues"][i]["place"] = StepPlaceJson(*library.sources, cue.exercise->steps[*cue.step]);
    }
    json["timeline"] = std::move(timeline);
    array.push_back(std::move(json));
  }
  return Dump(array);
}

int RunTimeline(const po::variables_map& options, Cli& cli) {
  Sources sources;
  const auto loaded = OpenWholeWorkspace(cli, options["workspace"].as<std::string>(), sources);
  if (!loaded) return kFailed;
  const auto week = WeekOf(options);
  if (!week) return Fail(week.error());
  const auto found = Find(loaded->library, ArgumentsOf(options), *week);
  if (!found) return Fail(found.error());
  const bool is_json = options["format"].as<std::string>() == "json";
  return PrintExactly(is_json ? TimelinesAsJson(loaded->library, *found, *week)
                              : TimelinesAsText(*found, *week, WantsColour(options, STDOUT_FILENO)))
             ? kClean
             : kFailed;
}

}  // namespace

const CommandSpec timeline_command = {
    .name = "timeline",
    .arguments = "[EXERCISE|GUIDE...]",
    .argument = Takes::kText,
    .summary = "show how an exercise or a guide's routine runs, cue by cue",
    .details =
        "EXERCISE and GUIDE are ids; a guide stands for its routine. Without a name, every routine is shown.",
    .options = kTimelineOptions,
    .run = RunTimeline,
};

}  // namespace guidec
