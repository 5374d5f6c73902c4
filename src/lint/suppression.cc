#include "lint/suppression.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "diag/rule_ids.h"
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

// Finds the lines that a comment means; looks at the whole file once.
class Meanings {
 public:
  Meanings(const Document& document, const Source& source) : source_(source), next_(source.line_count() + 2) {
    std::vector<Lines> scalars;
    AddScalars(document.root, source, scalars);
    for (const Lines& scalar : scalars) {
      std::uint32_t& last = last_.try_emplace(scalar.first, scalar.last).first->second;
      last = std::max(last, scalar.last);
    }
    next_.back() = source.line_count() + 1;
    for (std::uint32_t line = source.line_count(); line >= 1; --line) {
      next_[line] = IsBlankOrComment(source.Line(line)) ? next_[line + 1] : line;
    }
  }

  Lines MeantBy(const Comment& comment) const {
    const std::uint32_t line = next_[source_.PositionOf(comment.span.begin).line];
    Lines meant{line, line};
    // Where one scalar ends, the next may begin.
    for (auto scalar = last_.find(line); scalar != last_.end(); scalar = last_.find(meant.last)) {
      meant.last = scalar->second;
    }
    return meant;
  }

 private:
  const Source& source_;
  std::map<std::uint32_t, std::uint32_t> last_;  // of the scalars of several lines that begin on a line
  std::vector<std::uint32_t> next_;              // from each line on, the first that holds a value
};

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

// The lines on which some things of a file stand, and the reach of others.
class LineSet {
 public:
  void Add(std::uint32_t line) { lines_.push_back(line); }
  void Sort() { std::ranges::sort(lines_); }

  bool HasAnyIn(const Lines& reach) const {
    const auto first = std::ranges::lower_bound(lines_, reach.first);
    return first != lines_.end() && *first <= reach.last;
  }

 private:
  std::vector<std::uint32_t> lines_;
};

class ReachSet {
 public:
  void Add(const Lines& reach) { reaches_.push_back(reach); }
  void Sort() {
    std::ranges::sort(reaches_, {}, &Lines::first);
    for (std::size_t i = 1; i < reaches_.size(); ++i) {
      reaches_[i].last = std::max(reaches_[i].last, reaches_[i - 1].last);
    }
  }

  bool Covers(std::uint32_t line) const {
    const auto behind = std::ranges::upper_bound(reaches_, line, {}, &Lines::first);
    return behind != reaches_.begin() && std::prev(behind)->last >= line;
  }

 private:
  std::vector<Lines> reaches_;  // sorted, and then each ends no earlier than those before it
};

Lines ReachOf(const Suppression& suppression) {
  constexpr std::uint32_t kLastLine = std::numeric_limits<std::uint32_t>::max();
  return suppression.is_whole_file ? Lines{0, kLastLine} : suppression.lines;
}

// Matches the findings of one file with its suppressions: each is sorted by what it names, and then by line.
class Matcher {
 public:
  Matcher(const Used& file, const Source& source) : source_(source) {
    for (const Suppression& suppression : file.given) {
      for (const Id& rule : suppression.rules) reaches_[rule.value].Add(ReachOf(suppression));
    }
    for (auto& [name, reaches] : reaches_) reaches.Sort();
  }

  // Whether the finding is allowed; remembers where it stands.
  bool Allows(const Diagnostic& finding) {
    if (!CanBeAllowed(*finding.rule)) return false;
    const std::uint32_t line = source_.PositionOf(finding.span.begin).line;
    bool allows = false;
    for (const std::string_view name : {finding.rule->name, finding.rule->code}) {
      const auto reaches = reaches_.find(name);
      if (reaches == reaches_.end() || !reaches->second.Covers(line)) continue;
      lines_[name].Add(line);
      allows = true;
    }
    return allows;
  }

  // Called once, when all findings have been seen.
  void MarkUsed(Used& file) {
    for (auto& [name, lines] : lines_) lines.Sort();
    for (std::size_t i = 0; i < file.given.size(); ++i) {
      const Suppression& suppression = file.given[i];
      for (std::size_t r = 0; r < suppression.rules.size(); ++r) {
        const auto lines = lines_.find(suppression.rules[r].value);
        file.used[i][r] = lines != lines_.end() && lines->second.HasAnyIn(ReachOf(suppression));
      }
    }
  }

 private:
  const Source& source_;
  std::map<std::string_view, ReachSet> reaches_;
  std::map<std::string_view, LineSet> lines_;
};

void ReportFaults(const Used& file, const Library& library, std::span<const Rule* const> rules,
                  bool has_errors, std::vector<Fault>& faults) {
  const Source& source = (*library.sources)[file.document->source];
  std::vector<std::string_view> names;
  for (const Rule* rule : rules) names.push_back(rule->name);
  Verdicts verdicts(library.workspace);
  for (std::size_t i = 0; i < file.given.size(); ++i) {
    const Suppression& suppression = file.given[i];
    if (suppression.reason.empty()) {
      faults.push_back({rule_ids::kSuppressionWithoutReason, suppression.span,
                        "nothing says why this is allowed; add `-- ` and the reason"});
    }
    bool is_misread = false;  // behind a word that is no rule, the others are seldom meant as rules
    for (std::size_t r = 0; r < suppression.rules.size(); ++r) {
      const Id& named = suppression.rules[r];
      const Rule* rule = FindRule(named.value, rules);
      if (rule == nullptr) {
        if (std::exchange(is_misread, true)) continue;
        faults.push_back(
            {rule_ids::kMalformedSuppression, named.span,
             fmt::format("there is no rule `{}`{}", named.value, DidYouMean(named.value, names))});
        continue;
      }
      if (!CanBeAllowed(*rule)) {
        faults.push_back({rule_ids::kMalformedSuppression, named.span,
                          fmt::format("`{}` cannot be allowed; fix what it finds", named.value)});
        continue;
      }
      const bool is_off = verdicts.SeverityOf(*rule, source.path()) == Severity::kOff;
      if (file.used[i][r] || is_off || has_errors) continue;
      faults.push_back({rule_ids::kUnusedSuppression,
                        named.span,
                        fmt::format("`{}` finds nothing {}; take the suppression away", named.value,
                                    suppression.is_whole_file ? "in this file" : "here"),
                        {},
                        Removal(suppression, r, source)});
    }
  }
}

// Where the rules end, and the reason behind what is meant as "--" begins: a single dash of any length that
// stands alone, a colon or a bracket, too.
struct Split {
  std::size_t end = 0;
  std::size_t reason = 0;
  bool is_proper = true;
};

std::optional<Split> SplitReason(std::string_view text) {
  if (const std::size_t dashes = text.find("--"); dashes != std::string_view::npos)
    return Split{dashes, dashes + 2};
  for (const std::string_view sign : {" - ", " \u2013 ", " \u2014 ", ": ", " ("}) {
    const std::size_t at = text.find(sign);
    if (at != std::string_view::npos) return Split{at, at + sign.size(), false};
  }
  return std::nullopt;
}

// The rules and the reason; nothing when the words are no suppression.
std::optional<Suppression> ReadAllow(const Part& instruction, const Span& comment) {
  const std::size_t end = std::min(instruction.text.find_first_of(kBlanks), instruction.text.size());
  if (instruction.text.substr(0, end) != "allow") return std::nullopt;
  const Part list_and_reason = instruction.After(end);
  const auto split = SplitReason(list_and_reason.text);
  Suppression suppression;
  suppression.span = comment;
  for (const Part& name : Names(split ? list_and_reason.Until(split->end) : list_and_reason)) {
    suppression.rules.push_back({std::string(name.text), SpanOf(name, comment)});
  }
  if (suppression.rules.empty()) return std::nullopt;
  // A reason that is not written as one is reported once, as missing.
  if (split && split->is_proper) suppression.reason = list_and_reason.After(split->reason).text;
  return suppression;
}

}  // namespace

Suppressions SuppressionsOf(const Document& document, const Source& source) {
  Suppressions found;
  std::optional<Meanings> meanings;
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
      found.faults.push_back({rule_ids::kMalformedSuppression, span,
                              fmt::format("this comment tells guidec nothing; {}", kForm)});
      continue;
    }
    if (!meanings) meanings.emplace(document, source);
    suppression->is_whole_file = comment.span.end <= document.root.span.begin;
    suppression->lines = meanings->MeantBy(comment);
    found.given.push_back(*std::move(suppression));
  }
  return found;
}

ScalarLines::ScalarLines(const Document& document, const Source& source) {
  AddScalars(document.root, source, scalars_);
  std::ranges::sort(scalars_, {}, [](const Lines& lines) { return std::pair(lines.first, lines.last); });
}

std::uint32_t ScalarLines::FirstLineAt(std::uint32_t line) const {
  // Scalars share no more than a line, where one ends and the next begins.
  while (true) {
    const auto behind = std::ranges::lower_bound(scalars_, line, {}, &Lines::first);
    if (behind == scalars_.begin() || std::prev(behind)->last < line) return line;
    line = std::prev(behind)->first;
  }
}

bool CanBeAllowed(const Rule& rule) {
  static constexpr RuleId kOfSuppressions[] = {
      rule_ids::kUnusedSuppression, rule_ids::kSuppressionWithoutReason, rule_ids::kMalformedSuppression};
  const std::string_view group = rule.code.substr(0, 2);
  const bool is_needed = rule.severity == Severity::kError && (group == "YM" || group == "SC");
  return !is_needed && std::ranges::find(kOfSuppressions, RuleId{rule.name}) == std::end(kOfSuppressions);
}

std::vector<Diagnostic> WithoutSuppressed(std::vector<Diagnostic> findings, const Library& library,
                                          std::span<const Rule* const> rules, std::vector<Fault>& faults) {
  std::map<SourceId, Used> files;
  std::map<SourceId, Matcher> matchers;
  for (const File& file : library.files) {
    const Source& source = (*library.sources)[file.document.source];
    Suppressions read = SuppressionsOf(file.document, source);
    std::ranges::move(read.faults, std::back_inserter(faults));
    if (read.given.empty()) continue;
    Used used{&file.document, std::move(read.given), {}};
    for (const Suppression& given : used.given) used.used.emplace_back(given.rules.size(), false);
    const Used& there = files.emplace(source.id(), std::move(used)).first->second;
    matchers.emplace(std::piecewise_construct, std::tuple(source.id()), std::forward_as_tuple(there, source));
  }
  std::erase_if(findings, [&](const Diagnostic& finding) {
    const auto matcher = matchers.find(finding.span.source);
    return matcher != matchers.end() && matcher->second.Allows(finding);
  });
  for (auto& [source, matcher] : matchers) matcher.MarkUsed(files.at(source));
  // Behind an error may hide what a suppression allows; its reason must not be lost over that.
  const bool has_errors = std::ranges::any_of(
      findings, [](const Diagnostic& finding) { return finding.rule->severity == Severity::kError; });
  for (const auto& [source, file] : files) ReportFaults(file, library, rules, has_errors, faults);
  return findings;
}

}  // namespace guidec
