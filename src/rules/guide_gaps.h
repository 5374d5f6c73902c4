// What all exercises of a guide need and a guide may say once for all of them: how often, how to go on.
#ifndef GUIDEC_RULES_GUIDE_GAPS_H_
#define GUIDEC_RULES_GUIDE_GAPS_H_

#include <functional>
#include <string>
#include <string_view>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/phrase.h"

namespace guidec {

// One thing that English prose, or the data of an exercise, may say.
struct Topic {
  // Phrases (text/phrase.h) that say it; rather too many than too few.
  PhraseView phrases;
  // Whether the exercise ought to say it.
  std::function<bool(const Exercise&)> is_due;
  // Whether the exercise says it as data; its prose is read for the phrases besides.
  std::function<bool(const Exercise&)> has;
  std::string of_guide;     // the message when the guide and all its exercises are silent
  std::string of_exercise;  // the message when others say it
};

// Reports at the guide's `id` when none of its exercises that ought to say it does, else at the `dose` of
// each that does not. A guide whose own prose says it speaks for its exercises.
void ReportGaps(const Library& library, const Topic& topic, RuleContext& context);

}  // namespace guidec

#endif  // GUIDEC_RULES_GUIDE_GAPS_H_
