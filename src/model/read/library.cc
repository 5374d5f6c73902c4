#include "model/read/library.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/crash.h"
#include "base/parallel.h"
#include "model/prose/passage.h"
#include "model/prose/placeholder.h"
#include "model/prose/terms.h"
#include "model/quiz/proof.h"
#include "model/read/readers.h"

namespace guidec {
namespace {

std::string FolderOf(const std::filesystem::path& path) {
  return path.parent_path().filename().string();
}

// What one file brings to the library.
struct FilePart {
  std::vector<Fault> shape;
  std::vector<Fault> faults;
  std::vector<Term> terms;
  std::optional<Exercise> exercise;
  std::optional<Guide> guide;
  std::optional<Quiz> quiz;
  std::vector<Reference> references;
};

FilePart ReadFile(const File& file, const Sources& sources, const std::string& language,
                  const Limits& limits) {
  const WorkingOn working_on("reading", sources[file.document.source].path());
  FilePart part;
  part.shape = CheckShape(file.document, file.kind);
  ReadContext in{file.document, sources[file.document.source].path(), language, limits, part.faults};
  switch (file.kind) {
    case Kind::kWorkspace:
      break;  // read before the others
    case Kind::kGlossary:
      part.terms = ReadGlossary(in);
      break;
    case Kind::kExercise:
      part.exercise = ReadExercise(in);
      break;
    case Kind::kGuide:
      part.guide = ReadGuide(in);
      break;
    case Kind::kQuiz:
      part.quiz = ReadQuiz(in);
      break;
    case Kind::kReferences:
      part.references = ReadReferences(in);
      break;
  }
  return part;
}

void PutTogether(std::vector<FilePart> parts, const Sources& sources, Library& library) {
  std::map<std::string, std::size_t> guides;  // by folder
  // Quizzes and references look for their guide.
  for (const Kind kind : {Kind::kGlossary, Kind::kExercise, Kind::kGuide, Kind::kQuiz, Kind::kReferences}) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const File& file = library.files[i];
      if (file.kind != kind) continue;
      FilePart& part = parts[i];
      std::ranges::move(part.faults, std::back_inserter(library.faults));
      std::ranges::move(part.terms, std::back_inserter(library.terms));
      if (part.exercise) library.exercises.push_back(*std::move(part.exercise));
      if (part.guide) {
        guides.try_emplace(part.guide->folder, library.guides.size());
        library.guides.push_back(*std::move(part.guide));
      }
      if (kind != Kind::kQuiz && kind != Kind::kReferences) continue;
      const auto guide = guides.find(FolderOf(sources[file.document.source].path()));
      if (guide == guides.end()) continue;
      Guide& beside = library.guides[guide->second];
      if (part.quiz) {
        beside.quiz = *std::move(part.quiz);
      } else {
        beside.references_document = &file.document;
        std::ranges::move(part.references, std::back_inserter(beside.references));
      }
    }
  }
}

}  // namespace

Library BuildLibrary(const Sources& sources, std::vector<File> files, const std::filesystem::path& root,
                     std::string_view dictionary, const Limits& limits) {
  Library library;
  library.limits = limits;
  library.sources = &sources;
  library.files = std::move(files);
  library.workspace.root = root;
  std::vector<Fault> faults_of_settings;
  for (const File& file : library.files) {
    if (file.kind != Kind::kWorkspace) continue;
    ReadContext in{file.document, sources[file.document.source].path(), "", limits, faults_of_settings};
    ReadSettings(in, library.workspace);
  }
  library.workspace.dictionary = WordsOf(dictionary);
  std::vector<FilePart> parts(library.files.size());
  ParallelFor(parts.size(), [&](std::size_t i) {
    parts[i] = ReadFile(library.files[i], sources, library.workspace.language, limits);
  });
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::vector<Fault>& faults = library.files[i].document.faults;
    library.faults.insert(library.faults.end(), faults.begin(), faults.end());
    std::ranges::move(parts[i].shape, std::back_inserter(library.faults));
  }
  std::ranges::move(faults_of_settings, std::back_inserter(library.faults));
  PutTogether(std::move(parts), sources, library);
  const auto id = [](const auto& part) { return part.id.value; };
  std::ranges::stable_sort(library.exercises, {}, id);
  std::ranges::stable_sort(library.guides, {}, id);
  CollectProse(library);
  FillPlaceholders(library);
  ReadAllProse(library);
  FindTerms(library);
  ReadWordsOfDoses(library);
  ProveAnswers(library);
  return library;
}

}  // namespace guidec
