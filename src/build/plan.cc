#include "build/plan.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "emit/json/bundle.h"

namespace guidec {
namespace {

// What one edition of a guide adds to the plan.
class EditionPlan {
 public:
  EditionPlan(const Library& library, const Guide& guide, Edition edition, std::vector<Artefact>& plan)
      : library_(library), guide_(guide), edition_(edition), plan_(plan) {}

  void AddBundle() {
    Add({guide_.id.value + ".json", Maker::kBundle});
    for (const Exercise* exercise : ExercisesOf(library_, guide_)) {
      const std::filesystem::path folder =
          std::filesystem::path((*library_.sources)[exercise->document->source].path()).parent_path();
      for (const Picture& picture : exercise->pictures) {
        Add({.path = PicturePath(*exercise, picture),
             .maker = Maker::kPicture,
             .source = (folder / picture.file.value).string()});
      }
    }
  }

  void AddEpub() { Add({guide_.id.value + ".epub", Maker::kPandoc}); }

  void AddPdfs() {
    if (edition_ == Edition::kInstructor) {
      if (guide_.quiz) AddPdf("answer-key.pdf", "answer-key.typ");
      return;
    }
    AddPdf(guide_.id.value + ".pdf", "guide.typ");
    if (guide_.quiz) AddPdf("quiz.pdf", "quiz.typ");
    for (const Exercise* exercise : ExercisesOf(library_, guide_)) {
      AddPdf(fmt::format("handouts/{}.pdf", exercise->id.value), "handout.typ",
             {{"exercise", exercise->id.value}});
    }
    if (guide_.routine) AddPdf("handouts/session.pdf", "session.typ");
  }

 private:
  void AddPdf(std::string path, std::string source, std::map<std::string, std::string> inputs = {}) {
    Add({.path = std::move(path),
         .maker = Maker::kTypst,
         .source = std::move(source),
         .inputs = std::move(inputs)});
  }

  void Add(Artefact artefact) {
    artefact.edition = edition_;
    if (edition_ == Edition::kInstructor) artefact.path = "instructor/" + artefact.path;
    plan_.push_back(std::move(artefact));
  }

  const Library& library_;
  const Guide& guide_;
  Edition edition_;
  std::vector<Artefact>& plan_;
};

}  // namespace

Result<std::vector<Artefact>> PlanOf(const Library& library, const Guide& guide,
                                     std::span<const std::string> formats,
                                     std::span<const Edition> editions) {
  const auto wants = [&](std::string_view format) {
    return std::ranges::find(formats, format) != formats.end();
  };
  std::vector<Artefact> plan;
  for (const Edition edition : editions) {
    EditionPlan of_edition(library, guide, edition, plan);
    if (wants("json")) of_edition.AddBundle();
    if (wants("epub")) of_edition.AddEpub();
    if (wants("pdf")) of_edition.AddPdfs();
  }
  std::ranges::sort(plan, {}, &Artefact::path);
  const auto twin = std::ranges::adjacent_find(plan, {}, &Artefact::path);
  if (twin != plan.end()) {
    return Failure(fmt::format("two outputs would have the name `{}`", twin->path),
                   "give the exercise or the guide another id");
  }
  return plan;
}

}  // namespace guidec
