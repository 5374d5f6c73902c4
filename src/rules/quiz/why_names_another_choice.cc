// Only plain verdicts are certain: a sentence that calls a choice right, or that opens `why` with
// "True." or "This is a myth."
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "text/tokens.h"

namespace guidec::rules::why_names_another_choice {
namespace {

using Words = std::span<const std::string>;

// Whether the verdict stands as it is: "right, but only later" does not.
bool EndsClause(Words rest) {
  return rest.empty() || IsOneOf(rest.front(), ".|!|;|:|\u2014|because|since") ||
         MatchPhrase(rest, ", because|since|as|for|not");
}

// The text of a choice as it would stand in a sentence.
std::vector<std::string> WordsOf(const Choice& choice) {
  std::vector<std::string> words = Tokens(choice.text.source_text()).words;
  if (words.size() > 1 && IsOneOf(words.front(), "a|an|the")) words.erase(words.begin());
  while (!words.empty() && IsOneOf(words.back(), ".|,|;|!")) words.pop_back();
  return words;
}

// How many words the choice's letter in print takes at the head of `words`: "b", "(b)".
std::size_t MatchLetter(Words words, std::size_t at) {
  if (at >= 26) return 0;
  const std::string letter(1, static_cast<char>('a' + at));
  if (!words.empty() && words.front() == letter) return 1;
  const bool is_bracketed = words.size() > 2 && words[0] == "(" && words[1] == letter && words[2] == ")";
  return is_bracketed ? 3 : 0;
}

// How many words the choice takes at the head of `words`, by its text or its letter.
std::size_t MatchChoice(Words words, const Question& question, std::size_t at) {
  const std::vector<std::string> text = WordsOf(question.choices[at]);
  const std::size_t skipped = MatchPhrase(words, "a|an|the").value_or(0);
  const Words rest = words.subspan(skipped);
  const bool is_text =
      !text.empty() && rest.size() >= text.size() && std::ranges::equal(text, rest.first(text.size()));
  return is_text ? skipped + text.size() : MatchLetter(words, at);
}

// Where a sentence names the choice that it calls right: "X is right", "The right answer is X".
std::optional<Match> FindCalledRight(Words sentence, const Question& question, std::size_t at) {
  constexpr std::string_view kOpening = "the? right|correct? answer|choice|option here? is|:";
  constexpr Phrase kVerdicts[] = {"is|are right|correct", "is|are the answer",
                                  "is|are the? right|correct answer|choice|option|one"};
  const std::size_t lead = MatchPhrase(sentence, "so|thus|therefore|hence").value_or(0);
  const std::size_t comma = lead > 0 && sentence.size() > lead && sentence[lead] == "," ? 1 : 0;
  const std::size_t begin = lead + comma;
  if (const auto opening = MatchPhrase(sentence.subspan(begin), kOpening)) {
    const std::size_t behind = begin + *opening;
    const std::size_t named = behind + (behind < sentence.size() && sentence[behind] == ":" ? 1 : 0);
    const std::size_t length = MatchChoice(sentence.subspan(named), question, at);
    if (length > 0 && EndsClause(sentence.subspan(named + length))) return Match{named, named + length};
  }
  const std::size_t named =
      begin + MatchPhrase(sentence.subspan(begin), "the? answer|choice|option").value_or(0);
  const std::size_t length = MatchChoice(sentence.subspan(named), question, at);
  if (length == 0) return std::nullopt;
  const Words behind = sentence.subspan(named + length);
  for (const Phrase& phrase : kVerdicts) {
    const auto verdict = MatchPhrase(behind, phrase);
    if (verdict && EndsClause(behind.subspan(*verdict))) return Match{named, named + length};
  }
  return std::nullopt;
}

void CheckChoices(const Question& question, RuleContext& context) {
  for (const Passage& passage : PassagesOf(question.why)) {
    const WordList& tokens = passage.tokens();
    for (std::size_t begin = 0; begin < tokens.size();) {
      const Match sentence = SentenceAround(tokens.words, begin);
      const Words words = Words(tokens.words).subspan(begin, sentence.end - begin);
      for (std::size_t at = 0; at < question.choices.size(); ++at) {
        const Choice& choice = question.choices[at];
        const auto named = IsRight(question, choice) ? std::nullopt : FindCalledRight(words, question, at);
        if (!named) continue;
        Diagnostic& finding = context.Report(
            passage.SpanOf(tokens.PieceOf(begin + named->begin, begin + named->end)),
            fmt::format("the reason calls choice `{}` right, and the answer is `{}`; correct one of the two",
                        choice.id.value, AnswerText(question)));
        finding.labels.push_back({AnswerSpan(question), "the answer"});
      }
      begin = sentence.end + 1;
    }
  }
}

struct Judgement {
  bool truth = false;
  Match tokens;
};

// The verdict that `why` opens with.
std::optional<Judgement> FindJudgement(Words words) {
  constexpr std::string_view kTrue = "true|correct|right";
  constexpr std::string_view kFalse = "false|incorrect|wrong|untrue|myth";
  const std::size_t subject =
      MatchPhrase(words, "this|that|it is|was")
          .value_or(MatchPhrase(words, "that's|it's")
                        .value_or(MatchPhrase(words, "the|this statement is").value_or(0)));
  std::size_t at = subject;
  const bool is_negated = subject > 0 && at < words.size() && words[at] == "not";
  if (is_negated) ++at;
  if (at < words.size() && words[at] == "a") ++at;
  if (at >= words.size()) return std::nullopt;
  const bool is_true = IsOneOf(words[at], kTrue);
  // "Correct. It is shown only then." praises the reader's answer.
  if (subject == 0 && IsOneOf(words[at], "correct|right")) return std::nullopt;
  if (!is_true && !IsOneOf(words[at], kFalse)) return std::nullopt;
  // "True, but only for runners": the rest may turn it round.
  const Words rest = words.subspan(at + 1);
  if (!rest.empty() && !IsOneOf(rest.front(), ".|!|:|;") && !MatchPhrase(rest, ",? because|since"))
    return std::nullopt;
  return Judgement{is_true != is_negated, {subject, at + 1}};
}

void CheckTruth(const Question& question, RuleContext& context) {
  const PassageList passages = PassagesOf(question.why);
  const std::string& answer = question.answer->value;
  if (passages.empty() || (answer != "true" && answer != "false")) return;
  const WordList& tokens = passages.front().tokens();
  const auto judged = FindJudgement(tokens.words);
  if (!judged || judged->truth == (answer == "true")) return;
  Diagnostic& finding = context.Report(
      passages.front().SpanOf(tokens.PieceOf(judged->tokens.begin, judged->tokens.end)),
      fmt::format("the reason calls the statement {}, and the answer is `{}`; correct one of the two",
                  judged->truth ? "true" : "false", answer));
  finding.labels.push_back({question.answer->span, "the answer"});
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!question.why || !HasFittingAnswer(question)) return;
  if (question.truth) CheckTruth(question, context);
  if (OffersWrongChoices(question)) CheckChoices(question, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: Rest
      ice: Ice
      elevation: Elevation
    answer: rest
    why: The right answer is ice, because cold calms the spot. # expect: QZ025 @ 30-33 "choice `ice` right"
    proof: {step: first, of: rice}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: This is a myth. Form makes no difference. # expect: QZ025 @ 18-24 "calls the statement false"
    proof: {claim: form-helps}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: Rest
      ice: Ice
      elevation: Elevation
    answer: rest
    why: Rest is right. Ice is a good second step.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ025",
    .name = "why-names-another-choice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The reason calls another choice right than the answer does.",
    .rationale =
        R"md(Answer and `why` are printed side by side; where they contradict each other, one of them teaches what is
wrong. Only plain verdicts count: "The right answer is ice", "B is correct", "This is a myth". A "Correct."
at the head speaks to who answered well.)md",
    .source = "Haladyna, Downing, Rodriguez 2002: one and only one correct answer",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::why_names_another_choice
