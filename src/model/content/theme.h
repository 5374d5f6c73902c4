// How the printed outputs look: `theme` in guidec.yaml.
#ifndef GUIDEC_MODEL_CONTENT_THEME_H_
#define GUIDEC_MODEL_CONTENT_THEME_H_

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/id.h"
#include "model/dose/dose.h"
#include "syntax/document.h"

namespace guidec {

struct ThemeColour {
  std::string_view name;
  std::string_view otherwise;  // "#rrggbb", where the theme does not set it
};

inline constexpr ThemeColour kThemeColours[] = {
    {"text", "#1d2a31"}, {"quiet", "#3d4c55"}, {"accent", "#0e4d5c"},
    {"tint", "#eaf2f3"}, {"line", "#7c929b"},  {"alarm", "#7d2018"},
};

// Something that is read against a ground: names of theme colours, or "white" for the paper.
struct ColourPair {
  std::string_view ink;
  std::string_view ground;
  bool is_text = true;  // else rules, boxes and signs, which may be fainter
};

// Every pair that the templates print.
inline constexpr ColourPair kColourPairs[] = {
    {"text", "white"},  {"text", "tint"},   {"quiet", "white"},  {"quiet", "tint"},  {"accent", "white"},
    {"accent", "tint"}, {"alarm", "white"}, {"white", "accent"}, {"white", "alarm"}, {"line", "white", false},
};

// A file or folder that guidec.yaml names, from the folder of the file that names it.
struct ThemePath {
  std::filesystem::path path;  // as it can be opened
  Span span{};
};

struct Theme {
  std::string clinic;  // empty where there is none, as the footer and the font
  std::string footer;
  std::string font;
  std::optional<ThemePath> logo;
  std::string logo_alt;
  std::optional<ThemePath> fonts;                                    // a folder
  std::optional<ThemePath> templates;                                // a folder
  std::map<std::string, Spanned<std::string>, std::less<>> colours;  // "#rrggbb", by name

  // The theme's colour or the one that stands in for it; "#ffffff" for "white".
  std::string_view Colour(std::string_view name) const;
};

// A line of text that templates print or set with: its key in `theme`, where they see it under the same name.
struct ThemeLine {
  const char* key;
  std::string Theme::*member;
};

inline constexpr ThemeLine kThemeLines[] = {
    {"clinic", &Theme::clinic}, {"footer", &Theme::footer}, {"font", &Theme::font}};

// Lays what `node`, the value of `theme`, sets over `theme`. `folder` is the settings file's.
void ReadTheme(const Node& node, const std::filesystem::path& folder, Theme& theme);

// From 1 (no contrast) to 21 (black on white), as WCAG 2.2 defines it for two colours "#rrggbb".
double ContrastRatio(std::string_view colour, std::string_view other);

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_THEME_H_
