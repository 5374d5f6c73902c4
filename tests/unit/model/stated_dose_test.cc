#include "model/dose/stated_dose.h"

#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "text/tokens.h"

namespace guidec {
namespace stated_dose_test {

std::string Described(std::string_view text, TextForm form = TextForm::kSentences) {
  std::string described;
  for (const StatedDose& stated : StatedDoses(Tokens(text), form)) {
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
      {"Do not hold for up to a minute.", ""},
      {"Hold for 30 seconds daily.", ""},
      {"Stay there for 30 seconds of pain.", ""},
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

TEST_CASE("each sign of another dose takes the figure away by itself") {
  static constexpr Case kCases[] = {
      {"Hold for 30 seconds, increasing towards the top.", ""},
      {"Hold for 30 seconds and add a set.", ""},
      {"Hold for 30 seconds instead.", ""},
      {"Hold for 30 seconds rather than bounce.", ""},
      {"Stay for 60 seconds, longer than before.", ""},
      {"Stay for 60 seconds, even longer.", ""},
      {"Stay for 60 seconds, but not too long.", ""},
      {"Once you can hold for 60 seconds, rest.", ""},
      {"Hold for 30 seconds at first.", ""},
      {"Hold for 30 seconds over time.", ""},
      {"If you like, hold for 30 seconds.", ""},
      {"Hold for 30 seconds whether it hurts.", ""},
      {"Hold for 30 seconds. Rest if you like.", "hold: 30 seconds"},
      {"Hold it starting with 10 seconds.", ""},
      {"Hold it, starting on 10 seconds hold.", "hold: 10 seconds"},
      {"Start with holds of about some 10 seconds.", ""},
      {"Start with holds of just about some 10 seconds.", "hold: 10 seconds"},
      {"Hold for over a minute.", ""},
      {"Hold for 30 seconds a day.", ""},
      {"Never hold for 30 seconds.", ""},
      {"Never mind; hold for 30 seconds.", "hold: 30 seconds"},
      {"Never mind. Hold for 30 seconds.", "hold: 30 seconds"},
      {"Hold for between 20 and 30 seconds.", "hold: 20 and 30 seconds"},
      {"Hold for 30 seconds. Rest for a minute between sets. Can you?", "hold: 30 seconds; rest: a minute"},
  };
  CheckAll(kCases);
}

TEST_CASE("what is counted, held and rested is told by the words beside it") {
  static constexpr Case kCases[] = {
      {"Do one set.", "sets: one set"},
      {"Finish one set on the right.", ""},
      {"Finish two sets.", "sets: two sets"},
      {"Finish one to two sets.", "sets: one to two sets"},
      {"Perform one repetition.", "reps: one repetition"},
      {"Finish one repetition.", ""},
      {"Finish two repetitions.", "reps: two repetitions"},
      {"Finish one to two repetitions.", "reps: one to two repetitions"},
      {"Lift it three times and cough.", ""},
      {"Ten times, lift it.", ""},
      {"Lift it. Ten times it hurts.", ""},
      {"Do a 30-second side plank.", "hold: 30-second"},
      {"Do a 30-second slow side plank.", ""},
      {"Do a 30-second walk. Hold.", ""},
      {"Hold the bent leg out high up in front 30 seconds.", "hold: 30 seconds"},
      {"Hold the bent leg out high up right in front 30 seconds.", ""},
      {"Hold it. Lie there for 30 seconds.", ""},
      {"Held for a minute, it eases you.", ""},
      {"Good. Held for a minute, it eases you.", ""},
      {"The leg, being held for a minute, eases.", "hold: a minute"},
      {"Pause for 2 seconds, then lower.", ""},
      {"Remain so for a minute.", "hold: a minute"},
      {"Keep your back flat for 30 seconds.", ""},
      {"Keep still for 30 seconds.", "hold: 30 seconds"},
      {"Hold the breath for 30 seconds.", ""},
      {"Hold the leg of your breath for 30 seconds.", "hold: 30 seconds"},
      {"Rest for 15 seconds in between.", "rest: 15 seconds"},
      {"Rest for 15 seconds before the next set.", "rest: 15 seconds"},
      {"Rest 15 seconds between sets.", "rest: 15 seconds"},
      {"Take 15 seconds break between sets.", "rest: 15 seconds"},
      {"15 seconds between sets.", ""},
      {"For 15 seconds between sets, walk.", ""},
      {"Walk for 15 seconds between sets.", ""},
  };
  CheckAll(kCases);
}

TEST_CASE("a caption needs no verb for a figure at its end or the end of a part") {
  static constexpr Case kCases[] = {
      {"Hips lifted, for 30 seconds", "hold: 30 seconds"},
      {"Hips lifted \u2014 30 seconds", "hold: 30 seconds"},
      {"30 seconds, hips lifted", "hold: 30 seconds"},
      {"Hips lifted (30 seconds)", "hold: 30 seconds"},
      {"Arms out, ten times", "reps: ten times"},
      {"Arms out ten times", ""},
      {"Hips lifted 30 seconds", ""},
      {"For 30 seconds with your hips up", ""},
      {"Hips lowered, for a 30-second", ""},
      {"Breathing out, for 30 seconds", ""},
      {"Two sets, 30 seconds", "sets: Two sets"},
      {"Hips up. For 30 seconds. Arms out", "hold: 30 seconds"},
  };
  for (const Case& test : kCases) {
    INFO(test.text);
    CHECK(Described(test.text, TextForm::kCaption) == test.described);
  }
  CHECK(Described("Hips lifted, for 30 seconds").empty());
  CHECK(Described("Arms out, ten times").empty());
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

TEST_CASE("a range agrees with the same range, a bound with what keeps to it") {
  const auto compared = [](std::string_view text, const Dose& dose) {
    const StatedDose stated = Only(text);
    const Agreement agreement = Compare(stated, dose);
    return fmt::format("{} {}{}", FieldName(FieldMeant(stated, dose)),
                       agreement == Agreement::kAgrees    ? "agrees"
                       : agreement == Agreement::kDiffers ? "differs"
                                                          : "none",
                       IsSameAsField(stated, dose) ? " same" : "");
  };
  Dose held;
  held.hold = Spanned<Hold>{Seconds{20, 40}, {}};
  CHECK(compared("Hold for 20 to 40 seconds.", held) == "hold agrees same");
  CHECK(compared("Hold for 20 to 30 seconds.", held) == "hold differs");
  CHECK(compared("Hold for 30 to 40 seconds.", held) == "hold differs");
  CHECK(compared("Hold for at least 20 seconds.", held) == "hold agrees");
  CHECK(compared("Hold for at least 21 seconds.", held) == "hold differs");
  CHECK(compared("Hold for at least 20 to 40 seconds.", held) == "hold agrees");
  CHECK(compared("Hold for up to 40 seconds.", held) == "hold agrees");
  CHECK(compared("Hold for up to 39 seconds.", held) == "hold differs");
  CHECK(compared("Hold for up to 30 to 40 seconds.", held) == "hold agrees");
  CHECK(compared("Rest for 15 seconds between sets.", held) == "rest none");
  CHECK(compared("Repeat three times.", held) == "reps none");

  Dose open;
  open.hold = Spanned<Hold>{OpenHold{}, {}};
  CHECK(compared("Hold for up to a minute.", open) == "hold agrees");
  CHECK(compared("Do ten repetitions.", open) == "reps none");

  Dose sets;
  sets.sets = Spanned<Count>{{3, 4}, {}};
  CHECK(compared("Repeat three to four times.", sets) == "sets agrees same");
  CHECK(compared("Repeat two to three times.", sets) == "sets agrees");
  CHECK(compared("Repeat two to four times.", sets) == "sets differs");
  CHECK(compared("Repeat one to two times.", sets) == "sets differs");
  CHECK(compared("Do three to four sets.", sets) == "sets agrees same");
  CHECK(compared("Do two to three sets.", sets) == "sets differs");
  sets.reps = Spanned<Count>{{8, 8}, {}};
  CHECK(compared("Repeat eight times.", sets) == "reps agrees same");
  CHECK(compared("Repeat two to three times.", sets) == "reps agrees");
}

TEST_CASE("a dose has a field, lacks it or may have lost it") {
  Sources sources;
  const Library library = LoadExample("exercises/plank.yaml",
                                      "dose:\n  hold: 30 s\n  sets: soon\n  reps: [1,\n    2]\n", sources);
  const Exercise& plank = *library.FindExercise("plank");
  const auto text_of = [&](DoseField field) {
    const Pair* pair = FindDoseField(plank, field);
    return pair == nullptr ? "none" : std::string(sources[pair->key.span.source].Slice(SpanOfDoseField(*pair)));
  };
  CHECK(text_of(DoseField::kHold) == "30 s");
  CHECK(text_of(DoseField::kSets) == "soon");
  CHECK(text_of(DoseField::kReps) == "reps");
  CHECK(text_of(DoseField::kRest) == "none");
  CHECK(LacksDoseField(plank, DoseField::kRest));
  CHECK_FALSE(LacksDoseField(plank, DoseField::kSets));
  Sources others;
  const Library without = LoadExample("exercises/plank.yaml", "# without: dose\n", others);
  CHECK(FindDoseField(*without.FindExercise("plank"), DoseField::kHold) == nullptr);
  CHECK(LacksDoseField(*without.FindExercise("plank"), DoseField::kHold));
}

}  // namespace stated_dose_test
}  // namespace guidec
