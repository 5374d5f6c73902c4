#include "build/plan.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "emit/json/bundle.h"
#include "emit/pandoc/ast.h"
#include "emit/pandoc/formats.h"

namespace guidec {
namespace {

// What one edition of a guide adds to the plan.
class EditionPlan {
 public:
  EditionPlan(const Library& library, const Guide& guide, Edition edition, std::vector<Artefact>& plan)
      : library_(library), guide_(guide), edition_(edition), plan_(plan) {}

  void AddFormat(const std::string& format) {
    format_ = format;
    if (format == "json") {
      AddBundle();
    } else if (format == "pdf") {
      AddPdfs();
    } else {
      Add({.path = fmt::format("{}.{}", guide_.id.value, ExtensionOf(format)), .maker = Maker::kPandoc});
      if (!HoldsPictures(format)) AddPicturesBeside();
    }
  }

 private:
  void AddBundle() {
    Add({.path = guide_.id.value + ".json", .maker = Maker::kBundle});
    for (const Exercise* exercise : ExercisesOf(library_, guide_)) {
      const std::filesystem::path folder =
          std::filesystem::path((*library_.sources)[exercise->document->source].path()).parent_path();
      for (const Picture& picture : exercise->pictures) {
        AddPicture(PicturePath(*exercise, picture), folder / picture.file.value);
      }
    }
  }

  void AddPicturesBeside() {
    for (const PandocPicture& picture : PandocPictures(library_, guide_)) {
      AddPicture(picture.name, picture.path);
    }
  }

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

  void AddPdf(std::string path, std::string source, std::map<std::string, std::string> inputs = {}) {
    Add({.path = std::move(path),
         .maker = Maker::kTypst,
         .source = std::move(source),
         .inputs = std::move(inputs)});
  }

  // Several formats may want the same picture beside them.
  void AddPicture(std::string path, const std::filesystem::path& source) {
    Artefact picture{.path = std::move(path), .maker = Maker::kPicture, .source = source.string()};
    const auto is_there = [&](const Artefact& other) {
      return other.maker == Maker::kPicture && other.edition == edition_ && other.source == picture.source &&
             other.path.ends_with(picture.path);
    };
    if (std::ranges::none_of(plan_, is_there)) Add(std::move(picture));
  }

  void Add(Artefact artefact) {
    artefact.edition = edition_;
    artefact.format = format_;
    if (edition_ == Edition::kInstructor) artefact.path = "instructor/" + artefact.path;
    plan_.push_back(std::move(artefact));
  }

  const Library& library_;
  const Guide& guide_;
  Edition edition_;
  std::string format_;
  std::vector<Artefact>& plan_;
};

}  // namespace

Result<std::vector<Artefact>> PlanOf(const Library& library, const Guide& guide,
                                     std::span<const std::string> formats,
                                     std::span<const Edition> editions) {
  std::vector<Artefact> plan;
  for (const Edition edition : editions) {
    EditionPlan of_edition(library, guide, edition, plan);
    for (const std::string& format : formats) of_edition.AddFormat(format);
  }
  std::ranges::sort(plan, {}, &Artefact::path);
  const auto twin = std::ranges::adjacent_find(plan, {}, &Artefact::path);
  if (twin != plan.end()) {
    return Failure(fmt::format("two outputs would have the name `{}`", twin->path),
                   "give the exercise or the guide another id, or build formats whose files are called "
                   "alike into different folders");
  }
  return plan;
}

}  // namespace guidec
