#include "text/body_part.h"

#include <algorithm>
#include <map>

#include "text/phrase.h"

namespace guidec {
namespace {

enum : BodyRegion {
  kHead = 1U << 0,
  kNeck = 1U << 1,
  kShoulder = 1U << 2,
  kUpperArm = 1U << 3,
  kElbow = 1U << 4,
  kForearm = 1U << 5,
  kWrist = 1U << 6,
  kHand = 1U << 7,
  kChest = 1U << 8,
  kBelly = 1U << 9,
  kFlank = 1U << 10,
  kUpperBack = 1U << 11,
  kLowerBack = 1U << 12,
  kPelvis = 1U << 13,
  kButtock = 1U << 14,
  kGroin = 1U << 15,
  kThigh = 1U << 16,
  kKnee = 1U << 17,
  kShin = 1U << 18,
  kCalf = 1U << 19,
  kAnkle = 1U << 20,
  kFoot = 1U << 21,
};

constexpr BodyRegion kBack = kUpperBack | kLowerBack;
constexpr BodyRegion kTrunk = kChest | kBelly | kFlank | kBack | kPelvis;
constexpr BodyRegion kCore = kBelly | kFlank | kLowerBack | kPelvis;
constexpr BodyRegion kHip = kPelvis | kButtock | kGroin | kThigh | kLowerBack;
constexpr BodyRegion kArm = kUpperArm | kElbow | kForearm | kWrist | kHand | kShoulder;
constexpr BodyRegion kLeg = kThigh | kKnee | kShin | kCalf | kAnkle | kFoot | kGroin | kButtock | kPelvis;

struct Row {
  std::string_view words;
  BodyRegion region;
};

constexpr Row kRows[] = {
    {"head|face|eye|eyes|ear|ears|jaw|chin|forehead|skull|mouth|nose", kHead | kNeck},
    {"neck|throat|nape", kNeck | kHead | kShoulder},
    {"shoulder|shoulders|deltoid|deltoids|armpit|armpits", kShoulder | kUpperArm | kNeck},
    {"arm|arms", kArm},
    {"biceps|triceps", kUpperArm | kElbow | kShoulder},
    {"elbow|elbows", kElbow | kUpperArm | kForearm},
    {"forearm|forearms", kForearm | kElbow | kWrist},
    {"wrist|wrists", kWrist | kForearm | kHand},
    {"hand|hands|palm|palms|finger|fingers|thumb|thumbs|grip", kHand | kWrist},
    {"chest|breast|breastbone|rib|ribs|pectorals", kChest | kShoulder},
    {"belly|abdomen|stomach|tummy|abdominals|abs|abdominal", kBelly | kFlank | kPelvis},
    {"waist|flank|flanks|obliques", kFlank | kBelly | kLowerBack},
    {"trunk|torso|upper-body", kTrunk},
    {"core|spine", kCore | kUpperBack},
    {"lats|traps|trapezius|rhomboids|blade|blades", kUpperBack | kShoulder | kNeck},
    {"back", kBack},
    {"pelvis|pelvic|bladder|bowels", kHip | kBelly},
    {"hip|hips|psoas|flexors|abductors|adductors", kHip | kBelly},
    {"buttock|buttocks|glute|glutes|bottom|seat", kButtock | kPelvis | kLowerBack},
    {"groin|groins", kGroin | kPelvis | kThigh | kBelly},
    {"thigh|thighs|quadriceps|quads|quad|hamstring|hamstrings", kThigh | kGroin},
    {"knee|knees|kneecap|kneecaps", kKnee | kThigh | kShin | kCalf},
    {"shin|shins", kShin | kAnkle},
    {"calf|calves", kCalf | kAnkle},
    {"leg|legs", kLeg},
    {"ankle|ankles", kAnkle | kFoot | kShin | kCalf},
    {"foot|feet|heel|heels|toe|toes|sole|soles|instep|arch|arches", kFoot | kAnkle},
};

std::map<std::string_view, BodyRegion> ReadRows() {
  std::map<std::string_view, BodyRegion> regions;
  for (const Row& row : kRows) {
    std::string_view words = row.words;
    while (!words.empty()) {
      const std::size_t end = std::min(words.find('|'), words.size());
      regions.emplace(words.substr(0, end), row.region);
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }
  return regions;
}

// Words that mean a part only where they are someone's.
bool MayMeanElse(std::span<const std::string> words, std::size_t at) {
  if (!IsOneOf(words[at], "back|bottom|seat|face|grip|arch|arches|head|mouth|core")) return false;
  const bool is_of = at + 1 < words.size() && words[at + 1] == "of";
  const bool is_owned = at > 0 && IsOneOf(words[at - 1], "your|lower|upper|their|mid|entire|whole");
  return is_of || !is_owned;
}

}  // namespace

std::optional<BodyRegion> RegionOf(std::string_view word) {
  static const std::map<std::string_view, BodyRegion> kRegions = ReadRows();
  const auto found = kRegions.find(word);
  return found == kRegions.end() ? std::nullopt : std::optional(found->second);
}

std::vector<MentionedPart> PartsIn(std::span<const std::string> words) {
  std::vector<MentionedPart> parts;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto region = RegionOf(words[at]);
    if (region && !MayMeanElse(words, at)) parts.push_back({at, *region});
  }
  return parts;
}

}  // namespace guidec
