// Each form of proof knows the words it is asked with: a step "first" or "last", a neighbour "after" or
// "before", a rank "most" or "fewest". What asks for the other is a finding.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/asked.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec::rules::stem_contradicts_proof {
namespace {

using Words = std::span<const std::string>;

// What the stem asks for at a word, and what the proof holds for.
struct Contradiction {
  std::size_t at = 0;
  std::string asked;
  std::string proven;
};
using Found = std::optional<Contradiction>;

constexpr std::string_view kOrdinals[] = {"first", "second",  "third",  "fourth", "fifth",
                                          "sixth", "seventh", "eighth", "ninth",  "tenth"};
constexpr Alternatives kAfter = "after|next|follows|following|then|later|afterwards|afterward";
constexpr Alternatives kBefore = "before|precedes|preceding|previous|previously|earlier|prior|beforehand";

// A place in an order: 1 for the first, -1 for the last.
struct PlaceWord {
  std::size_t at = 0;
  int place = 0;
};

// "last", "step 3".
std::string Said(Words words, std::size_t at) {
  const bool is_numbered = IsOneOf(words[at], "step|stage");
  return is_numbered ? fmt::format("{} {}", words[at], words[at + 1]) : words[at];
}

bool EndsPlace(Words behind) {
  return behind.empty() || !(behind.front()[0] >= 'a' && behind.front()[0] <= 'z') ||
         IsOneOf(behind.front(),
                 "step|stage|part|phase|exercise|letter|thing|move|one|point|task|item|in|of|when|if|for|during|"
                 "to|is|comes|and");
}

std::optional<int> PlaceAt(Words words, std::size_t at) {
  const std::string& word = words[at];
  const Words behind = words.subspan(at + 1);
  if (IsOneOf(word, "step|stage") && !behind.empty()) {
    const std::string& number = behind.front();
    if (number.size() == 1 && number[0] >= '1' && number[0] <= '9') return number[0] - '0';
  }
  if (!EndsPlace(behind)) return std::nullopt;
  if (IsOneOf(word, "last|final|finally")) return -1;
  const auto ordinal = std::ranges::find(kOrdinals, word);
  if (ordinal == std::end(kOrdinals)) return std::nullopt;
  return static_cast<int>(ordinal - std::begin(kOrdinals)) + 1;
}

std::vector<PlaceWord> PlacesIn(Words words) {
  std::vector<PlaceWord> places;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const auto place = PlaceAt(words, at)) places.push_back({at, *place});
  }
  if (!places.empty()) return places;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0 && IsOneOf(words[at - 1], "the|a|an|your|its")) continue;
    if (IsOneOf(words[at], "begin|begins|start|starts|open|opens")) places.push_back({at, 1});
    if (IsOneOf(words[at], "end|ends|finish|finishes|close|closes")) places.push_back({at, -1});
  }
  return places;
}

Found CheckStep(const StepProof& form, const Facts& facts, const AskedWords& asked) {
  if (asked.Has(kAfter) || asked.Has(kBefore) || asked.Has("once|until|followed|preceded")) return std::nullopt;
  const Subject* order = facts.Find(SubjectKind::kProtocol, form.protocol.value);
  if (order == nullptr) order = facts.Find(SubjectKind::kRoutine, form.protocol.value);
  if (order == nullptr) return std::nullopt;
  const auto count = static_cast<int>(facts.Of(*order, FactKind::kStep).size());
  const auto counted = [&](int place) { return place < 0 ? count + 1 + place : place; };
  const std::vector<PlaceWord> places = PlacesIn(asked.words());
  const auto is_meant = [&](const PlaceWord& word) { return counted(word.place) == counted(form.step.value); };
  if (places.empty() || std::ranges::any_of(places, is_meant)) return std::nullopt;
  return Contradiction{places.front().at, fmt::format("`{}`", Said(asked.words(), places.front().at)),
                       form.Words()};
}

// "After which step does it come?" asks for what comes before.
bool IsTurnedAbout(const AskedWords& asked) {
  const Words words = asked.words();
  if (asked.Has("followed|preceded|follow|precede")) return true;
  if (FindPhrase(words, "after|before which|what|whom")) return true;
  const auto mark = std::ranges::find(words, "?");
  return mark != words.begin() && mark != words.end() && IsOneOf(*std::prev(mark), "after|before");
}

Found CheckNeighbour(const NeighbourProof& form, const AskedWords& asked) {
  const Alternatives& right = form.after ? kAfter : kBefore;
  const Alternatives& wrong = form.after ? kBefore : kAfter;
  if (asked.Has(right) || IsTurnedAbout(asked) || (form.after && asked.Has("once|when"))) return std::nullopt;
  const auto at = asked.Find(wrong);
  if (!at) return std::nullopt;
  return Contradiction{*at, fmt::format("what comes `{}`", asked.words()[*at]), form.Words()};
}

Found CheckRank(const RankProof& form, const AskedWords& asked) {
  constexpr std::string_view kMost = "most|longest|highest|largest|greatest|biggest|heaviest|descending|falling|"
                                     "decreasing";
  constexpr std::string_view kLeast = "fewest|least|shortest|lowest|smallest|lightest|ascending|rising|increasing";
  const auto most = asked.Find(kMost);
  const auto least = asked.Find(kLeast);
  if ((!most && !least) || asked.Has("last|end|finish")) return std::nullopt;
  const bool asks_for_most = most && (!least || *most < *least);
  if (asks_for_most == form.most_first) return std::nullopt;
  const std::size_t at = asks_for_most ? *most : *least;
  return Contradiction{at, fmt::format("`{}` first", asked.words()[at]), form.Words()};
}

Found CheckForm(const Question& question, const Facts& facts, const AskedWords& asked) {
  const ProofForm& form = question.proof->form;
  if (const auto* step = std::get_if<StepProof>(&form)) return CheckStep(*step, facts, asked);
  if (const auto* neighbour = std::get_if<NeighbourProof>(&form)) return CheckNeighbour(*neighbour, asked);
  if (const auto* rank = std::get_if<RankProof>(&form)) return CheckRank(*rank, asked);
  return std::nullopt;
}

void Check(const Guide& guide, const Question& question, RuleContext& context) {
  if (!question.proof || question.proven.state != ProofState::kProven) return;
  const PassageList stem = PassagesOf(question.stem);
  const auto asked = AskedOf(stem);
  const Found found = asked ? CheckForm(question, guide.facts, *asked) : std::nullopt;
  if (!found) return;
  Diagnostic& finding = context.Report(
      asked->SpanOf(found->at),
      fmt::format("the question asks for {}, and its proof says: {}; correct one of the two", found->asked,
                  found->proven));
  finding.labels.push_back({question.proof->span, "the proof"});
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the last step of RICE? # expect: QZ038 @ 22-26 "asks for `last`"
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: after-ice
    ask: What do you do before you cool it? # expect: QZ038 @ 25-31 "what comes `before`"
    choices: {rest: Rest, compression: Compression, elevation: Elevation}
    answer: compression
    why: The letters stand in that order.
    proof: {after: ice, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: before-ice
    ask: You have read of RICE. After which step do you cool the sore spot?
    choices: {rest: Rest, compression: Compression, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {before: ice, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ038",
    .name = "stem-contradicts-proof",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A question asks for the last and its proof holds for the first, or the like.",
    .rationale =
        R"md(A proof can hold for the answer and still not be what is asked. So the words that turn a question round are
compared with the proof: "first" and "last", "after" and "before", "most" and "fewest".)md",
    .source = "guidec's own: what the proof says and what the question says are one fact",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::stem_contradicts_proof
