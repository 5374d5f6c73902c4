// The kinds of questions, one file each in kinds/: how one is read, judged, scored and told in words. CMake
// makes the list of them. What is the same for all kinds asks the question's kind.
#ifndef GUIDEC_MODEL_QUIZ_KIND_H_
#define GUIDEC_MODEL_QUIZ_KIND_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "model/content/quiz.h"

namespace guidec {

// What the verdicts of a proof are about, and so how a key that they contradict is told.
enum class VerdictsAre : std::uint8_t {
  kOneOf,   // one of them is right; of a matching question, one of those of each item
  kEach,    // each by itself
  kInTurn,  // one that is wrong makes others wrong
};

// Which proofs say something of a question.
struct SuitableProofs {
  bool (*has_form)(const ProofForm& form) = [](const ProofForm& form) { return !RanksChoices(form); };
  std::string_view instead = {};   // what other forms do, behind "a proof with `in` "
  bool with_not = false;           // since the question may ask for the exception
  bool with_for = false;           // since it is a statement about something
  bool with_all_and_none = false;  // since one choice may stand for the others
};

// What one line of an answer names: a choice, or a choice and its match; null where there is none of that id.
using AnswerLine = std::vector<const Choice*>;

struct QuestionKind {
  static constexpr int kLast = 100;

  std::string_view key;   // of the stem
  std::string_view name;  // in the bundle, and of the words that say how to answer (emit/view/view.h)
  // When the key is looked for, as in quiz.schema.json, where a question has those of several kinds. What has
  // none is taken for one of the last kind.
  int turn = kLast;

  bool has_choices = true;         // else the reader writes something
  bool has_wrong_choices = false;  // some choices are right and others wrong
  bool has_one_key = false;        // just one choice is right
  bool has_matches = false;        // the choices are items, each with its match
  bool is_statement = false;       // the stem may be false
  bool is_order = false;           // the choices are items to put in order
  bool is_number = false;

  std::string_view matches_key = "with";    // of the matches
  std::string_view nature = "has choices";  // what messages say of it, behind "this question"
  std::string_view wanted_answer;  // "the id of the right choice as `answer`"
  std::string_view left_out = {};  // what an item without an answer lacks: "its place"; empty: it may
  std::string_view usual_proof;    // "{in: …}"
  SuitableProofs proofs = {};
  VerdictsAre verdicts = VerdictsAre::kOneOf;

  // How a learner's answer is counted: the points of the question times the share of its parts that are
  // right. A part is, with "each-choice", a choice that is rightly ticked or left blank: partial scoring
  // PS1/n of multiple true-false items (Lahner et al. 2018, Multiple true-false items: a comparison of
  // scoring algorithms, Advances in Health Sciences Education 23). With "each-place" an item at its place
  // and with "each-pair" an item with its match: guidec's own, so that a key can be marked by hand. With
  // "all-or-nothing" there is one part.
  std::string_view scoring = "all-or-nothing";

  // Reads the answer, which is there and not null; what is wrong with it is added to `faults`.
  void (*read_answer)(const Pair& answer, Question& question, std::vector<Fault>& faults);
  // Whether the answer is one that such a question can have: it names what the question offers, each once,
  // and leaves no item without its place or its match.
  bool (*has_fitting_answer)(const Question& question);
  // The key as it is printed (PrintedKey in model/quiz/quiz_version.h).
  std::vector<std::string> (*printed_key)(const Question& question);
  // Gives the question, whose answer is taken away, the one that the printed key says. A number's amount is
  // there still, since it is printed as it is spelled: it stays if the key says the same.
  void (*read_back)(const std::vector<std::string>& key, Question& question);
  // What the answer names, a line for each choice or pair; none where the printed key says it all.
  std::vector<AnswerLine> (*answer_lines)(const Question& question) = [](const Question&) {
    return std::vector<AnswerLine>();
  };
  // Adds a verdict for each answer that could be given. The proof suits the kind.
  OrError<void> (*judge)(ProofContext& context);
  // What the proof says; `form` are the words of its form.
  std::string (*proof_words)(const Proof& proof, const std::string& form);
};

// In their turn.
std::span<const QuestionKind* const> AllQuestionKinds();

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_KIND_H_
