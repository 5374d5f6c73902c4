// A list is asked about with its own words, and with `not` where the proof is `not-in`. What stands in the place
// of a word of its title as its opposite turns the question round as `not` does.
#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/asked.h"
#include "model/quiz/kind.h"
#include "model/quiz/named_parts.h"
#include "text/content_words.h"
#include "text/opposites.h"
#include "text/tokens.h"

namespace guidec::rules::stem_contradicts_list {
namespace {

// What the stem asks for at a word, and what the proof holds for.
struct Contradiction {
  std::size_t at = 0;
  std::string asked;
  std::string proven;
};
using Found = std::optional<Contradiction>;

constexpr std::string_view kRefusing =
    "no|none|neither|nor|least|except|outside|unlikely|rarely|false|wrong|missing|lacks|lack|without|odd|other|"
    "avoid|instead|beyond|unlike|exception|absent|excluded|foreign|unrelated";

// A list of what is not to be done turns a `not` round by itself.
bool IsOfBadThings(const NamedWhole& list) {
  constexpr std::string_view kBad =
      "mistak|error|avoid|not|never|bad|wrong|risk|danger|myth|hazard|pitfall|caution|warn|stop|fals|without|no|"
      "don't|cannot|harm|harmful|contraindication|barrier|problem";
  const auto is_bad = [&](const std::string& word) { return IsOneOf(word, kBad); };
  return std::ranges::any_of(list.title_words, is_bad) || std::ranges::any_of(list.id_words, is_bad);
}

NameWords Content(const NameWords& words) {
  NameWords content;
  for (const std::string& word : words) {
    if (!IsSmallWord(word)) content.insert(word);
  }
  return content;
}

// How a stem speaks of a list: the word that it has in the place of one's opposite, if there is one.
struct Naming {
  bool is_named = false;   // by its title or id
  bool is_touched = false;  // by a word of them
  std::optional<std::size_t> opposite;
};

Naming NamingOf(const NamedWhole& list, const AskedWords& asked) {
  const NameWords words = NameWordsOf(asked.text());
  Naming naming;
  NameWords title = list.title_words;
  for (std::size_t at = 0; at < asked.words().size(); ++at) {
    const std::string stem = WordStem(asked.words()[at]);
    const auto turned = std::ranges::find_if(list.title_words, [&](const std::string& word) {
      return AreOpposite(word, stem) && !words.contains(word) && !list.title_words.contains(stem);
    });
    // "What can you do to prevent a fall?" may ask about the causes of falls.
    const bool is_purpose = at > 0 && asked.words()[at - 1] == "to";
    if (turned == list.title_words.end() || naming.opposite || is_purpose) continue;
    naming.opposite = at;
    title.erase(*turned);
  }
  const NameWords shared = Minus(title, Minus(title, words));
  if (shared.empty()) naming.opposite.reset();
  naming.is_named = Contains(words, list.id_words) ||
                    (!shared.empty() && shared.size() * 3 >= list.title_words.size() * 2) || naming.opposite;
  naming.is_touched = naming.is_named || ShareAny(words, Content(title)) || ShareAny(words, Content(list.id_words));
  return naming;
}

// `touched` says whether the stem has another word of what the proof is about.
Found CheckList(const NamedWhole& list, bool wants_exception, bool is_touched, const AskedWords& asked) {
  if (IsOfBadThings(list) || asked.Has("should|must|ought")) return std::nullopt;
  const Naming naming = NamingOf(list, asked);
  const auto negative = asked.FindNegative();
  const std::string members = fmt::format("what is in list `{}`", list.id->value);
  const std::string others = fmt::format("what is not in list `{}`", list.id->value);
  if (wants_exception) {
    const bool asks_for_members =
        naming.is_named && negative.has_value() == naming.opposite.has_value() && !asked.Has(kRefusing);
    if (!asks_for_members && !(negative && naming.opposite)) return std::nullopt;
    return Contradiction{naming.opposite.value_or(0), members, others};
  }
  if (negative.has_value() == naming.opposite.has_value()) return std::nullopt;
  if (negative && !naming.is_touched && !is_touched) return std::nullopt;
  return Contradiction{negative ? *negative : *naming.opposite, others, members};
}

// "How does the cascade end?" of a protocol that is called "How the cascade starts".
Found CheckTitle(const NamedWhole& whole, const AskedWords& asked) {
  const Naming naming = NamingOf(whole, asked);
  if (!naming.opposite) return std::nullopt;
  return Contradiction{*naming.opposite, fmt::format("`{}`", asked.words()[*naming.opposite]),
                       fmt::format("about `{}`", whole.id->value)};
}

class ProofCheck {
 public:
  ProofCheck(const NamedParts& named, const Question& question, const AskedWords& asked)
      : named_(named), question_(question), proof_(*question.proof), asked_(asked) {}

  Found Run() const {
    if (const auto* in = std::get_if<InProof>(&proof_.form))
      return CheckMembers(in->list.value, in->negated != proof_.negated, {});
    if (const auto* tagged = std::get_if<TaggedProof>(&proof_.form))
      return CheckMembers(tagged->list.value, proof_.negated, tagged->tag.value);
    if (const auto* order = std::get_if<OrderProof>(&proof_.form)) return CheckWhole(order->protocol.value);
    if (const auto* count = std::get_if<CountProof>(&proof_.form)) return CheckWhole(count->counted.value);
    return CheckStatement();
  }

 private:
  Found CheckWhole(std::string_view id) const {
    const NamedWhole* whole = named_.FindWhole(id);
    return whole == nullptr ? std::nullopt : CheckTitle(*whole, asked_);
  }

  Found CheckMembers(std::string_view id, bool wants_exception, std::string tag) const {
    const NamedWhole* list = named_.FindWhole(id);
    if (list == nullptr || question_.kind->has_matches) return std::nullopt;
    std::ranges::replace(tag, '-', ' ');
    const bool is_touched = ShareAny(NameWordsOf(asked_.text()), Content(NameWordsOf(tag)));
    return CheckList(*list, wants_exception, is_touched, asked_);
  }

  // A statement that denies what the proof affirms.
  Found CheckStatement() const {
    const bool is_claim = std::holds_alternative<ClaimProof>(proof_.form);
    const auto negative = asked_.FindNegative();
    if (!question_.kind->is_statement || is_claim || proof_.negated || !negative) return std::nullopt;
    // "With the plank, not with the bridge" denies neither.
    if (*negative > 0 && IsOneOf(asked_.words()[*negative - 1], ",|and|but|;")) return std::nullopt;
    return Contradiction{*negative, "what is not so", "it is so"};
  }

  const NamedParts& named_;
  const Question& question_;
  const Proof& proof_;
  const AskedWords& asked_;
};

void Check(const Guide& guide, const Quiz& quiz, RuleContext& context) {
  const NamedParts& named = *guide.named_parts;
  for (const Question& question : quiz.questions) {
    if (!question.proof || question.proven.state != ProofState::kProven) continue;
    const PassageList stem = PassagesOf(question.stem);
    const auto asked = AskedOf(stem);
    if (!asked) continue;
    const Found found = ProofCheck(named, question, *asked).Run();
    if (!found) continue;
    Diagnostic& finding = context.Report(
        asked->SpanOf(found->at),
        fmt::format("the question asks for {}, and its proof says: {}; correct one of the two", found->asked,
                    found->proven));
    finding.labels.push_back({question.proof->span, "the proof"});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these is among the symptoms? # expect: QZ039 @ 10-15 "what is not in list `symptoms`"
    choices: {groin: In your groin, hip: Around your hip, knee: In your knee}
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Where do you **not** feel the symptoms?
    choices: {groin: In your groin, hip: Around your hip, knee: In your knee}
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ039",
    .name = "stem-contradicts-list",
    .severity = Severity::kError,
    .since = "0.1",
    .summary =
        "A question asks for what is in a list and its proof holds for what is not, or the other way round.",
    .rationale =
        R"md(A question about the exception says so with "not", and its proof is `not-in`. One without the other asks for
choices that the key calls wrong. The opposite of a word in the list's title counts as a "not".)md",
    .source = "guidec's own: what the proof says and what the question says are one fact",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .quiz = Check,
};

}  // namespace guidec::rules::stem_contradicts_list
