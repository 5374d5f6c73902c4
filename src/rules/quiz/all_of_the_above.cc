#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "text/letter_case.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec::rules::all_of_the_above {
namespace {

// "None of these", other than "neither a nor b": letters change with the order of the choices.
bool IsNone(const Choice& choice) {
  const WordList words = LowerWords(choice.text.source_text(), "en");
  return MatchPhrase(words.words, "none|neither of").has_value();
}

// "Not B" and "A and B" of a question that tells of a choice A and a choice B: the letters are its own.
bool NamesLetters(const Prose& stem) {
  constexpr Alternatives kNoArticle = "b|c|d|e";
  return std::ranges::any_of(PassagesOf(stem), [&](const Passage& passage) {
    const WordList& tokens = passage.tokens();
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (kNoArticle.Has(tokens.words[at]) && IsUpper(passage.text[tokens.pieces[at].begin])) return true;
    }
    return false;
  });
}

bool IsOfLetters(const Choice& choice) {
  return !FindPhrase(Tokens(choice.text.source_text()).words,
                     "above|these|those|them|choices|answers|options|others");
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  const bool has_letters = question.stem && NamesLetters(question.stem);
  for (const Choice& choice : question.choices) {
    if (!RefersToOthers(choice) || (has_letters && IsOfLetters(choice))) continue;
    if (IsNone(choice)) {
      if (!IsRight(question, choice)) continue;
      context.Report(
          choice.text.span(),
          fmt::format("who picks `{}` may know what is wrong and not what is right; write the right answer "
                      "instead",
                      choice.id.value));
      continue;
    }
    context.Report(choice.text.span(),
                   fmt::format("choice `{}` only refers to the others; write what it means, or leave it out",
                               choice.id.value));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Where may it hurt?
    choices:
      hip: Around your hip
      knee: In your knee
      all: All of the above # expect: QZ009 @ 12-28 "only refers to the others"
    answer: hip
    why: The pain shows up around your hip and in your groin.
    proof: {in: symptoms}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Where may it hurt?
    choices:
      hip: Around your hip
      knee: In your knee
      both: Both (a) and (b) # expect: QZ009
    answer: hip
    why: The pain shows up around your hip and in your groin.
    proof: {in: symptoms}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: Which of these does RICE begin with?
    choices:
      ice: Ice
      none: None of these # expect: QZ009 @ 13-26 "write the right answer instead"
      compression: Compression
    answer: none # expect: QZ006 @ 13-17
    why: RICE begins with rest.
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Where may it hurt?
    choices:
      hip: Around your hip
      none: None of these
      both-legs: In both of the lower legs
    answer: hip
    why: The pain shows up around your hip and in your groin.
    proof: {in: symptoms}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ009",
    .name = "all-of-the-above",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A choice only refers to the others, such as \"all of the above\".",
    .rationale =
        R"md(Who knows two right choices knows that "all of the above" is right; who knows one wrong one knows that it
is not. Letters that are typed into a choice ("both a and b") also fail when choices are moved. "None of these" may
stand among the wrong choices; as the answer it is given by whoever knows what is wrong. Letters that the
question itself gives to things are left alone.)md",
    .source = "Haladyna, Downing, Rodriguez 2002: avoid all of the above, use none of the above with caution",
    .examples = kExamples,
    .languages = kEnglish,
    .question = Check,
};

}  // namespace guidec::rules::all_of_the_above
