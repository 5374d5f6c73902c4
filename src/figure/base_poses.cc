// The named positions, in one place: what an author would say, read by the same readers. Those with
// sides are written once, with "near" for the left and "far" for the right, and mirrored.
#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "figure/figure.h"

namespace guidec {
namespace {

struct JointRow {
  std::string_view joint;
  std::string_view motions;
};
struct PoseRow {
  std::string_view name;
  std::string_view description;
  std::string_view position;  // phrases of a start position that mean this, separated by |
  std::array<JointRow, 12> joints;
  std::array<std::string_view, 6> contacts;
  std::array<std::string_view, 9> free;
};

constexpr PoseRow kPoseRows[] = {
    {"standing",
     "stands with both feet flat",
     "stand|standing|upright",
     {{{"both shoulders", "abduction 7"}, {"both elbows", "flexion 8"}}},
     {"both feet"},
     {"both ankles"}},
    {"sitting on a chair",
     "sits on a chair with both feet flat",
     "sit|sitting|seated",
     {{{"both hips", "flexion 88"},
       {"both knees", "flexion 88"},
       {"both shoulders", "flexion 20"},
       {"both elbows", "flexion 60, pronation 70"}}},
     {"both buttocks on chair", "both feet"},
     {"both hips", "both knees", "both ankles"}},
    {"sitting with straight legs",
     "sits on the floor with both legs straight ahead",
     "sit|sitting|seated",
     {{{"body", "tilt backward 10"},
       {"both hips", "flexion 80"},
       {"both shoulders", "flexion 25, abduction 5"},
       {"both elbows", "flexion 25"}}},
     {"both buttocks", "both heels"},
     {"both hips"}},
    {"half-kneeling, near knee down",
     "kneels on the near knee with the far foot flat ahead",
     "half-kneeling|kneeling|kneel|kneels|lunge",
     {{{"near knee", "flexion 95"},
       {"near ankle", "plantar flexion 50"},
       {"near toes", "flexion 10"},
       {"far hip", "flexion 90"},
       {"far knee", "flexion 90"},
       {"both shoulders", "abduction 7"},
       {"both elbows", "flexion 8"}}},
     {"near knee", "near toes", "far foot"},
     {"near knee", "near ankle", "far hip", "far knee", "far ankle"}},
    {"low lunge, far foot ahead",
     "kneels in a low lunge with the far foot well ahead and the near knee behind",
     "lunge|half-kneeling|kneeling|kneel|kneels",
     {{{"near hip", "extension 25"},
       {"near knee", "flexion 70"},
       {"near ankle", "plantar flexion 50"},
       {"near toes", "flexion 10"},
       {"far hip", "flexion 85"},
       {"far knee", "flexion 95"},
       {"both shoulders", "abduction 7"},
       {"both elbows", "flexion 8"}}},
     {"near knee", "near toes", "far foot"},
     {"near knee", "near ankle", "far hip", "far knee", "far ankle"}},
    {"kneeling",
     "kneels on both knees",
     "kneeling|kneel|kneels",
     {{{"both knees", "flexion 95"},
       {"both ankles", "plantar flexion 50"},
       {"both toes", "flexion 10"},
       {"both shoulders", "abduction 7"},
       {"both elbows", "flexion 8"}}},
     {"both knees", "both toes"},
     {"both knees", "both ankles"}},
    {"on hands and knees",
     "is on hands and knees",
     "hands and knees|all fours",
     {{{"body", "tilt forward 80"},
       {"neck", "extension 20"},
       {"both hips", "flexion 80"},
       {"both knees", "flexion 95"},
       {"both ankles", "plantar flexion 50"},
       {"both toes", "flexion 10"},
       {"both shoulders", "flexion 85"},
       {"both elbows", "flexion 5, pronation 80"},
       {"both wrists", "extension 65"}}},
     {"both knees", "both toes", "both hands"},
     {"body", "both knees", "both ankles", "both shoulders", "both wrists", "both hips"}},
    {"high plank",
     "holds the body in a straight line on hands and toes",
     "push-up|plank|press-up",
     {{{"body", "tilt forward 70"},
       {"neck", "extension 10"},
       {"both ankles", "dorsiflexion 20"},
       {"both toes", "extension 40"},
       {"both shoulders", "flexion 70"},
       {"both elbows", "pronation 80"},
       {"both wrists", "extension 65"}}},
     {"both hands", "both toes"},
     {"body", "both shoulders", "both wrists"}},
    {"forearm plank",
     "holds the body in a straight line on forearms and toes",
     "forearm|forearms|elbows|plank|push-up|press-up",
     {{{"body", "tilt forward 82"},
       {"neck", "extension 8"},
       {"both ankles", "dorsiflexion 12"},
       {"both toes", "extension 40"},
       {"both shoulders", "flexion 85"},
       {"both elbows", "flexion 90, pronation 80"}}},
     {"both forearms", "both toes"},
     {"body", "both shoulders"}},
    {"prone on forearms",
     "lies face down, propped up on both forearms",
     "forearm|forearms|elbows|stomach|belly|front|prone|face down|push-up|plank",
     {{{"body", "tilt forward 90"},
       {"spine", "extension 29"},
       {"neck", "extension 15"},
       {"both hips", "extension 5"},
       {"both ankles", "plantar flexion 45"},
       {"both shoulders", "flexion 95"},
       {"both elbows", "flexion 90, pronation 80"}}},
     {"both hips", "both knees", "both toes", "both forearms"},
     {"body", "spine", "both hips", "both knees", "both ankles", "both shoulders", "both elbows"}},
    {"prone",
     "lies face down",
     "stomach|belly|front|prone|face down",
     {{{"body", "tilt forward 90"},
       {"neck", "extension 5"},
       {"both ankles", "plantar flexion 45"},
       {"both shoulders", "abduction 20"},
       {"both elbows", "flexion 5, supination 80"}}},
     {"chest", "both hips", "both knees", "both toes", "both hands"},
     {"body", "spine", "both hips", "both knees", "both ankles", "both shoulders", "both wrists"}},
    {"supine",
     "lies on the back with straight legs",
     "back|supine|face up",
     {{{"body", "tilt backward 90"},
       {"both shoulders", "abduction 15"},
       {"both elbows", "pronation 80"},
       {"both ankles", "plantar flexion 15"}}},
     {"head", "upper back", "both buttocks", "both heels", "both hands"},
     {"body", "neck", "both hips", "both shoulders", "both wrists"}},
    {"supine with bent knees",
     "lies on the back with bent knees and both feet flat",
     "back|supine|face up",
     {{{"body", "tilt backward 90"},
       {"both hips", "flexion 55"},
       {"both knees", "flexion 105"},
       {"both shoulders", "abduction 15"},
       {"both elbows", "pronation 80"}}},
     {"head", "upper back", "both buttocks", "both feet", "both hands"},
     {"body", "neck", "both hips", "both knees", "both ankles", "both shoulders", "both wrists"}},
    {"side-lying, near side down",
     "lies on the near side with straight legs",
     "side",
     {{{"body", "roll near 90"},
       {"neck", "lateral flexion near 5"},
       {"near shoulder", "flexion 170"},
       {"far shoulder", "adduction 5"},
       {"far elbow", "flexion 10"},
       {"far hip", "adduction 3"}}},
     {"near hip", "near outer foot", "near shoulder", "far ankle on near ankle"},
     {"body", "spine", "near hip", "far hip"}},
    {"side-lying, propped on near elbow",
     "lies on the near side with straight legs, propped up on the near elbow",
     "side",
     {{{"body", "roll near 80"},
       {"spine", "lateral flexion far 34"},
       {"neck", "lateral flexion far 8"},
       {"near shoulder", "abduction 70"},
       {"near elbow", "flexion 90"},
       {"far elbow", "flexion 10"},
       {"far hip", "adduction 5"}}},
     {"near hip", "near outer foot", "near forearm", "far ankle on near ankle"},
     {"body", "near hip", "far hip", "near shoulder", "near ankle"}},
    {"side plank, on near elbow",
     "holds the body in a straight line, sideways on the near elbow and the near foot",
     "side",
     {{{"body", "roll near 70"},
       {"near shoulder", "abduction 75"},
       {"near elbow", "flexion 90"},
       {"far elbow", "flexion 10"},
       {"far hip", "adduction 4"}}},
     {"near forearm", "near outer foot", "far ankle on near ankle"},
     {"body", "near shoulder", "far hip"}},
};

// "near knee" → "left knee".
std::string WithSides(std::string_view text) {
  std::string named(text);
  for (const auto& [from, to] : {std::pair("near", "left"), std::pair("far", "right")}) {
    for (std::size_t at = named.find(from); at != std::string::npos; at = named.find(from, at)) {
      named.replace(at, std::string_view(from).size(), to);
    }
  }
  return named;
}

std::string OtherSide(std::string text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 4, "left") == 0) {
      text.replace(at, 4, "right");
    } else if (text.compare(at, 5, "right") == 0) {
      text.replace(at, 5, "left");
    }
  }
  return text;
}

// What the table says must be readable: anything else is our own fault.
template <class Value>
Value Must(Read<Value> read) {
  if (auto* value = std::get_if<Value>(&read)) return std::move(*value);
  std::abort();
}

BasePose PoseOf(const PoseRow& row) {
  BasePose pose{WithSides(row.name), WithSides(row.description), std::string(row.position), {}, {}, {}};
  for (const JointRow& joint : row.joints) {
    for (const Joint named : JointsNamed(WithSides(joint.joint))) {
      const ReadMotions read = ParseMotions(named, WithSides(joint.motions));
      if (!read.errors.empty()) std::abort();
      for (const Setting& setting : read.settings) pose.angles.At(named, setting.motion) = setting.degrees;
    }
  }
  for (const std::string_view contact : row.contacts) {
    if (contact.empty()) continue;
    for (Contact& read : Must(ParseContacts(WithSides(contact)))) pose.contacts.push_back(std::move(read));
  }
  for (const std::string_view joint : row.free) {
    for (const Joint named : JointsNamed(WithSides(joint))) pose.free.push_back(named);
  }
  return pose;
}

// Motions away from the middle plane keep their sign on a limb and change it on the trunk.
Angles MirroredAngles(const Angles& angles) {
  Angles mirrored;
  for (std::size_t i = 0; i < kJointCount; ++i) {
    const auto joint = static_cast<Joint>(i);
    for (std::size_t motion = 0; motion < MotionsOf(joint).size(); ++motion) {
      const std::string_view name = MotionsOf(joint)[motion].positive;
      const bool has_side = name.ends_with("left") || name.ends_with("right");
      mirrored.At(Mirrored(joint), motion) = has_side ? -angles.At(joint, motion) : angles.At(joint, motion);
    }
  }
  return mirrored;
}

std::vector<Contact> MirroredContacts(const std::vector<Contact>& contacts) {
  std::vector<Contact> mirrored;
  for (const Contact& contact : contacts) {
    const auto other = [](const Part& part) { return Must(ParseParts(OtherSide(part.name))).front(); };
    Contact turned{OtherSide(contact.text), other(contact.part), contact.on};
    if (const auto* part = std::get_if<Part>(&contact.on)) turned.on = other(*part);
    mirrored.push_back(std::move(turned));
  }
  return mirrored;
}

BasePose MirroredPose(const BasePose& pose) {
  BasePose mirrored{OtherSide(pose.name),        OtherSide(pose.description),     pose.position,
                    MirroredAngles(pose.angles), MirroredContacts(pose.contacts), {}};
  for (const Joint joint : pose.free) mirrored.free.push_back(Mirrored(joint));
  return mirrored;
}

Direction MirroredDirection(Direction direction) {
  switch (direction) {
    case Direction::kLeft:
      return Direction::kRight;
    case Direction::kRight:
      return Direction::kLeft;
    default:
      return direction;
  }
}

}  // namespace

const std::vector<BasePose>& BasePoses() {
  static const std::vector<BasePose> poses = [] {
    std::vector<BasePose> all;
    for (const PoseRow& row : kPoseRows) {
      all.push_back(PoseOf(row));
      if (row.name.find("near") != std::string_view::npos || row.name.find("far") != std::string_view::npos) {
        all.push_back(MirroredPose(all.back()));
      }
    }
    return all;
  }();
  return poses;
}

const BasePose* FindBasePose(std::string_view name) {
  const auto found = std::ranges::find(BasePoses(), name, &BasePose::name);
  return found == BasePoses().end() ? nullptr : &*found;
}

std::vector<std::string> BasePoseNames() {
  std::vector<std::string> names;
  for (const BasePose& pose : BasePoses()) names.push_back(pose.name);
  return names;
}

FigureSpec SpecOf(const BasePose& pose) {
  FigureSpec spec;
  spec.view = pose.name.starts_with("side") ? View::kFront : View::kRightSide;
  spec.base = pose.name;
  spec.angles = pose.angles;
  spec.contacts = pose.contacts;
  spec.free = pose.free;
  const auto on_chair = [](const Contact& contact) {
    const auto* surface = std::get_if<Surface>(&contact.on);
    return surface != nullptr && *surface == Surface::kChair;
  };
  if (std::ranges::any_of(spec.contacts, on_chair)) spec.props.push_back(Must(ParseProp("chair")));
  return spec;
}

FigureSpec Mirrored(const FigureSpec& spec) {
  FigureSpec mirrored = spec;
  mirrored.view = Must(ParseView(OtherSide(std::string(NameOf(spec.view)))));
  mirrored.base = OtherSide(spec.base);
  mirrored.angles = MirroredAngles(spec.angles);
  mirrored.contacts = MirroredContacts(spec.contacts);
  for (Joint& joint : mirrored.free) joint = Mirrored(joint);
  for (Prop& prop : mirrored.props) prop = {OtherSide(prop.text), prop.kind, MirroredDirection(prop.place)};
  for (Arrow& arrow : mirrored.arrows) arrow = Must(ParseArrow(OtherSide(arrow.text)));
  if (mirrored.stretch) mirrored.stretch = Must(ParseSite(OtherSide(mirrored.stretch->text)));
  return mirrored;
}

}  // namespace guidec
