#include "delivery/plan.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "delivery/formats.h"
#include "delivery/sources.h"
#include "lint/example.h"

namespace guidec {
namespace plan_test {

const std::vector<Edition> kBoth = {Edition::kLearner, Edition::kInstructor};

Library Example(Sources& sources, std::string_view guide = "") {
  return LoadExample("guides/hips/guide.yaml", guide, sources);
}

// "PATH MAKER FORMAT EDITION SOURCE {INPUTS}", a line each.
std::string Planned(const Library& library, const std::vector<std::string>& formats,
                    const std::vector<Edition>& editions = kBoth) {
  constexpr std::string_view kMakers[] = {"data", "picture", "pandoc", "typst"};
  const auto plan = PlanOf(library, library.guides.front(), formats, editions);
  if (!plan) return plan.error().message + "; " + plan.error().hint;
  std::string told;
  for (const Artefact& artefact : *plan) {
    told += fmt::format("{} {} {} {}", artefact.path, kMakers[static_cast<std::size_t>(artefact.maker)],
                        artefact.format, NameOf(artefact.edition));
    if (artefact.maker == Maker::kTypst) told += " " + artefact.source;
    for (const auto& [name, value] : artefact.inputs) told += fmt::format(" {}={}", name, value);
    told += "\n";
  }
  return told;
}

TEST_CASE("what is the instructor's lies in a folder of its own") {
  CHECK(FolderOf(Edition::kLearner).empty());
  CHECK(FolderOf(Edition::kInstructor) == "instructor/");
  const std::pair<std::string_view, Edition> paths[] = {
      {"instructor/a.json", Edition::kInstructor}, {"instructor/", Edition::kInstructor},
      {"instructor", Edition::kLearner},           {"instructors/a.json", Edition::kLearner},
      {"a/instructor/b", Edition::kLearner},       {"a.json", Edition::kLearner}};
  for (const auto& [path, edition] : paths) CHECK(EditionOf(path) == edition);
}

TEST_CASE("each format plans its files for each edition") {
  Sources sources;
  Library library = Example(sources, "routine:\n  exercises: [plank]\n");
  CHECK(Planned(library, {}).empty());
  CHECK(Planned(library, {"zip"}) == "hips.zip data zip learner\ninstructor/hips.zip data zip instructor\n");
  CHECK(Planned(library, {"epub", "latex"}, {Edition::kInstructor}) ==
        "instructor/hips.epub pandoc epub instructor\n"
        "instructor/hips.tex pandoc latex instructor\n"
        "instructor/pictures/exercises/hip-stretch-hold.svg picture latex instructor\n"
        "instructor/pictures/exercises/plank-hold.svg picture latex instructor\n");
  // Several formats share their pictures, and the first to want them has asked.
  CHECK(Planned(library, {"ndjson", "md"}, {Edition::kLearner}) ==
        "hips.md pandoc md learner\n"
        "hips.ndjson data ndjson learner\n"
        "pictures/exercises/hip-stretch-hold.svg picture ndjson learner\n"
        "pictures/exercises/plank-hold.svg picture ndjson learner\n");
  CHECK(Planned(library, {"free-exercise-db"}) ==
        "free-exercise-db.json data free-exercise-db learner\n"
        "pictures/exercises/hip-stretch-hold.svg picture free-exercise-db learner\n"
        "pictures/exercises/plank-hold.svg picture free-exercise-db learner\n");
  CHECK(Planned(library, {"free-exercise-db"}, {Edition::kInstructor}).empty());
  CHECK(Planned(library, {"pdf"}) ==
        "handouts/hip-stretch.pdf typst pdf learner handout.typ exercise=hip-stretch\n"
        "handouts/plank.pdf typst pdf learner handout.typ exercise=plank\n"
        "handouts/session.pdf typst pdf learner session.typ\n"
        "hips.pdf typst pdf learner guide.typ\n"
        "instructor/answer-key.pdf typst pdf instructor answer-key.typ\n"
        "quiz.pdf typst pdf learner quiz.typ\n");
  library.workspace.quiz_versions = 2;
  library.guides.front().routine.reset();
  CHECK(Planned(library, {"pdf"}) ==
        "handouts/hip-stretch.pdf typst pdf learner handout.typ exercise=hip-stretch\n"
        "handouts/plank.pdf typst pdf learner handout.typ exercise=plank\n"
        "hips.pdf typst pdf learner guide.typ\n"
        "instructor/answer-key-a.pdf typst pdf instructor answer-key.typ version=A\n"
        "instructor/answer-key-b.pdf typst pdf instructor answer-key.typ version=B\n"
        "instructor/answer-key.pdf typst pdf instructor answer-key.typ\n"
        "quiz-a.pdf typst pdf learner quiz.typ version=A\n"
        "quiz-b.pdf typst pdf learner quiz.typ version=B\n"
        "quiz.pdf typst pdf learner quiz.typ\n");
  library.guides.front().quiz.reset();
  CHECK(Planned(library, {"pdf"}, {Edition::kInstructor}).empty());
}

TEST_CASE("two outputs of one name, and names that no file can have, are not planned") {
  Sources sources;
  const Library library = Example(sources);
  CHECK(Planned(library, {"md", "gfm"}, {Edition::kLearner}) ==
        "two outputs would have the name `hips.md`; give the exercise or the guide another id, or build "
        "formats whose "
        "files are called alike into different folders");
  Sources of_manifest;
  CHECK(Planned(Example(of_manifest, "id: manifest\n"), {"json"}).starts_with("two outputs would have the name `manifest.json`; "));
  Sources of_case;
  const Library alike = Example(of_case, "main-message: '![Left.](A.svg) ![Right.](a.svg)'\n");
  for (const char* format : {"json", "zip"}) {
    CHECK(Planned(alike, {format}, {Edition::kLearner}) ==
          "the outputs `pictures/guides/hips/A.svg` and `pictures/guides/hips/a.svg` would be one file on many disks; "
          "rename one of the two");
  }
  Sources of_above;
  const std::string told = Planned(Example(of_above, "id: ../up\n"), {"json"});
  CHECK(told.starts_with("the output `../up/../up.json` cannot be written: its name "));
  CHECK(told.ends_with("; give the guide, the exercise or the picture another name"));
}

TEST_CASE("guidec's own formats are found by their names, and those of data can be written") {
  for (const OutputFormat& format : OutputFormats()) {
    CHECK(FindOutputFormat(format.name) == &format);
    CHECK((format.write != nullptr) == (format.maker == Maker::kData));
  }
  CHECK(FindOutputFormat("latex") == nullptr);
  CHECK(FindOutputFormat("") == nullptr);
}

std::string SourcesTold(const Library& library, const std::vector<LoadedPicture>& pictures,
                        const std::vector<ThemeFile>& theme_files) {
  const auto found = SourcesOf(library, library.guides.front(), pictures, theme_files);
  if (!found) return found.error().message + "; " + found.error().hint;
  std::string told;
  for (const ManifestEntry& entry : *found) {
    CHECK(entry.sha256.size() == 64);
    told += fmt::format("{} ", entry.path);
  }
  return told;
}

TEST_CASE("a guide's sources are its own documents, pictures, settings and theme, each once") {
  Sources sources;
  Library library = Example(sources);
  const std::string documents =
      "exercises/hip-stretch.yaml exercises/plank.yaml glossary.yaml guidec.yaml guides/hips/guide.yaml "
      "guides/hips/quiz.yaml guides/hips/references.yaml ";
  CHECK(SourcesTold(library, {}, {}) == documents);
  const Picture drawn{};
  const std::vector<LoadedPicture> pictures = {
      {{.name = "pictures/z.png", .path = "z.png"}, "bytes"},
      {{.name = "pictures/y.svg", .path = "./z/../y.svg"}, "clean", "as it is"},
      {{.name = "pictures/x.svg", .path = "x.svg", .drawn = &drawn}, "drawn"}};
  const std::vector<ThemeFile> theme_files = {
      {ThemePart::kTemplates, "quiz.typ", "../house/quiz.typ", "quiz", Sha256("quiz")},
      {ThemePart::kFonts, "z.png", "z.png", "bytes", Sha256("bytes")}};
  CHECK(SourcesTold(library, pictures, theme_files) == "../house/quiz.typ " + documents + "y.svg z.png ");
  const auto found = SourcesOf(library, library.guides.front(), pictures, theme_files);
  CHECK((*found)[0].size == 4);
  CHECK((*found)[0].sha256 == Sha256("quiz"));
  CHECK((*found)[8].sha256 == Sha256("as it is"));
  CHECK((*found)[8].size == 8);
  CHECK((*found)[9].sha256 == Sha256("bytes"));
  // Without a quiz, and without an exercise that it does not show.
  Sources of_less;
  Library less =
      LoadExample("guides/hips/guide.yaml",
                  "sections:\n  - id: a\n    title: A\n    body: [{exercises: [plank]}]\n", of_less);
  less.guides.front().quiz.reset();
  less.guides.front().references_document = nullptr;
  CHECK(SourcesTold(less, {}, {}) ==
        "exercises/plank.yaml glossary.yaml guidec.yaml guides/hips/guide.yaml ");
}

TEST_CASE("a logo that is not safe to read as it is is no source") {
  Sources sources;
  const Library library = Example(sources);
  const auto with = [&](const char* path, std::string bytes, ThemePart part = ThemePart::kLogo) {
    const std::string sha256 = Sha256(bytes);
    return SourcesTold(library, {}, {{part, "logo", path, std::move(bytes), sha256}});
  };
  constexpr std::string_view kSvg =
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/>)";
  CHECK(with("logo.svg", std::string(kSvg) + "</svg>").ends_with(" logo.svg "));
  CHECK(with("a/logo.svg", std::string(kSvg) + "<script/></svg>") ==
        "logo `a/logo.svg` holds a `script`; save it anew as plain SVG");
  CHECK(with("logo.svg", "<svg").starts_with("logo `logo.svg` is "));
  CHECK(with("logo.svg", "<svg").ends_with("; save it anew as plain SVG"));
  CHECK(with("logo.png", "no png").starts_with("logo `logo.png` "));
  CHECK(with("logo.svg", "<svg", ThemePart::kTemplates).ends_with(" logo.svg "));
}

}  // namespace plan_test
}  // namespace guidec
