#ifndef GUIDEC_RULES_BARE_QUIZ_H_
#define GUIDEC_RULES_BARE_QUIZ_H_

#include <algorithm>
#include <cstddef>
#include <variant>

#include "model/content/guide.h"

namespace guidec {

// Whether the guide is a quiz and hardly a word more, as an exam is: it teaches nothing, so its readers know
// the field's words already, or are tested on them. A guide without any block is not written yet.
inline bool IsBareQuiz(const Guide& guide) {
  constexpr std::size_t kMostBytes = 120;  // "See the quiz." and the like
  if (!guide.quiz || guide.main_message || guide.routine || !guide.seek_help_if.empty()) return false;
  std::size_t bytes = 0;
  const std::vector<const Block*> blocks = AllBlocks(guide);
  const bool has_more = std::ranges::any_of(blocks, [&](const Block* block) {
    const auto* text = std::get_if<TextBlock>(&block->content);
    if (text != nullptr && text->text) bytes += text->text.source_text().size();
    return text == nullptr || bytes > kMostBytes;
  });
  return !blocks.empty() && !has_more;
}

}  // namespace guidec

#endif  // GUIDEC_RULES_BARE_QUIZ_H_
