// Times and amounts in the words of a guide's language. Durations and counts are spelled by model/; what
// stands around them is in the words files.
#ifndef GUIDEC_EMIT_VIEW_PHRASES_H_
#define GUIDEC_EMIT_VIEW_PHRASES_H_

#include <optional>
#include <string>
#include <vector>

#include "model/content/quiz.h"
#include "model/dose/dose.h"
#include "model/quiz/question.h"
#include "words/words.h"

namespace guidec {

struct DoseRow {
  std::string_view field;  // the key in the source
  std::string label;
  std::string value;
};

// The dose box of a handout, in reading order.
std::vector<DoseRow> DoseRows(const Dose& dose, Sides sides, const Wording& words);

// "about 8 minutes", "about 7 to 9 minutes": to the nearest minute, at least one.
std::string AboutMinutes(const Seconds& seconds, const Wording& words);

// "about 40 seconds", and from two minutes on whole ones.
std::string AboutTime(const Seconds& seconds, const Wording& words);

// "30 seconds", "10 to 15 repetitions", in the guide's language.
std::string AmountText(const Amount& amount, const Wording& words);

// The unit that an answer is asked in: "seconds", or what is counted, as its author wrote it.
std::string UnitOf(const Amount& amount, const Wording& words);

// The key of a question as printed (model/quiz/quiz_version.h), "True" and "False" and amounts in the guide's
// language.
std::vector<std::string> KeyText(const Question& question, std::vector<std::string> key,
                                 const Wording& words);

}  // namespace guidec

#endif  // GUIDEC_EMIT_VIEW_PHRASES_H_
