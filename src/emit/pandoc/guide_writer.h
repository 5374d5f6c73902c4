// Writes a guide as Pandoc's tree. Its parts are in guide_writer.cc (anchors and pieces), blocks.cc,
// exercise_card.cc, quiz.cc and chapters.cc.
#ifndef GUIDEC_EMIT_PANDOC_GUIDE_WRITER_H_
#define GUIDEC_EMIT_PANDOC_GUIDE_WRITER_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emit/pandoc/nodes.h"
#include "emit/pandoc/prose.h"
#include "emit/view/view.h"

namespace guidec::pandoc {

class GuideWriter {
 public:
  // `view` outlives the writer.
  GuideWriter(const GuideView& view, Edition edition, AnswerPlace answers);

  Json Meta();
  Nodes Blocks();

  // Of a block, for std::visit.
  Nodes operator()(const TextBlock& block, const Block& whole);
  Nodes operator()(const ListBlock& block, const Block& whole);
  Nodes operator()(const ProtocolBlock& block, const Block& whole);
  Nodes operator()(const ExercisesBlock& block, const Block& whole);
  Nodes operator()(const ClaimBlock& block, const Block& whole);
  Nodes operator()(const AdviceBlock& block, const Block& whole);
  Nodes operator()(const CalloutBlock& block, const Block& whole);

 private:
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
  void AddAnswers();
  void AddGlossary();
  void AddReferences();
  void AddColophon();

  Nodes BlocksOf(const std::vector<Block>& blocks);
  Json Titled(const Id& id, const Prose& title, std::string name, Contents contents, Nodes body);

  Json ExerciseCard(const ExerciseView& view);
  Nodes Facts(const Exercise& exercise);
  Nodes Pictures(const std::vector<PictureView>& pictures);
  Nodes TargetNames(const Exercise& exercise);
  std::string RoutineTitle() const;
  Nodes RoutineLine(const ExerciseView& view);
  Nodes Stem(const Question& question);
  bool TellsAnswersIn(AnswerPlace place) const {
    return edition_ == Edition::kInstructor && answers_ == place;
  }
  Nodes Answer(const QuestionView& view);
  Nodes Offered(const QuestionView& view);
  Nodes AnswerLine(const std::vector<AnswerPart>& parts);
  Nodes AnswerText(const QuestionView& view);
  Nodes ProvenAt(const Place& place);

  const GuideView& view_;
  const Guide& guide_;
  const Wording& words_;
  Edition edition_;
  AnswerPlace answers_;
  std::map<std::string, std::string> anchors_;  // the author's id → its name in the document
  std::set<std::string> given_;                 // anchors that an element bears already
  std::map<const Term*, std::string> term_anchors_;
  std::map<const Question*, std::string> question_names_;
  int parts_ = 0;  // that bear a number for want of an id
  std::set<const ExerciseView*> shown_;
  ProseWriter prose_;
  Nodes blocks_ = Nodes::array();
};

// "Label: value" as a paragraph of its own.
Json LabelledPara(std::string_view label, Nodes value);

// An entry of a list of facts.
std::pair<Nodes, Nodes> Entry(std::string_view label, Nodes value);

}  // namespace guidec::pandoc

#endif  // GUIDEC_EMIT_PANDOC_GUIDE_WRITER_H_
