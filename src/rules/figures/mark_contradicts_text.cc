// An arrow or a stretch mark belongs to what the figure's own step and its caption say, and to what the exercise is
// for: the same part does not go two ways, and a stretch is not felt at the front and at the back.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/picture/figure.h"
#include "model/prose/passage.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec::rules::mark_contradicts_text {
namespace {

using Words = std::span<const std::string>;

// Names of one limb, by which a text may call what an arrow moves.
constexpr Alternatives kLimbs[] = {
    "foot|feet|leg|legs|heel|heels|knee|knees|ankle|toes|thigh|shin",
    "hips|hip|pelvis|buttocks|bottom|buttock",
    "chest|trunk|torso|body|shoulders|back",
    "hand|hands|arm|arms|elbow|elbows|wrist|forearm",
    "head|chin|neck",
};

const Alternatives* LimbOf(std::string_view part) {
  const std::size_t blank = part.rfind(' ');
  const std::string_view word = blank == std::string_view::npos ? part : part.substr(blank + 1);
  const auto found = std::ranges::find_if(kLimbs, [&](const Alternatives& limb) { return IsOneOf(word, limb); });
  return found == std::end(kLimbs) ? nullptr : &*found;
}

struct Way {
  Direction direction;
  Alternatives before;  // a verb ahead of the part: "lift your hips"
  Phrase after;         // words behind it: "hips lifted"
};

constexpr Way kWays[] = {
    {Direction::kUp, "lift|lifting|raise|raising",
     "lifted|raised|up|upward|upwards|pulled ... toward your|the buttocks|ceiling"},
    {Direction::kDown, "lower|lowering|drop|dropping", "lowered|down|downward|downwards"},
    {Direction::kForward, "", "gently|slowly|pushed? forward|forwards|ahead"},
    {Direction::kBackward, "", "gently|slowly|lifted|pushed? ... straight? back|backward|backwards|behind"},
    {Direction::kTurnLeft, "", "gently|slowly|turned|turning|twisted? to|toward|towards? the|your? left"},
    {Direction::kTurnRight, "", "gently|slowly|turned|turning|twisted? to|toward|towards? the|your? right"},
};

constexpr std::string_view kSidesOf[] = {"left", "right"};

struct Moved {
  Direction direction;
  std::string side;  // empty: none is named
  Match words;
};

// What a text says of the movement of a limb.
std::vector<Moved> MovedIn(Words words, const Alternatives& limb) {
  std::vector<Moved> moved;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!IsOneOf(words[at], limb)) continue;
    const std::string side = at > 0 && IsOneOf(words[at - 1], "left|right") ? words[at - 1] : "";
    const std::size_t begin = side.empty() ? at : at - 1;
    for (const Way& way : kWays) {
      if (const auto length = MatchPhrase(words.subspan(at + 1), way.after)) {
        moved.push_back({way.direction, side, {begin, at + 1 + *length}});
      }
      const std::size_t verb = begin > 0 && IsOneOf(words[begin - 1], "your|the|both") ? begin - 1 : begin;
      if (!way.before.empty() && verb > 0 && IsOneOf(words[verb - 1], way.before)) {
        moved.push_back({way.direction, side, {verb - 1, at + 1}});
      }
    }
  }
  return moved;
}

Direction Against(Direction direction) {
  switch (direction) {
    case Direction::kUp:
      return Direction::kDown;
    case Direction::kDown:
      return Direction::kUp;
    case Direction::kForward:
      return Direction::kBackward;
    case Direction::kBackward:
      return Direction::kForward;
    case Direction::kTurnLeft:
      return Direction::kTurnRight;
    case Direction::kTurnRight:
      return Direction::kTurnLeft;
    case Direction::kLeft:
    case Direction::kRight:
      break;  // no Way goes there
  }
  return direction;
}

class Checker {
 public:
  Checker(const Exercise& exercise, const Picture& picture, const Node& node, RuleContext& context)
      : exercise_(exercise), picture_(picture), node_(node), context_(context) {}

  void Run() const {
    const std::vector<const Node*> arrows = PhrasesOf(node_, "arrows");
    for (const Node* phrase : arrows) CheckArrow(*phrase);
    if (exercise_.sides.value == Sides::kTogether) CheckPairs(arrows);
    for (const Node* phrase : PhrasesOf(node_, "stretch")) CheckStretch(*phrase);
  }

 private:
  void CheckArrow(const Node& phrase) const {
    auto read = ParseArrow(phrase.text);
    const auto* arrow = std::get_if<Arrow>(&read);
    if (arrow == nullptr) return;
    if (CheckPlanted(*arrow, phrase)) return;
    const Alternatives* limb = LimbOf(arrow->part.name);
    if (limb == nullptr) return;
    if (picture_.figure->step && Compare(*arrow, phrase, *limb, exercise_.steps[*picture_.figure->step], "the step"))
      return;
    if (picture_.caption) Compare(*arrow, phrase, *limb, picture_.caption, "the caption");
  }

  // What stands or lies somewhere does not move off.
  bool CheckPlanted(const Arrow& arrow, const Node& phrase) const {
    if (arrow.direction == Direction::kTurnLeft || arrow.direction == Direction::kTurnRight) return false;
    const auto bears = std::ranges::find_if(picture_.figure->spec.contacts, [&](const Contact& contact) {
      return contact.part.name == arrow.part.name;
    });
    if (bears == picture_.figure->spec.contacts.end()) return false;
    context_.Report(phrase.span,
                    fmt::format("the arrow moves the {}, which `contacts` puts on something; correct the part or "
                                "its side, or leave the contact out",
                                arrow.part.name));
    return true;
  }

  // Both heels go one way where both sides move at once.
  void CheckPairs(const std::vector<const Node*>& arrows) const {
    for (const Node* second : arrows) {
      for (const Node* first : arrows) {
        if (first == second) break;
        const auto one = ParseArrow(first->text);
        const auto other = ParseArrow(second->text);
        const auto* up = std::get_if<Arrow>(&one);
        const auto* down = std::get_if<Arrow>(&other);
        if (up == nullptr || down == nullptr || up->direction == down->direction) continue;
        const bool is_vertical =
            IsOneOf(WordOf(up->direction), "up|down") && IsOneOf(WordOf(down->direction), "up|down");
        const std::string_view left = up->part.name;
        const std::string_view right = down->part.name;
        if (!is_vertical || left == right || left.substr(left.find(' ') + 1) != right.substr(right.find(' ') + 1)) {
          continue;
        }
        Diagnostic& finding = context_.Report(
            second->span,
            fmt::format("`{}` and `{}` go two ways, and the exercise moves both sides together; correct "
                        "one of the two",
                        first->text, second->text));
        finding.labels.push_back({first->span, "the other way"});
        return;
      }
    }
  }
  static std::string_view WordOf(Direction direction) {
    return direction == Direction::kUp ? "up" : direction == Direction::kDown ? "down" : "";
  }

  // "Out to the side" is away from the other leg.
  static bool GoesInward(const Arrow& arrow, Words words) {
    const bool is_inward = (arrow.direction == Direction::kLeft && arrow.part.name.starts_with("right ")) ||
                           (arrow.direction == Direction::kRight && arrow.part.name.starts_with("left "));
    return is_inward && FindPhrase(words, "out to the|your? side|sides");
  }

  bool Compare(const Arrow& arrow, const Node& phrase, const Alternatives& limb, const Prose& text,
               std::string_view who) const {
    for (const Passage& passage : PassagesOf(text)) {
      const WordList& tokens = passage.tokens();
      if (GoesInward(arrow, tokens.words)) {
        Diagnostic& finding = context_.Report(
            phrase.span, fmt::format("the arrow `{}` goes inward, and {} goes out to the side; correct the arrow's "
                                     "way or its side",
                                     phrase.text, who));
        finding.labels.push_back({text.span(), std::string(who)});
        return true;
      }
      const std::vector<Moved> moved = MovedIn(tokens.words, limb);
      for (const Moved& one : moved) {
        if (Agrees(arrow, moved) || !Differs(arrow, one)) continue;
        const Piece piece = tokens.PieceOf(one.words.begin, one.words.end);
        Diagnostic& finding = context_.Report(
            phrase.span, fmt::format("the arrow `{}` goes another way than {}, `{}`; correct one of the two",
                                     phrase.text, who, passage.Slice(piece)));
        finding.labels.push_back({passage.SpanOf(piece), std::string(who)});
        return true;
      }
    }
    return false;
  }

  static bool IsOtherSide(const Arrow& arrow, const Moved& moved) {
    return !moved.side.empty() && std::ranges::any_of(kSidesOf, [&](std::string_view side) {
      return moved.side != side && arrow.part.name.starts_with(side);
    });
  }
  static bool Differs(const Arrow& arrow, const Moved& moved) {
    if (moved.direction == arrow.direction) return IsOtherSide(arrow, moved);
    return moved.direction == Against(arrow.direction) && !IsOtherSide(arrow, moved);
  }
  static bool Agrees(const Arrow& arrow, const std::vector<Moved>& moved) {
    return std::ranges::any_of(moved, [&](const Moved& one) {
      return one.direction == arrow.direction && !IsOtherSide(arrow, one);
    });
  }

  // "front of left hip" against "the back of your thigh stretches", and against another side.
  void CheckStretch(const Node& phrase) const {
    const WordList mark = Tokens(phrase.text);
    const auto site = MatchPhrase(mark.words, "front|back of left|right hip|thigh|calf|shin|shoulder|buttock");
    if (!site) return;
    const bool is_leg = IsOneOf(mark.words[3], "hip|thigh");
    if (is_leg && CheckStretchedLeg(phrase, mark.words)) return;
    const std::string_view part = is_leg ? "hip|hips|thigh|thighs" : std::string_view(mark.words[3]);
    std::vector<const Prose*> texts;
    for (const Prose& step : exercise_.steps) texts.push_back(&step);
    texts.push_back(&exercise_.purpose);
    texts.push_back(&picture_.caption);
    for (const Prose* text : texts) {
      if (*text && CompareSite(phrase, mark.words, part, *text)) return;
    }
  }

  // The front of a thigh is longer the further the hip is stretched and the knee is bent; its back, the other way.
  bool CheckStretchedLeg(const Node& phrase, Words mark) const {
    if (!picture_.figure->is_sound) return false;
    const Angles& angles = picture_.figure->placed.angles;
    const double left = angles.At(Joint::kLeftKnee, 0) - angles.At(Joint::kLeftHip, 0);
    const double right = angles.At(Joint::kRightKnee, 0) - angles.At(Joint::kRightHip, 0);
    constexpr double kClearly = 40;  // degrees
    const double longer = (mark[2] == "left" ? left - right : right - left) * (mark[0] == "front" ? 1 : -1);
    if (longer > -kClearly) return false;
    context_.Report(phrase.span,
                    fmt::format("the mark is at the `{}`, and the figure stretches the other leg there; correct the "
                                "side, or front and back",
                                phrase.text));
    return true;
  }

  bool CompareSite(const Node& phrase, Words mark, std::string_view part, const Prose& text) const {
    const std::string words_of_site = fmt::format("front|back of your|the? left|right? {}", part);
    const Phrase site = Phrase::Of(words_of_site);
    bool agrees = false;
    for (const Passage& passage : PassagesOf(text)) {
      const WordList& tokens = passage.tokens();
      if (FindPhrase(tokens.words, "other|opposite|repeat|change|switch")) return false;
      const auto said = FindPhrase(tokens.words, site);
      if (!said) continue;
      const Words words = Words(tokens.words).subspan(said->begin, said->end - said->begin);
      const bool is_other_side = std::ranges::find(words, mark[2] == "left" ? "right" : "left") != words.end();
      agrees = agrees || (words.front() == mark.front() && !is_other_side);
      if (agrees || SaysBoth(tokens.words)) continue;
      const Piece piece = tokens.PieceOf(said->begin, said->end);
      Diagnostic& finding = context_.Report(
          phrase.span, fmt::format("the mark is at the `{}`, and a text says `{}`; correct one of the two",
                                   phrase.text, passage.Slice(piece)));
      finding.labels.push_back({passage.SpanOf(piece), "the text"});
      return true;
    }
    return false;
  }

  static bool SaysBoth(Words words) { return FindPhrase(words, "front and|or back").has_value(); }

  const Exercise& exercise_;
  const Picture& picture_;
  const Node& node_;
  RuleContext& context_;
};

void Check(const Exercise& exercise, RuleContext& context) {
  const Node* figures = exercise.document->root.Find("figures");
  if (figures == nullptr) return;
  for (const Picture& picture : exercise.pictures) {
    if (!picture.figure || picture.figure->is_mirrored) continue;
    const auto node = std::ranges::find_if(figures->items, [&](const Node& item) {
      return !item.pairs.empty() && item.pairs.front().key.span.begin == picture.span.begin;
    });
    if (node != figures->items.end()) Checker(exercise, picture, *node, context).Run();
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    pose: forearm plank
    arrows: [hips down] # expect: FG009 @ 14-23 "goes another way than the step, `Lift your hips`"
    step: Lift your hips
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(figures:
  - id: hold
    pose: half-kneeling, left knee down
    stretch: back of left hip # expect: FG009 @ 14-30 "stretches the other leg there"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    pose: standing
    changes: {right knee: flexion 80}
    contacts: [left foot]
    arrows: [left foot up] # expect: FG009 @ 14-26 "puts on something"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    pose: forearm plank
    arrows: [hips up]
    step: Lift your hips
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG009",
    .name = "mark-contradicts-text",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "An arrow or a stretch mark shows another way, side or place than the text says.",
    .rationale =
        R"md(Readers follow the arrow. It is compared with the step that the figure is anchored to, with the caption and with
`contacts`: what bears on the floor does not move off it. A stretch mark is compared with every text that says where
the stretch is felt, the purpose too. English texts only.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; "
        "the phrases that are understood are guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::mark_contradicts_text
