#ifndef GUIDEC_TEXT_READING_H_
#define GUIDEC_TEXT_READING_H_

#include <span>
#include <string_view>

#include "text/syllables.h"
#include "text/words.h"

namespace guidec {

// What reading-grade formulas count in English text.
struct ReadingCounts {
  int sentences = 0;
  int words = 0;
  int syllables = 0;
  int polysyllables = 0;  // words of three syllables or more

  // Adds a sentence when it is a full one: when it ends with a stop, a question mark or an exclamation
  // mark. Titles and scraps in lists are no sentences and would only lower the grade. The places of its
  // words count from the beginning of the paragraph.
  void Add(std::string_view paragraph, const Piece& sentence, std::span<const Piece> its_words,
           SyllableCounter& counter);
};

// School years. Both want at least one sentence.
// Kincaid et al. 1975: 0.39 words/sentence + 11.8 syllables/word - 15.59.
double FleschKincaidGrade(const ReadingCounts& counts);
// McLaughlin 1969: 1.0430 sqrt(polysyllables x 30 / sentences) + 3.1291.
double SmogGrade(const ReadingCounts& counts);

}  // namespace guidec

#endif  // GUIDEC_TEXT_READING_H_
