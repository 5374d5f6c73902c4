#include "diag/rule_ids.h"
#include "model/read/readers.h"

#include <fmt/format.h>

#include "text/language_tag.h"

namespace guidec {
namespace {

std::optional<Spanned<Day>> ReadReviewed(ReadContext& in, const Node& guide) {
  const Node* reviewed = Scalar(guide, "reviewed");
  const auto day = reviewed == nullptr ? std::nullopt : ReadDay(reviewed->text);
  if (!day) return std::nullopt;
  if (day->ok()) return Spanned<Day>{*day, reviewed->span};
  in.faults.push_back(
      {rule_ids::kReviewDate, reviewed->span, fmt::format("the calendar has no {}", reviewed->text)});
  return std::nullopt;
}

std::optional<Spanned<Interval>> ReadReviewEvery(const Node& guide) {
  const Node* every = Scalar(guide, "review-every");
  const auto interval = every == nullptr ? std::nullopt : ReadInterval(every->text);
  if (!interval || MonthsIn(interval->unit) == 0) return std::nullopt;
  return Spanned<Interval>{*interval, every->span};
}

}  // namespace

Guide ReadGuide(ReadContext& in) {
  const Node& root = in.document.root;
  Guide guide;
  guide.document = &in.document;
  guide.folder = in.path.parent_path().filename().string();
  guide.id = ReadId(root, "id");
  if (guide.id.value.empty()) guide.id.value = guide.folder;
  guide.title = ReadLine(root, "title");
  guide.subtitle = ReadLine(root, "subtitle");
  const Node* language = Scalar(root, "language");
  const bool has_language = language != nullptr && IsLanguageTag(language->text);
  guide.language = has_language ? language->text : std::string(in.language);
  guide.version = ReadId(root, "version");
  guide.audience = ReadMarkdown(in, root, "audience");
  guide.authors = ReadLines(root, "authors");
  guide.licence = ReadId(root, "licence");
  guide.reviewed = ReadReviewed(in, root);
  guide.review_every = ReadReviewEvery(root);
  guide.main_message = ReadMarkdown(in, root, "main-message");
  guide.seek_help_if = ReadMarkdowns(in, root, "seek-help-if");
  guide.disclaimer = ReadMarkdown(in, root, "disclaimer");
  guide.introduction = ReadBlocks(in, root, "introduction");
  if (const Node* sections = root.Find("sections")) {
    for (const Node& section : sections->items) {
      guide.sections.push_back(
          {ReadId(section, "id"), ReadLine(section, "title"), ReadBlocks(in, section, "body")});
    }
  }
  if (const Pair* pair = root.FindPair("routine"); pair != nullptr && pair->value.IsMapping()) {
    guide.routine =
        Routine{pair->key.span, ReadLine(pair->value, "title"), ReadMarkdown(in, pair->value, "text"),
                ReadIds(pair->value, "exercises"), ReadOneDuration(in, pair->value, "total")};
  }
  return guide;
}

std::vector<Reference> ReadReferences(ReadContext& in) {
  std::vector<Reference> references;
  const Node* items = in.document.root.Find("references");
  if (items == nullptr) return references;
  for (const Node& item : items->items) {
    if (item.IsMapping()) references.push_back({ReadId(item, "id"), &item});
  }
  return references;
}

}  // namespace guidec
