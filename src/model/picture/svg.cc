// The picture is parsed and walked once; what no list below names is taken out. Values may refer to a place
// in the picture (`#id`), and to nothing else. A `use` in what a `use` shows multiplies: pictures that would
// be drawn too often lose theirs.
#include "model/picture/svg.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "text/character.h"
#include "text/words.h"
#include "text/xml.h"

namespace guidec {
namespace {

constexpr char kNamespace[] = "http://www.w3.org/2000/svg";
constexpr char kLinkNamespace[] = "http://www.w3.org/1999/xlink";
constexpr int kMaxDepth = 200;
constexpr std::uint64_t kMaxDrawn = 100'000;  // elements, counting what `use` repeats
constexpr std::size_t kMaxUses = 16;          // each of which shows the next
constexpr std::size_t kMaxEffects = 100;      // elements of filters, each of which draws an area anew

// Beyond these an effect of a filter takes seconds, and drawings have no use for it.
constexpr std::pair<const char*, double> kMostOfEffects[] = {{"numOctaves", 8}, {"order", 9}, {"radius", 20}};

// The elements of SVG 1.1 (Second Edition) that draw or describe, without `a`'s way out.
constexpr std::string_view kElements =
    " a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite "
    "feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA "
    "feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker "
    "mask path pattern polygon polyline radialGradient rect stop style svg switch symbol text "
    "textPath title tspan use view ";

constexpr std::string_view kAttributes =
    " alignment-baseline amplitude aria-describedby aria-hidden aria-label aria-labelledby azimuth "
    "baseFrequency baseProfile baseline-shift bias class clip clip-path clip-rule clipPathUnits color "
    "color-interpolation color-interpolation-filters color-rendering cx cy d diffuseConstant "
    "direction display divisor dominant-baseline dx dy edgeMode elevation enable-background exponent "
    "fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity font font-family "
    "font-size font-size-adjust font-stretch font-style font-variant font-weight fr fx fy "
    "gradientTransform gradientUnits height href id image-rendering in in2 intercept isolation k1 k2 "
    "k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust letter-spacing lighting-color "
    "limitingConeAngle marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask "
    "maskContentUnits maskUnits method mix-blend-mode mode numOctaves offset opacity operator order "
    "orient overflow paint-order pathLength patternContentUnits patternTransform patternUnits "
    "pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio "
    "primitiveUnits r radius refX refY result role rotate rx ry scale seed shape-rendering slope "
    "spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles "
    "stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-opacity stroke-width style surfaceScale tableValues targetX targetY "
    "text-anchor text-decoration text-rendering textLength transform transform-origin type "
    "unicode-bidi values vector-effect version viewBox visibility width word-spacing writing-mode x "
    "x1 x2 xChannelSelector xlink:href xml:lang xml:space y y1 y2 yChannelSelector z ";

bool IsIn(std::string_view words, std::string_view word) {
  return words.find(fmt::format(" {} ", word)) != std::string_view::npos;
}

// What an editor's program keeps for itself: `inkscape:label`, `metadata`, `sodipodi:namedview`.
bool IsPrivate(std::string_view name) {
  return name.find(':') != std::string_view::npos || name == "metadata" || name.starts_with("data-");
}

// Style sheets and attributes that hold some: every `url(…)` leads to a place in the picture, and there is no
// other way to name a file or to hide one.
bool StaysInside(std::string_view value) {
  const std::string text = LowerCase(value);
  for (const std::string_view way : {"\\", "//", "@import", "javascript:", "vbscript:", "expression(",
                                     "image(", "image-set(", "src(", "-moz-binding", "behavior:"}) {
    if (text.find(way) != std::string::npos) return false;
  }
  for (std::size_t at = text.find("url("); at != std::string::npos; at = text.find("url(", at + 1)) {
    const std::size_t start = text.find_first_not_of(" \t\r\n\"'", at + 4);
    if (start == std::string::npos || text[start] != '#') return false;
  }
  return true;
}

// By whatever prefix; of those with one, pictures keep only `xlink`.
bool IsReference(std::string_view name) {
  return name == "href" || name.ends_with(":href");
}

bool MayReferTo(std::string_view address, std::string_view element) {
  if (address.starts_with('#')) return true;
  return element == "image" &&
         (address.starts_with("data:image/png;base64,") || address.starts_with("data:image/jpeg;base64,"));
}

// pugixml goes through a tree without recursion only so.
struct DepthWalker : pugi::xml_tree_walker {
  bool for_each(pugi::xml_node&) override { return depth() < kMaxDepth; }
};

// Makes plain text of all that is text, so that what is looked at is what is written: a section of CDATA may
// hold what an HTML parser takes for an end tag, and a character that XML cannot hold parts a word that it
// ends up in.
void MakeTextPlain(pugi::xml_node element) {
  for (pugi::xml_attribute attribute : element.attributes()) {
    attribute.set_value(WithoutForbidden(attribute.value()).c_str());
  }
  for (pugi::xml_node child = element.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (child.type() == pugi::node_cdata) {
      element.insert_child_before(pugi::node_pcdata, child)
          .set_value(WithoutForbidden(child.value()).c_str());
      element.remove_child(child);
    } else if (child.type() == pugi::node_pcdata) {
      child.set_value(WithoutForbidden(child.value()).c_str());
    } else {
      MakeTextPlain(child);
    }
    child = next;
  }
}

bool HoldsTextAlone(std::string_view element) {
  return element == "style" || element == "title" || element == "desc";
}

class Cleaner {
 public:
  void Clean(pugi::xml_node element) {
    CleanAttributes(element);
    for (pugi::xml_node child = element.first_child(); child;) {
      const pugi::xml_node next = child.next_sibling();
      // In HTML, what a `desc` or a `title` holds is no part of the picture any more.
      const bool is_apart = child.type() == pugi::node_element && HoldsTextAlone(element.name());
      if (is_apart) Note(fmt::format("a `{}` in a `{}`", child.name(), element.name()));
      if (is_apart || !Keeps(child)) {
        element.remove_child(child);
      } else if (child.type() == pugi::node_element) {
        Clean(child);
      }
      child = next;
    }
  }

  bool has_references() const { return has_references_; }

  void Note(std::string what) { removed_.insert(std::move(what)); }
  std::vector<std::string> removed() const { return {removed_.begin(), removed_.end()}; }

 private:
  bool Keeps(const pugi::xml_node& child) {
    if (child.type() == pugi::node_pcdata) return true;
    if (child.type() != pugi::node_element) return false;
    const std::string_view name = child.name();
    if (IsPrivate(name)) return false;
    const bool is_foreign =
        child.attribute("xmlns") && std::string_view(child.attribute("xmlns").value()) != kNamespace;
    if (is_foreign || !IsIn(kElements, name)) {
      Note(fmt::format("a `{}`", name));
      return false;
    }
    if (name.starts_with("fe") && (IsDear(child) || ++effects_ > kMaxEffects)) {
      Note(fmt::format("a `{}` that takes too long to draw", name));
      return false;
    }
    const bool is_markup = TextOf(child).find('<') != std::string::npos;
    if (name == "style" && (is_markup || !StaysInside(TextOf(child)))) {
      Note("a `style` that reaches out of the picture");
      return false;
    }
    return true;
  }

  // "3 900" is one number for each direction.
  static bool IsDear(const pugi::xml_node& effect) {
    return std::ranges::any_of(kMostOfEffects, [&](const auto& most) {
      std::string numbers = effect.attribute(most.first).value();
      std::ranges::replace(numbers, ',', ' ');
      std::istringstream in(numbers);
      for (double number = 0; in >> number;) {
        if (number > most.second) return true;
      }
      return false;
    });
  }

  static std::string TextOf(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& child : node.children()) text += child.value();
    return text;
  }

  void CleanAttributes(pugi::xml_node element) {
    std::set<std::string> names;
    for (pugi::xml_attribute attribute = element.first_attribute(); attribute;) {
      const pugi::xml_attribute next = attribute.next_attribute();
      // Of two of a name or an id, which no XML may have, only the first is looked at by others.
      const bool is_second = !names.insert(attribute.name()).second ||
                             (std::string_view(attribute.name()) == "id" && !ids_.insert(attribute.value()).second);
      if (is_second || !Keeps(attribute, element)) element.remove_attribute(attribute);
      attribute = next;
    }
  }

  bool Keeps(const pugi::xml_attribute& attribute, const pugi::xml_node& element) {
    const std::string_view name = attribute.name();
    const std::string_view value = attribute.value();
    if (name == "xmlns") return true;
    if (name == "xmlns:xlink") return value == kLinkNamespace;
    if (IsReference(name)) {
      const bool is_kept = name == "href" || name == "xlink:href";
      if (is_kept && MayReferTo(value, element.name())) {
        has_references_ = has_references_ || name == "xlink:href";
        return true;
      }
      Note(fmt::format("a reference to `{}`", value.substr(0, 40)));
      return false;
    }
    if (!IsIn(kAttributes, name)) {
      if (!IsPrivate(name)) Note(fmt::format("the attribute `{}`", name));
      return false;
    }
    // Words for those who cannot see may name anything.
    if (name.starts_with("aria-") || StaysInside(value)) return true;
    Note(fmt::format("the attribute `{}`, which reaches out of the picture", name));
    return false;
  }

  std::set<std::string> removed_;
  std::set<std::string> ids_;
  std::size_t effects_ = 0;
  bool has_references_ = false;  // of the form `xlink:href`
};

// What is drawn for a node: how many elements, with what every `use` in it repeats, and how many `use` show
// one another in a row.
struct Drawing {
  std::uint64_t elements = 0;
  std::size_t uses = 0;

  void Add(const Drawing& other) {
    elements = std::min(elements + other.elements, kMaxDrawn + 1);
    uses = std::max(uses, other.uses);
  }
};

class Counter {
 public:
  explicit Counter(const pugi::xml_node& root) { Index(root); }

  Drawing Drawn(const pugi::xml_node& node) {
    Drawing drawing{1, 0};
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() == pugi::node_element) drawing.Add(Drawn(child));
    }
    if (std::string_view(node.name()) == "use") drawing.Add(DrawnFor(Target(node)));
    return drawing;
  }

 private:
  static std::string Target(const pugi::xml_node& use) {
    const pugi::xml_attribute href =
        use.attribute("href") ? use.attribute("href") : use.attribute("xlink:href");
    const std::string_view value = href.value();
    return value.starts_with('#') ? std::string(value.substr(1)) : "";
  }

  void Index(const pugi::xml_node& node) {
    if (const pugi::xml_attribute id = node.attribute("id")) by_id_.emplace(id.value(), node);
    for (const pugi::xml_node& child : node.children()) Index(child);
  }

  Drawing DrawnFor(const std::string& id) {
    const auto target = by_id_.find(id);
    if (target == by_id_.end()) return {};
    // Of a circle, nothing is drawn; but not every reader knows.
    if (open_.contains(id)) return {kMaxDrawn + 1, 0};
    if (open_.size() > kMaxUses) return {0, kMaxUses + 1};
    if (const auto known = drawn_.find(id); known != drawn_.end()) return known->second;
    open_.insert(id);
    Drawing drawing = Drawn(target->second);
    ++drawing.uses;
    open_.erase(id);
    return drawn_[id] = drawing;
  }

  std::map<std::string, pugi::xml_node> by_id_;
  std::map<std::string, Drawing> drawn_;
  std::set<std::string> open_;
};

void RemoveUses(pugi::xml_node node) {
  for (pugi::xml_node child = node.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (std::string_view(child.name()) == "use") {
      node.remove_child(child);
    } else {
      RemoveUses(child);
    }
    child = next;
  }
}

bool IsZero(const pugi::xml_attribute& length) {
  return std::string_view(length.value()).starts_with('0') && length.as_double() <= 0;
}

bool IsSize(const pugi::xml_attribute& length) {
  return length.as_double() > 0 && std::string_view(length.value()).find('%') == std::string_view::npos;
}

struct Size {
  double width = 0, height = 0;
};

// Of the view box, which has an area; nothing without one.
std::optional<Size> ViewBoxOf(const pugi::xml_node& root) {
  std::string numbers = root.attribute("viewBox").value();
  std::ranges::replace(numbers, ',', ' ');
  std::istringstream in(numbers);
  double x = 0, y = 0;
  Size size;
  if (!(in >> x >> y >> size.width >> size.height) || size.width <= 0 || size.height <= 0) return std::nullopt;
  return size;
}

// The length `factor` times as long, in its unit.
std::string Scaled(std::string_view length, double factor) {
  double number = 0;
  const char* end = length.data() + length.size();
  const auto [unit, failure] = std::from_chars(length.data(), end, number);
  if (failure != std::errc()) return std::string(length);
  return fmt::format("{:.6g}{}", number * factor, std::string_view(unit, end));
}

// Pandoc knows no size in per cent, and makes it 0; of a size that only one side has, it makes a picture of another
// shape. Without both, programs take the view box's.
void SetSize(pugi::xml_node root) {
  for (const char* side : {"width", "height"}) {
    if (std::string_view(root.attribute(side).value()).find('%') != std::string_view::npos)
      root.remove_attribute(side);
  }
  const std::optional<Size> box = ViewBoxOf(root);
  const pugi::xml_attribute width = root.attribute("width"), height = root.attribute("height");
  if (!box || IsSize(width) == IsSize(height)) return;
  const char* missing = IsSize(width) ? "height" : "width";
  const std::string length = IsSize(width) ? Scaled(width.value(), box->height / box->width)
                                           : Scaled(height.value(), box->width / box->height);
  root.remove_attribute(missing);
  root.append_attribute(missing) = length.c_str();
}

bool Draws(const pugi::xml_node& node) {
  constexpr std::string_view kDrawn = " circle ellipse image line path polygon polyline rect text use ";
  constexpr std::string_view kNotDrawn = " clipPath defs marker mask pattern symbol ";
  for (const pugi::xml_node& child : node.children()) {
    if (IsIn(kDrawn, child.name()) || (!IsIn(kNotDrawn, child.name()) && Draws(child))) return true;
  }
  return false;
}

// A picture is as large as it says, or as what it draws: programs stop at one without either.
bool HasArea(const pugi::xml_node& root) {
  const pugi::xml_attribute width = root.attribute("width"), height = root.attribute("height");
  if (IsZero(width) || IsZero(height)) return false;
  if (root.attribute("viewBox")) return ViewBoxOf(root).has_value();
  return (IsSize(width) && IsSize(height)) || Draws(root);
}

}  // namespace

Result<CleanSvg> Sanitised(std::string_view svg) {
  pugi::xml_document document;
  const unsigned options = pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result parsed = document.load_buffer(svg.data(), svg.size(), options);
  if (!parsed) return Failure(fmt::format("no XML: {}", parsed.description()));
  pugi::xml_node root = document.document_element();
  if (std::string_view(root.name()) != "svg") return Failure("no SVG, whose first element is `svg`");
  const auto is_element = [](const pugi::xml_node& node) { return node.type() == pugi::node_element; };
  if (std::ranges::count_if(document.children(), is_element) > 1) return Failure("no XML: it holds two pictures");
  DepthWalker walker;
  if (!document.traverse(walker)) return Failure(fmt::format("nested more than {} levels deep", kMaxDepth));
  Cleaner cleaner;
  for (pugi::xml_node child = document.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (child.type() == pugi::node_doctype &&
        std::string_view(child.value()).find('[') != std::string_view::npos) {
      cleaner.Note("a document type of its own");
    }
    if (child != root) document.remove_child(child);
    child = next;
  }
  if (!root.attribute("xmlns")) root.prepend_attribute("xmlns");
  root.attribute("xmlns").set_value(kNamespace);
  MakeTextPlain(root);
  cleaner.Clean(root);
  if (cleaner.has_references() && !root.attribute("xmlns:xlink")) {
    root.append_attribute("xmlns:xlink") = kLinkNamespace;
  }
  const Drawing drawing = Counter(root).Drawn(root);
  if (drawing.elements > kMaxDrawn) {
    cleaner.Note(fmt::format("every `use`, which draw more than {} elements", kMaxDrawn));
    RemoveUses(root);
  } else if (drawing.uses > kMaxUses) {
    cleaner.Note(fmt::format("every `use`, more than {} of which show the next", kMaxUses));
    RemoveUses(root);
  }
  if (!HasArea(root)) return Failure("no picture, without a size and without anything drawn");
  SetSize(root);
  std::ostringstream text;
  document.save(text, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  if (const auto fault = FaultInXml(text.str(), XmlIds::kAny)) return Failure("no XML: " + fault->message);
  return CleanSvg{text.str(), cleaner.removed()};
}

}  // namespace guidec
