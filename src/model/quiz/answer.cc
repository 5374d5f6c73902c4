#include "model/quiz/answer.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/quiz/question.h"
#include "model/read/node.h"
#include "text/nearest.h"
#include "text/words.h"

namespace guidec {
namespace {

// The id that an author meant who wrote a choice's text, or the letter that it has in print.
std::optional<std::string> IdMeant(const std::vector<Choice>& choices, std::string_view answer) {
  for (const Choice& choice : choices) {
    if (LowerCase(choice.text.source_text()) == LowerCase(answer)) return choice.id.value;
  }
  if (answer.size() != 1) return std::nullopt;
  const int letter = std::tolower(static_cast<unsigned char>(answer.front())) - 'a';
  if (letter < 0 || static_cast<std::size_t>(letter) >= choices.size()) return std::nullopt;
  return choices[static_cast<std::size_t>(letter)].id.value;
}

}  // namespace

std::string NameOfAnswer(const Node& answer) {
  constexpr std::size_t kMaxShown = 64;
  return answer.text.size() > kMaxShown ? std::string("the answer") : fmt::format("answer `{}`", answer.text);
}

Fix ReplaceAnswer(const Node& answer, const std::string& by, Safety safety) {
  return {fmt::format("replace `{}` by `{}`", answer.text, by), {{answer.span, by}}, safety};
}

void CheckNamesChoice(const Question& question, std::string_view key, const Node& answer,
                      std::vector<Fault>& faults) {
  const Pair* offered = question.node->FindPair(key);
  if (offered == nullptr || !offered->value.IsMapping()) return;
  if (!answer.IsScalar() || offered->value.Find(answer.text) != nullptr) return;
  const bool is_match = key == question.kind->matches_key;
  const std::string_view noun = is_match ? "match" : "choice";
  std::vector<std::string> ids;
  for (const Pair& choice : offered->value.pairs) ids.push_back(choice.key.text);
  const auto meant = IdMeant(is_match ? question.matches : question.choices, answer.text);
  const std::string hint =
      meant ? fmt::format("; write the {}'s id, `{}`", noun, *meant) : DidYouMean(answer.text, ids);
  Fault fault{kWrongAnswer, answer.span, fmt::format("{} names no {}{}", NameOfAnswer(answer), noun, hint)};
  fault.labels.push_back({offered->key.span, fmt::format("the {}: `{}`", is_match ? "matches" : "choices",
                                                         fmt::join(ids, "`, `"))});
  const auto by = meant ? meant : Nearest(answer.text, ids);
  if (by) fault.fix = ReplaceAnswer(answer, *by, Safety::kUnsafe);
  faults.push_back(std::move(fault));
}

void ReadChosen(const Pair& answer, std::string_view wanted, Question& question, std::vector<Fault>& faults) {
  const Node& list = answer.value;
  if (!list.IsSequence() || list.items.empty()) {
    faults.push_back({kWrongAnswer, answer.key.span, std::string(wanted)});
    return;
  }
  for (const Node& item : list.items) {
    if (item.IsScalar()) question.answers.push_back(IdOf(item));
    CheckNamesChoice(question, "choices", item, faults);
  }
}

bool AreDistinctChoices(const std::vector<Id>& ids, const std::vector<Choice>& choices) {
  std::set<std::string> distinct;
  for (const Id& id : ids) distinct.insert(id.value);
  return !ids.empty() && distinct.size() == ids.size() &&
         std::ranges::all_of(ids, [&](const Id& id) { return FindChoice(choices, id.value) != nullptr; });
}

std::vector<std::string> LettersOf(const std::vector<Id>& ids, const std::vector<Choice>& choices) {
  std::vector<std::string> letters;
  for (const Id& id : ids) {
    const Choice* choice = FindChoice(choices, id.value);
    if (choice != nullptr) letters.push_back(ChoiceLetter(static_cast<std::size_t>(choice - choices.data())));
  }
  return letters;
}

std::optional<Id> ChoiceOfLetter(std::string_view letter, const std::vector<Choice>& choices) {
  for (std::size_t at = 0; at < choices.size(); ++at) {
    if (ChoiceLetter(at) == letter) return choices[at].id;
  }
  return std::nullopt;
}

void ReadBackChosen(const std::vector<std::string>& key, Question& question) {
  for (const std::string& letter : key) {
    if (auto id = ChoiceOfLetter(letter, question.choices)) question.answers.push_back(*std::move(id));
  }
}

std::vector<AnswerLine> LinesOfChosen(const Question& question) {
  std::vector<AnswerLine> lines;
  if (question.answer) lines.push_back({FindChoice(question.choices, question.answer->value)});
  for (const Id& id : question.answers) lines.push_back({FindChoice(question.choices, id.value)});
  return lines;
}

std::vector<Candidate> CandidatesOf(const Question& question) {
  std::vector<Candidate> candidates;
  for (const Choice& choice : question.choices) {
    candidates.push_back({choice.id.value, PlainText(choice.text.root), choice.text.span(),
                          fmt::format("choice `{}`", choice.id.value)});
  }
  return candidates;
}

void AddVerdictsOfChoices(const std::vector<Candidate>& candidates, const std::vector<Judgement>& judgements,
                          ProofContext& context) {
  const Question& question = context.question;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    const std::string& id = candidates[i].id;
    const auto named = std::ranges::find_if(question.answers, [&](const Id& one) { return one.value == id; });
    const bool is_listed = named != question.answers.end();
    const bool is_answer = is_listed || (question.answer && question.answer->value == id);
    context.AddVerdict(id, is_answer, judgements[i].holds, judgements[i].fact,
                       is_listed ? named->span : AnswerSpan(question));
    context.AddUsed(judgements[i].used);
  }
}

std::string WordsOfCondition(const Proof& proof, const std::string& form) {
  const std::string subject = proof.subject ? fmt::format("`{}`", proof.subject->value)
                              : std::holds_alternative<ClaimProof>(proof.form) ? "the statement"
                                                                               : "the choice";
  std::string words =
      proof.negated ? fmt::format("it is not so that {} {}", subject, form) : subject + " " + form;
  if (proof.all) words += fmt::format("; `{}` stands for all others", proof.all->value);
  if (proof.none) words += fmt::format("; `{}` stands for none of the others", proof.none->value);
  return words;
}

}  // namespace guidec
