#include "emit/pandoc/guide_writer.h"

#include <fmt/format.h>

#include "emit/pandoc/anchor.h"

namespace guidec::pandoc {

GuideWriter::GuideWriter(const GuideView& view, Edition edition, AnswerPlace answers)
    : view_(view),
      guide_(view.guide),
      words_(view_.wording),
      edition_(edition),
      answers_(answers),
      prose_(view.library, anchors_, view_.references) {
  for (const Place& place : view_.places.all()) anchors_.try_emplace(place.id, AnchorName(place.id));
  for (const auto& [term, cites] : view_.terms)
    term_anchors_[term] = Given("term_" + NameInXml(term->id.value));
  for (const QuestionView& shown : view_.questions) {
    const std::string anchor = Given("question_" + NameInXml(shown.question->id.value));
    question_names_[shown.question] = anchor.substr(std::string_view("question_").size());
  }
}

std::string GuideWriter::Anchor(const std::string& id) {
  return id.empty() ? fmt::format("part_{}", ++parts_) : Given(AnchorName(id));
}

std::string GuideWriter::Given(const std::string& name) {
  if (given_.insert(name).second) return name;
  // A point is in no other name.
  for (int number = 2;; ++number) {
    std::string other = fmt::format("{}.{}", name, number);
    if (given_.insert(other).second) return other;
  }
}

Json GuideWriter::Chapter(const std::string& anchor, Nodes title, std::vector<std::string> classes) {
  return Header(1, {anchor, std::move(classes)}, std::move(title));
}

Json GuideWriter::Box(const std::string& anchor, int level, Nodes title, std::vector<std::string> classes,
                      Contents contents, Nodes body) {
  std::vector<std::string> heading_classes;
  if (contents == Contents::kUnlisted) heading_classes = {"unlisted", "unnumbered"};
  Nodes blocks = ListOf(Header(level, {anchor, std::move(heading_classes)}, std::move(title)));
  Append(blocks, std::move(body));
  return Div({{}, std::move(classes)}, std::move(blocks));
}

Nodes GuideWriter::ItemList(const std::vector<Prose>& proses, int level, const Dose* dose) {
  std::vector<Nodes> items;
  for (const Prose& prose : proses) items.push_back(prose_.Item(prose, level, dose));
  return ListOf(BulletList(std::move(items)));
}

Nodes GuideWriter::OneOrList(const std::vector<Prose>& proses, int level, const Dose* dose) {
  if (proses.empty()) return Nodes::array();
  return proses.size() == 1 ? prose_.Blocks(proses.front(), level, dose) : ItemList(proses, level, dose);
}

Json LabelledPara(std::string_view label, Nodes value) {
  Nodes inlines = ListOf(Strong(Text(fmt::format("{}:", label))), Space());
  Append(inlines, std::move(value));
  return Para(std::move(inlines));
}

std::pair<Nodes, Nodes> Entry(std::string_view label, Nodes value) {
  return {Text(label), ListOf(Plain(std::move(value)))};
}

}  // namespace guidec::pandoc
