// Every piece of prose, with what it is for and whose it is.
#ifndef GUIDEC_MODEL_PROSE_PROSE_USE_H_
#define GUIDEC_MODEL_PROSE_PROSE_USE_H_

#include <vector>

#include "model/content/exercise.h"
#include "model/content/guide.h"

namespace guidec {

struct Library;  // model/content/library.h

// What a piece of prose is for: some rules hold only for steps, some only for running text.
enum class Role : unsigned char {
  kTitle,
  kText,
  kStep,
  kStopRule,
  kDose,
  kStem,
  kChoice,
  kWhy,
  kAlternative,
  kTerm
};

struct ProseUse {
  const Prose* prose = nullptr;
  Role role = Role::kText;
  const Exercise* exercise = nullptr;  // the exercise that it belongs to, or null
  const Guide* guide = nullptr;        // the guide that it belongs to, or null
  bool is_cited = false;               // its block or exercise cites a source for all that it says
  bool is_denied = false;              // stated only to be denied: a false claim or statement, a wrong choice
  const ReadProse* read = nullptr;     // the prose's, nearer at hand
};

// Fills `prose` of a library whose exercises, guides and terms are where they stay.
void CollectProse(Library& library);

// The prose of one block of `guide`, or of one exercise, in reading order.
std::vector<ProseUse> ProseOf(const Block& block, const Guide& guide);
std::vector<ProseUse> ProseOf(const Exercise& exercise);

// What a reader of the guide sees: its own prose and that of its exercises.
std::vector<ProseUse> ProseOf(const Library& library, const Guide& guide);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_PROSE_USE_H_
