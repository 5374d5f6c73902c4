#include "lint/cached_lint.h"

#include <algorithm>
#include <mutex>
#include <set>

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "lint/runner.h"

namespace guidec {
namespace {

using Json = nlohmann::json;

std::string DigestOf(const Result<std::string>& text) {
  // Findings repeat why a file cannot be read.
  return text ? Sha256(*text) : fmt::format("{}; {}", text.error().message, text.error().hint);
}

std::string DigestOf(FileKind kind) {
  return fmt::format("{}", static_cast<int>(kind));
}

std::string KeyOf(const std::vector<NamedText>& texts, const fs::path& root, const std::string& today,
                  const Cache& cache) {
  std::vector<std::string> parts(texts.size());
  tbb::parallel_for(std::size_t{0}, texts.size(),
                    [&](std::size_t i) { parts[i] = Sha256(texts[i].text) + texts[i].path; });
  parts.insert(parts.end(), {"lint", today, root.generic_string()});
  return cache.KeyOf(parts);
}

// Asks, and notes what was answered.
class Recorder {
 public:
  explicit Recorder(const LintInputs& inputs) : inputs_(inputs) {}

  Result<std::string> Read(const fs::path& path) {
    auto text = inputs_.read(path);
    Note(LintEntry::kText, path.generic_string(), DigestOf(text));
    return text;
  }
  FileKind KindOf(const fs::path& path) {
    const FileKind kind = inputs_.kind(path);
    Note(LintEntry::kKind, path.generic_string(), DigestOf(kind));
    return kind;
  }
  void AskForDictionaries(const Library& library) {
    std::set<std::string> languages = {library.workspace.language};
    for (const Guide& guide : library.guides) languages.insert(guide.language);
    for (const std::string& language : languages) {
      Note(LintEntry::kDictionary, language, inputs_.dictionary(language));
    }
  }

  // False when something changed while it was looked at.
  bool is_steady() const { return is_steady_; }
  auto TakeAnswers() { return std::move(answers_); }

 private:
  void Note(LintEntry::Question question, std::string asked, std::string answer) {
    const std::scoped_lock guard(mutex_);
    const auto [known, is_new] = answers_.try_emplace({question, std::move(asked)}, answer);
    is_steady_ = is_steady_ && (is_new || known->second == answer);
  }

  const LintInputs& inputs_;
  std::mutex mutex_;
  std::map<std::pair<LintEntry::Question, std::string>, std::string> answers_;
  bool is_steady_ = true;
};

// The texts of what the settings extend, if everything is answered as it was then.
std::optional<std::vector<NamedText>> AskAgain(const LintEntry& entry, const LintInputs& inputs) {
  std::map<std::string, std::string> texts;
  for (const auto& [question, answer] : entry.answers) {
    const auto& [kind, asked] = question;
    if (kind == LintEntry::kText) {
      auto text = inputs.read(asked);
      if (DigestOf(text) != answer) return std::nullopt;
      if (text) texts[asked] = *std::move(text);
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
  for (Diagnostic& finding : linted.findings) {
    visit(finding.span);
    for (Label& label : finding.labels) visit(label.span);
    if (!finding.fix) continue;
    for (Edit& edit : finding.fix->edits) visit(edit.span);
  }
}

SourceId Plus(SourceId source, std::size_t shift) {
  return static_cast<SourceId>(static_cast<std::size_t>(source) + shift);
}

bool LiesIn(LintResult& linted, const std::vector<NamedText>& texts) {
  const auto is_there = [&](SourceId source) { return static_cast<std::size_t>(source) < texts.size(); };
  bool lies_in = std::ranges::all_of(linted.files, is_there, &LintedFile::source);
  ForEachSpan(linted, [&](const Span& span) {
    lies_in = lies_in && is_there(span.source) && span.begin <= span.end &&
              span.end <= texts[static_cast<std::size_t>(span.source)].text.size();
  });
  return lies_in;
}

// Between ids that count from the first text, and those of `sources`.
void Shift(LintResult& linted, std::size_t shift) {
  for (LintedFile& file : linted.files) file.source = Plus(file.source, shift);
  ForEachSpan(linted, [&](Span& span) { span.source = Plus(span.source, shift); });
}

void AddAll(std::vector<NamedText> texts, Sources& sources) {
  for (NamedText& text : texts) sources.Add(std::move(text.path), std::move(text.text));
}

// Takes the texts only when it finds an entry.
std::optional<LintResult> Find(std::vector<NamedText>& texts, const std::string& key,
                               const LintInputs& inputs, std::span<const Rule* const> rules, Sources& sources,
                               const Cache& cache) {
  const auto bytes = cache.Get(key);
  auto entry = bytes ? ReadLintEntry(*bytes, rules) : std::nullopt;
  if (!entry) return std::nullopt;
  auto extended = AskAgain(*entry, inputs);
  if (!extended) return std::nullopt;
  const std::size_t own = texts.size();
  std::ranges::move(*extended, std::back_inserter(texts));
  if (!LiesIn(entry->linted, texts)) {
    texts.resize(own);
    return std::nullopt;
  }
  Shift(entry->linted, sources.size());
  AddAll(std::move(texts), sources);
  return std::move(entry->linted);
}

Json JsonOf(const Span& span) {
  return Json::array({static_cast<std::uint32_t>(span.source), span.begin, span.end});
}

Span SpanIn(const Json& json) {
  return {static_cast<SourceId>(json.at(0).get<std::uint32_t>()), json.at(1).get<std::uint32_t>(),
          json.at(2).get<std::uint32_t>()};
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
  const int severity = json.at(1).get<int>();
  if (rule == rules.end() || severity < 0 || severity > static_cast<int>(Severity::kError)) {
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

LintResult LintTexts(std::vector<NamedText> texts, const fs::path& root, const LintInputs& inputs,
                     std::span<const Rule* const> rules, Sources& sources, const Cache& cache) {
  const std::string key = cache.is_on() ? KeyOf(texts, root, inputs.today, cache) : "";
  if (cache.is_on()) {
    if (auto linted = Find(texts, key, inputs, rules, sources, cache)) return *std::move(linted);
  }
  const std::size_t first = sources.size();
  const std::size_t own = texts.size();
  Recorder recorder(inputs);
  const Library library = LoadTexts(
      std::move(texts), root, [&](const fs::path& path) { return recorder.Read(path); }, sources,
      [&](const fs::path& path) { return recorder.KindOf(path); });
  if (cache.is_on()) recorder.AskForDictionaries(library);
  LintResult linted;
  for (const File& file : library.files) {
    linted.files.push_back({file.document.source, file.kind == Kind::kWorkspace});
  }
  linted.findings = Lint(library, rules, inputs.today);
  if (!cache.is_on() || !recorder.is_steady()) return linted;
  LintEntry entry{recorder.TakeAnswers(), {}, linted};
  Shift(entry.linted, std::size_t{0} - first);
  for (std::size_t i = first + own; i < sources.size(); ++i) {
    entry.extended.push_back(sources[static_cast<SourceId>(i)].path());
  }
  if (const auto bytes = WriteLintEntry(entry)) cache.Put(key, *bytes);
  return linted;
}

std::optional<std::string> WriteLintEntry(const LintEntry& entry) {
  Json answers = Json::array();
  for (const auto& [question, answer] : entry.answers) {
    answers.push_back({static_cast<int>(question.first), question.second, answer});
  }
  Json files = Json::array();
  for (const LintedFile& file : entry.linted.files) {
    files.push_back({static_cast<std::uint32_t>(file.source), file.is_settings});
  }
  Json findings = Json::array();
  for (const Diagnostic& finding : entry.linted.findings) findings.push_back(JsonOf(finding));
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
      const int question = answer.at(0).get<int>();
      if (question < LintEntry::kText || question > LintEntry::kDictionary) return std::nullopt;
      entry.answers[{static_cast<LintEntry::Question>(question), answer.at(1).get<std::string>()}] =
          answer.at(2).get<std::string>();
    }
    entry.extended = json.at(1).get<std::vector<std::string>>();
    for (const Json& file : json.at(2)) {
      entry.linted.files.push_back(
          {static_cast<SourceId>(file.at(0).get<std::uint32_t>()), file.at(1).get<bool>()});
    }
    for (const Json& item : json.at(3)) {
      auto finding = FindingIn(item, by_code);
      if (!finding) return std::nullopt;
      entry.linted.findings.push_back(*std::move(finding));
    }
    return entry;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace guidec
