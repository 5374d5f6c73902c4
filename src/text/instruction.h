#ifndef GUIDEC_TEXT_INSTRUCTION_H_
#define GUIDEC_TEXT_INSTRUCTION_H_

#include <optional>
#include <string_view>

#include "text/words.h"

namespace guidec {

// How English instructions and sentences are put. All judge by words alone and answer only where that is
// certain: nothing means "fine, or hard to say".

// The subject that a sentence opens with where an instruction would name what to do: "Your" in "Your
// knees are bent", "Feet" in "Feet flat on the floor".
std::optional<Piece> FindLeadingSubject(std::string_view sentence);

// Whether a word in small letters ends as an adverb does: "slowly", and not "apply".
bool EndsAsAdverb(std::string_view word);

// The verb group of a main clause in the passive voice: "should be held" in "The bar should be held
// low". What only describes a posture ("Your knees are bent"), names who does it ("is lifted by your
// partner") or stands in a side clause ("until the knee is bent") is left alone.
std::optional<Piece> FindPassive(std::string_view sentence);

// The first verb group in the passive voice anywhere in a sentence of running text: "are divided" in "The
// exercises are divided into groups". What tells a state ("is strained", "are tired") or names a cause
// ("is caused by a virus") is left alone.
std::optional<Piece> FindPassiveInProse(std::string_view sentence);

}  // namespace guidec

#endif  // GUIDEC_TEXT_INSTRUCTION_H_
