#include "lint/suppression.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "lint/settings.h"
#include "text/nearest.h"

namespace guidec {
namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::string_view kForm = "write `# guidec: allow RULE -- reason`";

// A part of a text, which knows where it begins there.
struct Part {
  std::string_view text;
  std::size_t begin = 0;

  Part After(std::size_t count) const { return Part{text.substr(count), begin + count}.Trimmed(); }
  Part Until(std::size_t end) const { return Part{text.substr(0, end), begin}.Trimmed(); }
  Part Trimmed() const {
    const std::size_t first = std::min(text.find_first_not_of(kBlanks), text.size());
    const std::string_view left = text.substr(first);
    return {left.substr(0, left.find_last_not_of(kBlanks) + 1), begin + first};
  }
};

// `part` was cut from the comment's text.
Span SpanOf(const Part& part, const Span& comment) {
  const auto begin = comment.begin + static_cast<std::uint32_t>(part.begin);
  return {comment.source, begin, begin + static_cast<std::uint32_t>(part.text.size())};
}

// What is behind `# MARK`; a further comment in the same line is none of it.
std::optional<Part> Behind(std::string_view mark, std::string_view comment) {
  const Part whole = Part{comment, 0}.After(1);
  if (!whole.text.starts_with(mark)) return std::nullopt;
  return whole.Until(whole.text.find(" #")).After(mark.size());
}

std::vector<Part> Names(Part list) {
  std::vector<Part> names;
  while (!list.text.empty()) {
    const std::size_t end = std::min(list.text.find_first_of(", \t"), list.text.size());
    if (end > 0) names.push_back(list.Until(end));
    list = list.After(std::min(end + 1, list.text.size()));
  }
  return names;
}

bool IsBlankOrComment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(kBlanks);
  return first == std::string_view::npos || line[first] == '#';
}

Lines LinesOf(const Span& span, const Source& source) {
  const std::uint32_t last = span.size() > 0 ? span.end - 1 : span.end;
  return {source.PositionOf(span.begin).line, source.PositionOf(last).line};
}

void AddScalars(const Node& node, const Source& source, std::vector<Lines>& lines) {
  if (node.IsScalar()) {
    const Lines own = LinesOf(node.span, source);
    if (own.last > own.first) lines.push_back(own);
  }
  for (const Node& item : node.items) AddScalars(item, source, lines);
  for (const Pair& pair : node.pairs) {
    AddScalars(pair.key, source, lines);
    AddScalars(pair.value, source, lines);
  }
}

// The scalars that reach over several lines.
std::vector<Lines> LongScalars(const Document& document, const Source& source) {
  std::vector<Lines> lines;
  AddScalars(document.root, source, lines);
  return lines;
}

// The lines of what begins on `line`.
Lines Reach(std::uint32_t line, const std::vector<Lines>& scalars) {
  Lines reach{line, line};
  for (const Lines& scalar : scalars) {
    if (scalar.first == line) reach.last = std::max(reach.last, scalar.last);
  }
  return reach;
}

Lines LinesMeant(const Comment& comment, const Source& source, const std::vector<Lines>& scalars) {
  std::uint32_t line = source.PositionOf(comment.span.begin).line;
  if (IsBlankOrComment(source.Line(line))) {
    do ++line;
    while (line <= source.line_count() && IsBlankOrComment(source.Line(line)));
  }
  return Reach(line, scalars);
}

const Rule* FindRule(std::string_view name, std::span<const Rule* const> rules) {
  const auto found =
      std::ranges::find_if(rules, [&](const Rule* rule) { return rule->name == name || rule->code == name; });
  return found == rules.end() ? nullptr : *found;
}

// Takes the comment away, with its line or with the blanks before it; of several rules, only this one.
Fix Removal(const Suppression& suppression, std::size_t index, const Source& source) {
  const Id& rule = suppression.rules[index];
  Fix fix{fmt::format("take `{}` away", rule.value), {}, Safety::kSafe};
  Span cut = suppression.span;
  if (suppression.rules.size() > 1) {
    cut = rule.span;
    if (index > 0) {
      cut.begin = suppression.rules[index - 1].span.end;
    } else {
      cut.end = suppression.rules[1].span.begin;
    }
  } else {
    const Span line = source.LineSpan(source.PositionOf(cut.begin).line);
    const std::string_view before = source.Slice({cut.source, line.begin, cut.begin});
    const std::size_t code_end = before.find_last_not_of(kBlanks);
    const bool is_last =
        source.Slice({cut.source, cut.end, line.end}).find_first_not_of(kBlanks) == std::string_view::npos;
    if (code_end != std::string_view::npos) {
      cut.begin = line.begin + static_cast<std::uint32_t>(code_end + 1);
    } else if (is_last) {
      cut.begin = line.begin;
      const std::size_t next = source.text().find('\n', line.end);
      cut.end = next == std::string::npos ? line.end : static_cast<std::uint32_t>(next + 1);
    }
  }
  fix.edits.push_back({cut, ""});
  return fix;
}

// The suppressions of one file, and which of their rules have allowed something.
struct Used {
  const Document* document;
  std::vector<Suppression> given;
  std::vector<std::vector<bool>> used;
};

bool Allows(Used& file, const Diagnostic& finding, const Source& source) {
  const std::uint32_t line = source.PositionOf(finding.span.begin).line;
  bool allowed = false;
  for (std::size_t i = 0; i < file.given.size(); ++i) {
    const Suppression& suppression = file.given[i];
    const bool is_meant =
        suppression.is_whole_file || (suppression.lines.first <= line && line <= suppression.lines.last);
    if (!is_meant) continue;
    for (std::size_t r = 0; r < suppression.rules.size(); ++r) {
      const std::string& name = suppression.rules[r].value;
      const bool is_named = name == finding.rule->name || name == finding.rule->code;
      if (!is_named || !CanBeAllowed(*finding.rule)) continue;
      file.used[i][r] = true;
      allowed = true;
    }
  }
  return allowed;
}

void ReportFaults(const Used& file, const Library& library, std::span<const Rule* const> rules,
                  bool has_errors, std::vector<Fault>& faults) {
  const Source& source = (*library.sources)[file.document->source];
  std::vector<std::string_view> names;
  for (const Rule* rule : rules) names.push_back(rule->name);
  for (std::size_t i = 0; i < file.given.size(); ++i) {
    const Suppression& suppression = file.given[i];
    if (suppression.reason.empty()) {
      faults.push_back({"suppression-without-reason", suppression.span,
                        "nothing says why this is allowed; add `-- ` and the reason"});
    }
    for (std::size_t r = 0; r < suppression.rules.size(); ++r) {
      const Id& named = suppression.rules[r];
      const Rule* rule = FindRule(named.value, rules);
      if (rule == nullptr) {
        faults.push_back(
            {"malformed-suppression", named.span,
             fmt::format("there is no rule `{}`{}", named.value, DidYouMean(named.value, names))});
        continue;
      }
      if (!CanBeAllowed(*rule)) {
        faults.push_back({"malformed-suppression", named.span,
                          fmt::format("`{}` cannot be allowed; mend what it finds", named.value)});
        continue;
      }
      const bool is_off = VerdictOn(*rule, library.workspace, source.path()).severity == Severity::kOff;
      if (file.used[i][r] || is_off || has_errors) continue;
      faults.push_back({"unused-suppression",
                        named.span,
                        fmt::format("`{}` finds nothing {}; take the suppression away", named.value,
                                    suppression.is_whole_file ? "in this file" : "here"),
                        {},
                        Removal(suppression, r, source)});
    }
  }
}

// The rules and the reason; nothing when the words are no suppression.
std::optional<Suppression> ReadAllow(const Part& instruction, const Span& comment) {
  const std::size_t end = std::min(instruction.text.find_first_of(kBlanks), instruction.text.size());
  if (instruction.text.substr(0, end) != "allow") return std::nullopt;
  const Part list_and_reason = instruction.After(end);
  const std::size_t dashes = list_and_reason.text.find("--");
  Suppression suppression;
  suppression.span = comment;
  for (const Part& name : Names(list_and_reason.Until(dashes))) {
    suppression.rules.push_back({std::string(name.text), SpanOf(name, comment)});
  }
  if (suppression.rules.empty()) return std::nullopt;
  if (dashes != std::string_view::npos) suppression.reason = list_and_reason.After(dashes + 2).text;
  return suppression;
}

}  // namespace

Suppressions SuppressionsOf(const Document& document, const Source& source) {
  Suppressions found;
  std::optional<std::vector<Lines>> scalars;
  for (const Comment& comment : document.comments) {
    const std::string_view text = source.Slice(comment.span);
    const auto instruction = Behind("guidec:", text);
    // Without the colon it is meant for guidec, and read by nobody.
    const auto words = instruction ? instruction : Behind("guidec allow ", text);
    if (!words) continue;
    Span span = comment.span;
    span.end = SpanOf(*words, comment.span).end;
    auto suppression = instruction ? ReadAllow(*instruction, span) : std::nullopt;
    if (!suppression) {
      found.faults.push_back(
          {"malformed-suppression", span, fmt::format("this comment tells guidec nothing; {}", kForm)});
      continue;
    }
    if (!scalars) scalars = LongScalars(document, source);
    suppression->is_whole_file = comment.span.end <= document.root.span.begin;
    suppression->lines = LinesMeant(comment, source, *scalars);
    found.given.push_back(*std::move(suppression));
  }
  return found;
}

std::uint32_t FirstLineOfScalarAt(const Document& document, const Source& source, std::uint32_t line) {
  for (const Lines& scalar : LongScalars(document, source)) {
    if (scalar.first < line && line <= scalar.last) return scalar.first;
  }
  return line;
}

bool CanBeAllowed(const Rule& rule) {
  static constexpr std::string_view kOfSuppressions[] = {"unused-suppression", "suppression-without-reason",
                                                         "malformed-suppression"};
  const std::string_view group = rule.code.substr(0, 2);
  const bool is_needed = rule.severity == Severity::kError && (group == "YM" || group == "SC");
  return !is_needed && std::ranges::find(kOfSuppressions, rule.name) == std::end(kOfSuppressions);
}

std::vector<Diagnostic> WithoutSuppressed(std::vector<Diagnostic> findings, const Library& library,
                                          std::span<const Rule* const> rules, std::vector<Fault>& faults) {
  std::map<SourceId, Used> files;
  for (const File& file : library.files) {
    const Source& source = (*library.sources)[file.document.source];
    Suppressions read = SuppressionsOf(file.document, source);
    std::ranges::move(read.faults, std::back_inserter(faults));
    if (read.given.empty()) continue;
    Used used{&file.document, std::move(read.given), {}};
    for (const Suppression& given : used.given) used.used.emplace_back(given.rules.size(), false);
    files.emplace(source.id(), std::move(used));
  }
  std::erase_if(findings, [&](const Diagnostic& finding) {
    const auto file = files.find(finding.span.source);
    return file != files.end() && Allows(file->second, finding, (*library.sources)[finding.span.source]);
  });
  // Behind an error may hide what a suppression allows; its reason must not be lost over that.
  const bool has_errors = std::ranges::any_of(
      findings, [](const Diagnostic& finding) { return finding.rule->severity == Severity::kError; });
  for (const auto& [source, file] : files) ReportFaults(file, library, rules, has_errors, faults);
  return findings;
}

}  // namespace guidec
