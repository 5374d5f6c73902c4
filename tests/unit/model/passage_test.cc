#include "model/prose/passage.h"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace passage_test {

// Passages of the first step of the exercise with that text in a block scalar.
struct Loaded {
  Sources sources;
  Library library;
  std::vector<Passage> passages;

  explicit Loaded(std::string_view yaml) : library(LoadExample("exercises/plank.yaml", yaml, sources)) {
    const Exercise* exercise = library.FindExercise("plank");
    REQUIRE(exercise != nullptr);
    const PassageList read = PassagesOf(exercise->purpose, &exercise->dose);
    passages.assign(read.begin(), read.end());
  }

  std::string SourceOf(const Passage& passage, std::string_view word) const {
    const std::size_t begin = passage.text.find(word);
    REQUIRE(begin != std::string::npos);
    const Span span = passage.SpanOf({begin, begin + word.size()});
    return std::string(sources[span.source].Slice(span));
  }
};

TEST_CASE("paragraphs, items and titles are passages of their own") {
  const Loaded loaded("purpose: |\n  One\n  two.\n\n  - three\n  - four\n\n  > five\n");
  std::vector<std::string> texts;
  for (const Passage& passage : loaded.passages) texts.push_back(passage.text);
  CHECK(texts == std::vector<std::string>{"One two.", "three", "four", "five"});
}

TEST_CASE("markup and citations are not read; placeholders are said out") {
  const Loaded loaded(
      "dose:\n  hold: 30 s\npurpose: Hold **still** for {hold} [@leaflet], see [the plank](#plank).\n");
  REQUIRE(loaded.passages.size() == 1);
  const Passage& passage = loaded.passages[0];
  CHECK(passage.text == "Hold still for 30 seconds, see the plank.");
  CHECK(loaded.SourceOf(passage, "still") == "still");
  CHECK(loaded.SourceOf(passage, "30 seconds") == "{hold}");
  CHECK(loaded.SourceOf(passage, "seconds, see") == "{hold} [@leaflet], see");
  CHECK(loaded.SourceOf(passage, "plank") == "plank");
}

TEST_CASE("only the author's own words can be edited") {
  const Loaded loaded("purpose: Go **on** with `code` or <https://example.org/x>.\n");
  REQUIRE(loaded.passages.size() == 1);
  const Passage& passage = loaded.passages[0];
  const auto piece = [&](std::string_view word) {
    const std::size_t begin = passage.text.find(word);
    return Piece{begin, begin + word.size()};
  };
  CHECK(passage.IsEditable(piece("with")));
  CHECK_FALSE(passage.IsEditable(piece("Go on")));
  CHECK_FALSE(passage.HasLiteral(piece("Go on")));
  CHECK(passage.HasLiteral(piece("code")));
  CHECK(passage.HasLiteral(piece("example")));
}

TEST_CASE("pieces reach over several segments") {
  const Loaded loaded("purpose: \"See `a` ![b c](d.png) <https://e.org> then *f*\\ng and {hold} {sets}\"\n");
  REQUIRE(loaded.passages.size() == 1);
  const Passage& passage = loaded.passages[0];
  CHECK(passage.text == "See a b c https://e.org then f g and until your hips begin to drop {sets}");
  std::string segments;
  for (const Passage::Segment& segment : passage.segments) {
    segments += std::to_string(segment.begin) + (segment.is_plain ? "+ " : "- ");
  }
  CHECK(segments == "0+ 4- 5+ 6+ 9+ 10- 23+ 29+ 30+ 37- 66+ 67- ");
  const auto piece = [&](std::string_view word) {
    const std::size_t begin = passage.text.find(word);
    return Piece{begin, begin + word.size()};
  };
  CHECK(loaded.SourceOf(passage, "See a") == "See `a");
  CHECK(loaded.SourceOf(passage, "a b") == "a` ![b c](d.png)");
  CHECK(passage.IsEditable(piece("See")));
  CHECK_FALSE(passage.IsEditable(piece("See a")));
  CHECK_FALSE(passage.IsEditable(piece("b c")));
  CHECK_FALSE(passage.IsEditable(piece("e.org")));
  CHECK(passage.IsEditable(piece("then")));
  CHECK(passage.IsEditable(piece("f")));
  CHECK_FALSE(passage.IsEditable(piece("until")));
  CHECK(passage.HasLiteral(piece("See a")));
  CHECK(passage.HasLiteral(piece("a b")));
  CHECK_FALSE(passage.HasLiteral(piece("b c")));
  CHECK_FALSE(passage.HasLiteral(piece("then f g")));
  CHECK(passage.HasLiteral(piece("then f g and until")));
}

TEST_CASE("a passage is cut into sentences, words and tokens in a language") {
  const Loaded loaded("purpose: Rest a lot. Don't run, e.g. far.\n");
  const Passage& passage = loaded.passages.at(0);
  for (const std::string_view language : {"en-US", "de", "de"}) {
    INFO(language);
    const std::vector<Sentence>& sentences = passage.sentences(language);
    REQUIRE(sentences.size() >= 2);
    CHECK(passage.Slice(sentences[0].piece).starts_with("Rest a lot."));
    CHECK(sentences[0].words.size() == 3);
    CHECK(sentences[1].words.words.front() == "don't");
    CHECK(passage.words(language).words.front() == "rest");
  }
  CHECK(&passage.words("de") == &passage.words("de"));
  CHECK(passage.tokens().words.at(3) == ".");
  CHECK(passage.tokens().size() == passage.tokens().pieces.size());
}

TEST_CASE("prose is read in its guide's language, or the workspace's") {
  Sources sources;
  const Library library = LoadExample("guides/hips/guide.yaml", "language: de-CH\n", sources);
  CHECK(LanguageOf(ProseUse{.guide = &library.guides.front()}, library) == "de-CH");
  CHECK(LanguageOf(ProseUse{}, library) == "en-US");
}

TEST_CASE("every piece of prose knows what it is for and whose it is") {
  const NamedText pieces[] = {{"guides/hips/guide.yaml", R"yaml(audience: Runners
introduction:
  - text: Uncited.
  - {claim: false-one, text: Wrong., truth: false, cites: [leaflet]}
  - {advice: slow, title: Slow, why: Because., how: [First., Then.]}
  - {callout: tip, title: Tip, text: Call.}
  - {protocol: steps, title: Steps, steps: {a: {title: A, text: B}, c: C}}
routine: {title: Session, text: Do it., exercises: [plank]}
)yaml"},
                              {"guides/hips/quiz.yaml", R"yaml(text: Before.
questions:
  - {id: a, ask: Which, choices: {x: X, y: Y}, answer: x, why: So.}
  - {id: b, true-or-false: Untrue, answer: false}
  - {id: c, match: Match, choices: {u: U}, with: {v: V}, answer: {u: v}}
)yaml"},
                              {"exercises/plank.yaml", "start-position: Prone\ncautions: [Mind.]\ncites: []\n"
                                                       "pictures: [{file: a.png, alt: Alt, caption: Cap}]\n"}};
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  static constexpr std::string_view kRoles[] = {"title", "text", "step",   "stop",        "dose",
                                                "stem",  "choice", "why", "alternative", "term"};
  const auto show = [](const std::vector<ProseUse>& uses) {
    std::string text;
    for (const ProseUse& use : uses) {
      text += std::string(kRoles[static_cast<std::size_t>(use.role)]) + " " + use.prose->source_text() +
              (use.exercise != nullptr ? " of " + use.exercise->id.value : "") + (use.guide != nullptr ? "" : " -") +
              (use.is_cited ? " cited" : "") + (use.is_denied ? " denied" : "") + "\n";
    }
    return text;
  };
  const std::string all = show(ProseOf(library, library.guides.front()));
  CHECK(all == R"(title Hip pain
title On three days a week, a little more each time
text Runners
text Rest first. Then stretch gently.
stop You cannot put weight on your leg.
text This guide does not replace advice from your doctor.
text Uncited.
text Wrong. cited denied
title Slow
text Because.
text First.
text Then.
title Tip
text Call.
title Steps
title A
text B
text C
title What it feels like
title Where it hurts cited
text In your groin cited
text Around your hip cited
title RICE cited
text Take a break from running. cited
text Cool the sore spot. cited
text Put gentle pressure on it. cited
text Raise it. cited
text Good running form helps. cited
title Exercises
title Session
text Do it.
title Check what you know
text Before.
stem Which
choice X
choice Y denied
why So.
stem Untrue denied
stem Match
choice U
choice V
title Hip stretch of hip-stretch - cited
text Eases the front of your hip. of hip-stretch - cited
step Kneel on your left knee on a mat. of hip-stretch - cited
step Ease your hips forward. of hip-stretch - cited
step Hold for {hold}. of hip-stretch - cited
step Repeat the steps on the other side. of hip-stretch - cited
stop You feel sharp pain. of hip-stretch - cited
title Plank of plank -
text Builds strength around your trunk. of plank -
title Prone of plank -
dose your hips begin to drop of plank -
step Rest on your forearms on a mat. of plank -
step Lift your hips. of plank -
step Hold {hold}. of plank -
stop You feel sharp pain. of plank -
text Mind. of plank -
alternative Alt of plank -
title Cap of plank -
)");
  CHECK(show({library.prose.begin(), library.prose.begin() + 2}) ==
        "title hip flexors -\nterm the muscles that lift your thigh -\n");
}

TEST_CASE("a folded scalar's words stand on their own lines") {
  const Loaded loaded("purpose: >-\n  Builds strength\n  in your trunk.\n");
  REQUIRE(loaded.passages.size() == 1);
  const Span span = loaded.passages[0].SpanOf({16, 18});
  CHECK(loaded.sources[span.source].Slice(span) == "in");
}

}  // namespace passage_test
}  // namespace guidec
