// SVG does not wrap text, so lines are cut here by an estimate of their width that errs on the wide
// side: the reader's device chooses the typeface.
#include "emit/epub/cover.h"

#include <algorithm>
#include <initializer_list>
#include <sstream>
#include <string_view>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "text/direction.h"
#include "text/utf8.h"

namespace guidec {
namespace {

constexpr int kWidth = 1600;
constexpr int kHeight = 2400;
constexpr int kMargin = 160;
constexpr char kTypeface[] = "'Open Sans', 'Helvetica Neue', Helvetica, Arial, sans-serif";
constexpr char kInk[] = "#1d2a31";
constexpr char kQuiet[] = "#3d4c55";
constexpr char kAccent[] = "#0e4d5c";
constexpr char kTint[] = "#eaf2f3";
constexpr char kShade[] = "#d9e6e9";

// Ems that a column of text takes at most, in a bold and in a regular sans serif.
constexpr double kBoldColumn = 0.6;
constexpr double kRegularColumn = 0.54;

// The word in parts that are at most `columns` wide.
std::vector<std::string> Parts(const std::string& word, std::size_t columns) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = at + 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
    const std::string letter = word.substr(at, end - at);
    if (DisplayWidth(parts.back()) + DisplayWidth(letter) > columns) parts.emplace_back();
    parts.back() += letter;
    at = end;
  }
  return parts;
}

// East Asian scripts part a line between any two letters; others only where nothing else helps.
enum class Parting : unsigned char { kWideScripts, kAll };

std::vector<std::string> Wrapped(const std::string& text, int size, double column, Parting parting) {
  const auto columns = static_cast<std::size_t>((kWidth - 2 * kMargin) / (size * column));
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (!lines.empty() && DisplayWidth(lines.back()) + 1 + DisplayWidth(word) <= columns) {
      lines.back() += " " + word;
    } else if (parting == Parting::kAll || DisplayWidth(word) > CountCodePoints(word)) {
      for (std::string& part : Parts(word, columns)) lines.push_back(std::move(part));
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

// The largest of `sizes` at which the text has at most `max_lines` and no word is too wide; else the
// last, with words parted, and cut where it has more than `last_lines`.
struct FittedText {
  int size = 0;
  std::vector<std::string> lines;
};
FittedText Fitted(const std::string& text, std::initializer_list<int> sizes, std::size_t max_lines,
                  std::size_t last_lines, double column) {
  for (const int size : sizes) {
    FittedText setting{size, Wrapped(text, size, column, Parting::kWideScripts)};
    const bool narrow = std::ranges::all_of(setting.lines, [&](const std::string& line) {
      return static_cast<double>(DisplayWidth(line)) * size * column <= kWidth - 2 * kMargin;
    });
    if (narrow && setting.lines.size() <= max_lines) return setting;
  }
  const int size = *(sizes.end() - 1);
  FittedText setting{size, Wrapped(text, size, column, Parting::kAll)};
  if (setting.lines.size() > last_lines) {
    setting.lines.resize(last_lines);
    setting.lines.back() += "\u2026";
  }
  return setting;
}

class Drawing {
 public:
  explicit Drawing(const CoverWords& words) : right_to_left_(IsRightToLeft(words.language)) {
    svg_ = document_.append_child("svg");
    Set(svg_, "xmlns", "http://www.w3.org/2000/svg");
    Set(svg_, "width", kWidth);
    Set(svg_, "height", kHeight);
    Set(svg_, "viewBox", fmt::format("0 0 {} {}", kWidth, kHeight));
    Set(svg_, "role", "img");
    Set(svg_, "aria-labelledby", "cover-title");
    Set(svg_, "xml:lang", words.language);
    pugi::xml_node title = svg_.append_child("title");
    Set(title, "id", "cover-title");
    title.text() = CoverAlternative(words).c_str();
  }

  void Circle(int x, int y, int radius, const char* fill) {
    pugi::xml_node circle = svg_.append_child("circle");
    Set(circle, "cx", right_to_left_ ? kWidth - x : x);
    Set(circle, "cy", y);
    Set(circle, "r", radius);
    Set(circle, "fill", fill);
  }

  void Rectangle(int x, int y, int width, int height, const char* fill) {
    pugi::xml_node rectangle = svg_.append_child("rect");
    Set(rectangle, "x", right_to_left_ ? kWidth - x - width : x);
    Set(rectangle, "y", y);
    Set(rectangle, "width", width);
    Set(rectangle, "height", height);
    Set(rectangle, "fill", fill);
  }

  // Sets lines below one another, the first on the baseline `y`; returns the last one's baseline.
  int Lines(const FittedText& setting, int y, double leading, const char* weight, const char* fill) {
    const int step = static_cast<int>(setting.size * leading);
    for (std::size_t i = 0; i < setting.lines.size(); ++i) {
      if (i > 0) y += step;
      pugi::xml_node text = svg_.append_child("text");
      Set(text, "x", right_to_left_ ? kWidth - kMargin : kMargin);
      if (right_to_left_) Set(text, "direction", "rtl");
      Set(text, "y", y);
      Set(text, "font-family", kTypeface);
      Set(text, "font-size", setting.size);
      Set(text, "font-weight", weight);
      Set(text, "fill", fill);
      text.text() = setting.lines[i].c_str();
    }
    return y;
  }

  std::string Xml() const {
    std::ostringstream out;
    document_.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
    return out.str();
  }

 private:
  static void Set(pugi::xml_node node, const char* name, int value) { node.append_attribute(name) = value; }
  static void Set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name) = value.c_str();
  }

  bool right_to_left_;  // then all is mirrored
  pugi::xml_document document_;
  pugi::xml_node svg_;
};

}  // namespace

std::string CoverAlternative(const CoverWords& words) {
  std::string text;
  const auto add = [&](const std::string& sentence) {
    if (sentence.empty()) return;
    const bool ended = text.empty() || text.ends_with('.') || text.ends_with('?') || text.ends_with('!');
    text += text.empty() ? sentence : (ended ? " " : ". ") + sentence;
  };
  add(words.title);
  add(words.subtitle);
  for (const std::string& line : words.closing) add(line);
  return text + (text.ends_with('.') ? "" : ".");
}

std::string CoverSvg(const CoverWords& words) {
  Drawing drawing(words);
  drawing.Rectangle(0, 0, kWidth, kHeight, "#ffffff");
  // Rings in the lower corner: the swing of a joint.
  drawing.Circle(kWidth, kHeight, 1120, kTint);
  drawing.Circle(kWidth, kHeight, 855, kShade);
  drawing.Circle(kWidth, kHeight, 590, kTint);
  drawing.Circle(kWidth, kHeight, 325, kShade);
  drawing.Rectangle(0, 0, kWidth, 28, kAccent);

  const FittedText eyebrow{56, {words.eyebrow}};
  const FittedText title = Fitted(words.title, {176, 156, 136, 116, 96, 72}, 5, 12, kBoldColumn);
  const FittedText subtitle = Fitted(words.subtitle, {76, 68, 60, 52}, 4, 5, kRegularColumn);
  int y = drawing.Lines(eyebrow, 330, 1.2, "600", kQuiet);
  y = drawing.Lines(title, y + 60 + title.size, 1.16, "700", kAccent);
  if (!subtitle.lines.empty()) y = drawing.Lines(subtitle, y + 80 + subtitle.size, 1.34, "400", kInk);
  drawing.Rectangle(kMargin, y + 90, 260, 14, kAccent);

  std::vector<std::string> closing;
  for (const std::string& line : words.closing) {
    for (std::string& part : Wrapped(line, 46, kRegularColumn, Parting::kAll))
      closing.push_back(std::move(part));
  }
  const int height = static_cast<int>(static_cast<double>(closing.size()) * 46 * 1.45);
  drawing.Lines({46, std::move(closing)}, kHeight - 120 - height, 1.45, "400", kInk);
  return drawing.Xml();
}

}  // namespace guidec
