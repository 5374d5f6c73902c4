#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/letter_case.h"
#include "text/tokens.h"

namespace guidec::rules::sensory_cue {
namespace {

// What is on a page or a screen, never in a room: "the box on the left" may be one to step on.
constexpr Phrases kByColour{
    "red|blue|green|yellow|orange|purple|pink|violet|gray|grey|black|white|colored|coloured|shaded|dark|"
    "light|"
    "bright "
    "arrow|arrows|dot|dots|picture|pictures|image|images|text|letters|heading|headings|button|icon|symbol|"
    "marker|section|panel|box|boxes|area|areas|line|lines|one|ones|circle|circles",
    "shown|marked|printed|highlighted|drawn|written|listed|colored|coloured in "
    "red|blue|green|yellow|orange|purple|pink|violet|gray|grey",
};
constexpr Phrases kByPosition{
    "picture|pictures|image|images|photo|photos|photograph|drawing|drawings|diagram|illustration|chart|panel|"
    "sidebar on|at|to the? left|right",
    "left|right -? hand? picture|image|photo|photograph|drawing|diagram|illustration|panel|column",
    "on|in the left|right -? hand? "
    "picture|image|photo|photograph|drawing|diagram|illustration|panel|column|page",
};
// Things of these colours may be in the reader's hand or in the body.
constexpr std::string_view kOwn =
    "band|bands|belt|belts|strap|straps|light|lights|flag|flags|ball|balls|rope|ropes|mat|mats|tape|card|"
    "cards|"
    "weight|weights|plate|plates|dumbbell|dumbbells|kettlebell|pill|pills|tablet|tablets";

// "The dark area of skin around the nipple", "the white line of the nail": these are seen on the reader.
constexpr std::string_view kBody =
    "skin|eye|eyes|nail|nails|nipple|breast|tooth|teeth|gum|gums|tongue|mole|bruise|"
    "urine|blood|hair|bone|vein|veins|wound|rash|spot|spots";

bool IsPictured(Role role) {
  return role == Role::kAlternative;
}

// "The Black Arrow": the name of a book, a pub or a team.
bool IsName(const Passage& passage, const Match& match) {
  const auto is_capital = [&](std::size_t token) {
    return IsUpper(passage.text[passage.tokens().pieces[token].begin]);
  };
  return is_capital(match.begin) && is_capital(match.end - 1);
}

std::optional<Match> FindColour(const Passage& passage) {
  const WordList& tokens = passage.tokens();
  for (std::size_t from = 0;;) {
    const auto match = FindAnyPhrase(tokens.words, kByColour, from);
    if (!match) return std::nullopt;
    // "The red one" of two bands that the sentence names is a thing of the room.
    const Match sentence = SentenceAround(tokens.words, match->begin);
    const auto words =
        std::span<const std::string>(tokens.words).subspan(sentence.begin, sentence.end - sentence.begin);
    const bool is_pointed = match->begin > 0 &&
                            IsOneOf(tokens.words[match->begin - 1], "the|those|these|only") &&
                            !FindPhrase(words, kBody) && !IsName(passage, *match);
    const bool is_marked =
        IsOneOf(tokens.words[match->begin],
                "shown|marked|printed|highlighted|drawn|written|listed|colored|coloured") &&
        tokens.words[match->begin + 1] == "in";
    if ((is_pointed || is_marked) && !FindPhrase(words, kOwn)) return match;
    from = match->end;
  }
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  if (IsPictured(use.role)) return;
  const WordList& tokens = passage.tokens();
  const auto colour = FindColour(passage);
  const auto position = colour ? std::nullopt : FindAnyPhrase(tokens.words, kByPosition);
  if (!colour && !position) return;
  const Match& match = colour ? *colour : *position;
  const Piece piece = tokens.PieceOf(match.begin, match.end);
  context.Report(passage.SpanOf(piece),
                 fmt::format("`{}` can be told by its {} alone; name it by its title or by what it shows",
                             passage.Slice(piece), colour ? "color" : "place"));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first. The exercises marked in red come last. # expect: AX006 @ 41-54 "by its color"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds a strong trunk, as in the picture on the right. # expect: AX006 @ 43-63 "by its place"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first. The strength exercises come last. Hold the red band on the left. Read "The Black Arrow".
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "AX006",
    .name = "sensory-cue",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A text points at something by its color or its place on the page alone.",
    .rationale =
        R"md(Who does not see colors, has the text read aloud or reads it on a phone cannot tell which picture is "the
one on the right" or what is "marked in red". A name works everywhere. Things in the reader's hands, such as
a red band, are left alone. English texts only.)md",
    .source = "WCAG 2.2, 1.3.3 sensory characteristics and 1.4.1 use of color",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::sensory_cue
