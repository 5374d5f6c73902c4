#include "model/quiz/question.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/quiz/kind.h"
#include "text/content_words.h"
#include "text/negation.h"
#include "text/phrase.h"
#include "text/words.h"

namespace guidec {

const Choice* FindChoice(const std::vector<Choice>& choices, std::string_view id) {
  const auto found = std::ranges::find_if(choices, [&](const Choice& one) { return one.id.value == id; });
  return found == choices.end() ? nullptr : &*found;
}

bool OffersWrongChoices(const Question& question) {
  return question.kind->has_wrong_choices;
}

bool IsRight(const Question& question, const Choice& choice) {
  const auto is_it = [&](const Id& id) { return id.value == choice.id.value; };
  return (question.answer && is_it(*question.answer)) || std::ranges::any_of(question.answers, is_it);
}

const Choice* KeyOf(const Question& question) {
  if (!question.kind->has_one_key || !question.answer) return nullptr;
  return FindChoice(question.choices, question.answer->value);
}

std::vector<std::span<const Choice>> ChoiceGroupsOf(const Question& question) {
  std::vector<std::span<const Choice>> groups;
  for (const std::span<const Choice> group : {std::span(question.choices), std::span(question.matches)}) {
    if (!group.empty()) groups.push_back(group);
  }
  return groups;
}

const Pair* WrittenAnswer(const Question& question) {
  return question.node->FindPair("answer");
}

bool HasAnswer(const Question& question) {
  return question.answer || !question.answers.empty() || !question.pairs.empty();
}

bool HasFittingAnswer(const Question& question) {
  return question.kind->has_fitting_answer(question);
}

std::string AnswerText(const Question& question) {
  if (!HasAnswer(question)) return "none";
  if (question.answer) return question.answer->value;
  std::vector<std::string> parts;
  for (const Id& id : question.answers) parts.push_back(id.value);
  for (const auto& [choice, match] : question.pairs)
    parts.push_back(fmt::format("{} with {}", choice.value, match.value));
  return fmt::format("{}", fmt::join(parts, ", "));
}

Span AnswerSpan(const Question& question) {
  if (question.answer) return question.answer->span;
  const Pair* pair = WrittenAnswer(question);
  return pair == nullptr ? question.span : pair->key.span;
}

std::string ChoiceLetter(std::size_t index) {
  const std::string last(1, static_cast<char>('A' + index % 26));
  return index < 26 ? last : ChoiceLetter(index / 26 - 1) + last;
}

bool RefersToOthers(const Choice& choice) {
  // Anywhere in a choice.
  static constexpr Phrases kReferring{
      "all|none|both|neither|any of? the above",
      "both|neither (? a|b|c|d|e|i|ii|iii|iv|1|2|3|4|5 )? and|or|nor|& (? a|b|c|d|e|i|ii|iii|iv|1|2|3|4|5",
  };
  // As the whole of it: "none of these signs lasts" says something of its own.
  constexpr Phrase kWhole[] = {
      "all|none|both|neither|any of these|those|them",
      "all|none|both|neither|any of? the|these? other? choices|answers|options",
      "(? a|b|c|d|e|i|ii|iii|iv|1|2|3|4|5 )? and|& (? a|b|c|d|e|i|ii|iii|iv|1|2|3|4|5 )? only?",
      "all|none|both|neither of the others",
      "all three|four|five",
  };
  WordList words = Tokens(choice.text.source_text());
  if (!words.words.empty() && words.words.back() == ".") words.words.pop_back();
  return FindAnyPhrase(words.words, kReferring) || std::ranges::any_of(kWhole, [&](const Phrase& phrase) {
           return MatchPhrase(words.words, phrase) == words.size();
         });
}

Scoring ScoringOf(const Question& question) {
  const bool is_in_parts = question.kind->scoring != "all-or-nothing";
  return {question.kind->scoring, is_in_parts ? question.choices.size() : 1};
}

std::set<std::string> ContentStemsOf(const Prose& prose) {
  std::set<std::string> stems;
  for (const Passage& passage : PassagesOf(prose)) {
    for (const auto& [stem, piece] : ContentWords(passage.text)) stems.insert(stem);
  }
  return stems;
}

std::span<const Passage> Asking(const PassageList& passages) {
  const std::span<const Passage> all(passages.begin(), passages.end());
  if (all.size() < 2) return all;
  const auto asks = [](const Passage& passage) { return passage.text.find('?') != std::string::npos; };
  const bool is_last = asks(all.back()) || std::ranges::none_of(all, asks);
  return is_last ? all.last(1) : all;
}

bool IsNegative(const Prose& stem) {
  const PassageList passages = PassagesOf(stem);
  return std::ranges::any_of(
      Asking(passages), [](const Passage& passage) { return FindNegative(passage.tokens()).has_value(); });
}

}  // namespace guidec
