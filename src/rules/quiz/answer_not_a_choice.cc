#include "diag/rule.h"

namespace guidec::rules::answer_not_a_choice {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these is **not** a usual sign?
    choices:
      groin: Pain in your groin
      hip: Pain around your hip
      knee: Pain in your knee
    answer: nee # expect: QZ002 @ 13-16 "did you mean `knee`"
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
  - id: still-not-a-sign
    ask: Which of these is **not** a sign?
    choices:
      groin: Pain in your groin
      knee: Pain in your knee
      hip: Pain around your hip
    answer: b # expect: QZ002 @ 13-14 "write the choice's id, `knee`"
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: yes # expect: QZ002 @ 13-16 "write the answer as `true`"
    why: It spares your hips.
    proof: {claim: form-helps}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: It spares your hips.
    proof: {claim: form-helps}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    how-much: How long do you hold the hip stretch?
    answer: 30 # expect: QZ002 @ 13-15 "has no unit"
    why: You hold it for half a minute.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ002",
    .name = "answer-not-a-choice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The answer is none that the question can have.",
    .rationale =
        R"md(The key names choices by their ids: one after `ask`, a list after `choose-all` and `put-in-order`, for
each item its match after `match`. Letters are given when the quiz is printed, so that choices can be moved
without touching the key. A statement is `true` or `false`, and a number has its unit.)md",
    .source = "Haladyna, Downing, Rodriguez 2002: one and only one correct answer; guidec's source format",
    .examples = kExamples,
};

}  // namespace guidec::rules::answer_not_a_choice
