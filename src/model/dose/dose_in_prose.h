// Figures of a dose in a guide's prose, and the exercise that each is about.
#ifndef GUIDEC_MODEL_DOSE_DOSE_IN_PROSE_H_
#define GUIDEC_MODEL_DOSE_DOSE_IN_PROSE_H_

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/dose/stated_dose.h"
#include "model/dose/stated_frequency.h"
#include "model/prose/named_exercises.h"
#include "model/prose/passage.h"

namespace guidec {

// What a sentence is about.
struct DoseSubject {
  const Exercise* exercise = nullptr;  // where the words say which, and it is just one
  bool is_each_stretch = false;        // "each stretch", "all stretches"
};

struct DoseInProse {
  StatedDose stated;
  DoseSubject subject;
};

struct FrequencyInProse {
  StatedFrequency stated;
  DoseSubject subject;
};

// Reads English passages of guides. The library must outlive it.
class DoseReader {
 public:
  explicit DoseReader(const Library& library);

  // An exercise is meant where a sentence names or links to just one, or goes on about the only one
  // that its paragraph has named so far.
  std::vector<DoseInProse> In(const Passage& passage) const;
  std::vector<FrequencyInProse> FrequenciesIn(const Passage& passage) const;
  DoseSubject SubjectAt(const Passage& passage, const Match& figure) const;

 private:
  struct Mention {
    std::size_t begin = 0;  // byte of the passage
    const Exercise* exercise = nullptr;
    Match tokens = {};  // of a name; a link has none
  };
  std::vector<Mention> MentionsIn(const Passage& passage, const WordList& tokens) const;

  // The exercise that is named at the head of the words, and by how many of them; the longest name, so
  // that a side plank is no plank.
  std::pair<const Exercise*, std::size_t> NamedAt(std::span<const std::string> words) const;
  static DoseSubject SubjectOf(const Match& figure, const WordList& tokens,
                               const std::vector<Mention>& mentions);

  const Library& library_;
  NameIndex names_;
  NameIndex plurals_;
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_DOSE_IN_PROSE_H_
