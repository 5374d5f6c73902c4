#include "model/dose/dose.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "model/dose/amount.h"

namespace guidec {
namespace dose_test {

TEST_CASE("an amount is a number with its unit") {
  const auto read = [](std::string_view text) {
    const auto parsed = ParseAmount(text);
    if (const auto* amount = std::get_if<Amount>(&parsed)) {
      return fmt::format("{}-{} {}{}: {}", amount->min, amount->max, amount->unit,
                         amount->is_duration ? " of time" : "", Spell(*amount));
    }
    const auto& error = std::get<QuantityError>(parsed);
    return fmt::format("{}-{} {}{}", error.begin, error.end, error.message,
                       error.replacement ? " → " + *error.replacement : "");
  };
  CHECK(read("30 s") == "30-30 seconds of time: 30 seconds");
  CHECK(read("2 min") == "120-120 minutes of time: 2 minutes");
  CHECK(read("1-2 min") == "60-120 minutes of time: 1 to 2 minutes");
  CHECK(read("60-90 s") == "60-90 seconds of time: 60 to 90 seconds");
  CHECK(read("90-120 s") == "90-120 seconds of time: 90 to 120 seconds");
  CHECK(read("12 repetitions") == "12-12 repetitions: 12 repetitions");
  CHECK(read("10-15 Sätze") == "10-15 Sätze: 10 to 15 Sätze");
  CHECK(read("4   steps") == "4-4 steps: 4 steps");
  CHECK(read("3 weeks a year") == "3-3 weeks a year: 3 weeks a year");
  CHECK(read("12") ==
        "0-2 `12` has no unit; write `12 s` for seconds, or what is counted, such as `12 repetitions`");
  CHECK(read("30s") == "0-3 write the duration as `30 s` → 30 s");
  CHECK(read("12reps") == "2-6 unknown unit `reps`; write `s` for seconds or `min` for minutes");
  CHECK(read("1000 steps") == "5-10 unknown unit `steps`; write `s` for seconds or `min` for minutes");
  CHECK(read("10000 m") == "0-5 `10000 m` is far too long for an exercise");
  CHECK(read("0 s") == "0-3 no time at all is no duration; leave the key out");
  CHECK(read("2 hours") ==
        "2-7 nobody holds or rests for hours, and a session's time is given in minutes; write `s` or `min`");
  CHECK(read("ten steps") == "0-9 `ten steps` is no duration; write a number and a unit, such as `30 s`");
}

TEST_CASE("what a dose says of each field") {
  Dose dose;
  dose.reps = Spanned<Count>{{8, 12}, {}};
  dose.sets = Spanned<Count>{{2, 3}, {}};
  dose.rest = Spanned<Seconds>{{60, 90}, {}};
  const auto text = [&](std::string_view name) { return PlaceholderText(dose, name).value_or("none"); };
  CHECK(text("hold") == "none");
  CHECK(AmountOf(dose, DoseField::kHold) == std::nullopt);
  CHECK(text("reps") == "8 to 12");
  CHECK(text("sets") == "2 to 3");
  CHECK(text("rest") == "60 to 90 seconds");
  CHECK(text("tempo") == "none");
  CHECK(AmountOf(dose, DoseField::kReps) == Count{8, 12});
  CHECK(AmountOf(dose, DoseField::kRest) == Count{60, 90});
  dose.hold = Spanned<Hold>{Seconds{20, 40}, {}};
  CHECK(text("hold") == "20 to 40 seconds");
  CHECK(AmountOf(dose, DoseField::kHold) == Count{20, 40});
  dose.language = "de";
  CHECK(text("hold") == "20–40 Sekunden");
  CHECK(text("reps") == "8–12");
  dose.hold = Spanned<Hold>{OpenHold{}, {}};
  CHECK(AmountOf(dose, DoseField::kHold) == std::nullopt);
  CHECK(SpellAmount(DoseField::kRest, 90) == "1 minute 30 seconds");
  CHECK(SpellAmount(DoseField::kSets, 90) == "90");
  CHECK(DoseFieldNamed("rest") == DoseField::kRest);
  CHECK(DoseFieldNamed("tempo") == std::nullopt);
}

std::string Shape(const MarkdownNode& node) {
  std::string shape = node.children.empty() ? node.value : "";
  for (const MarkdownNode& child : node.children) shape += (shape.empty() ? "" : "|") + Shape(child);
  return node.children.empty() ? shape : "(" + shape + ")";
}

TEST_CASE("placeholders are replaced by what they print, and join the text beside them") {
  Sources sources;
  const std::string yaml = "steps: ['Do {reps} for {hold}, **{sets} sets {nothing}** {a.b} end']\n";
  const Library library = LoadExample("exercises/plank.yaml", yaml, sources);
  const MarkdownNode& root = library.FindExercise("plank")->steps.front().root;
  Dose dose;
  dose.hold = Spanned<Hold>{Seconds{20, 20}, {}};
  dose.sets = Spanned<Count>{{2, 2}, {}};
  const MarkdownNode resolved = Resolved(root, &dose);
  CHECK(Shape(resolved) == "((Do {reps} for 20 seconds, |(2 sets {nothing})| {a.b} end))");
  const MarkdownNode& last = resolved.children.front().children.back();
  CHECK(last.end == root.children.front().children.back().end);
  CHECK(Shape(Resolved(root, nullptr)) == "((Do {reps} for {hold}, |({sets} sets {nothing})| {a.b} end))");
}

}  // namespace dose_test
}  // namespace guidec
