// The library is cut into pieces that are walked in parallel: a file, an exercise, a guide with its
// questions, a stretch of the prose. In each piece every rule looks at a thing before the next thing is
// touched.
#include "lint/walk.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "base/crash.h"
#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/read/load.h"
#include "text/language.h"

namespace guidec {
namespace {

constexpr std::size_t kProsesAtOnce = 64;

// The rules that look at text of one language, by what they visit.
struct Visitors {
  std::vector<const Rule*> workspace, file, exercise, guide, quiz, question, prose, passage;
};

Visitors VisitorsOf(std::span<const Rule* const> rules, std::string_view language) {
  Visitors visitors;
  const std::string_view primary = PrimaryLanguage(language);
  const auto collect = [&](auto Rule::*visitor, std::vector<const Rule*>& into) {
    std::ranges::copy_if(rules, std::back_inserter(into), [&](const Rule* rule) {
      const bool is_known =
          rule->languages.empty() || std::ranges::find(rule->languages, primary) != rule->languages.end();
      return rule->*visitor != nullptr && is_known;
    });
  };
  collect(&Rule::workspace, visitors.workspace);
  collect(&Rule::file, visitors.file);
  collect(&Rule::exercise, visitors.exercise);
  collect(&Rule::guide, visitors.guide);
  collect(&Rule::quiz, visitors.quiz);
  collect(&Rule::question, visitors.question);
  collect(&Rule::prose, visitors.prose);
  collect(&Rule::passage, visitors.passage);
  return visitors;
}

class Walker {
 public:
  Walker(const Library& library, std::span<const Rule* const> rules, const std::string& today)
      : library_(library), today_(today) {
    const auto know = [&](const std::string& language) {
      if (!by_language_.contains(language)) by_language_.emplace(language, VisitorsOf(rules, language));
    };
    know(Shared());
    for (const Guide& guide : library.guides) know(guide.language);
    Plan();
  }

  std::vector<Diagnostic> Run(const ShareDone& progress) const {
    std::vector<std::deque<Diagnostic>> found(pieces_.size());
    const auto walk = [&](std::size_t i) {
      RuleContext context(library_, today_);
      pieces_[i](context);
      found[i] = std::move(context).TakeFindings();
    };
    ParallelFor(pieces_.size(), walk, progress, kLoaded, 1);
    std::vector<Diagnostic> findings;
    for (std::deque<Diagnostic>& some : found) std::ranges::move(some, std::back_inserter(findings));
    return findings;
  }

 private:
  using Piece = std::function<void(RuleContext&)>;

  // The language of what guides share.
  const std::string& Shared() const { return library_.workspace.language; }
  const Visitors& In(const std::string& language) const { return by_language_.find(language)->second; }

  void Plan() {
    for (const Rule* rule : In(Shared()).workspace) {
      pieces_.push_back([this, rule](RuleContext& context) {
        const WorkingOn working_on("checking", rule->name);
        context.Visit(*rule, Shared());
        rule->workspace(library_, context);
      });
    }
    for (const Guide& guide : library_.guides) {
      pieces_.push_back([this, &guide](RuleContext& context) { WalkGuide(guide, context); });
    }
    for (std::size_t i = 0; i < library_.prose.size(); i += kProsesAtOnce) {
      const std::size_t end = std::min(i + kProsesAtOnce, library_.prose.size());
      pieces_.push_back([this, i, end](RuleContext& context) {
        for (std::size_t at = i; at < end; ++at) WalkProse(library_.prose[at], context);
      });
    }
    for (const Exercise& exercise : library_.exercises) {
      pieces_.push_back([this, &exercise](RuleContext& context) { WalkExercise(exercise, context); });
    }
    for (const File& file : library_.files) {
      pieces_.push_back([this, &file](RuleContext& context) { WalkFile(file, context); });
    }
  }

  // Calls `visit(rule)` for those of `rules` that a thing of that language is for.
  template <class Visit>
  static void Offer(const std::vector<const Rule*>& rules, const std::string& language, bool is_damaged,
                    RuleContext& context, const Visit& visit) {
    for (const Rule* rule : rules) {
      if (is_damaged && rule->skips_damaged) continue;
      const WorkingOn working_on("checking", rule->name);
      context.Visit(*rule, language);
      visit(*rule);
    }
  }

  void WalkFile(const File& file, RuleContext& context) const {
    Offer(In(Shared()).file, Shared(), HasDamage(file.document.root), context,
          [&](const Rule& rule) { rule.file(file, context); });
  }

  void WalkExercise(const Exercise& exercise, RuleContext& context) const {
    Offer(In(Shared()).exercise, Shared(), HasDamage(exercise.document->root), context,
          [&](const Rule& rule) { rule.exercise(exercise, context); });
  }

  void WalkGuide(const Guide& guide, RuleContext& context) const {
    const Visitors& visitors = In(guide.language);
    Offer(visitors.guide, guide.language, HasDamage(guide.document->root), context,
          [&](const Rule& rule) { rule.guide(guide, context); });
    if (!guide.quiz) return;
    Offer(visitors.quiz, guide.language, HasDamage(guide.quiz->document->root), context,
          [&](const Rule& rule) { rule.quiz(guide, *guide.quiz, context); });
    for (const Question& question : guide.quiz->questions) {
      Offer(visitors.question, guide.language, HasDamage(*question.node), context,
            [&](const Rule& rule) { rule.question(guide, question, context); });
    }
  }

  void WalkProse(const ProseUse& use, RuleContext& context) const {
    const std::string& language = LanguageOf(use, library_);
    const Visitors& visitors = In(language);
    Offer(visitors.prose, language, false, context, [&](const Rule& rule) { rule.prose(use, context); });
    if (visitors.passage.empty()) return;
    for (const Passage& passage : PassagesOf(use)) {
      Offer(visitors.passage, language, false, context,
            [&](const Rule& rule) { rule.passage(use, passage, context); });
    }
  }

  const Library& library_;
  const std::string& today_;
  std::map<std::string, Visitors, std::less<>> by_language_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Diagnostic> Walk(const Library& library, std::span<const Rule* const> rules,
                             const std::string& today, const ShareDone& progress) {
  return Walker(library, rules, today).Run(progress);
}

}  // namespace guidec
