// What English prose says of a repetition's phases: "lower your heels over three seconds".
#ifndef GUIDEC_MODEL_DOSE_STATED_TEMPO_H_
#define GUIDEC_MODEL_DOSE_STATED_TEMPO_H_

#include <vector>

#include "model/dose/measure.h"
#include "text/quantity.h"

namespace guidec {

enum class TempoPhase : std::uint8_t { kLower, kPause, kLift };

struct StatedPhase {
  TempoPhase phase = TempoPhase::kLower;
  Quantity seconds;
};

// `tokens` are one passage's, of an exercise's own text.
std::vector<StatedPhase> StatedPhases(const WordList& tokens);

// "Pause for a second" may mean either end of the movement.
bool Contradicts(const StatedPhase& stated, const Tempo& tempo);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_STATED_TEMPO_H_
