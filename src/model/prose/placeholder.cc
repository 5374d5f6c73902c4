#include "model/prose/placeholder.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/quiz/facts.h"
#include "text/nearest.h"

namespace guidec {
namespace {

using PrintedText = tl::expected<std::string, PlaceholderError>;

// Of what one placeholder prints.
constexpr std::size_t kMostNested = 16;
constexpr std::size_t kMostPrinted = 500;
constexpr std::size_t kMostBytes = 10'000;

// What can be printed of one subject: its name, and what that prints: words, then pieces of prose.
struct Printable {
  std::string name;
  std::string words;
  std::vector<const Prose*> proses = {};
  const Exercise* exercise = nullptr;  // whose prose it is
  const Prose* within = nullptr;       // prose that is in `words` already
};

class Printer {
 public:
  Printer(const Library& library, const Guide* guide) : library_(library), guide_(guide) {}

  // `owner` is the exercise that the placeholder stands in, or null.
  PrintedText Print(std::string_view name, const Exercise* owner) {
    size_ = {};
    return PrintWithin(name, owner);
  }

  // The same for good, or nothing, which is all that is left where a guide's placeholders have printed too
  // much.
  std::string Fill(std::string_view name, const Exercise* owner) {
    PrintedText text = Print(name, owner);
    if (!text || text->size() > kMostFilled - filled_) return {};
    filled_ += text->size();
    return *std::move(text);
  }

 private:
  // What printing takes: placeholders within each other, placeholders in all, and bytes of what all of them
  // print.
  struct Size {
    std::size_t nested = 0;
    std::size_t placeholders = 0;
    std::size_t bytes = 0;
  };
  struct Known {
    std::string text;
    Size size;
  };

  PrintedText PrintWithin(std::string_view name, const Exercise* owner) {
    std::string whole(name);
    if (name.find('.') == std::string_view::npos) {
      if (owner == nullptr) return Unowned(name);
      whole = fmt::format("{}.{}", owner->id.value, name);
    }
    if (const auto first = std::ranges::find(path_, whole); first != path_.end())
      return Circular(first, whole);
    const auto known = known_.find(whole);
    if (known != known_.end())
      return Add(known->second.size) ? PrintedText(known->second.text) : Endless(whole);
    const Size before = std::exchange(size_, {path_.size(), size_.placeholders, size_.bytes});
    if (!Add({1, 1, 0})) return Endless(whole);
    path_.push_back(whole);
    PrintedText text = PrintWhole(whole);
    path_.pop_back();
    if (!text) return text;
    size_.bytes += text->size();
    if (size_.bytes > kMostBytes) return Endless(whole);
    known_.emplace(whole, Known{*text,
                                {size_.nested - path_.size(), size_.placeholders - before.placeholders,
                                 size_.bytes - before.bytes}});
    size_.nested = std::max(size_.nested, before.nested);
    return text;
  }

  // Whether so much more may be printed within what is being printed.
  bool Add(const Size& more) {
    size_.nested = std::max(size_.nested, path_.size() + more.nested);
    size_.placeholders += more.placeholders;
    size_.bytes += more.bytes;
    return size_.nested <= kMostNested && size_.placeholders <= kMostPrinted && size_.bytes <= kMostBytes;
  }

  static tl::unexpected<PlaceholderError> Fail(std::string message, std::string instead = {}) {
    return tl::unexpected<PlaceholderError>({std::move(message), std::move(instead)});
  }

  PrintedText Unowned(std::string_view name) const {
    const std::string whose = guide_ == nullptr ? std::string() : AnyExercise();
    if (whose.empty()) {
      return Fail(fmt::format("`{{{}}}` does not say of which exercise; write the words out", name));
    }
    return Fail(
        fmt::format("`{{{0}}}` does not say of which exercise; write it as in `{{{1}.{0}}}`", name, whose));
  }

  std::string AnyExercise() const {
    const std::vector<const Exercise*> exercises = ExercisesOf(library_, *guide_);
    return exercises.empty() ? std::string() : exercises.front()->id.value;
  }

  PrintedText Circular(std::vector<std::string>::const_iterator first, const std::string& whole) const {
    std::vector<std::string> circle(first, path_.cend());
    circle.push_back(whole);
    PlaceholderError error{fmt::format("`{{{}}}` leads back to itself: `{}`; write one of them out", *first,
                                       fmt::join(circle, "` prints `")),
                           {},
                           true};
    return tl::unexpected(std::move(error));
  }

  // Placeholders that print one another need no circle to print without end.
  PrintedText Endless(const std::string& whole) const {
    return tl::unexpected(PlaceholderError{
        fmt::format(
            "`{{{}}}` prints too much: more than {} placeholders within each other, {} in all or {} bytes; "
            "write some of them out",
            path_.empty() ? whole : path_.front(), kMostNested, kMostPrinted, kMostBytes),
        {},
        true});
  }

  PrintedText PrintWhole(const std::string& whole) {
    const std::size_t dot = whole.find('.');
    const std::string subject = whole.substr(0, dot);
    const std::string what = whole.substr(dot + 1);
    const std::optional<std::vector<Printable>> printables = PrintablesOf(subject);
    if (!printables) {
      const auto nearest = Nearest(subject, Subjects());
      return Fail(fmt::format("`{{{}}}` prints nothing: {} `{}`{}", whole,
                              guide_ == nullptr ? "there is no exercise"
                                                : "the guide has no exercise, list, protocol or claim",
                              subject, DidYouMean(subject, Subjects())),
                  nearest ? fmt::format("{}.{}", *nearest, what) : std::string());
    }
    const auto found = std::ranges::find(*printables, what, &Printable::name);
    if (found != printables->end()) return TextOf(*found);
    std::vector<std::string> names;
    for (const Printable& printable : *printables) names.push_back(printable.name);
    const auto nearest = Nearest(what, names);
    constexpr std::size_t kMostShown = 20;
    const std::size_t shown = std::min(names.size(), kMostShown);
    const std::string hint = nearest ? fmt::format("did you mean `{{{}.{}}}`?", subject, *nearest)
                                     : fmt::format("known of `{}`: `{}`{}", subject,
                                                   fmt::join(std::span(names).first(shown), "`, `"),
                                                   shown < names.size() ? " and others" : "");
    return Fail(fmt::format("`{{{}}}` prints nothing: `{}` has no `{}`; {}", whole, subject, what, hint),
                nearest ? fmt::format("{}.{}", subject, *nearest) : std::string());
  }

  PrintedText TextOf(const Printable& printable) {
    std::vector<std::string> texts;
    std::optional<PlaceholderError> error;
    for (const Prose* prose : printable.proses) {
      texts.push_back(FilledText(*prose, printable.exercise, error));
      if (error) break;
    }
    if (printable.within != nullptr && !error) FilledText(*printable.within, printable.exercise, error);
    if (error) return tl::unexpected(std::move(*error));
    return printable.words + fmt::format("{}", fmt::join(texts, ", "));
  }

  std::string FilledText(const Prose& prose, const Exercise* owner, std::optional<PlaceholderError>& error) {
    MarkdownNode root = prose.root;
    Fill(root, owner, error);
    return PlainText(root);
  }

  // Only what leads in a circle stops the printing: what is unknown is told where it stands.
  void Fill(MarkdownNode& node, const Exercise* owner, std::optional<PlaceholderError>& error) {
    if (node.type == MarkdownType::kPlaceholder) {
      PrintedText text = PrintWithin(node.value, owner);
      if (text) {
        node.printed = *std::move(text);
      } else if (text.error().is_circular) {
        error = std::move(text.error());
      }
    }
    for (MarkdownNode& child : node.children) {
      if (error) return;
      Fill(child, owner, error);
    }
  }

  std::vector<std::string> Subjects() const {
    std::vector<std::string> subjects;
    for (const Exercise& exercise : library_.exercises) subjects.push_back(exercise.id.value);
    if (guide_ == nullptr) return subjects;
    for (const auto* list : BlocksOf<ListBlock>(*guide_)) subjects.push_back(list->id.value);
    for (const auto* protocol : BlocksOf<ProtocolBlock>(*guide_)) subjects.push_back(protocol->id.value);
    for (const auto* claim : BlocksOf<ClaimBlock>(*guide_)) subjects.push_back(claim->id.value);
    if (guide_->routine) subjects.emplace_back("routine");
    for (const std::string_view whole : {"exercises", "stretches", "questions"}) {
      if (CountOf(whole) > 0) subjects.emplace_back(whole);
    }
    return subjects;
  }

  std::optional<std::vector<Printable>> PrintablesOf(const std::string& subject) const {
    if (const Exercise* exercise = library_.FindExercise(subject)) return OfExercise(*exercise);
    if (guide_ == nullptr) return std::nullopt;
    if (const auto* list = FindBlock<ListBlock>(*guide_, subject)) return OfList(*list);
    if (const auto* protocol = FindBlock<ProtocolBlock>(*guide_, subject)) return OfProtocol(*protocol);
    if (const auto* claim = FindBlock<ClaimBlock>(*guide_, subject))
      return std::vector<Printable>{{"text", {}, {&claim->text}}};
    if (subject == "routine" && guide_->routine) return OfRoutine(*guide_->routine);
    if (const std::size_t count = CountOf(subject); count > 0)
      return std::vector<Printable>{{"count", fmt::format("{}", count)}};
    return std::nullopt;
  }

  // How many the guide has of what only it has as a whole; 0 for all else.
  std::size_t CountOf(std::string_view whole) const {
    if (whole == "questions") return guide_->quiz ? guide_->quiz->questions.size() : 0;
    if (whole != "exercises" && whole != "stretches") return 0;
    const std::vector<const Exercise*> exercises = ExercisesOf(library_, *guide_);
    return static_cast<std::size_t>(std::ranges::count_if(exercises, [&](const Exercise* exercise) {
      return whole == "exercises" || exercise->kind.value == "stretch";
    }));
  }

  static void AddProse(std::vector<Printable>& all, std::string name, const Prose& prose,
                       const Exercise* exercise = nullptr) {
    if (prose) all.push_back({std::move(name), {}, {&prose}, exercise});
  }

  static std::vector<Printable> OfExercise(const Exercise& exercise) {
    std::vector<Printable> all;
    AddProse(all, "name", exercise.name);
    const Dose& dose = exercise.dose;
    for (const DosePart& part : PartsOf(dose)) {
      std::string name(part.name);
      if (const auto* prose = std::get_if<const Prose*>(&part.value)) {
        AddProse(all, std::move(name), **prose, &exercise);
      } else if (const auto* seconds = std::get_if<Seconds>(&part.value)) {
        all.push_back({std::move(name), Spell(*seconds, dose.language)});
      } else if (const auto* count = std::get_if<Count>(&part.value)) {
        all.push_back({std::move(name), Spell(*count, dose.language)});
      }
    }
    // What ends an open-ended hold may hold placeholders.
    if (const OpenHold* open = OpenHoldOf(dose)) {
      all.push_back({"hold", Spell(dose.hold->value, dose.language), {}, &exercise, &open->until});
    }
    AddProse(all, "start-position", exercise.start_position);
    return all;
  }

  // The members' or steps' own names go before `count`, `first` and the like.
  static void AddWhole(std::vector<Printable>& all, const Prose& title) {
    Printable whole{"all", {}};
    for (const Printable& part : all) whole.proses.push_back(part.proses.front());
    all.push_back({"count", fmt::format("{}", all.size())});
    all.push_back(std::move(whole));
    AddProse(all, "title", title);
  }

  static std::vector<Printable> OfList(const ListBlock& list) {
    std::vector<Printable> all;
    for (const ListItem& item : list.items) AddProse(all, item.id.value, item.text);
    AddWhole(all, list.title);
    return all;
  }

  static std::vector<Printable> OfProtocol(const ProtocolBlock& protocol) {
    std::vector<Printable> all;
    const auto words_of = [](const ProtocolStep& step) -> const Prose& {
      return step.title ? step.title : step.text;
    };
    for (const ProtocolStep& step : protocol.steps) AddProse(all, step.id.value, words_of(step));
    AddWhole(all, protocol.title);
    if (protocol.steps.empty()) return all;
    AddProse(all, "first", words_of(protocol.steps.front()));
    AddProse(all, "last", words_of(protocol.steps.back()));
    return all;
  }

  static std::vector<Printable> OfRoutine(const Routine& routine) {
    std::vector<Printable> all{{"count", fmt::format("{}", routine.exercises.size())}};
    if (routine.total) all.push_back({"total", Spell(routine.total->value)});
    AddProse(all, "title", routine.title);
    return all;
  }

  const Library& library_;
  const Guide* guide_;
  std::size_t filled_ = 0;              // bytes
  Size size_;                           // of what is printed by now
  std::vector<std::string> path_;       // the placeholders that are being printed, each within the one before
  std::map<std::string, Known> known_;  // what was printed whole
};

void FillNode(Printer& printer, const ProseUse& use, MarkdownNode& node) {
  // A step keeps the names of what its own exercise prints: `step:` of a figure names steps by such words.
  const bool is_own = node.value.find('.') == std::string::npos;
  if (node.type == MarkdownType::kPlaceholder && !(is_own && use.role == Role::kStep))
    node.printed = printer.Fill(node.value, use.exercise);
  for (MarkdownNode& child : node.children) FillNode(printer, use, child);
}

}  // namespace

tl::expected<std::string, PlaceholderError> Printed(const Library& library, const ProseUse& use,
                                                    std::string_view name) {
  return Printer(library, use.guide).Print(name, use.exercise);
}

void FillPlaceholders(Library& library) {
  // Each is printed from what stands in the sources, not from what was filled before.
  std::map<const Guide*, Printer> printers;
  for (const ProseUse& use : library.prose) {
    Printer& printer = printers.try_emplace(use.guide, library, use.guide).first->second;
    // The library is ours to change; it only lends its prose to readers.
    FillNode(printer, use, const_cast<MarkdownNode&>(use.prose->root));
  }
}

}  // namespace guidec
