#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>

#include "figure/body.h"
#include "figure/figure.h"
#include "support/golden.h"

namespace guidec {
namespace phrases_test {

std::string BallName(std::size_t index) {
  const Ball& ball = Balls()[index];
  const char* side = ball.side == BodySide::kMiddle ? "" : ball.side == BodySide::kLeft ? "left " : "right ";
  return fmt::format("{}{}", side, ball.name);
}

// "left foot (left heel, left ball)".
std::string Told(const Part& part) {
  std::vector<std::string> balls;
  for (const std::size_t ball : part.balls) balls.push_back(BallName(ball));
  return fmt::format("{} ({})", part.name, fmt::join(balls, ", "));
}

std::string Told(const std::vector<Part>& parts) {
  std::vector<std::string> told;
  for (const Part& part : parts) told.push_back(Told(part));
  return fmt::format("{}", fmt::join(told, "; "));
}

constexpr std::string_view kDirectionNames[] = {"up",   "down",  "forward",   "backward",
                                                "left", "right", "turn left", "turn right"};

std::string Told(Direction direction) {
  return std::string(kDirectionNames[static_cast<std::size_t>(direction)]);
}

std::string Told(const std::vector<Contact>& contacts) {
  constexpr std::string_view kSurfaces[] = {"floor", "mat", "wall", "chair"};
  std::string told;
  for (const Contact& contact : contacts) {
    const auto* part = std::get_if<Part>(&contact.on);
    told += fmt::format(
        "{} [{}] on {}\n", contact.part.name, contact.text,
        part != nullptr ? Told(*part) : kSurfaces[static_cast<std::size_t>(std::get<Surface>(contact.on))]);
  }
  return told;
}

std::string Told(const Arrow& arrow) {
  return fmt::format("{}: {} {}", arrow.text, Told(arrow.part), Told(arrow.direction));
}

std::string Told(const Site& site) {
  return fmt::format("{}: {} to {} by {}, {}", site.text, BallName(site.ball), BallName(site.toward),
                     site.along, Told(site.facing));
}

std::string Told(const Prop& prop) {
  constexpr std::string_view kKinds[] = {"mat", "wall", "chair"};
  return fmt::format("{}: {} {}", prop.text, kKinds[static_cast<std::size_t>(prop.kind)], Told(prop.place));
}

// What was read, or the error.
template <class Value>
std::string Told(const Read<Value>& read) {
  const auto* error = std::get_if<std::string>(&read);
  return error != nullptr ? *error : Told(std::get<Value>(read));
}

TEST_CASE("every view has a name") {
  const std::pair<std::string_view, View> views[] = {{"right side", View::kRightSide},
                                                     {"left side", View::kLeftSide},
                                                     {"front", View::kFront},
                                                     {"back", View::kBack},
                                                     {"top", View::kTop},
                                                     {"front right", View::kFrontRight},
                                                     {"front left", View::kFrontLeft},
                                                     {"back right", View::kBackRight},
                                                     {"back left", View::kBackLeft}};
  for (const auto& [name, view] : views) {
    INFO(name);
    CHECK(NameOf(view) == name);
    CHECK(std::get<View>(ParseView(name)) == view);
  }
  CHECK(std::get<std::string>(ParseView("sideways")) ==
        "`sideways` is no view; write `right side`, `left side`, `front`, `back`, `top`, `front right`, "
        "`front left`, `back right` or `back left`");
  CHECK(std::get<std::string>(ParseView("fromt")) == "`fromt` is no view; did you mean `front`?");
}

TEST_CASE("parts bear by their balls") {
  const std::pair<std::string_view, std::string_view> parts[] = {
      {"both feet", "left foot (left heel, left ball); right foot (right heel, right ball)"},
      {"both heels", "left heel (left heel); right heel (right heel)"},
      {"both toes", "left toes (left toes); right toes (right toes)"},
      {"both insteps", "left instep (left toes, left instep); right instep (right toes, right instep)"},
      {"both outer feet",
       "left outer foot (left heel, left little toe); right outer foot (right heel, right little toe)"},
      {"both ankles", "left ankle (left ankle); right ankle (right ankle)"},
      {"both shins", "left shin (left knee, left ankle); right shin (right knee, right ankle)"},
      {"both knees", "left knee (left knee); right knee (right knee)"},
      {"both thighs", "left thigh (left thigh, left knee); right thigh (right thigh, right knee)"},
      {"both hips", "left hip (left hip); right hip (right hip)"},
      {"both hands", "left hand (left palm, left fingertips); right hand (right palm, right fingertips)"},
      {"both fingertips", "left fingertips (left fingertips); right fingertips (right fingertips)"},
      {"both forearms", "left forearm (left elbow, left wrist); right forearm (right elbow, right wrist)"},
      {"both elbows", "left elbow (left elbow); right elbow (right elbow)"},
      {"both shoulders", "left shoulder (left shoulder); right shoulder (right shoulder)"},
      {"both buttocks", "left buttock (left buttock); right buttock (right buttock)"},
      {"head", "head (crown)"},
      {"forehead", "forehead (forehead)"},
      {"neck", "neck (neck)"},
      {"chest", "chest (breastbone)"},
      {"belly", "belly (belly)"},
      {"upper back", "upper back (upper back)"},
      {"lower back", "lower back (lower back)"},
      {"pelvis", "pelvis (sacrum)"},
  };
  for (const auto& [text, told] : parts) {
    const auto read = ParseParts(text);
    CHECK(Told(read) == told);
    for (const Part& part : std::get<std::vector<Part>>(read)) {
      CHECK(Told(ParseParts(part.name)) == Told(part));
      const bool is_plural =
          part.name.find("toes") != std::string::npos || part.name.find("fingertips") != std::string::npos;
      CHECK(part.IsPlural() == is_plural);
    }
  }
}

TEST_CASE("what is no part is said, with the nearest or some that are") {
  constexpr std::string_view kSuch = "; name one such as `left knee`, `both hands` or `upper back`";
  const std::pair<std::string_view, std::string_view> slips[] = {
      {"tail", kSuch},
      {"", kSuch},
      {"both", kSuch},
      {"knee", kSuch},
      {"foot", kSuch},
      {"left kne", "; did you mean `left knee`?"},
      {"rigth knee", "; did you mean `right knee`?"},
      {"both kness", "; did you mean `both knees`?"},
      {"both foot", "; did you mean `both feet`?"},
      {"haed", "; did you mean `head`?"},
      {"pelvus", "; did you mean `pelvis`?"},
  };
  for (const auto& [text, rest] : slips) {
    CHECK(Told(ParseParts(text)) == fmt::format("`{}` is no part of the body{}", text, rest));
  }
  CHECK(std::holds_alternative<std::string>(ParseParts("left head")));
  CHECK(std::holds_alternative<std::string>(ParseParts("both head")));
  CHECK(std::holds_alternative<std::string>(ParseParts("left feet")));
}

TEST_CASE("a part bears on the floor, on what is named or on another part") {
  const std::pair<std::string_view, std::string_view> contacts[] = {
      {"left knee", "left knee [left knee] on floor\n"},
      {"left knee on floor", "left knee [left knee on floor] on floor\n"},
      {"right foot on wall", "right foot [right foot on wall] on wall\n"},
      {"pelvis on chair", "pelvis [pelvis on chair] on chair\n"},
      {"both hands on mat", "left hand [both hands on mat] on mat\nright hand [both hands on mat] on mat\n"},
      {"both hands on right thigh",
       "left hand [both hands on right thigh] on right thigh (right thigh, right knee)\n"
       "right hand [both hands on right thigh] on right thigh (right thigh, right knee)\n"},
      {"head on both hands",
       "`both hands` is nothing to bear on; write `floor`, `mat`, `wall`, `chair` or one part of the body, "
       "such as "
       "`right thigh`"},
      {"head on sofa",
       "`sofa` is nothing to bear on; write `floor`, `mat`, `wall`, `chair` or one part of the body, such as "
       "`right thigh`"},
      {"left hand on right thigh on floor",
       "`left hand on right thigh` is no part of the body; name one such as `left knee`, `both hands` or "
       "`upper back`"},
  };
  for (const auto& [text, told] : contacts) CHECK(Told(ParseContacts(text)) == told);
}

TEST_CASE("an arrow is a part and where it goes") {
  const std::pair<std::string_view, std::string_view> arrows[] = {
      {"hips up", "hips up: hips (sacrum) up"},
      {"hips down", "hips down: hips (sacrum) down"},
      {"left knee forward", "left knee forward: left knee (left knee) forward"},
      {"right hand backward", "right hand backward: right hand (right palm, right fingertips) backward"},
      {"chest left", "chest left: chest (breastbone) left"},
      {"head right", "head right: head (crown) right"},
      {"chest turning left", "chest turning left: chest (breastbone) turn left"},
      {"hips turning right", "hips turning right: hips (sacrum) turn right"},
      {"both hands up", "`both hands` are two parts; write one arrow for each"},
      {"tail up",
       "`tail` is no part of the body; name one such as `left knee`, `both hands` or `upper back`"},
      {"left kne up", "`left kne` is no part of the body; did you mean `left knee`?"},
  };
  for (const auto& [text, told] : arrows) CHECK(Told(ParseArrow(text)) == told);
  for (const std::string_view text :
       {"hips", "up", " ", "", "hipsup", "hips upward", "hips sideways", "turning left"}) {
    CHECK(Told(ParseArrow(text)) ==
          fmt::format("`{}` is no movement; write a part and where it goes, such as `hips forward` or "
                      "`chest turning right`",
                      text));
  }
}

TEST_CASE("a stretch lies on one side of a part, and reaches along it") {
  const std::pair<std::string_view, std::string_view> sites[] = {
      {"front of left hip", "left thigh root to left knee by 0.3, forward"},
      {"back of right thigh", "right thigh to right knee by 0.6, backward"},
      {"back of left calf", "left calf to left ankle by 0.5, backward"},
      {"front of right shin", "right calf to right ankle by 0.5, forward"},
      {"left side of left shoulder", "left shoulder to left biceps by 0.6, left"},
      {"back of left upper arm", "left biceps to left elbow by 0.6, backward"},
      {"right side of right forearm", "right forearm to right wrist by 0.6, right"},
      {"left side of neck", "neck to throat by 1, left"},
      {"right side of trunk", "belly to breastbone by 0.8, right"},
      {"back of right buttock", "right buttock to right thigh root by 0.4, backward"},
  };
  for (const auto& [text, told] : sites) {
    CHECK(Told(ParseSite(text)) == fmt::format("{}: {}", text, told));
  }
  for (const std::string_view text : {"front of hip", "front of left trunk", "top of left hip",
                                      "front left hip", "left hip", "front of ", ""}) {
    CHECK(Told(ParseSite(text)) ==
          fmt::format("`{}` is no place that can be marked; write one such as `front of left hip`, "
                      "`back of right thigh` or `left side of trunk`",
                      text));
  }
}

TEST_CASE("a prop stands where it says, and a mat lies below") {
  constexpr std::string_view kNoPlace =
      " is no place for a prop; write `wall ahead`, `wall behind`, `wall on the left` or `wall on the "
      "right`, and "
      "likewise for a chair";
  const std::pair<std::string_view, std::string> props[] = {
      {"mat", "mat: mat forward"},
      {"chair", "chair: chair down"},
      {"wall ahead", "wall ahead: wall forward"},
      {"chair behind", "chair behind: chair backward"},
      {"wall on the left", "wall on the left: wall left"},
      {"chair on the right", "chair on the right: chair right"},
      {"wall", "say where the wall is, such as `wall ahead`"},
      {"mat ahead", fmt::format("`mat ahead`{}", kNoPlace)},
      {"wall above", fmt::format("`wall above`{}", kNoPlace)},
      {"chair ", fmt::format("`chair `{}", kNoPlace)},
      {"sofa", "`sofa` is no prop; write `mat`, `wall` or `chair`"},
      {"chairs", "`chairs` is no prop; did you mean `chair`?"},
  };
  for (const auto& [text, told] : props) CHECK(Told(ParseProp(text)) == told);
}

// The name of a pose, what it is called in the text of an exercise, what bears and what may give.
TEST_CASE("the base poses, with those of the other side") {
  std::string told;
  for (const BasePose& pose : BasePoses()) {
    std::vector<std::string_view> free;
    for (const Joint joint : pose.free) free.push_back(NameOf(joint));
    told += fmt::format("{}: {}\n  {}\n  {}\n", pose.name, pose.description, pose.position,
                        fmt::join(free, ", "));
    for (const Contact& contact : pose.contacts) told += "  " + Told(std::vector{contact});
  }
  CheckGolden("unit/figure/poses.txt", told);
}

TEST_CASE("a pose is seen from where it shows, with what it needs") {
  const auto told = [](std::string_view name) {
    const FigureSpec spec = SpecOf(*FindBasePose(name));
    std::string text = fmt::format("{}, {}", spec.base, NameOf(spec.view));
    for (const Prop& prop : spec.props) text += fmt::format(", {}", prop.text);
    return text;
  };
  CHECK(told("standing") == "standing, right side");
  CHECK(told("sitting on a chair") == "sitting on a chair, right side, chair");
  CHECK(told("side-lying, left side down") == "side-lying, left side down, front");
  CHECK(told("side plank, on right elbow") == "side plank, on right elbow, front");
  CHECK(FindBasePose("standing on one leg") == nullptr);
  CHECK(BasePoseNames().size() == BasePoses().size());
  CHECK(BasePoseNames().front() == "standing");
  CHECK(BasePoseNames().back() == "side plank, on right elbow");
}

TEST_CASE("a mirrored figure has all that has a side on the other") {
  FigureSpec spec = SpecOf(*FindBasePose("low lunge, right foot ahead"));
  spec.view = View::kBackLeft;
  for (const char* text : {"left hand on right thigh", "head", "right foot on wall"}) {
    spec.contacts.push_back(std::get<std::vector<Contact>>(ParseContacts(text)).front());
  }
  for (const char* text : {"mat", "wall on the left", "chair on the right", "chair behind"}) {
    spec.props.push_back(std::get<Prop>(ParseProp(text)));
  }
  for (const char* text :
       {"left knee right", "chest turning left", "hips forward", "right hand turning right"}) {
    spec.arrows.push_back(std::get<Arrow>(ParseArrow(text)));
  }
  spec.stretch = std::get<Site>(ParseSite("right side of left thigh"));
  spec.free = {Joint::kSpine, Joint::kLeftKnee, Joint::kRightHip};
  for (std::size_t i = 0; i < kMaxMotions; ++i) {
    const double amount = static_cast<double>(i) + 1;
    spec.angles.At(Joint::kBody, i) = amount;
    spec.angles.At(Joint::kSpine, i) = 10 * amount;
    spec.angles.At(Joint::kLeftHip, i) = -amount;
  }
  const FigureSpec other = Mirrored(spec);
  CHECK(NameOf(other.view) == "back right");
  CHECK(other.base == "low lunge, left foot ahead");
  CHECK(Told(other.contacts) ==
        "right knee [right knee] on floor\n"
        "right toes [right toes] on floor\n"
        "left foot [left foot] on floor\n"
        "right hand [right hand on left thigh] on left thigh (left thigh, left knee)\n"
        "head [head] on floor\n"
        "left foot [left foot on wall] on wall\n");
  std::string told;
  for (const Prop& prop : other.props) told += Told(prop) + "\n";
  for (const Arrow& arrow : other.arrows) told += Told(arrow) + "\n";
  CHECK(told ==
        "mat: mat forward\nwall on the right: wall right\nchair on the left: chair left\n"
        "chair behind: chair backward\n"
        "right knee left: right knee (right knee) left\n"
        "chest turning right: chest (breastbone) turn right\n"
        "hips forward: hips (sacrum) forward\n"
        "left hand turning left: left hand (left palm, left fingertips) turn left\n");
  CHECK(Told(*other.stretch) == "left side of right thigh: right thigh to right knee by 0.6, left");
  CHECK(other.free == std::vector{Joint::kSpine, Joint::kRightKnee, Joint::kLeftHip});
  // Turns and leanings of the trunk change their sides; tilting and what a limb does do not.
  using Motions = std::array<double, kMaxMotions>;
  const auto of = [](const FigureSpec& figure, Joint joint) {
    return figure.angles.degrees[static_cast<std::size_t>(joint)];
  };
  CHECK(of(other, Joint::kBody) == Motions{-1, 2, -3});
  CHECK(of(other, Joint::kSpine) == Motions{10, -20, -30});
  CHECK(of(other, Joint::kRightHip) == Motions{-1, -2, -3});
  CHECK(of(other, Joint::kLeftHip) == of(spec, Joint::kRightHip));
  CHECK(Mirrored(other).angles.degrees == spec.angles.degrees);
}

}  // namespace phrases_test
}  // namespace guidec
