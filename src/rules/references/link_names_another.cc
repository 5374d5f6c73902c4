// A link's words are held against the title of what it leads to, and against the titles of all that it could
// lead to.
#include <algorithm>
#include <map>
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
  std::map<std::string, Piece> words;  // by stem
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
    for (const Exercise* exercise : ExercisesOf(library, guide)) Add(exercise->id, exercise->name);
  }

  const Target* Find(std::string_view id) const {
    const auto found = std::ranges::find(targets_, id, &Target::id);
    return found == targets_.end() ? nullptr : &*found;
  }
  // The one whose title has all words of the link, or whose title's words are all in the link; null when
  // there is none, or more than one.
  const Target* Named(const std::map<std::string, Piece>& words) const {
    const Target* named = nullptr;
    for (const Target& target : targets_) {
      const std::size_t shared = Shared(words, target.words);
      if (shared == 0 || (shared < words.size() && shared < target.words.size())) continue;
      if (named != nullptr) return nullptr;
      named = &target;
    }
    return named;
  }
  static std::size_t Shared(const std::map<std::string, Piece>& one,
                            const std::map<std::string, Piece>& other) {
    return static_cast<std::size_t>(
        std::ranges::count_if(one, [&](const auto& word) { return other.contains(word.first); }));
  }

 private:
  void Add(const Id& id, const Prose& title) {
    if (!title) return;
    std::string text = PlainText(title.root);
    std::map<std::string, Piece> words = ContentWords(text);
    for (const auto& word : ContentWords(id.value)) words.insert(word);
    targets_.push_back({id.value, std::move(text), std::move(words)});
  }

  std::vector<Target> targets_;
};

void Check(const Guide& guide, RuleContext& context) {
  const Targets targets(context.library(), guide);
  for (const ProseUse& use : ProseOf(context.library(), guide)) {
    ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
      if (node.type != MarkdownType::kLink || !node.url.starts_with('#')) return;
      const Target* target = targets.Find(std::string_view(node.url).substr(1));
      const std::string words = PlainText(node);
      const auto named = ContentWords(words);
      if (target == nullptr || Targets::Shared(named, target->words) > 0) return;
      const Target* other = targets.Named(named);
      if (other == nullptr) return;
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
