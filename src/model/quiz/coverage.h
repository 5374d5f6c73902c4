// What of a guide its quiz asks about. A question asks about what its proof draws on, what its links lead
// to, what its choices name and the exercises that it calls by name.
#ifndef GUIDEC_MODEL_QUIZ_COVERAGE_H_
#define GUIDEC_MODEL_QUIZ_COVERAGE_H_

#include <set>
#include <string>
#include <vector>

#include "model/content/library.h"
#include "model/prose/named_exercises.h"
#include "model/quiz/facts.h"

namespace guidec {

// Sections that hold facts or exercises, exercises and facts, each in reading order.
struct Coverage {
  std::vector<const Section*> sections;
  std::vector<const Section*> unasked_sections;
  std::vector<const Exercise*> exercises;
  std::vector<const Exercise*> unasked_exercises;
  std::vector<const Fact*> unasked_facts;  // by which no verdict came about
};

// `names` are the exercises' in the guide's language; `facts` are the guide's, which has a quiz; `used` are
// those by which its proofs were judged.
Coverage CoverageOf(const Library& library, const Guide& guide, const ExerciseNames& names,
                    const Facts& facts, const std::set<const Fact*>& used);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_COVERAGE_H_
