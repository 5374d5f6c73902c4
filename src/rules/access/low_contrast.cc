#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::low_contrast {
namespace {

constexpr Threshold kTextContrast{"text-contrast", 4.5};
// WCAG 2.2, 1.4.11: rules and boxes that have to be seen to use the sheet.
constexpr double kShapeContrast = 3;

void Check(const Library& library, RuleContext& context) {
  const Theme& theme = library.workspace.theme;
  for (const ColourPair& pair : kColourPairs) {
    const auto ink = theme.colours.find(pair.ink);
    const auto ground = theme.colours.find(pair.ground);
    if (ink == theme.colours.end() && ground == theme.colours.end()) continue;
    const double least = pair.is_text ? context.Value(kTextContrast) : kShapeContrast;
    const double found = ContrastRatio(theme.Colour(pair.ink), theme.Colour(pair.ground));
    if (found >= least) continue;
    context.Report((ink != theme.colours.end() ? ink : ground)->second.span,
                   fmt::format("`{}` on `{}` has a contrast of {:.1f} to 1, under {:g}; make one of them "
                               "darker or lighter",
                               pair.ink, pair.ground, found, least));
  }
}

constexpr Threshold kThresholds[] = {kTextContrast};

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(theme:
  colours:
    quiet: "#6e787d" # expect: AX008 @ 12-21 "`quiet` on `tint` has a contrast of 4.0 to 1, under 4.5"
    line: "#d0d7da" # expect: AX008 @ 11-20 "under 3"
)yaml"},
    {Example::kBad, "guidec.yaml", R"yaml(theme:
  colours:
    tint: "#a6b9be" # expect: AX008 @ 11-20 "`quiet` on `tint`"
)yaml"},
    {Example::kGood, "guidec.yaml", R"yaml(theme:
  colours:
    accent: "#3b2a6b"
    tint: "#f0edf7"
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "AX008",
    .name = "low-contrast",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "Two colours of the theme are too alike to be read.",
    .rationale =
        R"md(A leaflet is read in poor light, by tired eyes and from a grey copy. `text-contrast` is the least contrast of
text to its ground; set it to 7 for the enhanced level. Rules and signs need 3 to 1. The ratio is taken between the colours'
luminances, so that it holds in greyscale too.)md",
    .source =
        "WCAG 2.2, 1.4.3 contrast (minimum) 4.5 to 1, 1.4.6 contrast (enhanced) 7 to 1, 1.4.11 non-text "
        "contrast 3 to 1",
    .thresholds = kThresholds,
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::low_contrast
