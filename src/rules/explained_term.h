// Where a text names a term of the glossary, and what it says there that the term means.
#ifndef GUIDEC_RULES_EXPLAINED_TERM_H_
#define GUIDEC_RULES_EXPLAINED_TERM_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/glossary.h"
#include "model/prose/passage.h"

namespace guidec {

struct ExplainedTerm {
  std::vector<std::string> name;     // stems of the term's words
  std::vector<std::string> meaning;  // stems of the content words that tell what it means
};

ExplainedTerm Explain(const Term& term, const std::string& language);

// Where the term's name stands.
std::optional<Piece> FindName(const WordView& words, const ExplainedTerm& term);

// Whether the words or signs next to a name put its meaning there: "the psoas, a muscle", "psoas means".
bool OpensMeaning(std::string_view after);
bool ClosesMeaning(std::string_view before);

// What a passage says that a term means, as far as the words beside its name go: "the muscles that lift your
// thigh" of "your hip flexors, the muscles that lift your thigh, may be tight"; up to the end of the sentence, and
// through the next one where that goes on with "it", behind "is" and "means".
std::optional<Piece> FindMeaning(const Passage& passage, const ExplainedTerm& term, const std::string& language);

}  // namespace guidec

#endif  // GUIDEC_RULES_EXPLAINED_TERM_H_
