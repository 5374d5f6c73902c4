// A count is compared with everything that it may count: the exercises of its section, of the guide and of
// its routine, all or those of a kind; the questions of the quiz; the steps of a protocol; the members under
// a title. It is wrong where there are such things and no reading has that many of them.
#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/kind.h"
#include "text/counted.h"
#include "text/tokens.h"

namespace guidec::rules::count_differs {
namespace {

// What a count may mean, and where that is.
struct Candidate {
  std::size_t count = 0;
  Span span{};
  std::string what;  // "the section's stretches"
};
using Candidates = std::vector<Candidate>;

class GuideCheck {
 public:
  GuideCheck(const Guide& guide, RuleContext& context)
      : guide_(guide), library_(context.library()), context_(context) {}

  void Run() {
    for (const Prose* title : {&guide_.title, &guide_.subtitle}) CheckProse(*title, nullptr, true);
    for (const Prose* prose : {&guide_.audience, &guide_.main_message}) CheckProse(*prose, nullptr, false);
    for (const Block& block : guide_.introduction) CheckBlock(block, nullptr);
    for (const Section& section : guide_.sections) {
      CheckProse(section.title, &section, ShowsExercises(section));
      for (const Block& block : section.blocks) CheckBlock(block, &section);
    }
    if (guide_.routine) {
      CheckProse(guide_.routine->title, nullptr, true);
      is_routine_ = true;
      CheckProse(guide_.routine->text, nullptr, false);
      is_routine_ = false;
    }
    if (guide_.quiz) CheckQuiz(*guide_.quiz);
  }

 private:
  void CheckBlock(const Block& block, const Section* section) {
    const auto* claim = std::get_if<ClaimBlock>(&block.content);
    if (claim != nullptr && !claim->truth) return;
    if (const auto* list = std::get_if<ListBlock>(&block.content)) {
      CheckTitle(list->title, list->items.size(), list->id.span);
    } else if (const auto* protocol = std::get_if<ProtocolBlock>(&block.content)) {
      CheckTitle(protocol->title, protocol->steps.size(), protocol->id.span);
    }
    for (const ProseUse& use : ProseOf(block, guide_)) CheckProse(*use.prose, section, false);
  }

  void CheckQuiz(const Quiz& quiz) {
    for (const Prose* prose : {&quiz.title, &quiz.text}) {
      for (const Passage& passage : PassagesOf(*prose)) {
        for (const Counted& counted : FindCounted(passage.tokens())) {
          const bool is_part = counted.is_narrowed && !counted.has_article;
          if (counted.noun != CountedNoun::kQuestions || is_part) continue;
          if (HasDamage(quiz.document->root)) return;
          Judge(passage, counted,
                {{quiz.questions.size(), quiz.document->root.FindPair("questions")->key.span,
                  "the quiz's questions"}});
        }
      }
    }
    for (const Question& question : quiz.questions) {
      // Of a number's reason `why-counts-otherwise` tells.
      if (!question.kind->is_number) CheckProse(question.why, nullptr, false);
    }
  }

  // "Four ways to hold on" above four steps.
  void CheckTitle(const Prose& title, std::size_t members, const Span& place) {
    if (!title) return;
    for (const Passage& passage : PassagesOf(title)) {
      for (const Counted& counted : FindCounted(passage.tokens())) {
        const bool is_first = counted.tokens.begin == 0 || counted.has_article;
        const bool is_exercise = counted.noun == CountedNoun::kExercises;
        if (is_first && !is_exercise)
          Judge(passage, counted, {{members, place, "the members under the title"}});
      }
    }
  }

  void CheckProse(const Prose& prose, const Section* section, bool is_title) {
    if (!prose) return;
    for (const Passage& passage : PassagesOf(prose)) {
      for (const Counted& counted : FindCounted(passage.tokens())) {
        if (counted.noun == CountedNoun::kExercises) {
          CheckExercises(passage, counted, section, is_title);
        } else if (counted.noun == CountedNoun::kSteps) {
          CheckSteps(passage, counted);
        }
      }
    }
  }

  void CheckExercises(const Passage& passage, const Counted& counted, const Section* section, bool is_title) {
    if (IsUnsure()) return;
    const Candidates candidates = CandidatesOf(counted, section);
    if (candidates.empty()) return;
    const std::size_t at = counted.tokens.begin;
    const bool opens = at == 0 || IsOneOf(passage.tokens().words[at - 1], ":|-|\u2014");
    const bool is_whole = (is_title && opens) || (counted.has_article && !counted.is_narrowed);
    if ((counted.is_narrowed && !is_whole) || IsOfOthers(passage, counted)) return;
    const std::size_t most = std::ranges::max_element(candidates, {}, &Candidate::count)->count;
    const auto count = static_cast<std::size_t>(counted.count);
    if (!is_whole && count <= most) return;
    if (counted.has_article && NamedIn(passage) == count) return;
    Judge(passage, counted, candidates);
  }

  // Whether an exercise, or the kind of one, is not known: then it cannot be counted.
  bool IsUnsure() const {
    const auto is_unknown = [&](const Id& id) {
      const Exercise* exercise = library_.FindExercise(id.value);
      return exercise == nullptr || !IsOneOf(exercise->kind.value, "stretch|strength|mobility|cardio");
    };
    return (guide_.routine && std::ranges::any_of(guide_.routine->exercises, is_unknown)) ||
           std::ranges::any_of(BlocksOf<ExercisesBlock>(guide_), [&](const ExercisesBlock* block) {
             return std::ranges::any_of(block->ids, is_unknown);
           });
  }

  // "Two exercises to avoid" may head a section that shows none.
  static bool ShowsExercises(const Section& section) {
    return std::ranges::any_of(section.blocks, [](const Block& block) {
      return std::holds_alternative<ExercisesBlock>(block.content);
    });
  }

  // "In a study of ten exercises", "twelve exercises from another leaflet"
  static bool IsOfOthers(const Passage& passage, const Counted& counted) {
    static constexpr Phrases kOthers{
        "study|studies|trial|trials|researchers|program|programs|programme|programmes|"
        "class|classes|book|leaflet|app|apps|video|videos|other|others|review"};
    const std::span<const std::string> words = passage.tokens().words;
    const Match sentence = SentenceAround(words, counted.tokens.begin);
    return FindAnyPhrase(words.subspan(sentence.begin, sentence.end - sentence.begin), kOthers).has_value();
  }

  // The nearest first.
  Candidates CandidatesOf(const Counted& counted, const Section* section) const {
    Candidates candidates;
    const std::string noun =
        counted.kind.empty() ? "exercises" : fmt::format("exercises of kind `{}`", counted.kind);
    const auto add = [&](std::span<const Id> ids, const std::string& of) {
      Candidate candidate{0, ids.empty() ? Span{} : ids.front().span, fmt::format("{}'s {}", of, noun)};
      std::set<std::string_view> known;
      for (const Id& id : ids) {
        const Exercise* exercise = library_.FindExercise(id.value);
        if (exercise == nullptr || !known.insert(id.value).second) continue;
        if (counted.kind.empty() || exercise->kind.value == counted.kind) ++candidate.count;
      }
      if (candidate.count > 0) candidates.push_back(std::move(candidate));
    };
    if (guide_.routine && is_routine_) add(guide_.routine->exercises, "the routine");
    if (!candidates.empty()) return candidates;
    if (section != nullptr) AddBlocks(section->blocks, "the section", add);
    std::vector<Id> all;
    for (const auto* block : BlocksOf<ExercisesBlock>(guide_))
      all.insert(all.end(), block->ids.begin(), block->ids.end());
    add(all, "the guide");
    if (guide_.routine) add(guide_.routine->exercises, "the routine");
    for (const Section& other : guide_.sections) AddBlocks(other.blocks, "a section", add);
    return candidates;
  }

  template <class Add>
  static void AddBlocks(const std::vector<Block>& blocks, const std::string& of, const Add& add) {
    std::vector<Id> all;
    for (const Block& block : blocks) {
      const auto* exercises = std::get_if<ExercisesBlock>(&block.content);
      if (exercises == nullptr) continue;
      add(exercises->ids, of);
      all.insert(all.end(), exercises->ids.begin(), exercises->ids.end());
    }
    add(all, of);
  }

  // "These two exercises" may be the two that a passage links to or names before.
  std::size_t NamedIn(const Passage& passage) const {
    std::set<std::string> named;
    ForEachNode(passage.prose->root, [&](const MarkdownNode& node) {
      if (node.type == MarkdownType::kLink && node.url.starts_with('#')) named.insert(node.url);
    });
    return named.size();
  }

  // "The four steps of RICE", "RICE has four steps", "these four steps" where the guide has one protocol.
  void CheckSteps(const Passage& passage, const Counted& counted) {
    const std::vector<const ProtocolBlock*> protocols = BlocksOf<ProtocolBlock>(guide_);
    const Match sentence = SentenceAround(passage.tokens().words, counted.tokens.begin);
    const auto words =
        std::span(passage.tokens().words).subspan(sentence.begin, sentence.end - sentence.begin);
    Candidates named;
    for (const ProtocolBlock* protocol : protocols) {
      if (std::ranges::find(words, protocol->id.value) == words.end()) continue;
      if (protocol->title.span() == passage.prose->span()) return;
      named.push_back(
          {protocol->steps.size(), protocol->id.span, fmt::format("the steps of `{}`", protocol->id.value)});
    }
    const bool is_whole = counted.has_article || FindPhrase(words, "has|have|of|in");
    if (named.size() == 1 && is_whole) Judge(passage, counted, named);
  }

  void Judge(const Passage& passage, const Counted& counted, const Candidates& candidates) {
    const auto count = static_cast<std::size_t>(counted.count);
    if (std::ranges::find(candidates, count, &Candidate::count) != candidates.end()) return;
    const Candidate& nearest = candidates.front();
    const Piece piece = passage.tokens().PieceOf(counted.tokens.begin, counted.tokens.end);
    Diagnostic& finding =
        context_.Report(passage.SpanOf(piece),
                        fmt::format("the text says `{}`, and {} are {}; correct the number, or add what is "
                                    "missing",
                                    passage.Slice(piece), nearest.what, nearest.count));
    finding.labels.push_back({nearest.span, fmt::format("{}: {}", nearest.what, nearest.count)});
  }

  const Guide& guide_;
  const Library& library_;
  RuleContext& context_;
  bool is_routine_ = false;  // its text counts its own exercises
};

void Check(const Guide& guide, RuleContext& context) {
  GuideCheck(guide, context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Do all three exercises. # expect: HT022 @ 22-37 "the guide's exercises are 2"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Do both exercises, or one of the two exercises, three times a day.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT022",
    .name = "count-differs",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "Prose counts exercises, questions, steps or members otherwise than there are.",
    .rationale =
        R"md(Someone adds a stretch or a question, and "all five" stays in the text. A reader who has found four looks
for the fifth. A count is compared with all that it may mean: the section, the guide, the routine, a kind of
exercise; "two more exercises" and "two exercises a day" count only a part. English texts only. Better still, let
a placeholder count: `{exercises.count}`, `{questions.count}`, `{symptoms.count}`.)md",
    .source =
        "guidec's source format: no number that can be worked out is typed; guidec's own check of prose "
        "against "
        "data",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::count_differs
