#include "model/picture/figure.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "diag/rule_ids.h"
#include "figure/describe.h"
#include "text/language.h"
#include "text/nearest.h"

namespace guidec {
namespace {

constexpr RuleId kFigureUnknown = rule_ids::kUnknownPoseOrJoint;
constexpr RuleId kFigureUnreadable = rule_ids::kUnreadableFigure;
constexpr RuleId kFigureReference = rule_ids::kUnknownFigureReference;

// Lengths are told for a body of this height.
constexpr double kCentimetres = 170;

std::string NameOf(const Exercise& exercise) {
  return exercise.name ? PlainText(exercise.name.root) : exercise.id.value;
}

class FigureReader {
 public:
  FigureReader(const Node& item, const Exercise& exercise, const std::vector<Picture>& earlier,
               std::vector<Fault>& faults)
      : item_(item), exercise_(exercise), earlier_(earlier), faults_(faults) {}

  Picture ReadPicture() {
    const Node* id = Scalar("id");
    figure_.id = id == nullptr ? Id{{}, item_.span} : Id{id->text, id->span};
    figure_.pose = figure_.id.span;
    figure_.is_sound = !HasDamage(item_);
    Picture picture;
    picture.span = item_.pairs.empty() ? item_.span : item_.pairs.front().key.span;
    picture.file = {fmt::format("{}-{}.svg", exercise_.id.value, figure_.id.value), figure_.id.span};
    if (const Node* alt = Scalar("alt")) picture.alt = PlainProseWithPlaceholders(*alt);
    if (const Node* caption = Scalar("caption")) picture.caption = PlainProseWithPlaceholders(*caption);
    ReadSpec();
    ReadStep();
    if (figure_.is_sound) Settle();
    picture.figure = std::make_shared<const Figure>(std::move(figure_));
    return picture;
  }

 private:
  const Node* Scalar(std::string_view key) const {
    const Node* found = item_.Find(key);
    return found != nullptr && found->IsScalar() ? found : nullptr;
  }

  void Note(RuleId rule, Span span, std::string message) {
    figure_.is_sound = false;
    faults_.push_back({rule, span, std::move(message)});
  }
  // What the phrase means, or nothing after a note.
  template <class Value>
  std::optional<Value> Take(const Node& phrase, Read<Value> read) {
    if (auto* value = std::get_if<Value>(&read)) return std::move(*value);
    Note(kFigureUnreadable, phrase.span, std::move(std::get<std::string>(read)));
    return std::nullopt;
  }

  void ReadSpec() {
    if (Scalar("other-side-of") != nullptr) return ReadOtherSide();
    if (const Node* view = Scalar("view")) {
      if (const auto read = Take(*view, ParseView(view->text))) figure_.spec.view = *read;
    }
    const Node* pose = Scalar("pose");
    if (pose == nullptr) {
      figure_.is_sound = false;  // the shape check says that it is missing
      return;
    }
    figure_.pose = pose->span;
    const BasePose* base = FindBasePose(pose->text);
    if (base == nullptr) return NoteUnknownPose(*pose);
    const View view = figure_.spec.view;
    figure_.spec = SpecOf(*base);
    if (Scalar("view") != nullptr) figure_.spec.view = view;
    ReadChanges();
    ReadAdjusted();
    ReadContacts();
    if (item_.Find("props") != nullptr) figure_.spec.props.clear();
    for (const Node* phrase : PhrasesOf(item_, "props")) {
      if (auto prop = Take(*phrase, ParseProp(phrase->text))) figure_.spec.props.push_back(std::move(*prop));
    }
    for (const Node* phrase : PhrasesOf(item_, "arrows")) {
      if (auto arrow = Take(*phrase, ParseArrow(phrase->text)))
        figure_.spec.arrows.push_back(std::move(*arrow));
    }
    if (const Node* stretch = Scalar("stretch"))
      figure_.spec.stretch = Take(*stretch, ParseSite(stretch->text));
  }

  void NoteUnknownPose(const Node& pose) {
    const auto names = BasePoseNames();
    const auto nearest = Nearest(pose.text, names);
    if (nearest)
      return Note(kFigureUnknown, pose.span,
                  fmt::format("`{}` is no base pose{}", pose.text, DidYouMean(pose.text, names)));
    // "half-kneeling" without its side.
    const auto longer =
        std::ranges::find_if(names, [&](const std::string& name) { return name.starts_with(pose.text); });
    Note(kFigureUnknown, pose.span,
         longer == names.end()
             ? fmt::format(
                   "`{}` is no base pose; write one such as `standing`, or see `guidec figure --poses`",
                   pose.text)
             : fmt::format("`{}` leaves a side open; write `{}` or its other side", pose.text, *longer));
  }

  // Angles that the author states stand: their joints are free no longer.
  void ReadChanges() {
    const Node* changes = item_.Find("changes");
    if (changes == nullptr) return;
    for (const Pair& pair : changes->pairs) {
      const auto joints = JointsNamed(pair.key.text);
      if (joints.empty()) {
        Note(kFigureUnknown, pair.key.span,
             fmt::format("`{}` is no joint{}", pair.key.text,
                         Nearest(pair.key.text, JointNames())
                             ? DidYouMean(pair.key.text, JointNames())
                             : "; write one such as `left knee`, `both hips` or `spine`"));
        continue;
      }
      if (!pair.value.IsScalar()) continue;
      for (const Joint joint : joints) std::erase(figure_.spec.free, joint);
      NoteMotions(pair.value, ParseMotions(joints.front(), pair.value.text));
      for (const Joint joint : joints) {
        figure_.spec.angles.degrees[static_cast<std::size_t>(joint)] = {};
        for (const Setting& setting : ParseMotions(joint, pair.value.text).settings) {
          figure_.spec.angles.At(joint, setting.motion) = setting.degrees;
        }
      }
    }
  }

  void NoteMotions(const Node& value, const ReadMotions& read) {
    for (const PhraseError& error : read.errors) {
      Note(error.beyond_limit ? rule_ids::kJointBeyondLimit : kFigureUnreadable,
           value.SpanOf(error.begin, error.end), error.message);
    }
  }

  void ReadAdjusted() {
    for (const Node* phrase : PhrasesOf(item_, "adjust")) {
      const auto joints = JointsNamed(phrase->text);
      if (joints.empty()) {
        Note(kFigureUnknown, phrase->span,
             fmt::format("`{}` is no joint{}", phrase->text, DidYouMean(phrase->text, JointNames())));
      }
      for (const Joint joint : joints) {
        std::erase(figure_.spec.free, joint);
        figure_.spec.free.push_back(joint);
      }
    }
  }

  void ReadContacts() {
    const auto phrases = PhrasesOf(item_, "contacts");
    if (phrases.empty()) return;
    figure_.spec.contacts.clear();
    for (const Node* phrase : phrases) {
      const auto contacts = Take(*phrase, ParseContacts(phrase->text));
      if (!contacts) continue;
      for (const Contact& contact : *contacts) {
        figure_.spec.contacts.push_back(contact);
        contact_spans_.push_back(phrase->span);
      }
    }
    CheckSurfaces();
  }

  // A wall or a chair must stand somewhere.
  void CheckSurfaces() {
    for (const auto& [surface, word] :
         {std::pair(Surface::kWall, "wall"), std::pair(Surface::kChair, "chair")}) {
      for (std::size_t i = 0; i < contact_spans_.size(); ++i) {
        const auto* on = std::get_if<Surface>(&figure_.spec.contacts[i].on);
        const bool is_there = std::ranges::any_of(
            PhrasesOf(item_, "props"),
            [&, name = std::string_view(word)](const Node* prop) { return prop->text.starts_with(name); });
        if (on == nullptr || *on != surface || is_there) continue;
        Note(kFigureUnreadable, contact_spans_[i],
             fmt::format("no {} stands there; add it to `props`, as in `[{}]`", word,
                         surface == Surface::kWall ? "wall on the left" : "chair"));
      }
    }
  }

  void ReadOtherSide() {
    const Node& other = *Scalar("other-side-of");
    const auto found = std::ranges::find_if(
        earlier_, [&](const Picture& picture) { return picture.figure->id.value == other.text; });
    if (found == earlier_.end()) {
      std::vector<std::string> ids;
      for (const Picture& picture : earlier_) ids.push_back(picture.figure->id.value);
      return Note(kFigureReference, other.span,
                  fmt::format("no figure above has the id `{}`{}", other.text, DidYouMean(other.text, ids)));
    }
    figure_.is_mirrored = true;
    figure_.pose = other.span;
    figure_.is_sound = figure_.is_sound && found->figure->is_sound;
    if (figure_.is_sound) figure_.spec = Mirrored(found->figure->spec);
  }

  void ReadStep() {
    const Node* step = Scalar("step");
    if (step == nullptr) return;
    const auto named = std::ranges::find(exercise_.step_ids, step->text, &Id::value);
    if (!step->text.empty() && named != exercise_.step_ids.end()) {
      figure_.step = static_cast<std::size_t>(named - exercise_.step_ids.begin());
      return;
    }
    std::vector<std::size_t> found;
    std::vector<std::string> steps;
    for (std::size_t i = 0; i < exercise_.steps.size(); ++i) {
      steps.push_back(PlainText(exercise_.steps[i].root));
      if (steps.back().starts_with(step->text)) found.push_back(i);
    }
    if (found.size() == 1) {
      figure_.step = found.front();
    } else if (found.size() > 1) {
      Note(kFigureReference, step->span,
           fmt::format("{} steps begin with `{}`; write more of the one that is meant", found.size(),
                       step->text));
    } else {
      for (const Id& id : exercise_.step_ids) steps.push_back(id.value);
      Note(kFigureReference, step->span,
           fmt::format("no step begins with `{}`{}; write the step's first words, or its id", step->text,
                       DidYouMean(step->text, steps)));
    }
  }

  Span SpanOfContact(std::size_t contact) const {
    return contact < contact_spans_.size() ? contact_spans_[contact] : figure_.pose;
  }

  // One part that is out of place pulls at the others: only the worst is told.
  void NoteMiss() {
    const auto worst = std::ranges::max_element(figure_.placed.misses, {},
                                                [](const Miss& miss) { return std::abs(miss.gap); });
    const Contact& contact = figure_.spec.contacts[worst->contact];
    Note(rule_ids::kContactNotMet, SpanOfContact(worst->contact),
         fmt::format("the {} {} what it should bear on, by {:.0f} cm on a person of 170 cm; change the "
                     "angles, or name in "
                     "`adjust` a joint that may give",
                     contact.part.name,
                     worst->gap < 0 ? (contact.part.IsPlural() ? "are pressed into" : "is pressed into")
                                    : (contact.part.IsPlural() ? "do not reach" : "does not reach"),
                     std::abs(worst->gap) * kCentimetres));
  }

  void Settle() {
    figure_.placed = PlaceFigure(figure_.spec);
    if (!figure_.placed.misses.empty()) return NoteMiss();
    if (figure_.placed.sunk.empty()) return;
    const Sunk& deepest = figure_.placed.sunk.front();
    const Ball& ball = Balls()[deepest.ball];
    Note(rule_ids::kPartBelowFloor, figure_.pose,
         fmt::format("{:.0f} cm below the floor, on a person of 170 cm: the {}{}; change the angles, or let "
                     "it bear on "
                     "the floor in `contacts`",
                     deepest.depth * kCentimetres,
                     ball.side == BodySide::kLeft    ? "left "
                     : ball.side == BodySide::kRight ? "right "
                                                     : "",
                     ball.name));
  }

  const Node& item_;
  const Exercise& exercise_;
  const std::vector<Picture>& earlier_;
  std::vector<Fault>& faults_;
  Figure figure_;
  std::vector<Span> contact_spans_;  // of the author's contacts
};

}  // namespace

std::vector<const Node*> PhrasesOf(const Node& figure, std::string_view key) {
  std::vector<const Node*> phrases;
  const Node* found = figure.Find(key);
  if (found == nullptr) return phrases;
  if (found->IsScalar()) phrases.push_back(found);
  for (const Node& phrase : found->items) {
    if (phrase.IsScalar()) phrases.push_back(&phrase);
  }
  return phrases;
}

std::vector<Picture> ReadFigures(const Node& root, const Exercise& exercise, std::vector<Fault>& faults) {
  std::vector<Picture> pictures;
  const Node* figures = root.Find("figures");
  if (figures == nullptr) return pictures;
  for (const Node& item : figures->items) {
    if (item.IsMapping()) pictures.push_back(FigureReader(item, exercise, pictures, faults).ReadPicture());
  }
  return pictures;
}

std::string AlternativeText(const Exercise& exercise, const Picture& picture) {
  std::string text = picture.alt ? PlainText(picture.alt.root) : "";
  if (text.empty() && picture.figure) text = Describe(picture.figure->spec);
  if (!text.empty()) return text;
  return NameOf(exercise);
}

bool IsDescribedIn(std::string_view language) {
  return IsEnglish(language);
}

FigureColours ColoursOf(const Theme& theme) {
  const auto colour = [&](std::string_view name) { return std::string(theme.Colour(name)); };
  FigureColours colours;
  colours.outline = colour("text");
  colours.shirt = MixedColour(colour("accent"), colours.paper, 0.5);
  colours.trousers = MixedColour(MixedColour(colour("text"), colour("accent"), 0.4), colours.paper, 0.16);
  colours.hair = colour("quiet");
  colours.prop = MixedColour(colour("accent"), colours.paper, 0.68);
  colours.floor = colour("line");
  colours.arrow = colour("accent");
  return colours;
}

std::string FigureSvg(const Exercise& exercise, const Picture& picture, const FigureColours& colours) {
  const Figure& figure = *picture.figure;
  const std::string name = NameOf(exercise);
  const FigureText text{picture.caption ? fmt::format("{}: {}", name, PlainText(picture.caption.root)) : name,
                        AlternativeText(exercise, picture)};
  return figure.is_sound ? DrawFigure(figure.spec, figure.placed, text, colours)
                         : DrawPlaceholder(text, colours);
}

std::string StripSvg(const Exercise& exercise, const FigureColours& colours) {
  std::vector<SheetCell> cells;
  std::string description;
  for (const Picture& picture : exercise.pictures) {
    if (!picture.figure) continue;
    const Figure& figure = *picture.figure;
    cells.push_back({figure.is_sound ? &figure.spec : nullptr, &figure.placed, {}});
    description += fmt::format("{}{}. {}", description.empty() ? "" : " ", cells.size(),
                               AlternativeText(exercise, picture));
  }
  return DrawStrip(cells, {NameOf(exercise), description}, colours);
}

}  // namespace guidec
