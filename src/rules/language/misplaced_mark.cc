#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/typed_so.h"
#include "text/letter_case.h"
#include "text/phrase.h"

namespace guidec::rules::misplaced_mark {
namespace {

constexpr std::string_view kMarks = ".,;:!?";

bool IsLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool IsBlank(char c) {
  return c == ' ' || c == '\n';
}

struct Misplaced {
  Piece piece;
  std::string message;
  std::string instead;
};

class Reader {
 public:
  explicit Reader(const Passage& passage) : text_(passage.text) {}

  std::optional<Misplaced> At(std::size_t at) const {
    const std::size_t end = std::min(text_.find_first_not_of(kMarks, at), text_.size());
    const std::string_view marks = text_.substr(at, end - at);
    // "C…..": a row of dots that leads on.
    constexpr std::string_view kEllipsis = "\u2026";
    if (marks == ".." &&
        (text_.substr(0, at).ends_with(kEllipsis) || text_.substr(end).starts_with(kEllipsis)))
      return std::nullopt;
    if (IsBlank(Char(at - 1)) && at > 0) return AfterBlank(at, end, marks);
    if (marks == ".." || marks == ",," || marks == ",." || marks == ";." || marks == ";;" || marks == ":." ||
        marks == ",;") {
      return Misplaced{{at, end}, fmt::format("`{}` is a mark too many; keep one", marks), {}};
    }
    if (marks.size() == 1) return Glued(at, marks);
    return std::nullopt;
  }

 private:
  char Char(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  // " ,": not " .5", " ...", " :-)".
  std::optional<Misplaced> AfterBlank(std::size_t at, std::size_t end, std::string_view marks) const {
    const char next = Char(end);
    const bool is_free = next == '\0' || IsBlank(next) || (IsLetter(next) && marks == ",");
    if (!is_free || (marks.size() > 1 && marks != ".." && marks != "...")) return std::nullopt;
    // "We look at each column and ?": a gap.
    const std::size_t word = at < 2 ? 0 : text_.find_last_of(" \n", at - 2) + 1;
    if (marks == "?" && at > 1 && IsOneOf(text_.substr(word, at - 1 - word), "a|an|and|are|is|of|or|the|to"))
      return std::nullopt;
    const std::size_t before = at < 2 ? std::string_view::npos : text_.find_last_not_of(" \n", at - 1);
    if (before == std::string_view::npos) return std::nullopt;
    if (marks == "...") {
      if (kMarks.find(text_[before]) == std::string_view::npos || next != '\0') return std::nullopt;
      return Misplaced{
          {at, end}, "the dots stand for words that are missing; write them, or delete the dots", {}};
    }
    if (text_[before] == marks[0]) {
      return Misplaced{
          {before, end}, fmt::format("`{0} {0}` is a mark too many; keep one", text_[before]), {}};
    }
    // Two full stops are one.
    const std::string instead = std::string(marks.substr(0, 1)) + (IsLetter(next) ? " " : "");
    return Misplaced{{before + 1, end}, fmt::format("no blank stands in front of `{}`", marks), instead};
  }

  // "form.As" and "left,right": two letters before it, so that "e.g." and "U.S." are none.
  std::optional<Misplaced> Glued(std::size_t at, std::string_view mark) const {
    if (at < 2 || !IsSmall(text_[at - 1]) || !IsLetter(text_[at - 2]) || !IsLetter(Char(at + 1)) ||
        mark == ":") {
      return std::nullopt;
    }
    const bool ends_sentence = mark == "." || mark == "!" || mark == "?";
    const bool is_sentence = IsUpper(Char(at + 1)) && (IsSmall(Char(at + 2)) || IsBlank(Char(at + 2)));
    if (ends_sentence && !is_sentence) return std::nullopt;
    // An address, a file or an abbreviation of several letters.
    const std::size_t begin = text_.find_last_of(" \n(", at) + 1;
    const std::string_view word =
        text_.substr(begin, std::min(text_.find_first_of(" \n", at), text_.size()) - begin);
    if (ends_sentence && std::ranges::count(word.substr(0, at - begin), '.') > 0) return std::nullopt;
    if (word.find_first_of("/@{}[]<>|") != std::string_view::npos) return std::nullopt;
    // "turtle.Turtle()", and a text that is nothing but "Infant.Mortality": names of a program.
    const bool is_call = mark == "." && word.find("()") != std::string_view::npos;
    const bool is_variable = mark == "." && word.size() == text_.size() && IsUpper(word.front());
    if (is_call || is_variable) return std::nullopt;
    return Misplaced{
        {at, at + 1}, fmt::format("a blank is missing behind `{}`", mark), std::string(mark) + " "};
  }

  std::string_view text_;
};

// "ATP : glucose": a ratio, or what fills two gaps.
bool IsBetweenAnswers(const ProseUse& use, std::string_view mark) {
  return use.role == Role::kChoice && mark.starts_with(':');
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  const Reader reader(passage);
  const std::string& text = passage.text;
  for (std::size_t at = text.find_first_of(kMarks); at != std::string::npos;
       at = text.find_first_of(kMarks, at)) {
    const auto misplaced = reader.At(at);
    at = std::min(text.find_first_not_of(kMarks, at), text.size());
    if (!misplaced || passage.HasLiteral({misplaced->piece.begin == 0 ? 0 : misplaced->piece.begin - 1,
                                          misplaced->piece.end}))
      continue;
    const std::string_view marks = passage.Slice(misplaced->piece);
    if (IsBetweenAnswers(use, marks.substr(std::min(marks.find_first_not_of(" \n"), marks.size())))) continue;
    if (!IsTypedSo(passage, misplaced->piece, context)) continue;
    const Span span = passage.SpanOf(misplaced->piece);
    Diagnostic& finding = context.Report(span, misplaced->message);
    if (!misplaced->instead.empty() && passage.IsEditable(misplaced->piece)) {
      finding.fix = Fix{fmt::format("write `{}`", misplaced->instead), {{span, misplaced->instead}}};
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(cautions:
  - Breathe in , then out.. # expect: LG024 @ 15-17 "in front of `,`" # expect: LG024 @ 26-28 "a mark too many"
  - Breathe in.Then out. # expect: LG024 @ 15-16 "missing behind"
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength ... and more, e.g. in 1,000 steps of .5 m, as one says?! It is so.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG024",
    .name = "misplaced-mark",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A comma or full stop stands twice, behind a blank, or without a blank behind it.",
    .rationale =
        R"md(In English a mark follows its word at once, and a blank follows the mark. Two marks in a row, or a full stop
without a blank, are what is left of a change. In a quiz's choices a colon may stand for a ratio.)md",
    .source = "The Chicago Manual of Style, 17th edition, 6.7 and 6.119 to 6.123",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::misplaced_mark
