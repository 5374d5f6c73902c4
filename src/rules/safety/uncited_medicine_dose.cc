#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/citations.h"
#include "text/medicine.h"
#include "text/tokens.h"

namespace guidec::rules::uncited_medicine_dose {
namespace {

constexpr Phrases kAmounts{
    "mg|mgs|milligram|milligrams|mcg|microgram|micrograms|µg|iu|ml|milliliter|milliliters|millilitre|"
    "millilitres",
    "tablet|tablets|pill|pills|capsule|capsules|caplet|caplets|puff|puffs|drop|drops|dose|doses|teaspoon|"
    "teaspoons",
};
constexpr std::string_view kWordsBetween = "-|or|to|and|small|regular|extra|strength|half|a";
constexpr std::string_view kNumberWords =
    "one|two|three|four|five|six|eight|ten|half|a|single|double|100|150|200";

bool IsFigure(std::string_view word) {
  return word.front() >= '0' && word.front() <= '9';
}

// "400 mg", "200-mg tablets", "two tablets", "1 or 2 pills"; not "the tablets".
std::optional<Match> FindAmount(std::span<const std::string> words) {
  for (std::size_t from = 0;;) {
    const auto unit = FindAnyPhrase(words, kAmounts, from);
    if (!unit) return std::nullopt;
    std::size_t at = unit->begin;
    while (at > 0 && unit->begin - at < 3 && IsOneOf(words[at - 1], kWordsBetween)) --at;
    const bool is_weight = IsOneOf(words[unit->begin], kAmounts[0]);
    // "160 mg/dL" measures blood.
    if (MatchPhrase(words.subspan(unit->end), "/|per dl|ml|l|deciliter|decilitre|liter|litre")) {
      from = unit->end;
      continue;
    }
    const bool has_number =
        at > 0 && (IsFigure(words[at - 1]) || (!is_weight && IsOneOf(words[at - 1], kNumberWords)));
    if (has_number) return Match{at - 1, unit->end};
    from = unit->end;
  }
}

// "Every six hours", "three times a day", behind a medicine that is to be taken.
std::optional<Match> FindSchedule(std::span<const std::string> words) {
  if (!FindPhrase(words, "take|takes|taking|taken|swallow|use")) return std::nullopt;
  static constexpr Phrases kSchedules{"every ... hours", "once|twice a|per|each|every day",
                                      "times a|per|each|every day"};
  return FindAnyPhrase(words, kSchedules);
}

// "Two kinds of medicine in one tablet": what it is made of.
bool IsMakeUp(std::span<const std::string> words, const Match& amount) {
  return amount.begin > 0 && words[amount.begin - 1] == "in" &&
         FindPhrase(words.first(amount.begin), "contain|contains|combine|combines|combined|have|has|kinds")
             .has_value();
}

// "See the Oxford handbook, page 114": the source stands beside it in words.
bool NamesSource(const WordList& tokens) {
  static constexpr Phrases kSources{
      "ref|reference|source|page|according|handbook|textbook|leaflet|guideline|guidelines"};
  return FindAnyPhrase(tokens.words, kSources).has_value();
}

bool IsOfFood(std::span<const std::string> words) {
  return FindPhrase(
             words,
             "calcium|sodium|salt|protein|vitamin|vitamins|cholesterol|glucose|sugar|caffeine|potassium|"
             "water|fluid")
      .has_value();
}

// A sentence that names a medicine, and the one behind it.
std::optional<Piece> FindDose(const Passage& passage) {
  const WordList& tokens = passage.tokens();
  const auto medicine = FindMedicine(tokens.words);
  if (!medicine) return std::nullopt;
  const Match sentence = SentenceAround(tokens.words, medicine->begin);
  const auto words = std::span<const std::string>(tokens.words);
  const std::size_t behind = std::min(sentence.end + 1, words.size());
  const std::size_t end = behind == words.size() ? behind : SentenceAround(words, behind).end;
  for (const Match& part : {sentence, Match{behind, end}}) {
    const auto told = words.subspan(part.begin, part.end - part.begin);
    const auto amount = IsOfFood(told) ? std::nullopt : FindAmount(told);
    if (amount && !IsMakeUp(told, *amount))
      return tokens.PieceOf(part.begin + amount->begin, part.begin + amount->end);
  }
  const auto schedule = FindSchedule(words.subspan(sentence.begin, sentence.end - sentence.begin));
  if (!schedule) return std::nullopt;
  return tokens.PieceOf(sentence.begin + schedule->begin, sentence.begin + schedule->end);
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  const bool may_cite = use.role != Role::kStem && use.role != Role::kChoice && use.role != Role::kTitle;
  if (!may_cite || use.is_cited || use.is_denied) return;
  const auto dose = FindDose(passage);
  if (!dose || HasCitation(*use.prose) || NamesSource(passage.tokens())) return;
  context.Report(passage.SpanOf(*dose),
                 fmt::format("`{}` is a dose of a medicine without a source; cite one, or leave the dose to "
                             "a doctor or pharmacist",
                             passage.Slice(*dose)));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Ask your doctor before you take 400 mg of ibuprofen. # expect: SF008 @ 43-49 "`400 mg`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Ask your doctor before you take 400 mg of ibuprofen [@leaflet].
  - text: Ask your doctor before you take any pain reliever.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF008",
    .name = "uncited-medicine-dose",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A dose of a medicine is given without a source.",
    .rationale =
        R"md(Of all figures in a guide, a wrong one does most harm here. A dose needs a source that the next reviewer
can check, cited in the text (`[@key]`), by the block's `cites` or in words; better still, the guide leaves
the dose to a doctor or pharmacist. Known are amounts ("400 mg", "two tablets") and schedules ("every six hours")
beside a medicine's name; English texts only.)md",
    .source = "CDC Clear Communication Index: risks and benefits; guidec's own demand for a source",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::uncited_medicine_dose
