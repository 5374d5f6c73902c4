// What English prose says of how often an exercise is done: "do this twice a day", "repeat it every other
// day".
#ifndef GUIDEC_MODEL_DOSE_STATED_FREQUENCY_H_
#define GUIDEC_MODEL_DOSE_STATED_FREQUENCY_H_

#include <vector>

#include "model/dose/frequency.h"
#include "text/phrase.h"

namespace guidec {

struct StatedFrequency {
  Frequency frequency;
  bool counts_days = false;  // "every day": however often on each
  Match tokens;
};

// Leaves out what gives a bound, a moment or another dose than today's. `tokens` are one passage's.
std::vector<StatedFrequency> StatedFrequencies(const WordList& tokens);

// Whether nobody can do both. `dose` is how the dose's own text says it.
bool Contradicts(const StatedFrequency& stated, const Worded<Frequency>& dose);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_STATED_FREQUENCY_H_
