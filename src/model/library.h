// What the sources mean: guides, exercises, quizzes and glossary, each part with its place.
#ifndef GUIDEC_MODEL_LIBRARY_H_
#define GUIDEC_MODEL_LIBRARY_H_

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/limits.h"
#include "model/dose.h"
#include "model/edition.h"
#include "model/markdown.h"
#include "model/theme.h"
#include "schema/shape.h"
#include "syntax/document.h"
#include "text/pattern.h"
#include "text/source.h"

namespace guidec {

using Id = Spanned<std::string>;

struct Figure;  // model/figure.h

// A file beside the exercise, or a figure that is drawn.
struct Picture {
  Span span{};
  Id file;  // of a figure: what its drawing is called
  Prose alt;
  Prose caption;
  std::shared_ptr<const Figure> figure = nullptr;
};

struct Exercise {
  const Document* document = nullptr;
  Id id;
  Prose name;
  Id kind;
  Prose purpose;
  std::vector<Id> targets;
  std::vector<Id> equipment;
  Prose start_position;
  Spanned<Sides> sides;
  Dose dose;
  std::vector<Prose> steps;
  std::vector<Prose> stop_if;
  std::vector<Prose> cautions;
  std::vector<Picture> pictures;  // files, then figures
  std::vector<Id> cites;
};

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

// Each form of proof is a condition on one id or quantity: a choice's, or what a statement is about.
struct InProof {
  Id list;
  bool negated = false;
};
struct TaggedProof {
  Id tag;
  Id list;
};
struct StepProof {
  Spanned<int> step;
  Id protocol;
};  // counted from 1; -1 is the last
struct NeighbourProof {
  Id step;
  bool after = true;
  Id protocol;
  bool anywhere = false;  // earlier or later, not only right before or right after
};
struct ClaimProof {
  Id claim;
};
struct ValueProof {
  Id exercise;        // or the routine
  std::string field;  // "hold", "hold.start", "kind", …: without `dose.`
  bool within = false;
};
struct FieldProof {
  Id field;
  Id value;
};
struct CountProof {
  Id counted;  // a list, a protocol or the routine
};

// The items are steps of the protocol, or of the routine, in its order.
struct OrderProof {
  Id protocol;
};
// The items are exercises in the order of a quantity.
struct RankProof {
  Id field;
  bool most_first = false;
};

using ProofForm = std::variant<InProof, TaggedProof, StepProof, NeighbourProof, ClaimProof, ValueProof,
                               FieldProof, CountProof, OrderProof, RankProof>;

struct Proof {
  Span span{};
  ProofForm form;
  bool negated = false;       // the answer alone does not meet the form
  std::optional<Id> subject;  // what a true-or-false statement is about
  std::optional<Id> all;      // the choice that stands for all others
  std::optional<Id> none;     // the choice that stands for none of the others
};

struct Choice {
  Id id;
  Prose text;
};

enum class QuestionKind : unsigned char {
  kSingleChoice,
  kMultipleChoice,
  kTrueOrFalse,
  kOrdering,
  kMatching,
  kNumber
};

struct Question {
  const Node* node = nullptr;  // the mapping as written
  Span span{};
  Id id;
  QuestionKind kind = QuestionKind::kSingleChoice;
  Prose stem;
  std::vector<Choice> choices;  // what is chosen, put in order or matched; else none
  std::vector<Choice> matches;  // what the choices of a matching question are matched with
  // One value: the id of the choice, "true" or "false", or a number with its unit as written.
  std::optional<Id> answer;
  std::vector<Id> answers;               // multiple choice: what is right; ordering: the right order
  std::vector<std::pair<Id, Id>> pairs;  // matching: a choice and its match
  Prose why;
  std::optional<Proof> proof;
};

struct Quiz {
  const Document* document = nullptr;
  Id id;
  Prose title;
  Prose text;
  std::vector<Question> questions;
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
  Id reviewed;
  Id review_every;
  Prose main_message;
  std::vector<Prose> seek_help_if;
  Prose disclaimer;
  std::vector<Block> introduction;
  std::vector<Section> sections;
  std::optional<Routine> routine;
  std::optional<Quiz> quiz;
  const Document* references_document = nullptr;
  std::vector<Reference> references;
};

struct Term {
  Id id;
  Prose term;
  Prose meaning;
  std::vector<Id> avoid;
  std::vector<Id> cites;
};

// How long what has no length of its own takes when a session's minutes are counted. Planning
// figures, never a dose.
struct Timing {
  Seconds get_ready{};
  Seconds change_sides{};
  Seconds between_exercises{};
  Seconds repetition{};
  Seconds open_hold{};
};

// An entry of `rules` in guidec.yaml, or in a file that it extends.
struct RuleSetting {
  Id key;  // a rule's name or code, or a group's two letters
  std::string severity;
  // Which files it is about, as globs (text/glob.h) from the workspace's folder; empty: all.
  std::vector<Id> files;
  int block = 0;  // entries of one mapping share it; what a higher one says goes before a lower one
};

struct Workspace {
  const Document* document = nullptr;
  std::filesystem::path root;  // the folder of guidec.yaml
  std::string name;
  std::string language = "en-US";
  std::string paper = "a4";
  int quiz_versions = 0;  // printed quizzes A, B, … beside the one in the order of the source
  int quiz_seed = 1;      // decides their orders
  bool large_print = false;
  Theme theme;
  std::vector<std::string> formats = {"epub", "pdf", "json"};
  std::vector<Edition> editions = {Edition::kLearner, Edition::kInstructor};
  AnswerPlace answers = AnswerPlace::kDetails;
  std::optional<Timing> timing;
  std::vector<RuleSetting> rule_settings;  // in the order of their blocks
  std::map<std::string, Spanned<double>, std::less<>> thresholds;
  Span span{};
  std::vector<std::string> dictionary;   // accepted spellings
  std::vector<Spanned<Pattern>> accept;  // of whole words whose spelling is accepted
};

// What a piece of prose is for: some rules hold only for steps, some only for running text.
enum class Role : unsigned char {
  kTitle,
  kText,
  kStep,
  kStopRule,
  kDose,
  kStem,
  kChoice,
  kWhy,
  kAlternative,
  kTerm
};

struct ProseUse {
  const Prose* prose = nullptr;
  Role role = Role::kText;
  const Exercise* exercise = nullptr;  // the exercise that it belongs to, or null
  const Guide* guide = nullptr;        // the guide that it belongs to, or null
  bool is_cited = false;               // its block or exercise cites a source for all that it says
  bool is_denied = false;              // stated only to be denied: a false claim or statement, a wrong choice
  const ReadProse* read = nullptr;     // the prose's, nearer at hand
};

struct AllReadProse;  // model/passage.h

struct File {
  Kind kind;
  Document document;
};

// Owns the documents, to whose nodes everything else points: movable, not copyable. Exercises and
// guides are sorted by id.
struct Library {
  Library() = default;
  Library(Library&&) = default;
  Library& operator=(Library&&) = default;
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  const Sources* sources = nullptr;
  std::vector<File> files;
  Workspace workspace;
  std::vector<Exercise> exercises;
  std::vector<Guide> guides;
  std::vector<Term> terms;
  std::vector<ProseUse> prose;  // every piece, each once, file by file in the files' order of their kinds
  std::shared_ptr<const AllReadProse> read;  // what `prose` says
  std::vector<Fault> faults;                 // of every stage before the rules
  Limits limits;                             // under which all was read, and is to be shown

  const Exercise* FindExercise(std::string_view id) const;
  const Term* FindTerm(std::string_view id) const;
  double Value(const Threshold& threshold) const;
};

// Takes what the earlier stages made; what is missing or wrong in it is reported in `faults` and
// left out. Of several files of settings, a later one goes before an earlier one, and the last is the
// workspace's own. `dictionary` is the text of the workspace's dictionary file.
Library BuildLibrary(const Sources& sources, std::vector<File> files, const std::filesystem::path& root,
                     std::string_view dictionary, const Limits& limits);

// Fills `prose` of a library whose exercises, guides and terms are where they stay.
void CollectProse(Library& library);

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

// Exercises that the guide shows or uses in its routine, in reading order, each once.
std::vector<const Exercise*> ExercisesOf(const Library& library, const Guide& guide);

// Terms that the guide or its exercises name or target, sorted by term.
std::vector<const Term*> TermsOf(const Library& library, const Guide& guide);

// The day (2028-11-22) when the guide's review no longer holds; nothing without `reviewed` and
// `review-every`.
std::optional<std::string> ReviewDue(const Guide& guide);

// The prose of one block of `guide`, or of one exercise, in reading order.
std::vector<ProseUse> ProseOf(const Block& block, const Guide& guide);
std::vector<ProseUse> ProseOf(const Exercise& exercise);

// What a reader of the guide sees: its own prose and that of its exercises.
std::vector<ProseUse> ProseOf(const Library& library, const Guide& guide);

}  // namespace guidec

#endif  // GUIDEC_MODEL_LIBRARY_H_
