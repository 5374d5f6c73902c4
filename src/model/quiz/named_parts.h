// What a guide calls its parts: the members of its lists, the steps of its protocols and its exercises. A
// question that means one of them uses its words.
#ifndef GUIDEC_MODEL_QUIZ_NAMED_PARTS_H_
#define GUIDEC_MODEL_QUIZ_NAMED_PARTS_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/library.h"

namespace guidec {

using NameWords = std::set<std::string>;

// The stems of a name's words without articles, prepositions and pronouns. Numbers are figures, ordinals
// too: "the first step" has "1" and "step".
NameWords NameWordsOf(std::string_view text);
NameWords NameWordsOf(const Prose& prose);

struct NamedPart {
  const Id* id = nullptr;
  const Id* whole = nullptr;  // the list's or protocol's; null for an exercise
  const std::vector<Id>* tags = nullptr;
  NameWords name;   // of its title, or of its text without one
  NameWords words;  // of all of that, and of its id
};

struct NamedWhole {
  SubjectKind kind = SubjectKind::kList;
  const Id* id = nullptr;
  const Prose* title = nullptr;
  NameWords title_words;
  NameWords id_words;
};

struct NamedParts {
  std::vector<NamedPart> parts;
  std::vector<NamedWhole> wholes;  // lists and protocols

  const NamedWhole* FindWhole(std::string_view id) const;
  const NamedPart* FindPart(std::string_view whole, std::string_view id) const;
};

// The guide's, for its rules on English text.
NamedParts NamedPartsOf(const Library& library, const Guide& guide);

bool Contains(const NameWords& words, const NameWords& some);
NameWords Minus(const NameWords& words, const NameWords& others);
bool ShareAny(const NameWords& words, const NameWords& others);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_NAMED_PARTS_H_
