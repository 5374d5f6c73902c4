#include "model/quiz/question.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/content_words.h"
#include "text/negation.h"
#include "text/phrase.h"
#include "text/words.h"

namespace guidec {

std::string_view KindName(QuestionKind kind) {
  return std::ranges::find(kQuestionForms, kind, &QuestionForm::kind)->name;
}

bool OffersWrongChoices(const Question& question) {
  return question.kind == QuestionKind::kSingleChoice || question.kind == QuestionKind::kMultipleChoice;
}

bool IsRight(const Question& question, const Choice& choice) {
  const auto is_it = [&](const Id& id) { return id.value == choice.id.value; };
  return (question.answer && is_it(*question.answer)) || std::ranges::any_of(question.answers, is_it);
}

const Choice* KeyOf(const Question& question) {
  if (question.kind != QuestionKind::kSingleChoice || !question.answer) return nullptr;
  const auto key = std::ranges::find(question.choices, question.answer->value,
                                     [](const Choice& choice) { return choice.id.value; });
  return key == question.choices.end() ? nullptr : &*key;
}

std::vector<std::span<const Choice>> ChoiceGroupsOf(const Question& question) {
  std::vector<std::span<const Choice>> groups;
  for (const std::span<const Choice> group : {std::span(question.choices), std::span(question.matches)}) {
    if (!group.empty()) groups.push_back(group);
  }
  return groups;
}

bool HasAnswer(const Question& question) {
  return question.answer || !question.answers.empty() || !question.pairs.empty();
}

bool HasFittingAnswer(const Question& question) {
  const auto offers = [](const std::vector<Choice>& offered, const Id& id) {
    return std::ranges::any_of(offered, [&](const Choice& choice) { return choice.id.value == id.value; });
  };
  std::vector<Id> named = question.answers;
  for (const auto& [choice, match] : question.pairs) {
    if (!offers(question.matches, match)) return false;
    named.push_back(choice);
  }
  switch (question.kind) {
    case QuestionKind::kTrueOrFalse:
      return question.answer && IsOneOf(question.answer->value, "true|false");
    case QuestionKind::kNumber:
      return question.answer && std::holds_alternative<Amount>(ParseAmount(question.answer->value));
    case QuestionKind::kSingleChoice:
      return KeyOf(question) != nullptr;
    default:
      break;
  }
  std::set<std::string> distinct;
  for (const Id& id : named) distinct.insert(id.value);
  const bool names_all =
      question.kind == QuestionKind::kMultipleChoice || distinct.size() == question.choices.size();
  return !named.empty() && distinct.size() == named.size() && names_all &&
         std::ranges::all_of(named, [&](const Id& id) { return offers(question.choices, id); });
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
  const Pair* pair = question.node->FindPair("answer");
  return pair == nullptr ? question.span : pair->key.span;
}

std::variant<Amount, QuantityError> ParseAmount(std::string_view text) {
  const std::size_t letter = text.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (letter == std::string_view::npos) {
    return QuantityError{0, text.size(),
                         fmt::format("`{0}` has no unit; write `{0} s` for seconds, or what is counted, such "
                                     "as `{0} repetitions`",
                                     text)};
  }
  auto duration = ParseSeconds(text);
  if (const auto* seconds = std::get_if<Seconds>(&duration)) {
    const bool is_minutes = seconds->min % 60 == 0 && seconds->max % 60 == 0;
    return Amount{seconds->min, seconds->max, true, is_minutes ? "minutes" : "seconds"};
  }
  if (std::get<QuantityError>(duration).replacement) return std::get<QuantityError>(duration);
  const std::size_t end = text.find_last_not_of(' ', letter - 1) + 1;
  auto count = ParseCount(text.substr(0, letter == 0 ? 0 : end));
  const bool is_apart = letter > 0 && text[letter - 1] == ' ';
  const std::string_view unit = text.substr(letter);
  constexpr std::string_view kTimeUnits = "s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hour|hours";
  if (const auto* number = std::get_if<Count>(&count);
      number != nullptr && is_apart && !IsOneOf(unit, kTimeUnits)) {
    return Amount{number->min, number->max, false, std::string(unit)};
  }
  return std::get<QuantityError>(duration);
}

std::optional<Amount> AmountOf(const Question& question) {
  if (!question.answer) return std::nullopt;
  const auto amount = ParseAmount(question.answer->value);
  const auto* read = std::get_if<Amount>(&amount);
  return read == nullptr ? std::nullopt : std::optional(*read);
}

std::string ChoiceLetter(std::size_t index) {
  const std::string last(1, static_cast<char>('A' + index % 26));
  return index < 26 ? last : ChoiceLetter(index / 26 - 1) + last;
}

bool RefersToOthers(const Choice& choice) {
  // Anywhere in a choice.
  static constexpr Phrases kReferring{
      "all|none|both|neither|any of? the above",
      "both|neither a|b|c|d|e and|or|nor a|b|c|d|e",
  };
  // As the whole of it: "none of these signs lasts" says something of its own.
  constexpr std::string_view kWhole[] = {
      "all|none|both|neither|any of these|those|them",
      "all|none|both|neither|any of? the|these? other? choices|answers|options",
      "a|b|c|d|e and a|b|c|d|e",
      "all three|four|five",
  };
  const WordList words = LowerWords(choice.text.source_text(), "en");
  return FindAnyPhrase(words.words, kReferring) || std::ranges::any_of(kWhole, [&](std::string_view phrase) {
           return MatchPhrase(words.words, phrase) == words.size();
         });
}

Scoring ScoringOf(const Question& question) {
  switch (question.kind) {
    case QuestionKind::kMultipleChoice:
      return {"each-choice", question.choices.size()};
    case QuestionKind::kOrdering:
      return {"each-place", question.choices.size()};
    case QuestionKind::kMatching:
      return {"each-pair", question.choices.size()};
    default:
      return {"all-or-nothing", 1};
  }
}

std::string Spell(const Amount& amount) {
  if (amount.is_duration) return Spell(Seconds{amount.min, amount.max});
  return fmt::format("{} {}", Spell(Count{amount.min, amount.max}), amount.unit);
}

std::set<std::string> ContentStemsOf(const Prose& prose) {
  std::set<std::string> stems;
  for (const Passage& passage : PassagesOf(prose)) {
    for (const auto& [stem, piece] : ContentWords(passage.text)) stems.insert(stem);
  }
  return stems;
}

bool IsNegative(const Prose& stem) {
  return std::ranges::any_of(
      PassagesOf(stem), [](const Passage& passage) { return FindNegative(passage.tokens()).has_value(); });
}

}  // namespace guidec
