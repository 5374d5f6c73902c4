// What a reader sees besides a question and before answering it: the other questions, and why the
// answers of the earlier ones are right. A sentence there gives the answer away when it has every word
// that sets the answer apart, none that sets another choice apart, and enough of the question.
#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/passage.h"
#include "model/question.h"
#include "text/content_words.h"
#include "text/negation.h"

namespace guidec {
namespace {

constexpr Threshold kPercent{"clue-percent", 75};
constexpr Threshold kThresholds[] = {kPercent};

constexpr std::size_t kLeastShared = 2;  // one word in common may be chance

using Stems = std::set<std::string>;

struct Secret {
  const Question* question = nullptr;
  const Choice* key = nullptr;
  Stems apart;            // words of the answer that no other choice has
  Stems others;           // words of the other choices that the answer does not have
  Stems asked;            // words of the question that no choice has
  std::size_t least = 0;  // of `asked`
};

Stems Without(const Stems& a, const Stems& b) {
  Stems rest;
  std::ranges::set_difference(a, b, std::inserter(rest, rest.end()));
  return rest;
}

std::optional<Secret> SecretOf(const Question& question, double percent) {
  const Choice* key = KeyOf(question);
  if (key == nullptr || !question.stem || HasDamage(*question.node) || IsNegative(question.stem))
    return std::nullopt;
  Stems other_words;
  for (const Choice& choice : question.choices) {
    if (&choice != key) other_words.merge(ContentStemsOf(choice.text));
  }
  const Stems of_key = ContentStemsOf(key->text);
  Secret secret{&question, key, Without(of_key, other_words), Without(other_words, of_key), {}, 0};
  secret.asked = Without(Without(ContentStemsOf(question.stem), of_key), other_words);
  const double least = std::ceil(percent / 100 * static_cast<double>(secret.asked.size()));
  secret.least = std::max(kLeastShared, static_cast<std::size_t>(least));
  // What a question names is not given away elsewhere.
  if (secret.apart.empty() || Without(secret.apart, ContentStemsOf(question.stem)) != secret.apart)
    return std::nullopt;
  return secret;
}

bool GivesAway(const std::map<std::string, Piece>& sentence, const Secret& secret) {
  const auto has = [&](const std::string& stem) { return sentence.contains(stem); };
  return std::ranges::all_of(secret.apart, has) && std::ranges::none_of(secret.others, has) &&
         static_cast<std::size_t>(std::ranges::count_if(secret.asked, has)) >= secret.least;
}

// Reports the first sentence of `prose` that gives `secret` away.
void CheckProse(const Prose& prose, const Secret& secret, const std::string& language, RuleContext& context) {
  if (!prose) return;
  for (const Passage& passage : PassagesOf(prose)) {
    for (const Sentence& sentence : SentencesOf(passage, language)) {
      if (IsNegatedBefore(sentence.words.words, sentence.words.size())) continue;
      const auto words = ContentWords(passage.Slice(sentence.piece));
      if (!GivesAway(words, secret)) continue;
      const Piece clue = words.at(*secret.apart.begin());
      const Piece piece{sentence.piece.begin + clue.begin, sentence.piece.begin + clue.end};
      Diagnostic& finding =
          context.Report(passage.SpanOf(piece),
                         fmt::format("this gives away the answer of question `{}`; put one of the two "
                                     "otherwise",
                                     secret.question->id.value));
      finding.labels.push_back({secret.key->text.span(), "the answer"});
      finding.labels.push_back({secret.question->stem.span(), "the question"});
      return;
    }
  }
}

// A false statement tells nothing.
bool IsTrusted(const Question& question) {
  return !question.is_true_or_false || (question.answer && question.answer->value == "true");
}

void CheckGuide(const Library& library, const Guide& guide, RuleContext& context) {
  const std::vector<Question>& questions = guide.quiz->questions;
  for (std::size_t at = 0; at < questions.size(); ++at) {
    const auto secret = SecretOf(questions[at], library.Value(kPercent));
    if (!secret) continue;
    CheckProse(guide.quiz->text, *secret, guide.language, context);
    for (std::size_t other = 0; other < questions.size(); ++other) {
      if (other == at) continue;
      if (IsTrusted(questions[other])) CheckProse(questions[other].stem, *secret, guide.language, context);
      if (other < at) CheckProse(questions[other].why, *secret, guide.language, context);
    }
  }
}

void Check(const Library& library, RuleContext& context) {
  for (const Guide& guide : library.guides) {
    if (guide.quiz && IsEnglish(guide.language)) CheckGuide(library, guide, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: second-step
    ask: After the rest, the first step, how does RICE go on? # expect: QZ022 @ 20-24 "of question `first-step`"
    choices: {compression: Compression, ice: Ice, elevation: Elevation}
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: second-step
    ask: What is the second step of RICE?
    choices: {compression: Compression, ice: Ice, elevation: Elevation}
    answer: ice
    why: Once you rest, RICE goes on with ice.
    proof: {step: 2, of: rice}
)yaml"},
};

}  // namespace

extern const Rule answer_given_away;
constinit const Rule answer_given_away = {
    .code = "QZ022",
    .name = "answer-given-away",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "One question tells the answer of another.",
    .rationale =
        R"md(Then the second tests only who read the first. Another question counts, and so does the `why` of an
earlier one. A sentence is a clue when it holds the words that only the answer has and
at least three quarters of the question's: `thresholds: {clue-percent: 75}`.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: keep the content of each item independent of other items; the "
        "share is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
