// A progression week by week: what a reader does in the first week, the second and so on.
#ifndef GUIDEC_MODEL_DOSE_PLAN_H_
#define GUIDEC_MODEL_DOSE_PLAN_H_

#include <optional>
#include <string>
#include <vector>

#include "model/dose/dose.h"

namespace guidec {

// Weeks that a plan is shown for: a year at the most, and eight where nothing ends it (guidec's own).
inline constexpr int kMostPlanWeeks = 52;
inline constexpr int kOpenPlanWeeks = 8;

// A growth of the dose, written as `progression` or as an open-ended hold's `start`, `add` and `each`.
// Amounts are seconds of a hold, repetitions or sets.
struct Growth {
  DoseField of = DoseField::kHold;
  int from = 0;
  std::optional<int> to;  // nothing: until the body ends it
  int by = 0;
  Interval every;
  Span from_span{};  // of what says each; of the progression's key where the dose does
  Span to_span{};
  Span by_span{};
  Span every_span{};
};

// Nothing where the dose does not grow, or does not say from where.
std::optional<Growth> GrowthOf(const Dose& dose);

// What the dose says of the field: the least of a range, the start of an open-ended hold.
std::optional<int> BaseOf(const Dose& dose, DoseField field);

// What the end of an open-ended hold names as its length, in English: "you reach two minutes".
struct HoldEnd {
  int seconds = 0;
  std::string words;  // "two minutes"
};
std::optional<HoldEnd> EndOf(const OpenHold& hold);

// How many steps lead from the first amount to the last; nothing where none do.
std::optional<int> StepsOf(const Growth& growth);

// Whether the dose tells how a growth goes by the week: one by the session needs to know how many a
// week has.
bool IsWeekly(const Growth& growth, const Dose& dose);

struct Plan {
  Growth growth;
  std::vector<int> weeks;  // what is done as each week begins, from the first
  bool is_open = false;    // it goes on growing
};

// Ends with the week that brings the last amount. Nothing where the dose does not grow by the week.
std::optional<Plan> PlanOf(const Dose& dose);

// The dose as it is when a week begins, counted from 1 and cut to kMostPlanWeeks. A dose without a plan is
// the same each week.
Dose DoseInWeek(const Dose& dose, int week);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_PLAN_H_
