#include "model/content/theme.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace guidec {
namespace {

constexpr std::string_view kWhite = "#ffffff";

bool IsColour(std::string_view text) {
  return text.size() == kWhite.size() && text.front() == '#' &&
         std::ranges::all_of(text.substr(1), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

const Node* Text(const Node& node, std::string_view key) {
  const Node* found = node.Find(key);
  return found != nullptr && found->IsScalar() && !found->text.empty() ? found : nullptr;
}

void ReadThemeText(const Node& node, std::string_view key, std::string& into) {
  if (const Node* found = Text(node, key)) into = found->text;
}

void ReadPath(const Node& node, std::string_view key, const std::filesystem::path& folder,
              std::optional<ThemePath>& into) {
  if (const Node* found = Text(node, key)) {
    into = ThemePath{(folder / found->text).lexically_normal(), found->span};
  }
}

// WCAG 2.2, "relative luminance", of the channel at `at` ("#rrggbb").
double Linear(std::string_view colour, std::size_t at) {
  int value = 0;
  std::from_chars(colour.data() + at, colour.data() + at + 2, value, 16);
  const double share = value / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double Luminance(std::string_view colour) {
  return 0.2126 * Linear(colour, 1) + 0.7152 * Linear(colour, 3) + 0.0722 * Linear(colour, 5);
}

}  // namespace

std::string_view Theme::Colour(std::string_view name) const {
  if (const auto own = colours.find(name); own != colours.end()) return own->second.value;
  const auto* known = std::ranges::find(kThemeColours, name, &ThemeColour::name);
  return known == std::end(kThemeColours) ? kWhite : known->otherwise;
}

void ReadTheme(const Node& node, const std::filesystem::path& folder, Theme& theme) {
  for (const auto& [key, member] : kThemeLines) ReadThemeText(node, key, theme.*member);
  ReadPath(node, "fonts", folder, theme.fonts);
  ReadPath(node, "templates", folder, theme.templates);
  if (const Node* logo = node.Find("logo")) {
    ReadPath(*logo, "file", folder, theme.logo);
    ReadThemeText(*logo, "alt", theme.logo_alt);
  }
  const Node* colours = node.Find("colours");
  if (colours == nullptr) return;
  for (const Pair& pair : colours->pairs) {
    if (pair.value.IsScalar() && IsColour(pair.value.text)) {
      theme.colours[pair.key.text] = {pair.value.text, pair.value.span};
    }
  }
}

double ContrastRatio(std::string_view colour, std::string_view other) {
  const auto [darker, lighter] = std::minmax({Luminance(colour), Luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace guidec
