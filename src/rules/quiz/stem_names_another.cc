// What a proof is about has words of its own: an exercise or a step its name, a tag its id, a measure of the dose
// its noun. A stem that has another one's and none of these asks about something else.
#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/asked.h"
#include "model/quiz/kind.h"
#include "model/quiz/named_parts.h"
#include "text/content_words.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec::rules::stem_names_another {
namespace {

// A word of the stem, what it names, and what the proof is about.
struct Misnaming {
  std::size_t at = 0;
  std::string named;
  std::string meant;
};
using Found = std::optional<Misnaming>;

class StemCheck {
 public:
  StemCheck(const NamedParts& named, const Question& question, const AskedWords& asked)
      : named_(named), question_(question), proof_(*question.proof), asked_(asked),
        words_(NameWordsOf(asked.text())) {}

  Found Run() const {
    if (const auto* neighbour = std::get_if<NeighbourProof>(&proof_.form))
      return CheckPart(neighbour->protocol.value, neighbour->step.value);
    if (const auto* tagged = std::get_if<TaggedProof>(&proof_.form)) return CheckTag(*tagged);
    if (const auto* order = std::get_if<OrderProof>(&proof_.form)) return CheckItems(*order);
    if (const auto* value = std::get_if<ValueProof>(&proof_.form)) {
      if (Found found = CheckPart({}, value->exercise.value)) return found;
      if (Found found = CheckUnit()) return found;
      return CheckMeasure(value->field);
    }
    if (const auto* rank = std::get_if<RankProof>(&proof_.form)) return CheckMeasure(rank->field.value);
    if (const auto* field = std::get_if<FieldProof>(&proof_.form)) {
      if (Found found = CheckSubject()) return found;
      return CheckMeasure(field->field.value);
    }
    if (std::holds_alternative<CountProof>(proof_.form)) return CheckUnit();
    return CheckSubject();
  }

 private:
  std::size_t PlaceOf(const NameWords& words) const {
    for (std::size_t at = 0; at < asked_.words().size(); ++at) {
      if (ShareAny(NameWordsOf(asked_.words()[at]), words)) return at;
    }
    return 0;
  }

  // Words of grammar, such as "when", tell nothing.
  bool HasAny(const NameWords& words) const {
    return std::ranges::any_of(
        words, [&](const std::string& word) { return !IsSmallWord(word) && words_.contains(word); });
  }

  // Another part of the same whole is named in full, and not a word that sets the meant one apart.
  Found CheckPart(std::string_view whole, std::string_view id) const {
    const NamedPart* meant = named_.FindPart(whole, id);
    if (meant == nullptr || Contains(words_, meant->name)) return std::nullopt;
    for (const NamedPart& other : named_.parts) {
      const std::string_view of = other.whole == nullptr ? std::string_view() : other.whole->value;
      if (of != whole || other.id->value == id) continue;
      const NameWords apart = Minus(other.name, meant->name);
      const NameWords told = Minus(other.name, Minus(other.name, words_));
      const bool is_named = Contains(words_, other.name) || told.size() * 3 >= other.name.size() * 2;
      if (!is_named || !ShareAny(told, apart) || HasAny(Minus(meant->words, other.name))) continue;
      return Misnaming{PlaceOf(Minus(told, meant->words)), fmt::format("`{}`", other.id->value),
                       fmt::format("`{}`", id)};
    }
    return std::nullopt;
  }

  // Of a statement about an exercise or a step.
  Found CheckSubject() const {
    if (!proof_.subject) return std::nullopt;
    const std::string& id = proof_.subject->value;
    if (named_.FindPart({}, id) != nullptr) return CheckPart({}, id);
    if (const auto* step = std::get_if<StepProof>(&proof_.form)) return CheckPart(step->protocol.value, id);
    if (const auto* in = std::get_if<InProof>(&proof_.form)) return CheckPart(in->list.value, id);
    return std::nullopt;
  }

  static NameWords WordsOfTag(std::string tag) {
    std::ranges::replace(tag, '-', ' ');
    return NameWordsOf(tag);
  }

  Found CheckTag(const TaggedProof& form) const {
    if (question_.kind->has_matches || ShareAny(words_, WordsOfTag(form.tag.value))) return std::nullopt;
    for (const NamedPart& part : named_.parts) {
      if (part.whole == nullptr || part.whole->value != form.list.value || part.tags == nullptr) continue;
      for (const Id& tag : *part.tags) {
        const NameWords words = WordsOfTag(tag.value);
        if (words.empty() || !Contains(words_, words)) continue;
        return Misnaming{PlaceOf(words), fmt::format("the tag `{}`", tag.value),
                         fmt::format("the tag `{}`", form.tag.value)};
      }
    }
    return std::nullopt;
  }

  // The steps of a protocol are no exercises.
  Found CheckItems(const OrderProof& form) const {
    const NamedWhole* protocol = named_.FindWhole(form.protocol.value);
    const auto at = asked_.Find("exercises");
    if (protocol == nullptr || !at || asked_.Has("steps|stages") || protocol->title_words.contains("exercis"))
      return std::nullopt;
    const bool orders_exercises = std::ranges::any_of(question_.choices, [&](const Choice& choice) {
      return named_.FindPart({}, choice.id.value) != nullptr;
    });
    if (orders_exercises) return std::nullopt;
    return Misnaming{*at, "exercises", fmt::format("the steps of `{}`", form.protocol.value)};
  }

  // The noun of "how many seconds" against the unit of the answer.
  Found CheckUnit() const {
    if (!question_.amount) return std::nullopt;
    const auto many = FindPhrase(asked_.words(), "how many");
    if (!many || many->end >= asked_.words().size()) return std::nullopt;
    constexpr std::string_view kOthers = "step|steps|exercise|exercises|stretch|stretches";
    const std::string& noun = asked_.words()[many->end];
    const std::string& unit = question_.amount->unit;
    const auto of_noun = UnitOf(noun);
    const auto of_unit = UnitOf(unit);
    const bool is_noun_known = of_noun || IsOneOf(noun, kOthers);
    const bool is_unit_known = of_unit || IsOneOf(unit, kOthers);
    const bool is_open = of_noun == Unit::kTime || of_unit == Unit::kTime;
    if (!is_noun_known || !is_unit_known || is_open || of_noun != of_unit) {
      if (!is_noun_known || !is_unit_known || is_open) return std::nullopt;
      return Misnaming{many->end, noun, fmt::format("`{}`", question_.answer->value)};
    }
    if (of_noun || WordStem(noun) == WordStem(unit)) return std::nullopt;
    return Misnaming{many->end, noun, fmt::format("`{}`", question_.answer->value)};
  }

  struct Measure {
    std::string_view field;
    Alternatives own;      // any of which may ask for it
    Alternatives telling;  // each of which asks for nothing else
  };
  static constexpr Measure kMeasures[] = {
      {"hold", "hold|holds|holding|held|stay|stays|keep|last|lasts|stretch|stand|long", "hold|holds|held"},
      {"rest", "rest|rests|resting|pause|pauses|break|breaks|recover|wait|long", "rest|rests|pause|pauses"},
      {"reps", "repetition|repetitions|rep|reps|repeat|repeats|time|times|often|many", "repetitions|reps"},
      {"sets", "set|sets|round|rounds|time|times|often", "sets|rounds"},
  };

  // Behind "how long do you", "the most", "how many": where the measure itself is named.
  std::optional<std::size_t> FindMeasure(const Measure& measure) const {
    for (std::size_t at = 1; at < asked_.words().size(); ++at) {
      if (!IsOneOf(asked_.words()[at], measure.telling)) continue;
      const auto before = asked_.words().first(at);
      const auto ends_with = [&](const Phrase& phrase, std::size_t count) {
        return before.size() >= count && MatchPhrase(before.last(count), phrase) == count;
      };
      const bool is_verb = ends_with("long do|should|must|can you", 3);
      const bool is_noun = ends_with("most|fewest|least|longest|shortest", 1) || ends_with("how many", 2);
      if ((is_verb && !IsOn(at)) || is_noun) return at;
    }
    return std::nullopt;
  }

  // "Rest on your forearms" and "hold on to a chair" are positions.
  bool IsOn(std::size_t at) const {
    return at + 1 < asked_.words().size() && IsOneOf(asked_.words()[at + 1], "on|upon|against|in|onto");
  }

  Found CheckMeasure(std::string_view field) const {
    const std::string_view name = field.substr(0, field.find('.'));
    const auto meant = std::ranges::find(kMeasures, name, &Measure::field);
    if (meant == std::end(kMeasures)) return std::nullopt;
    for (const Measure& other : kMeasures) {
      const auto at = other.field == name ? std::nullopt : FindMeasure(other);
      if (at && !HasOwnBeside(*meant, *at))
        return Misnaming{*at, fmt::format("`{}`", asked_.words()[*at]), fmt::format("`{}`", field)};
    }
    return std::nullopt;
  }

  // "How long do you hold" has a "long" that every time has.
  bool HasOwnBeside(const Measure& meant, std::size_t at) const {
    const std::string& told = asked_.words()[at];
    return std::ranges::any_of(asked_.words(), [&](const std::string& word) {
      return word != told && !IsOneOf(word, "long|many|set") && IsOneOf(word, meant.own);
    });
  }

  const NamedParts& named_;
  const Question& question_;
  const Proof& proof_;
  const AskedWords& asked_;
  NameWords words_;
};

void Check(const Guide& guide, const Quiz& quiz, RuleContext& context) {
  const NamedParts& named = *guide.named_parts;
  for (const Question& question : quiz.questions) {
    if (!question.proof || question.proven.state != ProofState::kProven) continue;
    const PassageList stem = PassagesOf(question.stem);
    const auto asked = AskedOf(stem);
    const Found found = asked ? StemCheck(named, question, *asked).Run() : std::nullopt;
    if (!found) continue;
    Diagnostic& finding = context.Report(
        asked->SpanOf(found->at), fmt::format("the question is about {}, and its proof about {}; correct one of "
                                              "the two",
                                              found->named, found->meant));
    finding.labels.push_back({question.proof->span, "the proof"});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: after-ice
    ask: What comes right after the break from running? # expect: QZ042 @ 37-42 "about `rest`, and its proof about `ice`"
    choices: {compression: Compression, ice: Ice, elevation: Elevation}
    answer: compression
    why: The letters stand in that order.
    proof: {after: ice, of: rice}
  - id: hold
    ask: How long do you rest the leg in front? # expect: QZ042 @ 26-30 "about `rest`, and its proof about `hold`"
    choices: {short: 10 seconds, middle: 20 seconds, long: 30 seconds}
    answer: long
    why: Give the muscle time.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: after-ice
    ask: What comes right after you have cooled the spot?
    choices: {compression: Compression, rest: Rest, elevation: Elevation}
    answer: compression
    why: The letters stand in that order.
    proof: {after: ice, of: rice}
  - id: hold
    ask: For how many seconds does the hip stretch last?
    choices: {short: 10 seconds, middle: 20 seconds, long: 30 seconds}
    answer: long
    why: Give the muscle time.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ042",
    .name = "stem-names-another",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A question names another exercise, step, tag, measure or unit than its proof is about.",
    .rationale =
        R"md(A proof about the hold says nothing of the rest, and one about the side plank nothing of the plank. Only what
the question names and the proof does not counts; a question in other words of its own is left alone.)md",
    .source = "guidec's own: what the proof says and what the question says are one fact",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .quiz = Check,
};

}  // namespace guidec::rules::stem_names_another
