// What English prose says of a dose: "hold for 30 seconds", "ten repetitions", "two sets".
#ifndef GUIDEC_MODEL_DOSE_STATED_DOSE_H_
#define GUIDEC_MODEL_DOSE_STATED_DOSE_H_

#include <cstdint>
#include <vector>

#include "model/content/library.h"
#include "text/phrase.h"
#include "text/quantity.h"

namespace guidec {

// A figure that can only be meant as the dose. "Repeat three times" may mean repetitions or sets.
struct StatedDose {
  DoseField field = DoseField::kHold;
  Quantity quantity;  // bytes of the text
};

// Where the words stand. In a caption "for 30 seconds" and "ten times" need no verb.
enum class TextForm : std::uint8_t { kSentences, kCaption };

// Leaves out what speaks of something else than the dose as it is to be done now: tempo and breaths,
// how often a day, how to build up, what to do instead. `tokens` are one passage's.
std::vector<StatedDose> StatedDoses(const WordList& tokens, TextForm form = TextForm::kSentences);

// Whether a sentence asks, or gives in its figure another dose than the one to be done now: a variant, a condition, a
// way to progress.
bool IsOfAnotherDose(const WordList& tokens, const Match& sentence, const Match& figure);

// Whether a negation stands before the token in its clause; "hold for 30 seconds, but do not bounce" has
// none.
bool IsNegatedAt(const WordList& tokens, const Match& sentence, std::size_t at);

enum class Agreement : std::uint8_t { kAgrees, kDiffers, kNoDose };

Agreement Compare(const StatedDose& stated, const Dose& dose);

// The field that `stated` is about: "repeat three times" is about the sets of a dose without
// repetitions.
DoseField FieldMeant(const StatedDose& stated, const Dose& dose);

// Whether a placeholder would print just what `stated` says.
bool IsSameAsField(const StatedDose& stated, const Dose& dose);

// Where the file gives the field, readable or not; or null.
const Pair* FindDoseField(const Exercise& exercise, DoseField field);

// Whether the file has no such field, and did not lose it with an unreadable part.
bool LacksDoseField(const Exercise& exercise, DoseField field);

// Points at the field's value, or at its key when the value spans several lines.
Span SpanOfDoseField(const Pair& field);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_STATED_DOSE_H_
