#include "lint/cached_lint.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/parallel.h"
#include "lint/runner.h"
#include "lint/spans.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

std::string DigestOf(const Result<std::string>& text) {
  // Findings repeat why a file cannot be read.
  return text ? Sha256(*text) : fmt::format("{}; {}", text.error().message, text.error().hint);
}

std::string KeyOf(const std::vector<NamedText>& texts, const fs::path& root, const LintInputs& inputs,
                  const Cache& cache) {
  std::vector<std::string> parts(texts.size());
  ParallelFor(texts.size(), [&](std::size_t i) { parts[i] = Sha256(texts[i].text) + texts[i].path; });
  parts.insert(parts.end(), {"lint", inputs.today, TextOf(inputs.limits), root.generic_string()});
  for (const SkippedLink& link : inputs.skipped) parts.insert(parts.end(), {link.path, link.reason});
  return cache.KeyOf(parts);
}

// The texts of what the settings extend, if everything is answered as it was then.
std::optional<std::vector<NamedText>> AskAgain(const LintEntry& entry, const LintInputs& inputs) {
  std::map<std::string, std::string> texts;
  for (const auto& [question, answer] : entry.answers) {
    const auto& [kind, asked] = question;
    if (kind == LintEntry::kText) {
      auto text = inputs.read(asked);
      if (DigestOf(text) != answer) return std::nullopt;
      // A picture is not wanted any more.
      const bool is_extended = std::ranges::find(entry.extended, asked) != entry.extended.end();
      if (text && is_extended) texts[asked] = *std::move(text);
    } else if (kind == LintEntry::kKind ? DigestOf(inputs.kind(asked)) != answer
                                        : inputs.dictionary(asked) != answer) {
      return std::nullopt;
    }
  }
  std::vector<NamedText> extended;
  for (const std::string& path : entry.extended) {
    const auto text = texts.find(path);
    if (text == texts.end()) return std::nullopt;
    extended.push_back({path, text->second});
  }
  return extended;
}

template <class Visit>
void ForEachSpan(LintResult& linted, const Visit& visit) {
  for (Diagnostic& finding : linted.findings) ForEachSpan(finding, visit);
}

SourceId Plus(SourceId source, std::size_t shift) {
  return static_cast<SourceId>(static_cast<std::size_t>(source) + shift);
}

// Whether all places are in sources of these sizes.
bool LieIn(LintResult& result, const std::vector<std::size_t>& sizes) {
  const auto is_there = [&](SourceId source) { return static_cast<std::size_t>(source) < sizes.size(); };
  bool lie_in = std::ranges::all_of(result.files, is_there, &LintedFile::source);
  ForEachSpan(result, [&](const Span& span) {
    lie_in = lie_in && is_there(span.source) && span.begin <= span.end &&
             span.end <= sizes[static_cast<std::size_t>(span.source)];
  });
  return lie_in;
}

bool LiesIn(LintResult& result, const std::vector<NamedText>& texts) {
  std::vector<std::size_t> sizes;
  for (const NamedText& text : texts) sizes.push_back(text.text.size());
  return LieIn(result, sizes);
}

bool LiesIn(LintResult& result, const Sources& sources) {
  std::vector<std::size_t> sizes;
  for (const Source& source : sources) sizes.push_back(source.text().size());
  return LieIn(result, sizes);
}

// Between ids that count from the first text, and those of `sources`.
void Shift(LintResult& result, std::size_t shift) {
  for (LintedFile& file : result.files) file.source = Plus(file.source, shift);
  ForEachSpan(result, [&](Span& span) { span.source = Plus(span.source, shift); });
}

void AddAll(std::vector<NamedText> texts, Sources& sources) {
  for (NamedText& text : texts) sources.Add(std::move(text.path), std::move(text.text));
}

Json JsonOf(const Span& span) {
  return Json::array({static_cast<std::uint32_t>(span.source), span.begin, span.end});
}

// A larger number than fits is the largest that does, which no source has.
std::uint32_t NumberIn(const Json& json) {
  const auto number = json.get_ref<const Json::number_unsigned_t&>();
  return static_cast<std::uint32_t>(
      std::min<Json::number_unsigned_t>(number, std::numeric_limits<std::uint32_t>::max()));
}

Span SpanIn(const Json& json) {
  return {static_cast<SourceId>(NumberIn(json.at(0))), NumberIn(json.at(1)), NumberIn(json.at(2))};
}

Json JsonOf(const Diagnostic& finding) {
  Json labels = Json::array();
  for (const Label& label : finding.labels) labels.push_back({JsonOf(label.span), label.message});
  Json fix = nullptr;
  if (finding.fix) {
    Json edits = Json::array();
    for (const Edit& edit : finding.fix->edits) edits.push_back({JsonOf(edit.span), edit.replacement});
    fix = Json::array({finding.fix->title, finding.fix->safety == Safety::kSafe, std::move(edits)});
  }
  return Json::array({finding.rule->code, static_cast<int>(finding.severity), JsonOf(finding.span),
                      finding.message, std::move(labels), std::move(fix)});
}

Fix FixIn(const Json& json) {
  Fix fix{json.at(0).get<std::string>(), {}, json.at(1).get<bool>() ? Safety::kSafe : Safety::kUnsafe};
  for (const Json& edit : json.at(2))
    fix.edits.push_back({SpanIn(edit.at(0)), edit.at(1).get<std::string>()});
  return fix;
}

std::optional<Diagnostic> FindingIn(const Json& json, const std::map<std::string_view, const Rule*>& rules) {
  const auto rule = rules.find(json.at(0).get_ref<const std::string&>());
  const std::uint32_t severity = NumberIn(json.at(1));
  if (rule == rules.end() || severity > static_cast<std::uint32_t>(Severity::kError)) {
    return std::nullopt;
  }
  Diagnostic finding{
      rule->second, static_cast<Severity>(severity), SpanIn(json.at(2)), json.at(3).get<std::string>(), {},
      std::nullopt};
  for (const Json& label : json.at(4)) {
    finding.labels.push_back({SpanIn(label.at(0)), label.at(1).get<std::string>()});
  }
  if (!json.at(5).is_null()) finding.fix = FixIn(json.at(5));
  return finding;
}

}  // namespace

LintRun::LintRun(std::vector<NamedText> texts, fs::path root, const LintInputs& inputs,
                 std::span<const Rule* const> rules, const Cache& cache)
    : texts_(std::move(texts)), root_(std::move(root)), inputs_(inputs), rules_(rules), cache_(cache) {
  if (cache.is_on()) key_ = KeyOf(texts_, root_, inputs, cache);
}

std::optional<LintEntry> LintRun::Entry() const {
  const auto bytes = cache_.is_on() ? cache_.Get(key_) : std::nullopt;
  return bytes ? ReadLintEntry(*bytes, rules_) : std::nullopt;
}

std::optional<LintResult> LintRun::Recall(Sources& sources) {
  auto entry = Entry();
  auto extended = entry ? AskAgain(*entry, inputs_) : std::nullopt;
  const std::size_t own = texts_.size();
  if (extended) std::ranges::move(*extended, std::back_inserter(texts_));
  if (!extended || !LiesIn(entry->result, texts_)) {
    texts_.resize(own);
    may_be_known_ = false;
    return std::nullopt;
  }
  Shift(entry->result, sources.size());
  AddAll(std::move(texts_), sources);
  return std::move(entry->result);
}

Library LintRun::Load(Sources& sources) {
  first_ = sources.size();
  own_ = texts_.size();
  const auto read = [&](const fs::path& path) {
    auto text = inputs_.read(path);
    answers_.Note({LintEntry::kText, path.generic_string()}, DigestOf(text));
    return text;
  };
  const auto kind = [&](const fs::path& path) {
    const FileKind kind = inputs_.kind(path);
    answers_.Note({LintEntry::kKind, path.generic_string()}, DigestOf(kind));
    return kind;
  };
  return LoadTexts(std::move(texts_), root_, read, sources, kind, inputs_.limits, inputs_.progress,
                   inputs_.skipped);
}

LintResult LintRun::LintAnew(const Library& library) const {
  LintResult result;
  for (const File& file : library.files) {
    result.files.push_back({file.document.source, file.kind == Kind::kWorkspace});
  }
  result.findings = guidec::Lint(library, rules_, inputs_.today, inputs_.progress);
  return result;
}

LintResult LintRun::Lint(const Library& library) {
  if (!cache_.is_on()) return LintAnew(library);
  std::set<std::string> languages = {library.workspace.language};
  for (const Guide& guide : library.guides) languages.insert(guide.language);
  for (const std::string& language : languages) {
    answers_.Note({LintEntry::kDictionary, language}, inputs_.dictionary(language));
  }
  if (auto known = may_be_known_ ? Entry() : std::nullopt; known && known->answers == answers_.digests()) {
    Shift(known->result, first_);
    if (LiesIn(known->result, *library.sources)) return std::move(known->result);
  }
  LintResult result = LintAnew(library);
  if (!answers_.is_steady()) return result;
  LintEntry entry{answers_.digests(), {}, result};
  Shift(entry.result, std::size_t{0} - first_);
  for (std::size_t i = first_ + own_; i < library.sources->size(); ++i) {
    entry.extended.push_back((*library.sources)[static_cast<SourceId>(i)].path());
  }
  if (const auto bytes = WriteLintEntry(entry)) cache_.Put(key_, *bytes);
  return result;
}

LintResult LintTexts(std::vector<NamedText> texts, const fs::path& root, const LintInputs& inputs,
                     std::span<const Rule* const> rules, Sources& sources, const Cache& cache) {
  LintRun run(std::move(texts), root, inputs, rules, cache);
  if (auto known = run.Recall(sources)) return *std::move(known);
  const Library library = run.Load(sources);
  return run.Lint(library);
}

std::optional<std::string> WriteLintEntry(const LintEntry& entry) {
  Json answers = Json::array();
  for (const auto& [question, answer] : entry.answers) {
    answers.push_back({static_cast<int>(question.first), question.second, answer});
  }
  Json files = Json::array();
  for (const LintedFile& file : entry.result.files) {
    files.push_back({static_cast<std::uint32_t>(file.source), file.is_settings});
  }
  Json findings = Json::array();
  for (const Diagnostic& finding : entry.result.findings) findings.push_back(JsonOf(finding));
  try {
    return Json::array({std::move(answers), entry.extended, std::move(files), std::move(findings)}).dump();
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

std::optional<LintEntry> ReadLintEntry(std::string_view bytes, std::span<const Rule* const> rules) {
  std::map<std::string_view, const Rule*> by_code;
  for (const Rule* rule : rules) by_code[rule->code] = rule;
  try {
    const Json json = Json::parse(bytes);
    LintEntry entry;
    for (const Json& answer : json.at(0)) {
      const std::uint32_t question = NumberIn(answer.at(0));
      if (question > LintEntry::kDictionary) return std::nullopt;
      entry.answers[{static_cast<LintEntry::Question>(question), answer.at(1).get<std::string>()}] =
          answer.at(2).get<std::string>();
    }
    entry.extended = json.at(1).get<std::vector<std::string>>();
    for (const Json& file : json.at(2)) {
      entry.result.files.push_back(
          {static_cast<SourceId>(NumberIn(file.at(0))), file.at(1).get<bool>()});
    }
    for (const Json& item : json.at(3)) {
      auto finding = FindingIn(item, by_code);
      if (!finding) return std::nullopt;
      entry.result.findings.push_back(*std::move(finding));
    }
    return entry;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace guidec
