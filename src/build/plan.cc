#include "build/plan.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "emit/json/bundle.h"

namespace guidec {
namespace {

void AddPdfs(const Library& library, const Guide& guide, std::vector<Artefact>& plan) {
  plan.push_back({guide.id.value + ".pdf", Maker::kTypst, "guide.typ"});
  if (guide.quiz) {
    plan.push_back({"quiz.pdf", Maker::kTypst, "quiz.typ"});
    plan.push_back({"answer-key.pdf", Maker::kTypst, "answer-key.typ"});
  }
  for (const Exercise* exercise : ExercisesOf(library, guide)) {
    plan.push_back({fmt::format("handouts/{}.pdf", exercise->id.value),
                    Maker::kTypst,
                    "handout.typ",
                    {{"exercise", exercise->id.value}}});
  }
  if (guide.routine) plan.push_back({"handouts/session.pdf", Maker::kTypst, "session.typ"});
}

void AddPictures(const Library& library, const Guide& guide, std::vector<Artefact>& plan) {
  for (const Exercise* exercise : ExercisesOf(library, guide)) {
    const std::filesystem::path folder =
        std::filesystem::path((*library.sources)[exercise->document->source].path()).parent_path();
    for (const Picture& picture : exercise->pictures) {
      plan.push_back(
          {PicturePath(*exercise, picture), Maker::kPicture, (folder / picture.file.value).string()});
    }
  }
}

}  // namespace

Result<std::vector<Artefact>> PlanOf(const Library& library, const Guide& guide,
                                     std::span<const std::string> formats) {
  const auto wants = [&](std::string_view format) {
    return std::ranges::find(formats, format) != formats.end();
  };
  std::vector<Artefact> plan;
  if (wants("json")) {
    plan.push_back({guide.id.value + ".json", Maker::kBundle});
    AddPictures(library, guide, plan);
  }
  if (wants("epub")) plan.push_back({guide.id.value + ".epub", Maker::kPandoc});
  if (wants("pdf")) AddPdfs(library, guide, plan);
  std::ranges::sort(plan, {}, &Artefact::path);
  const auto twin = std::ranges::adjacent_find(plan, {}, &Artefact::path);
  if (twin != plan.end()) {
    return Failure(fmt::format("two outputs would have the name `{}`", twin->path),
                   "give the exercise or the guide another id");
  }
  return plan;
}

}  // namespace guidec
