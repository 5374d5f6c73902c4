// Two cues are certain enough: an "a" or "an" that the question ends with, and a question about "which
// muscles" whose answer alone is a plural.
#include <algorithm>
#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "text/letter_case.h"

namespace guidec::rules::grammar_cue {
namespace {

bool IsLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
// "a" or "an", as the word is said; nothing where that is hard to tell: acronyms, letters, articles.
std::optional<std::string_view> ArticleOf(std::string_view choice) {
  const WordList tokens = Tokens(choice);
  if (tokens.size() == 0 || tokens.pieces.front().begin != 0) return std::nullopt;
  const std::string& word = tokens.words.front();
  const bool is_acronym = choice.size() > 1 && IsUpper(choice[0]) && !std::islower(choice[1]);
  if (!IsLetter(word.front()) || word.size() < 2 || is_acronym) return std::nullopt;
  if (IsOneOf(word, "an|the|your|my|some|no|any|to|in|on|at|of|for|by|from|with|it|is|are|all|none|both|you"))
    return std::nullopt;
  if (IsOneOf(word, "hour*|honest*|honor*|honour*|heir*")) return "an";
  if (IsOneOf(word, "uni*|usu*|use*|eu*|once|one|one's|utensil*|utili*|uter*|ure*|uri*")) {
    // "unimportant", "uninjured"
    return IsOneOf(word, "unim*|unin*") ? std::nullopt : std::optional<std::string_view>("a");
  }
  return std::string_view("aeiou").find(word.front()) == std::string_view::npos ? "a" : "an";
}

// The article that the question leaves open, before a blank or at its end.
struct OpenArticle {
  Span span{};
  std::string word;
};

std::optional<OpenArticle> FindOpenArticle(const Prose& stem) {
  for (const Passage& passage : PassagesOf(stem)) {
    const WordList& tokens = passage.tokens();
    const auto is_sign = [](const std::string& token) { return IsOneOf(token, "_|.|:|\u2026|-|?"); };
    for (std::size_t at = 1; at < tokens.size(); ++at) {
      // "a/an", "vitamin A"
      const std::string_view written = passage.Slice(tokens.pieces[at]);
      if (!IsOneOf(written, "a|an") || IsOneOf(tokens.words[at - 1], "/|or|(")) continue;
      const auto behind = std::span(tokens.words).subspan(at + 1);
      if ((!behind.empty() && behind.front() == "_") || std::ranges::all_of(behind, is_sign))
        return OpenArticle{passage.SpanOf(tokens.pieces[at]), tokens.words[at]};
    }
  }
  return std::nullopt;
}

void CheckArticle(const Question& question, RuleContext& context) {
  const auto article = FindOpenArticle(question.stem);
  if (!article) return;
  const Choice* misfit = nullptr;
  std::size_t misfits = 0;
  for (const Choice& choice : question.choices) {
    const auto wanted = ArticleOf(choice.text.source_text());
    if (!wanted) return;
    if (*wanted == article->word) continue;
    ++misfits;
    if (misfit == nullptr) misfit = &choice;
  }
  if (misfits == 0 || misfits == question.choices.size()) return;
  Diagnostic& finding = context.Report(
      article->span,
      fmt::format("`{}` does not fit choice `{}`, so grammar alone tells choices apart; write `a/an`",
                  article->word, misfit->id.value));
  finding.labels.push_back({misfit->text.span(), "does not fit"});
  finding.fix = Fix{fmt::format("replace `{}` by `a/an`", article->word), {{article->span, "a/an"}}};
}

enum class Number : unsigned char { kSingular, kPlural };

// Of a noun; nothing where its last letters do not tell.
std::optional<Number> NumberOf(std::string_view noun) {
  if (noun.size() < 3 || !std::ranges::all_of(noun, IsLetter)) return std::nullopt;
  if (IsOneOf(noun,
              "feet|teeth|people|children|men|women|bacteria|data|nuclei|tibiae|news|lens|series|means"))
    return std::nullopt;
  if (!noun.ends_with('s')) return Number::kSingular;
  const char before = noun[noun.size() - 2];
  const bool is_unclear = noun.ends_with("eps") || std::string_view("aisu").find(before) != std::string::npos;
  return is_unclear ? std::nullopt : std::optional(Number::kPlural);
}

// Of a short noun phrase without a preposition: "hip flexors", "the calf".
std::optional<Number> NumberOfChoice(const Choice& choice) {
  const WordList tokens = Tokens(choice.text.source_text());
  if (tokens.size() == 0 || tokens.size() > 3) return std::nullopt;
  for (const std::string& word : tokens.words) {
    if (!IsLetter(word.front()) ||
        IsOneOf(word, "in|on|at|of|for|to|by|from|with|and|or|not|is|are|all|both"))
      return std::nullopt;
  }
  return NumberOf(tokens.words.back());
}

struct AskedNumber {
  Span span{};
  Number number = Number::kSingular;
};

// "Which muscles are", "Which muscle is": noun and verb say the same.
std::optional<AskedNumber> FindAskedNumber(const Prose& stem) {
  for (const Passage& passage : PassagesOf(stem)) {
    const WordList& tokens = passage.tokens();
    const auto asked = FindPhrase(tokens.words, "which ... ... is|are|was|were|does|do|has|have");
    if (!asked || asked->end - asked->begin < 3 || FindPhrase(tokens.words, "which of|one|two|three|ones"))
      continue;
    const std::size_t verb = asked->end - 1;
    const auto number = NumberOf(tokens.words[verb - 1]);
    const bool is_plural = IsOneOf(tokens.words[verb], "are|were|do|have");
    if (!number || (*number == Number::kPlural) != is_plural) continue;
    return AskedNumber{passage.SpanOf(tokens.PieceOf(verb - 1, verb + 1)), *number};
  }
  return std::nullopt;
}

void CheckNumber(const Question& question, const Choice& key, RuleContext& context) {
  const auto asked = FindAskedNumber(question.stem);
  if (!asked || question.choices.size() < 3) return;
  for (const Choice& choice : question.choices) {
    const auto number = NumberOfChoice(choice);
    if (!number || (*number == asked->number) != (&choice == &key)) return;
  }
  Diagnostic& finding = context.Report(
      key.text.span(), fmt::format("only the answer is in the {}, as the question is; put all choices alike",
                                   asked->number == Number::kPlural ? "plural" : "singular"));
  finding.labels.push_back({asked->span, "the question"});
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!question.stem || !OffersWrongChoices(question)) return;
  CheckArticle(question, context);
  if (const Choice* key = KeyOf(question)) CheckNumber(question, *key, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: second-step
    ask: "After the rest, RICE goes on with an ___." # expect: QZ016 @ 45-47 "does not fit choice `compression`"
    choices:
      ice: ice pack
      compression: bandage
      elevation: lift of the leg
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: second-step
    ask: Which cold things are used second in RICE?
    choices:
      ice: Ice packs # expect: QZ016 @ 12-21 "only the answer is in the plural"
      compression: A bandage
      elevation: A cushion
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: second-step
    ask: "After the rest, RICE goes on with ___."
    choices:
      ice: an ice pack
      compression: a bandage
      elevation: a lift of the leg
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ016",
    .name = "grammar-cue",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Grammar tells the choices apart: an article that fits only some, or a plural.",
    .rationale =
        R"md(A reader who knows no more than English strikes the choices that do not go with "an", or takes the only
plural when the question asks which muscles. Write `a/an`, or put the article into the choices; give all
choices the same number.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: avoid grammatical cues; NBME item-writing guide 2020: "
        "grammatical cues",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::grammar_cue
