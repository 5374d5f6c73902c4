// What guidec.yaml says, with the files that it extends.
#ifndef GUIDEC_MODEL_CONTENT_WORKSPACE_H_
#define GUIDEC_MODEL_CONTENT_WORKSPACE_H_

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/content/edition.h"
#include "model/content/id.h"
#include "model/content/print_settings.h"
#include "model/content/theme.h"
#include "model/dose/measure.h"
#include "syntax/document.h"
#include "text/pattern.h"

namespace guidec {

// How long what has no length of its own takes when a session's minutes are counted. Planning
// figures, never a dose.
struct Timing {
  Seconds get_ready{10, 10};
  Seconds change_sides{5, 5};
  Seconds between_exercises{15, 15};
  Seconds repetition{4, 4};
  Seconds open_hold{30, 30};
};

// An entry of `rules` in guidec.yaml, or in a file that it extends.
struct RuleSetting {
  Id key;  // a rule's name or code, or a group's two letters
  std::string severity;
  // Which files it is about, as globs (text/glob.h) from the workspace's folder; empty: all.
  std::vector<Id> files;
  int block = 0;  // entries of one mapping share it; a higher one overrides a lower one
};

struct Workspace {
  const Document* document = nullptr;
  std::filesystem::path root;  // the folder of guidec.yaml
  std::string name;
  std::string language = "en-US";
  int quiz_versions = 0;  // printed quizzes A, B, … beside the one in the order of the source
  int quiz_seed = 1;      // decides their orders
  PrintSettings print = kPrintDefaults;
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

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_WORKSPACE_H_
