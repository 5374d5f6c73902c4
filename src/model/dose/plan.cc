#include "model/dose/plan.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace guidec {
namespace {

std::optional<Progression> ProgressionOfHold(const OpenHold& open, Span span) {
  const auto one = [](const Spanned<Seconds>& seconds) {
    return Spanned<int>{seconds.value.min, seconds.span};
  };
  if (!open.start || !open.add || !open.each) return std::nullopt;
  Progression progression{.span = span,
                          .from = one(*open.start),
                          .to = {},
                          .by = one(*open.add),
                          .every = {*open.each, open.add->span}};
  if (open.until.meaning) progression.to = Spanned<int>{open.until.meaning->seconds, open.until.span()};
  return progression;
}

// How many steps have been taken when a week begins; nothing where steps are taken by the session and
// the dose does not say how many a week has.
std::optional<int> StepsBefore(int week, const Progression& progression, const Dose& dose) {
  const int weeks = week - 1;
  const auto [count, unit] = progression.every.value;
  if (unit == Unit::kWeek) return weeks / count;
  if (unit == Unit::kDay) return weeks * 7 / count;
  const auto& frequency = dose.frequency.meaning;
  const auto sessions = frequency ? SessionsAWeek(*frequency) : std::nullopt;
  return sessions ? std::optional(weeks * sessions->min / count) : std::nullopt;
}

// Of a progression by the week, never more than the last amount.
int AmountInWeek(int week, const Progression& progression, const Dose& dose) {
  const std::int64_t steps = *StepsBefore(week, progression, dose);
  const std::int64_t grown = progression.from->value + steps * progression.by.value;
  const std::int64_t most = progression.to ? progression.to->value : std::numeric_limits<int>::max();
  return static_cast<int>(std::min(grown, most));
}

}  // namespace

std::optional<Progression> ProgressionOf(const Dose& dose) {
  if (!dose.progression) {
    const OpenHold* open = OpenHoldOf(dose);
    return open == nullptr ? std::nullopt : ProgressionOfHold(*open, dose.hold->span);
  }
  Progression progression = *dose.progression;
  if (progression.from) return progression;
  const auto amount = AmountOf(dose, progression.of);
  if (!amount) return std::nullopt;
  progression.from = {amount->min, progression.span};
  return progression;
}

std::optional<int> StepsOf(const Progression& progression) {
  const auto& [from, to, by] = std::tie(progression.from, progression.to, progression.by);
  if (!to || by.value < 1 || to->value <= from->value) return std::nullopt;
  const int way = to->value - from->value;
  return way / by.value + (way % by.value == 0 ? 0 : 1);
}

bool IsWeekly(const Progression& progression, const Dose& dose) {
  return StepsBefore(1, progression, dose).has_value();
}

std::optional<Plan> PlanOf(const Dose& dose) {
  const auto progression = ProgressionOf(dose);
  if (!progression || progression->by.value < 1 || !IsWeekly(*progression, dose)) return std::nullopt;
  if (progression->to && !StepsOf(*progression)) return std::nullopt;
  Plan plan{.progression = *progression, .weeks = {}, .is_open = !progression->to};
  const int most = plan.is_open ? kOpenPlanWeeks : kMostPlanWeeks;
  for (int week = 1; week <= most; ++week) {
    plan.weeks.push_back(AmountInWeek(week, *progression, dose));
    if (progression->to && plan.weeks.back() == progression->to->value) break;
  }
  return plan;
}

Dose DoseInWeek(const Dose& dose, int week) {
  Dose then = dose;
  const auto plan = PlanOf(dose);
  if (!plan) return then;
  const int amount = AmountInWeek(std::clamp(week, 1, kMostPlanWeeks), plan->progression, dose);
  const Span span = plan->progression.from->span;
  auto* open = then.hold ? std::get_if<OpenHold>(&then.hold->value) : nullptr;
  const DoseField of = plan->progression.of;
  if (open != nullptr && of == DoseField::kHold) {
    open->start = Spanned<Seconds>{{amount, amount}, span};
  } else if (of == DoseField::kHold) {
    then.hold = Spanned<Hold>{Seconds{amount, amount}, span};
  } else {
    (of == DoseField::kReps ? then.reps : then.sets) = Spanned<Count>{{amount, amount}, span};
  }
  return then;
}

}  // namespace guidec
