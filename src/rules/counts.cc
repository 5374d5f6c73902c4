#include "rules/counts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "model/quiz/kind.h"
#include "text/tokens.h"

namespace guidec {
namespace {

using Meanings = std::vector<CountMeaning>;

class Walk {
 public:
  Walk(const Guide& guide, const Library& library, const CountVisit& visit)
      : guide_(guide), library_(library), visit_(visit) {}

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
      CheckTitle(list->title, list->items.size(), list->id);
    } else if (const auto* protocol = std::get_if<ProtocolBlock>(&block.content)) {
      CheckTitle(protocol->title, protocol->steps.size(), protocol->id);
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
          visit_(passage, counted,
                 {{quiz.questions.size(), quiz.document->root.FindPair("questions")->key.span,
                   "the quiz's questions", "questions.count"}});
        }
      }
    }
    for (const Question& question : quiz.questions) {
      // Of a number's reason `why-counts-otherwise` tells.
      if (!question.kind->is_number) CheckProse(question.why, nullptr, false);
    }
  }

  // "Four ways to hold on" above four steps.
  void CheckTitle(const Prose& title, std::size_t members, const Id& id) {
    if (!title) return;
    for (const Passage& passage : PassagesOf(title)) {
      for (const Counted& counted : FindCounted(passage.tokens())) {
        const bool is_first = counted.tokens.begin == 0 || counted.has_article;
        const bool is_exercise = counted.noun == CountedNoun::kExercises;
        if (is_first && !is_exercise)
          visit_(passage, counted, {{members, id.span, "the members under the title", {}}});
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
    const Meanings meanings = MeaningsOf(counted, section);
    if (meanings.empty()) return;
    const std::size_t at = counted.tokens.begin;
    const bool opens = at == 0 || IsOneOf(passage.tokens().words[at - 1], ":|-|\u2014");
    const bool is_whole = (is_title && opens) || (counted.has_article && !counted.is_narrowed);
    if ((counted.is_narrowed && !is_whole) || IsOfOthers(passage, counted)) return;
    const std::size_t most = std::ranges::max_element(meanings, {}, &CountMeaning::count)->count;
    const auto count = static_cast<std::size_t>(counted.count);
    if (!is_whole && count <= most) return;
    if (counted.has_article && NamedIn(passage) == count) return;
    visit_(passage, counted, meanings);
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
  Meanings MeaningsOf(const Counted& counted, const Section* section) const {
    Meanings meanings;
    const std::string noun =
        counted.kind.empty() ? "exercises" : fmt::format("exercises of kind `{}`", counted.kind);
    const auto add = [&](std::span<const Id> ids, const std::string& of, std::string placeholder = {}) {
      CountMeaning meaning{0, ids.empty() ? Span{} : ids.front().span, fmt::format("{}'s {}", of, noun),
                           std::move(placeholder)};
      std::set<std::string_view> known;
      for (const Id& id : ids) {
        const Exercise* exercise = library_.FindExercise(id.value);
        if (exercise == nullptr || !known.insert(id.value).second) continue;
        if (counted.kind.empty() || exercise->kind.value == counted.kind) ++meaning.count;
      }
      if (meaning.count > 0) meanings.push_back(std::move(meaning));
    };
    const std::string of_routine = counted.kind.empty() ? "routine.count" : "";
    const std::string of_guide = counted.kind.empty()        ? "exercises.count"
                                 : counted.kind == "stretch" ? "stretches.count"
                                                             : "";
    if (guide_.routine && is_routine_) add(guide_.routine->exercises, "the routine", of_routine);
    if (!meanings.empty()) return meanings;
    if (section != nullptr) AddBlocks(section->blocks, "the section", add);
    std::vector<Id> all;
    for (const auto* block : BlocksOf<ExercisesBlock>(guide_))
      all.insert(all.end(), block->ids.begin(), block->ids.end());
    add(all, "the guide", of_guide);
    if (guide_.routine) add(guide_.routine->exercises, "the routine", of_routine);
    for (const Section& other : guide_.sections) AddBlocks(other.blocks, "a section", add);
    return meanings;
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
    Meanings named;
    for (const ProtocolBlock* protocol : protocols) {
      if (std::ranges::find(words, protocol->id.value) == words.end()) continue;
      if (protocol->title.span() == passage.prose->span()) return;
      named.push_back({protocol->steps.size(), protocol->id.span,
                       fmt::format("the steps of `{}`", protocol->id.value), protocol->id.value + ".count"});
    }
    const bool is_whole = counted.has_article || FindPhrase(words, "has|have|of|in");
    if (named.size() == 1 && is_whole) visit_(passage, counted, named);
  }

  const Guide& guide_;
  const Library& library_;
  const CountVisit& visit_;
  bool is_routine_ = false;  // its text counts its own exercises
};

}  // namespace

void ForEachCount(const Guide& guide, const Library& library, const CountVisit& visit) {
  Walk(guide, library, visit).Run();
}

}  // namespace guidec
