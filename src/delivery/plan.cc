#include "delivery/plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "delivery/formats.h"
#include "delivery/manifest.h"
#include "model/picture/pictures.h"
#include "model/quiz/question.h"
#include "text/plain_path.h"
#include "text/words.h"

namespace guidec {
namespace {

// What one edition of a guide adds to the plan.
class EditionPlan {
 public:
  EditionPlan(const Library& library, const Guide& guide, Edition edition, std::vector<Artefact>& plan)
      : library_(library), guide_(guide), edition_(edition), plan_(plan) {}

  void AddFormat(const std::string& format) {
    format_ = format;
    const OutputFormat* known = FindOutputFormat(format);
    if (known != nullptr && !known->only_file.empty()) {
      if (edition_ == Edition::kInstructor) return;
      Add({.path = std::string(known->only_file), .maker = known->maker});
    } else if (known != nullptr && known->maker == Maker::kTypst) {
      AddPdfs();
    } else {
      AddNamed(known != nullptr ? known->maker : Maker::kPandoc);
    }
    if (!HoldsPictures(format)) AddPictures();
  }

 private:
  // In the order of the source, and in that of each version: quiz.pdf, quiz-a.pdf, ….
  void AddQuizPdfs(const std::string& name) {
    if (!guide_.quiz) return;
    AddPdf(name + ".pdf", name + ".typ");
    for (std::size_t at = 0; at < static_cast<std::size_t>(library_.workspace.quiz_versions); ++at) {
      const std::string version = ChoiceLetter(at);
      AddPdf(fmt::format("{}-{}.pdf", name, LowerCase(version)), name + ".typ", {{"version", version}});
    }
  }

  void AddNamed(Maker maker) {
    Add({.path = fmt::format("{}.{}", guide_.id.value, ExtensionOf(format_)), .maker = maker});
  }

  void AddPdfs() {
    if (edition_ == Edition::kInstructor) {
      AddQuizPdfs("answer-key");
      return;
    }
    AddPdf(guide_.id.value + ".pdf", "guide.typ");
    AddQuizPdfs("quiz");
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

  // Several formats may want them beside them.
  void AddPictures() {
    for (const PictureFile& picture : PicturesOf(library_, guide_, edition_)) {
      Artefact copy{.path = picture.name, .maker = Maker::kPicture, .source = picture.path.string()};
      const auto is_there = [&](const Artefact& other) {
        return other.maker == Maker::kPicture && other.path == FolderOf(edition_) + copy.path;
      };
      if (std::ranges::none_of(plan_, is_there)) Add(std::move(copy));
    }
  }

  void Add(Artefact artefact) {
    artefact.edition = edition_;
    artefact.format = format_;
    artefact.path = FolderOf(edition_) + artefact.path;
    plan_.push_back(std::move(artefact));
  }

  const Library& library_;
  const Guide& guide_;
  Edition edition_;
  std::string format_;
  std::vector<Artefact>& plan_;
};

// Fails where two outputs, or the pictures inside them, are one file on a disk that tells no `A` from `a`, as
// those of phones and of most desks.
Result<void> CheckCase(const std::vector<Artefact>& plan, const Library& library, const Guide& guide,
                       std::span<const Edition> editions) {
  std::set<std::string> names;
  for (const Artefact& artefact : plan) names.insert(artefact.path);
  for (const Edition edition : editions) {
    for (const PictureFile& picture : PicturesOf(library, guide, edition))
      names.insert(FolderOf(edition) + picture.name);
  }
  std::map<std::string, std::string> known;
  for (const std::string& name : names) {
    const auto [twin, is_new] = known.emplace(WithoutCase(name), name);
    if (is_new) continue;
    return Failure(
        fmt::format("the outputs `{}` and `{}` would be one file on many disks", twin->second, name),
        "rename one of the two");
  }
  return {};
}

}  // namespace

std::string FolderOf(Edition edition) {
  return edition == Edition::kInstructor ? "instructor/" : "";
}

Edition EditionOf(std::string_view path) {
  return path.starts_with(FolderOf(Edition::kInstructor)) ? Edition::kInstructor : Edition::kLearner;
}

Result<std::vector<Artefact>> PlanOf(const Library& library, const Guide& guide,
                                     std::span<const std::string> formats,
                                     std::span<const Edition> editions) {
  std::vector<Artefact> plan;
  for (const Edition edition : editions) {
    EditionPlan of_edition(library, guide, edition, plan);
    for (const std::string& format : formats) of_edition.AddFormat(format);
  }
  for (const Artefact& artefact : plan) {
    // Sources with errors (--keep-going) may have any text for an id.
    const auto fault = FaultInPath(fmt::format("{}/{}", guide.id.value, artefact.path));
    if (!fault) continue;
    return Failure(fmt::format("the output `{}/{}` cannot be written: its name {}", guide.id.value,
                               artefact.path, *fault),
                   "give the guide, the exercise or the picture another name");
  }
  std::ranges::sort(plan, {}, &Artefact::path);
  auto twin = std::ranges::adjacent_find(plan, {}, &Artefact::path);
  // Every delivery has one.
  if (twin == plan.end()) twin = std::ranges::find(plan, kManifestName, &Artefact::path);
  if (twin != plan.end()) {
    return Failure(fmt::format("two outputs would have the name `{}`", twin->path),
                   "give the exercise or the guide another id, or build formats whose files are called "
                   "alike into different folders");
  }
  if (auto distinct = CheckCase(plan, library, guide, editions); !distinct) {
    return tl::unexpected(std::move(distinct.error()));
  }
  return plan;
}

}  // namespace guidec
