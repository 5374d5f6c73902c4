#include "diag/rule_ids.h"
#include "model/read/readers.h"

#include <charconv>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "text/language_tag.h"

namespace guidec {
namespace {

void AddRuleSettings(const Node& parent, const std::vector<Id>& files, std::vector<RuleSetting>& settings) {
  const Node* rules = parent.Find("rules");
  if (rules == nullptr) return;
  const int block = settings.empty() ? 0 : settings.back().block + 1;
  for (const Pair& pair : rules->pairs) {
    settings.push_back({{pair.key.text, pair.key.span}, pair.value.text, files, block});
  }
}

void ReadNumber(const Node& node, std::string_view key, int& number) {
  const Node* value = Scalar(node, key);
  if (value == nullptr) return;
  std::from_chars(value->text.data(), value->text.data() + value->text.size(), number);
}

void ReadOutputs(const Node& outputs, Workspace& workspace) {
  for (auto& [key, value] : workspace.print) {
    if (const Node* set = Scalar(outputs, key)) value = set->text;
  }
  ReadNumber(outputs, "quiz-versions", workspace.quiz_versions);
  ReadNumber(outputs, "quiz-seed", workspace.quiz_seed);
  std::vector<std::string> formats;
  for (const Id& format : ReadIds(outputs, "to")) formats.push_back(format.value);
  if (!formats.empty()) workspace.formats = std::move(formats);
  std::vector<Edition> editions;
  for (const Id& name : ReadIds(outputs, "editions")) {
    if (const auto edition = EditionNamed(name.value)) editions.push_back(*edition);
  }
  if (!editions.empty()) workspace.editions = std::move(editions);
  const Node* answers = Scalar(outputs, "answers");
  if (answers != nullptr && answers->text == "chapter") workspace.answers = AnswerPlace::kChapter;
}

Timing ReadTiming(ReadContext& in, const Node& timing) {
  const auto seconds = [&](std::string_view key) {
    const Node* value = Scalar(timing, key);
    if (value != nullptr && value->text == "0 s") return Seconds{};
    const auto read = ReadOneDuration(in, timing, key);
    return read ? read->value : Seconds{};
  };
  return {seconds("get-ready"), seconds("change-sides"), seconds("between-exercises"), seconds("repetition"),
          seconds("open-hold")};
}

void ReadThresholds(const Node& thresholds, Workspace& workspace) {
  for (const Pair& pair : thresholds.pairs) {
    const std::string& text = pair.value.text;
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec == std::errc()) workspace.thresholds[pair.key.text] = {value, pair.key.span};
  }
}

void ReadAccepted(ReadContext& in, Workspace& workspace) {
  for (const Id& expression : ReadIds(in.document.root, "accept")) {
    if (auto pattern = Pattern::Compile(expression.value)) {
      workspace.accept.push_back({*std::move(pattern), expression.span});
    } else {
      in.faults.push_back(
          {rule_ids::kBadPattern, expression.span,
           fmt::format("`{}` is no regular expression: {}", expression.value, pattern.error().message)});
    }
  }
}

}  // namespace

void ReadSettings(ReadContext& in, Workspace& workspace) {
  const Node& root = in.document.root;
  workspace.document = &in.document;
  workspace.span = root.pairs.empty() ? root.span : root.pairs.front().key.span;
  if (const Node* name = Scalar(root, "name")) workspace.name = name->text;
  // What is no tag was reported, and stands in attributes of outputs.
  const Node* language = Scalar(root, "language");
  if (language != nullptr && IsLanguageTag(language->text)) workspace.language = language->text;
  if (const Node* outputs = root.Find("outputs")) ReadOutputs(*outputs, workspace);
  if (const Node* theme = root.Find("theme")) ReadTheme(*theme, in.path.parent_path(), workspace.theme);
  const Node* timing = root.Find("timing");
  if (timing != nullptr && timing->IsMapping()) workspace.timing = ReadTiming(in, *timing);
  AddRuleSettings(root, {}, workspace.rule_settings);
  if (const Node* paths = root.Find("paths")) {
    for (const Node& item : paths->items) {
      // Without files it would hold for all, which is not what was meant.
      const std::vector<Id> files = ReadIds(item, "files");
      if (!files.empty()) AddRuleSettings(item, files, workspace.rule_settings);
    }
  }
  if (const Node* thresholds = root.Find("thresholds")) ReadThresholds(*thresholds, workspace);
  ReadAccepted(in, workspace);
}

std::vector<std::string> WordsOf(std::string_view dictionary) {
  std::vector<std::string> words;
  std::istringstream lines{std::string(dictionary)};
  for (std::string word; std::getline(lines, word);) {
    while (!word.empty() && (word.back() == '\r' || word.back() == ' ')) word.pop_back();
    if (!word.empty() && !word.starts_with('#')) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace guidec
