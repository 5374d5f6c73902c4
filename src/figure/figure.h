// What a figure shows, in the words of its author: how the body stands or lies, what bears on what,
// what moves where. The phrases are plain English; each has one reader here.
#ifndef GUIDEC_FIGURE_FIGURE_H_
#define GUIDEC_FIGURE_FIGURE_H_

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "figure/joints.h"

namespace guidec {

// From where the figure is seen, while it stands and before it turns: `right side` shows it facing
// right. The views between two sides look down a little.
enum class View : std::uint8_t {
  kRightSide,
  kLeftSide,
  kFront,
  kBack,
  kTop,
  kFrontRight,
  kFrontLeft,
  kBackRight,
  kBackLeft,
};

// A place of the body by a name of its own, such as "left knee": the balls of flesh by which it bears
// on something, as indices into Balls().
struct Part {
  std::string name;
  std::vector<std::size_t> balls;

  // "The left toes bear", "the left hand bears".
  bool IsPlural() const { return name.ends_with("toes") || name.ends_with("fingertips"); }
};

enum class Surface : std::uint8_t { kFloor, kMat, kWall, kChair };

// A part that bears on a surface, or on another part.
struct Contact {
  std::string text;
  Part part;
  std::variant<Surface, Part> on;
};

enum class Direction : std::uint8_t {
  kUp,
  kDown,
  kForward,
  kBackward,
  kLeft,
  kRight,
  kTurnLeft,
  kTurnRight,
};

// A movement to show: "hips forward", "chest turning right".
struct Arrow {
  std::string text;
  Part part;
  Direction direction;
};

// Where a stretch is felt, or a muscle works: "front of left hip".
struct Site {
  std::string text;
  std::size_t ball;    // about which it lies
  std::size_t toward;  // the next ball along the limb
  double along;        // how far it reaches towards that one, as a fraction
  Direction facing;    // kForward: the front; kLeft and kRight: the room's left and right
};

enum class PropKind : std::uint8_t { kMat, kWall, kChair };

// A thing in the room. `place` says where a wall or chair stands from the figure: kForward is ahead.
struct Prop {
  std::string text;
  PropKind kind;
  Direction place = Direction::kForward;
};

struct FigureSpec {
  View view = View::kRightSide;
  std::string base;  // the base pose's name
  Angles angles;
  std::vector<Joint> free;  // joints that may move so that contacts are met
  std::vector<Contact> contacts;
  std::vector<Prop> props;
  std::vector<Arrow> arrows;
  std::optional<Site> stretch;
};

// A position to start from: joint angles, what bears on the floor, and what may give.
struct BasePose {
  std::string name;         // "half-kneeling, left knee down"
  std::string description;  // "kneels on the left knee, with the right foot flat ahead", after "a person"
  std::string position;     // the family's name, such as "half-kneeling": what a start position may say
  Angles angles;
  std::vector<Contact> contacts;
  std::vector<Joint> free;
};

// In the order in which they are documented; those with sides once for each side.
const std::vector<BasePose>& BasePoses();
const BasePose* FindBasePose(std::string_view name);
std::vector<std::string> BasePoseNames();

// The base pose as it is, seen so that it shows.
FigureSpec SpecOf(const BasePose& pose);

// The value, or what is wrong with the text.
template <class Value>
using Read = std::variant<Value, std::string>;

Read<View> ParseView(std::string_view text);
// "left knee" gives one part, "both hands" two.
Read<std::vector<Part>> ParseParts(std::string_view text);
// "both hands on floor" gives two contacts; without "on …", the floor.
Read<std::vector<Contact>> ParseContacts(std::string_view text);
Read<Arrow> ParseArrow(std::string_view text);
Read<Site> ParseSite(std::string_view text);
Read<Prop> ParseProp(std::string_view text);

std::string_view NameOf(View view);

// Left and right exchanged, as for the other side's turn; the view too.
FigureSpec Mirrored(const FigureSpec& spec);

}  // namespace guidec

#endif  // GUIDEC_FIGURE_FIGURE_H_
