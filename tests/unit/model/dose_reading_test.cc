// How the sources' keys are read, and what is said of those that cannot be.
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "model/read/readers.h"

namespace guidec {
namespace dose_reading_test {

std::string Show(const std::optional<Spanned<int>>& amount) {
  return amount ? fmt::format("{}", amount->value) : "-";
}

std::string Growth(const std::string& dose) {
  Sources sources;
  const Library library = LoadExample("exercises/plank.yaml", "dose: {" + dose + "}\n", sources);
  const Dose& read = library.FindExercise("plank")->dose;
  if (!read.progression) return "none";
  const Progression& grows = *read.progression;
  return fmt::format("{} {}-{} by {} every {} at {}", FieldName(grows.of), Show(grows.from), Show(grows.to),
                     grows.by.value, Written(grows.every.value), sources[grows.span.source].Slice(grows.span));
}

TEST_CASE("a progression is about the field that it names or that its amounts fit") {
  const std::string week = "by: 1, every: week}";
  CHECK(Growth("hold: 5 s, reps: 8, progression: {to: 9 s, by: 1 s, every: week}") ==
        "hold --9 by 1 every 1 week at progression");
  CHECK(Growth("reps: 8, sets: 2, progression: {to: 9, " + week) == "reps --9 by 1 every 1 week at progression");
  CHECK(Growth("sets: 2, progression: {to: 9, " + week) == "sets --9 by 1 every 1 week at progression");
  CHECK(Growth("hold: 5 s, sets: 2, progression: {to: 9, " + week) == "sets --9 by 1 every 1 week at progression");
  CHECK(Growth("reps: 8, progression: {to: 9, " + week) == "reps --9 by 1 every 1 week at progression");
  CHECK(Growth("progression: {from: 3, to: 9, " + week) == "reps 3-9 by 1 every 1 week at progression");
  CHECK(Growth("reps: 8, sets: 2, progression: {of: sets, from: 2, to: 9, by: 1, every: 3 days}") ==
        "sets 2-9 by 1 every 3 days at progression");
  CHECK(Growth("reps: 8, progression: {of: hold, to: 9, " + week) == "none");
  CHECK(Growth("hold: 8 s, progression: {of: reps, to: 9, by: 1, every: 2 sessions}") ==
        "reps --9 by 1 every 2 sessions at progression");
  CHECK(Growth("reps: 8, progression: {to: 9-12, " + week) == "none");
  CHECK(Growth("reps: 8, progression: {from: many, to: 9, " + week) == "none");
  CHECK(Growth("reps: 8, progression: {by: 1, every: week}") == "none");
  CHECK(Growth("reps: 8, progression: {to: 9, every: week}") == "none");
  CHECK(Growth("reps: 8, progression: {to: 9, by: 1}") == "none");
  CHECK(Growth("reps: 8, progression: {to: 9, by: 1, every: month}") == "none");
}

std::string FaultsOf(std::string_view file, const std::string& yaml) {
  Sources sources;
  const Library library = LoadExample(file, yaml, sources);
  std::string text;
  for (const Fault& fault : library.faults) {
    text += fmt::format("{} `{}` {}", fault.rule.name, sources[fault.span.source].Slice(fault.span), fault.message);
    if (fault.fix) {
      text += fmt::format(" → {} for `{}`{}", fault.fix->title,
                          sources[fault.span.source].Slice(fault.fix->edits.front().span),
                          fault.fix->safety == Safety::kSafe ? "" : ", unsafe");
    }
    text += "\n";
  }
  return text;
}

TEST_CASE("what a dose says and cannot be read is told where it stands") {
  const auto faults = [](const std::string& dose) { return FaultsOf("exercises/plank.yaml", "dose:\n  " + dose); };
  CHECK(faults("hold: 30 sec.\n") ==
        "duration-without-unit `sec.` write the duration as `30 s` → write `30 s` for `30 sec.`\n");
  CHECK(faults("hold: [30 s]\n") ==
        "duration-without-unit `hold` `hold` wants a duration, such as `30 s`\n");
  CHECK(faults("reps: {a: b}\n") ==
        "bad-count `reps` `reps` wants a count, such as `12` or `10-15`\n");
  CHECK(faults("tempo: [3]\n") ==
        "bad-tempo `tempo` `tempo` wants a tempo, such as `3-1-3`\n");
  CHECK(faults("rest: 20-30 s\n") ==
        "duration-without-unit `20-30 s` `rest` is one duration, such as `30 s`; only a hold may be a range\n");
  CHECK(faults("reps: 8\n  progression: {to: 9-12, by: 1, every: week}\n") ==
        "bad-count `9-12` `to` of a progression is one count, such as `12`\n");
  CHECK(faults("hold: 5 s\n  frequency: twise a day\n") ==
        "unclear-frequency `twise` `twise` is no word for how often; did you mean `twice`? → write "
        "`twice` for `twise`, unsafe\n");
  CHECK(faults("hold: 5 s\n  frequency: \"**twise** a day\"\n") ==
        "unclear-frequency `twise` `twise` is no word for how often; did you mean `twice`? → write "
        "`twice` for `twise`, unsafe\n");
  CHECK(faults("hold: 5 s\n  intensity: RPE 25\n") ==
        "intensity-off-scale `25` `25` is not on the scale from 6 to 20; correct the number\n");
  CHECK(faults("hold: 5 s\n  frequency: |\n    twice a day\n\n    twise a day\n") ==
        "unclear-frequency `twise` `twise` is no word for how often; did you mean `twice`? → write "
        "`twice` for `twise`, unsafe\n");
  CHECK(faults("hold: 5 s\n  frequency: \"{hip-stretch.sets} times\"\n") ==
        "unclear-frequency `{hip-stretch.sets} times` nothing says in which time; add `a day` or `a week`\n");
}

TEST_CASE("a day that the calendar does not have is told") {
  CHECK(FaultsOf("guides/hips/guide.yaml", "reviewed: 2026-02-30\n") ==
        "review-date `2026-02-30` the calendar has no 2026-02-30\n");
}

TEST_CASE("several paragraphs say more than a figure") {
  Sources sources;
  const Library library = LoadExample(
      "exercises/plank.yaml", "dose:\n  hold: 5 s\n  frequency: |\n    twice a day\n\n    once a day\n", sources);
  CHECK_FALSE(library.FindExercise("plank")->dose.frequency.meaning);
}

TEST_CASE("an exercise's keys are read, its sides and its name from the file") {
  const NamedText pieces[] = {
      {"exercises/squat.yaml",
       "# yaml-language-server: $schema=../../schema/exercise.schema.json\nname: Squat\nsides: both\n"
       "stop-if: It hurts.\ncautions: [Go slowly., {a: b}, Breathe.]\ntargets: glutes\nequipment: a mat\n"
       "pictures:\n  - {file: a.png, alt: A, caption: B}\n  - {file: b.png, alt: C}\n"}};
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  const Exercise* squat = library.FindExercise("squat");
  REQUIRE(squat != nullptr);
  CHECK(squat->sides.value == Sides::kTogether);
  CHECK(squat->sides.span.size() == 0);
  REQUIRE(squat->stop_if.size() == 1);
  CHECK(PlainText(squat->stop_if.front().root) == "It hurts.");
  REQUIRE(squat->cautions.size() == 2);
  CHECK(PlainText(squat->cautions.back().root) == "Breathe.");
  REQUIRE(squat->targets.size() == 1);
  CHECK(squat->targets.front().value == "glutes");
  CHECK(squat->equipment.empty());
  REQUIRE(squat->pictures.size() == 2);
  CHECK(squat->pictures[0].file.value == "a.png");
  CHECK(PlainText(squat->pictures[0].alt.root) == "A");
  CHECK(PlainText(squat->pictures[0].caption.root) == "B");
  CHECK_FALSE(squat->pictures[1].caption);
  CHECK(sources[squat->pictures[1].span.source].Slice(squat->pictures[1].span) == "file");
  CHECK(library.FindExercise("hip-stretch")->sides.value == Sides::kEach);
  CHECK(library.FindExercise("hip-stretch")->sides.span.size() == 4);
  CHECK(library.FindExercise("plan") == nullptr);
  CHECK(library.FindExercise("zebra") == nullptr);
}

std::string Kind(const Block& block) {
  static constexpr std::string_view kKinds[] = {"text", "list", "protocol", "exercises", "claim", "advice", "callout"};
  return std::string(kKinds[block.content.index()]);
}

TEST_CASE("a guide's keys and blocks are read") {
  Sources sources;
  const Library library = LoadExample("guides/hips/guide.yaml", R"yaml(# without: id
audience: Runners
language: de-CH
reviewed: 2026-02-30
review-every: 2 weeks
introduction:
  - text: Hello.
    cites: [a, b]
  - callout: tip
    title: Tip
    text: Rest.
  - advice: slow
    title: Go slowly
    why: It helps.
    how: [Step by step., Day by day.]
  - claim: one
    text: One.
    truth: "NO"
  - claim: two
    text: Two.
    truth: On
  - claim: three
    text: Three.
    truth: perhaps
  - claim: four
    text: Four.
    truth:
  - nothing: here
  - list: mixed
    items: {a: A, b: {text: B, tags: [x, y]}, c: [C]}
  - protocol: steps
    steps: {a: A, b: {title: T, text: B}}
routine: {title: Session, text: All., exercises: [plank], total: 1-2 min}
)yaml",
                                      sources);
  const Guide& guide = library.guides.front();
  CHECK(guide.id.value == "hips");
  CHECK(guide.language == "de-CH");
  CHECK_FALSE(guide.reviewed);
  CHECK_FALSE(guide.review_every);
  CHECK(ReviewedOn(guide).empty());
  CHECK(PlainText(guide.audience.root) == "Runners");
  CHECK(guide.seek_help_if.size() == 1);
  CHECK(guide.authors.size() == 1);
  CHECK(guide.licence.value == "CC-BY-4.0");
  CHECK(guide.version.value == "1.0.0");
  std::string kinds;
  for (const Block& block : guide.introduction) {
    kinds += fmt::format("{} at {} ", Kind(block), sources[block.span.source].Slice(block.span));
  }
  CHECK(kinds ==
        "text at text callout at callout advice at advice claim at claim claim at claim claim at claim claim at claim "
        "list at list protocol at protocol ");
  REQUIRE(guide.introduction.size() == 9);
  REQUIRE(guide.introduction[0].cites.size() == 2);
  CHECK(guide.introduction[0].cites[1].value == "b");
  const auto& callout = std::get<CalloutBlock>(guide.introduction[1].content);
  CHECK(callout.kind + PlainText(callout.title.root) + PlainText(callout.text.root) == "tipTipRest.");
  const auto& advice = std::get<AdviceBlock>(guide.introduction[2].content);
  CHECK(PlainText(advice.title.root) + PlainText(advice.why.root) == "Go slowlyIt helps.");
  REQUIRE(advice.how.size() == 2);
  const auto claim = [&](std::size_t i) {
    const auto& read = std::get<ClaimBlock>(guide.introduction[i].content);
    return fmt::format("{} {} {}", read.id.value, read.truth,
                       read.unreadable_truth ? sources[read.unreadable_truth->source].Slice(*read.unreadable_truth)
                                             : "");
  };
  CHECK(claim(3) == "one false ");
  CHECK(claim(4) == "two true ");
  CHECK(claim(5) == "three true perhaps");
  CHECK(claim(6) == "four true truth");
  const auto& list = std::get<ListBlock>(guide.introduction[7].content);
  REQUIRE(list.items.size() == 2);
  CHECK(PlainText(list.items[0].text.root) + PlainText(list.items[1].text.root) == "AB");
  CHECK(list.items[1].tags.size() == 2);
  const auto& protocol = std::get<ProtocolBlock>(guide.introduction[8].content);
  REQUIRE(protocol.steps.size() == 2);
  CHECK_FALSE(protocol.steps[0].title);
  CHECK(PlainText(protocol.steps[1].title.root) + PlainText(protocol.steps[1].text.root) == "TB");
  REQUIRE(guide.routine);
  CHECK(PlainText(guide.routine->title.root) + PlainText(guide.routine->text.root) == "SessionAll.");
  CHECK_FALSE(guide.routine->total);
  std::string anchors;
  for (const Id* id : AnchorsOf(guide)) anchors += id->value + " ";
  CHECK(anchors ==
        "slow one two three four mixed steps signs symptoms rice form-helps exercises hip-stretch plank ");
  CHECK(AllBlocks(guide).size() == 13);
  CHECK(guide.references.size() == 1);
  CHECK(library.FindTerm("hip-flexors") != nullptr);
  CHECK(library.FindTerm("hip-flexor") == nullptr);
}

TEST_CASE("settings are read, and keep their defaults where they say nothing that is known") {
  Sources sources;
  const Library library = LoadExample("guidec.yaml", R"yaml(language: no tag
outputs:
  paper: letter
  quiz-versions: 3
  quiz-seed: 9
  large-print: true
  to: [html, odt]
  editions: [instructor, teacher]
  answers: chapter
timing: {get-ready: 0 s, change-sides: 5 s, between-exercises: 15-20 s, repetition: 4 s, open-hold: 1 min}
rules: {rule-a: off, rule-b: error}
paths:
  - {files: ["guides/**"], rules: {rule-c: off}}
  - {rules: {rule-d: off}}
  - {files: [a, b], rules: {rule-e: warning}}
thresholds: {most-words: 12.5, odd: many}
accept: ["[a-z]+ly", "[a"]
)yaml",
                                      sources);
  const Workspace& workspace = library.workspace;
  CHECK(workspace.name == "Example");
  CHECK(workspace.language == "en-US");
  CHECK(workspace.print == PrintSettings{{"large-print", "true"}, {"paper", "letter"}});
  CHECK(workspace.quiz_versions == 3);
  CHECK(workspace.quiz_seed == 9);
  CHECK(workspace.formats == std::vector<std::string>{"html", "odt"});
  CHECK(workspace.editions == std::vector<Edition>{Edition::kInstructor});
  CHECK(workspace.answers == AnswerPlace::kChapter);
  REQUIRE(workspace.timing);
  CHECK(workspace.timing->get_ready == Seconds{0, 0});
  CHECK(workspace.timing->change_sides == Seconds{5, 5});
  CHECK(workspace.timing->between_exercises == Seconds{0, 0});
  CHECK(workspace.timing->repetition == Seconds{4, 4});
  CHECK(workspace.timing->open_hold == Seconds{60, 60});
  std::string settings;
  for (const RuleSetting& setting : workspace.rule_settings) {
    settings += fmt::format("{} {} {} {}, ", setting.key.value, setting.severity, setting.files.size(), setting.block);
  }
  CHECK(settings == "rule-a off 0 0, rule-b error 0 0, rule-c off 1 1, rule-e warning 2 2, ");
  REQUIRE(workspace.thresholds.size() == 1);
  CHECK(workspace.thresholds.at("most-words").value == 12.5);
  CHECK(workspace.accept.size() == 1);
  CHECK(WordsOf("# names\npsoas\r\n\n  \nhip flexor  \n#\nlast") ==
        std::vector<std::string>{"psoas", "hip flexor", "last"});
  Sources others;
  const Library plain = LoadExample("guidec.yaml", "outputs: {large-print: false, answers: details}\n", others);
  CHECK(plain.workspace.print == kPrintDefaults);
  CHECK(plain.workspace.answers == AnswerPlace::kDetails);
  CHECK(plain.workspace.formats == std::vector<std::string>{"epub", "pdf", "json"});
  CHECK(plain.workspace.editions.size() == 2);
  CHECK(plain.workspace.rule_settings.empty());
}

}  // namespace dose_reading_test
}  // namespace guidec
