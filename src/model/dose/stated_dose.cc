// A figure is the dose when the words around it leave no other reading: a verb of holding in front of
// a duration, the word "repetitions" or "sets" behind a count. Where another reading is possible the
// figure is left out, because a false finding costs more trust than a missed one.
#include "model/dose/stated_dose.h"

#include <algorithm>
#include <span>

#include "text/tokens.h"

namespace guidec {
namespace {

constexpr std::size_t kMaxGap = 8;  // words between a verb and its figure

// A sentence with one of these gives another dose than today's: a variant, a way to progress. What is
// lengthened or added has to be the hold or a count: "with your leg extended" is a posture.
constexpr Phrases kHedges{
    "increas*|lengthen*|extend*|reduc*|shorten* by|to|up|until|toward|towards",
    "increas*|lengthen*|extend*|reduc*|shorten* your|the|this|that|each|every? "
    "hold|holds|holding|stay|time|times|duration|length|it|number|count|reps|repetitions|sets|rest|stretch|"
    "dose",
    "add|adding ... ... "
    "hold|holds|second|seconds|minute|minutes|rep|reps|repetition|repetitions|set|sets|time",
    "instead|eventually|beginner|beginners|progress*|variation|variations",
    "rather than",
    "longer hold|holds|pause|pauses|time|times|stretches|if|as|when|than",
    "hold|holds|holding|stay|time|little|bit|even|much|for longer",
    "too hard|easy|difficult|much|little|long|short|many|few|painful|heavy|light",
    "build|building|work|working gradually|slowly? up|to|toward|towards",
    "once|when|until you can hold|do|keep|stay|manage|complete|perform|reach|repeat",
    "at first",
    "over time",
    "study|studies|trial|trials|researchers",
};
constexpr std::string_view kConditions = "if|unless|whether";

constexpr std::string_view kNegations = "not|never|no|don't|doesn't|can't|cannot|won't|isn't|without|nor";
// In front of a figure: it is a part, a moment or an addition.
constexpr std::string_view kPartial =
    "after|every|each|another|extra|additional|further|first|last|final|next|remaining|even|by|in|than";
constexpr std::string_view kBreakWords = ",|;|:|(|and|then|while|as|until|before|after|but";

std::span<const std::string> WordsOf(const WordList& tokens, const Match& range) {
  return std::span(tokens.words).subspan(range.begin, range.end - range.begin);
}

// "If you can, hold for 30 seconds", "hold for 30 seconds if you can"; not "hold for 30 seconds, and stop
// if it hurts".
bool IsConditional(const WordList& tokens, const Match& sentence, const Match& figure) {
  if (FindPhrase(WordsOf(tokens, {sentence.begin, figure.begin}), kConditions)) return true;
  for (std::size_t at = figure.end; at < sentence.end; ++at) {
    if (IsOneOf(tokens.words[at], kConditions)) return true;
    if (IsOneOf(tokens.words[at], ",|;|:|and|then|but|or")) return false;
  }
  return false;
}

// "Start with a hold of 10 seconds"; not "start from a plank".
bool IsBeginning(const WordList& tokens, const Match& sentence, const Match& figure) {
  constexpr std::size_t kNear = 6;
  constexpr Phrases kBeginnings{
      "start|starting|begin|beginning with|at|by|from hold|holding|holds|sets|reps",
      "start|starting|begin|beginning with|at|by|from a|an|one|two hold|set",
  };
  const std::size_t from = figure.begin - std::min(figure.begin - sentence.begin, kNear);
  return FindAnyPhrase(WordsOf(tokens, {from, figure.begin}), kBeginnings).has_value() ||
         (figure.begin > from + 1 &&
          IsOneOf(tokens.words[figure.begin - 2], "start|starting|begin|beginning") &&
          IsOneOf(tokens.words[figure.begin - 1], "with|at|by|from"));
}

class StatedDoseReader {
 public:
  StatedDoseReader(const WordList& tokens, TextForm form) : tokens_(tokens), form_(form) {}

  std::vector<StatedDose> Run() const {
    std::vector<StatedDose> stated;
    for (const Quantity& quantity : FindQuantities(tokens_)) {
      const Match sentence = SentenceAround(tokens_.words, quantity.tokens.begin);
      if (IsNegatedAt(tokens_, sentence, quantity.tokens.begin) ||
          IsOfAnotherDose(tokens_, sentence, quantity.tokens) || IsPartial(quantity) ||
          IsFrequency(quantity)) {
        continue;
      }
      if (const auto field = FieldOf(quantity, sentence)) stated.push_back({*field, quantity});
    }
    return stated;
  }

 private:
  std::span<const std::string> Words(std::size_t begin, std::size_t end) const {
    return std::span(tokens_.words).subspan(begin, end - begin);
  }
  bool Is(std::size_t at, const Alternatives& alternatives) const {
    return at < tokens_.size() && IsOneOf(tokens_.words[at], alternatives);
  }
  bool Has(const Match& range, const Phrase& phrase) const {
    return FindPhrase(Words(range.begin, range.end), phrase).has_value();
  }

  bool IsPartial(const Quantity& quantity) const {
    // "between two sets" counts no sets
    const std::size_t at = quantity.tokens.begin;
    const bool is_between = quantity.kind == QuantityKind::kSets && at > 0 &&
                            (Is(at - 1, "between") || (at > 1 && Is(at - 2, "between")));
    return is_between || quantity.bound == Bound::kCompared ||
           (quantity.tokens.begin > 0 && Is(quantity.tokens.begin - 1, kPartial));
  }

  bool IsFrequency(const Quantity& quantity) const {
    const auto rest = Words(quantity.tokens.end, tokens_.size());
    return MatchPhrase(rest,
                       "a|per|each|every day|week|month|session|run|workout|morning|evening|night|hour") ||
           MatchPhrase(rest, "daily|weekly|later|left|apart|ago") || MatchPhrase(rest, "of? pain");
  }

  std::optional<DoseField> FieldOf(const Quantity& quantity, const Match& sentence) const {
    switch (quantity.kind) {
      case QuantityKind::kSets:
        if (quantity.max == 1 && !IsAskedFor(quantity)) return std::nullopt;
        return DoseField::kSets;
      case QuantityKind::kRepetitions:
        if (quantity.max == 1 && !IsAskedFor(quantity)) return std::nullopt;
        return DoseField::kReps;
      case QuantityKind::kTimes:
        if (IsRepeated(quantity, sentence) || IsCaptioned(quantity, sentence)) return DoseField::kReps;
        return std::nullopt;
      case QuantityKind::kSeconds:
        break;
    }
    if (IsHeld(quantity, sentence)) return DoseField::kHold;
    if (IsRested(quantity, sentence)) return DoseField::kRest;
    if (IsCaptioned(quantity, sentence)) return DoseField::kHold;
    return std::nullopt;
  }

  // "Do one repetition"; not "This is one repetition", "your one rep max", "after one set".
  bool IsAskedFor(const Quantity& quantity) const {
    const std::size_t at = quantity.tokens.begin;
    return at > 0 && Is(at - 1, "do|perform");
  }

  bool IsRepeated(const Quantity& quantity, const Match& sentence) const {
    const Match before{sentence.begin, quantity.tokens.begin};
    return Has(before, "repeat|do|perform|complete|lift|raise") &&
           !Has(sentence, "breath*|inhale|exhale|blow|cough|shake|roll|circle");
  }

  bool IsHeld(const Quantity& quantity, const Match& sentence) const {
    if (quantity.is_adjective) {
      const std::size_t end = std::min(quantity.tokens.end + 2, sentence.end);
      return Has({quantity.tokens.end, end}, "hold|holds|stretch|plank|pose|position");
    }
    if (MatchPhrase(Words(quantity.tokens.end, sentence.end), ",? hold")) return true;
    const std::size_t far = std::min(quantity.tokens.begin - sentence.begin, kMaxGap + 1);
    for (std::size_t at = quantity.tokens.begin; at-- > quantity.tokens.begin - far;) {
      if (Is(at, kBreakWords)) return false;
      // "Those who held it for a minute" tells what others did.
      const bool is_told = Is(at, "held") && (at == 0 || !Is(at - 1, "is|are|be|being"));
      if (is_told) return false;
      if (Is(at, "hold|holds|holding|held")) return IsHoldingStill(at, quantity.tokens.begin);
      if (Is(at, "pause|pauses|pausing"))
        return !Has(sentence, "between|set|sets|rest|lower|lowering|lift|lifting|raise|raising");
      if (Is(at, "stay|staying|remain|remaining|maintain|maintaining")) return true;
      if (Is(at, "keep|keeping")) {
        return Has({at, quantity.tokens.begin}, "position|pose|stretch|there|here|still|it|this|that");
      }
    }
    return false;
  }

  // Not "take hold of your foot", "hold on to the chair", "hold your breath".
  bool IsHoldingStill(std::size_t hold, std::size_t figure) const {
    if (hold > 0 && Is(hold - 1, "take|taking|get|catch|grab|lose")) return false;
    return !MatchPhrase(Words(hold + 1, figure), "on|onto") &&
           !MatchPhrase(Words(hold + 1, figure), "your|the breath");
  }

  // A rest between sets: other rests ("rest for two minutes") may be anything.
  bool IsRested(const Quantity& quantity, const Match& sentence) const {
    if (!Has(sentence, "between") && !Has(sentence, "set|sets")) return false;
    if (MatchPhrase(Words(quantity.tokens.end, sentence.end), "of? rest|break|pause")) return true;
    const std::size_t at = quantity.tokens.begin;
    const std::size_t verb = at > sentence.begin && Is(at - 1, "for|of") ? at - 1 : at;
    return verb > sentence.begin && Is(verb - 1, "rest|rests|resting|pause|break");
  }

  // "Hips lifted, for 30 seconds", "arms out, ten times": the end of a caption or a part of it.
  bool IsCaptioned(const Quantity& quantity, const Match& sentence) const {
    const std::size_t begin = quantity.tokens.begin;
    const bool is_end = quantity.tokens.end == sentence.end || Is(quantity.tokens.end, ",|;|)|-|\u2014");
    if (form_ != TextForm::kCaption || !is_end || quantity.is_adjective) return false;
    const bool is_part = begin == sentence.begin || Is(begin - 1, ",|;|(|:|-|for|\u2014");
    return is_part &&
           !Has(sentence,
                "breath*|inhale|exhale|lower|lowering|lift|lifting|raise|raising|rest|resting|pause|"
                "slow*|over|walk*|set|sets");
  }

  const WordList& tokens_;
  const TextForm form_;
};

bool Fits(const Quantity& quantity, const Count& dose) {
  switch (quantity.bound) {
    case Bound::kAtLeast:
      return quantity.min <= dose.min;
    case Bound::kAtMost:
      return quantity.max >= dose.max;
    default:
      return quantity.min == dose.min && quantity.max == dose.max;
  }
}

}  // namespace

std::vector<StatedDose> StatedDoses(const WordList& tokens, TextForm form) {
  return StatedDoseReader(tokens, form).Run();
}

bool IsOfAnotherDose(const WordList& tokens, const Match& sentence, const Match& figure) {
  const bool asks = sentence.end < tokens.size() && tokens.words[sentence.end] == "?";
  return asks || FindAnyPhrase(WordsOf(tokens, sentence), kHedges).has_value() ||
         IsConditional(tokens, sentence, figure) || IsBeginning(tokens, sentence, figure);
}

bool IsNegatedAt(const WordList& tokens, const Match& sentence, std::size_t at) {
  for (; at > sentence.begin && !IsOneOf(tokens.words[at - 1], ",|;|:"); --at) {
    if (IsOneOf(tokens.words[at - 1], kNegations)) return true;
  }
  return false;
}

Agreement Compare(const StatedDose& stated, const Dose& dose) {
  const Quantity& quantity = stated.quantity;
  if (quantity.kind == QuantityKind::kTimes && dose.sets) {
    // "Repeat twice" may leave out the first of three sets.
    const Count sets = dose.sets->value;
    if (Fits(quantity, sets) || Fits(quantity, Count{sets.min - 1, sets.max - 1})) return Agreement::kAgrees;
  }
  const DoseField field = FieldMeant(stated, dose);
  const auto amount = AmountOf(dose, field);
  if (field == DoseField::kHold && OpenHoldOf(dose) != nullptr) {
    if (quantity.bound != Bound::kExactly) return Agreement::kAgrees;
  } else if (!amount) {
    return Agreement::kNoDose;
  }
  return amount && Fits(quantity, *amount) ? Agreement::kAgrees : Agreement::kDiffers;
}

DoseField FieldMeant(const StatedDose& stated, const Dose& dose) {
  const bool means_sets = stated.quantity.kind == QuantityKind::kTimes && !dose.reps && dose.sets;
  return means_sets ? DoseField::kSets : stated.field;
}

bool IsSameAsField(const StatedDose& stated, const Dose& dose) {
  const DoseField field = FieldMeant(stated, dose);
  const auto amount = AmountOf(dose, field);
  const bool is_open = field == DoseField::kHold && OpenHoldOf(dose) != nullptr;
  const Quantity& quantity = stated.quantity;
  if (!amount || is_open || quantity.min != amount->min || quantity.max != amount->max) return false;
  return quantity.bound == Bound::kExactly || amount->min == amount->max;
}

const Pair* FindDoseField(const Exercise& exercise, DoseField field) {
  const Node* dose = exercise.document->root.Find("dose");
  return dose == nullptr ? nullptr : dose->FindPair(FieldName(field));
}

bool LacksDoseField(const Exercise& exercise, DoseField field) {
  const Node& root = exercise.document->root;
  const Node* dose = root.Find("dose");
  if (dose == nullptr) return !root.damaged;
  return !dose->damaged && dose->FindPair(FieldName(field)) == nullptr;
}

Span SpanOfDoseField(const Pair& field) {
  return field.value.IsScalar() ? field.value.span : field.key.span;
}

}  // namespace guidec
