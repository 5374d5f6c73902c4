#include "model/quiz/quiz_version.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <iterator>
#include <optional>
#include <random>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "model/quiz/proof.h"
#include "model/quiz/question.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec {
namespace {

// Its own for each part of each version, so that a new question changes no other's order. The standard
// fixes what the generator yields, and not how std::shuffle uses it.
class Shuffler {
 public:
  // NOLINTNEXTLINE(cert-msc32-c,cert-msc51-cpp): seeded below, and to give the same order each time.
  Shuffler(int seed, std::size_t version, std::string_view part) {
    std::vector<std::uint32_t> numbers = {static_cast<std::uint32_t>(seed),
                                          static_cast<std::uint32_t>(version)};
    for (const char c : part) numbers.push_back(static_cast<unsigned char>(c));
    std::seed_seq sequence(numbers.begin(), numbers.end());
    generator_.seed(sequence);
  }

  template <class T>
  void Shuffle(std::span<T> items) {
    for (std::size_t left = items.size(); left > 1; --left) {
      std::swap(items[left - 1], items[static_cast<std::size_t>(generator_() % left)]);
    }
  }

 private:
  std::mt19937_64 generator_;
};

bool HasNumber(const Choice& choice) {
  const std::string text = PlainText(choice.text.root);
  const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  return std::ranges::any_of(text, is_digit) || !FindQuantities(Tokens(text)).empty() ||
         !FindQuantities(Tokens(text + " times")).empty();
}

// The choices that may change places: those before the ones that refer to the others.
std::span<Choice> Movable(const Question& question, std::vector<Choice>& choices) {
  if (OffersWrongChoices(question) && std::ranges::all_of(choices, HasNumber)) return {};
  std::span<Choice> movable = choices;
  const auto stays = [&](const Choice& choice) {
    const auto is_it = [&](const std::optional<Id>& id) { return id && id->value == choice.id.value; };
    const auto& proof = question.proof;
    return RefersToOthers(choice) || (proof && (is_it(proof->all) || is_it(proof->none)));
  };
  while (!movable.empty() && stays(movable.back())) movable = movable.first(movable.size() - 1);
  return std::ranges::none_of(movable, stays) ? movable : std::span<Choice>();
}

bool IsGivenAway(const Question& question) {
  if (question.kind != QuestionKind::kOrdering || question.choices.size() < 3) return false;
  const auto same = [](const Choice& choice, const Id& id) { return choice.id.value == id.value; };
  return std::ranges::equal(question.choices, question.answers, same) ||
         std::equal(question.choices.begin(), question.choices.end(), question.answers.rbegin(),
                    question.answers.rend(), same);
}

Question Shuffled(const Question& source, int seed, std::size_t version) {
  Question question = source;
  Shuffler shuffler(seed, version, source.id.value);
  do {
    shuffler.Shuffle(Movable(question, question.choices));
  } while (IsGivenAway(question));
  shuffler.Shuffle(Movable(question, question.matches));
  return question;
}

// The choice of that id, by its place.
std::optional<std::size_t> PlaceOf(const std::vector<Choice>& choices, std::string_view id) {
  const auto found =
      std::ranges::find_if(choices, [&](const Choice& choice) { return choice.id.value == id; });
  return found == choices.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - choices.begin()));
}

// The question with the answer that its printed key gives, and without the answer of its source.
Question ReadBack(const PrintedQuestion& printed) {
  Question question = printed.question;
  question.answer.reset();
  question.answers.clear();
  question.pairs.clear();
  const auto choice_of = [&](const std::string& label) -> std::optional<Id> {
    for (std::size_t at = 0; at < question.choices.size(); ++at) {
      if (LabelOf(question, at) == label) return question.choices[at].id;
    }
    return std::nullopt;
  };
  switch (question.kind) {
    case QuestionKind::kTrueOrFalse:
      question.answer = Id{printed.key == std::vector<std::string>{"True"} ? "true" : "false", {}};
      break;
    case QuestionKind::kNumber:
      // Printed as it is spelled, with no letter to read.
      if (printed.key == PrintedKey(printed.question)) question.answer = printed.question.answer;
      break;
    case QuestionKind::kSingleChoice:
      if (printed.key.size() == 1) question.answer = choice_of(printed.key.front());
      break;
    case QuestionKind::kMultipleChoice:
    case QuestionKind::kOrdering:
      for (const std::string& label : printed.key) {
        if (auto id = choice_of(label)) question.answers.push_back(*std::move(id));
      }
      break;
    case QuestionKind::kMatching:
      for (std::size_t at = 0; at < std::min(printed.key.size(), question.choices.size()); ++at) {
        for (std::size_t match = 0; match < question.matches.size(); ++match) {
          if (ChoiceLetter(match) == printed.key[at])
            question.pairs.emplace_back(question.choices[at].id, question.matches[match].id);
        }
      }
      break;
  }
  return question;
}

}  // namespace

std::string LabelOf(const Question& question, std::size_t choice) {
  return question.kind == QuestionKind::kMatching ? fmt::format("{}", choice + 1) : ChoiceLetter(choice);
}

std::vector<std::string> PrintedKey(const Question& question) {
  std::vector<std::string> key;
  const auto add = [&](const std::vector<Choice>& choices, std::string_view id) {
    if (const auto place = PlaceOf(choices, id)) key.push_back(ChoiceLetter(*place));
  };
  switch (question.kind) {
    case QuestionKind::kTrueOrFalse:
      if (question.answer) key.emplace_back(question.answer->value == "true" ? "True" : "False");
      break;
    case QuestionKind::kNumber:
      if (const auto amount = AmountOf(question)) key.push_back(Spell(*amount));
      break;
    case QuestionKind::kMatching:
      for (const Choice& choice : question.choices) {
        const auto pair = std::ranges::find_if(
            question.pairs, [&](const auto& entry) { return entry.first.value == choice.id.value; });
        if (pair != question.pairs.end()) add(question.matches, pair->second.value);
      }
      break;
    case QuestionKind::kOrdering:
      for (const Id& id : question.answers) add(question.choices, id.value);
      break;
    case QuestionKind::kSingleChoice:
    case QuestionKind::kMultipleChoice:
      for (const Choice& choice : question.choices) {
        if (IsRight(question, choice)) add(question.choices, choice.id.value);
      }
      break;
  }
  return key;
}

std::vector<QuizVersion> VersionsOf(const Quiz& quiz, int count, int seed) {
  std::vector<QuizVersion> versions;
  for (std::size_t at = 0; at < static_cast<std::size_t>(std::max(count, 0)); ++at) {
    QuizVersion version{ChoiceLetter(at), {}};
    for (const Question& source : quiz.questions) {
      PrintedQuestion printed{Shuffled(source, seed, at), {}};
      printed.key = PrintedKey(printed.question);
      version.questions.push_back(std::move(printed));
    }
    // No id holds a blank, so that the order of the questions is drawn apart from any question's.
    Shuffler(seed, at, "the questions").Shuffle(std::span(version.questions));
    versions.push_back(std::move(version));
  }
  return versions;
}

bool IsProvenAsPrinted(const Facts& facts, const PrintedQuestion& printed) {
  const Question question = ReadBack(printed);
  const ProofResult result = Evaluate(facts, question, *question.proof);
  return !result.error && IsProven(question, result);
}

}  // namespace guidec
