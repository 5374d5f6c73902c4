#include "model/quiz/proof_context.h"

#include <algorithm>
#include <initializer_list>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "text/nearest.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec {
namespace {

template <class Form>
constexpr bool kHasRank = requires(const Form& form, ProofContext& context) {
  form.Rank(context);
};

// The only quantity of a text, if it is one of `kinds`.
std::optional<Quantity> OnlyQuantity(std::string_view text, std::initializer_list<QuantityKind> kinds) {
  const auto found = FindQuantities(Tokens(text));
  const bool is_one = found.size() == 1 && found.front().bound == Bound::kExactly &&
                      std::ranges::find(kinds, found.front().kind) != kinds.end();
  return is_one ? std::optional(found.front()) : std::nullopt;
}

std::optional<Seconds> StatedLike(const Seconds&, std::string_view, std::string_view text) {
  const auto quantity = OnlyQuantity(text, {QuantityKind::kSeconds});
  return quantity ? std::optional(Seconds{quantity->min, quantity->max}) : std::nullopt;
}

// `field` says what is counted, where the text must not count something else.
std::optional<Count> StatedLike(const Count&, std::string_view field, std::string_view text) {
  auto parsed = ParseCount(text);
  if (const auto* count = std::get_if<Count>(&parsed)) return *count;
  const QuantityKind other = field == "sets" ? QuantityKind::kSets : QuantityKind::kRepetitions;
  const auto quantity = OnlyQuantity(text, {other, QuantityKind::kTimes});
  return quantity ? std::optional(Count{quantity->min, quantity->max}) : std::nullopt;
}

}  // namespace

tl::unexpected<ProofError> Fail(Span span, std::string message, std::vector<Label> labels) {
  return tl::unexpected<ProofError>({span, std::move(message), std::move(labels)});
}

Label LabelOf(const Fact& fact) {
  return {fact.span, fact.words};
}

Judgement DecidedBy(bool holds, const Fact& fact) {
  return {holds, LabelOf(fact), {&fact}};
}

const Fact* Whole::Find(std::string_view id) const {
  const auto found = std::ranges::find_if(parts, [&](const Fact* part) { return part->value == id; });
  return found == parts.end() ? nullptr : *found;
}

Judgement NotAmong(const Whole& whole, const Candidate& candidate) {
  const bool is_list = whole.subject->kind == SubjectKind::kList;
  return {.holds = false,
          .fact = {whole.subject->id.span,
                   is_list ? fmt::format("list `{}` has no `{}`", whole.subject->id.value, candidate.id)
                           : fmt::format("`{}` is no step of `{}`", candidate.id, whole.subject->id.value)},
          .is_known = false};
}

OrError<const Subject*> ProofContext::Find(SubjectKind kind, const Id& id) {
  const Subject* subject = facts.Find(kind, id.value);
  if (subject == nullptr) {
    return Fail(id.span, fmt::format("the guide has no {} `{}`{}", SubjectName(kind), id.value,
                                     DidYouMean(id.value, facts.IdsOf(kind))));
  }
  result.fact_id = subject->id.value;
  return subject;
}

OrError<Whole> ProofContext::WholeOf(OrError<const Subject*> subject, const Id& id) {
  if (!subject) return tl::unexpected(subject.error());
  const bool is_list = (*subject)->kind == SubjectKind::kList;
  Whole whole{*subject, facts.Of(**subject, is_list ? FactKind::kMember : FactKind::kStep)};
  if (!whole.parts.empty()) return whole;
  return Fail(id.span,
              fmt::format("{} `{}` has no {}, so that it proves nothing", SubjectName((*subject)->kind),
                          id.value, is_list ? "members" : "steps"),
              {{(*subject)->id.span, "it is here"}});
}

OrError<Whole> ProofContext::FindList(const Id& id) {
  return WholeOf(Find(SubjectKind::kList, id), id);
}

OrError<Whole> ProofContext::FindOrder(const Id& id) {
  const bool is_routine = facts.Find(SubjectKind::kProtocol, id.value) == nullptr &&
                          facts.Find(SubjectKind::kRoutine, id.value) != nullptr;
  return WholeOf(Find(is_routine ? SubjectKind::kRoutine : SubjectKind::kProtocol, id), id);
}

void ProofContext::AddVerdict(std::string id, bool is_answer, bool holds, const Label& fact, Span key) {
  result.verdicts.push_back({std::move(id), is_answer, holds ? Truth::kHolds : Truth::kFails, fact, key});
}

void ProofContext::AddUsed(const std::vector<const Fact*>& facts_used) {
  for (const Fact* fact : facts_used) {
    if (std::ranges::find(result.used, fact) == result.used.end()) result.used.push_back(fact);
  }
}

OrError<Condition> ProofContext::ConditionOf(const ProofForm& form) {
  return std::visit(
      [&](const auto& one) -> OrError<Condition> {
        if constexpr (requires { one.ConditionOf(*this); }) return one.ConditionOf(*this);
        return Condition();
      },
      form);
}

OrError<Judgement> ProofContext::Apply(const Condition& condition, const Candidate& candidate) const {
  OrError<Judgement> judgement = condition(candidate);
  if (!judgement || !proof.negated) return judgement;
  if (!judgement->is_known) {
    return Fail(proof.span,
                fmt::format("`not` proves nothing of `{}`: {}", candidate.id, judgement->fact.message),
                {judgement->fact, {candidate.span, "judged here"}});
  }
  judgement->holds = !judgement->holds;
  return judgement;
}

Condition IsStep(Whole order, std::size_t wanted) {
  return [order = std::move(order), wanted](const Candidate& candidate) -> OrError<Judgement> {
    Judgement judgement = DecidedBy(candidate.id == order.parts[wanted]->value, *order.parts[wanted]);
    judgement.is_known = order.Find(candidate.id) != nullptr;
    if (!judgement.is_known) judgement.fact.message += ", and " + NotAmong(order, candidate).fact.message;
    return judgement;
  };
}

bool RanksChoices(const ProofForm& form) {
  return std::visit([](const auto& one) { return kHasRank<std::decay_t<decltype(one)>>; }, form);
}

std::string_view KeyOf(const ProofForm& form) {
  return std::visit([](const auto& one) { return one.Key(); }, form);
}

std::vector<FieldRead> FieldOfEachChoice(const Question& question, const std::string& field) {
  std::vector<FieldRead> read;
  if (question.proof->subject) read.push_back({question.proof->subject->value, field});
  for (const Choice& choice : question.choices) read.push_back({choice.id.value, field});
  return read;
}

std::string Plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::optional<bool> StatesQuantity(std::string_view text, const Fact& fact, Comparison comparison) {
  return std::visit(
      [&](const auto& wanted) -> std::optional<bool> {
        const auto stated = StatedLike(wanted, fact.name, text);
        if (!stated) return std::nullopt;
        if (comparison == Comparison::kEqual) return *stated == wanted;
        return wanted.min <= stated->min && stated->max <= wanted.max;
      },
      fact.quantity);
}

std::optional<int> StatedNumber(std::string_view text) {
  const WordList tokens = Tokens(text);
  const QuantityReader reader(tokens);
  std::vector<QuantityReader::Range> numbers;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto number = reader.RangeAt(at);
    if (number) numbers.push_back(*number);
    at = number ? number->end : at + 1;
  }
  const bool is_one = numbers.size() == 1 && numbers.front().first == numbers.front().last &&
                      numbers.front().IsWhole() && !StatedLike(Seconds{}, "", text);
  return is_one ? std::optional(static_cast<int>(numbers.front().first)) : std::nullopt;
}

bool IsSameText(std::string_view a, std::string_view b) {
  return Tokens(a).words == Tokens(b).words;
}

std::string WhyNotComparable(std::string_view text, std::string_view wanted) {
  const auto quantities = FindQuantities(Tokens(text));
  if (quantities.empty()) return fmt::format("states no quantity that can be compared with {}", wanted);
  const Quantity& quantity = quantities.front();
  return fmt::format("states `{}`, which does not convert to {}",
                     text.substr(quantity.begin, quantity.end - quantity.begin), wanted);
}

tl::unexpected<ProofError> NotComparable(Span span, const Candidate& candidate, std::string_view wanted,
                                         Label fact) {
  return Fail(span, fmt::format("{} {}", candidate.name, WhyNotComparable(candidate.text, wanted)),
              {{candidate.span, "compared here"}, std::move(fact)});
}

}  // namespace guidec
