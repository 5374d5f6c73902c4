#include "model/dose/plan.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "model/dose/frequency.h"
#include "text/language.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec {
namespace {

const OpenHold* OpenHoldOf(const Dose& dose) {
  return dose.hold ? std::get_if<OpenHold>(&dose.hold->value) : nullptr;
}

std::optional<Growth> GrowthOfHold(const Dose& dose, const OpenHold& open) {
  const auto every = ParseInterval(open.each);
  if (!open.start || !open.add || !every) return std::nullopt;
  Growth growth;
  growth.from = open.start->value.min;
  growth.by = open.add->value.min;
  growth.every = *every;
  const auto end = IsEnglish(dose.language) ? EndOf(open) : std::nullopt;
  if (end) growth.to = end->seconds;
  growth.from_span = open.start->span;
  growth.to_span = open.until.span();
  growth.by_span = growth.every_span = open.add->span;
  return growth;
}

// How many steps have been taken when a week begins; nothing where steps are taken by the session and
// the dose does not say how many a week has.
std::optional<int> StepsBefore(int week, const Growth& growth, const Dose& dose) {
  const int weeks = week - 1;
  switch (growth.every.unit) {
    case Interval::Unit::kWeek:
      return weeks / growth.every.count;
    case Interval::Unit::kDay:
      return weeks * 7 / growth.every.count;
    case Interval::Unit::kSession:
      break;
  }
  const auto frequency = ReadFrequency(PlainText(dose.frequency.root)).meaning;
  const auto sessions = frequency ? SessionsAWeek(*frequency) : std::nullopt;
  return sessions ? std::optional(weeks * sessions->min / growth.every.count) : std::nullopt;
}

// Of a growth by the week, never more than the last amount.
int AmountInWeek(int week, const Growth& growth, const Dose& dose) {
  const std::int64_t grown =
      growth.from + std::int64_t{StepsBefore(week, growth, dose).value_or(0)} * growth.by;
  const std::int64_t most = growth.to ? *growth.to : std::numeric_limits<int>::max();
  return static_cast<int>(std::min(grown, most));
}

}  // namespace

std::optional<int> BaseOf(const Dose& dose, DoseField field) {
  switch (field) {
    case DoseField::kHold:
      if (const OpenHold* open = OpenHoldOf(dose)) {
        return open->start ? std::optional(open->start->value.min) : std::nullopt;
      }
      return dose.hold ? std::optional(std::get<Seconds>(dose.hold->value).min) : std::nullopt;
    case DoseField::kReps:
      return dose.reps ? std::optional(dose.reps->value.min) : std::nullopt;
    case DoseField::kSets:
      return dose.sets ? std::optional(dose.sets->value.min) : std::nullopt;
    case DoseField::kRest:
      return dose.rest ? std::optional(dose.rest->value.min) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<HoldEnd> EndOf(const OpenHold& hold) {
  const std::string text = PlainText(hold.until.root);
  for (const Quantity& quantity : FindQuantities(Tokens(text))) {
    if (quantity.kind != QuantityKind::kSeconds || quantity.bound == Bound::kCompared) continue;
    return HoldEnd{quantity.max, text.substr(quantity.begin, quantity.end - quantity.begin)};
  }
  return std::nullopt;
}

std::optional<Growth> GrowthOf(const Dose& dose) {
  if (!dose.growth) {
    const OpenHold* open = OpenHoldOf(dose);
    return open == nullptr ? std::nullopt : GrowthOfHold(dose, *open);
  }
  const Progression& written = *dose.growth;
  const auto from = written.from ? std::optional(written.from->value) : BaseOf(dose, written.of);
  if (!from) return std::nullopt;
  return Growth{.of = written.of,
                .from = *from,
                .to = written.to.value,
                .by = written.by.value,
                .every = written.every.value,
                .from_span = written.from ? written.from->span : written.span,
                .to_span = written.to.span,
                .by_span = written.by.span,
                .every_span = written.every.span};
}

std::optional<int> StepsOf(const Growth& growth) {
  if (!growth.to || growth.by < 1 || *growth.to <= growth.from) return std::nullopt;
  const int way = *growth.to - growth.from;
  return way / growth.by + (way % growth.by == 0 ? 0 : 1);
}

bool IsWeekly(const Growth& growth, const Dose& dose) {
  return StepsBefore(1, growth, dose).has_value();
}

std::optional<Plan> PlanOf(const Dose& dose) {
  const auto growth = GrowthOf(dose);
  if (!growth || growth->by < 1 || !IsWeekly(*growth, dose)) return std::nullopt;
  if (growth->to && !StepsOf(*growth)) return std::nullopt;
  Plan plan{.growth = *growth, .weeks = {}, .is_open = !growth->to};
  const int most = plan.is_open ? kOpenPlanWeeks : kMostPlanWeeks;
  for (int week = 1; week <= most; ++week) {
    plan.weeks.push_back(AmountInWeek(week, *growth, dose));
    if (plan.weeks.back() == growth->to) break;
  }
  return plan;
}

Dose DoseInWeek(const Dose& dose, int week) {
  Dose then = dose;
  const auto plan = PlanOf(dose);
  if (!plan) return then;
  const int amount = AmountInWeek(std::clamp(week, 1, kMostPlanWeeks), plan->growth, dose);
  const Span span = plan->growth.from_span;
  auto* open = then.hold ? std::get_if<OpenHold>(&then.hold->value) : nullptr;
  if (open != nullptr && plan->growth.of == DoseField::kHold) {
    open->start = Spanned<Seconds>{{amount, amount}, span};
  } else if (plan->growth.of == DoseField::kHold) {
    then.hold = Spanned<Hold>{Seconds{amount, amount}, span};
  } else {
    (plan->growth.of == DoseField::kReps ? then.reps : then.sets) = Spanned<Count>{{amount, amount}, span};
  }
  return then;
}

}  // namespace guidec
