#include "model/quiz/question.h"

#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "lint/example.h"
#include "model/quiz/asked.h"
#include "model/quiz/choice_figure.h"
#include "model/quiz/coverage.h"
#include "model/quiz/kind.h"
#include "model/quiz/named_parts.h"

namespace guidec {
namespace question_test {

struct Row {
  std::string_view text;
  std::string_view read;
};

TEST_CASE("a choice that is a number has one, and the words around it") {
  static constexpr Row kRows[] = {
      {"30 seconds", "30-30, quantity 0 #, unit"},
      {"Hold it for 1 minute", "60-60, quantity 0 hold it for #, unit"},
      {"at least 30 seconds", "30-inf, quantity 0 #, unit"},
      {"up to 30 seconds", "0-30, quantity 0 #, unit"},
      {"20 to 30 seconds", "20-30, quantity 0 #, unit"},
      {"ten repetitions", "10-10, quantity 1 #, unit"},
      {"2 sets of 10", "none"},
      {"ten seconds or 5 seconds", "none"},
      {"12", "12-12, figure #"},
      {"Four", "4-4, figure #"},
      {"Four to six", "4-6, figure #"},
      {"Six to four", "none"},
      {"Four days", "none"},
      {"10-15 %", "10-15, figure # %, unit"},
      {"10 to 15 %", "10-15, figure # %, unit"},
      {"2 days", "2-2, figure # day, unit"},
      {"2 - days", "2-2, figure # - day"},
      {"In 2 (or so)", "2-2, figure in # ( or so )"},
      {"1.5", "1.5-1.5, figure #"},
      {"At least 2", "2-2, figure at least #"},
      {"2 days from 3", "none"},
      {"from 2 days on", "2-2, figure from # day on"},
      {"1,000", "none"},
      {"10-15-20", "none"},
      {"-5", "none"},
      {"$5", "none"},
      {"Rest", "none"},
      {"", "none"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    const auto figure = ReadChoiceFigure(row.text);
    CHECK((figure ? fmt::format("{}-{}, {}{}", figure->low, figure->high, figure->rest,
                                figure->HasUnit() ? ", unit" : "")
                  : "none") == row.read);
  }
}

TEST_CASE("a figure holds another that lies within it and is of the same kind") {
  const auto holds = [](std::string_view one, std::string_view other) {
    return ReadChoiceFigure(one)->Holds(*ReadChoiceFigure(other));
  };
  CHECK(holds("20-30 s", "20-30 s"));
  CHECK(holds("20-30 s", "25 s"));
  CHECK_FALSE(holds("20-30 s", "19-30 s"));
  CHECK_FALSE(holds("20-30 s", "20-31 s"));
  CHECK_FALSE(holds("20-30 s", "25 repetitions"));
  CHECK(holds("at least 20 s", "at least 30 s"));
}

Choice ChoiceOf(const Node& node) {
  return {{}, PlainProse(node)};
}

TEST_CASE("a choice that only speaks of the others is told from one that says something of its own") {
  const auto refers = [](std::string_view text) {
    Node node;
    node.text = text;
    return RefersToOthers(ChoiceOf(node));
  };
  for (const std::string_view text :
       {"All of the above", "None of the above, I think", "Any the above", "Both A and B", "Neither a nor c",
        "Answer both d or e", "All of these", "Neither of them", "Both of the choices", "none of these other options",
        "A and C", "All three", "All five"}) {
    INFO(text);
    CHECK(refers(text));
  }
  for (const std::string_view text : {"", "All of it", "None of these signs lasts", "Both a and f", "A and C and more",
                                      "All three of your hips", "Vitamin a and b"}) {
    INFO(text);
    CHECK_FALSE(refers(text));
  }
}

TEST_CASE("choices are lettered on and on") {
  CHECK(ChoiceLetter(0) == "A");
  CHECK(ChoiceLetter(25) == "Z");
  CHECK(ChoiceLetter(26) == "AA");
  CHECK(ChoiceLetter(27) == "AB");
  CHECK(ChoiceLetter(51) == "AZ");
  CHECK(ChoiceLetter(52) == "BA");
  CHECK(ChoiceLetter(701) == "ZZ");
  CHECK(ChoiceLetter(702) == "AAA");
}

std::string Answered(std::string_view question) {
  Sources sources;
  const Library library = LoadExample("guides/hips/quiz.yaml",
                                      "questions:\n  - {id: q, " + std::string(question) + "}\n", sources);
  const Question& parsed = library.guides.front().quiz->questions.front();
  const Span place = AnswerSpan(parsed);
  const Scoring scoring = ScoringOf(parsed);
  std::string right;
  for (const Choice& choice : parsed.choices) {
    if (IsRight(parsed, choice)) right += " " + choice.id.value;
  }
  const Choice* key = KeyOf(parsed);
  std::string groups;
  for (const auto group : ChoiceGroupsOf(parsed)) groups += fmt::format(" {}", group.size());
  return fmt::format("{} at `{}`, right:{}, key: {}, groups:{}, {} {}{}", AnswerText(parsed),
                     sources[place.source].Slice(place), right, key == nullptr ? "none" : key->id.value, groups,
                     scoring.method, scoring.parts, HasFittingAnswer(parsed) ? ", fits" : "");
}

TEST_CASE("what a question's answer is, and how it is scored") {
  static constexpr Row kRows[] = {
      {"ask: Q, choices: {a: A, b: B, c: C}, answer: b",
       "b at `b`, right: b, key: b, groups: 3, all-or-nothing 1, fits"},
      {"ask: Q, choices: {a: A, b: B}, answer: c",
       "c at `c`, right:, key: none, groups: 2, all-or-nothing 1"},
      {"ask: Q, choices: {a: A, b: B}", "none at `id`, right:, key: none, groups: 2, all-or-nothing 1"},
      {"choose-all: Q, choices: {a: A, b: B, c: C}, answer: [a, c]",
       "a, c at `answer`, right: a c, key: none, groups: 3, each-choice 3, fits"},
      {"choose-all: Q, choices: {a: A, b: B}, answer: [a, a]",
       "a, a at `answer`, right: a, key: none, groups: 2, each-choice 2"},
      {"choose-all: Q, choices: {a: A, b: B}, answer: [a, c]",
       "a, c at `answer`, right: a, key: none, groups: 2, each-choice 2"},
      {"put-in-order: Q, choices: {a: A, b: B}, answer: [b, a]",
       "b, a at `answer`, right: a b, key: none, groups: 2, each-place 2, fits"},
      {"put-in-order: Q, choices: {a: A, b: B, c: C}, answer: [b, a]",
       "b, a at `answer`, right: a b, key: none, groups: 3, each-place 3"},
      {"match: Q, choices: {a: A, b: B}, with: {x: X, y: Y, z: Z}, answer: {a: x, b: x}",
       "a with x, b with x at `answer`, right:, key: none, groups: 2 3, each-pair 2, fits"},
      {"match: Q, choices: {a: A, b: B}, with: {x: X, y: Y}, answer: {a: x}",
       "a with x at `answer`, right:, key: none, groups: 2 2, each-pair 2"},
      {"match: Q, choices: {a: A}, with: {x: X, y: Y}, answer: {a: z}",
       "a with z at `answer`, right:, key: none, groups: 1 2, each-pair 1"},
      {"true-or-false: Q, answer: false",
       "false at `false`, right:, key: none, groups:, all-or-nothing 1, fits"},
      {"how-much: Q, answer: 30 s", "30 s at `30 s`, right:, key: none, groups:, all-or-nothing 1, fits"},
      {"how-much: Q, answer: soon", "soon at `soon`, right:, key: none, groups:, all-or-nothing 1"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Answered(row.text) == row.read);
  }
}

std::string FaultsOf(std::string_view question) {
  Sources sources;
  const Library library = LoadExample("guides/hips/quiz.yaml",
                                      "questions:\n  - {id: q, " + std::string(question) + "}\n", sources);
  std::string text;
  for (const Fault& fault : library.faults) {
    if (fault.rule.name != "answer-not-a-choice") continue;
    text += fmt::format("{}`{}` {}", text.empty() ? "" : "; ", sources[fault.span.source].Slice(fault.span),
                        fault.message);
    for (const Label& label : fault.labels) {
      text += fmt::format(" | `{}` {}", sources[label.span.source].Slice(label.span), label.message);
    }
    if (fault.fix) {
      text += fmt::format(" → {} ({})", fault.fix->title, fault.fix->safety == Safety::kSafe ? "safe" : "unsafe");
    }
  }
  return text;
}

TEST_CASE("the kinds of questions say how they differ") {
  std::string text;
  for (const QuestionKind* kind : AllQuestionKinds()) {
    text += fmt::format("{} {}", kind->key, kind->name);
    for (const auto& [is_so, words] :
         {std::pair(kind->has_wrong_choices, ", wrong choices"), std::pair(kind->has_one_key, ", one key"),
          std::pair(kind->has_matches, ", matches"), std::pair(kind->is_statement, ", statement"),
          std::pair(kind->is_order, ", order"), std::pair(kind->is_number, ", number")}) {
      if (is_so) text += words;
    }
    static constexpr std::string_view kVerdicts[] = {"one of", "each", "in turn"};
    text += fmt::format(": {} | {} | {} | {} | {}\n", kind->wanted_answer, kind->left_out, kind->usual_proof,
                        kVerdicts[static_cast<std::size_t>(kind->verdicts)], kind->scoring);
  }
  CHECK(text ==
        "true-or-false true-or-false, statement: `answer: true` or `answer: false` |  | {claim: …} | one of | "
        "all-or-nothing\n"
        "choose-all multiple-choice, wrong choices: the ids of all right choices as `answer: [..., ...]` |  | "
        "{in: …} | each | each-choice\n"
        "put-in-order ordering, order: the ids of the items in their order as `answer: [..., ...]` | its place | "
        "{in-order-of: …} | in turn | each-place\n"
        "match matching, matches: for each item its match as `answer: {item: match}` | its match | {field: kind, "
        "is: each} | one of | each-pair\n"
        "how-much number, number: a number with its unit, such as `answer: 30 s` |  | {value: …} | in turn | "
        "all-or-nothing\n"
        "ask single-choice, wrong choices, one key: the id of the right choice as `answer` |  | {in: …} | one of "
        "| all-or-nothing\n");
}

nlohmann::json SchemaOfQuestions(const std::string& name) {
  std::ifstream file(GUIDEC_PROJECT "/schema/" + name);
  return nlohmann::json::parse(file).at("definitions").at("question");
}

TEST_CASE("kinds are looked for in the order of the schema, and the bundle has their names") {
  std::vector<std::string> in_schema;
  for (auto node = SchemaOfQuestions("quiz.schema.json"); node.contains("if"); node = node.at("else"))
    in_schema.push_back(node.at("if").at("required").at(0));
  const auto named = SchemaOfQuestions("bundle.schema.json").at("properties").at("kind").at("enum");
  std::vector<std::string> keys;
  std::set<std::string> names;
  for (const QuestionKind* kind : AllQuestionKinds()) {
    keys.emplace_back(kind->key);
    names.emplace(kind->name);
  }
  CHECK(keys == in_schema);
  CHECK(names == named.get<std::set<std::string>>());
}

TEST_CASE("an answer that names nothing is told what it may have meant") {
  static constexpr Row kRows[] = {
      {"ask: Q, choices: {groin: In your groin, knee: Knee}, answer: In your Groin",
       "`In your Groin` answer `In your Groin` names no choice; write the choice's id, `groin` | `choices` the "
       "choices: `groin`, `knee` → replace `In your Groin` by `groin` (unsafe)"},
      {"ask: Q, choices: {groin: G, knee: K}, answer: B",
       "`B` answer `B` names no choice; write the choice's id, `knee` | `choices` the choices: `groin`, `knee` → "
       "replace `B` by `knee` (unsafe)"},
      {"ask: Q, choices: {groin: G, knee: N}, answer: C",
       "`C` answer `C` names no choice | `choices` the choices: `groin`, `knee`"},
      {"ask: Q, choices: {groin: G, knee: N}, answer: '1'",
       "`'1'` answer `1` names no choice | `choices` the choices: `groin`, `knee`"},
      {"ask: Q, choices: {groin: G, knee: N}, answer: kne",
       "`kne` answer `kne` names no choice; did you mean `knee`? | `choices` the choices: `groin`, `knee` → "
       "replace `kne` by `knee` (unsafe)"},
      {"match: Q, choices: {groin: G}, with: {left: L, right: R}, answer: {groin: lef, gro: right}",
       "`lef` answer `lef` names no match; did you mean `left`? | `with` the matches: `left`, `right` → replace "
       "`lef` by `left` (unsafe); `gro` answer `gro` names no choice | `choices` the choices: `groin`"},
      {"match: Q, choices: {groin: G}, with: {left: L, right: R}, answer: {groin: R}",
       "`R` answer `R` names no match; write the match's id, `right` | `with` the matches: `left`, `right` → "
       "replace `R` by `right` (unsafe)"},
      {"match: Q, choices: {groin: G}, with: {left: L}, answer: {groin: [left]}",
       "`groin` item `groin` has one match; give its id"},
      {"match: Q, choices: {groin: G}, with: {left: L}, answer: left",
       "`answer` the answer names for each item its match, as `item: match`"},
      {"ask: Q, choices: {groin: G}, answer: [groin]",
       "`answer` a question with `ask` has one answer; give the id of one choice, or ask with `choose-all`"},
      {"ask: Q, choices: {groin: G}, answer: {groin: G}",
       "`answer` a question has one answer; give the id of one choice"},
      {"choose-all: Q, choices: {groin: G}, answer: groin",
       "`answer` the answer is a list of all right choices, such as `[groin, hip]`"},
      {"choose-all: Q, choices: {groin: G}, answer: []",
       "`answer` the answer is a list of all right choices, such as `[groin, hip]`"},
      {"put-in-order: Q, choices: {groin: G}, answer: groin",
       "`answer` the answer is the list of the items in their order, such as `[rest, ice]`"},
      {"true-or-false: Q, answer: [true]",
       "`answer` the answer of a true-or-false question is `true` or `false`"},
      {"true-or-false: Q, answer: Yes",
       "`Yes` write the answer as `true` → replace `Yes` by `true` (safe)"},
      {"true-or-false: Q, answer: no", "`no` write the answer as `false` → replace `no` by `false` (safe)"},
      {"true-or-false: Q, answer: 'true'",
       "`'true'` write the answer as `true` → replace `true` by `true` (safe)"},
      {"true-or-false: Q, answer: FALSE",
       "`FALSE` write the answer as `false` → replace `FALSE` by `false` (safe)"},
      {"true-or-false: Q, answer: perhaps", "`perhaps` answer `perhaps` is neither `true` nor `false`"},
      {"how-much: Q, answer: [30]",
       "`answer` the answer is a number with its unit, such as `30 s` or `12 repetitions`"},
      {"how-much: Q, answer: 30s", "`30s` write the duration as `30 s` → replace `30s` by `30 s` (safe)"},
      {"how-much: Q, answer: 30 parts 5",
       ""},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(FaultsOf(row.text) == row.read);
  }
  const std::string longest(64, 'x');
  CHECK(FaultsOf("true-or-false: Q, answer: " + longest) ==
        fmt::format("`{0}` answer `{0}` is neither `true` nor `false`", longest));
  CHECK(FaultsOf("true-or-false: Q, answer: " + longest + "x") ==
        fmt::format("`{0}x` the answer is neither `true` nor `false`", longest));
}

std::string Asked(std::string_view stem) {
  Sources sources;
  const Library library = LoadExample(
      "guides/hips/quiz.yaml", fmt::format("questions:\n  - id: q\n    ask: \"{}\"\n", stem), sources);
  const PassageList passages = PassagesOf(library.guides.front().quiz->questions.front().stem);
  const auto asked = AskedOf(passages);
  if (!asked) return "nothing";
  const auto negative = asked->FindNegative();
  const auto sign = asked->Find("sign|signs");
  std::string text(asked->text());
  if (sign) {
    const Span span = asked->SpanOf(*sign);
    text += fmt::format(" / {} {}", *sign, sources[span.source].Slice(span));
  }
  if (negative) text += fmt::format(" / not at {}", *negative);
  return text + (asked->Has("which") ? " / which" : "");
}

TEST_CASE("what asks in a stem is its first question, and what follows it") {
  static constexpr Row kRows[] = {
      {"Which is a sign?", "Which is a sign? / 3 sign / which"},
      {"He runs far. Which is **not** a sign?", "Which is not a sign? / 4 sign / not at 2 / which"},
      {"He runs. Where? Tell the sign.", "Where? Tell the sign. / 4 sign"},
      {"He runs.\\n\\nTell the sign.", "Tell the sign. / 2 sign"},
      {"He runs far.\\n\\nWhich sign?\\n\\nTell.", "Which sign? / 1 sign / which"},
      {"? He runs", "? He runs"},
      {"All of them are signs, except which?", "All of them are signs, except which? / 4 signs / not at 6 / which"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Asked(row.text) == row.read);
  }
}

TEST_CASE("a name is its words, and figures for its numbers") {
  const auto words = [](std::string_view text) { return fmt::format("{}", fmt::join(NameWordsOf(text), " ")); };
  CHECK(words("the first step") == "1 step");
  CHECK(words("The tenth of your twenty-five legs, and 3") == "10 25 3 leg");
  CHECK(words("(a) to 2b!") == "2 b");
  CHECK(words("Äpfel") == "Äpfel");
  CHECK(words("of the") == "");
  const NameWords some = NameWordsOf("left leg");
  const NameWords more = NameWordsOf("left leg up");
  CHECK(Contains(more, some));
  CHECK_FALSE(Contains(some, more));
  CHECK(Minus(more, some) == NameWords{"up"});
  CHECK(Minus(some, more).empty());
  CHECK(ShareAny(some, NameWordsOf("a leg")));
  CHECK_FALSE(ShareAny(some, NameWordsOf("an arm")));
}

TEST_CASE("the parts of a guide are called by their words") {
  Sources sources;
  const Library library = LoadExample("guides/hips/guide.yaml", R"yaml(introduction:
  - list: early_signs
    title: What it feels like
    items:
      groin-pain: {text: A pull in front, tags: [front]}
      rest: Nothing
  - protocol: rice
    title: RICE
    steps:
      ice-pack: {title: Cool it, text: Put ice on it}
      rest: Lie down
)yaml",
                                      sources);
  const NamedParts named = NamedPartsOf(library, library.guides.front());
  std::string text;
  for (const NamedWhole& whole : named.wholes) {
    text += fmt::format("{} {}: {} / {}\n", SubjectName(whole.kind), whole.id->value,
                        fmt::join(whole.title_words, " "), fmt::join(whole.id_words, " "));
  }
  for (const NamedPart& part : named.parts) {
    text += fmt::format("{} of {}{}: {} / {}\n", part.id->value, part.whole == nullptr ? "none" : part.whole->value,
                        part.tags == nullptr ? "" : fmt::format(" with {} tags", part.tags->size()),
                        fmt::join(part.name, " "), fmt::join(part.words, " "));
  }
  CHECK(text == R"(list early_signs: feel lik / early sign
protocol rice: ric / ric
list symptoms: hurt wher / symptom
protocol rice: ric / ric
groin-pain of early_signs with 1 tags: front pull / front groin pain pull
rest of early_signs with 0 tags: noth / noth rest
ice-pack of rice: cool / cool ice pack put
rest of rice: down lie / down lie rest
groin of symptoms with 0 tags: groin / groin
hip of symptoms with 0 tags: around hip / around hip
rest of rice: break run tak / break rest run tak
ice of rice: cool sor spot / cool ice sor spot
compression of rice: gentl pressur put / compression gentl pressur put
elevation of rice: rais / elevation rais
hip-stretch of none: hip stretch / hip stretch
plank of none: plank / plank
)");
  REQUIRE(named.FindWhole("rice") != nullptr);
  CHECK(named.FindWhole("rice")->kind == SubjectKind::kProtocol);
  CHECK(named.FindWhole("rest") == nullptr);
  REQUIRE(named.FindPart("rice", "rest") != nullptr);
  CHECK(named.FindPart("rice", "rest")->whole->value == "rice");
  CHECK(named.FindPart("early_signs", "rest")->whole->value == "early_signs");
  CHECK(named.FindPart("", "rest") == nullptr);
  CHECK(named.FindPart("", "plank") != nullptr);
}

TEST_CASE("a quiz covers what its proofs, links, choices and words name") {
  const NamedText pieces[] = {
      {"guides/hips/guide.yaml", R"yaml(sections:
  - {id: told, title: Told, body: [{text: Nothing to ask.}]}
  - {id: listed, title: Listed, body: [{list: symptoms, items: {groin: Groin, hip: Hip}}]}
  - {id: ordered, title: Ordered, body: [{protocol: rice, steps: {rest: Rest, ice: Ice}}]}
  - {id: claimed, title: Claimed, body: [{claim: form-helps, text: Form helps.}]}
  - {id: shown, title: Shown, body: [{exercises: [hip-stretch]}]}
  - {id: also-shown, title: Also shown, body: [{exercises: [plank]}]}
)yaml"},
      {"guides/hips/quiz.yaml", ""}};
  const auto covered = [&](std::string_view quiz) {
    std::vector<NamedText> all(std::begin(pieces), std::end(pieces));
    all[1].text = quiz;
    Sources sources;
    const Library library = LoadExample(all, sources);
    const Coverage coverage =
        CoverageOf(library, library.guides.front(), ExerciseNames(library, "en"));
    std::string text = fmt::format("{} sections:", coverage.sections.size());
    for (const Section* section : coverage.unasked_sections) text += " " + section->id.value;
    text += fmt::format("; {} exercises:", coverage.exercises.size());
    for (const Exercise* exercise : coverage.unasked_exercises) text += " " + exercise->id.value;
    text += fmt::format("; {} facts", coverage.unasked_facts.size());
    return text;
  };
  CHECK(covered("questions:\n  - {id: q, ask: Q}\n") ==
        "5 sections: listed ordered claimed shown also-shown; 2 exercises: hip-stretch plank; 15 facts");
  CHECK(covered("questions:\n  - {id: q, ask: Q, choices: {groin: G, x: X}, answer: groin, proof: {in: symptoms}}\n") ==
        "5 sections: ordered claimed shown also-shown; 2 exercises: hip-stretch plank; 14 facts");
  CHECK(covered("questions:\n  - {id: q, ask: 'Q [x](#ordered)', why: Do the plank., choices: {hip-stretch: H}}\n") ==
        "5 sections: listed claimed; 2 exercises:; 15 facts");
  CHECK(covered("questions:\n  - {id: q, match: Q, choices: {a: Plank}, with: {form-helps: F}}\n") ==
        "5 sections: listed ordered shown; 2 exercises: hip-stretch; 15 facts");
}

}  // namespace question_test
}  // namespace guidec
