// An exercise's own prose is about that exercise. A guide's prose is where a sentence names or links
// to just one, or goes on about the only one that its paragraph has named so far. "Each stretch" is about
// all stretches of the guide.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/passage.h"
#include "model/stated_dose.h"
#include "text/tokens.h"

namespace guidec {
namespace {

void CheckFigure(const Exercise& exercise, const Passage& passage, const StatedDose& stated, bool is_step,
                 RuleContext& context) {
  if (Compare(stated, exercise.dose) != Agreement::kDiffers) return;
  const DoseField field = FieldMeant(stated, exercise.dose);
  const Pair* pair = FindDoseField(exercise, field);
  if (pair == nullptr) return;
  const Piece piece{stated.quantity.begin, stated.quantity.end};
  const std::string dose = PlaceholderText(exercise.dose, FieldName(field)).value_or("");
  const std::string remedy = is_step ? fmt::format("write `{{{}}}` or correct the dose", FieldName(field))
                                     : std::string("correct one of the two");
  Diagnostic& finding = context.Report(passage.SpanOf(piece),
                                       fmt::format("the text says `{}`, and the dose of `{}` says `{}`; {}",
                                                   passage.Slice(piece), exercise.id.value, dose, remedy));
  finding.labels.push_back({SpanOfDoseField(*pair), fmt::format("the dose: {}", dose)});
}

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  for (const ProseUse& use : ProseOf(exercise)) {
    if (use.role != Role::kText && use.role != Role::kStep && use.role != Role::kStopRule) continue;
    for (const Passage& passage : PassagesOf(*use.prose)) {
      for (const StatedDose& stated : StatedDoses(passage.text)) {
        CheckFigure(exercise, passage, stated, use.role == Role::kStep, context);
      }
    }
  }
}

struct Name {
  std::vector<std::string> words;
  const Exercise* exercise;
};

// The longest first, so that a side plank is no plank.
std::vector<Name> NamesOf(const Library& library) {
  std::vector<Name> names;
  for (const Exercise& exercise : library.exercises) {
    auto words = Tokens(PlainText(exercise.name.root)).words;
    if (!words.empty()) names.push_back({std::move(words), &exercise});
  }
  std::ranges::stable_sort(names, std::ranges::greater(), [](const Name& name) { return name.words.size(); });
  return names;
}

// "Side planks" are that exercise; "planks" may be several.
bool IsNamedAt(const Name& name, std::span<const std::string> words) {
  if (words.size() < name.words.size()) return false;
  const std::size_t last = name.words.size() - 1;
  return std::equal(name.words.begin(), name.words.end() - 1, words.begin()) &&
         (words[last] == name.words[last] || (last > 0 && words[last] == name.words[last] + "s"));
}

struct Mention {
  std::size_t begin = 0;  // byte of the passage
  const Exercise* exercise = nullptr;
};

std::vector<Mention> MentionsIn(const Passage& passage, const WordList& tokens, const Library& library,
                                const std::vector<Name>& names) {
  std::vector<Mention> mentions;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto words = std::span(tokens.words).subspan(at);
    const auto name = std::ranges::find_if(names, [&](const Name& n) { return IsNamedAt(n, words); });
    if (name == names.end()) {
      ++at;
      continue;
    }
    mentions.push_back({tokens.pieces[at].begin, name->exercise});
    at += name->words.size();
  }
  ForEachNode(passage.prose->root, [&](const MarkdownNode& link) {
    if (link.type != MarkdownType::kLink || !link.url.starts_with('#')) return;
    const Exercise* exercise = library.FindExercise(std::string_view(link.url).substr(1));
    if (exercise == nullptr) return;
    ForEachNode(link, [&](const MarkdownNode& part) {
      for (const Passage::Segment& segment : passage.segments) {
        if (segment.node == &part) mentions.push_back({segment.begin, exercise});
      }
    });
  });
  return mentions;
}

// "each stretch", "both of them": about more than the one that is named.
bool SpeaksOfMore(std::span<const std::string> sentence) {
  std::size_t from = 0;
  while (const auto match =
             FindPhrase(sentence, "each|every|both|all|any|these|those|them|other|others", from)) {
    const bool is_side = match->end < sentence.size() &&
                         IsOneOf(sentence[match->end], "side|sides|leg|legs|arm|arms|foot|hand|way|the|time");
    if (!is_side) return true;
    from = match->end;
  }
  return FindPhrase(sentence, "stretches|exercises") ||
         FindPhrase(sentence, "the|your two|three|four|five|six");
}

const Exercise* SubjectOf(const StatedDose& stated, const WordList& tokens,
                          const std::vector<Mention>& mentions) {
  const Match sentence = SentenceAround(tokens.words, stated.quantity.tokens.begin);
  const std::size_t begin = tokens.pieces[sentence.begin].begin;
  const std::size_t end = tokens.pieces[sentence.end - 1].end;
  std::set<const Exercise*> within;
  std::set<const Exercise*> anywhere;
  bool is_named_before = false;
  for (const Mention& mention : mentions) {
    anywhere.insert(mention.exercise);
    if (mention.begin >= begin && mention.begin < end) within.insert(mention.exercise);
    is_named_before = is_named_before || mention.begin < begin;
  }
  if (SpeaksOfMore(std::span(tokens.words).subspan(sentence.begin, sentence.end - sentence.begin)))
    return nullptr;
  if (within.size() == 1) return *within.begin();
  if (within.empty() && anywhere.size() == 1 && is_named_before) return *anywhere.begin();
  return nullptr;
}

bool IsOfEachStretch(const StatedDose& stated, const WordList& tokens) {
  const Match sentence = SentenceAround(tokens.words, stated.quantity.tokens.begin);
  const auto words = std::span(tokens.words).subspan(sentence.begin, sentence.end - sentence.begin);
  return FindPhrase(words, "each|every stretch").has_value() ||
         FindPhrase(words, "all|these|the ... stretches").has_value();
}

class GuideCheck {
 public:
  GuideCheck(const Library& library, RuleContext& context)
      : library_(library), context_(context), names_(NamesOf(library)) {}

  void Run(const Guide& guide) {
    stretches_ = ExercisesOf(library_, guide);
    std::erase_if(stretches_, [](const Exercise* exercise) { return exercise->kind.value != "stretch"; });
    CheckProse(guide.main_message);
    for (const Block* block : AllBlocks(guide)) {
      // A myth says what is wrong.
      const auto* claim = std::get_if<ClaimBlock>(&block->content);
      if (claim != nullptr && !claim->truth) continue;
      for (const ProseUse& use : ProseOf(*block, guide)) CheckProse(*use.prose);
    }
    if (guide.routine) CheckProse(guide.routine->text);
    if (!guide.quiz) return;
    for (const Question& question : guide.quiz->questions) CheckProse(question.why);
  }

 private:
  void CheckProse(const Prose& prose) {
    if (!prose) return;
    for (const Passage& passage : PassagesOf(prose)) {
      const std::vector<StatedDose> figures = StatedDoses(passage.text);
      if (figures.empty()) continue;
      const WordList tokens = Tokens(passage.text);
      const std::vector<Mention> mentions = MentionsIn(passage, tokens, library_, names_);
      for (const StatedDose& stated : figures) {
        const Exercise* exercise = SubjectOf(stated, tokens, mentions);
        if (exercise != nullptr) CheckFigure(*exercise, passage, stated, false, context_);
        if (IsOfEachStretch(stated, tokens)) CheckAgainstStretches(passage, stated);
      }
    }
  }

  // Some of them may be held longer than the others; a figure that none of them has is a slip.
  void CheckAgainstStretches(const Passage& passage, const StatedDose& stated) {
    const bool differs_from_all = std::ranges::all_of(stretches_, [&](const Exercise* exercise) {
      return Compare(stated, exercise->dose) == Agreement::kDiffers;
    });
    if (!stretches_.empty() && differs_from_all) {
      CheckFigure(*stretches_.front(), passage, stated, false, context_);
    }
  }

  const Library& library_;
  RuleContext& context_;
  std::vector<Name> names_;
  std::vector<const Exercise*> stretches_;  // of the guide
};

void Check(const Library& library, RuleContext& context) {
  if (IsEnglish(library.workspace.language)) {
    for (const Exercise& exercise : library.exercises) CheckExercise(exercise, context);
  }
  GuideCheck check(library, context);
  for (const Guide& guide : library.guides) {
    if (IsEnglish(guide.language)) check.Run(guide);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 30 s
  sets: 2
steps:
  - Kneel on your left knee on a mat.
  - Hold for forty-five seconds. # expect: HT003 @ 14-32 "the dose of `hip-stretch` says `30 seconds`"
  - Repeat the steps on the other side.
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 10-15
purpose: Ten to twelve repetitions build strength. # expect: HT003 @ 10-35 "`10 to 15`"
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first. Then hold the hip stretch for a minute. # expect: HT003 @ 57-65 "`30 seconds`"
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 30 s
  sets: 2
cautions:
  - If that is too hard, hold for 10 seconds.
  - Breathe out for 3 seconds at a time.
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first. Then do the hip stretch, and hold it for half a minute.
)yaml"},
};

}  // namespace

extern const Rule prose_differs_from_dose;
constinit const Rule prose_differs_from_dose = {
    .code = "HT003",
    .name = "prose-differs-from-dose",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Prose states another hold, rest or number of repetitions or sets than the dose.",
    .rationale =
        R"md(The handout prints the dose in a box and the prose beside it. A reader who finds two figures follows
either, or none. Figures are understood in digits and in words ("half a minute", "ten to fifteen
times"); those that may be a tempo, a frequency or an easier variant are left alone.)md",
    .source =
        "CERT item 13 (Slade et al. 2016): the dosage is described in detail; guidec's own check of prose "
        "against data",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
