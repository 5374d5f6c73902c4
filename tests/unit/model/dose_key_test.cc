#include <fstream>
#include <set>
#include <string>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "lint/example.h"
#include "model/dose/dose.h"
#include "model/prose/placeholder.h"

namespace guidec {
namespace dose_key_test {

struct Bench {
  Sources sources;
  Library library;

  explicit Bench(const std::string& dose, const std::string& language = "en") {
    const NamedText pieces[] = {{"guidec.yaml", fmt::format("language: {}\n", language)},
                                {"exercises/plank.yaml", fmt::format("dose:\n{}", dose)}};
    library = LoadExample(pieces, sources);
  }

  const Dose& dose() const { return library.FindExercise("plank")->dose; }
};

std::string NamesOf(const std::vector<DosePart>& parts) {
  std::string names;
  for (const DosePart& part : parts) names += fmt::format("{} ", part.name);
  return names;
}

constexpr char kWhole[] = R"yaml(  hold: 5-10 s
  reps: 10-15
  sets: 2
  rest: 1 min
  tempo: 3-1-3
  frequency: twice a week
  intensity: effort 5 of 10
  progression: {to: 20, by: 1, every: 2 weeks}
)yaml";

TEST_CASE("each key of a dose is read, and states its parts") {
  const Bench bench(kWhole);
  CHECK(NamesOf(PartsOf(bench.dose())) == "hold reps tempo sets rest frequency intensity ");
  REQUIRE(bench.dose().progression);
  CHECK(bench.dose().progression->to->value == 20);
  const Bench words("  hold: 30 s\n  progression: Hold a little longer each week.\n");
  CHECK(NamesOf(PartsOf(words.dose())) == "hold progression ");
}

TEST_CASE("the schema has the keys of the table, and no other") {
  std::ifstream file(GUIDEC_PROJECT "/schema/exercise.schema.json");
  const auto schema = nlohmann::json::parse(file);
  std::set<std::string> in_schema;
  for (const auto& item : schema.at("definitions").at("dose").at("properties").items())
    in_schema.insert(item.key());
  std::set<std::string> in_table;
  std::apply([&](const auto&... row) { (in_table.emplace(row.key), ...); }, kDoseKeys);
  CHECK(in_schema == in_table);
}

TEST_CASE("an open-ended hold has parts of its own") {
  const Bench bench("  hold: {until: you tire, start: 15 s, add: 5 s, each: week}\n");
  CHECK(NamesOf(PartsOf(bench.dose())) == "hold.until hold.start hold.add ");
  CHECK(OpenHoldOf(bench.dose())->each == Interval{1, Unit::kWeek});
}

TEST_CASE("a dose grows by the session, the day or the week") {
  const Bench months("  hold: 30 s\n  progression: {to: 60 s, by: 5 s, every: 2 months}\n");
  CHECK_FALSE(months.dose().progression);
  const Bench month("  hold: {until: you tire, start: 15 s, add: 5 s, each: month}\n");
  CHECK_FALSE(OpenHoldOf(month.dose())->each);
}

TEST_CASE("a placeholder prints a part of an open-ended hold in the dose's language") {
  const Bench german("  hold: {until: bis du müde wirst, start: 15 s, add: 5 s, each: week}\n", "de");
  CHECK(Printed(german.library, ProseUse{}, "plank.hold.start").value_or("nothing") == "15 Sekunden");
}

TEST_CASE("a dose carries what its words mean in figures, placeholders read, in English alone") {
  const Bench english(kWhole);
  REQUIRE(english.dose().frequency.meaning);
  CHECK(english.dose().frequency.meaning->times == Count{2, 2});
  REQUIRE(english.dose().intensity.meaning);
  CHECK(english.dose().intensity.meaning->value == Count{5, 5});
  const Bench german(kWhole, "de");
  CHECK_FALSE(german.dose().frequency.meaning);
  CHECK_FALSE(german.dose().intensity.meaning);
  const Bench printed("  hold: 30 s\n  frequency: \"{hip-stretch.sets} times a week\"\n");
  REQUIRE(printed.dose().frequency.meaning);
  CHECK(printed.dose().frequency.meaning->times ==
        printed.library.FindExercise("hip-stretch")->dose.sets->value);
  const Bench open("  hold: {until: you reach half a minute, start: 15 s}\n");
  REQUIRE(OpenHoldOf(open.dose())->until.meaning);
  CHECK(OpenHoldOf(open.dose())->until.meaning->words == "half a minute");
}

}  // namespace dose_key_test
}  // namespace guidec
