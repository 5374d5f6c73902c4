// What a reader sees besides a question and before answering it: the other questions, and why the
// answers of the earlier ones are right. A sentence there gives the answer away when it has every word
// that sets the answer apart, none that sets another choice apart, and enough of the question.
#include <algorithm>
#include <cmath>
#include <deque>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"
#include "text/content_words.h"
#include "text/negation.h"

namespace guidec::rules::answer_given_away {
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

// A sentence of the quiz, read once: every question is held against it.
struct Told {
  std::size_t question = 0;  // whose it is; those of the quiz as a whole belong to none
  bool is_why = false;
  const Passage* passage = nullptr;
  Piece piece;
  std::map<std::string, Piece> words;
};

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

class Sayings {
 public:
  explicit Sayings(const Guide& guide) : language_(guide.language) {
    Add(guide.quiz->text, kNone, false);
    const std::vector<Question>& questions = guide.quiz->questions;
    for (std::size_t at = 0; at < questions.size(); ++at) {
      const Question& question = questions[at];
      // A false statement tells nothing.
      const bool is_trusted =
          !question.kind->is_statement || (question.answer && question.answer->value == "true");
      if (is_trusted) Add(question.stem, at, false);
      Add(question.why, at, true);
    }
  }

  const std::vector<Told>& told() const { return told_; }

 private:
  void Add(const Prose& prose, std::size_t question, bool is_why) {
    if (!prose) return;
    for (const Passage& read : PassagesOf(prose)) {
      const Passage& passage = passages_.emplace_back(read);
      for (const Sentence& sentence : passage.sentences(language_)) {
        if (IsNegatedBefore(sentence.words.words, sentence.words.size())) continue;
        told_.push_back(
            {question, is_why, &passage, sentence.piece, ContentWords(passage.Slice(sentence.piece))});
      }
    }
  }

  std::string language_;
  std::deque<Passage> passages_;
  std::vector<Told> told_;
};

void Report(const Told& told, const Secret& secret, RuleContext& context) {
  const Piece clue = told.words.at(*secret.apart.begin());
  const Piece piece{told.piece.begin + clue.begin, told.piece.begin + clue.end};
  Diagnostic& finding =
      context.Report(told.passage->SpanOf(piece),
                     fmt::format("this gives away the answer of question `{}`; put one of the two otherwise",
                                 secret.question->id.value));
  finding.labels.push_back({secret.key->text.span(), "the answer"});
  finding.labels.push_back({secret.question->stem.span(), "the question"});
}

void Check(const Guide& guide, RuleContext& context) {
  if (!guide.quiz) return;
  const Sayings sayings(guide);
  const std::vector<Question>& questions = guide.quiz->questions;
  for (std::size_t at = 0; at < questions.size(); ++at) {
    const auto secret = SecretOf(questions[at], context.Value(kPercent));
    if (!secret) continue;
    const Prose* reported = nullptr;  // once for each piece of prose
    for (const Told& told : sayings.told()) {
      const bool is_seen = !told.is_why || told.question < at;
      if (!is_seen || told.passage->prose == reported || !GivesAway(told.words, *secret)) continue;
      reported = told.passage->prose;
      Report(told, *secret, context);
    }
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

extern const Rule rule;
constinit const Rule rule = {
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
    .languages = kEnglish,
    .guide = Check,
};

}  // namespace guidec::rules::answer_given_away
