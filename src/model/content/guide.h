// A guide: its sections of blocks, its routine, its quiz and its sources.
#ifndef GUIDEC_MODEL_CONTENT_GUIDE_H_
#define GUIDEC_MODEL_CONTENT_GUIDE_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/content/id.h"
#include "model/content/quiz.h"
#include "model/dose/measure.h"
#include "model/prose/markdown.h"
#include "model/quiz/facts.h"
#include "syntax/document.h"
#include "text/calendar.h"
#include "text/quantity.h"

namespace guidec {

struct NamedParts;
struct Term;

struct ListItem {
  Id id;
  Prose text;
  std::vector<Id> tags;
};

struct ProtocolStep {
  Id id;
  Prose title;
  Prose text;
};

struct TextBlock {
  Prose text;
};
struct ListBlock {
  Id id;
  Prose title;
  std::vector<ListItem> items;
};
struct ProtocolBlock {
  Id id;
  Prose title;
  std::vector<ProtocolStep> steps;
};
struct ExercisesBlock {
  std::vector<Id> ids;
};
struct ClaimBlock {
  Id id;
  Prose text;
  bool truth = true;
  std::optional<Span> unreadable_truth;  // what stands there and is neither `true` nor `false`
};
struct AdviceBlock {
  Id id;
  Prose title;
  Prose why;
  std::vector<Prose> how;
};
struct CalloutBlock {
  std::string kind;
  Prose title;
  Prose text;
};

struct Block {
  Span span{};
  std::vector<Id> cites;
  std::variant<TextBlock, ListBlock, ProtocolBlock, ExercisesBlock, ClaimBlock, AdviceBlock, CalloutBlock>
      content;
};

struct Section {
  Id id;
  Prose title;
  std::vector<Block> blocks;
};

struct Routine {
  Span span{};
  Prose title;
  Prose text;
  std::vector<Id> exercises;
  std::optional<Spanned<Seconds>> total;
};

struct Reference {
  Id id;
  const Node* csl = nullptr;  // the item as written, with CSL's names
};

struct Guide {
  const Document* document = nullptr;
  std::string folder;  // the folder's name, which is the id's
  Id id;
  Prose title;
  Prose subtitle;
  std::string language;
  Id version;
  Prose audience;
  std::vector<Prose> authors;
  Id licence;
  std::optional<Spanned<Day>> reviewed;           // a day that the calendar has
  std::optional<Spanned<Interval>> review_every;  // of months or years
  Prose main_message;
  std::vector<Prose> seek_help_if;
  Prose disclaimer;
  std::vector<Block> introduction;
  std::vector<Section> sections;
  std::optional<Routine> routine;
  std::optional<Quiz> quiz;
  const Document* references_document = nullptr;
  std::vector<Reference> references;
  Facts facts;                     // what it states as data
  std::vector<const Term*> terms;  // that it or its exercises name or target, sorted by term
  std::shared_ptr<const NamedParts> named_parts;  // what it calls its parts; null without a quiz
};

// Blocks of a guide in reading order, the introduction's first.
std::vector<const Block*> AllBlocks(const Guide& guide);

template <class Content>
std::vector<const Content*> BlocksOf(const Guide& guide) {
  std::vector<const Content*> found;
  for (const Block* block : AllBlocks(guide)) {
    if (const auto* content = std::get_if<Content>(&block->content)) found.push_back(content);
  }
  return found;
}

template <class Content>
const Content* FindBlock(const Guide& guide, std::string_view id) {
  for (const Content* content : BlocksOf<Content>(guide)) {
    if (content->id.value == id) return content;
  }
  return nullptr;
}

// The ids that a link within the guide may lead to, in reading order: sections, lists, protocols,
// claims, advice and the exercises shown. An id given twice is there twice.
std::vector<const Id*> AnchorsOf(const Guide& guide);

// The day of the last review (2026-11-22); empty where there is none.
std::string ReviewedOn(const Guide& guide);

// The day (2028-11-22) when the guide's review no longer holds; nothing without `reviewed` and
// `review-every`.
std::optional<std::string> ReviewDue(const Guide& guide);

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_GUIDE_H_
