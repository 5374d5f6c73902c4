// The document's order: what to know before starting, the sections, the session, the quiz, its
// answers, the glossary, the sources, the imprint: each a chapter with a heading of level 1. What an
// author gave an id keeps it, unless it is Pandoc's or the page's own (emit/pandoc/anchor.h); the ids that
// are made here hold a single `_`, which an author's cannot.
#include <fmt/format.h>

#include "emit/pandoc/anchor.h"
#include "emit/pandoc/ast.h"
#include "emit/pandoc/guide_writer.h"
#include "text/direction.h"

namespace guidec::pandoc {

namespace {

Json ReferenceEntry(const PrintedReference& reference) {
  Nodes inlines = Text(fmt::format("{}. ", reference.number));
  for (const PrintedRun& run : reference.runs) {
    Nodes text = Text(run.text);
    if (!run.address.empty()) {
      inlines.push_back(Link(std::move(text), run.address));
    } else if (run.is_emphasised) {
      inlines.push_back(Emph(std::move(text)));
    } else {
      Append(inlines, std::move(text));
    }
  }
  Attributes attributes{ReferenceAnchor(reference.reference->id.value), {"csl-entry"}};
  if (!reference.language.empty()) {
    attributes.values = {{"lang", reference.language}, {"dir", reference.is_right_to_left ? "rtl" : "ltr"}};
  }
  return Div(attributes, ListOf(Para(std::move(inlines))));
}

}  // namespace

void GuideWriter::AddStart() {
  blocks_.push_back(Chapter("start_here", Text(words_[Word::kStart]), {"introduction"}));
  if (guide_.audience) {
    blocks_.push_back(
        Div({{}, {"audience"}}, ListOf(LabelledPara(words_[Word::kForWhom], prose_.Line(guide_.audience)))));
  }
  if (guide_.main_message) {
    blocks_.push_back(Box("main_message", 2, Text(words_[Word::kMainMessage]), {"main-message"},
                          Contents::kUnlisted, prose_.Blocks(guide_.main_message, 2)));
  }
  Append(blocks_, BlocksOf(guide_.introduction));
  if (!guide_.seek_help_if.empty()) {
    blocks_.push_back(Box("seek_help", 2, Text(words_[Word::kSeekHelp]), {"help"}, Contents::kListed,
                          ItemList(guide_.seek_help_if, 2)));
  }
  if (guide_.disclaimer) blocks_.push_back(Div({{}, {"disclaimer"}}, prose_.Blocks(guide_.disclaimer, 1)));
}

void GuideWriter::AddSections() {
  for (const Section& section : guide_.sections) {
    blocks_.push_back(Chapter(Anchor(section.id.value), Text(PrintedName(section.title, section.id))));
    Append(blocks_, BlocksOf(section.blocks));
  }
}

std::string GuideWriter::RoutineTitle() const {
  return guide_.routine && guide_.routine->title ? PlainText(guide_.routine->title.root)
                                                 : std::string(words_[Word::kRoutine]);
}

Nodes GuideWriter::RoutineLine(const ExerciseView& view) {
  const Exercise& exercise = *view.exercise;
  Nodes inlines =
      ListOf(Link(Text(PrintedName(exercise.name, exercise.id)), "#" + anchors_.at(exercise.id.value)));
  const auto add_line = [&](const std::string& text) {
    inlines.push_back(LineBreak());
    inlines.push_back(pandoc::Span({{}, {"measure"}}, Text(text)));
  };
  if (!view.dose.empty()) add_line(fmt::format("{}: {}", view.dose.front().label, view.dose.front().value));
  if (!view.allow.empty()) add_line(view.allow);
  return ListOf(Plain(std::move(inlines)));
}

void GuideWriter::AddRoutine() {
  const Routine& routine = *guide_.routine;
  const RoutineView& view = *view_.routine;
  blocks_.push_back(
      Chapter("your_session", routine.title ? prose_.Line(routine.title) : Text(words_[Word::kRoutine])));
  Append(blocks_, prose_.Blocks(routine.text, 1));
  std::vector<Nodes> items;
  Nodes cards = Nodes::array();
  for (const ExerciseView* exercise : view.exercises) {
    items.push_back(RoutineLine(*exercise));
    // An exercise that no section shows is shown here.
    if (shown_.insert(exercise).second) cards.push_back(ExerciseCard(*exercise));
  }
  if (!items.empty()) blocks_.push_back(Div({{}, {"session"}}, ListOf(OrderedList(std::move(items)))));
  if (!view.total.empty()) {
    blocks_.push_back(
        Div({{}, {"total-time"}}, ListOf(LabelledPara(words_[Word::kTotalTime], Text(view.total)))));
  }
  Append(blocks_, std::move(cards));
}

void GuideWriter::AddGlossary() {
  blocks_.push_back(Chapter("glossary_", Text(words_[Word::kGlossary]), {"glossary"}));
  std::vector<std::pair<Nodes, Nodes>> entries;
  for (const auto& [term, cites] : view_.terms) {
    entries.emplace_back(ListOf(pandoc::Span({TermAnchor(*term), {}}, prose_.Line(term->term))),
                         prose_.Item(term->meaning, 1));
  }
  blocks_.push_back(DefinitionList(std::move(entries)));
}

void GuideWriter::AddReferences() {
  blocks_.push_back(Chapter("sources_", Text(words_[Word::kReferences]), {"bibliography"}));
  Nodes entries = Nodes::array();
  for (const PrintedReference& reference : view_.references) entries.push_back(ReferenceEntry(reference));
  // The classes are those of Pandoc's own lists of sources, which its writers know.
  blocks_.push_back(Div({"refs", {"references", "csl-bib-body"}}, std::move(entries)));
}

void GuideWriter::AddColophon() {
  blocks_.push_back(Chapter("about_", Text(words_[Word::kColophon]), {"colophon"}));
  std::vector<std::pair<Nodes, Nodes>> rows;
  const auto add = [&](std::string_view label, std::string_view value) {
    if (!value.empty()) rows.push_back(Entry(label, Text(value)));
  };
  add(words_[Word::kAuthors], view_.authors);
  add(words_[Word::kVersion], guide_.version.value);
  add(words_[Word::kReviewed], words_.Date(ReviewedOn(guide_)));
  if (view_.review_due) add(words_[Word::kReviewDue], words_.Date(*view_.review_due));
  add(words_[Word::kLicence], guide_.licence.value);
  if (!rows.empty()) {
    blocks_.push_back(Div({{}, {"facts"}}, ListOf(DefinitionList(std::move(rows)))));
  }
}

Nodes GuideWriter::Blocks() {
  AddStart();
  AddSections();
  if (guide_.routine) AddRoutine();
  if (guide_.quiz) {
    AddQuiz(*guide_.quiz);
    if (TellsAnswersIn(AnswerPlace::kChapter)) AddAnswers();
  }
  if (!view_.terms.empty()) AddGlossary();
  if (!view_.references.empty()) AddReferences();
  AddColophon();
  return std::move(blocks_);
}

Json GuideWriter::Meta() {
  Json meta = Json::object();
  meta["title"] = MetaText(PrintedName(guide_.title, guide_.id));
  if (guide_.subtitle) meta["subtitle"] = MetaText(PlainText(guide_.subtitle.root));
  Nodes authors = Nodes::array();
  for (const Prose& author : guide_.authors) authors.push_back(MetaText(PlainText(author.root)));
  if (!authors.empty()) meta["author"] = MetaList(std::move(authors));
  if (guide_.reviewed) {
    meta["date"] = MetaText(fmt::format("{} {}", words_[Word::kReviewed], words_.Date(ReviewedOn(guide_))));
  }
  meta["lang"] = MetaText(guide_.language);
  if (IsRightToLeft(guide_.language)) meta["dir"] = MetaText("rtl");
  meta["identifier"] = MetaText(IdentifierOf(guide_, edition_));
  if (!guide_.licence.value.empty()) meta["rights"] = MetaText(guide_.licence.value);
  const Prose& description = guide_.main_message ? guide_.main_message : guide_.subtitle;
  if (description) meta["description"] = MetaText(PlainText(description.root));
  meta["toc-title"] = MetaText(words_[Word::kContents]);
  return meta;
}

}  // namespace guidec::pandoc
