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

// The dose's progression with `from`, as it is written or an open-ended hold grows. Nothing where the dose
// does not grow, or does not say from where.
std::optional<Progression> ProgressionOf(const Dose& dose);

// How many steps lead from the first amount to the last; nothing where none do.
std::optional<int> StepsOf(const Progression& progression);

// Whether the dose tells how a progression goes by the week: one by the session needs to know how many a
// week has.
bool IsWeekly(const Progression& progression, const Dose& dose);

struct Plan {
  Progression progression;  // with `from`
  std::vector<int> weeks;   // what is done as each week begins, from the first
  bool is_open = false;     // it goes on growing
};

// Ends with the week that brings the last amount. Nothing where the dose does not grow by the week.
std::optional<Plan> PlanOf(const Dose& dose);

// The dose as it is when a week begins, counted from 1 and cut to kMostPlanWeeks. A dose without a plan is
// the same each week.
Dose DoseInWeek(const Dose& dose, int week);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_PLAN_H_
