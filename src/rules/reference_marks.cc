#include <algorithm>
#include <cctype>
#include <string_view>

#include "model/content/guide.h"
#include "rules/mark_readers.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec {
namespace {

constexpr std::size_t kLongestBracket = 120;
constexpr std::size_t kLongestAddress = 80;

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

// "(3x – 12)/(3x)": figures and signs, and no word.
bool IsFormula(std::string_view text) {
  const auto is_word = [](char a, char b) { return IsLetter(a) && IsLetter(b); };
  return std::ranges::any_of(text, IsDigit) && text.find_first_of("+*/=()") != std::string_view::npos &&
         std::ranges::adjacent_find(text, is_word) == text.end();
}

class ReferenceReader : private MarkReader {
 public:
  explicit ReferenceReader(const TypedText& text) : MarkReader(text) {}

  Found ReadAt(std::size_t at) const {
    switch (raw_[at]) {
      case '[':
        return Bracket(at);
      case ']':
        return IsOpened(at)
                   ? std::nullopt
                   : Markup(at, at + 1, "no `[` opens it; delete it, or write the link or the citation out");
      case '@':
        return AtSign(at);
      case '#':
        return Hash(at);
      case ':':
      case 'w':
        return raw_[at] == 'w' || raw_.substr(at).starts_with("://") ? Address(at) : std::nullopt;
      case '(':
        return AuthorAndYear(at);
      default:
        return std::nullopt;
    }
  }

 private:
  bool MayHoldLinks() const { return text_.use().role != Role::kTitle && text_.use().role != Role::kChoice; }
  bool IsReference(std::string_view id) const {
    return text_.use().guide != nullptr &&
           std::ranges::any_of(text_.use().guide->references,
                               [&](const Reference& reference) { return reference.id.value == id; });
  }
  // The `]` that closes the `[`, or nothing.
  std::size_t Closing(std::size_t open) const {
    int depth = 0;
    for (std::size_t at = open; at < std::min(raw_.size(), open + kLongestBracket); ++at) {
      if (raw_[at] == '[') ++depth;
      if (raw_[at] == ']' && --depth == 0) return at;
    }
    return std::string_view::npos;
  }
  Found Bracket(std::size_t at) const {
    const std::size_t close = Closing(at);
    if (close == std::string_view::npos) return OpenBracket(at);
    const std::string_view inside = Trimmed(raw_.substr(at + 1, close - at - 1));
    const std::size_t end = close + 1;
    if (inside == "sic" || inside == "..." || inside == "…") return std::nullopt;
    constexpr std::string_view kNumbers = "0123456789,;-– ";
    const bool is_number = !inside.empty() && inside.find_first_not_of(kNumbers) == std::string_view::npos;
    if (inside.find('@') != std::string_view::npos || inside.starts_with('^') || is_number ||
        IsReference(inside)) {
      return Made(MarkKind::kCitation, at, end,
                  "a citation is the id of a reference and nothing else, as in `[@who-2020]`");
    }
    if (text_.At(end) == '{') return std::nullopt;  // the braces are told
    const std::size_t behind = text_.EndOf(end, IsBlank);
    if (inside.starts_with('[') || inside.starts_with('#') ||
        (text_.Before(at) == ')' && text_.At(end) != '(')) {
      const std::size_t open = text_.Before(at) == ')' ? raw_.rfind('(', at) : std::string_view::npos;
      return Link(open == std::string_view::npos ? at : open, end);
    }
    if (text_.At(end) == '[') {
      const std::size_t second = Closing(end);
      if (second != std::string_view::npos) return Link(at, second + 1);
    }
    if (text_.At(behind) == '(' && (behind == end || text_.At(behind + 1) == '#')) {
      const std::size_t round = raw_.find(')', behind);
      return Link(at, round > behind + kLongestAddress ? end : round + 1);
    }
    // "[Select all that apply]"
    const bool is_task = text_.use().role == Role::kStem &&
                         MatchPhrase(Tokens(inside).words, "select|choose|mark|tick|check|pick|circle");
    if (IsFormula(inside) || is_task) return std::nullopt;
    return Markup(at, end, "square brackets mean nothing here; delete the note, or write round ones");
  }
  bool IsOpened(std::size_t close) const {
    const std::size_t last = close == 0 ? std::string_view::npos : raw_.find_last_of("[]", close - 1);
    return last != std::string_view::npos && raw_[last] == '[';
  }
  Found OpenBracket(std::size_t at) const {
    const std::size_t word = text_.EndOf(at + 1, [](char c) { return IsKeyPart(c) || c == '@'; });
    if (text_.At(at + 1) == '@') return Made(MarkKind::kCitation, at, word, "no `]` closes the citation");
    return Markup(at, at + 1, "no `]` closes it");
  }
  Found Link(std::size_t begin, std::size_t end) const {
    return Made(MarkKind::kLink, begin, end,
                "a link is `[its words](#id)` or `[its words](https://…)`, without blanks between");
  }
  Found AtSign(std::size_t at) const {
    const std::size_t end = text_.EndOf(at + 1, IsKeyPart);
    if (IsWordPart(text_.Before(at)) && IsLetter(text_.At(at + 1))) return Mail(at);
    if (end == at + 1 || IsDigit(text_.At(at + 1)) || text_.Before(at) == '{') return std::nullopt;
    const bool is_round = text_.Before(at) == '(' && text_.At(end) == ')';
    return Made(MarkKind::kCitation, at - (is_round ? 1 : 0), end + (is_round ? 1 : 0),
                "a citation stands in square brackets: `[@id]`");
  }
  Found Mail(std::size_t at) const {
    const auto is_part = [](char c) { return IsKeyPart(c) || c == '.' || c == '+'; };
    std::size_t begin = at;
    while (begin > 0 && is_part(raw_[begin - 1])) --begin;
    std::size_t end = text_.EndOf(at + 1, is_part);
    while (raw_[end - 1] == '.') --end;
    if (!MayHoldLinks() || text_.IsInLink(at) ||
        raw_.substr(at, end - at).find('.') == std::string_view::npos) {
      return std::nullopt;
    }
    return Made(MarkKind::kLink, begin, end, "readers cannot follow it; put `<` and `>` around the address");
  }
  // `(Smith 2019)`, `(Smith et al., 2019)`: names and a year, where the references are cited by their ids.
  Found AuthorAndYear(std::size_t at) const {
    const std::size_t close = raw_.find(')', at);
    if (close == std::string_view::npos || close > at + kLongestBracket) return std::nullopt;
    if (!IsAuthorAndYear(raw_.substr(at + 1, close - at - 1))) return std::nullopt;
    return Made(
        MarkKind::kCitation, at, close + 1,
        "readers find no source for it; add it to the references and cite its id, as in `[@who-2020]`");
  }
  Found Hash(std::size_t at) const {
    const std::size_t end = text_.RunEnd(at);
    if (end - at >= 2) return Markup(at, end, "headings are the titles of sections");
    const std::size_t word = text_.EndOf(at + 1, IsKeyPart);
    const std::string_view id = raw_.substr(at + 1, word - at - 1);
    if (text_.use().guide == nullptr || IsWordPart(text_.Before(at)) || !IsAnchor(id)) return std::nullopt;
    return Link(at, word);
  }
  bool IsAnchor(std::string_view id) const {
    const std::vector<const Id*> anchors = AnchorsOf(*text_.use().guide);
    return std::ranges::any_of(anchors, [&](const Id* anchor) { return anchor->value == id; });
  }
  Found Address(std::size_t colon) const {
    std::size_t begin = colon;
    while (raw_[colon] == ':' && begin > 0 && IsLetter(raw_[begin - 1])) --begin;
    std::size_t end = text_.EndOf(colon, [](char c) { return !IsBlank(c); });
    while (std::string_view(".,;:!?)'\"").find(raw_[end - 1]) != std::string_view::npos) --end;
    if (!MayHoldLinks() || text_.IsInLink(colon)) return std::nullopt;
    return Made(MarkKind::kLink, begin, end, "readers cannot follow it; put `<` and `>` around the address");
  }
};

}  // namespace

std::optional<PrintedMark> ReferenceMarkAt(const TypedText& text, std::size_t at) {
  return ReferenceReader(text).ReadAt(at);
}

}  // namespace guidec
