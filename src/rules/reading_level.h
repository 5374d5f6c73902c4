#ifndef GUIDEC_RULES_READING_LEVEL_H_
#define GUIDEC_RULES_READING_LEVEL_H_

#include <string>
#include <string_view>
#include <vector>

#include "diag/rule.h"
#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/reading.h"

namespace guidec {

// The highest grade, by the mean of both formulas.
inline constexpr Threshold kReadingGrade{"reading-grade", 8};
// The fewest words for which a grade says anything.
inline constexpr Threshold kReadingWords{"reading-words", 100};

// A part of the library that readers take in at one go, as the reading formulas see it.
struct ReadingLevel {
  std::string_view part;  // "exercise", "introduction", "section"
  Span place;             // what a finding about the part points at
  ReadingCounts counts;

  // Grades, rounded to the tenth in which they are told.
  double FleschKincaid() const;
  double Smog() const;
  double Mean() const;
  // "Flesch-Kincaid 5.2, SMOG 8.7; 12.0 words a sentence, 8 % of words with three syllables or more"
  std::string Numbers() const;
};

// Exercises, introductions and sections in a language that the rule reads, with words enough; titles and
// alternative texts are left out.
std::vector<ReadingLevel> ReadingLevels(const Library& library, const RuleContext& context);

}  // namespace guidec

#endif  // GUIDEC_RULES_READING_LEVEL_H_
