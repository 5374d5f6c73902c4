// Dates are compared as days; a review may be dated a day ahead, because `today` is UTC's.
#include <chrono>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/missing_key.h"
#include "text/calendar.h"

namespace guidec::rules::review_date {
namespace {

constexpr Threshold kMonths{"review-months", 24};
constexpr Threshold kThresholds[] = {kMonths};

void CheckReview(const Guide& guide, const Day& today, RuleContext& context) {
  const Node& root = guide.document->root;
  const Node* reviewed = root.Find("reviewed");
  if (reviewed == nullptr) {
    if (root.damaged || root.pairs.empty()) return;
    context.Report(PlaceOfMissing(root),
                   "the guide does not say when it was last checked; put the day under `reviewed`");
    return;
  }
  if (!guide.reviewed) return;
  const Day day = guide.reviewed->value;
  if (std::chrono::sys_days(day) > std::chrono::sys_days(today) + std::chrono::days(1)) {
    context.Report(reviewed->span,
                   fmt::format("the review is dated {}, which is still to come", WriteDay(day)));
    return;
  }
  const auto& every = guide.review_every;
  const int months =
      every ? every->value.count * MonthsIn(every->value.unit) : static_cast<int>(context.Value(kMonths));
  const Day due = AddMonths(day, months);
  if (today < due) return;
  Diagnostic& finding = context.Report(
      reviewed->span, fmt::format("the content was last checked on {} and was due again on {}; check it and "
                                  "put the new day here",
                                  WriteDay(day), WriteDay(due)));
  if (every) finding.labels.push_back({every->span, "how long a review holds"});
}

void Check(const Guide& guide, RuleContext& context) {
  if (const auto today = ReadDay(context.today())) CheckReview(guide, *today, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(reviewed: 2019-02-28 # expect: SF004 @ 11-21 "due again on 2021-02-28"
review-every: 2 years
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(reviewed: 2999-01-01 # expect: SF004 @ 11-21 "still to come"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(reviewed: 2026-02-30 # expect: SF004 @ 11-21 "calendar"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(# without: reviewed
id: hips # expect: SF004 @ 1-3 "`reviewed`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(reviewed: 2026-11-22
review-every: 99 years
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF004",
    .name = "review-date",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A guide's review is missing, overdue or in the future.",
    .rationale =
        R"md(Advice ages. A guide says under `reviewed` when somebody last checked it, and under `review-every` how long
that holds; without the latter, the threshold `review-months` does. `SOURCE_DATE_EPOCH` sets the day that
counts as today.)md",
    .source = "guidec's own: a review at least every 24 months",
    .thresholds = kThresholds,
    .examples = kExamples,
    .guide = Check,
};

}  // namespace guidec::rules::review_date
