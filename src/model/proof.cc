#include "model/proof.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <utility>

#include <fmt/format.h>

#include "text/nearest.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec {
namespace {

template <class Content>
std::vector<std::string> IdsOf(const Guide& guide) {
  std::vector<std::string> ids;
  for (const Content* content : BlocksOf<Content>(guide)) ids.push_back(content->id.value);
  return ids;
}

template <class Content>
ProofError Unknown(const Guide& guide, const Id& id, std::string_view kind) {
  return {id.span, fmt::format("the guide has no {} `{}`{}", kind, id.value,
                               DidYouMean(id.value, IdsOf<Content>(guide)))};
}

class Evaluator {
 public:
  Evaluator(const Library& library, const Guide& guide, const Question& question, const Proof& proof)
      : library_(library), guide_(guide), question_(question), proof_(proof) {}

  ProofResult Run() {
    std::visit([&](const auto& form) { Evaluate(form); }, proof_.form);
    if (result_.error) result_.verdicts.clear();
    return std::move(result_);
  }

 private:
  void Fail(ProofError error) { result_.error = std::move(error); }

  bool WantsChoices(std::string_view form) {
    if (!question_.is_true_or_false) return true;
    Fail({proof_.span, fmt::format("a proof with `{}` judges choices, and a true-or-false question "
                                   "has none; use `claim`",
                                   form)});
    return false;
  }

  template <class Judge>
  void ForEachChoice(const Judge& judge) {
    for (const Choice& choice : question_.choices) result_.verdicts.push_back(judge(choice));
  }

  const ListBlock* FindList(const Id& id) {
    const auto* list = FindBlock<ListBlock>(guide_, id.value);
    if (list == nullptr) Fail(Unknown<ListBlock>(guide_, id, "list"));
    return list;
  }

  void Evaluate(const InProof& form) {
    if (!WantsChoices(form.negated ? "not-in" : "in")) return;
    const ListBlock* list = FindList(form.list);
    if (list == nullptr) return;
    result_.fact_id = list->id.value;
    ForEachChoice([&](const Choice& choice) {
      const auto member =
          std::ranges::find(list->items, choice.id.value, [](const ListItem& item) { return item.id.value; });
      const bool is_member = member != list->items.end();
      Label fact =
          is_member
              ? Label{member->id.span, fmt::format("`{}` is in list `{}`", choice.id.value, list->id.value)}
              : Label{list->id.span, fmt::format("list `{}` has no `{}`", list->id.value, choice.id.value)};
      return Verdict{is_member != form.negated ? Truth::kHolds : Truth::kFails, std::move(fact)};
    });
  }

  void Evaluate(const TaggedProof& form) {
    if (!WantsChoices("tagged")) return;
    const ListBlock* list = FindList(form.list);
    if (list == nullptr) return;
    result_.fact_id = list->id.value;
    const auto bears = [&](const ListItem& item) {
      return std::ranges::any_of(item.tags, [&](const Id& tag) { return tag.value == form.tag.value; });
    };
    if (std::ranges::none_of(list->items, bears)) {
      std::vector<std::string> tags;
      for (const ListItem& item : list->items) {
        for (const Id& tag : item.tags) tags.push_back(tag.value);
      }
      Fail({form.tag.span, fmt::format("no member of list `{}` bears the tag `{}`{}", list->id.value,
                                       form.tag.value, DidYouMean(form.tag.value, tags))});
      return;
    }
    ForEachChoice([&](const Choice& choice) {
      const auto member =
          std::ranges::find(list->items, choice.id.value, [](const ListItem& item) { return item.id.value; });
      if (member == list->items.end()) {
        return Verdict{
            Truth::kFails,
            {list->id.span, fmt::format("list `{}` has no `{}`", list->id.value, choice.id.value)}};
      }
      const bool tagged = bears(*member);
      return Verdict{tagged ? Truth::kHolds : Truth::kFails,
                     {member->id.span, fmt::format("`{}` {} the tag `{}`", choice.id.value,
                                                   tagged ? "bears" : "does not bear", form.tag.value)}};
    });
  }

  const ProtocolBlock* FindProtocol(const Id& id) {
    const auto* protocol = FindBlock<ProtocolBlock>(guide_, id.value);
    if (protocol == nullptr) Fail(Unknown<ProtocolBlock>(guide_, id, "protocol"));
    return protocol;
  }

  void JudgeStep(const ProtocolBlock& protocol, std::size_t wanted) {
    const ProtocolStep& step = protocol.steps[wanted];
    result_.fact_id = protocol.id.value;
    ForEachChoice([&](const Choice& choice) {
      return Verdict{choice.id.value == step.id.value ? Truth::kHolds : Truth::kFails,
                     {step.id.span,
                      fmt::format("step {} of `{}` is `{}`", wanted + 1, protocol.id.value, step.id.value)}};
    });
  }

  void Evaluate(const StepProof& form) {
    if (!WantsChoices("step")) return;
    const ProtocolBlock* protocol = FindProtocol(form.protocol);
    if (protocol == nullptr) return;
    const auto count = static_cast<int>(protocol->steps.size());
    const int number = form.step.value < 0 ? count : form.step.value;
    if (number < 1 || number > count) {
      Fail({form.step.span, fmt::format("protocol `{}` has {} step{}, not {}", protocol->id.value, count,
                                        count == 1 ? "" : "s", form.step.value)});
      return;
    }
    JudgeStep(*protocol, static_cast<std::size_t>(number - 1));
  }

  void Evaluate(const NeighbourProof& form) {
    if (!WantsChoices(form.after ? "after" : "before")) return;
    const ProtocolBlock* protocol = FindProtocol(form.protocol);
    if (protocol == nullptr) return;
    const auto found = std::ranges::find(protocol->steps, form.step.value,
                                         [](const ProtocolStep& step) { return step.id.value; });
    if (found == protocol->steps.end()) {
      std::vector<std::string> ids;
      for (const ProtocolStep& step : protocol->steps) ids.push_back(step.id.value);
      Fail({form.step.span, fmt::format("protocol `{}` has no step `{}`{}", protocol->id.value,
                                        form.step.value, DidYouMean(form.step.value, ids))});
      return;
    }
    const auto at = found - protocol->steps.begin();
    const auto wanted = form.after ? at + 1 : at - 1;
    if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(protocol->steps.size())) {
      Fail({form.step.span,
            fmt::format("`{}` is the {} step of `{}`; nothing comes {} it", form.step.value,
                        form.after ? "last" : "first", protocol->id.value, form.after ? "after" : "before")});
      return;
    }
    JudgeStep(*protocol, static_cast<std::size_t>(wanted));
  }

  void Evaluate(const ClaimProof& form) {
    const auto* claim = FindBlock<ClaimBlock>(guide_, form.claim.value);
    if (claim == nullptr) {
      Fail(Unknown<ClaimBlock>(guide_, form.claim, "claim"));
      return;
    }
    if (!question_.is_true_or_false) {
      Fail({proof_.span, "a proof with `claim` judges a true-or-false question; this one has choices"});
      return;
    }
    result_.fact_id = claim->id.value;
    const Label fact{claim->id.span, fmt::format("claim `{}` is {}", claim->id.value, claim->truth)};
    result_.verdicts = {{claim->truth ? Truth::kHolds : Truth::kFails, fact},
                        {claim->truth ? Truth::kFails : Truth::kHolds, fact}};
  }

  void Evaluate(const ValueProof& form) {
    if (!WantsChoices("value")) return;
    const Exercise* exercise = library_.FindExercise(form.exercise.value);
    if (exercise == nullptr) {
      std::vector<std::string> ids;
      for (const Exercise& known : library_.exercises) ids.push_back(known.id.value);
      Fail({form.exercise.span, fmt::format("there is no exercise `{}`{}", form.exercise.value,
                                            DidYouMean(form.exercise.value, ids))});
      return;
    }
    result_.fact_id = exercise->id.value;
    const Dose& dose = exercise->dose;
    if ((form.field == "reps" && dose.reps) || (form.field == "sets" && dose.sets)) {
      const auto& wanted = form.field == "reps" ? *dose.reps : *dose.sets;
      JudgeQuantity(wanted.value, wanted.span, form.field, ReadCount);
    } else if (form.field == "rest" && dose.rest) {
      JudgeQuantity(dose.rest->value, dose.rest->span, form.field, ReadSeconds);
    } else if (form.field == "hold" && dose.hold && std::holds_alternative<Seconds>(dose.hold->value)) {
      JudgeQuantity(std::get<Seconds>(dose.hold->value), dose.hold->span, form.field, ReadSeconds);
    } else {
      Fail({form.exercise.span, fmt::format("exercise `{}` states no {} that a choice can be compared with",
                                            exercise->id.value, form.field)});
    }
  }

  // The only quantity of a text, if it is one of `kinds`.
  static std::optional<Quantity> OnlyQuantity(std::string_view text,
                                              std::initializer_list<QuantityKind> kinds) {
    const auto found = FindQuantities(Tokens(text));
    const bool is_one = found.size() == 1 && found.front().bound == Bound::kExactly &&
                        std::ranges::find(kinds, found.front().kind) != kinds.end();
    return is_one ? std::optional(found.front()) : std::nullopt;
  }

  static std::optional<Seconds> ReadSeconds(std::string_view text) {
    auto parsed = ParseSeconds(text);
    if (const auto* seconds = std::get_if<Seconds>(&parsed)) return *seconds;
    const auto quantity = OnlyQuantity(text, {QuantityKind::kSeconds});
    return quantity ? std::optional(Seconds{quantity->min, quantity->max}) : std::nullopt;
  }

  static std::optional<Count> ReadCount(std::string_view text) {
    auto parsed = ParseCount(text);
    if (const auto* count = std::get_if<Count>(&parsed)) return *count;
    const auto quantity =
        OnlyQuantity(text, {QuantityKind::kRepetitions, QuantityKind::kSets, QuantityKind::kTimes});
    return quantity ? std::optional(Count{quantity->min, quantity->max}) : std::nullopt;
  }

  template <class Range>
  void JudgeQuantity(const Range& wanted, Span span, std::string_view field,
                     std::optional<Range> (*read)(std::string_view)) {
    for (const Choice& choice : question_.choices) {
      const auto stated = read(PlainText(choice.text.root));
      if (!stated) {
        Fail({choice.text.span(), fmt::format("choice `{}` states no quantity that can be compared with "
                                              "{} ({})",
                                              choice.id.value, field, Spell(wanted))});
        return;
      }
      result_.verdicts.push_back({*stated == wanted ? Truth::kHolds : Truth::kFails,
                                  {span, fmt::format("{} is {}", field, Spell(wanted))}});
    }
  }

  const Library& library_;
  const Guide& guide_;
  const Question& question_;
  const Proof& proof_;
  ProofResult result_;
};

}  // namespace

bool CanEvaluate(const Library& library, const Guide& guide, const Question& question) {
  // Without its stem a question is of no kind that a proof could suit.
  if (!question.proof || !question.stem || HasDamage(guide.document->root) || HasDamage(*question.node))
    return false;
  const auto* value = std::get_if<ValueProof>(&question.proof->form);
  const Exercise* exercise = value == nullptr ? nullptr : library.FindExercise(value->exercise.value);
  if (exercise == nullptr) return true;
  const Node& root = exercise->document->root;
  const Node* dose = root.Find("dose");
  const bool is_quantity = std::ranges::find(kPlaceholders, value->field) != std::end(kPlaceholders);
  const bool is_unread = is_quantity && dose != nullptr && dose->Find(value->field) != nullptr &&
                         !PlaceholderText(exercise->dose, value->field);
  return !HasDamage(root) && !is_unread;
}

ProofResult Evaluate(const Library& library, const Guide& guide, const Question& question,
                     const Proof& proof) {
  return Evaluator(library, guide, question, proof).Run();
}

}  // namespace guidec
