// A block is what a reader may see alone: a block of a section, an exercise's sheet, the main message. Its
// section's heading stands with it.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "syntax/damage.h"
#include "text/medicine.h"
#include "text/phrase.h"

namespace guidec::rules::medicine_without_advice {
namespace {

constexpr Phrases kProfessionals{
    "doctor|doctors|doctor's|physician|physicians|pharmacist|pharmacists|nurse|nurses|clinician|clinicians|"
    "gp",
    "health|healthcare|medical|care "
    "professional|professionals|provider|providers|practitioner|practitioners|team",
};
constexpr Phrases kAsking{
    "ask|asks|asking|asked|talk|talks|talking|talked|speak|speaking|check|checking|consult|consulting",
    "see|seeing|tell|contact|contacting|visit|visiting|discuss|discussing|call|phone",
    "advice|guidance|approval|supervision|recommendation|permission",
};
constexpr Phrases kAnswering{
    "advises|advise|tells|tell|says|say|recommends|recommend|agrees|agree|approves|approve|decides|decide",
    "can|will help|explain",
};
// "Take a pain reliever", "ibuprofen may help", "you can take a medicine": the reader may act on it.
constexpr std::string_view kTaking =
    "take|takes|taking|try|trying|swallow|swallowing|apply|applying|rub|use|using|uses";
constexpr std::string_view kHelping =
    "that|which? may|might|can|could|will|does? also|often|usually? "
    "help|helps|ease|eases|relieve|relieves|reduce|reduces|lessen|"
    "dull|dulls|calm|calms|soothe|soothes|work|works|bring|do";
// Who speaks of a cause, a study or of what others prescribe, offers none.
constexpr Phrases kTelling{
    "cause|causes|caused|causing|lead|leads|led|due|risk|risks|effect|effects|abuse|abused|illicit|illegal|"
    "overuse|"
    "interact*",
    "study|studies|trial|trials|research*|test|tested|tests|develop*|scientist*|experimental|investigational|"
    "fda|"
    "approved",
    "prescribe|prescribes|prescribed|directed|inject*|chemotherapy|surgery|hospital|cancer|tumor|tumour",
    "no|not|without|instead|stop|avoid|than|never",
};

constexpr Phrase kCausing = "cause|causes|caused|causing|due|risk|risks|avoid|not|never|don't";

bool IsGeneric(const WordView& words, const Match& medicine) {
  return medicine.end == medicine.begin + 1 &&
         IsOneOf(words.words[medicine.begin], "medication|medications|medicine|medicines|drug|drugs");
}

// Of a word such as "medicine" the reader has to be told or allowed to take it: "you can take a medicine", at
// the head "Take a medicine"; "take your medicines" speaks of those that a doctor gave.
bool IsOffered(const WordView& words, const Match& medicine) {
  if (FindAnyPhrase(words.words, kTelling) || FindAnyPhrase(words.words, kProfessionals)) return false;
  constexpr std::size_t kNear = 4;
  const auto before = words.words.first(medicine.begin);
  const std::size_t from = before.size() - std::min(before.size(), kNear);
  const auto taking = FindPhrase(before, kTaking, from);
  // "Don't take ibuprofen - it makes this worse"
  if (taking && taking->begin > 0 &&
      IsOneOf(before[taking->begin - 1], "don't|don\u2019t|not|never|avoid|stop"))
    return false;
  if (!IsGeneric(words, medicine)) {
    return taking || MatchPhrase(words.words.subspan(medicine.end), kHelping) ||
           (!before.empty() && FindPhrase(before, "so may|can|does|do|will",
                                          before.size() - std::min<std::size_t>(before.size(), 2)));
  }
  // "Use drugs": those that nobody advises to.
  if (!taking || IsOneOf(words.words[medicine.begin], "drug|drugs") ||
      IsOneOf(before.back(), "your|other|certain|these|those|the|their|any"))
    return false;
  const auto ahead = before.first(taking->begin);
  // "Taking medicines can relieve it" tells nobody to.
  if (ahead.empty()) return !before[taking->begin].ends_with("ing");
  return FindPhrase(ahead, "you may|can|could|should|might|want|need|must") ||
         IsOneOf(ahead.back(), "and|then|or|also|just|please|,");
}

// How far apart the two may stand, in words.
constexpr std::size_t kReach = 7;

bool StandsBetween(const WordView& words, std::size_t begin, std::size_t end, const Phrase& phrase) {
  const auto match = FindPhrase(words.words, phrase, begin);
  return match && match->end <= end;
}

// "Talk to your doctor", "advice from a pharmacist", "unless your doctor says so"; not "may call for a
// drug that a doctor prescribes".
bool IsAdvice(const WordView& words) {
  static constexpr Phrases kNoNeed{"no|not|don't|doesn't|never need|needs", "need not", "needn't"};
  if (FindAnyPhrase(words.words, kNoNeed)) return false;
  const auto medical =
      FindPhrase(words.words, "get|seek|ask|take for? medical|professional advice|help|care");
  if (medical) return true;
  // "Only as advised by your doctor"
  if (FindPhrase(words.words,
                 "advised|recommended|approved|directed by a|an|the|your? doctor|gp|pharmacist|nurse"))
    return true;
  for (auto who = FindAnyPhrase(words.words, kProfessionals); who;
       who = FindAnyPhrase(words.words, kProfessionals, who->end)) {
    const std::size_t from = who->begin < kReach ? 0 : who->begin - kReach;
    for (auto ask = FindAnyPhrase(words.words, kAsking, from); ask && ask->end <= who->begin;
         ask = FindAnyPhrase(words.words, kAsking, ask->end)) {
      if (!StandsBetween(words, ask->end, who->begin, "that|which|for")) return true;
    }
    const auto answer = FindAnyPhrase(words.words, kAnswering, who->end);
    if (answer && answer->begin <= who->end + 1) return true;
  }
  return false;
}

// "Pain relievers - ease fever": what a list tells of each kind of medicine.
bool IsLabel(const Passage& passage, const Piece& medicine) {
  const std::string_view behind = std::string_view(passage.text).substr(medicine.end);
  return medicine.begin == 0 &&
         (behind.starts_with(" - ") || behind.starts_with(" \u2013 ") || behind.starts_with(":"));
}

// "Your pharmacist can help", "Treatment from your GP": the heading puts a professional in charge.
bool IsOfProfessional(const Prose& heading, const std::string& language) {
  return std::ranges::any_of(PassagesOf(heading), [&](const Passage& passage) {
    return FindAnyPhrase(passage.words(language).words, kProfessionals).has_value();
  });
}

// "Bleeding can be caused by:", before a list.
bool LeadsToCauses(const Block& block, const Guide& guide, const std::string& language) {
  const std::vector<ProseUse> uses = ProseOf(block, guide);
  if (uses.empty()) return false;
  const PassageList passages = PassagesOf(uses.back());
  if (passages.empty()) return false;
  const Passage& last = passages[passages.size() - 1];
  return last.text.ends_with(':') && FindPhrase(last.words(language).words, kCausing);
}

// Whether `is_it` holds for a sentence of these.
template <class IsIt>
bool AnySentence(const std::vector<ProseUse>& uses, const std::string& language, const IsIt& is_it) {
  return std::ranges::any_of(uses, [&](const ProseUse& use) {
    if (use.is_denied) return false;
    return std::ranges::any_of(PassagesOf(use), [&](const Passage& passage) {
      return std::ranges::any_of(passage.sentences(language),
                                 [&](const Sentence& sentence) { return is_it(passage, sentence.words); });
    });
  });
}

void CheckPart(const std::vector<ProseUse>& uses, RuleContext& context) {
  std::optional<Span> place;
  std::string name;
  const auto offers = [&](const Passage& passage, const WordView& words) {
    const auto medicine = FindMedicine(words.words);
    if (!medicine || !IsOffered(words, *medicine)) return false;
    const Piece piece = words.PieceOf(medicine->begin, medicine->end);
    if (IsLabel(passage, piece)) return false;
    place = passage.SpanOf(piece);
    name = passage.Slice(piece);
    return true;
  };
  const auto advises = [](const Passage&, const WordView& words) { return IsAdvice(words); };
  const std::string& language = context.language();
  if (!AnySentence(uses, language, offers) || AnySentence(uses, language, advises)) return;
  context.Report(*place,
                 fmt::format("`{}` is offered, and nothing beside it says to ask a doctor or a pharmacist; "
                             "add that",
                             name));
}

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  if (exercise.document->root.damaged) return;
  CheckPart(ProseOf(exercise), context);
}

// A list of causes offers none.
void CheckBlocks(const std::vector<Block>& blocks, const Guide& guide, RuleContext& context) {
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    const bool is_led = at > 0 && LeadsToCauses(blocks[at - 1], guide, context.language());
    if (is_led || IsDamagedAround(*guide.document, blocks[at].span)) continue;
    CheckPart(ProseOf(blocks[at], guide), context);
  }
}

void CheckGuide(const Guide& guide, RuleContext& context) {
  const auto check_alone = [&](const Prose& prose) {
    if (prose) CheckPart({ProseUse{.prose = &prose, .guide = &guide}}, context);
  };
  check_alone(guide.main_message);
  if (guide.routine) check_alone(guide.routine->text);
  CheckBlocks(guide.introduction, guide, context);
  for (std::size_t at = 0; at < guide.sections.size(); ++at) {
    // "Your pharmacist can help" over it, or over what comes next.
    const auto heads = [&](std::size_t section) {
      return section < guide.sections.size() && guide.sections[section].title &&
             IsOfProfessional(guide.sections[section].title, context.language());
    };
    if (!heads(at) && !heads(at + 1)) CheckBlocks(guide.sections[at].blocks, guide, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Rest helps. So may ibuprofen. # expect: SF005 @ 30-39 "`ibuprofen`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(cautions:
  - Take a pain reliever first. # expect: SF005 @ 12-25 "`pain reliever`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Rest helps. So may ibuprofen. Ask your doctor or pharmacist before you take it.
  - text: You can also throw a medicine ball.
  - text: Some drugs can cause muscle pain, and illicit drugs can harm the muscle itself.
  - text: The usual treatments are rest and medication.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF005",
    .name = "medicine-without-advice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A medicine is offered without advice to ask a professional.",
    .rationale =
        R"md(A medicine that helps one reader harms another. Readers see a block or a sheet alone, so the advice to
ask a doctor, a pharmacist or another health professional stands in the same block of a section, in its
heading, on the same exercise or in the main message itself. Known are common generic names and words such
as "pain reliever", where the text tells the reader to take one or says that it helps: what a medicine may
cause, and what a doctor prescribes, needs no advice. English texts only.)md",
    .source = "CDC Clear Communication Index and AHRQ PEMAT-P: risks and benefits; guidec's own demand",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = CheckExercise,
    .guide = CheckGuide,
};

}  // namespace guidec::rules::medicine_without_advice
