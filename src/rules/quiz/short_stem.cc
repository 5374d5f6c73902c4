#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"

namespace guidec::rules::short_stem {
namespace {

constexpr Threshold kWords{"question-words", 5};
constexpr Threshold kThresholds[] = {kWords};

bool OpensAsQuestion(const WordList& words) {
  return !words.words.empty() && IsOneOf(words.words.front(), "what|which|who|whom|whose|when|where|why|how");
}

// "Select the incorrect statement.": asks, and says nothing of what it is about.
bool AsksForAny(const WordList& words) {
  constexpr Phrase kAsks =
      "select|choose|pick|name|find|mark|tick|identify the|a|an? "
      "right|correct|true|false|wrong|incorrect|untrue|best? "
      "answer|option|choice|statement|sentence|word|one";
  return MatchPhrase(words.words, kAsks) == words.size();
}

// "Isometric exercise means", "Tidal volume is the", "Largest organ of the body", "Define aerobic": the
// choices end a sentence, or only one thing can be it.
bool IsOpenEnded(const WordList& words) {
  constexpr std::string_view kLast =
      "is|are|was|were|be|been|means|mean|called|named|termed|a|an|the|of|to|by|in|on|at|for|from|with|as|"
      "into|because|when|if|that|than|or|and|not|except|can|may|must|should|will|has|have|had|causes|cause|"
      "includes|include|involves|contains|contain|produces|produce|requires|indicates|prevents|affects|needs|"
      "increases|decreases|helps|help|using|uses|during|after|before|between|through|their|its|your";
  static constexpr Phrases kOnly{
      "largest|smallest|longest|shortest|strongest|most|best|main|commonest|normal",
      "example|function|cause|sign|symptom|opposite|name|number|unit|definition|role|site|treatment|antidote "
      "of|for"};
  constexpr Phrase kTasks =
      "define|name|identify|find|calculate|give|state|list|describe|explain|spell|complete";
  if (words.size() < 2) return false;
  return IsOneOf(words.words.back(), kLast) || FindAnyPhrase(words.words, kOnly) ||
         MatchPhrase(words.words, kTasks);
}

// A question mark, a gap to fill in, or a colon or a dash that the choices go on from.
bool SaysWhatToDo(std::string_view stem, const WordList& words) {
  constexpr std::string_view kGoOn[] = {":", "-", "\u2013", "\u2014", "=", "("};
  const auto ends = [&](std::string_view mark) { return stem.ends_with(mark); };
  if (words.size() > 1 && std::ranges::any_of(kGoOn, ends)) return true;
  constexpr std::string_view kSigns[] = {"?", "__", "...", "\u2026", "[ ]", "---"};
  for (const std::string_view sign : kSigns) {
    if (stem.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

void Check(const Guide& guide, const Question& question, RuleContext& context) {
  const double least = context.Value(kWords);
  // What is to be put in order or matched is a question by its kind.
  if (!OffersWrongChoices(question) || !question.stem) {
    return;
  }
  const PassageList passages = PassagesOf(question.stem);
  std::size_t words = 0;
  for (const Passage& passage : passages) {
    const WordList& read = passage.words(guide.language);
    if (SaysWhatToDo(passage.text, read)) return;
    words += read.size();
  }
  if (words == 0 || static_cast<double>(words) >= least) return;
  if (AsksForAny(passages.front().words(guide.language))) {
    context.Report(question.stem.span(), "the question does not say what it is about; name the topic");
    return;
  }
  if (IsOpenEnded(passages[passages.size() - 1].words(guide.language))) return;
  if (OpensAsQuestion(passages.front().words(guide.language))) {
    context.Report(question.stem.span(),
                   "a question without a question mark; end it, or write what is missing");
    return;
  }
  context.Report(question.stem.span(),
                 fmt::format("{} {} without a question mark or a blank ask nothing; write the whole question",
                             words, words == 1 ? "word" : "words"));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: The RICE plan # expect: QZ028 @ 10-23 "3 words without a question mark"
    choices:
      rest: Begins with rest
      ice: Begins with ice
      compression: Begins with compression
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: Choose the right answer. # expect: QZ028 @ 10-34 "name the topic"
    choices:
      rest: RICE begins with rest
      ice: RICE begins with ice
      compression: RICE begins with compression
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What comes first?
    choices:
      rest: Rest
      ice: Ice
      compression: Compression
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: second-step
    ask: "Then RICE asks for:"
    choices:
      rest: Rest
      ice: Ice
      compression: Compression
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ028",
    .name = "short-stem",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A question of a few words does not say what is asked.",
    .rationale =
        R"md(The reader should know what to answer before the first choice; a topic with choices under it must be
guessed at. A few words that a choice ends ("Isometric means") or that name one thing ("The largest organ of the
body") are enough. `thresholds: {question-words: 5}` sets how many words need no question mark and no blank.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: include the central idea in the stem; NBME item-writing guide "
        "2020: cover-the-options rule; the number is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::short_stem
