#include "rules/groups.h"

namespace guidec {

std::span<const RuleGroup> RuleGroups() {
  static constexpr RuleGroup kGroups[] = {
      {"YM", "YAML", "The text of a file: whether every reader takes it in the same way."},
      {"SC", "Shape", "Keys and values: what a file of its kind must, may and cannot hold."},
      {"RF", "References", "Names that stand for something else, links, and where statements come from."},
      {"ST", "Steps", "What an exercise tells its reader to do, one step after the other."},
      {"HT", "Holds and dose", "How long, how often and how many, in the dose and in the prose."},
      {"QZ", "Quiz and answer key", "Questions that are fair, and answers that the guide proves."},
      {"SF", "Safety", "What keeps a reader from harm."},
      {"LG", "Language", "Words and sentences that a reader understands at once."},
      {"FG", "Figures",
       "Pictures that are drawn from pose data: whether a body can do it, and the steps say it."},
      {"AX", "Accessibility", "What readers need who see or read otherwise."},
      {"CF", "Settings", "guidec.yaml, and comments that suppress a finding."},
  };
  return kGroups;
}

}  // namespace guidec
