// The contacts of a figure name parts that bear on something. A part that is there twice has one place too many, and
// a base pose whose sided contacts are all there with left and right exchanged is the other side's pose.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/picture/figure.h"
#include "text/phrase.h"

namespace guidec::rules::contact_contradicts_pose {
namespace {

struct Stated {
  const Node* phrase;
  Contact contact;
};

std::vector<Stated> ContactsOf(const Node& figure) {
  std::vector<Stated> stated;
  for (const Node* phrase : PhrasesOf(figure, "contacts")) {
    auto read = ParseContacts(phrase->text);
    auto* contacts = std::get_if<std::vector<Contact>>(&read);
    if (contacts == nullptr) continue;
    for (Contact& contact : *contacts) stated.push_back({phrase, std::move(contact)});
  }
  return stated;
}

// "left toes" lie in the left foot, and the left foot holds them.
bool AreOne(std::string_view one, std::string_view other) {
  if (one == other) return true;
  const std::size_t blank = one.find(' ');
  if (blank == std::string_view::npos || !other.starts_with(one.substr(0, blank + 1))) return false;
  const auto within = [&](std::string_view whole, const Alternatives& parts) {
    return (one.substr(blank + 1) == whole && IsOneOf(other.substr(blank + 1), parts)) ||
           (other.substr(blank + 1) == whole && IsOneOf(one.substr(blank + 1), parts));
  };
  return within("foot", "heel|toes|instep|outer foot") || within("hand", "fingertips");
}

bool CheckTwice(const std::vector<Stated>& stated, RuleContext& context) {
  for (std::size_t second = 1; second < stated.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      if (!AreOne(stated[first].contact.part.name, stated[second].contact.part.name)) continue;
      const Part& part = stated[second].contact.part;
      Diagnostic& finding = context.Report(
          stated[second].phrase->span,
          fmt::format("the {} {} on something already, by `{}`; correct the side, or leave one out", part.name,
                      part.IsPlural() ? "bear" : "bears", stated[first].phrase->text));
      finding.labels.push_back({stated[first].phrase->span, "first here"});
      return true;
    }
  }
  return false;
}

void CheckArrows(const Node& figure, RuleContext& context) {
  const std::vector<const Node*> arrows = PhrasesOf(figure, "arrows");
  for (std::size_t second = 1; second < arrows.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      if (arrows[first]->text != arrows[second]->text) continue;
      Diagnostic& finding = context.Report(
          arrows[second]->span, fmt::format("the arrow `{}` is there already; correct its side, or leave it out",
                                            arrows[second]->text));
      finding.labels.push_back({arrows[first]->span, "first here"});
      return;
    }
  }
}

std::string OtherSide(const std::string& part) {
  if (part.starts_with("left ")) return "right " + part.substr(5);
  if (part.starts_with("right ")) return "left " + part.substr(6);
  return part;
}

// "low lunge, left foot ahead" with the right foot and the left knee on the floor.
void CheckPose(const Figure& figure, const std::vector<Stated>& stated, RuleContext& context) {
  const BasePose* base = FindBasePose(figure.spec.base);
  if (base == nullptr || stated.empty()) return;
  const auto bears = [&](const std::string& part) {
    return std::ranges::any_of(stated, [&](const Stated& one) { return one.contact.part.name == part; });
  };
  bool is_mirrored = false;
  for (const Contact& contact : base->contacts) {
    const std::string& part = contact.part.name;
    const std::string other = OtherSide(part);
    const bool has_sides = other != part && std::ranges::none_of(base->contacts, [&](const Contact& one) {
      return one.part.name == other;
    });
    if (!has_sides) continue;
    if (bears(part) || !bears(other)) return;
    is_mirrored = true;
  }
  if (!is_mirrored) return;
  Diagnostic& finding = context.Report(
      figure.pose, fmt::format("`{}` bears on the other side than `contacts` do; correct the side of one of the two",
                               base->name));
  finding.labels.push_back({stated.front().phrase->span, "the contacts"});
}

void Check(const Exercise& exercise, RuleContext& context) {
  const Node* figures = exercise.document->root.Find("figures");
  if (figures == nullptr) return;
  for (const Picture& picture : exercise.pictures) {
    if (!picture.figure || picture.figure->is_mirrored) continue;
    const auto node = std::ranges::find_if(figures->items, [&](const Node& item) {
      return !item.pairs.empty() && item.pairs.front().key.span.begin == picture.span.begin;
    });
    if (node == figures->items.end()) continue;
    const std::vector<Stated> stated = ContactsOf(*node);
    if (!CheckTwice(stated, context)) CheckPose(*picture.figure, stated, context);
    CheckArrows(*node, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: start
    pose: standing
    contacts: [left foot, left foot] # expect: FG010 @ 27-36 "by `left foot`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: start
    pose: low lunge, left foot ahead # expect: FG010 @ 11-37 "bears on the other side" # expect: FG005
    contacts: [left knee, left toes, right foot]
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(figures:
  - id: start
    pose: standing
    contacts: [left foot, right foot]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG010",
    .name = "contact-contradicts-pose",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A part bears on two things, an arrow is there twice, or the base pose is the other side's.",
    .rationale =
        R"md(Where `left` was written for `right`, one side comes twice and the other not at all. A part that bears on the
floor and on a wall at once, and a base pose whose knee and foot are exchanged in `contacts`, may still be drawn: the
search for a posture finds one, but not the one that was meant.)md",
    .source = "guidec's own: a body has one place for each part",
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::contact_contradicts_pose
