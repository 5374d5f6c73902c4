#include <algorithm>
#include <string_view>

#include "rules/mark_readers.h"
#include "text/phrase.h"

namespace guidec {
namespace {

class MarkupReader : private MarkReader {
 public:
  explicit MarkupReader(const TypedText& text) : MarkReader(text) {}

  Found ReadAt(std::size_t at) const {
    switch (raw_[at]) {
      case '*':
      case '_':
        return Emphasis(at);
      case '~':
      case '=':
        return Doubled(at);
      case '^':
        return Caret(at);
      case '$':
        return Math(at);
      case '\\':
        return Command(at);
      case '|':
        return Bars(at);
      case '<':
      case '>':
        return Angle(at);
      case '`':
        return Backtick(at);
      case '%':
        return Variable(at);
      case ':':
        return Colon(at);
      case '!':
        return raw_.substr(at).starts_with("!!! ") && IsBlank(text_.Before(at)) ? Markup(at, at + 3)
                                                                                : std::nullopt;
      default:
        return std::nullopt;
    }
  }

 private:
  // Up to the mark that was meant to close it, if there is one.
  Found Emphasis(std::size_t at) const {
    const std::size_t end = text_.RunEnd(at);
    const char mark = raw_[at];
    if (text_.Before(at) == mark) return std::nullopt;  // the rest of what is none
    const bool is_word = IsWordPart(text_.Before(at)) && IsWordPart(text_.At(end));
    if (end == at + 1 && mark == '_' && is_word) return std::nullopt;
    if (end == at + 1 && mark == '*' && (IsProduct(at) || IsLone(at))) return std::nullopt;
    if (mark == '_' && IsGap(at, end)) return std::nullopt;
    if (mark == '_' && end - at > 2) return Markup(at, end, "write the words that are missing");
    for (std::size_t next = end; next < raw_.size(); ++next) {
      const bool may_close =
          raw_[next] == mark || (end - at == 2 && (raw_[next] == '*' || raw_[next] == '_'));
      if (may_close &&
          (text_.IsTyped(next) || (raw_.substr(next).starts_with("**") && text_.IsPlain(next)))) {
        std::size_t last = text_.RunEnd(next);
        // `* *so* *`
        const std::size_t more = text_.EndOf(last, IsBlank);
        if (end == at + 1 && IsBlank(text_.At(end)) && text_.At(more) == mark) last = text_.RunEnd(more);
        return Markup(at, last,
                      "bold type is `**words**`, italics `*words*`, without blanks inside the marks");
      }
    }
    return Markup(at, end, "bold type is `**words**`, italics `*words*`, without blanks inside the marks");
  }
  // In a question or one of its choices, a gap to fill in; in a form, a line to write on: "Name: ____".
  bool IsGap(std::size_t at, std::size_t end) const {
    const Role role = text_.use().role;
    const bool is_question = role == Role::kStem || role == Role::kWhy;
    const bool is_apart = !IsWordPart(text_.Before(at)) && !IsWordPart(text_.At(end));
    if (end - at > 2) return is_question || IsFormLine(at) || IsQuoted(at, end);
    return (is_question || role == Role::kChoice) && is_apart && (IsBlank(text_.Before(at)) || at == 0) &&
           !IsMarkupAhead(end);
  }
  bool IsFormLine(std::size_t at) const {
    const std::size_t before = at == 0 ? std::string_view::npos : raw_.find_last_not_of(' ', at - 1);
    return before != std::string_view::npos && raw_[before] == ':';
  }
  // "_ E. coli _": a second mark that may close the first.
  bool IsMarkupAhead(std::size_t end) const {
    const std::size_t next = raw_.find('_', end);
    return next != std::string_view::npos && !IsWordPart(text_.At(text_.RunEnd(next))) &&
           next + 1 == text_.RunEnd(next);
  }
  // "The sentence 'You ____ your arm'": a question's gap, named again.
  bool IsQuoted(std::size_t at, std::size_t end) const {
    struct Quotes {
      std::string_view open, close;
    };
    constexpr Quotes kQuotes[] = {{"'", "'"}, {"\"", "\""}, {"\u2018", "\u2019"}, {"\u201C", "\u201D"}};
    return std::ranges::any_of(kQuotes, [&](const Quotes& quotes) {
      const std::size_t open = raw_.substr(0, at).rfind(quotes.open);
      return open != std::string_view::npos && !IsWordPart(text_.Before(open)) &&
             raw_.substr(open + 1, at - open - 1).find(quotes.close) == std::string_view::npos &&
             raw_.find(quotes.close, end) != std::string_view::npos;
    });
  }
  // "a star * in a text", "hold 30 s*": it points to a note.
  bool IsLone(std::size_t at) const {
    const bool is_note = IsBlank(text_.At(at + 1)) || text_.At(at + 1) == '\0';
    return is_note && raw_.find('*') == raw_.rfind('*');
  }
  bool IsProduct(std::size_t at) const {
    const std::size_t before = at == 0 ? std::string_view::npos : raw_.find_last_not_of(' ', at - 1);
    return before != std::string_view::npos && IsDigit(raw_[before]) &&
           IsDigit(text_.At(text_.EndOf(at + 1, IsBlank)));
  }
  // `~~struck~~`, `==marked==`, `H~2~O`.
  Found Doubled(std::size_t at) const {
    const std::size_t end = text_.RunEnd(at);
    // "7 == 9": of a program.
    if (raw_[at] == '=' && end - at == 2 && at > 0 && IsBlank(text_.Before(at)) && IsBlank(text_.At(end)))
      return std::nullopt;
    if (end - at >= 2) {
      const std::size_t close = raw_.find(raw_.substr(at, 2), end);
      return Markup(at, close == std::string_view::npos ? end : text_.RunEnd(close));
    }
    if (raw_[at] != '~' || !IsWordPart(text_.Before(at))) return std::nullopt;
    const std::size_t inner = text_.EndOf(at + 1, IsWordPart);
    return inner > at + 1 && text_.At(inner) == '~' ? Markup(at, inner + 1) : std::nullopt;
  }
  Found Math(std::size_t at) const {
    if (!IsLetter(text_.At(at + 1)) && text_.At(at + 1) != '\\' && text_.At(at + 1) != '$')
      return std::nullopt;
    const std::size_t close = raw_.find('$', at + 2);
    return close == std::string_view::npos
               ? std::nullopt
               : Markup(at, text_.RunEnd(close), "formulas are not set; write it in words");
  }
  Found Command(std::size_t at) const {
    const std::size_t word = text_.EndOf(at + 1, IsWordPart);
    const std::size_t close = text_.At(word) == '{' ? raw_.find('}', word) : std::string_view::npos;
    if (close != std::string_view::npos) return Markup(at, close + 1, "TeX's commands have no meaning here");
    if (word > at + 1)
      return Markup(at, word, "a backslash before a letter or a figure has no meaning; delete it");
    return Markup(at, at + 1, "delete the backslash");
  }
  // "The operator || returns false"
  bool IsOfProgram() const { return raw_.find("operator") != std::string_view::npos; }
  Found Bars(std::size_t at) const {
    const std::size_t second = raw_.find('|', at + 1);
    if (second == std::string_view::npos || raw_.find("--") != std::string_view::npos || IsOfProgram())
      return std::nullopt;
    return Markup(at, raw_.rfind('|') + 1,
                  "a table is no part of a text; write a `list` block, or sentences");
  }
  // `>>>`, and what is left of a tag: `li>`, and in a title the whole.
  Found Angle(std::size_t at) const {
    const std::size_t end = text_.RunEnd(at);
    if (end - at >= 2) return IsOfProgram() ? std::nullopt : Markup(at, end);
    if (raw_[at] == '>') {
      if (!IsLetter(text_.Before(at)) || IsWordPart(text_.At(end))) return std::nullopt;
      std::size_t begin = at;
      while (begin > 0 && IsWordPart(raw_[begin - 1])) --begin;
      const bool is_name =
          IsOneOf(raw_.substr(begin, at - begin), "b|br|div|em|i|li|ol|p|span|strong|td|tr|ul");
      return Markup(is_name ? begin : at, end, "it looks like the rest of an HTML tag; delete that");
    }
    const std::size_t close = raw_.find('>', at);
    const bool is_tag = IsLetter(text_.At(end)) || text_.At(end) == '/' || text_.At(end) == '!';
    return is_tag && close != std::string_view::npos ? Markup(at, close + 1) : std::nullopt;
  }
  // `%NAME%`; not "50%-60%"
  Found Variable(std::size_t at) const {
    const std::size_t end = text_.EndOf(at + 1, IsKeyPart);
    return IsLetter(text_.At(at + 1)) && text_.At(end) == '%'
               ? Markup(at, end + 1, "write what it stands for")
               : std::nullopt;
  }
  // `:warning:`
  Found Colon(std::size_t at) const {
    const std::size_t end = text_.EndOf(at + 1, IsKeyPart);
    const bool is_alone =
        !IsWordPart(text_.Before(at)) && text_.At(end) == ':' && !IsWordPart(text_.At(end + 1));
    return is_alone && end > at + 2 && IsLetter(text_.At(at + 1))
               ? Markup(at, end + 1, "write the words, or the sign itself")
               : std::nullopt;
  }

  // "m^2^"; not the arrows "^v" and "v^", which have no base or nothing above it.
  Found Caret(std::size_t at) const {
    const char next = text_.At(at + 1);
    const bool is_base = IsWordPart(text_.Before(at)) || text_.Before(at) == ')' || text_.Before(at) == '^';
    if (!is_base || (!IsWordPart(next) && next != '^' && next != '(' && next != '{' && next != '-'))
      return std::nullopt;
    const std::size_t end = text_.EndOf(at + 1, [](char c) { return IsWordPart(c) || c == '^'; });
    return Markup(at, end, "write the figure with its sign, as in `m²`");
  }
  // Between two letters it is an apostrophe.
  Found Backtick(std::size_t at) const {
    if (IsWordPart(text_.Before(at)) && IsLetter(text_.At(at + 1))) return std::nullopt;
    const std::size_t close = raw_.find('`', at + 1);
    if (close != std::string_view::npos)
      return Markup(at, close + 1, "code has no meaning here; delete the backticks");
    return Markup(at, at + 1, "no second one closes the code; delete it");
  }
};

}  // namespace

std::optional<PrintedMark> MarkupMarkAt(const TypedText& text, std::size_t at) {
  return MarkupReader(text).ReadAt(at);
}

}  // namespace guidec
