// A guide as every output prints it: what is computed from the sources, once. The serializers (emit/json,
// emit/pandoc) read it together with the guide's own prose, and compute nothing.
#ifndef GUIDEC_EMIT_VIEW_VIEW_H_
#define GUIDEC_EMIT_VIEW_VIEW_H_

#include <optional>
#include <string>
#include <vector>

#include "emit/view/phrases.h"
#include "emit/view/places.h"
#include "emit/view/references.h"
#include "model/content/edition.h"
#include "model/content/library.h"
#include "model/dose/plan.h"
#include "model/dose/timeline.h"
#include "model/picture/pictures.h"
#include "model/quiz/question.h"
#include "model/quiz/quiz_version.h"
#include "words/words.h"

namespace guidec {

struct PictureView {
  const Picture* picture = nullptr;
  PictureFile file;
  std::string alternative;  // what a reader hears instead of it
};

struct ExerciseView {
  const Exercise* exercise = nullptr;
  std::vector<DoseRow> dose;
  std::vector<PictureView> pictures;  // those that can be had
  Timeline timeline;
  std::optional<Plan> plan;
  std::vector<Timeline> weeks;  // one for each week of the plan
  std::string allow;            // "Allow about 2 minutes"; empty without planning figures
};

struct RoutineView {
  std::vector<const ExerciseView*> exercises;  // in order; one may come again
  Timeline timeline;
  Seconds time;
  std::string label;  // "about 8 minutes": by the planning figures, or the usual ones
  std::string total;  // the same, or without planning figures what the routine states; may be empty
};

// Choices or matches below one another, and what is said above them.
struct OfferedList {
  std::string note;  // how to answer; may be empty
  const std::vector<Choice>* choices = nullptr;
  bool is_numbered = false;  // 1, 2, … and not A, B, …
};

// A choice with its letter or number, or an answer in words; neither for what names nothing.
struct AnswerPart {
  std::string label;
  const Choice* choice = nullptr;
};

struct QuestionView {
  const Question* question = nullptr;
  int number = 0;                // from 1
  std::vector<std::string> key;  // as printed
  std::string amount;            // the answer of a number question, "30 seconds"; empty for others
  std::string unit;              // what it is asked in
  Scoring scoring;
  // The choices, and what they are matched with. The last has a note, even where nothing is offered: the
  // words of the key `how-to-` and the kind's name.
  std::vector<OfferedList> offered;
  std::vector<std::vector<AnswerPart>> answer;  // a line for each choice, or for each pair
  const Place* proven_at = nullptr;          // where the guide says so first
  const Place* proven_in_section = nullptr;  // and where a section does
};

struct PrintedVersion {
  QuizVersion version;
  std::vector<std::vector<std::string>> keys;  // of its questions, in its order, in the guide's words
};

struct TermView {
  const Term* term = nullptr;
  std::vector<Id> cites;  // of the guide's own sources: many guides share a glossary
};

struct GuideView {
  GuideView(const Library& library, const Guide& guide);
  GuideView(const GuideView&) = delete;
  GuideView& operator=(const GuideView&) = delete;

  const ExerciseView* Find(const Exercise* exercise) const;

  const Library& library;
  const Guide& guide;
  const Wording wording;
  const Places places;
  const std::vector<PrintedReference> references;
  std::string authors;                    // one behind the other
  std::optional<std::string> review_due;  // 2027-02-28
  std::vector<ExerciseView> exercises;    // in reading order, each once
  std::optional<RoutineView> routine;
  std::vector<QuestionView> questions;
  std::vector<PrintedVersion> versions;
  std::vector<TermView> terms;
};

}  // namespace guidec

#endif  // GUIDEC_EMIT_VIEW_VIEW_H_
