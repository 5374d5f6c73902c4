// One walk over the passage: at each mark that may be markup, the reader for it takes as much of the text as
// belongs to the slip, so that one slip is one mark.
#include "rules/printed_marks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "model/content/guide.h"
#include "text/phrase.h"

namespace guidec {
namespace {

constexpr std::size_t kLongestBracket = 120;
constexpr std::size_t kLongestAddress = 80;
constexpr std::string_view kWeb = "www.";

constexpr auto kMayBeMarks = [] {
  std::array<bool, 256> bytes{};
  for (const char c : std::string_view("[]@*_~=^$\\|#<>`%:!(")) bytes[static_cast<unsigned char>(c)] = true;
  return bytes;
}();

bool IsDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool IsLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool IsWordPart(char c) {
  return IsLetter(c) || IsDigit(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool IsKeyPart(char c) {
  return IsLetter(c) || IsDigit(c) || c == '-' || c == '_';
}
bool IsBlank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

constexpr std::string_view kNoAuthors =
    "January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|"
    "Autumn|Fall|"
    "Winter|Since|In|From|Until|Before|After|Version|Edition|Revised|Updated|Published|Reviewed";

// "Smith 2019", "Smith and Jones, 2019a", "Smith et al. 2019".
bool IsAuthorAndYear(std::string_view text) {
  if (!text.empty() && text.back() >= 'a' && text.back() <= 'c') text.remove_suffix(1);
  if (text.size() < 7) return false;
  const std::string_view year = text.substr(text.size() - 4);
  const bool is_year =
      (year.starts_with("19") || year.starts_with("20")) && IsDigit(year[2]) && IsDigit(year[3]);
  std::string_view names = text.substr(0, text.size() - 4);
  if (!is_year || !(names.ends_with(' '))) return false;
  names = Trimmed(names);
  if (names.ends_with(',')) names.remove_suffix(1);
  bool is_first = true;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    const bool is_name = name.size() > 1 && std::isupper(static_cast<unsigned char>(name[0])) != 0;
    const bool joins = !is_first && IsOneOf(name, "and|&|et|al|al.");
    if (!joins &&
        (!is_name || IsOneOf(name.ends_with(',') ? name.substr(0, name.size() - 1) : name, kNoAuthors))) {
      return false;
    }
    is_first = false;
  }
  return !is_first;
}

class Scanner {
 public:
  Scanner(const ProseUse& use, const Passage& passage) : use_(use), passage_(passage), text_(passage.text) {}

  std::vector<PrintedMark> Read() {
    for (std::size_t at = 0; at < text_.size();) {
      const bool may_be = IsMark(at) && IsTyped(at);
      auto mark = may_be ? MarkAt(at) : std::nullopt;
      if (mark) {
        at = std::max(at + 1, mark->piece.end);
        marks_.push_back(std::move(*mark));
      } else {
        ++at;
      }
    }
    return std::move(marks_);
  }

 private:
  using Found = std::optional<PrintedMark>;

  bool IsMark(std::size_t at) const {
    return kMayBeMarks[static_cast<unsigned char>(text_[at])] ||
           (text_[at] == 'w' && text_.substr(at).starts_with(kWeb) && !IsWordPart(Before(at)) &&
            Before(at) != '/');
  }
  char At(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  char Before(std::size_t at) const { return at > 0 ? text_[at - 1] : '\0'; }
  std::size_t RunEnd(std::size_t at) const {
    return std::min(text_.find_first_not_of(text_[at], at), text_.size());
  }
  template <class Part>
  std::size_t EndOf(std::size_t at, const Part& is_part) const {
    while (at < text_.size() && is_part(text_[at])) ++at;
    return at;
  }

  const Passage::Segment& SegmentOf(std::size_t at) const {
    return *std::prev(std::ranges::upper_bound(passage_.segments, at, {}, &Passage::Segment::begin));
  }
  // The author's own words, and no escape.
  bool IsTyped(std::size_t at) const {
    const Passage::Segment& segment = SegmentOf(at);
    return segment.is_plain && !IsEscaped(segment, at - segment.begin);
  }
  static bool IsEscaped(const Passage::Segment& segment, std::size_t at) {
    const std::vector<TextRun>& runs = segment.node->runs;
    const auto next = std::ranges::upper_bound(runs, at, {}, &TextRun::text_begin);
    return next != runs.begin() && std::prev(next)->escape_size > 0;
  }
  bool MayHoldLinks() const { return use_.role != Role::kTitle && use_.role != Role::kChoice; }

  std::string Slice(std::size_t begin, std::size_t end) const {
    return std::string(text_.substr(begin, end - begin));
  }
  PrintedMark Made(MarkKind kind, std::size_t begin, std::size_t end, std::string_view advice) const {
    return {kind, {begin, end}, fmt::format("`{}` is printed as it is typed; {}", Slice(begin, end), advice)};
  }
  Found Markup(std::size_t begin, std::size_t end,
               std::string_view advice = "write it without the marks") const {
    return Made(MarkKind::kMarkup, begin, end, advice);
  }

  bool IsReference(std::string_view id) const {
    return use_.guide != nullptr &&
           std::ranges::any_of(use_.guide->references,
                               [&](const Reference& reference) { return reference.id.value == id; });
  }

  Found MarkAt(std::size_t at) const {
    switch (text_[at]) {
      case '[':
        return Bracket(at);
      case ']':
        return IsOpened(at)
                   ? std::nullopt
                   : Markup(at, at + 1, "no `[` opens it; delete it, or write the link or the citation out");
      case '@':
        return AtSign(at);
      case '*':
      case '_':
        return Emphasis(at);
      case '~':
      case '=':
        return Doubled(at);
      case '^':
        return IsBlank(At(at + 1)) || At(at + 1) == '\0'
                   ? std::nullopt
                   : Markup(at, EndOf(at + 1, [](char c) { return IsWordPart(c) || c == '^'; }),
                            "write the figure with its sign, as in `m²`");
      case '$':
        return Math(at);
      case '\\':
        return Command(at);
      case '|':
        return Bars(at);
      case '#':
        return Hash(at);
      case '<':
      case '>':
        return Angle(at);
      case '`':
        return IsWordPart(Before(at)) && IsLetter(At(at + 1))
                   ? std::nullopt  // an apostrophe
                   : Markup(at, at + 1, "no second one closes the code; delete it");
      case '%':
        return Variable(at);
      case ':':
        return Colon(at);
      case 'w':
        return Address(at);
      case '(':
        return AuthorAndYear(at);
      case '!':
        return text_.substr(at).starts_with("!!! ") && IsBlank(Before(at)) ? Markup(at, at + 3)
                                                                           : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  // The `]` that closes the `[`, or nothing.
  std::size_t Closing(std::size_t open) const {
    int depth = 0;
    for (std::size_t at = open; at < std::min(text_.size(), open + kLongestBracket); ++at) {
      if (text_[at] == '[') ++depth;
      if (text_[at] == ']' && --depth == 0) return at;
    }
    return std::string_view::npos;
  }

  Found Bracket(std::size_t at) const {
    const std::size_t close = Closing(at);
    if (close == std::string_view::npos) return OpenBracket(at);
    const std::string_view inside = Trimmed(text_.substr(at + 1, close - at - 1));
    const std::size_t end = close + 1;
    if (inside == "sic" || inside == "..." || inside == "…") return std::nullopt;
    constexpr std::string_view kNumbers = "0123456789,;-– ";
    const bool is_number = !inside.empty() && inside.find_first_not_of(kNumbers) == std::string_view::npos;
    if (inside.find('@') != std::string_view::npos || inside.starts_with('^') || is_number ||
        IsReference(inside)) {
      return Made(MarkKind::kCitation, at, end,
                  "a citation is the id of a reference and nothing else, as in `[@who-2020]`");
    }
    if (At(end) == '{') return std::nullopt;  // the braces are told
    const std::size_t behind = EndOf(end, IsBlank);
    if (inside.starts_with('[') || inside.starts_with('#') || (Before(at) == ')' && At(end) != '(')) {
      const std::size_t open = Before(at) == ')' ? text_.rfind('(', at) : std::string_view::npos;
      return Link(open == std::string_view::npos ? at : open, end);
    }
    if (At(end) == '[') {
      const std::size_t second = Closing(end);
      if (second != std::string_view::npos) return Link(at, second + 1);
    }
    if (At(behind) == '(' && (behind == end || At(behind + 1) == '#')) {
      const std::size_t round = text_.find(')', behind);
      return Link(at, round > behind + kLongestAddress ? end : round + 1);
    }
    return Markup(at, end, "square brackets mean nothing here; delete the note, or write round ones");
  }
  bool IsOpened(std::size_t close) const {
    const std::size_t last = close == 0 ? std::string_view::npos : text_.find_last_of("[]", close - 1);
    return last != std::string_view::npos && text_[last] == '[';
  }
  Found OpenBracket(std::size_t at) const {
    const std::size_t word = EndOf(at + 1, [](char c) { return IsKeyPart(c) || c == '@'; });
    if (At(at + 1) == '@') return Made(MarkKind::kCitation, at, word, "no `]` closes the citation");
    return Markup(at, at + 1, "no `]` closes it");
  }
  Found Link(std::size_t begin, std::size_t end) const {
    return Made(MarkKind::kLink, begin, end,
                "a link is `[its words](#id)` or `[its words](https://…)`, without blanks between");
  }

  Found AtSign(std::size_t at) const {
    const std::size_t end = EndOf(at + 1, IsKeyPart);
    if (IsWordPart(Before(at)) && IsLetter(At(at + 1))) return Mail(at);
    if (end == at + 1 || IsDigit(At(at + 1)) || Before(at) == '{') return std::nullopt;
    const bool is_round = Before(at) == '(' && At(end) == ')';
    return Made(MarkKind::kCitation, at - (is_round ? 1 : 0), end + (is_round ? 1 : 0),
                "a citation stands in square brackets: `[@id]`");
  }
  Found Mail(std::size_t at) const {
    const auto is_part = [](char c) { return IsKeyPart(c) || c == '.' || c == '+'; };
    std::size_t begin = at;
    while (begin > 0 && is_part(text_[begin - 1])) --begin;
    std::size_t end = EndOf(at + 1, is_part);
    while (text_[end - 1] == '.') --end;
    if (!MayHoldLinks() || IsInLink(at) || text_.substr(at, end - at).find('.') == std::string_view::npos) {
      return std::nullopt;
    }
    return Made(MarkKind::kLink, begin, end, "readers cannot follow it; put `<` and `>` around the address");
  }

  // `(Smith 2019)`, `(Smith et al., 2019)`: names and a year, where the references are cited by their ids.
  Found AuthorAndYear(std::size_t at) const {
    const std::size_t close = text_.find(')', at);
    if (close == std::string_view::npos || close > at + kLongestBracket) return std::nullopt;
    if (!IsAuthorAndYear(text_.substr(at + 1, close - at - 1))) return std::nullopt;
    return Made(
        MarkKind::kCitation, at, close + 1,
        "readers find no source for it; add it to the references and cite its id, as in `[@who-2020]`");
  }

  // Up to the mark that was meant to close it, if there is one.
  Found Emphasis(std::size_t at) const {
    const std::size_t end = RunEnd(at);
    const char mark = text_[at];
    if (Before(at) == mark) return std::nullopt;  // the rest of what is none
    const bool is_word = IsWordPart(Before(at)) && IsWordPart(At(end));
    if (end == at + 1 && mark == '_' && is_word) return std::nullopt;
    if (end == at + 1 && mark == '*' && (IsProduct(at) || IsLone(at))) return std::nullopt;
    // In a question, a gap to fill in.
    if (mark == '_' && end - at > 2 && use_.role == Role::kStem) return std::nullopt;
    if (mark == '_' && end - at > 2) return Markup(at, end, "write the words that are missing");
    for (std::size_t next = end; next < text_.size(); ++next) {
      const bool may_close =
          text_[next] == mark || (end - at == 2 && (text_[next] == '*' || text_[next] == '_'));
      if (may_close && IsTyped(next)) {
        std::size_t last = RunEnd(next);
        // `* *so* *`
        const std::size_t more = EndOf(last, IsBlank);
        if (end == at + 1 && IsBlank(At(end)) && At(more) == mark) last = RunEnd(more);
        return Markup(at, last,
                      "bold type is `**words**`, italics `*words*`, without blanks inside the marks");
      }
    }
    return Markup(at, end, "bold type is `**words**`, italics `*words*`, without blanks inside the marks");
  }
  // "a star * in a text"
  bool IsLone(std::size_t at) const {
    const bool is_apart = IsBlank(Before(at)) && IsBlank(At(at + 1));
    return is_apart && text_.find('*') == text_.rfind('*');
  }
  bool IsProduct(std::size_t at) const {
    const std::size_t before = at == 0 ? std::string_view::npos : text_.find_last_not_of(' ', at - 1);
    return before != std::string_view::npos && IsDigit(text_[before]) && IsDigit(At(EndOf(at + 1, IsBlank)));
  }

  // `~~struck~~`, `==marked==`, `H~2~O`.
  Found Doubled(std::size_t at) const {
    const std::size_t end = RunEnd(at);
    if (end - at >= 2) {
      const std::size_t close = text_.find(text_.substr(at, 2), end);
      return Markup(at, close == std::string_view::npos ? end : RunEnd(close));
    }
    if (text_[at] != '~' || !IsWordPart(Before(at))) return std::nullopt;
    const std::size_t inner = EndOf(at + 1, IsWordPart);
    return inner > at + 1 && At(inner) == '~' ? Markup(at, inner + 1) : std::nullopt;
  }
  Found Math(std::size_t at) const {
    if (!IsLetter(At(at + 1)) && At(at + 1) != '\\' && At(at + 1) != '$') return std::nullopt;
    const std::size_t close = text_.find('$', at + 2);
    return close == std::string_view::npos
               ? std::nullopt
               : Markup(at, RunEnd(close), "formulas are not set; write it in words");
  }
  Found Command(std::size_t at) const {
    const std::size_t word = EndOf(at + 1, IsWordPart);
    const std::size_t close = At(word) == '{' ? text_.find('}', word) : std::string_view::npos;
    if (close != std::string_view::npos) return Markup(at, close + 1, "TeX's commands have no meaning here");
    if (word > at + 1)
      return Markup(at, word, "a backslash before a letter or a figure has no meaning; delete it");
    return Markup(at, at + 1, "delete the backslash");
  }
  Found Bars(std::size_t at) const {
    const std::size_t second = text_.find('|', at + 1);
    if (second == std::string_view::npos || text_.find("--") != std::string_view::npos) return std::nullopt;
    return Markup(at, text_.rfind('|') + 1,
                  "a table is no part of a text; write a `list` block, or sentences");
  }
  Found Hash(std::size_t at) const {
    const std::size_t end = RunEnd(at);
    if (end - at >= 2) return Markup(at, end, "headings are the titles of sections");
    const std::size_t word = EndOf(at + 1, IsKeyPart);
    const std::string_view id = text_.substr(at + 1, word - at - 1);
    if (use_.guide == nullptr || IsWordPart(Before(at)) || !IsAnchor(id)) return std::nullopt;
    return Link(at, word);
  }
  bool IsAnchor(std::string_view id) const {
    const std::vector<const Id*> anchors = AnchorsOf(*use_.guide);
    return std::ranges::any_of(anchors, [&](const Id* anchor) { return anchor->value == id; });
  }
  // `>>>`, and what is left of a tag: `li>`, and in a title the whole.
  Found Angle(std::size_t at) const {
    const std::size_t end = RunEnd(at);
    if (end - at >= 2) return Markup(at, end);
    if (text_[at] == '>') {
      return IsLetter(Before(at)) && !IsWordPart(At(end))
                 ? Markup(at, end, "it looks like the rest of an HTML tag; delete that")
                 : std::nullopt;
    }
    const std::size_t close = text_.find('>', at);
    const bool is_tag = IsLetter(At(end)) || At(end) == '/' || At(end) == '!';
    return is_tag && close != std::string_view::npos ? Markup(at, close + 1) : std::nullopt;
  }
  // `%NAME%`
  Found Variable(std::size_t at) const {
    const std::size_t end = EndOf(at + 1, IsKeyPart);
    return end > at + 1 && At(end) == '%' && !IsDigit(At(at + 1))
               ? Markup(at, end + 1, "write what it stands for")
               : std::nullopt;
  }
  // `https://…`, `:warning:`
  Found Colon(std::size_t at) const {
    if (text_.substr(at).starts_with("://")) return Address(at);
    const std::size_t end = EndOf(at + 1, IsKeyPart);
    const bool is_alone = !IsWordPart(Before(at)) && At(end) == ':' && !IsWordPart(At(end + 1));
    return is_alone && end > at + 2 && IsLetter(At(at + 1))
               ? Markup(at, end + 1, "write the words, or the sign itself")
               : std::nullopt;
  }
  Found Address(std::size_t colon) const {
    std::size_t begin = colon;
    while (text_[colon] == ':' && begin > 0 && IsLetter(text_[begin - 1])) --begin;
    std::size_t end = EndOf(colon, [](char c) { return !IsBlank(c); });
    while (std::string_view(".,;:!?)'\"").find(text_[end - 1]) != std::string_view::npos) --end;
    if (!MayHoldLinks() || IsInLink(colon)) return std::nullopt;
    return Made(MarkKind::kLink, begin, end, "readers cannot follow it; put `<` and `>` around the address");
  }

  bool IsInLink(std::size_t at) const {
    const MarkdownNode* node = SegmentOf(at).node;
    bool is_inside = false;
    ForEachNode(use_.prose->root, [&](const MarkdownNode& link) {
      if (link.type != MarkdownType::kLink) return;
      ForEachNode(link, [&](const MarkdownNode& inner) { is_inside = is_inside || &inner == node; });
    });
    return is_inside;
  }

  const ProseUse& use_;
  const Passage& passage_;
  std::string_view text_;
  std::vector<PrintedMark> marks_;
};

}  // namespace

std::vector<PrintedMark> PrintedMarks(const ProseUse& use, const Passage& passage) {
  const bool has_any =
      std::ranges::any_of(passage.text, [](char c) { return kMayBeMarks[static_cast<unsigned char>(c)]; });
  return has_any || passage.text.find(kWeb) != std::string::npos ? Scanner(use, passage).Read()
                                                                 : std::vector<PrintedMark>{};
}

}  // namespace guidec
