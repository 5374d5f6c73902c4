#include "model/dose/stated_tempo.h"

#include <optional>

#include "model/dose/stated_dose.h"
#include "text/tokens.h"

namespace guidec {
namespace {

// The verb that is nearest before the figure in its clause, or "3 seconds to lower" behind it.
std::optional<TempoPhase> PhaseOf(const WordList& tokens, const Match& sentence, const Match& figure) {
  const auto phase_at = [&](std::size_t at) -> std::optional<TempoPhase> {
    if (IsOneOf(tokens.words[at], "lower|lowering")) return TempoPhase::kLower;
    if (IsOneOf(tokens.words[at], "lift|raise|rise|lifting|raising|rising")) return TempoPhase::kLift;
    if (IsOneOf(tokens.words[at], "pause|pausing")) return TempoPhase::kPause;
    return std::nullopt;
  };
  if (figure.end + 1 < sentence.end && IsOneOf(tokens.words[figure.end], "to|on")) {
    if (const auto phase = phase_at(figure.end + 1)) return phase;
  }
  if (figure.begin == sentence.begin ||
      !IsOneOf(tokens.words[figure.begin - 1], "for|over|in|during|of|take"))
    return std::nullopt;
  for (std::size_t at = figure.begin; at-- > sentence.begin;) {
    if (const auto phase = phase_at(at)) return phase;
    const bool is_other_clause =
        IsOneOf(tokens.words[at], ",|;|:|and|then|while|until|before|after|but|hold|breathe");
    if (is_other_clause) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::vector<StatedPhase> StatedPhases(const WordList& tokens) {
  std::vector<StatedPhase> found;
  for (const Quantity& quantity : FindQuantities(tokens)) {
    // "Lower it over three seconds" compares nothing.
    const bool is_over = quantity.tokens.begin > 0 && tokens.words[quantity.tokens.begin - 1] == "over";
    if (quantity.kind != QuantityKind::kSeconds || quantity.is_adjective) continue;
    if (quantity.bound != Bound::kExactly && !is_over) continue;
    const Match sentence = SentenceAround(tokens.words, quantity.tokens.begin);
    if (IsOfAnotherDose(tokens, sentence, quantity.tokens) ||
        IsNegatedAt(tokens, sentence, quantity.tokens.begin))
      continue;
    if (const auto phase = PhaseOf(tokens, sentence, quantity.tokens)) found.push_back({*phase, quantity});
  }
  return found;
}

bool Contradicts(const StatedPhase& stated, const Tempo& tempo) {
  const auto is_beside = [&](int phase) { return phase < stated.seconds.min || phase > stated.seconds.max; };
  switch (stated.phase) {
    case TempoPhase::kLower:
      return is_beside(tempo.lower);
    case TempoPhase::kLift:
      return is_beside(tempo.lift);
    case TempoPhase::kPause:
      break;
  }
  return is_beside(tempo.pause) && is_beside(tempo.top.value_or(tempo.pause));
}

}  // namespace guidec
