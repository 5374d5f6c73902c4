// A form of proof becomes a judge of one candidate: a choice, or what a statement is about. What the
// judge needs is looked up before, so that a fact that the guide lacks is found for no matter which
// candidates.
#include "model/quiz/proof.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <tl/expected.hpp>

#include "model/quiz/question.h"
#include "text/nearest.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec {
namespace {

template <class T>
using OrError = tl::expected<T, ProofError>;

tl::unexpected<ProofError> Fail(Span span, std::string message, std::vector<Label> labels = {}) {
  return tl::unexpected<ProofError>({span, std::move(message), std::move(labels)});
}

struct Candidate {
  std::string id;
  std::string text;
  Span span;
};

struct Judgement {
  bool holds = false;
  Label fact;
  std::vector<const Fact*> used = {};
  bool is_known = true;  // the guide says something of the candidate, so that it can also be denied
};

using Judge = std::function<OrError<Judgement>(const Candidate&)>;

Label LabelOf(const Fact& fact) {
  return {fact.span, fact.words};
}

Judgement DecidedBy(bool holds, const Fact& fact) {
  return {holds, LabelOf(fact), {&fact}};
}

// The key that sets the form apart.
struct FormKey {
  std::string_view operator()(const InProof& form) const { return form.negated ? "not-in" : "in"; }
  std::string_view operator()(const TaggedProof&) const { return "tagged"; }
  std::string_view operator()(const StepProof&) const { return "step"; }
  std::string_view operator()(const NeighbourProof& form) const {
    if (form.anywhere) return form.after ? "later-than" : "earlier-than";
    return form.after ? "after" : "before";
  }
  std::string_view operator()(const ClaimProof&) const { return "claim"; }
  std::string_view operator()(const ValueProof& form) const { return form.within ? "within" : "value"; }
  std::string_view operator()(const FieldProof&) const { return "field"; }
  std::string_view operator()(const CountProof&) const { return "count"; }
  std::string_view operator()(const OrderProof&) const { return "in-order-of"; }
  std::string_view operator()(const RankProof& form) const {
    return form.most_first ? "most-first" : "least-first";
  }
};

std::string Plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// The only quantity of a text, if it is one of `kinds`.
std::optional<Quantity> OnlyQuantity(std::string_view text, std::initializer_list<QuantityKind> kinds) {
  const auto found = FindQuantities(Tokens(text));
  const bool is_one = found.size() == 1 && found.front().bound == Bound::kExactly &&
                      std::ranges::find(kinds, found.front().kind) != kinds.end();
  return is_one ? std::optional(found.front()) : std::nullopt;
}

std::optional<Seconds> StatedLike(const Seconds&, std::string_view, std::string_view text) {
  auto parsed = ParseSeconds(text);
  if (const auto* seconds = std::get_if<Seconds>(&parsed)) return *seconds;
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

// The only number of a text without a unit, in digits or in words: "four steps".
std::optional<int> StatedNumber(std::string_view text) {
  std::vector<int> numbers;
  for (const std::string& word : Tokens(text).words) {
    const auto count = StatedLike(Count{}, "", word + " times");
    if (count) numbers.push_back(count->min);
  }
  return numbers.size() == 1 && !StatedLike(Seconds{}, "", text) ? std::optional(numbers.front())
                                                                 : std::nullopt;
}

// What stands in a text that was to state something else.
std::string WhyNotComparable(std::string_view text, std::string_view wanted) {
  const auto quantities = FindQuantities(Tokens(text));
  if (quantities.empty()) return fmt::format("states no quantity that can be compared with {}", wanted);
  const Quantity& quantity = quantities.front();
  return fmt::format("states `{}`, which does not convert to {}",
                     text.substr(quantity.begin, quantity.end - quantity.begin), wanted);
}

enum class Comparison : std::uint8_t { kEqual, kWithin };

// Whether the text states the fact's quantity; nothing when it states none of that unit.
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

bool IsSameText(std::string_view a, std::string_view b) {
  return Tokens(a).words == Tokens(b).words;
}

class Evaluator {
 public:
  Evaluator(const Facts& facts, const Question& question, const Proof& proof)
      : facts_(facts), question_(question), proof_(proof) {}

  ProofResult Run() {
    if (auto done = TryRun(); !done) {
      result_.error = std::move(done.error());
      result_.verdicts.clear();
    }
    return std::move(result_);
  }

 private:
  OrError<void> TryRun() {
    if (auto checked = CheckSuits(); !checked) return checked;
    if (const auto* claim = std::get_if<ClaimProof>(&proof_.form)) return JudgeClaim(*claim);
    if (const auto* order = std::get_if<OrderProof>(&proof_.form)) return JudgeOrder(*order);
    if (const auto* rank = std::get_if<RankProof>(&proof_.form)) return JudgeRank(*rank);
    if (question_.kind == QuestionKind::kMatching) return JudgeMatches();
    OrError<std::vector<Candidate>> candidates = Candidates();
    if (!candidates) return tl::unexpected(candidates.error());
    OrError<Judge> judge = std::visit([&](const auto& form) { return JudgeOf(form); }, proof_.form);
    if (!judge) return tl::unexpected(judge.error());
    std::vector<Judgement> judgements;
    for (const Candidate& candidate : *candidates) {
      if (StandsForOthers(candidate)) {
        judgements.push_back({false, {candidate.span, "there is no other choice"}});
        continue;
      }
      OrError<Judgement> judgement = Negated((*judge)(candidate), candidate);
      if (!judgement) return tl::unexpected(judgement.error());
      judgements.push_back(*std::move(judgement));
    }
    JudgeOfOthers(*candidates, judgements);
    for (std::size_t i = 0; i < judgements.size(); ++i) AddVerdicts((*candidates)[i], judgements[i]);
    return {};
  }

  bool IsOrderForm() const {
    return std::holds_alternative<OrderProof>(proof_.form) || std::holds_alternative<RankProof>(proof_.form);
  }

  // Whether a proof of that form, with these keys beside it, can say anything of a question of that kind.
  OrError<void> CheckSuits() const {
    const QuestionKind kind = question_.kind;
    const bool is_ordering = kind == QuestionKind::kOrdering;
    if (IsOrderForm() && !is_ordering) {
      return Fail(proof_.span,
                  fmt::format("a proof with `{}` judges an order; this question asks for none", Key()));
    }
    if (!IsOrderForm() && is_ordering) {
      return Fail(proof_.span, fmt::format("a proof with `{}` says nothing of an order; use `in-order-of`, "
                                           "`least-first` or `most-first`",
                                           Key()));
    }
    if (kind == QuestionKind::kNumber && !std::holds_alternative<ValueProof>(proof_.form) &&
        !std::holds_alternative<CountProof>(proof_.form)) {
      return Fail(proof_.span,
                  fmt::format("a proof with `{}` says nothing of a number; use `value` or `count`", Key()));
    }
    if (proof_.negated && kind != QuestionKind::kTrueOrFalse && !OffersWrongChoices(question_)) {
      return Fail(proof_.span, "`not` is for questions that ask for the exception; take it away");
    }
    if (proof_.subject && kind != QuestionKind::kTrueOrFalse) {
      return Fail(proof_.subject->span,
                  fmt::format("`for` says what a true-or-false statement is about; this question {}",
                              kind == QuestionKind::kNumber ? "asks for a number" : "has choices"));
    }
    for (const auto* id : {&proof_.all, &proof_.none}) {
      if (*id && kind != QuestionKind::kSingleChoice) {
        return Fail((*id)->span,
                    std::holds_alternative<ClaimProof>(proof_.form)
                        ? "a claim is true or false by itself; take this key away"
                        : "only a question with one right choice has one that stands for others");
      }
    }
    return {};
  }

  std::string_view Key() const { return std::visit(FormKey(), proof_.form); }

  OrError<std::vector<Candidate>> Candidates() const {
    if (question_.kind == QuestionKind::kTrueOrFalse) {
      if (!proof_.subject) {
        return Fail(proof_.span, fmt::format("a proof with `{}` judges choices, and a true-or-false question "
                                             "has none; say with `for` what the statement is about, or use "
                                             "`claim`",
                                             Key()));
      }
      return std::vector<Candidate>{{proof_.subject->value, proof_.subject->value, proof_.subject->span}};
    }
    if (question_.kind == QuestionKind::kNumber) return StatedNumbers();
    std::vector<Candidate> candidates;
    for (const Choice& choice : question_.choices) {
      candidates.push_back({choice.id.value, PlainText(choice.text.root), choice.text.span()});
    }
    for (const auto* id : {&proof_.all, &proof_.none}) {
      if (*id && std::ranges::find(candidates, (*id)->value, &Candidate::id) == candidates.end()) {
        std::vector<std::string> ids;
        for (const Candidate& candidate : candidates) ids.push_back(candidate.id);
        return Fail((*id)->span, fmt::format("the question has no choice `{}`{}", (*id)->value,
                                             DidYouMean((*id)->value, ids)));
      }
    }
    return candidates;
  }

  bool StandsForOthers(const Candidate& candidate) const {
    return (proof_.all && proof_.all->value == candidate.id) ||
           (proof_.none && proof_.none->value == candidate.id);
  }

  OrError<Judgement> Negated(OrError<Judgement> judgement, const Candidate& candidate) const {
    if (!judgement || !proof_.negated) return judgement;
    if (!judgement->is_known) {
      return Fail(proof_.span,
                  fmt::format("`not` proves nothing of `{}`: {}", candidate.id, judgement->fact.message),
                  {judgement->fact, {candidate.span, "judged here"}});
    }
    judgement->holds = !judgement->holds;
    return judgement;
  }

  // Where `all` holds, it is a fuller answer than each of the others.
  void JudgeOfOthers(const std::vector<Candidate>& candidates, std::vector<Judgement>& judgements) const {
    const auto others = [&](bool holds) {
      std::vector<std::size_t> found;
      for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!StandsForOthers(candidates[i]) && judgements[i].holds == holds) found.push_back(i);
      }
      return found;
    };
    const std::vector<std::size_t> right = others(true);
    const std::vector<std::size_t> wrong = others(false);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (!StandsForOthers(candidates[i])) continue;
      const bool is_all = proof_.all && proof_.all->value == candidates[i].id;
      const std::vector<std::size_t>& against = is_all ? wrong : right;
      const std::vector<std::size_t>& all = is_all ? right : wrong;
      judgements[i].holds = against.empty() && !all.empty();
      if (!against.empty()) judgements[i].fact = judgements[against.front()].fact;
      if (against.empty() && !all.empty()) judgements[i].fact = judgements[all.front()].fact;
    }
    if (!proof_.all || !wrong.empty()) return;
    for (const std::size_t i : right) judgements[i].holds = false;
  }

  // The answer in words that a proof compares; nothing where it cannot be read.
  std::vector<Candidate> StatedNumbers() const {
    if (!question_.answer) return {};
    const auto amount = ParseAmount(question_.answer->value);
    if (!std::holds_alternative<Amount>(amount)) return {};
    const std::string text = Spell(std::get<Amount>(amount));
    return {{text, text, question_.answer->span}};
  }

  void AddVerdict(std::string id, bool is_answer, bool holds, const Label& fact, Span key) {
    result_.verdicts.push_back({std::move(id), is_answer, holds ? Truth::kHolds : Truth::kFails, fact, key});
  }

  // Where the key names the choice, or else the whole key.
  Span KeySpanOf(std::string_view id) const {
    const auto named =
        std::ranges::find_if(question_.answers, [&](const Id& answer) { return answer.value == id; });
    return named == question_.answers.end() ? AnswerSpan(question_) : named->span;
  }

  void AddVerdicts(const Candidate& candidate, const Judgement& judgement) {
    const auto is_answer = [&](std::string_view id) {
      return (question_.answer && question_.answer->value == id) ||
             std::ranges::any_of(question_.answers, [&](const Id& answer) { return answer.value == id; });
    };
    if (question_.kind == QuestionKind::kTrueOrFalse) {
      AddVerdict("true", is_answer("true"), judgement.holds, judgement.fact, AnswerSpan(question_));
      AddVerdict("false", is_answer("false"), !judgement.holds, judgement.fact, AnswerSpan(question_));
    } else {
      const bool is_key = question_.kind == QuestionKind::kNumber || is_answer(candidate.id);
      AddVerdict(candidate.id, is_key, judgement.holds, judgement.fact, KeySpanOf(candidate.id));
    }
    for (const Fact* fact : judgement.used) AddUsed(*fact);
  }

  void AddUsed(const Fact& fact) {
    if (std::ranges::find(result_.used, &fact) == result_.used.end()) result_.used.push_back(&fact);
  }

  OrError<const Subject*> Find(SubjectKind kind, const Id& id) {
    const Subject* subject = facts_.Find(kind, id.value);
    if (subject == nullptr) {
      return Fail(id.span, fmt::format("the guide has no {} `{}`{}", SubjectName(kind), id.value,
                                       DidYouMean(id.value, facts_.IdsOf(kind))));
    }
    result_.fact_id = subject->id.value;
    return subject;
  }

  // A subject with its members or steps, of which there are some.
  struct Whole {
    const Subject* subject = nullptr;
    std::vector<const Fact*> parts;

    const Fact* Find(std::string_view id) const {
      const auto found = std::ranges::find_if(parts, [&](const Fact* part) { return part->value == id; });
      return found == parts.end() ? nullptr : *found;
    }
  };

  OrError<Whole> WholeOf(OrError<const Subject*> subject, const Id& id) {
    if (!subject) return tl::unexpected(subject.error());
    const bool is_list = (*subject)->kind == SubjectKind::kList;
    Whole whole{*subject, facts_.Of(**subject, is_list ? FactKind::kMember : FactKind::kStep)};
    if (!whole.parts.empty()) return whole;
    return Fail(id.span,
                fmt::format("{} `{}` has no {}, so that it proves nothing", SubjectName((*subject)->kind),
                            id.value, is_list ? "members" : "steps"),
                {{(*subject)->id.span, "it is here"}});
  }

  OrError<Whole> FindList(const Id& id) { return WholeOf(Find(SubjectKind::kList, id), id); }

  // The routine is an order, too.
  OrError<Whole> FindOrder(const Id& id) {
    const bool is_routine = facts_.Find(SubjectKind::kProtocol, id.value) == nullptr &&
                            facts_.Find(SubjectKind::kRoutine, id.value) != nullptr;
    return WholeOf(Find(is_routine ? SubjectKind::kRoutine : SubjectKind::kProtocol, id), id);
  }

  static Judgement NotAmong(const Whole& whole, const Candidate& candidate) {
    const bool is_list = whole.subject->kind == SubjectKind::kList;
    return {.holds = false,
            .fact = {whole.subject->id.span,
                     is_list ? fmt::format("list `{}` has no `{}`", whole.subject->id.value, candidate.id)
                             : fmt::format("`{}` is no step of `{}`", candidate.id, whole.subject->id.value)},
            .is_known = false};
  }

  OrError<Judge> JudgeOf(const InProof& form) {
    OrError<Whole> list = FindList(form.list);
    if (!list) return tl::unexpected(list.error());
    return [list = *std::move(list), form](const Candidate& candidate) -> OrError<Judgement> {
      const Fact* member = list.Find(candidate.id);
      if (member != nullptr) return DecidedBy(!form.negated, *member);
      Judgement judgement = NotAmong(list, candidate);
      judgement.holds = form.negated;
      judgement.is_known = true;  // who is no member is known not to be one
      return judgement;
    };
  }

  OrError<Judge> JudgeOf(const TaggedProof& form) {
    OrError<Whole> list = FindList(form.list);
    if (!list) return tl::unexpected(list.error());
    std::vector<const Fact*> tags = facts_.Of(*list->subject, FactKind::kTag);
    std::vector<std::string> known;
    for (const Fact* tag : tags) known.push_back(tag->value);
    if (!IsMatching() && std::ranges::find(known, form.tag.value) == known.end()) {
      return Fail(form.tag.span, fmt::format("no member of list `{}` bears the tag `{}`{}", form.list.value,
                                             form.tag.value, DidYouMean(form.tag.value, known)));
    }
    std::erase_if(tags, [&](const Fact* tag) { return tag->value != form.tag.value; });
    return [list = *std::move(list), tags, form](const Candidate& candidate) -> OrError<Judgement> {
      const Fact* member = list.Find(candidate.id);
      if (member == nullptr) return NotAmong(list, candidate);
      const auto tag = std::ranges::find(tags, candidate.id, &Fact::name);
      if (tag != tags.end()) return DecidedBy(true, **tag);
      Judgement judgement = DecidedBy(false, *member);
      judgement.fact.message = fmt::format("`{}` does not bear the tag `{}`", candidate.id, form.tag.value);
      return judgement;
    };
  }

  static Judge IsStep(Whole order, std::size_t wanted) {
    return [order = std::move(order), wanted](const Candidate& candidate) -> OrError<Judgement> {
      Judgement judgement = DecidedBy(candidate.id == order.parts[wanted]->value, *order.parts[wanted]);
      judgement.is_known = order.Find(candidate.id) != nullptr;
      if (!judgement.is_known) judgement.fact.message += ", and " + NotAmong(order, candidate).fact.message;
      return judgement;
    };
  }

  OrError<Judge> JudgeOf(const StepProof& form) {
    OrError<Whole> order = FindOrder(form.protocol);
    if (!order) return tl::unexpected(order.error());
    const auto count = static_cast<int>(order->parts.size());
    const int number = form.step.value < 0 ? count : form.step.value;
    if (number < 1 || number > count) {
      return Fail(form.step.span,
                  fmt::format("{} `{}` has {}, not {}", SubjectName(order->subject->kind),
                              form.protocol.value, Plural(order->parts.size(), "step"), form.step.value));
    }
    return IsStep(*std::move(order), static_cast<std::size_t>(number - 1));
  }

  OrError<Judge> JudgeOf(const NeighbourProof& form) {
    OrError<Whole> order = FindOrder(form.protocol);
    if (!order) return tl::unexpected(order.error());
    const Fact* step = order->Find(form.step.value);
    if (step == nullptr) {
      std::vector<std::string> ids;
      for (const Fact* known : order->parts) ids.push_back(known->value);
      return Fail(form.step.span,
                  fmt::format("{} `{}` has no step `{}`{}", SubjectName(order->subject->kind),
                              form.protocol.value, form.step.value, DidYouMean(form.step.value, ids)));
    }
    const int wanted = form.after ? step->step + 1 : step->step - 1;
    if (wanted < 1 || wanted > static_cast<int>(order->parts.size())) {
      return Fail(form.step.span, fmt::format("`{}` is the {} step of `{}`; nothing comes {} it",
                                              form.step.value, form.after ? "last" : "first",
                                              form.protocol.value, form.after ? "after" : "before"));
    }
    if (!form.anywhere) return IsStep(*std::move(order), static_cast<std::size_t>(wanted - 1));
    return [order = *std::move(order), step, form](const Candidate& candidate) -> OrError<Judgement> {
      const Fact* other = order.Find(candidate.id);
      if (other == nullptr) return NotAmong(order, candidate);
      Judgement judgement =
          DecidedBy(form.after ? other->step > step->step : other->step < step->step, *other);
      judgement.used.push_back(step);
      return judgement;
    };
  }

  OrError<void> JudgeClaim(const ClaimProof& form) {
    const OrError<const Subject*> claim = Find(SubjectKind::kClaim, form.claim);
    if (!claim) return tl::unexpected(claim.error());
    if (question_.kind != QuestionKind::kTrueOrFalse) {
      return Fail(proof_.span, "a proof with `claim` judges a true-or-false question; this one has choices");
    }
    if (proof_.subject)
      return Fail(proof_.subject->span, "a claim is true or false by itself; take this key away");
    const Fact& fact = *facts_.Of(**claim, FactKind::kClaim).front();
    if (fact.value.empty()) {
      return Fail(form.claim.span,
                  fmt::format("claim `{}` has no truth value; write `truth: true` or `truth: false`",
                              form.claim.value),
                  {LabelOf(fact)});
    }
    const bool holds = (fact.value == "true") != proof_.negated;
    AddVerdicts({}, DecidedBy(holds, fact));
    return {};
  }

  // An item, and the fact that says where it stands among the others.
  struct Ranked {
    std::string id;
    const Fact* fact = nullptr;
  };

  // `ranked` are the choices in the order that the facts say.
  OrError<void> JudgePlaces(const std::vector<Ranked>& ranked) {
    for (std::size_t at = 0; at < question_.answers.size(); ++at) {
      const Id& answer = question_.answers[at];
      const bool holds = at < ranked.size() && ranked[at].id == answer.value;
      const Fact* fact = ranked[std::min(at, ranked.size() - 1)].fact;
      AddVerdict(fmt::format("{}. {}", at + 1, answer.value), true, holds, LabelOf(*fact), answer.span);
      AddUsed(*fact);
    }
    return {};
  }

  OrError<void> JudgeOrder(const OrderProof& form) {
    const OrError<Whole> order = FindOrder(form.protocol);
    if (!order) return tl::unexpected(order.error());
    std::vector<Ranked> ranked;
    for (const Choice& choice : question_.choices) {
      const Fact* step = order->Find(choice.id.value);
      if (step == nullptr) {
        return Fail(form.protocol.span, NotAmong(*order, {choice.id.value, {}, {}}).fact.message,
                    {{choice.id.span, "judged here"}, {order->subject->id.span, "it is here"}});
      }
      const auto again = std::ranges::find_if(
          order->parts, [&](const Fact* part) { return part != step && part->value == step->value; });
      if (again != order->parts.end()) {
        return Fail(form.protocol.span,
                    fmt::format("`{}` is step {} and step {} of `{}`, so that it has no certain place",
                                choice.id.value, step->step, (*again)->step, form.protocol.value),
                    {LabelOf(*step), LabelOf(**again)});
      }
      ranked.push_back({choice.id.value, step});
    }
    std::ranges::sort(ranked, {}, [](const Ranked& item) { return item.fact->step; });
    return JudgePlaces(ranked);
  }

  static std::pair<int, int> BoundsOf(const Fact& fact) {
    return std::visit([](const auto& quantity) { return std::pair(quantity.min, quantity.max); },
                      fact.quantity);
  }

  OrError<const Fact*> QuantityOf(const Choice& choice, const RankProof& form) {
    const Subject* exercise = facts_.Find(SubjectKind::kExercise, choice.id.value);
    if (exercise == nullptr) {
      return Fail(form.field.span,
                  fmt::format("the guide has no exercise `{}`{}", choice.id.value,
                              DidYouMean(choice.id.value, facts_.IdsOf(SubjectKind::kExercise))),
                  {{choice.id.span, "judged here"}});
    }
    const std::vector<const Fact*> facts = facts_.FieldOf(*exercise, form.field.value);
    if (facts.empty()) {
      return Fail(form.field.span, fmt::format("`{}` states no {}", choice.id.value, form.field.value),
                  {{exercise->id.span, "it is here"}});
    }
    result_.fact_id = choice.id.value;
    return facts.front();
  }

  OrError<void> JudgeRank(const RankProof& form) {
    std::vector<Ranked> ranked;
    for (const Choice& choice : question_.choices) {
      const OrError<const Fact*> fact = QuantityOf(choice, form);
      if (!fact) return tl::unexpected(fact.error());
      ranked.push_back({choice.id.value, *fact});
    }
    std::ranges::sort(ranked, {}, [](const Ranked& item) { return BoundsOf(*item.fact); });
    // A range within another is neither less nor more.
    const auto is_unsure = [](const Ranked& less, const Ranked& more) {
      return BoundsOf(*less.fact).second > BoundsOf(*more.fact).second ||
             BoundsOf(*less.fact) == BoundsOf(*more.fact);
    };
    const auto unsure = std::ranges::adjacent_find(ranked, is_unsure);
    if (unsure != ranked.end()) {
      const Ranked& next = *std::next(unsure);
      return Fail(form.field.span,
                  fmt::format("`{}` and `{}` have no certain order: their {} is {} and {}", unsure->id,
                              next.id, form.field.value, unsure->fact->value, next.fact->value),
                  {LabelOf(*unsure->fact), LabelOf(*next.fact)});
    }
    if (form.most_first) std::ranges::reverse(ranked);
    return JudgePlaces(ranked);
  }

  bool IsMatching() const { return question_.kind == QuestionKind::kMatching; }

  // Where a form of proof may say `each`.
  struct PlaceOfEach {
    Id* operator()(InProof& form) const { return &form.list; }
    Id* operator()(TaggedProof& form) const { return &form.tag; }
    Id* operator()(NeighbourProof& form) const { return &form.step; }
    Id* operator()(ValueProof& form) const { return &form.exercise; }
    Id* operator()(FieldProof& form) const { return &form.value; }
    template <class Other>
    Id* operator()(Other&) const {
      return nullptr;
    }
  };

  // The judge of what goes with the match: the form with the match in the place of `each`.
  OrError<Judge> JudgeFor(const Choice& match) {
    ProofForm form = proof_.form;
    Id* each = std::visit(PlaceOfEach(), form);
    if (each == nullptr || each->value != "each") {
      return Fail(
          proof_.span,
          "the proof of a matching question says `each` where the match stands, such as `{field: kind, "
          "is: each}`, `{tagged: each, in: …}` or `{in: each}`");
    }
    each->value = match.id.value;
    if (auto* field = std::get_if<FieldProof>(&form); field != nullptr && !HoldsIds(field->field.value)) {
      each->value = PlainText(match.text.root);
    }
    OrError<Judge> judge = std::visit([&](const auto& filled) { return JudgeOf(filled); }, form);
    if (!judge) judge.error().labels.push_back({match.id.span, "judged for this match"});
    return judge;
  }

  static bool HoldsIds(std::string_view field) {
    constexpr std::string_view kFields[] = {"kind", "targets", "equipment", "sides"};
    return std::ranges::find(kFields, field) != std::end(kFields);
  }

  OrError<void> JudgeMatches() {
    std::vector<Judge> judges;
    for (const Choice& match : question_.matches) {
      OrError<Judge> judge = JudgeFor(match);
      if (!judge) return tl::unexpected(judge.error());
      judges.push_back(*std::move(judge));
    }
    for (const Choice& choice : question_.choices) {
      const auto pair = std::ranges::find_if(
          question_.pairs, [&](const auto& entry) { return entry.first.value == choice.id.value; });
      for (std::size_t at = 0; at < judges.size(); ++at) {
        const std::string& match = question_.matches[at].id.value;
        const OrError<Judgement> judgement =
            judges[at]({choice.id.value, PlainText(choice.text.root), choice.text.span()});
        if (!judgement) return tl::unexpected(judgement.error());
        const bool is_answer = pair != question_.pairs.end() && pair->second.value == match;
        AddVerdict(fmt::format("{} with {}", choice.id.value, match), is_answer, judgement->holds,
                   judgement->fact,
                   pair == question_.pairs.end() ? AnswerSpan(question_) : pair->second.span);
        for (const Fact* fact : judgement->used) AddUsed(*fact);
      }
    }
    return {};
  }

  // The facts of the exercise's or the routine's field, one at least.
  OrError<std::vector<const Fact*>> FindField(const ValueProof& form) {
    const bool is_routine = facts_.Find(SubjectKind::kExercise, form.exercise.value) == nullptr &&
                            facts_.Find(SubjectKind::kRoutine, form.exercise.value) != nullptr;
    const auto subject = Find(is_routine ? SubjectKind::kRoutine : SubjectKind::kExercise, form.exercise);
    if (!subject) return tl::unexpected(subject.error());
    std::vector<const Fact*> fields = facts_.FieldOf(**subject, form.field);
    if (!fields.empty()) return fields;
    return Fail(form.exercise.span,
                fmt::format("{} `{}` states no {} that a choice can be compared with",
                            SubjectName((*subject)->kind), form.exercise.value, form.field));
  }

  OrError<Judge> JudgeOf(const ValueProof& form) {
    OrError<std::vector<const Fact*>> fields = FindField(form);
    if (!fields) return tl::unexpected(fields.error());
    const Fact& first = *fields->front();
    if (form.within && first.type != ValueType::kQuantity) {
      return Fail(form.exercise.span, fmt::format("`{}` of `{}` is no quantity that a number can lie within; "
                                                  "use `value`",
                                                  form.field, form.exercise.value));
    }
    if (question_.kind == QuestionKind::kNumber && (form.within || first.type != ValueType::kQuantity)) {
      return Fail(form.exercise.span,
                  form.within ? std::string("`within` holds for many numbers; prove the one with `value`")
                              : fmt::format("`{}` of `{}` is no number", form.field, form.exercise.value));
    }
    return [this, fields = *std::move(fields), form](const Candidate& candidate) -> OrError<Judgement> {
      const Fact& fact = *fields.front();
      if (fact.type == ValueType::kText) return DecidedBy(IsSameText(candidate.text, fact.value), fact);
      if (fact.type == ValueType::kQuantity) {
        const auto states =
            StatesQuantity(candidate.text, fact, form.within ? Comparison::kWithin : Comparison::kEqual);
        if (states) return DecidedBy(*states, fact);
        return NotComparable(form.exercise.span, candidate, fmt::format("{} ({})", form.field, fact.value),
                             LabelOf(fact));
      }
      const auto same = std::ranges::find(fields, candidate.id, &Fact::value);
      return same == fields.end() ? DecidedBy(false, fact) : DecidedBy(true, **same);
    };
  }

  tl::unexpected<ProofError> NotComparable(Span span, const Candidate& candidate, std::string_view wanted,
                                           Label fact) const {
    const std::string subject = question_.kind == QuestionKind::kTrueOrFalse ? std::string("`for`")
                                : question_.kind == QuestionKind::kNumber
                                    ? std::string("the answer")
                                    : fmt::format("choice `{}`", candidate.id);
    return Fail(span, fmt::format("{} {}", subject, WhyNotComparable(candidate.text, wanted)),
                {{candidate.span, "compared here"}, std::move(fact)});
  }

  // Whether one of the facts, which are of one field, has the value.
  static const Fact* WithValue(const std::vector<const Fact*>& fields, const std::string& value) {
    for (const Fact* fact : fields) {
      const bool is_same = fact->type == ValueType::kId ? fact->value == value
                           : fact->type == ValueType::kText
                               ? IsSameText(fact->value, value)
                               : StatesQuantity(value, *fact, Comparison::kEqual).value_or(false);
      if (is_same) return fact;
    }
    return nullptr;
  }

  // That no exercise has the value shows a slip: else every choice would be wrong alike.
  OrError<void> CheckSomeExerciseHas(const FieldProof& form) const {
    std::vector<std::string> known;
    for (const Subject& subject : facts_.subjects) {
      if (subject.kind != SubjectKind::kExercise) continue;
      const std::vector<const Fact*> fields = facts_.FieldOf(subject, form.field.value);
      if (WithValue(fields, form.value.value) != nullptr) return {};
      const bool is_unlike = IsMatching() && !fields.empty() &&
                             fields.front()->type == ValueType::kQuantity &&
                             !StatesQuantity(form.value.value, *fields.front(), Comparison::kEqual);
      if (is_unlike) {
        const Fact& fact = *fields.front();
        return Fail(
            form.value.span,
            "a match " + WhyNotComparable(form.value.value, fmt::format("{} ({})", fact.name, fact.value)),
            {LabelOf(fact)});
      }
      for (const Fact* field : fields) known.push_back(field->value);
    }
    if (IsMatching()) return {};
    return Fail(form.value.span,
                fmt::format("no exercise of the guide has `{}` as its {}{}", form.value.value,
                            form.field.value, DidYouMean(form.value.value, known)));
  }

  OrError<Judge> JudgeOf(const FieldProof& form) {
    if (auto checked = CheckSomeExerciseHas(form); !checked) return tl::unexpected(checked.error());
    return [this, form](const Candidate& candidate) -> OrError<Judgement> {
      const Subject* exercise = facts_.Find(SubjectKind::kExercise, candidate.id);
      if (exercise == nullptr) {
        return Judgement{
            false, {candidate.span, fmt::format("the guide has no exercise `{}`", candidate.id)}, {}, false};
      }
      const std::vector<const Fact*> fields = facts_.FieldOf(*exercise, form.field.value);
      if (const Fact* fact = WithValue(fields, form.value.value)) {
        result_.fact_id = candidate.id;
        return DecidedBy(true, *fact);
      }
      if (!fields.empty()) return DecidedBy(false, *fields.front());
      return Judgement{false,
                       {exercise->id.span, fmt::format("`{}` states no {}", candidate.id, form.field.value)}};
    };
  }

  OrError<Judge> JudgeOf(const CountProof& form) {
    const bool is_list = facts_.Find(SubjectKind::kList, form.counted.value) != nullptr;
    OrError<Whole> whole = is_list ? FindList(form.counted) : FindOrder(form.counted);
    if (!whole) return tl::unexpected(whole.error());
    return [this, whole = *std::move(whole), form](const Candidate& candidate) -> OrError<Judgement> {
      const std::string has =
          Plural(whole.parts.size(), whole.subject->kind == SubjectKind::kList ? "member" : "step");
      Label fact{whole.subject->id.span, fmt::format("`{}` has {}", form.counted.value, has)};
      const auto stated = StatedNumber(candidate.text);
      if (!stated) return NotComparable(form.counted.span, candidate, has, std::move(fact));
      return Judgement{*stated == static_cast<int>(whole.parts.size()), std::move(fact), whole.parts};
    };
  }

  // Judged apart, before any candidate.
  static OrError<Judge> JudgeOf(const ClaimProof&) { return Judge(); }
  static OrError<Judge> JudgeOf(const OrderProof&) { return Judge(); }
  static OrError<Judge> JudgeOf(const RankProof&) { return Judge(); }

  const Facts& facts_;
  const Question& question_;
  const Proof& proof_;
  ProofResult result_;
};

// Whether the dose has the figure, and it could not be read.
bool IsUnread(const Exercise& exercise, std::string_view field) {
  const Node* dose = exercise.document->root.Find("dose");
  const std::string_view figure = field.substr(0, field.find('.'));
  const bool is_quantity = std::ranges::find(kPlaceholders, figure) != std::end(kPlaceholders);
  return is_quantity && dose != nullptr && dose->Find(figure) != nullptr &&
         !PlaceholderText(exercise.dose, figure);
}

struct DescribeForm {
  std::string operator()(const InProof& form) const {
    return fmt::format("is {}in list `{}`", form.negated ? "not " : "", form.list.value);
  }
  std::string operator()(const TaggedProof& form) const {
    return fmt::format("bears the tag `{}` in list `{}`", form.tag.value, form.list.value);
  }
  std::string operator()(const StepProof& form) const {
    return form.step.value < 0 ? fmt::format("is the last step of `{}`", form.protocol.value)
                               : fmt::format("is step {} of `{}`", form.step.value, form.protocol.value);
  }
  std::string operator()(const NeighbourProof& form) const {
    const std::string_view how = form.anywhere ? (form.after ? "later than" : "earlier than")
                                               : (form.after ? "right after" : "right before");
    return fmt::format("comes {} `{}` in `{}`", how, form.step.value, form.protocol.value);
  }
  std::string operator()(const ClaimProof& form) const {
    return fmt::format("is what claim `{}` says", form.claim.value);
  }
  std::string operator()(const ValueProof& form) const {
    return fmt::format("{} `{}` of `{}`", form.within ? "lies within" : "states", form.field,
                       form.exercise.value);
  }
  std::string operator()(const FieldProof& form) const {
    return fmt::format("is an exercise whose {} is `{}`", form.field.value, form.value.value);
  }
  std::string operator()(const CountProof& form) const {
    return fmt::format("states how many `{}` has", form.counted.value);
  }
  std::string operator()(const OrderProof& form) const {
    return fmt::format("in the order of `{}`", form.protocol.value);
  }
  std::string operator()(const RankProof& form) const {
    return fmt::format("with the {} {} first", form.most_first ? "most" : "least", form.field.value);
  }
};

struct NamedSubjects {
  using Ids = std::vector<std::string>;
  Ids operator()(const InProof& form) const { return {form.list.value}; }
  Ids operator()(const TaggedProof& form) const { return {form.list.value}; }
  Ids operator()(const StepProof& form) const { return {form.protocol.value}; }
  Ids operator()(const NeighbourProof& form) const { return {form.protocol.value}; }
  Ids operator()(const ClaimProof& form) const { return {form.claim.value}; }
  Ids operator()(const ValueProof& form) const { return {form.exercise.value}; }
  Ids operator()(const FieldProof&) const { return {}; }
  Ids operator()(const CountProof& form) const { return {form.counted.value}; }
  Ids operator()(const OrderProof& form) const { return {form.protocol.value}; }
  Ids operator()(const RankProof&) const { return {}; }
};

}  // namespace

bool CanEvaluate(const Library& library, const Guide& guide, const Question& question) {
  // Without its stem a question is of no kind that a proof could suit.
  if (!question.proof || !question.stem || HasDamage(guide.document->root) || HasDamage(*question.node))
    return false;
  const auto can_read = [&](const std::string& id, std::string_view field) {
    const Exercise* exercise = library.FindExercise(id);
    return exercise == nullptr || (!HasDamage(exercise->document->root) && !IsUnread(*exercise, field));
  };
  const Proof& proof = *question.proof;
  if (const auto* value = std::get_if<ValueProof>(&proof.form)) {
    if (question.kind != QuestionKind::kMatching) return can_read(value->exercise.value, value->field);
    return std::ranges::all_of(question.matches,
                               [&](const Choice& match) { return can_read(match.id.value, value->field); });
  }
  const auto* field = std::get_if<FieldProof>(&proof.form);
  const auto* rank = std::get_if<RankProof>(&proof.form);
  if (field == nullptr && rank == nullptr) return true;
  const std::string& name = field != nullptr ? field->field.value : rank->field.value;
  return (!proof.subject || can_read(proof.subject->value, name)) &&
         std::ranges::all_of(question.choices,
                             [&](const Choice& choice) { return can_read(choice.id.value, name); });
}

ProofResult Evaluate(const Facts& facts, const Question& question, const Proof& proof) {
  return Evaluator(facts, question, proof).Run();
}

std::vector<std::string> SubjectsOf(const Proof& proof) {
  std::vector<std::string> subjects = std::visit(NamedSubjects(), proof.form);
  if (proof.subject) subjects.push_back(proof.subject->value);
  return subjects;
}

std::string WordsOf(const Question& question, const Proof& proof) {
  std::string form = std::visit(DescribeForm(), proof.form);
  switch (question.kind) {
    case QuestionKind::kOrdering:
      return "the items stand " + form;
    case QuestionKind::kNumber:
      return "the answer " + form;
    case QuestionKind::kMatching: {
      const std::string each = "`each`";
      if (const std::size_t at = form.find(each); at != std::string::npos)
        form.replace(at, each.size(), "its match");
      return "each item " + form;
    }
    default:
      break;
  }
  const std::string subject = proof.subject ? fmt::format("`{}`", proof.subject->value)
                              : std::holds_alternative<ClaimProof>(proof.form) ? "the statement"
                                                                               : "the choice";
  std::string words =
      proof.negated ? fmt::format("it is not so that {} {}", subject, form) : subject + " " + form;
  if (proof.all) words += fmt::format("; `{}` stands for all others", proof.all->value);
  if (proof.none) words += fmt::format("; `{}` stands for none of the others", proof.none->value);
  return words;
}

bool IsProven(const Question& question, const ProofResult& result) {
  return HasFittingAnswer(question) && !result.verdicts.empty() &&
         std::ranges::all_of(result.verdicts, &Verdict::IsAgreed);
}

}  // namespace guidec
