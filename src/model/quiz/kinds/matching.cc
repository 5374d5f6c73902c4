#include <algorithm>

#include <fmt/format.h>

#include "model/quiz/answer.h"
#include "model/quiz/question.h"
#include "model/read/node.h"

namespace guidec::kinds::matching {
namespace {

void ReadPairs(const Pair& answer, Question& question, std::vector<Fault>& faults) {
  if (!answer.value.IsMapping()) {
    faults.push_back(
        {kWrongAnswer, answer.key.span, "the answer names for each item its match, as `item: match`"});
    return;
  }
  for (const auto& [item, match] : answer.value.pairs) {
    if (match.IsScalar()) question.pairs.emplace_back(IdOf(item), IdOf(match));
    CheckNamesChoice(question, "choices", item, faults);
    if (match.IsScalar()) {
      CheckNamesChoice(question, question.kind->matches_key, match, faults);
    } else {
      faults.push_back(
          {kWrongAnswer, item.span, fmt::format("item `{}` has one match; give its id", item.text)});
    }
  }
}

bool HasFittingPairs(const Question& question) {
  std::vector<Id> items;
  for (const auto& [item, match] : question.pairs) {
    if (FindChoice(question.matches, match.value) == nullptr) return false;
    items.push_back(item);
  }
  return items.size() == question.choices.size() && AreDistinctChoices(items, question.choices);
}

const std::pair<Id, Id>* PairOf(const Question& question, const Choice& choice) {
  const auto pair = std::ranges::find_if(
      question.pairs, [&](const auto& entry) { return entry.first.value == choice.id.value; });
  return pair == question.pairs.end() ? nullptr : &*pair;
}

std::vector<std::string> PrintedPairs(const Question& question) {
  std::vector<Id> matches;
  for (const Choice& choice : question.choices) {
    if (const auto* pair = PairOf(question, choice)) matches.push_back(pair->second);
  }
  return LettersOf(matches, question.matches);
}

void ReadBackPairs(const std::vector<std::string>& key, Question& question) {
  for (std::size_t at = 0; at < std::min(key.size(), question.choices.size()); ++at) {
    if (const auto match = ChoiceOfLetter(key[at], question.matches)) {
      question.pairs.emplace_back(question.choices[at].id, *match);
    }
  }
}

std::vector<AnswerLine> LinesOfPairs(const Question& question) {
  std::vector<AnswerLine> lines;
  for (const auto& [item, match] : question.pairs) {
    lines.push_back({FindChoice(question.choices, item.value), FindChoice(question.matches, match.value)});
  }
  return lines;
}

bool HoldsIds(std::string_view field) {
  constexpr std::string_view kFields[] = {"kind", "targets", "equipment", "sides"};
  return std::ranges::find(kFields, field) != std::end(kFields);
}

// The condition on what goes with the match: the form with the match in the place of `each`.
OrError<Condition> JudgeFor(const Choice& match, ProofContext& context) {
  ProofForm form = context.proof.form;
  Id* each = std::visit(
      [](auto& one) -> Id* {
        if constexpr (requires { one.Each(); }) return &one.Each();
        return nullptr;
      },
      form);
  if (each == nullptr || each->value != "each") {
    return Fail(context.proof.span,
                "the proof of a matching question says `each` where the match stands, such as `{field: kind, "
                "is: each}`, `{tagged: each, in: …}` or `{in: each}`");
  }
  each->value = match.id.value;
  if (auto* field = std::get_if<FieldProof>(&form); field != nullptr && !HoldsIds(field->field.value)) {
    each->value = PlainText(match.text.root);
  }
  OrError<Condition> condition = context.ConditionOf(form);
  if (!condition) condition.error().labels.push_back({match.id.span, "judged for this match"});
  return condition;
}

OrError<void> JudgePairs(ProofContext& context) {
  const Question& question = context.question;
  std::vector<Condition> conditions;
  for (const Choice& match : question.matches) {
    OrError<Condition> condition = JudgeFor(match, context);
    if (!condition) return tl::unexpected(condition.error());
    conditions.push_back(*std::move(condition));
  }
  const std::vector<Candidate> candidates = CandidatesOf(question);
  for (std::size_t item = 0; item < candidates.size(); ++item) {
    const auto* pair = PairOf(question, question.choices[item]);
    for (std::size_t at = 0; at < conditions.size(); ++at) {
      const std::string& match = question.matches[at].id.value;
      const OrError<Judgement> judgement = conditions[at](candidates[item]);
      if (!judgement) return tl::unexpected(judgement.error());
      const bool is_answer = pair != nullptr && pair->second.value == match;
      context.AddVerdict(fmt::format("{} with {}", candidates[item].id, match), is_answer, judgement->holds,
                         judgement->fact, pair == nullptr ? AnswerSpan(question) : pair->second.span);
      context.AddUsed(judgement->used);
    }
  }
  return {};
}

std::string WordsOfPairs(const Proof&, const std::string& form) {
  const std::string each = "`each`";
  std::string words = form;
  if (const std::size_t at = words.find(each); at != std::string::npos) {
    words.replace(at, each.size(), "its match");
  }
  return "each item " + words;
}

}  // namespace

extern const QuestionKind kind;
constinit const QuestionKind kind = {
    .key = "match",
    .name = "matching",
    .turn = 4,
    .has_matches = true,
    .wanted_answer = "for each item its match as `answer: {item: match}`",
    .left_out = "its match",
    .usual_proof = "{field: kind, is: each}",
    .scoring = "each-pair",
    .read_answer = ReadPairs,
    .has_fitting_answer = HasFittingPairs,
    .printed_key = PrintedPairs,
    .read_back = ReadBackPairs,
    .answer_lines = LinesOfPairs,
    .judge = JudgePairs,
    .proof_words = WordsOfPairs,
};

}  // namespace guidec::kinds::matching
