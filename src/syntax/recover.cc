#include "syntax/recover.h"

#include <exception>
#include <new>
#include <tuple>

#include <fmt/format.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>

#include "diag/rule_ids.h"
#include "syntax/forbidden.h"
#include "syntax/odd_space.h"
#include "syntax/opening.h"

namespace guidec {
namespace {

constexpr int kMaxSyntaxErrors = 100;
// What looking for lines to blame may cost in all; see CostOfParsing.
constexpr std::uint64_t kMaxRecoveryCost = 500'000'000;

// yaml-cpp counts the bytes of a line, and a byte order mark as none.
std::uint32_t OffsetOf(const Source& lines, int line, int column) {
  const auto number = static_cast<std::uint32_t>(line) + 1;
  if (number > lines.line_count()) return static_cast<std::uint32_t>(lines.text().size());
  const Span span = lines.LineSpan(number);
  const std::uint32_t mark = number == 1 && lines.text().starts_with("\xEF\xBB\xBF") ? 3 : 0;
  return std::min(span.begin + mark + static_cast<std::uint32_t>(column), span.end);
}

// Where a line starts without which the text above has no error. The tree cannot tell: one bad line
// may turn the whole file into an ERROR node.
std::uint32_t TreeError(const std::string& text, const Source& lines) {
  std::uint32_t good = 0;
  std::uint32_t bad = lines.line_count();
  while (bad - good > 1) {
    const std::uint32_t middle = good + (bad - good) / 2;
    const std::uint32_t end = lines.LineSpan(middle + 1).begin;
    (Tree(std::string_view(text).substr(0, end)).HasError() ? bad : good) = middle;
  }
  return lines.LineSpan(bad).begin;
}

Parsed ParseText(const std::string& text, const Source& lines) {
  Parsed parsed;
  try {
    parsed.value = LoadValue(text);
  } catch (const YAML::DeepRecursion& error) {
    parsed.trouble = Trouble{OffsetOf(lines, error.mark.line, error.mark.column), error.msg, true};
  } catch (const YAML::Exception& error) {
    const bool placed = !error.mark.is_null();
    parsed.trouble =
        Trouble{placed ? OffsetOf(lines, error.mark.line, error.mark.column) : 0, error.msg, false};
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    parsed.trouble = Trouble{0, error.what(), false};
  }
  if (parsed.trouble) return parsed;
  parsed.tree.emplace(text);
  if (parsed.tree->HasError()) parsed.trouble = Trouble{TreeError(text, lines), {}, false};
  return parsed;
}

// A line that may be at fault, the last line of what it opens, and the last line indented deeper below it.
struct Suspect {
  std::uint32_t line = 0;
  std::uint32_t last_line = 0;
  std::uint32_t block_end = 0;
};

// How far above a line what is open there is looked for.
constexpr std::uint32_t kMaxLinesOfOpening = 200;

// The last line of the quote or bracket that the line opens, if it is closed.
std::uint32_t LastLineOf(const Source& source, const Mask& mask, std::uint32_t line) {
  const auto opening = OpeningIn(source, mask.text(), line);
  return opening ? opening->last_line : line;
}

// The line that opens what the line is a part of; the line itself where nothing is open.
std::uint32_t FirstLineOf(const Source& source, const Mask& mask, std::uint32_t line) {
  for (std::uint32_t above = line - std::min(line - 1, kMaxLinesOfOpening); above < line; ++above) {
    if (LastLineOf(source, mask, above) >= line) return above;
  }
  return line;
}

// What may be at fault for a trouble, the likeliest first.
class Suspicion {
 public:
  Suspicion(const Source& source, const Mask& mask) : source_(source), mask_(mask) {}

  std::vector<Suspect> Of(const Trouble& trouble) && {
    // A line within quotes or brackets says nothing by itself.
    const std::uint32_t at = FirstLineOf(source_, mask_, source_.PositionOf(trouble.offset).line);
    Add(at);
    AddLinesAbove(at);
    AddLineBelow(LastLineOf(source_, mask_, at));
    AddKeyWithoutColon(at);
    AddOpenings();
    std::stable_partition(suspects_.begin(), suspects_.end(), [&](const Suspect& suspect) {
      return FaultInLine(source_.Line(suspect.line)).has_value();
    });
    return std::move(suspects_);
  }

 private:
  bool IsContent(std::uint32_t line) const { return !mask_.IsBlank(source_, line); }

  void Add(std::uint32_t line) {
    if (!IsContent(line) || std::ranges::find(suspects_, line, &Suspect::line) != suspects_.end()) return;
    const std::uint32_t indentation = Indentation(source_.Line(line));
    std::uint32_t end = line;
    for (std::uint32_t next = line + 1; next <= source_.line_count(); ++next) {
      if (!IsContent(next)) continue;
      if (Indentation(source_.Line(next)) <= indentation) break;
      end = next;
    }
    const std::uint32_t last = LastLineOf(source_, mask_, line);
    suspects_.push_back({line, last, std::max(last, end)});
  }

  void AddLinesAbove(std::uint32_t at) {
    int above = 0;
    for (std::uint32_t line = at - 1; line >= 1 && above < 2; --line) {
      if (!IsContent(line)) continue;
      Add(line);
      ++above;
    }
  }

  void AddLineBelow(std::uint32_t at) {
    std::uint32_t line = at + 1;
    while (line <= source_.line_count() && !IsContent(line)) ++line;
    if (line <= source_.line_count()) Add(line);
  }

  // A key without its colon swallows the lines below it.
  void AddKeyWithoutColon(std::uint32_t at) {
    for (std::uint32_t line = at - 1; line >= 1; --line) {
      const LineParts parts = TakeApart(source_.Line(line));
      if (IsContent(line) && !parts.has_colon && !parts.is_item) return Add(line);
    }
  }

  // An open quote or bracket shows its effect far below, and a tree error may start far above.
  void AddOpenings() {
    int open = 0;
    for (std::uint32_t line = 1; line <= source_.line_count() && open < 4; ++line) {
      const std::string_view text = source_.Line(line);
      if (!IsContent(line) || !(HasOpenQuote(text) || HasOpenBracket(text))) continue;
      Add(line);
      ++open;
    }
  }

  const Source& source_;
  const Mask& mask_;
  std::vector<Suspect> suspects_;
};

// The text without a suspect, and what is left of it.
struct Trial {
  std::uint32_t line = 0;
  std::uint32_t last = 0;  // lines up to here are blanked
  bool looks_wrong = false;
  Parsed left;

  std::int64_t reach() const {
    return left.trouble ? static_cast<std::int64_t>(left.trouble->offset) : INT64_MAX;
  }
  // Lines that look wrong by themselves first, then what loses only its line, then the furthest.
  auto rank() const { return std::tuple(!looks_wrong, last - line, -reach()); }
  bool IsBest() const { return looks_wrong && last == line && !left.trouble; }
};

Fault SyntaxFault(const Source& source, const Mask& mask, std::uint32_t blamed, const Trouble& trouble) {
  const Span line = source.LineSpan(blamed);
  const std::string_view text = source.Slice(line);
  if (const auto space = OddSpaceIn(text)) return UnicodeSpace(*space, source.id(), line.begin);
  if (const auto opening = OpeningIn(source, mask.text(), blamed)) {
    if (auto fault = FaultOfOpening(source, mask.text(), *opening)) return *std::move(fault);
  }
  const bool in_line = line.begin <= trouble.offset && trouble.offset < line.end;
  const auto offset = [&](const char* at) { return static_cast<std::uint32_t>(at - source.text().data()); };
  const std::string message = Describe(text, trouble.message);
  const std::string_view value = WithoutComment(TakeApart(text).value);
  std::uint32_t begin = value.empty() ? line.begin + Indentation(text) : offset(value.data());
  std::uint32_t end = value.empty() ? line.end : offset(value.data() + value.size());
  if (HasOpenQuote(text) || HasOpenBracket(text)) end = begin + 1;
  const std::size_t backslash = source.text().rfind('\\', trouble.offset);
  if (in_line && message.starts_with("unknown escape") && backslash != std::string::npos) {
    begin = static_cast<std::uint32_t>(backslash);
    end = begin + 2;
  }
  if (blamed > 1) {
    const Span above = source.LineSpan(blamed - 1);
    if (Trim(source.Slice(above)).empty() && above.size() > Indentation(text)) {
      return Fault{rule_ids::kSyntaxError,
                   above,
                   "this blank line is indented deeper than the text below it; delete its blanks",
                   {},
                   Fix{"delete the blanks", {{above, ""}}}};
    }
  }
  return Fault{rule_ids::kSyntaxError, Span{source.id(), begin, std::max(begin, end)}, message};
}

// An escape for half of a character (a surrogate) or for none, at which yaml-cpp stops: "\ud83d".
std::optional<Span> EscapeOfNone(const Source& source, const Mask& mask, const Trouble& trouble) {
  if (!trouble.message.starts_with(YAML::ErrorMsg::INVALID_UNICODE)) return std::nullopt;
  // It stops behind the escape, where another may begin.
  if (trouble.offset == 0) return std::nullopt;
  const std::size_t backslash = mask.text().rfind('\\', trouble.offset - 1);
  if (backslash == std::string::npos || backslash + 1 >= mask.text().size()) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(backslash);
  const std::uint32_t size = mask.text()[backslash + 1] == 'U' ? 10 : 6;
  if (begin + size > mask.text().size()) return std::nullopt;
  return Span{source.id(), begin, begin + size};
}

// The parsers go on with the escape of another character that no output may hold.
Fault PassOverEscape(const Source& source, Span escape, Mask& mask) {
  const std::string_view text = source.Slice(escape);
  Fault fault = ForbiddenCharacter(0, escape);
  fault.message = fmt::format("the escape `{}` names no character; write the character itself", text);
  fault.fix.reset();
  mask.Replace(escape.begin, text.size() == 10 ? "\\U00000001" : "\\u0001");
  return fault;
}

// A line of blanks with a tab, at which yaml-cpp 0.7 stops although YAML allows it in most places.
std::optional<Span> TabInBlankLine(const Source& source, const Mask& mask, const Trouble& trouble) {
  if (trouble.message != YAML::ErrorMsg::TAB_IN_INDENTATION) return std::nullopt;
  const std::uint32_t first = source.PositionOf(trouble.offset).line;
  for (std::uint32_t line = first; line <= std::min(first + 1, source.line_count()); ++line) {
    const Span span = source.LineSpan(line);
    const std::string_view text = std::string_view(mask.text()).substr(span.begin, span.size());
    if (Trim(text).empty() && text.find('\t') != std::string_view::npos) return span;
  }
  return std::nullopt;
}

Fault PassOverTab(Span line, Mask& mask) {
  mask.Replace(line.begin, std::string(line.size(), ' '));
  return Fault{rule_ids::kTabIndentation,
               line,
               "a tab stands in this blank line; leave the line empty",
               {},
               Fix{"delete the blanks", {{line, ""}}}};
}

// Lines around the trouble whose spaces are none to YAML. One alone may not be to blame: such a line goes on
// with the one above.
std::vector<std::uint32_t> LinesWithOddSpaces(const Source& source, const Mask& mask,
                                              const Trouble& trouble) {
  constexpr std::uint32_t kAbove = 8;
  const std::uint32_t at = source.PositionOf(trouble.offset).line;
  std::vector<std::uint32_t> lines;
  for (std::uint32_t line = at - std::min(at - 1, kAbove); line <= std::min(at + 1, source.line_count());
       ++line) {
    if (!mask.IsBlank(source, line) && OddSpaceIn(source.Line(line))) lines.push_back(line);
  }
  return lines;
}

// tree-sitter takes time in the square of the lines when it has errors to recover from.
std::uint64_t CostOfParsing(const Source& source) {
  const std::uint64_t lines = source.line_count();
  return lines * lines + 8 * source.text().size();
}

// Takes out of a text what cannot be parsed, fault by fault.
class Recovery {
 public:
  Recovery(const Source& source, const Limits& limits, Mask& mask, const std::set<std::uint32_t>& reported,
           std::vector<Fault>& faults)
      : source_(source), limits_(limits), mask_(mask), reported_(reported), faults_(faults),
        parsed_(ParseText(mask.text(), source)) {}

  Parsed Run() && {
    while (parsed_.trouble) {
      const Trouble trouble = *parsed_.trouble;
      if (trouble.too_deep) {
        const auto size = static_cast<std::uint32_t>(source_.text().size());
        const Span place{source_.id(), trouble.offset, std::min(trouble.offset + 1, size)};
        faults_.push_back(TooDeep(place, limits_));
        return GiveUp();
      }
      if (PassOverCharacters(trouble) || BlankOddSpaces(trouble)) continue;
      std::optional<Trial> best = BestTrial(trouble);
      if (!best || ++errors_ > kMaxSyntaxErrors) {
        ReportEnd(trouble, best.has_value());
        return GiveUp();
      }
      Report(best->line, trouble);
      mask_.Blank(source_, best->line, best->last);
      parsed_ = std::move(best->left);
    }
    return std::move(parsed_);
  }

 private:
  bool MayGoOn() { return budget_ > 0 && ++errors_ <= kMaxSyntaxErrors; }

  Parsed Parse(const Mask& mask) {
    budget_ -= std::min(budget_, CostOfParsing(source_));
    return ParseText(mask.text(), source_);
  }

  // What the parsers can go on with once it is replaced.
  bool PassOverCharacters(const Trouble& trouble) {
    const auto escape = EscapeOfNone(source_, mask_, trouble);
    if (escape && MayGoOn()) {
      faults_.push_back(PassOverEscape(source_, *escape, mask_));
      parsed_ = Parse(mask_);
      return true;
    }
    const auto blanks = TabInBlankLine(source_, mask_, trouble);
    if (blanks && MayGoOn()) {
      faults_.push_back(PassOverTab(*blanks, mask_));
      parsed_ = Parse(mask_);
      return true;
    }
    return false;
  }

  bool BlankOddSpaces(const Trouble& trouble) {
    const auto odd = LinesWithOddSpaces(source_, mask_, trouble);
    if (odd.size() < 2 || !MayGoOn()) return false;
    Mask without = mask_;
    for (const std::uint32_t line : odd) without.Blank(source_, line, line);
    Parsed left = Parse(without);
    if (left.trouble && left.trouble->offset <= trouble.offset) return false;
    for (const std::uint32_t line : odd) Report(line, trouble);
    mask_ = std::move(without);
    parsed_ = std::move(left);
    return true;
  }

  Trial Attempt(std::uint32_t first, std::uint32_t last) {
    Mask without = mask_;
    without.Blank(source_, first, last);
    return Trial{first, last, FaultInLine(source_.Line(first)).has_value(), Parse(without)};
  }

  std::optional<Trial> BestTrial(const Trouble& trouble) {
    std::optional<Trial> best;
    for (const Suspect& suspect : Suspicion(source_, mask_).Of(trouble)) {
      if (budget_ == 0) break;
      // Without its key a block makes no sense: it goes too.
      const LineParts parts = TakeApart(source_.Line(suspect.line));
      const bool is_word =
          !parts.has_colon && !parts.is_item && parts.value.find(' ') == std::string_view::npos;
      Trial trial = Attempt(suspect.line, is_word ? suspect.block_end : suspect.last_line);
      const std::uint32_t next = trial.left.trouble ? source_.PositionOf(trial.left.trouble->offset).line : 0;
      if (trial.last < suspect.block_end && suspect.line < next && next <= suspect.block_end + 1) {
        trial = Attempt(suspect.line, suspect.block_end);
      }
      const bool gains = trial.reach() > static_cast<std::int64_t>(trouble.offset);
      if (gains && (!best || trial.rank() < best->rank())) best = std::move(trial);
      if (best && best->IsBest()) break;
    }
    return best;
  }

  void Report(std::uint32_t line, const Trouble& trouble) {
    if (!reported_.contains(line)) faults_.push_back(SyntaxFault(source_, mask_, line, trouble));
  }

  void ReportEnd(const Trouble& trouble, bool are_too_many) {
    const Span line = source_.LineSpan(source_.PositionOf(trouble.offset).line);
    faults_.push_back({rule_ids::kSyntaxError, line,
                       are_too_many
                           ? fmt::format("more than {} syntax errors; the rest of the file is not checked",
                                         kMaxSyntaxErrors)
                           : Describe(source_.Slice(line), trouble.message) +
                                 "; the rest of the file cannot be checked until this is fixed"});
  }

  Parsed GiveUp() {
    mask_.Blank(source_, 1, source_.line_count());
    return ParseText(mask_.text(), source_);
  }

  const Source& source_;
  const Limits& limits_;
  Mask& mask_;
  const std::set<std::uint32_t>& reported_;
  std::vector<Fault>& faults_;
  std::uint64_t budget_ = kMaxRecoveryCost;
  int errors_ = 0;
  Parsed parsed_;
};

}  // namespace

Fault TooDeep(Span span, const Limits& limits) {
  return Fault{rule_ids::kTooDeep, span,
               fmt::format("more than {} levels deep; no guide needs that", limits.depth)};
}

Parsed Recover(const Source& source, const Limits& limits, Mask& mask,
               const std::set<std::uint32_t>& reported, std::vector<Fault>& faults) {
  return Recovery(source, limits, mask, reported, faults).Run();
}

}  // namespace guidec
