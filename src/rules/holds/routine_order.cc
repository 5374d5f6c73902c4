// Reads the routine's text as a chain of groups, "the stretches first, then the strength exercises", each by
// its kind, by what it trains or by an exercise's name, and compares it with the routine's list.
#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/named_exercises.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::routine_order {
namespace {

constexpr Phrases kOrders{"first|then|next|finally|lastly|last", "start|begin|end|finish with",
                          "after that|this", "followed by"};
constexpr Phrases kLeadsOn{"then|next|finally|lastly|last", "end|finish with", "after that|this",
                           "followed by"};
constexpr Phrases kTurnedRound{"before", "after a|an|the|your|you|each|every",
                               "if|when|or|not|instead|between|skip"};

struct KindPhrase {
  Phrase phrase;
  std::string_view kind;
};
constexpr KindPhrase kKinds[] = {{"stretches", "stretch"},
                                 {"stretching exercises?", "stretch"},
                                 {"strength|strengthening exercises", "strength"},
                                 {"strength training", "strength"},
                                 {"mobility exercises", "mobility"},
                                 {"cardio|aerobic exercises", "cardio"}};

// Exercises that a part of the text means, by their places in the routine.
struct Group {
  std::vector<std::size_t> places;
  Match tokens;
};

class RoutineCheck {
 public:
  RoutineCheck(const Routine& routine, RuleContext& context) : routine_(routine), context_(context) {
    for (const Id& id : routine.exercises) {
      exercises_.push_back(context.library().FindExercise(id.value));
      if (exercises_.back() == nullptr) continue;
      for (const Passage& name : PassagesOf(exercises_.back()->name))
        names_.Add(name.tokens().words, exercises_.back());
    }
    names_.Sort();
  }

  void Run() {
    if (std::ranges::find(exercises_, nullptr) != exercises_.end()) return;
    for (const Passage& passage : PassagesOf(routine_.text)) {
      if (FindAnyPhrase(passage.tokens().words, kOrders)) CheckPassage(passage);
    }
  }

 private:
  void CheckPassage(const Passage& passage) {
    const std::span<const std::string> words = passage.tokens().words;
    std::optional<Group> before;
    for (std::size_t at = 0; at < words.size();) {
      const Match sentence = SentenceAround(words, at);
      const auto said = words.subspan(sentence.begin, sentence.end - sentence.begin);
      const std::vector<Group> groups = GroupsIn(words, sentence);
      const bool is_clear = FindAnyPhrase(said, kOrders) && !FindAnyPhrase(said, kTurnedRound);
      if (!is_clear || groups.empty()) {
        before.reset();
      } else {
        if (!FindAnyPhrase(said, kLeadsOn)) before.reset();
        for (std::size_t i = 0; i < groups.size(); ++i) {
          const bool leads_on = i == 0 || LeadsOn(words, groups[i - 1], groups[i]);
          if (before && leads_on) Compare(passage, *before, groups[i]);
          before = groups[i];
        }
      }
      at = sentence.end + 1;
    }
  }

  // "The stretches, then the planks"; "the stretches and the planks" have no order.
  static bool LeadsOn(std::span<const std::string> words, const Group& one, const Group& other) {
    return FindAnyPhrase(words.subspan(one.tokens.end, other.tokens.begin - one.tokens.end), kLeadsOn)
        .has_value();
  }

  std::vector<Group> GroupsIn(std::span<const std::string> words, const Match& sentence) const {
    std::vector<Group> groups;
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
      Group group = GroupAt(words.first(sentence.end), at);
      if (group.places.empty()) continue;
      at = group.tokens.end - 1;
      groups.push_back(std::move(group));
    }
    return groups;
  }

  Group GroupAt(std::span<const std::string> words, std::size_t at) const {
    Group group{{}, {at, at}};
    const auto rest = words.subspan(at);
    names_.ForEachAt(rest, [&](const Exercise* exercise, std::size_t count) {
      group = {PlacesOf([&](const Exercise& one) { return &one == exercise; }), {at, at + count}};
    });
    for (const KindPhrase& one : kKinds) {
      const auto length = group.places.empty() ? MatchPhrase(rest, one.phrase) : std::nullopt;
      if (length)
        group = {PlacesOf([&](const Exercise& it) { return it.kind.value == one.kind; }), {at, at + *length}};
    }
    const bool is_trained = group.places.empty() && at > 0 && IsOneOf(words[at - 1], "your|the");
    if (!is_trained) return group;
    return {PlacesOf([&](const Exercise& one) {
              return std::ranges::find(one.targets, words[at], &Id::value) != one.targets.end();
            }),
            {at, at + 1}};
  }

  template <class Is>
  std::vector<std::size_t> PlacesOf(const Is& is) const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < exercises_.size(); ++i) {
      if (is(*exercises_[i])) places.push_back(i);
    }
    return places;
  }

  void Compare(const Passage& passage, const Group& first, const Group& second) {
    for (const std::size_t place : second.places) {
      // What is of both groups has its place in either.
      if (std::ranges::find(first.places, place) != first.places.end() || place > first.places.back())
        continue;
      const Id& id = routine_.exercises[place];
      const Piece one = passage.tokens().PieceOf(first.tokens.begin, first.tokens.end);
      const Piece other = passage.tokens().PieceOf(second.tokens.begin, second.tokens.end);
      Diagnostic& finding = context_.Report(
          id.span,
          fmt::format("the text has `{}` before `{}`, and `{}` comes before `{}` here; put the exercises in "
                      "order, or correct the text",
                      passage.Slice(one), passage.Slice(other), id.value,
                      routine_.exercises[first.places.back()].value));
      finding.labels.push_back({passage.SpanOf(other), "the text"});
      return;
    }
  }

  const Routine& routine_;
  RuleContext& context_;
  std::vector<const Exercise*> exercises_;
  NameIndex names_;
};

void Check(const Guide& guide, RuleContext& context) {
  if (guide.routine && guide.routine->text) RoutineCheck(*guide.routine, context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(routine:
  text: Do the stretches first. Then do the strength exercises.
  total: 3 min
  exercises: [plank, hip-stretch] # expect: HT025 @ 15-20 "`plank` comes before `hip-stretch` here"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(routine:
  text: Do the strength exercises after the stretches, or in any order.
  exercises: [plank, hip-stretch]
  total: 3 min
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT025",
    .name = "routine-order",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "The routine's exercises come in another order than its text says.",
    .rationale =
        R"md(The text says "the stretches first, then the strength exercises", and the list, which apps and timers follow,
begins with a plank. Groups are understood by kind ("the stretches"), by what they train ("your balance") and by
the exercises' names. English texts only.)md",
    .source =
        "CERT item 13 (Slade et al. 2016): the dosage, order included, is described; AHRQ PEMAT-P: "
        "information "
        "in logical sequence",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::routine_order
