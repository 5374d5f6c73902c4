#include "model/dose/stated_dose.h"

#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "text/tokens.h"

namespace guidec {
namespace {

std::string Described(std::string_view text) {
  std::string described;
  for (const StatedDose& stated : StatedDoses(Tokens(text))) {
    const Quantity& quantity = stated.quantity;
    described += fmt::format("{}{}: {}", described.empty() ? "" : "; ", FieldName(stated.field),
                             text.substr(quantity.begin, quantity.end - quantity.begin));
  }
  return described;
}

struct Case {
  std::string_view text;
  std::string_view described;
};

void CheckAll(std::span<const Case> cases) {
  for (const Case& test : cases) {
    INFO(test.text);
    CHECK(Described(test.text) == test.described);
  }
}

TEST_CASE("figures that are the dose") {
  static constexpr Case kCases[] = {
      {"Hold for 30 seconds.", "hold: 30 seconds"},
      {"Hold this position on each side for about thirty seconds.", "hold: thirty seconds"},
      {"Keep your back flat and hold for half a minute.", "hold: half a minute"},
      {"Hold 30 seconds, then do the other side.", "hold: 30 seconds"},
      {"Hold for 30 seconds, but do not bounce.", "hold: 30 seconds"},
      {"For 30 seconds, hold the stretch.", "hold: 30 seconds"},
      {"Stay there for a minute.", "hold: a minute"},
      {"The stretch is held for a minute.", "hold: a minute"},
      {"Keep this position for 20 to 40 s.", "hold: 20 to 40 s"},
      {"A 30-second hold eases your hip.", "hold: 30-second"},
      {"With your leg extended, hold for 30 seconds.", "hold: 30 seconds"},
      {"Reduce the arch in your back and hold for 30 seconds.", "hold: 30 seconds"},
      {"Hold for 30 seconds on the other side, too.", "hold: 30 seconds"},
      {"Hold for 30 seconds, and stop if it hurts.", "hold: 30 seconds"},
      {"Start from a plank and hold for 30 seconds.", "hold: 30 seconds"},
      {"Bend until you can touch your toes, then hold for 30 seconds.", "hold: 30 seconds"},
      {"Gradually lower your hips and hold for 30 seconds.", "hold: 30 seconds"},
      {"Add a towel under your knee and hold for 30 seconds.", "hold: 30 seconds"},
      {"Make your spine longer and hold for 30 seconds.", "hold: 30 seconds"},
      {"Pause for 2 seconds at the top.", "hold: 2 seconds"},
      {"Hold for a third of a minute.", "hold: a third of a minute"},
      {"Hold for 1,5 minutes.", "hold: 1,5 minutes"},
      {"Hold for 0:30.", "hold: 0:30"},
      {"Hold for 90\u2033.", "hold: 90\u2033"},
      {"Hold for 30\u00AD seconds.", "hold: 30\u00AD seconds"},
      {"Hold your foot for 30 seconds.", "hold: 30 seconds"},
      {"Do one repetition.", "reps: one repetition"},
      {"Do 10 to 15 repetitions.", "reps: 10 to 15 repetitions"},
      {"Repeat ten times on each side.", "reps: ten times"},
      {"Do two sets of twelve.", "sets: two sets; reps: twelve"},
      {"Rest for 15 seconds between sets.", "rest: 15 seconds"},
      {"Take 15 seconds of rest between sets.", "rest: 15 seconds"},
      {"Pause for 60 seconds between sets.", "rest: 60 seconds"},
  };
  CheckAll(kCases);
}

TEST_CASE("figures that may be something else") {
  static constexpr Case kCases[] = {
      {"Breathe in for 3 seconds.", ""},
      {"Pause between two sets.", ""},
      {"One circle equals 1 repetition.", ""},
      {"This is considered one rep.", ""},
      {"After one set on the right, change sides.", ""},
      {"Lift half of your one rep max.", ""},
      {"Pause between the two sets.", ""},
      {"Lower your hips over three seconds.", ""},
      {"Walk for 5 minutes to warm up.", ""},
      {"Hold on to a chair for 5 seconds.", ""},
      {"Hold your breath for 5 seconds.", ""},
      {"Take hold of your foot for 5 seconds.", ""},
      {"Take hold of your foot and wait for 5 seconds.", ""},
      {"Hold the bar and swing for 30 seconds.", ""},
      {"If that is too hard, hold for 10 seconds.", ""},
      {"Start with a hold of 10 seconds.", ""},
      {"Begin with 10 seconds and hold longer each week.", ""},
      {"Extend the hold to 60 seconds.", ""},
      {"Hold for 60 seconds if you can.", ""},
      {"Hold for 60 seconds unless it hurts.", ""},
      {"Slowly work up to holding for 60 seconds.", ""},
      {"Hold the 12\u2033 ball at 9:30 am.", ""},
      {"Build up to a 60-second hold.", ""},
      {"When you can hold for a minute, add a set.", ""},
      {"You cannot hold for 10 seconds.", ""},
      {"Do not hold for 60 seconds.", ""},
      {"Can you hold it for 60 seconds?", ""},
      {"Those who held it for 60 seconds had less pain.", ""},
      {"In a study the stretch is held for 60 seconds.", ""},
      {"Hold for another 10 seconds.", ""},
      {"Hold for more than a minute.", ""},
      {"Hold each stretch 30 seconds a day.", ""},
      {"Change legs after ten repetitions.", ""},
      {"Do two sets a day.", ""},
      {"Repeat three times a week.", ""},
      {"Breathe in and out three times.", ""},
      {"Repeat the breath three times.", ""},
      {"Rest for 15 minutes when you are done.", ""},
      {"Rest for two days.", ""},
      {"The pain lasts for 30 minutes.", ""},
  };
  CheckAll(kCases);
}

StatedDose Only(std::string_view text) {
  const auto stated = StatedDoses(Tokens(text));
  REQUIRE(stated.size() == 1);
  return stated.front();
}

TEST_CASE("figures are compared with the dose") {
  Dose dose;
  CHECK(Compare(Only("Hold for 30 seconds."), dose) == Agreement::kNoDose);
  dose.hold = Spanned<Hold>{Seconds{30, 30}, {}};
  CHECK(Compare(Only("Hold for half a minute."), dose) == Agreement::kAgrees);
  CHECK(Compare(Only("Hold for 45 seconds."), dose) == Agreement::kDiffers);
  CHECK(Compare(Only("Hold for at least 20 seconds."), dose) == Agreement::kAgrees);
  CHECK(Compare(Only("Hold for at least 40 seconds."), dose) == Agreement::kDiffers);
  CHECK(Compare(Only("Hold for up to a minute."), dose) == Agreement::kAgrees);
  CHECK(Compare(Only("Hold for up to 20 seconds."), dose) == Agreement::kDiffers);
  CHECK_FALSE(IsSameAsField(Only("Hold for up to a minute."), dose));
  CHECK(IsSameAsField(Only("Hold for up to 30 seconds."), dose));

  dose.hold = Spanned<Hold>{OpenHold{}, {}};
  CHECK(Compare(Only("Hold for 30 seconds."), dose) == Agreement::kDiffers);
  std::get<OpenHold>(dose.hold->value).start = Spanned<Seconds>{{30, 30}, {}};
  CHECK(Compare(Only("Hold for 30 seconds."), dose) == Agreement::kAgrees);
  CHECK_FALSE(IsSameAsField(Only("Hold for 30 seconds."), dose));

  dose.sets = Spanned<Count>{{3, 3}, {}};
  CHECK(Compare(Only("Repeat three times."), dose) == Agreement::kAgrees);
  CHECK(Compare(Only("Repeat two times."), dose) == Agreement::kAgrees);
  CHECK_FALSE(IsSameAsField(Only("Repeat two times."), dose));
  CHECK(Compare(Only("Repeat five times."), dose) == Agreement::kDiffers);
  dose.reps = Spanned<Count>{{10, 15}, {}};
  CHECK(Compare(Only("Repeat 10 to 15 times."), dose) == Agreement::kAgrees);
  CHECK(Compare(Only("Do 10 repetitions."), dose) == Agreement::kDiffers);
}

}  // namespace
}  // namespace guidec
