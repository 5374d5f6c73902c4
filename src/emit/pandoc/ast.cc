// The document's order: what to know before starting, the sections, the session, the quiz, its
// answers, the glossary, the sources, the imprint: each a chapter with a heading of level 1. What an
// author gave an id keeps it, unless it is Pandoc's or the page's own (emit/pandoc/anchor.h); the ids that
// are made here hold a single `_`, which an author's cannot.
#include "emit/pandoc/ast.h"

#include <algorithm>
#include <map>
#include <set>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "base/hash.h"
#include "emit/pandoc/anchor.h"
#include "emit/pandoc/nodes.h"
#include "emit/pandoc/prose.h"
#include "emit/view/phrases.h"
#include "emit/view/references.h"
#include "model/dose/timeline.h"
#include "model/picture/figure.h"
#include "model/picture/pictures.h"
#include "model/quiz/proof.h"
#include "model/quiz/question.h"
#include "text/direction.h"
#include "words/words.h"

namespace guidec {
namespace {

using namespace pandoc;

std::string TextOf(const Prose& prose) {
  return PlainText(prose.root);
}

// A heading or a link needs words: the id stands in for a name that is missing.
std::string PrintedName(const Prose& name, const Id& id) {
  return name ? TextOf(name) : id.value;
}

class GuideWriter {
 public:
  GuideWriter(const Library& library, const Guide& guide, Edition edition, AnswerPlace answers)
      : library_(library),
        guide_(guide),
        words_(guide.language),
        facts_(FactsOf(library, guide)),
        edition_(edition),
        answers_(answers),
        terms_(TermsOf(library, guide)),
        references_(PrintedReferences(guide, words_)),
        prose_(library, anchors_, references_) {
    CollectAnchors();
  }

  Json Meta();
  Nodes Blocks();
  const std::vector<PictureFile>& pictures() const { return prose_.pictures(); }

 private:
  // What bears an id, and what to call it in a link.
  struct Place {
    std::string title;
    const Section* section = nullptr;
    bool is_in_session = false;  // shown by the routine alone
  };

  void CollectAnchors();
  void AddAnchor(const std::string& id, std::string title, const Section* section);
  void CollectBlocks(const std::vector<Block>& blocks, const Section* section);

  // The name for an element that links lead to; each is given out once.
  std::string Anchor(const std::string& id);
  // The name itself, or the first of its numbered ones that no element bears yet.
  std::string Given(const std::string& name);
  std::string TermAnchor(const Term& term) const { return term_anchors_.at(&term); }
  std::string QuestionAnchor(const Question& question) const {
    return "question_" + question_names_.at(&question);
  }
  std::string AnswerAnchor(const Question& question) const {
    return "answer_" + question_names_.at(&question);
  }

  // A chapter's heading.
  Json Chapter(const std::string& anchor, Nodes title, std::vector<std::string> classes = {});
  // A box with a heading. Only what is `listed` stands in the table of contents.
  enum class Contents { kListed, kUnlisted };
  Json Box(const std::string& anchor, int level, Nodes title, std::vector<std::string> classes,
           Contents contents, Nodes body);
  // One prose alone, or several as a list.
  Nodes OneOrList(const std::vector<Prose>& proses, int level, const Dose* dose = nullptr);
  Nodes ItemList(const std::vector<Prose>& proses, int level, const Dose* dose = nullptr);

  void AddStart();
  void AddSections();
  void AddRoutine();
  void AddQuiz(const Quiz& quiz);
  void AddAnswers(const Quiz& quiz);
  void AddGlossary();
  void AddReferences();
  void AddColophon();

  Nodes BlocksOf(const std::vector<Block>& blocks);
  Json Titled(const Id& id, const Prose& title, std::string name, Contents contents, Nodes body);
  Nodes operator()(const TextBlock& block, const Block& whole);
  Nodes operator()(const ListBlock& block, const Block& whole);
  Nodes operator()(const ProtocolBlock& block, const Block& whole);
  Nodes operator()(const ExercisesBlock& block, const Block& whole);
  Nodes operator()(const ClaimBlock& block, const Block& whole);
  Nodes operator()(const AdviceBlock& block, const Block& whole);
  Nodes operator()(const CalloutBlock& block, const Block& whole);

  Json ExerciseCard(const Exercise& exercise);
  Nodes Facts(const Exercise& exercise);
  Nodes Pictures(const Exercise& exercise);
  Nodes TargetNames(const Exercise& exercise);
  std::string RoutineTitle() const;
  Nodes RoutineLine(const Exercise& exercise);
  Nodes Stem(const Question& question);
  bool TellsAnswersIn(AnswerPlace place) const {
    return edition_ == Edition::kInstructor && answers_ == place;
  }
  Nodes Answer(const Question& question);
  Nodes Offered(const Question& question);
  Nodes Labelled(const std::string& label, const Prose& text);
  Nodes Labelled(const std::vector<Choice>& choices, const std::string& id, Numbering numbering);
  Nodes AnswerText(const Question& question);
  Nodes ProvenAt(const Question& question);

  const Library& library_;
  const Guide& guide_;
  const Wording words_;
  const guidec::Facts facts_;
  Edition edition_;
  AnswerPlace answers_;
  std::vector<const Term*> terms_;
  std::map<std::string, Place> places_;         // by the author's id
  std::map<std::string, std::string> anchors_;  // the author's id → its name in the document
  std::set<std::string> given_;  // anchors that an element bears already
  std::map<const Term*, std::string> term_anchors_;
  std::map<const Question*, std::string> question_names_;
  int parts_ = 0;  // that bear a number for want of an id
  std::set<const Exercise*> shown_;
  const std::vector<PrintedReference> references_;
  ProseWriter prose_;
  Nodes blocks_ = Nodes::array();
};

// ---- Anchors ----

void GuideWriter::AddAnchor(const std::string& id, std::string title, const Section* section) {
  if (id.empty()) return;
  places_.try_emplace(id, Place{std::move(title), section});
  anchors_.try_emplace(id, AnchorName(id));
}

void GuideWriter::CollectBlocks(const std::vector<Block>& blocks, const Section* section) {
  for (const Block& block : blocks) {
    std::visit(
        [&](const auto& content) {
          using Content = std::decay_t<decltype(content)>;
          if constexpr (std::is_same_v<Content, ExercisesBlock>) {
            for (const Id& id : content.ids) {
              const Exercise* exercise = library_.FindExercise(id.value);
              if (exercise != nullptr) AddAnchor(id.value, PrintedName(exercise->name, id), section);
            }
          } else if constexpr (requires {
                                 content.id;
                                 content.title;
                               }) {
            AddAnchor(content.id.value, TextOf(content.title), section);
          } else if constexpr (requires { content.id; }) {
            AddAnchor(content.id.value, {}, section);
          }
        },
        block.content);
  }
}

void GuideWriter::CollectAnchors() {
  for (const Section& section : guide_.sections) AddAnchor(section.id.value, {}, &section);
  CollectBlocks(guide_.introduction, nullptr);
  for (const Section& section : guide_.sections) CollectBlocks(section.blocks, &section);
  for (const Exercise* exercise : ExercisesOf(library_, guide_)) {
    const bool is_in_session = !places_.contains(exercise->id.value);
    AddAnchor(exercise->id.value, PrintedName(exercise->name, exercise->id), nullptr);
    if (is_in_session) places_.at(exercise->id.value).is_in_session = true;
  }
  for (const Term* term : terms_) term_anchors_[term] = Given("term_" + NameInXml(term->id.value));
  if (!guide_.quiz) return;
  for (const Question& question : guide_.quiz->questions) {
    const std::string anchor = Given("question_" + NameInXml(question.id.value));
    question_names_[&question] = anchor.substr(std::string_view("question_").size());
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

// ---- Pieces ----

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

// "Label: value" as a paragraph of its own.
Json LabelledPara(std::string_view label, Nodes value) {
  Nodes inlines = ListOf(Strong(Text(fmt::format("{}:", label))), Space());
  Append(inlines, std::move(value));
  return Para(std::move(inlines));
}

std::pair<Nodes, Nodes> Entry(std::string_view label, Nodes value) {
  return {Text(label), ListOf(Plain(std::move(value)))};
}

// ---- Blocks of a section ----

Nodes GuideWriter::BlocksOf(const std::vector<Block>& blocks) {
  Nodes nodes = Nodes::array();
  for (const Block& block : blocks) {
    Append(nodes, std::visit([&](const auto& content) { return (*this)(content, block); }, block.content));
  }
  return nodes;
}

Json GuideWriter::Titled(const Id& id, const Prose& title, std::string name, Contents contents, Nodes body) {
  const std::string anchor = Anchor(id.value);
  if (!title) return Div({anchor, {std::move(name)}}, std::move(body));
  return Box(anchor, 2, prose_.Line(title), {std::move(name)}, contents, std::move(body));
}

Nodes GuideWriter::operator()(const TextBlock& block, const Block& whole) {
  Nodes nodes = prose_.Blocks(block.text, 1);
  prose_.AppendCites(nodes, whole.cites);
  return nodes;
}

Nodes GuideWriter::operator()(const ListBlock& block, const Block& whole) {
  std::vector<Nodes> items;
  for (const ListItem& item : block.items) items.push_back(prose_.Item(item.text, 2));
  Nodes body = items.empty() ? Nodes::array() : ListOf(BulletList(std::move(items)));
  prose_.AppendCites(body, whole.cites);
  return ListOf(Titled(block.id, block.title, "list", Contents::kUnlisted, std::move(body)));
}

Nodes GuideWriter::operator()(const ProtocolBlock& block, const Block& whole) {
  std::vector<Nodes> items;
  for (const ProtocolStep& step : block.steps) {
    Nodes item = step.title ? ListOf(Para(ListOf(Strong(prose_.Line(step.title))))) : Nodes::array();
    Append(item, prose_.Blocks(step.text, 2));
    items.push_back(std::move(item));
  }
  Nodes body = items.empty() ? Nodes::array() : ListOf(OrderedList(std::move(items)));
  prose_.AppendCites(body, whole.cites);
  return ListOf(Titled(block.id, block.title, "protocol", Contents::kListed, std::move(body)));
}

Nodes GuideWriter::operator()(const ExercisesBlock& block, const Block&) {
  Nodes nodes = Nodes::array();
  for (const Id& id : block.ids) {
    const Exercise* exercise = library_.FindExercise(id.value);
    if (exercise == nullptr) continue;
    if (shown_.insert(exercise).second) {
      nodes.push_back(ExerciseCard(*exercise));
    } else {
      nodes.push_back(Para(ListOf(Link(Text(PrintedName(exercise->name, id)), "#" + anchors_.at(id.value)))));
    }
  }
  return nodes;
}

// A myth is marked as one before it is told, told in quotes and denied behind: no part of it reads as
// a fact.
Nodes GuideWriter::operator()(const ClaimBlock& block, const Block& whole) {
  const std::string anchor = Anchor(block.id.value);
  if (block.truth) {
    Nodes body = prose_.Blocks(block.text, 2);
    prose_.AppendCites(body, whole.cites);
    return ListOf(Div({anchor, {"claim"}}, std::move(body)));
  }
  Nodes quoted = Text(words_[Word::kOpenQuote]);
  Append(quoted, prose_.Line(block.text));
  Append(quoted, Text(words_[Word::kCloseQuote]));
  Nodes verdict = ListOf(Para(ListOf(Strong(Text(words_[Word::kMythVerdict])))));
  prose_.AppendCites(verdict, whole.cites);
  Nodes body = ListOf(Para(std::move(quoted)));
  Append(body, std::move(verdict));
  return ListOf(Box(anchor, 2, Text(words_[Word::kMyth]), {"myth"}, Contents::kUnlisted, std::move(body)));
}

Nodes GuideWriter::operator()(const AdviceBlock& block, const Block& whole) {
  Nodes body = prose_.Blocks(block.why, 2);
  Append(body, OneOrList(block.how, 2));
  prose_.AppendCites(body, whole.cites);
  return ListOf(Titled(block.id, block.title, "advice", Contents::kListed, std::move(body)));
}

Nodes GuideWriter::operator()(const CalloutBlock& block, const Block& whole) {
  const Word kind = block.kind == "caution" ? Word::kCalloutCaution
                    : block.kind == "tip"   ? Word::kCalloutTip
                                            : Word::kCalloutNote;
  Nodes body = prose_.Blocks(block.text, 2);
  prose_.AppendCites(body, whole.cites);
  return ListOf(Box(Anchor({}), 2, block.title ? prose_.Line(block.title) : Text(words_[kind]),
                    {"callout", block.kind}, Contents::kUnlisted, std::move(body)));
}

// ---- Exercises ----

Nodes GuideWriter::TargetNames(const Exercise& exercise) {
  Nodes names = Nodes::array();
  for (const Id& target : exercise.targets) {
    if (!names.empty()) Append(names, Text(", "));
    const auto term = std::ranges::find(terms_, target.value, [](const Term* t) { return t->id.value; });
    if (term == terms_.end()) {
      Append(names, Text(target.value));
    } else {
      names.push_back(Link(prose_.Line((*term)->term), "#" + TermAnchor(**term)));
    }
  }
  return names;
}

Nodes GuideWriter::Facts(const Exercise& exercise) {
  std::vector<std::pair<Nodes, Nodes>> entries;
  if (!exercise.equipment.empty()) {
    std::string equipment;
    for (const Id& thing : exercise.equipment) equipment += (equipment.empty() ? "" : ", ") + thing.value;
    entries.push_back(Entry(words_[Word::kEquipment], Text(equipment)));
  }
  if (exercise.start_position) {
    entries.push_back(Entry(words_[Word::kStartPosition], prose_.Line(exercise.start_position)));
  }
  if (!exercise.targets.empty()) entries.push_back(Entry(words_[Word::kTargets], TargetNames(exercise)));
  if (entries.empty()) return Nodes::array();
  return ListOf(Div({{}, {"facts"}}, ListOf(DefinitionList(std::move(entries)))));
}

Nodes GuideWriter::Pictures(const Exercise& exercise) {
  Nodes nodes = Nodes::array();
  for (const Picture& picture : exercise.pictures) {
    const auto name = prose_.NameOf(PictureFileOf(library_, exercise, picture));
    if (!name) continue;
    Nodes body = ListOf(Plain(ListOf(Image(*name, AlternativeText(exercise, picture)))));
    if (picture.caption) body.push_back(Div({{}, {"caption"}}, ListOf(Plain(prose_.Line(picture.caption)))));
    nodes.push_back(Div({{}, {"picture"}}, std::move(body)));
  }
  return nodes;
}

Json GuideWriter::ExerciseCard(const Exercise& exercise) {
  const Dose* dose = &exercise.dose;
  const std::string anchor = Anchor(exercise.id.value);
  const auto part = [&](const char* name, Word title, Nodes body) {
    return Box(fmt::format("{}_{}", anchor, name), 3, Text(words_[title]), {name}, Contents::kUnlisted,
               std::move(body));
  };
  Nodes body = prose_.Blocks(exercise.purpose, 2, dose);
  prose_.AppendCites(body, exercise.cites);
  Append(body, Facts(exercise));
  Append(body, Pictures(exercise));
  if (!exercise.steps.empty()) {
    std::vector<Nodes> steps;
    for (const Prose& step : exercise.steps) steps.push_back(prose_.Item(step, 3, dose));
    body.push_back(part("steps", Word::kSteps, ListOf(OrderedList(std::move(steps)))));
  }
  std::vector<std::pair<Nodes, Nodes>> rows;
  for (const DoseRow& row : DoseRows(exercise.dose, exercise.sides.value, words_)) {
    rows.push_back(Entry(row.label, Text(row.value)));
  }
  if (!rows.empty()) body.push_back(part("dose", Word::kDose, ListOf(DefinitionList(std::move(rows)))));
  if (!exercise.stop_if.empty()) {
    body.push_back(part("stop", Word::kStopIf, ItemList(exercise.stop_if, 3, dose)));
  }
  if (!exercise.cautions.empty()) {
    body.push_back(part("care", Word::kTakeCare, OneOrList(exercise.cautions, 3, dose)));
  }
  return Box(anchor, 2, Text(PrintedName(exercise.name, exercise.id)), {"exercise"}, Contents::kListed,
             std::move(body));
}

// ---- Chapters ----

void GuideWriter::AddStart() {
  blocks_.push_back(Chapter("start_here", Text(words_[Word::kStart]), {"introduction"}));
  if (guide_.audience) {
    blocks_.push_back(
        Div({{}, {"audience"}}, ListOf(LabelledPara(words_[Word::kForWhom], prose_.Line(guide_.audience)))));
  }
  if (guide_.main_message) {
    blocks_.push_back(Box("main_message", 2, Text(words_[Word::kMainMessage]), {"main-message"}, Contents::kUnlisted,
                          prose_.Blocks(guide_.main_message, 2)));
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
  return guide_.routine && guide_.routine->title ? TextOf(guide_.routine->title)
                                                 : std::string(words_[Word::kRoutine]);
}

Nodes GuideWriter::RoutineLine(const Exercise& exercise) {
  Nodes inlines =
      ListOf(Link(Text(PrintedName(exercise.name, exercise.id)), "#" + anchors_.at(exercise.id.value)));
  const auto add_line = [&](const std::string& text) {
    inlines.push_back(LineBreak());
    inlines.push_back(pandoc::Span({{}, {"measure"}}, Text(text)));
  };
  const std::vector<DoseRow> rows = DoseRows(exercise.dose, exercise.sides.value, words_);
  if (!rows.empty()) add_line(fmt::format("{}: {}", rows.front().label, rows.front().value));
  if (library_.workspace.timing) {
    const Seconds total = RangeOf(TimelineOf(exercise, *library_.workspace.timing).total);
    add_line(words_.Filled(Word::kAllow, {{"time", AboutTime(total, words_)}}));
  }
  return ListOf(Plain(std::move(inlines)));
}

void GuideWriter::AddRoutine() {
  const Routine& routine = *guide_.routine;
  blocks_.push_back(
      Chapter("your_session", routine.title ? prose_.Line(routine.title) : Text(words_[Word::kRoutine])));
  Append(blocks_, prose_.Blocks(routine.text, 1));
  std::vector<Nodes> items;
  Nodes cards = Nodes::array();
  for (const Id& id : routine.exercises) {
    const Exercise* exercise = library_.FindExercise(id.value);
    if (exercise == nullptr) continue;
    items.push_back(RoutineLine(*exercise));
    // An exercise that no section shows is shown here.
    if (shown_.insert(exercise).second) cards.push_back(ExerciseCard(*exercise));
  }
  if (!items.empty()) blocks_.push_back(Div({{}, {"session"}}, ListOf(OrderedList(std::move(items)))));
  std::string time;
  if (library_.workspace.timing) {
    time = AboutMinutes(RangeOf(TimelineOf(library_, routine, *library_.workspace.timing).total), words_);
  } else if (routine.total) {
    time = words_.Filled(Word::kAbout, {{"time", Spell(routine.total->value, guide_.language)}});
  }
  if (!time.empty()) {
    blocks_.push_back(Div({{}, {"total-time"}}, ListOf(LabelledPara(words_[Word::kTotalTime], Text(time)))));
  }
  Append(blocks_, std::move(cards));
}

// A statement to judge never stands alone: it may be false.
Nodes GuideWriter::Stem(const Question& question) {
  if (question.kind != QuestionKind::kTrueOrFalse) return prose_.Blocks(question.stem, 2);
  Nodes inlines = ListOf(Strong(Text(words_[Word::kTrueOrFalse])), Space());
  Append(inlines, prose_.Line(question.stem));
  return ListOf(Para(std::move(inlines)));
}

// What the reader chooses from, and how.
Nodes GuideWriter::Offered(const Question& question) {
  Nodes blocks = Nodes::array();
  const auto add_note = [&](std::string_view note) { blocks.push_back(Para(ListOf(Emph(Text(note))))); };
  const auto add_list = [&](const std::vector<Choice>& choices, Numbering numbering) {
    std::vector<Nodes> items;
    for (const Choice& choice : choices) items.push_back(prose_.Item(choice.text, 2));
    if (!items.empty()) blocks.push_back(OrderedList(std::move(items), 1, numbering));
  };
  if (question.kind == QuestionKind::kMultipleChoice) add_note(words_[Word::kChooseAll]);
  if (question.kind == QuestionKind::kOrdering) add_note(words_[Word::kPutInOrder]);
  if (question.kind == QuestionKind::kNumber) {
    const auto amount = AmountOf(question);
    if (amount) add_note(words_.Filled(Word::kAnswerIn, {{"unit", UnitOf(*amount, words_)}}));
  }
  const bool is_matching = question.kind == QuestionKind::kMatching;
  add_list(question.choices, is_matching ? Numbering::kDecimal : Numbering::kUpperAlpha);
  if (is_matching) add_note(words_[Word::kMatchWith]);
  add_list(question.matches, Numbering::kUpperAlpha);
  return blocks;
}

void GuideWriter::AddQuiz(const Quiz& quiz) {
  blocks_.push_back(Chapter("quiz_", quiz.title ? prose_.Line(quiz.title) : Text(words_[Word::kQuiz]), {"quiz"}));
  Append(blocks_, prose_.Blocks(quiz.text, 1));
  int number = 0;
  for (const Question& question : quiz.questions) {
    Nodes body = Stem(question);
    Append(body, Offered(question));
    if (TellsAnswersIn(AnswerPlace::kDetails)) {
      body.push_back(Div({AnswerAnchor(question), {"key"}}, Answer(question)));
    } else if (TellsAnswersIn(AnswerPlace::kChapter)) {
      body.push_back(
          Div({{}, {"turn"}},
              ListOf(Plain(ListOf(Link(Text(words_[Word::kCheckAnswer]), "#" + AnswerAnchor(question)))))));
    }
    blocks_.push_back(Box(QuestionAnchor(question), 2, Text(fmt::format("{} {}", words_[Word::kQuestion], ++number)),
                          {"question"}, Contents::kUnlisted, std::move(body)));
  }
}

Nodes GuideWriter::Labelled(const std::string& label, const Prose& text) {
  Nodes line = Text(label + ". ");
  Append(line, prose_.Line(text));
  return line;
}

// The choice or match of that id, with the letter or the number that it has in the quiz.
Nodes GuideWriter::Labelled(const std::vector<Choice>& choices, const std::string& id, Numbering numbering) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i].id.value != id) continue;
    return Labelled(numbering == Numbering::kDecimal ? fmt::format("{}", i + 1) : ChoiceLetter(i),
                    choices[i].text);
  }
  return Nodes::array();
}

Nodes GuideWriter::AnswerText(const Question& question) {
  const std::string answer = question.answer ? question.answer->value : "";
  if (question.kind == QuestionKind::kTrueOrFalse)
    return ListOf(Strong(Text(answer == "true" ? words_[Word::kTrue] : words_[Word::kFalse])));
  if (question.kind == QuestionKind::kNumber) {
    const auto amount = AmountOf(question);
    return amount ? ListOf(Strong(Text(AmountText(*amount, words_)))) : Nodes::array();
  }
  std::vector<Nodes> lines;
  if (question.answer) lines.push_back(Labelled(question.choices, answer, Numbering::kUpperAlpha));
  for (const Id& id : question.answers)
    lines.push_back(Labelled(question.choices, id.value, Numbering::kUpperAlpha));
  for (const auto& [choice, match] : question.pairs) {
    Nodes line = Labelled(question.choices, choice.value, Numbering::kDecimal);
    Append(line, Text(": "));
    Append(line, Labelled(question.matches, match.value, Numbering::kUpperAlpha));
    lines.push_back(std::move(line));
  }
  // Each line is strong by itself: Markdown has no mark that begins at a line's end, and takes "1." at a
  // line's start for a list.
  Nodes text = Nodes::array();
  for (Nodes& line : lines) {
    if (line.empty()) continue;
    if (lines.size() > 1) text.push_back(LineBreak());
    text.push_back(Strong(std::move(line)));
  }
  return text;
}

Nodes GuideWriter::ProvenAt(const Question& question) {
  if (!question.proof) return Nodes::array();
  const std::string fact = Evaluate(facts_, question, *question.proof).fact_id;
  const auto place = places_.find(fact);
  if (place == places_.end()) return Nodes::array();
  const auto& [title, section, is_in_session] = place->second;
  const std::string chapter = section != nullptr ? PrintedName(section->title, section->id)
                              : is_in_session    ? RoutineTitle()
                                                 : std::string(words_[Word::kStart]);
  const std::string name = title.empty()     ? chapter
                           : chapter.empty() ? title
                                             : fmt::format("{}: {}", chapter, title);
  return ListOf(LabelledPara(words_[Word::kProvenAt], ListOf(Link(Text(name), "#" + anchors_.at(fact)))));
}

// The answer, why it is right, and where the guide says so.
Nodes GuideWriter::Answer(const Question& question) {
  Nodes blocks = Nodes::array();
  if (Nodes answer = AnswerText(question); !answer.empty()) {
    blocks.push_back(LabelledPara(words_[Word::kAnswer], std::move(answer)));
  }
  if (question.why) blocks.push_back(LabelledPara(words_[Word::kWhy], prose_.Line(question.why)));
  Append(blocks, ProvenAt(question));
  return blocks;
}

void GuideWriter::AddAnswers(const Quiz& quiz) {
  blocks_.push_back(Chapter("answers_", Text(words_[Word::kAnswers]), {"answers"}));
  int number = 0;
  for (const Question& question : quiz.questions) {
    Nodes body = Stem(question);
    Append(body, Answer(question));
    body.push_back(
        Div({{}, {"turn"}},
            ListOf(Plain(ListOf(Link(Text(words_[Word::kBackToQuestion]), "#" + QuestionAnchor(question)))))));
    blocks_.push_back(Box(AnswerAnchor(question), 2, Text(words_.Filled(Word::kAnswerTo, {{"number", fmt::format("{}", ++number)}})),
                          {"answer"}, Contents::kUnlisted, std::move(body)));
  }
}

void GuideWriter::AddGlossary() {
  blocks_.push_back(Chapter("glossary_", Text(words_[Word::kGlossary]), {"glossary"}));
  std::vector<std::pair<Nodes, Nodes>> entries;
  for (const Term* term : terms_) {
    entries.emplace_back(ListOf(pandoc::Span({TermAnchor(*term), {}}, prose_.Line(term->term))),
                         prose_.Item(term->meaning, 1));
  }
  blocks_.push_back(DefinitionList(std::move(entries)));
}

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

void GuideWriter::AddReferences() {
  blocks_.push_back(Chapter("sources_", Text(words_[Word::kReferences]), {"bibliography"}));
  Nodes entries = Nodes::array();
  for (const PrintedReference& reference : references_) entries.push_back(ReferenceEntry(reference));
  // The classes are those of Pandoc's own lists of sources, which its writers know.
  blocks_.push_back(Div({"refs", {"references", "csl-bib-body"}}, std::move(entries)));
}

void GuideWriter::AddColophon() {
  blocks_.push_back(Chapter("about_", Text(words_[Word::kColophon]), {"colophon"}));
  std::vector<std::pair<Nodes, Nodes>> rows;
  const auto add = [&](std::string_view label, std::string_view value) {
    if (!value.empty()) rows.push_back(Entry(label, Text(value)));
  };
  std::string authors;
  for (const Prose& author : guide_.authors) authors += (authors.empty() ? "" : ", ") + TextOf(author);
  add(words_[Word::kAuthors], authors);
  add(words_[Word::kVersion], guide_.version.value);
  add(words_[Word::kReviewed], words_.Date(guide_.reviewed.value));
  if (const auto due = ReviewDue(guide_)) add(words_[Word::kReviewDue], words_.Date(*due));
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
    if (TellsAnswersIn(AnswerPlace::kChapter)) AddAnswers(*guide_.quiz);
  }
  if (!terms_.empty()) AddGlossary();
  if (!references_.empty()) AddReferences();
  AddColophon();
  return std::move(blocks_);
}

Json GuideWriter::Meta() {
  Json meta = Json::object();
  meta["title"] = MetaText(PrintedName(guide_.title, guide_.id));
  if (guide_.subtitle) meta["subtitle"] = MetaText(TextOf(guide_.subtitle));
  Nodes authors = Nodes::array();
  for (const Prose& author : guide_.authors) authors.push_back(MetaText(TextOf(author)));
  if (!authors.empty()) meta["author"] = MetaList(std::move(authors));
  if (!guide_.reviewed.value.empty()) {
    meta["date"] =
        MetaText(fmt::format("{} {}", words_[Word::kReviewed], words_.Date(guide_.reviewed.value)));
  }
  meta["lang"] = MetaText(guide_.language);
  if (IsRightToLeft(guide_.language)) meta["dir"] = MetaText("rtl");
  meta["identifier"] = MetaText(IdentifierOf(guide_, edition_));
  if (!guide_.licence.value.empty()) meta["rights"] = MetaText(guide_.licence.value);
  const Prose& description = guide_.main_message ? guide_.main_message : guide_.subtitle;
  if (description) meta["description"] = MetaText(TextOf(description));
  meta["toc-title"] = MetaText(words_[Word::kContents]);
  return meta;
}

}  // namespace

Json PandocDocument(const Library& library, const Guide& guide, const PandocOptions& options) {
  GuideWriter writer(library, guide, options.edition, options.answers);
  return Json{
      {"pandoc-api-version", options.api_version}, {"meta", writer.Meta()}, {"blocks", writer.Blocks()}};
}

std::vector<PictureFile> PandocPictures(const Library& library, const Guide& guide) {
  GuideWriter writer(library, guide, Edition::kInstructor, AnswerPlace::kDetails);
  writer.Blocks();
  return writer.pictures();
}

std::string IdentifierOf(const Guide& guide, Edition edition) {
  std::string digits = Sha256(fmt::format("guidec\n{}\n{}\n{}", guide.id.value, guide.version.value,
                                          edition == Edition::kLearner ? "learner" : "instructor"));
  digits[12] = '8';
  // The variant's two bits are 10.
  const std::string_view kHexadecimal = "0123456789abcdef";
  digits[16] = kHexadecimal[8 + kHexadecimal.find(digits[16]) % 4];
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", digits.substr(0, 8), digits.substr(8, 4),
                     digits.substr(12, 4), digits.substr(16, 4), digits.substr(20, 12));
}

}  // namespace guidec
