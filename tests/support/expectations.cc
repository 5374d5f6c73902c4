#include "support/expectations.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "lint/example.h"
#include "lint/runner.h"
#include "rules/registry.h"

namespace guidec {
namespace {

constexpr std::string_view kMarker = "# expect";

std::uint32_t Number(const std::csub_match& match) {
  return static_cast<std::uint32_t>(std::stoul(match.str()));
}

std::optional<Expectation> ReadExpectation(std::string_view comment, std::uint32_t line) {
  static const std::regex kForm(
      R"re(# expect: ([A-Z]{2}[0-9]{3})(?: @ (?:([0-9]+):)?([0-9]+)-(?:([0-9]+):)?([0-9]+))?(?: "([^"]*)")?\s*)re");
  std::cmatch match;
  if (!std::regex_match(comment.begin(), comment.end(), match, kForm)) return std::nullopt;
  Expectation expectation{match[1].str(), line, std::nullopt, match[6].str()};
  if (match[2].matched) expectation.line = Number(match[2]);
  if (match[3].matched) {
    const std::uint32_t end_line = match[4].matched ? Number(match[4]) : expectation.line;
    expectation.columns = Columns{Number(match[3]), end_line, Number(match[5])};
  }
  return expectation;
}

std::string PlaceText(std::uint32_t line, const std::optional<Columns>& columns) {
  if (!columns) return std::to_string(line);
  if (columns->end_line == line) return fmt::format("{}:{}-{}", line, columns->begin, columns->end);
  return fmt::format("{}:{}-{}:{}", line, columns->begin, columns->end_line, columns->end);
}

struct Range {
  std::uint32_t line;
  Columns columns;
};

Range RangeOf(const Linted& linted, const Span& span) {
  const Source& source = linted.sources[span.source];
  const std::int64_t offset = &source == linted.source ? linted.line_offset : 0;
  const auto moved = [&](std::uint32_t line) { return static_cast<std::uint32_t>(line + offset); };
  const Position begin = source.PositionOf(span.begin);
  const Position end = source.PositionOf(span.end);
  return {moved(begin.line), {begin.column, moved(end.line), end.column}};
}

std::string PlaceOf(const Linted& linted, const Span& span) {
  const Source& place = linted.sources[span.source];
  const bool is_own = &place == linted.source;
  if (is_own && place.PositionOf(span.begin).line + linted.line_offset < 1)
    return fmt::format("(the clean part) {}:", place.Slice(span));
  const Range range = RangeOf(linted, span);
  return (is_own ? std::string() : place.path() + ":") + PlaceText(range.line, range.columns);
}

bool Meets(const Linted& linted, const Diagnostic& finding, const Expectation& expected) {
  const Range range = RangeOf(linted, finding.span);
  if (finding.span.source != linted.source->id() || finding.rule->code != expected.code ||
      range.line != expected.line || finding.message.find(expected.text) == std::string::npos) {
    return false;
  }
  return !expected.columns ||
         (range.columns.begin == expected.columns->begin &&
          range.columns.end_line == expected.columns->end_line && range.columns.end == expected.columns->end);
}

}  // namespace

Expectations ReadExpectations(std::string_view text) {
  Expectations expectations;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    for (std::size_t at = line.find(kMarker); at != std::string_view::npos;) {
      const std::size_t next = line.find(kMarker, at + 1);
      const std::string_view comment = line.substr(at, next == std::string_view::npos ? next : next - at);
      if (auto expectation = ReadExpectation(comment, number)) {
        expectations.expected.push_back(*std::move(expectation));
      } else {
        expectations.malformed.push_back(fmt::format("{}: {}", number, comment));
      }
      at = next;
    }
  }
  return expectations;
}

std::vector<Fixture> ReadFixtures(const std::string& folder) {
  static constexpr std::string_view kHeader = "# file: ";
  std::vector<Fixture> fixtures;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    Fixture fixture;
    fixture.name = entry.path().lexically_relative(folder).generic_string();
    fixture.text.assign(std::istreambuf_iterator<char>(stream), {});
    const std::size_t line_end = fixture.text.find('\n');
    if (!fixture.text.starts_with(kHeader) || line_end == std::string::npos) {
      throw std::runtime_error(fixture.name + ": the first line must be `# file: PATH`");
    }
    fixture.file = fixture.text.substr(kHeader.size(), line_end - kHeader.size());
    fixture.header = line_end + 1;
    fixtures.push_back(std::move(fixture));
  }
  std::ranges::sort(fixtures, {}, &Fixture::name);
  return fixtures;
}

// As its line `# limits: NAME=N` says.
Limits LimitsOf(const Fixture& fixture) {
  constexpr std::string_view kLine = "# limits: ";
  Limits limits;
  const std::size_t at = fixture.text.find(kLine);
  if (at == std::string::npos) return limits;
  const std::size_t begin = at + kLine.size();
  const auto set = SetLimits(fixture.text.substr(begin, fixture.text.find('\n', begin) - begin), limits);
  if (!set) throw std::runtime_error(set.error().message);
  return limits;
}

Linted::Linted(const Fixture& fixture)
    : library(LoadExample(fixture.file, std::string_view(fixture.text).substr(fixture.header), sources,
                          LimitsOf(fixture))),
      findings(Lint(library, AllRules(), kToday)),
      source(FindSource(sources, fixture.file)) {
  const std::string_view laid_over = std::string_view(fixture.text).substr(fixture.header);
  const std::string_view whole = source->text();
  line_offset = std::ranges::count(fixture.text.substr(0, fixture.header), '\n') -
                std::ranges::count(whole.substr(0, whole.size() - laid_over.size()), '\n');
}

std::string Linted::Describe(const Diagnostic& finding) const {
  return fmt::format("{} {} {}", PlaceOf(*this, finding.span), finding.rule->code, finding.message);
}

std::string Linted::Tell(const Diagnostic& finding) const {
  std::string told = fmt::format("{} {} {}: {}\n", PlaceOf(*this, finding.span), finding.rule->code,
                                 SeverityName(finding.severity), finding.message);
  for (const Label& label : finding.labels) {
    told += fmt::format("  {} {}\n", PlaceOf(*this, label.span), label.message);
  }
  if (!finding.fix) return told;
  told += fmt::format("  {}: {}\n", finding.fix->safety == Safety::kSafe ? "fix" : "unsafe fix", finding.fix->title);
  for (const Edit& edit : finding.fix->edits) {
    told += fmt::format("    {} {}\n", PlaceOf(*this, edit.span), nlohmann::json(edit.replacement).dump());
  }
  return told;
}

std::string Differences(const Fixture& fixture) {
  return Differences(fixture, Linted(fixture));
}

std::string Differences(const Fixture& fixture, const Linted& linted) {
  Expectations expectations = ReadExpectations(fixture.text);
  std::string differences;
  for (const std::string& malformed : expectations.malformed) {
    differences += fmt::format("malformed   {}\n", malformed);
  }
  std::vector<const Diagnostic*> left;
  for (const Diagnostic& finding : linted.findings) left.push_back(&finding);
  // Those that say the most choose first, so that a vague one does not take what only they describe.
  std::ranges::stable_sort(expectations.expected, std::ranges::greater(), [](const Expectation& e) {
    return std::pair(e.columns.has_value(), e.text.size());
  });
  for (const Expectation& expectation : expectations.expected) {
    const auto met = std::ranges::find_if(
        left, [&](const Diagnostic* finding) { return Meets(linted, *finding, expectation); });
    if (met != left.end()) {
      left.erase(met);
    } else {
      differences += fmt::format("unmet       {} {} {}\n", PlaceText(expectation.line, expectation.columns),
                                 expectation.code, expectation.text);
    }
  }
  for (const Diagnostic* finding : left) {
    differences += fmt::format("unexpected  {}\n", linted.Describe(*finding));
  }
  return differences;
}

}  // namespace guidec
