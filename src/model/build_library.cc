// Documents → Library. Reads what is there and has the right kind of value; the shape check has
// already reported the rest. Quantities are parsed here, because only here their text means one.
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <map>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "base/crash.h"
#include "base/parallel.h"
#include "model/figure.h"
#include "model/library.h"
#include "model/passage.h"
#include "model/placeholder.h"
#include "model/question.h"
#include "text/character.h"
#include "text/language_tag.h"
#include "text/nearest.h"
#include "text/phrase.h"
#include "text/words.h"

namespace guidec {
namespace {

std::string FolderOf(const std::filesystem::path& path) {
  return path.parent_path().filename().string();
}

// Reads one document. Each has a reader of its own, so that they can be read in parallel.
class DocumentReader {
 public:
  // `language` is the workspace's, for what does not say its own.
  DocumentReader(const Document& document, const Sources& sources, std::string_view language,
                 const Limits& limits, std::vector<Fault>& faults)
      : document_(document),
        path_(sources[document.source].path()),
        language_(language),
        limits_(limits),
        faults_(faults) {}

  void ReadSettings(Workspace& workspace);
  std::vector<Term> ReadGlossary();
  Exercise ReadExercise();
  Guide ReadGuide();
  Quiz ReadQuiz();
  std::vector<Reference> ReadReferences();

 private:
  static const Node* Scalar(const Node& node, std::string_view key) {
    const Node* found = node.Find(key);
    return found != nullptr && found->IsScalar() ? found : nullptr;
  }
  Prose ReadProse(const Node& scalar) { return ParseProse(scalar, limits_.prose_depth, faults_); }
  Prose ReadProse(const Node& node, std::string_view key) {
    const Node* found = Scalar(node, key);
    return found == nullptr ? Prose{} : ReadProse(*found);
  }
  static Prose ReadLine(const Node& node, std::string_view key) {
    const Node* found = Scalar(node, key);
    return found == nullptr ? Prose{} : PlainProse(*found);
  }
  static Id ReadId(const Node& node, std::string_view key) {
    const Node* found = Scalar(node, key);
    return found == nullptr ? Id{{}, Span{node.span.source, node.span.begin, node.span.begin}}
                            : Id{found->text, found->span};
  }
  static Id IdOf(const Node& scalar) { return {scalar.text, scalar.span}; }
  static std::vector<Id> ReadIds(const Node& node, std::string_view key) {
    std::vector<Id> ids;
    const Node* found = node.Find(key);
    if (found == nullptr) return ids;
    for (const Node& item : found->items) {
      if (item.IsScalar()) ids.push_back(IdOf(item));
    }
    // One id without its brackets is of the wrong type, and no missing one.
    if (found->IsScalar() && found->text.find_first_of(" ,") == std::string::npos && !found->text.empty()) {
      ids.push_back(IdOf(*found));
    }
    return ids;
  }
  // A list of texts, or one text alone.
  std::vector<Prose> ReadProses(const Node& node, std::string_view key) {
    std::vector<Prose> proses;
    const Node* found = node.Find(key);
    if (found == nullptr) return proses;
    if (found->IsScalar()) proses.push_back(ReadProse(*found));
    for (const Node& item : found->items) {
      if (item.IsScalar()) proses.push_back(ReadProse(item));
    }
    return proses;
  }
  static std::vector<Prose> ReadLines(const Node& node, std::string_view key) {
    std::vector<Prose> lines;
    if (const Node* found = node.Find(key)) {
      for (const Node& item : found->items) {
        if (item.IsScalar()) lines.push_back(PlainProse(item));
      }
    }
    return lines;
  }

  // `what` says what is wanted, with an example; `rule` reports what cannot be read.
  template <class Quantity>
  std::optional<Spanned<Quantity>> ReadQuantity(
      const Node& node, std::string_view key, std::string_view rule, std::string_view what,
      std::variant<Quantity, QuantityError> (*parse)(std::string_view)) {
    const Pair* pair = node.FindPair(key);
    if (pair == nullptr || pair->value.damaged) return std::nullopt;
    const Node& value = pair->value;
    if (!value.IsScalar()) {
      faults_.push_back({rule, pair->key.span, fmt::format("`{}` wants {}", key, what)});
      return std::nullopt;
    }
    std::variant<Quantity, QuantityError> parsed = parse(value.text);
    if (auto* quantity = std::get_if<Quantity>(&parsed)) return Spanned<Quantity>{*quantity, value.span};
    auto& error = std::get<QuantityError>(parsed);
    Fault fault{rule, value.SpanOf(error.begin, error.end), std::move(error.message)};
    if (error.replacement) {
      fault.fix = Fix{fmt::format("write `{}`", *error.replacement), {{value.span, *error.replacement}}};
    }
    faults_.push_back(std::move(fault));
    return std::nullopt;
  }
  std::optional<Spanned<Seconds>> ReadSeconds(const Node& node, std::string_view key) {
    return ReadQuantity(node, key, "duration-without-unit", "a duration, such as `30 s`", ParseSeconds);
  }
  // Where a range would leave open what to do or to count.
  std::optional<Spanned<Seconds>> ReadOneDuration(const Node& node, std::string_view key) {
    auto seconds = ReadSeconds(node, key);
    if (!seconds || seconds->value.min == seconds->value.max) return seconds;
    faults_.push_back({"duration-without-unit", seconds->span,
                       fmt::format("`{}` is one duration, such as `30 s`; only a hold may be a range", key)});
    return std::nullopt;
  }
  std::optional<Spanned<Count>> ReadCount(const Node& node, std::string_view key) {
    return ReadQuantity(node, key, "bad-count", "a count, such as `12` or `10-15`", ParseCount);
  }
  std::optional<Spanned<Tempo>> ReadTempo(const Node& node, std::string_view key) {
    return ReadQuantity(node, key, "bad-tempo", "a tempo, such as `3-1-3`", ParseTempo);
  }
  std::optional<Spanned<Hold>> ReadHold(const Node& dose);
  std::optional<Spanned<int>> ReadAmount(const Node& progression, std::string_view key, DoseField of);
  std::optional<Progression> ReadGrowth(const Pair& progression, const Dose& dose);
  Dose ReadDose(const Node& exercise);
  std::vector<Block> ReadBlocks(const Node& node, std::string_view key);
  ClaimBlock ReadClaim(const Node& node);
  std::optional<Block> ReadBlock(const Node& node);
  static std::optional<ProofForm> ReadProofForm(const Node& node);
  static std::optional<Proof> ReadProof(const Node& question);
  std::vector<Choice> ReadChoices(const Node& node, std::string_view key);
  void ReadAnswer(const Node& node, Question& question);
  Question ReadQuestion(const Node& node);

  const Document& document_;
  const std::filesystem::path path_;
  std::string_view language_;
  const Limits& limits_;
  std::vector<Fault>& faults_;
};

std::optional<Spanned<Hold>> DocumentReader::ReadHold(const Node& dose) {
  const Pair* pair = dose.FindPair("hold");
  if (pair == nullptr) return std::nullopt;
  if (!pair->value.IsMapping()) {
    const auto seconds = ReadSeconds(dose, "hold");
    if (!seconds) return std::nullopt;
    return Spanned<Hold>{seconds->value, seconds->span};
  }
  OpenHold open;
  open.until = ReadProse(pair->value, "until");
  open.start = ReadOneDuration(pair->value, "start");
  open.add = ReadOneDuration(pair->value, "add");
  open.each = ReadId(pair->value, "each").value;
  if (!open.until) return std::nullopt;
  return Spanned<Hold>{std::move(open), pair->value.span};
}

std::optional<Spanned<int>> DocumentReader::ReadAmount(const Node& progression, std::string_view key,
                                                       DoseField of) {
  if (of == DoseField::kHold) {
    const auto seconds = ReadOneDuration(progression, key);
    return seconds ? std::optional(Spanned<int>{seconds->value.min, seconds->span}) : std::nullopt;
  }
  const auto count = ReadCount(progression, key);
  if (!count) return std::nullopt;
  if (count->value.min != count->value.max) {
    faults_.push_back(
        {"bad-count", count->span, fmt::format("`{}` of a progression is one count, such as `12`", key)});
    return std::nullopt;
  }
  return Spanned<int>{count->value.min, count->span};
}

// What a progression is about: what it says, or else the one field of the dose that its amounts fit.
DoseField FieldOfGrowth(const Node& progression, const Dose& dose) {
  if (const Node* of = progression.Find("of")) {
    for (const DoseField field : {DoseField::kHold, DoseField::kReps, DoseField::kSets}) {
      if (of->text == FieldName(field)) return field;
    }
  }
  const Node* by = progression.Find("by");
  const bool is_duration = by != nullptr && std::holds_alternative<Seconds>(ParseSeconds(by->text));
  if (is_duration || (dose.hold && !dose.reps && !dose.sets)) return DoseField::kHold;
  return dose.sets && !dose.reps ? DoseField::kSets : DoseField::kReps;
}

std::optional<Progression> DocumentReader::ReadGrowth(const Pair& progression, const Dose& dose) {
  const Node& node = progression.value;
  const DoseField of = FieldOfGrowth(node, dose);
  const auto from = ReadAmount(node, "from", of);
  const auto to = ReadAmount(node, "to", of);
  const auto by = ReadAmount(node, "by", of);
  const Node* every = Scalar(node, "every");
  const auto interval = every == nullptr ? std::nullopt : ParseInterval(every->text);
  const bool is_whole = to && by && interval && (from || node.Find("from") == nullptr);
  if (!is_whole) return std::nullopt;
  return Progression{progression.key.span, of, from, *to, *by, {*interval, every->span}};
}

Dose DocumentReader::ReadDose(const Node& exercise) {
  Dose dose;
  dose.language = language_;
  const Pair* pair = exercise.FindPair("dose");
  if (pair == nullptr) return dose;
  const Node& node = pair->value;
  dose.span = pair->key.span;
  dose.hold = ReadHold(node);
  dose.reps = ReadCount(node, "reps");
  dose.sets = ReadCount(node, "sets");
  dose.rest = ReadOneDuration(node, "rest");
  dose.tempo = ReadTempo(node, "tempo");
  dose.frequency = ReadProse(node, "frequency");
  dose.intensity = ReadProse(node, "intensity");
  dose.progression = ReadProse(node, "progression");
  const Pair* progression = node.FindPair("progression");
  if (progression != nullptr && progression->value.IsMapping()) dose.growth = ReadGrowth(*progression, dose);
  return dose;
}

ClaimBlock DocumentReader::ReadClaim(const Node& node) {
  ClaimBlock claim;
  claim.id = ReadId(node, "claim");
  claim.text = ReadProse(node, "text");
  const Pair* truth = node.FindPair("truth");
  if (truth == nullptr) return claim;
  // What YAML 1.1 takes for a truth value is meant as one; a rule of its own asks for another word.
  const std::string word = LowerCase(truth->value.text);
  if (IsOneOf(word, "false|no|off")) {
    claim.truth = false;
  } else if (!IsOneOf(word, "true|yes|on")) {
    claim.unreadable_truth = truth->value.span.size() == 0 ? truth->key.span : truth->value.span;
  }
  return claim;
}

std::optional<Block> DocumentReader::ReadBlock(const Node& node) {
  Block block;
  block.span = node.pairs.empty() ? node.span : node.pairs.front().key.span;
  block.cites = ReadIds(node, "cites");
  const auto entries = [&](std::string_view key) -> const std::vector<Pair>& {
    static const std::vector<Pair> kNone;
    const Node* found = node.Find(key);
    return found == nullptr ? kNone : found->pairs;
  };
  if (node.Find("list") != nullptr) {
    ListBlock list{ReadId(node, "list"), ReadLine(node, "title"), {}};
    for (const Pair& pair : entries("items")) {
      const Node& value = pair.value;
      if (value.IsScalar()) list.items.push_back({IdOf(pair.key), ReadProse(value), {}});
      if (value.IsMapping()) {
        list.items.push_back({IdOf(pair.key), ReadProse(value, "text"), ReadIds(value, "tags")});
      }
    }
    block.content = std::move(list);
  } else if (node.Find("protocol") != nullptr) {
    ProtocolBlock protocol{ReadId(node, "protocol"), ReadLine(node, "title"), {}};
    for (const Pair& pair : entries("steps")) {
      const Node& value = pair.value;
      if (value.IsScalar()) protocol.steps.push_back({IdOf(pair.key), {}, ReadProse(value)});
      if (value.IsMapping()) {
        protocol.steps.push_back({IdOf(pair.key), ReadLine(value, "title"), ReadProse(value, "text")});
      }
    }
    block.content = std::move(protocol);
  } else if (node.Find("exercises") != nullptr) {
    block.content = ExercisesBlock{ReadIds(node, "exercises")};
  } else if (node.Find("claim") != nullptr) {
    block.content = ReadClaim(node);
  } else if (node.Find("advice") != nullptr) {
    block.content = AdviceBlock{ReadId(node, "advice"), ReadLine(node, "title"), ReadProse(node, "why"),
                                ReadProses(node, "how")};
  } else if (node.Find("callout") != nullptr) {
    block.content =
        CalloutBlock{ReadId(node, "callout").value, ReadLine(node, "title"), ReadProse(node, "text")};
  } else if (node.Find("text") != nullptr) {
    block.content = TextBlock{ReadProse(node, "text")};
  } else {
    return std::nullopt;
  }
  return block;
}

std::vector<Block> DocumentReader::ReadBlocks(const Node& node, std::string_view key) {
  std::vector<Block> blocks;
  if (const Node* found = node.Find(key)) {
    for (const Node& item : found->items) {
      if (auto block = ReadBlock(item)) blocks.push_back(*std::move(block));
    }
  }
  return blocks;
}

void AddRuleSettings(const Node& parent, const std::vector<Id>& files, std::vector<RuleSetting>& settings) {
  const Node* rules = parent.Find("rules");
  if (rules == nullptr) return;
  const int block = settings.empty() ? 0 : settings.back().block + 1;
  for (const Pair& pair : rules->pairs) {
    settings.push_back({{pair.key.text, pair.key.span}, pair.value.text, files, block});
  }
}

void DocumentReader::ReadSettings(Workspace& workspace) {
  const Node& root = document_.root;
  workspace.document = &document_;
  workspace.span = root.pairs.empty() ? root.span : root.pairs.front().key.span;
  if (const Node* name = Scalar(root, "name")) workspace.name = name->text;
  // What is no tag was reported, and stands in attributes of outputs.
  const Node* language = Scalar(root, "language");
  if (language != nullptr && IsLanguageTag(language->text)) workspace.language = language->text;
  if (const Node* outputs = root.Find("outputs")) {
    if (const Node* paper = Scalar(*outputs, "paper")) workspace.paper = paper->text;
    const auto read_number = [&](std::string_view key, int& number) {
      const Node* value = Scalar(*outputs, key);
      if (value == nullptr) return;
      std::from_chars(value->text.data(), value->text.data() + value->text.size(), number);
    };
    read_number("quiz-versions", workspace.quiz_versions);
    read_number("quiz-seed", workspace.quiz_seed);
    if (const Node* large = Scalar(*outputs, "large-print")) workspace.large_print = large->text == "true";
    std::vector<std::string> formats;
    for (const Id& format : ReadIds(*outputs, "to")) formats.push_back(format.value);
    if (!formats.empty()) workspace.formats = std::move(formats);
    std::vector<Edition> editions;
    for (const Id& name : ReadIds(*outputs, "editions")) {
      if (const auto edition = EditionNamed(name.value)) editions.push_back(*edition);
    }
    if (!editions.empty()) workspace.editions = std::move(editions);
    const Node* answers = Scalar(*outputs, "answers");
    if (answers != nullptr && answers->text == "chapter") workspace.answers = AnswerPlace::kChapter;
  }
  if (const Node* theme = root.Find("theme")) {
    ReadTheme(*theme, path_.parent_path(), workspace.theme);
  }
  if (const Node* timing = root.Find("timing"); timing != nullptr && timing->IsMapping()) {
    const auto seconds = [&](std::string_view key) {
      const Node* value = Scalar(*timing, key);
      if (value != nullptr && value->text == "0 s") return Seconds{};
      const auto read = ReadOneDuration(*timing, key);
      return read ? read->value : Seconds{};
    };
    workspace.timing = Timing{seconds("get-ready"), seconds("change-sides"), seconds("between-exercises"),
                              seconds("repetition"), seconds("open-hold")};
  }
  AddRuleSettings(root, {}, workspace.rule_settings);
  if (const Node* paths = root.Find("paths")) {
    for (const Node& item : paths->items) {
      // Without files it would hold for all, which is not what was meant.
      const std::vector<Id> files = ReadIds(item, "files");
      if (!files.empty()) AddRuleSettings(item, files, workspace.rule_settings);
    }
  }
  if (const Node* thresholds = root.Find("thresholds")) {
    for (const Pair& pair : thresholds->pairs) {
      const std::string& text = pair.value.text;
      double value = 0;
      const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
      if (result.ec == std::errc()) workspace.thresholds[pair.key.text] = {value, pair.key.span};
    }
  }
  for (const Id& expression : ReadIds(root, "accept")) {
    if (auto pattern = Pattern::Compile(expression.value)) {
      workspace.accept.push_back({*std::move(pattern), expression.span});
    } else {
      faults_.push_back(
          {"bad-pattern", expression.span,
           fmt::format("`{}` is no regular expression: {}", expression.value, pattern.error().message)});
    }
  }
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

std::vector<Term> DocumentReader::ReadGlossary() {
  std::vector<Term> terms;
  const Node* entries = document_.root.Find("terms");
  if (entries == nullptr) return terms;
  for (const Pair& pair : entries->pairs) {
    terms.push_back({IdOf(pair.key), ReadLine(pair.value, "term"), ReadProse(pair.value, "meaning"),
                     ReadIds(pair.value, "avoid"), ReadIds(pair.value, "cites")});
  }
  return terms;
}

Exercise DocumentReader::ReadExercise() {
  const Node& root = document_.root;
  Exercise exercise;
  exercise.document = &document_;
  exercise.id = ReadId(root, "id");
  if (exercise.id.value.empty()) {
    // The file's name is the id: what refers to the exercise must not fail too.
    exercise.id.value = WithoutForbidden(path_.stem().string());
  }
  exercise.name = ReadLine(root, "name");
  exercise.kind = ReadId(root, "kind");
  exercise.purpose = ReadProse(root, "purpose");
  exercise.targets = ReadIds(root, "targets");
  exercise.equipment = ReadIds(root, "equipment");
  exercise.start_position = ReadLine(root, "start-position");
  if (const Node* sides = Scalar(root, "sides")) {
    if (sides->text == "each") exercise.sides = {Sides::kEach, sides->span};
    if (sides->text == "together") exercise.sides = {Sides::kTogether, sides->span};
  }
  exercise.dose = ReadDose(root);
  exercise.steps = ReadProses(root, "steps");
  exercise.stop_if = ReadProses(root, "stop-if");
  exercise.cautions = ReadProses(root, "cautions");
  if (const Node* pictures = root.Find("pictures")) {
    for (const Node& item : pictures->items) {
      exercise.pictures.push_back({item.pairs.empty() ? item.span : item.pairs.front().key.span,
                                   ReadId(item, "file"), ReadLine(item, "alt"), ReadLine(item, "caption")});
    }
  }
  for (Picture& figure : ReadFigures(root, exercise, faults_)) {
    exercise.pictures.push_back(std::move(figure));
  }
  exercise.cites = ReadIds(root, "cites");
  return exercise;
}

Guide DocumentReader::ReadGuide() {
  const Node& root = document_.root;
  Guide guide;
  guide.document = &document_;
  guide.folder = FolderOf(path_);
  guide.id = ReadId(root, "id");
  if (guide.id.value.empty()) guide.id.value = guide.folder;
  guide.title = ReadLine(root, "title");
  guide.subtitle = ReadLine(root, "subtitle");
  const Node* language = Scalar(root, "language");
  const bool has_language = language != nullptr && IsLanguageTag(language->text);
  guide.language = has_language ? language->text : std::string(language_);
  guide.version = ReadId(root, "version");
  guide.audience = ReadProse(root, "audience");
  guide.authors = ReadLines(root, "authors");
  guide.licence = ReadId(root, "licence");
  guide.reviewed = ReadId(root, "reviewed");
  guide.review_every = ReadId(root, "review-every");
  guide.main_message = ReadProse(root, "main-message");
  guide.seek_help_if = ReadProses(root, "seek-help-if");
  guide.disclaimer = ReadProse(root, "disclaimer");
  guide.introduction = ReadBlocks(root, "introduction");
  if (const Node* sections = root.Find("sections")) {
    for (const Node& section : sections->items) {
      guide.sections.push_back(
          {ReadId(section, "id"), ReadLine(section, "title"), ReadBlocks(section, "body")});
    }
  }
  if (const Pair* pair = root.FindPair("routine"); pair != nullptr && pair->value.IsMapping()) {
    guide.routine = Routine{pair->key.span, ReadLine(pair->value, "title"), ReadProse(pair->value, "text"),
                            ReadIds(pair->value, "exercises"), ReadOneDuration(pair->value, "total")};
  }
  return guide;
}

// The last words of a field's path: a field of the dose needs no `dose.` to be known.
std::string FieldOf(std::string_view path) {
  constexpr std::string_view kDose = "dose.";
  return std::string(path.starts_with(kDose) ? path.substr(kDose.size()) : path);
}

std::optional<ProofForm> DocumentReader::ReadProofForm(const Node& node) {
  if (node.Find("tagged") != nullptr) return TaggedProof{ReadId(node, "tagged"), ReadId(node, "in")};
  if (node.Find("not-in") != nullptr) return InProof{ReadId(node, "not-in"), true};
  if (const Node* step = Scalar(node, "step")) {
    int number = 0;
    if (step->text == "first") number = 1;
    if (step->text == "last") number = -1;
    if (number == 0) std::from_chars(step->text.data(), step->text.data() + step->text.size(), number);
    if (number == 0) return std::nullopt;
    return StepProof{{number, step->span}, ReadId(node, "of")};
  }
  for (const std::string_view key : {"after", "before", "later-than", "earlier-than"}) {
    if (node.Find(key) == nullptr) continue;
    return NeighbourProof{ReadId(node, key), key == "after" || key == "later-than", ReadId(node, "of"),
                          key.ends_with("than")};
  }
  if (node.Find("claim") != nullptr) return ClaimProof{ReadId(node, "claim")};
  for (const std::string_view key : {"value", "within"}) {
    const Node* value = Scalar(node, key);
    if (value == nullptr) continue;
    const std::size_t dot = value->text.find('.');
    if (dot == std::string::npos) return std::nullopt;
    return ValueProof{{value->text.substr(0, dot), value->SpanOf(0, dot)},
                      FieldOf(value->text.substr(dot + 1)),
                      key == "within"};
  }
  if (node.Find("field") != nullptr) {
    Id field = ReadId(node, "field");
    field.value = FieldOf(field.value);
    return FieldProof{std::move(field), ReadId(node, "is")};
  }
  if (node.Find("count") != nullptr) return CountProof{ReadId(node, "count")};
  if (node.Find("in-order-of") != nullptr) return OrderProof{ReadId(node, "in-order-of")};
  for (const std::string_view key : {"least-first", "most-first"}) {
    if (node.Find(key) == nullptr) continue;
    Id field = ReadId(node, key);
    field.value = FieldOf(field.value);
    return RankProof{std::move(field), key == "most-first"};
  }
  if (node.Find("in") != nullptr) return InProof{ReadId(node, "in"), false};
  return std::nullopt;
}

std::optional<Proof> DocumentReader::ReadProof(const Node& question) {
  const Pair* pair = question.FindPair("proof");
  if (pair == nullptr || !pair->value.IsMapping()) return std::nullopt;
  const Node* negated = pair->value.Find("not");
  const Node& node = negated == nullptr ? pair->value : *negated;
  if (!node.IsMapping()) return std::nullopt;
  auto form = ReadProofForm(node);
  if (!form) return std::nullopt;
  const auto optional_id = [&](std::string_view key) {
    const Node* found = Scalar(node, key);
    return found == nullptr ? std::nullopt : std::optional(IdOf(*found));
  };
  return Proof{.span = pair->key.span,
               .form = *std::move(form),
               .negated = negated != nullptr,
               .subject = optional_id("for"),
               .all = optional_id("all"),
               .none = optional_id("none")};
}

std::vector<Choice> DocumentReader::ReadChoices(const Node& node, std::string_view key) {
  std::vector<Choice> choices;
  const Node* found = node.Find(key);
  if (found == nullptr) return choices;
  for (const Pair& pair : found->pairs) {
    if (pair.value.IsScalar()) choices.push_back({IdOf(pair.key), PlainProseWithPlaceholders(pair.value)});
  }
  return choices;
}

void DocumentReader::ReadAnswer(const Node& node, Question& question) {
  switch (question.kind) {
    case QuestionKind::kMultipleChoice:
    case QuestionKind::kOrdering:
      if (const Node* answer = node.Find("answer"); answer != nullptr && answer->IsSequence())
        question.answers = ReadIds(node, "answer");
      return;
    case QuestionKind::kMatching:
      if (const Node* answer = node.Find("answer")) {
        for (const Pair& pair : answer->pairs) {
          if (pair.value.IsScalar()) question.pairs.emplace_back(IdOf(pair.key), IdOf(pair.value));
        }
      }
      return;
    default:
      if (const Node* answer = Scalar(node, "answer")) question.answer = IdOf(*answer);
  }
}

Question DocumentReader::ReadQuestion(const Node& node) {
  Question question;
  question.node = &node;
  question.span = node.pairs.empty() ? node.span : node.pairs.front().key.span;
  question.id = ReadId(node, "id");
  for (const QuestionForm& form : kQuestionForms) {
    if (node.Find(form.key) == nullptr) continue;
    question.kind = form.kind;
    question.stem = ReadProse(node, form.key);
    break;
  }
  question.choices = ReadChoices(node, "choices");
  question.matches = ReadChoices(node, "with");
  ReadAnswer(node, question);
  question.why = ReadProse(node, "why");
  question.proof = ReadProof(node);
  return question;
}

Quiz DocumentReader::ReadQuiz() {
  const Node& root = document_.root;
  Quiz quiz{&document_, ReadId(root, "id"), ReadLine(root, "title"), ReadProse(root, "text"), {}};
  if (const Node* questions = root.Find("questions")) {
    for (const Node& question : questions->items) {
      if (question.IsMapping()) quiz.questions.push_back(ReadQuestion(question));
    }
  }
  return quiz;
}

std::vector<Reference> DocumentReader::ReadReferences() {
  std::vector<Reference> references;
  const Node* items = document_.root.Find("references");
  if (items == nullptr) return references;
  for (const Node& item : items->items) {
    if (item.IsMapping()) references.push_back({ReadId(item, "id"), &item});
  }
  return references;
}

// What one file brings to the library.
struct FilePart {
  std::vector<Fault> shape;
  std::vector<Fault> faults;
  std::vector<Term> terms;
  std::optional<Exercise> exercise;
  std::optional<Guide> guide;
  std::optional<Quiz> quiz;
  std::vector<Reference> references;
};

FilePart ReadFile(const File& file, const Sources& sources, const std::string& language,
                  const Limits& limits) {
  const WorkingOn working_on("reading", sources[file.document.source].path());
  FilePart part;
  part.shape = CheckShape(file.document, file.kind);
  DocumentReader reader(file.document, sources, language, limits, part.faults);
  switch (file.kind) {
    case Kind::kWorkspace:
      break;  // read before the others
    case Kind::kGlossary:
      part.terms = reader.ReadGlossary();
      break;
    case Kind::kExercise:
      part.exercise = reader.ReadExercise();
      break;
    case Kind::kGuide:
      part.guide = reader.ReadGuide();
      break;
    case Kind::kQuiz:
      part.quiz = reader.ReadQuiz();
      break;
    case Kind::kReferences:
      part.references = reader.ReadReferences();
      break;
  }
  return part;
}

void PutTogether(std::vector<FilePart> parts, const Sources& sources, Library& library) {
  std::map<std::string, std::size_t> guides;  // by folder
  // Quizzes and references look for their guide.
  for (const Kind kind : {Kind::kGlossary, Kind::kExercise, Kind::kGuide, Kind::kQuiz, Kind::kReferences}) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const File& file = library.files[i];
      if (file.kind != kind) continue;
      FilePart& part = parts[i];
      std::ranges::move(part.faults, std::back_inserter(library.faults));
      std::ranges::move(part.terms, std::back_inserter(library.terms));
      if (part.exercise) library.exercises.push_back(*std::move(part.exercise));
      if (part.guide) {
        guides.try_emplace(part.guide->folder, library.guides.size());
        library.guides.push_back(*std::move(part.guide));
      }
      if (kind != Kind::kQuiz && kind != Kind::kReferences) continue;
      const auto guide = guides.find(FolderOf(sources[file.document.source].path()));
      if (guide == guides.end()) continue;
      Guide& beside = library.guides[guide->second];
      if (part.quiz) {
        beside.quiz = *std::move(part.quiz);
      } else {
        beside.references_document = &file.document;
        std::ranges::move(part.references, std::back_inserter(beside.references));
      }
    }
  }
}

}  // namespace

Library BuildLibrary(const Sources& sources, std::vector<File> files, const std::filesystem::path& root,
                     std::string_view dictionary, const Limits& limits) {
  Library library;
  library.limits = limits;
  library.sources = &sources;
  library.files = std::move(files);
  library.workspace.root = root;
  std::vector<Fault> faults_of_settings;
  for (const File& file : library.files) {
    if (file.kind != Kind::kWorkspace) continue;
    DocumentReader(file.document, sources, "", limits, faults_of_settings).ReadSettings(library.workspace);
  }
  library.workspace.dictionary = WordsOf(dictionary);
  std::vector<FilePart> parts(library.files.size());
  ParallelFor(parts.size(), [&](std::size_t i) {
    parts[i] = ReadFile(library.files[i], sources, library.workspace.language, limits);
  });
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::vector<Fault>& faults = library.files[i].document.faults;
    library.faults.insert(library.faults.end(), faults.begin(), faults.end());
    std::ranges::move(parts[i].shape, std::back_inserter(library.faults));
  }
  std::ranges::move(faults_of_settings, std::back_inserter(library.faults));
  PutTogether(std::move(parts), sources, library);
  const auto id = [](const auto& part) { return part.id.value; };
  std::ranges::stable_sort(library.exercises, {}, id);
  std::ranges::stable_sort(library.guides, {}, id);
  CollectProse(library);
  FillPlaceholders(library);
  ReadAllProse(library);
  return library;
}

}  // namespace guidec
