// What of a guide its quiz asks about. A question asks about what its proof draws on, what its links lead
// to, what its choices name and the exercises that it calls by name.
#ifndef GUIDEC_MODEL_QUIZ_COVERAGE_H_
#define GUIDEC_MODEL_QUIZ_COVERAGE_H_

#include <string>
#include <vector>

#include "model/content/library.h"
#include "model/prose/named_exercises.h"

namespace guidec {

// Sections that hold facts or exercises, exercises and facts, each in reading order.
struct Coverage {
  std::vector<const Section*> sections;
  std::vector<const Section*> unasked_sections;
  std::vector<const Exercise*> exercises;
  std::vector<const Exercise*> unasked_exercises;
  std::vector<const Fact*> unasked_facts;  // by which no verdict came about
};

// `names` are the exercises' in the language of the guide, which has a quiz.
Coverage CoverageOf(const Library& library, const Guide& guide, const ExerciseNames& names);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_COVERAGE_H_
