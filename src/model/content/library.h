// What the sources mean: guides, exercises, quizzes and glossary, each part with its place.
#ifndef GUIDEC_MODEL_CONTENT_LIBRARY_H_
#define GUIDEC_MODEL_CONTENT_LIBRARY_H_

#include <memory>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "model/content/exercise.h"
#include "model/content/glossary.h"
#include "model/content/guide.h"
#include "model/content/workspace.h"
#include "model/prose/prose_use.h"
#include "schema/shape.h"
#include "syntax/document.h"
#include "text/source.h"

namespace guidec {

struct AllReadProse;  // model/prose/passage.h

struct File {
  Kind kind;
  Document document;
};

// Owns the documents, to whose nodes everything else points: movable, not copyable. Exercises and
// guides are sorted by id.
struct Library {
  Library() = default;
  Library(Library&&) = default;
  Library& operator=(Library&&) = default;
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  const Sources* sources = nullptr;
  std::vector<File> files;
  Workspace workspace;
  std::vector<Exercise> exercises;
  std::vector<Guide> guides;
  std::vector<Term> terms;
  std::vector<ProseUse> prose;  // every piece, each once, file by file in the files' order of their kinds
  std::shared_ptr<const AllReadProse> read;  // what `prose` says
  std::vector<Fault> faults;                 // of every stage before the rules
  Limits limits;                             // under which all was read, and is to be shown

  const Exercise* FindExercise(std::string_view id) const;
  const Term* FindTerm(std::string_view id) const;
  double Value(const Threshold& threshold) const;
};

// Exercises that the guide shows or uses in its routine, in reading order, each once.
std::vector<const Exercise*> ExercisesOf(const Library& library, const Guide& guide);

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_LIBRARY_H_
