#include "text/reading.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace guidec {
namespace {

constexpr std::string_view kClosingSigns[] = {"\u201d", "\u2019", "\"", "'", ")"};

bool IsFull(std::string_view sentence) {
  const auto ends = [&](std::string_view closing) { return sentence.ends_with(closing); };
  const std::string_view* closing = std::ranges::find_if(kClosingSigns, ends);
  while (closing != std::end(kClosingSigns)) {
    sentence.remove_suffix(closing->size());
    closing = std::ranges::find_if(kClosingSigns, ends);
  }
  return !sentence.empty() && std::string_view(".?!").find(sentence.back()) != std::string_view::npos;
}

}  // namespace

void ReadingCounts::Add(std::string_view paragraph, const Piece& sentence, std::span<const Piece> its_words,
                        SyllableCounter& counter) {
  if (!IsFull(paragraph.substr(sentence.begin, sentence.end - sentence.begin))) return;
  ++sentences;
  for (const Piece& word : its_words) {
    const int count = counter.Count(paragraph.substr(word.begin, word.end - word.begin));
    ++words;
    syllables += count;
    if (count >= 3) ++polysyllables;
  }
}

double FleschKincaidGrade(const ReadingCounts& counts) {
  const double words = counts.words;
  return 0.39 * words / counts.sentences + 11.8 * counts.syllables / words - 15.59;
}

double SmogGrade(const ReadingCounts& counts) {
  return 1.0430 * std::sqrt(counts.polysyllables * 30.0 / counts.sentences) + 3.1291;
}

}  // namespace guidec
