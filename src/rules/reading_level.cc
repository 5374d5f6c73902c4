#include "rules/reading_level.h"

#include <cmath>

#include <fmt/format.h>

#include "model/prose/passage.h"
#include "model/prose/reading_order.h"
#include "rules/label.h"

namespace guidec {
namespace {

ReadingCounts CountsOf(const std::vector<ProseUse>& uses, const std::string& language,
                       SyllableCounter& counter) {
  ReadingCounts counts;
  for (const ProseUse& use : uses) {
    if (use.role == Role::kTitle || use.role == Role::kAlternative) continue;
    for (const Passage& passage : PassagesOf(use)) {
      for (const Passage::Sentence& sentence : passage.sentences(language)) {
        const auto words = sentence.words.pieces.subspan(LabelLength(passage, sentence));
        counts.Add(passage.text, sentence.piece, words, counter);
      }
    }
  }
  return counts;
}

double Tenths(double grade) {
  return std::round(grade * 10) / 10;
}

}  // namespace

double ReadingLevel::FleschKincaid() const {
  return Tenths(FleschKincaidGrade(counts));
}

double ReadingLevel::Smog() const {
  return Tenths(SmogGrade(counts));
}

double ReadingLevel::Mean() const {
  return Tenths((FleschKincaidGrade(counts) + SmogGrade(counts)) / 2);
}

std::string ReadingLevel::Numbers() const {
  return fmt::format(
      "Flesch-Kincaid {:.1f}, SMOG {:.1f}; {:.1f} words a sentence, {:.0f} % of words with three syllables "
      "or "
      "more",
      FleschKincaid(), Smog(), static_cast<double>(counts.words) / counts.sentences,
      100.0 * counts.polysyllables / counts.words);
}

std::vector<ReadingLevel> ReadingLevels(const Library& library, const RuleContext& context) {
  std::vector<ReadingLevel> levels;
  SyllableCounter counter;
  const double least = library.Value(kReadingWords);
  const auto add = [&](std::string_view part, const Span& place, const std::vector<ProseUse>& uses,
                       const std::string& language) {
    const ReadingCounts counts = CountsOf(uses, language, counter);
    if (counts.sentences > 0 && counts.words >= least) levels.push_back({part, place, counts});
  };
  if (context.Reads(library.workspace.language)) {
    for (const Exercise& exercise : library.exercises) {
      if (!exercise.name) continue;
      add("exercise", exercise.name.span(), ProseOf(exercise), library.workspace.language);
    }
  }
  for (const Guide& guide : library.guides) {
    if (!context.Reads(guide.language)) continue;
    for (const GuidePart& part : PartsOf(guide)) {
      add(part.name, part.place, ProseOf(*part.blocks, guide), guide.language);
    }
  }
  return levels;
}

}  // namespace guidec
