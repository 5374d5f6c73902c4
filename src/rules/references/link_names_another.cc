// A link's words are held against the title of what it leads to, and against the titles of all that it could
// lead to.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/content_words.h"

namespace guidec::rules::link_names_another {
namespace {

struct Target {
  std::string_view id;
  std::string title;
  bool is_exercise = false;
  std::map<std::string, Piece> title_words;  // by stem
  std::map<std::string, Piece> words;        // those of the id as well
};

class Targets {
 public:
  Targets(const Library& library, const Guide& guide) {
    for (const Section& section : guide.sections) Add(section.id, section.title);
    for (const Block* block : AllBlocks(guide)) {
      if (const auto* list = std::get_if<ListBlock>(&block->content)) Add(list->id, list->title);
      if (const auto* protocol = std::get_if<ProtocolBlock>(&block->content))
        Add(protocol->id, protocol->title);
      if (const auto* claim = std::get_if<ClaimBlock>(&block->content)) Add(claim->id, claim->text);
      if (const auto* advice = std::get_if<AdviceBlock>(&block->content)) Add(advice->id, advice->title);
    }
    for (const Exercise* exercise : ExercisesOf(library, guide)) Add(exercise->id, exercise->name, true);
  }

  const Target* Find(std::string_view id) const {
    const auto found = std::ranges::find(targets_, id, &Target::id);
    return found == targets_.end() ? nullptr : &*found;
  }
  // Of those whose title has all words of the link, or whose title's words are all in the link, the one that
  // shares most with it; null when there is none, or more than one.
  const Target* Named(const std::map<std::string, Piece>& words) const {
    const Target* named = nullptr;
    std::size_t most = 0;
    for (const Target& target : targets_) {
      const std::size_t shared = Shared(words, target.title_words);
      if (shared == 0 || (shared < words.size() && shared < target.title_words.size())) continue;
      const std::size_t score = 2 * shared + (IsTitle(words, target) ? 1 : 0);
      if (score >= most) named = score == most ? nullptr : &target;
      most = std::max(most, score);
    }
    return named;
  }
  static bool IsTitle(const std::map<std::string, Piece>& words, const Target& target) {
    return words.size() == target.title_words.size() && Shared(words, target.title_words) == words.size();
  }
  static std::size_t Shared(const std::map<std::string, Piece>& one,
                            const std::map<std::string, Piece>& other) {
    return static_cast<std::size_t>(
        std::ranges::count_if(one, [&](const auto& word) { return other.contains(word.first); }));
  }

 private:
  void Add(const Id& id, const Prose& title, bool is_exercise = false) {
    if (!title) return;
    std::string text = PlainText(title.root);
    const std::map<std::string, Piece> title_words = ContentWords(text);
    std::map<std::string, Piece> words = title_words;
    for (const auto& word : ContentWords(id.value)) words.insert(word);
    targets_.push_back({id.value, std::move(text), is_exercise, title_words, std::move(words)});
  }

  std::vector<Target> targets_;
};

void Check(const Guide& guide, RuleContext& context) {
  std::optional<Targets> targets;  // most guides have no such link
  for (const ProseUse& use : ProseOf(context.library(), guide)) {
    ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
      if (node.type != MarkdownType::kLink || !node.url.starts_with('#')) return;
      if (!targets) targets.emplace(context.library(), guide);
      const Target* target = targets->Find(std::string_view(node.url).substr(1));
      const std::string words = PlainText(node);
      const auto named = ContentWords(words);
      const Target* other = target == nullptr ? nullptr : targets->Named(named);
      if (other == nullptr || other == target || Targets::IsTitle(named, *target)) return;
      // A link to a part of what it names is none to another; an exercise is no part of another.
      const bool is_apart = target->is_exercise && other->is_exercise && Targets::IsTitle(named, *other);
      if (!is_apart && Targets::Shared(named, target->words) > 0) return;
      context.Report(use.prose->AddressOf(node),
                     fmt::format("`{}` leads to `{}`; did you mean `#{}`, which is `{}`?", words,
                                 target->title, other->id, other->title));
    });
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first, then do the [plank](#rice). # expect: RF023 @ 47-52 "did you mean `#plank`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first, then [hold](#plank), or do the [plank](#plank).
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF023",
    .name = "link-names-another",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A link leads to another place than its words name.",
    .rationale =
        R"md(The words of the link are those of one title, and it leads to another, with whose title they share nothing.
Readers land in the wrong place and look for what is elsewhere.)md",
    .source = "WCAG 2.2, 2.4.4 link purpose (in context)",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::link_names_another
