#include "figure/joints.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "text/nearest.h"

namespace guidec {
namespace {

constexpr Motion kBody[] = {{"turn left", "turn right", 180, 180},
                            {"tilt forward", "tilt backward", 180, 180},
                            {"roll right", "roll left", 180, 180}};
constexpr Motion kSpine[] = {{"flexion", "extension", 80, 30},
                             {"lateral flexion right", "lateral flexion left", 35, 35},
                             {"rotation left", "rotation right", 45, 45}};
constexpr Motion kNeck[] = {{"flexion", "extension", 45, 45},
                            {"lateral flexion right", "lateral flexion left", 45, 45},
                            {"rotation left", "rotation right", 60, 60}};
constexpr Motion kShoulder[] = {{"flexion", "extension", 180, 60},
                                {"abduction", "adduction", 180, 75},
                                {"internal rotation", "external rotation", 70, 90}};
constexpr Motion kElbow[] = {{"flexion", "extension", 150, 0}, {"pronation", "supination", 80, 80}};
constexpr Motion kWrist[] = {{"flexion", "extension", 80, 70},
                             {"radial deviation", "ulnar deviation", 20, 30}};
constexpr Motion kHip[] = {{"flexion", "extension", 120, 30},
                           {"abduction", "adduction", 45, 30},
                           {"internal rotation", "external rotation", 45, 45}};
constexpr Motion kKnee[] = {{"flexion", "extension", 135, 10}};
constexpr Motion kAnkle[] = {{"dorsiflexion", "plantar flexion", 20, 50}};
constexpr Motion kToes[] = {{"extension", "flexion", 70, 45}};

struct NamedJoint {
  std::string_view name;
  std::span<const Motion> motions;
};
constexpr std::array<NamedJoint, kJointCount> kNamedJoints = {{
    {"body", kBody},
    {"spine", kSpine},
    {"neck", kNeck},
    {"left shoulder", kShoulder},
    {"right shoulder", kShoulder},
    {"left elbow", kElbow},
    {"right elbow", kElbow},
    {"left wrist", kWrist},
    {"right wrist", kWrist},
    {"left hip", kHip},
    {"right hip", kHip},
    {"left knee", kKnee},
    {"right knee", kKnee},
    {"left ankle", kAnkle},
    {"right ankle", kAnkle},
    {"left toes", kToes},
    {"right toes", kToes},
}};

std::string_view Trim(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\n"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(" \t\n") + 1);
}

std::vector<std::string_view> MotionNames(Joint joint) {
  std::vector<std::string_view> names;
  for (const Motion& motion : MotionsOf(joint)) {
    names.push_back(motion.positive);
    names.push_back(motion.negative);
  }
  return names;
}

std::string Listed(const std::vector<std::string_view>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += fmt::format("`{}`", names[i]);
  }
  return text;
}

// One of the parts between commas, at `begin` of the whole text.
void ParseMotion(Joint joint, std::string_view part, std::size_t begin, ReadMotions& read) {
  const auto fail = [&](std::string message, bool beyond = false) {
    read.errors.push_back({begin, begin + part.size(), std::move(message), beyond});
  };
  const std::size_t number_begin = part.find_first_of("0123456789");
  const std::string_view name = Trim(part.substr(0, std::min(number_begin, part.size())));
  const auto names = MotionNames(joint);
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) {
    fail(fmt::format("`{}` is no motion of the {}; it has {}{}", name.empty() ? part : name, NameOf(joint),
                     Listed(names), DidYouMean(name, names)));
    return;
  }
  double degrees = 0;
  const std::string_view number = number_begin == std::string_view::npos ? "" : part.substr(number_begin);
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), degrees);
  const std::string_view unit = Trim(number.substr(static_cast<std::size_t>(end - number.data())));
  if (error != std::errc() || (!unit.empty() && unit != "°")) {
    fail(fmt::format("`{}` needs its degrees, as in `{} 30`", part, name));
    return;
  }
  const auto index = static_cast<std::size_t>(found - names.begin());
  const Motion& motion = MotionsOf(joint)[index / 2];
  const bool is_positive = index % 2 == 0;
  const double limit = is_positive ? motion.most : motion.least;
  if (degrees > limit) {
    fail(
        fmt::format("`{}` goes beyond the {}, which ends at {} {} degrees", part, NameOf(joint), name, limit),
        true);
    return;
  }
  read.settings.push_back({index / 2, is_positive ? degrees : -degrees});
}

}  // namespace

std::span<const Motion> MotionsOf(Joint joint) {
  return kNamedJoints[static_cast<std::size_t>(joint)].motions;
}

std::string_view NameOf(Joint joint) {
  return kNamedJoints[static_cast<std::size_t>(joint)].name;
}

Joint Mirrored(Joint joint) {
  const auto index = static_cast<std::size_t>(joint);
  if (joint <= Joint::kNeck) return joint;
  return static_cast<Joint>(kNamedJoints[index].name.starts_with("left") ? index + 1 : index - 1);
}

std::vector<Joint> JointsNamed(std::string_view name) {
  std::vector<Joint> joints;
  for (std::size_t i = 0; i < kJointCount; ++i) {
    if (kNamedJoints[i].name == name) return {static_cast<Joint>(i)};
  }
  if (!name.starts_with("both ")) return joints;
  name.remove_prefix(5);
  if (name.ends_with('s') && name != "toes") name.remove_suffix(1);
  for (std::size_t i = 0; i < kJointCount; ++i) {
    const std::string_view row = kNamedJoints[i].name;
    const std::size_t side = row.find(' ');
    if (side != std::string_view::npos && row.substr(side + 1) == name) {
      joints.push_back(static_cast<Joint>(i));
    }
  }
  return joints;
}

const std::vector<std::string>& JointNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const NamedJoint& row : kNamedJoints) {
      all.emplace_back(row.name);
      if (!row.name.starts_with("left ")) continue;
      const std::string_view part = row.name.substr(5);
      all.push_back(fmt::format("both {}{}", part, part.ends_with('s') ? "" : "s"));
    }
    return all;
  }();
  return names;
}

ReadMotions ParseMotions(Joint joint, std::string_view text) {
  ReadMotions read;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string_view part = Trim(text.substr(begin, end - begin));
    if (part.empty()) {
      read.errors.push_back({begin, end, "a motion is missing here, such as `flexion 30`", false});
    } else {
      ParseMotion(joint, part, static_cast<std::size_t>(part.data() - text.data()), read);
    }
    begin = end + 1;
  }
  return read;
}

}  // namespace guidec
