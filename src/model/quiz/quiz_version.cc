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

#include "model/quiz/kind.h"
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
  const WordList tokens = Tokens(text);
  if (std::ranges::any_of(text, is_digit) || !FindQuantities(tokens).empty()) return true;
  const QuantityReader reader(tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto number = reader.NumberAt(at);
    if (number && number->end == tokens.size()) return true;
  }
  return false;
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
  if (!question.kind->is_order || question.choices.size() < 3) return false;
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

// The question with the answer that its printed key gives, and without the answer of its source.
Question ReadBack(const PrintedQuestion& printed) {
  Question question = printed.question;
  question.answer.reset();
  question.truth.reset();
  question.answers.clear();
  question.pairs.clear();
  question.kind->read_back(printed.key, question);
  return question;
}

}  // namespace

std::string LabelOf(const Question& question, std::size_t choice) {
  return question.kind->has_matches ? fmt::format("{}", choice + 1) : ChoiceLetter(choice);
}

std::vector<std::string> PrintedKey(const Question& question) {
  return question.kind->printed_key(question);
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

std::optional<std::string> FindWrongKey(const Guide& guide, const QuizVersion& version) {
  for (const PrintedQuestion& printed : version.questions) {
    if (!IsProven(printed.question)) continue;
    const ProofResult result = Evaluate(guide.facts, ReadBack(printed));
    if (result.state != ProofState::kProven) return printed.question.id.value;
  }
  return std::nullopt;
}

}  // namespace guidec
