// An exercise: what it is for, how it is done, how much of it, and when to stop.
#ifndef GUIDEC_MODEL_CONTENT_EXERCISE_H_
#define GUIDEC_MODEL_CONTENT_EXERCISE_H_

#include <memory>
#include <vector>

#include "model/content/id.h"
#include "model/dose/dose.h"
#include "model/prose/markdown.h"
#include "syntax/document.h"

namespace guidec {

struct Figure;  // model/picture/figure.h

// A file beside the exercise, or a figure that is drawn.
struct Picture {
  Span span{};
  Id file;  // of a figure: what its drawing is called
  Prose alt;
  Prose caption;
  std::shared_ptr<const Figure> figure = nullptr;
};

struct Exercise {
  const Document* document = nullptr;
  Id id;
  Prose name;
  Id kind;
  Prose purpose;
  std::vector<Id> targets;
  std::vector<Id> equipment;
  Prose start_position;
  Spanned<Sides> sides;
  Dose dose;
  std::vector<Prose> steps;
  std::vector<Id> step_ids;  // as many; empty where a step has none
  std::vector<Prose> stop_if;
  std::vector<Prose> cautions;
  std::vector<Picture> pictures;  // files, then figures
  std::vector<Id> cites;
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_EXERCISE_H_
