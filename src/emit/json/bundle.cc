#include "emit/json/bundle.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "emit/json/csl.h"
#include "emit/json/figure.h"
#include "emit/json/timeline.h"
#include "emit/view/phrases.h"
#include "emit/view/references.h"
#include "model/dose/frequency.h"
#include "model/dose/plan.h"
#include "model/dose/timeline.h"
#include "model/picture/figure.h"
#include "model/picture/pictures.h"
#include "model/prose/link.h"
#include "model/quiz/proof.h"
#include "model/quiz/question.h"
#include "model/quiz/quiz_version.h"
#include "text/address.h"
#include "text/language.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr char kSource[] = "guidec-source";

std::string MdastName(MarkdownType type) {
  switch (type) {
    case MarkdownType::kRoot:
      return "root";
    case MarkdownType::kParagraph:
      return "paragraph";
    case MarkdownType::kText:
    case MarkdownType::kPlaceholder:
    case MarkdownType::kHtml:
      return "text";
    case MarkdownType::kEmphasis:
      return "emphasis";
    case MarkdownType::kStrong:
      return "strong";
    case MarkdownType::kInlineCode:
      return "inlineCode";
    case MarkdownType::kCode:
      return "code";
    case MarkdownType::kLink:
      return "link";
    case MarkdownType::kImage:
      return "image";
    case MarkdownType::kList:
      return "list";
    case MarkdownType::kListItem:
      return "listItem";
    case MarkdownType::kBlockquote:
      return "blockquote";
    case MarkdownType::kHeading:
      return "heading";
    case MarkdownType::kBreak:
      return "break";
    case MarkdownType::kThematicBreak:
      return "thematicBreak";
    case MarkdownType::kCite:
      return "cite";
  }
  return "text";
}

// A link that no reader can follow stays as its words; HTML goes.
void AppendChildren(const MarkdownNode& node, SourceId source, Json& children);

// Of `source`, where an image's address counts from until PlaceImages.
Json Mdast(const MarkdownNode& node, SourceId source) {
  Json json{{"type", MdastName(node.type)}};
  switch (node.type) {
    case MarkdownType::kText:
    case MarkdownType::kInlineCode:
    case MarkdownType::kCode:
      json["value"] = node.value;
      return json;
    case MarkdownType::kBreak:
    case MarkdownType::kThematicBreak:
      return json;
    case MarkdownType::kCite:
      json["keys"] = node.keys;
      return json;
    case MarkdownType::kImage:
      json["url"] = node.url;
      json["alt"] = node.value;
      json[kSource] = static_cast<std::uint32_t>(source);
      return json;
    case MarkdownType::kLink:
      json["url"] = node.url;
      break;
    case MarkdownType::kHeading:
      json["depth"] = node.depth;
      break;
    case MarkdownType::kList:
      json["ordered"] = node.ordered;
      if (node.ordered) json["start"] = node.start;
      json["spread"] = node.spread;
      break;
    default:
      break;
  }
  AppendChildren(node, source, json["children"] = Json::array());
  return json;
}

void AppendChildren(const MarkdownNode& node, SourceId source, Json& children) {
  for (const MarkdownNode& child : node.children) {
    if (child.type == MarkdownType::kLink && !IsFollowable(child)) {
      AppendChildren(child, source, children);
    } else if (child.type != MarkdownType::kHtml) {
      children.push_back(Mdast(child, source));
    }
  }
}

// Gives every image below `json` its address from the bundle. One on the web becomes a link, one that cannot
// be had its words.
void PlaceImages(Json& json, const Library& library) {
  const bool is_image = json.is_object() && json.contains(kSource);
  for (Json& child : json) {
    if (!is_image && child.is_structured()) PlaceImages(child, library);
  }
  if (!is_image) return;
  const SourceId source{json.at(kSource).get<std::uint32_t>()};
  json.erase(kSource);
  const std::string address = json.at("url");
  const std::string alt = json.at("alt");
  if (IsWebAddress(address) && IsFollowable(address, alt)) {
    const Json words{{"type", "text"}, {"value", alt.empty() ? address : alt}};
    json = Json{{"type", "link"}, {"url", address}, {"children", Json::array({words})}};
  } else if (const auto picture = PictureFileOf(library, source, address)) {
    json["url"] = picture->name;
  } else {
    json = Json{{"type", "text"}, {"value", alt}};
  }
}

Json Rich(const Prose& prose, const Dose* dose = nullptr) {
  const MarkdownNode resolved = Resolved(prose.root, dose);
  return Json{{"text", PlainText(resolved)},
              {"mdast", Mdast(resolved, prose ? prose.span().source : SourceId())}};
}

Json RichList(const std::vector<Prose>& proses, const Dose* dose = nullptr) {
  Json array = Json::array();
  for (const Prose& prose : proses) array.push_back(Rich(prose, dose));
  return array;
}

std::string PlainOf(const Prose& prose) {
  return PlainText(prose.root);
}

// Adds the key only where the author wrote the value.
void AddPlain(Json& json, const char* key, const Prose& prose) {
  if (prose) json[key] = PlainOf(prose);
}
void AddRich(Json& json, const char* key, const Prose& prose, const Dose* dose = nullptr) {
  if (prose) json[key] = Rich(prose, dose);
}
void AddText(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

Json Ids(const std::vector<Id>& ids) {
  Json array = Json::array();
  for (const Id& id : ids) array.push_back(id.value);
  return array;
}

void AddCites(Json& json, const std::vector<Id>& cites) {
  if (!cites.empty()) json["cites"] = Ids(cites);
}

class BlockWriter {
 public:
  explicit BlockWriter(Json& json) : json_(json) {}

  void operator()(const TextBlock& block) const {
    json_["type"] = "text";
    AddRich(json_, "text", block.text);
  }
  void operator()(const ListBlock& block) const {
    Head("list", block.id, block.title);
    Json& items = json_["items"] = Json::array();
    for (const ListItem& item : block.items) {
      Json entry{{"id", item.id.value}, {"text", Rich(item.text)}};
      if (!item.tags.empty()) entry["tags"] = Ids(item.tags);
      items.push_back(std::move(entry));
    }
  }
  void operator()(const ProtocolBlock& block) const {
    Head("protocol", block.id, block.title);
    Json& steps = json_["steps"] = Json::array();
    for (const ProtocolStep& step : block.steps) {
      Json entry{{"id", step.id.value}};
      AddPlain(entry, "title", step.title);
      entry["text"] = Rich(step.text);
      steps.push_back(std::move(entry));
    }
  }
  void operator()(const ExercisesBlock& block) const {
    json_["type"] = "exercises";
    json_["ids"] = Ids(block.ids);
  }
  void operator()(const ClaimBlock& block) const {
    Head("claim", block.id, {});
    json_["text"] = Rich(block.text);
    json_["truth"] = block.truth;
  }
  void operator()(const AdviceBlock& block) const {
    Head("advice", block.id, block.title);
    AddRich(json_, "why", block.why);
    if (!block.how.empty()) json_["how"] = RichList(block.how);
  }
  void operator()(const CalloutBlock& block) const {
    json_["type"] = "callout";
    json_["kind"] = block.kind;
    AddPlain(json_, "title", block.title);
    AddRich(json_, "text", block.text);
  }

 private:
  void Head(const char* type, const Id& id, const Prose& title) const {
    json_["type"] = type;
    json_["id"] = id.value;
    AddPlain(json_, "title", title);
  }
  Json& json_;
};

// A block that its author gave no id is told by its section, its type and its number among those:
// `signs.text-2`.
Json BlocksJson(const std::vector<Block>& blocks, const std::string& section) {
  Json array = Json::array();
  std::map<std::string, int> counts;
  for (const Block& block : blocks) {
    Json json = Json::object();
    std::visit(BlockWriter(json), block.content);
    const std::string type = json.at("type");
    if (!json.contains("id")) json["id"] = fmt::format("{}.{}-{}", section, type, ++counts[type]);
    AddCites(json, block.cites);
    array.push_back(std::move(json));
  }
  return array;
}

Json GuideJson(const Guide& guide) {
  Json json{{"id", guide.id.value}, {"title", PlainOf(guide.title)}};
  AddPlain(json, "subtitle", guide.subtitle);
  json["language"] = guide.language;
  json["version"] = guide.version.value;
  AddPlain(json, "audience", guide.audience);
  Json& authors = json["authors"] = Json::array();
  for (const Prose& author : guide.authors) authors.push_back(PlainOf(author));
  AddText(json, "licence", guide.licence.value);
  AddText(json, "reviewed", guide.reviewed.value);
  AddText(json, "reviewEvery", guide.review_every.value);
  if (const auto due = ReviewDue(guide)) json["reviewDue"] = *due;
  AddRich(json, "mainMessage", guide.main_message);
  json["seekHelpIf"] = RichList(guide.seek_help_if);
  AddRich(json, "disclaimer", guide.disclaimer);
  json["introduction"] = BlocksJson(guide.introduction, "introduction");
  Json& sections = json["sections"] = Json::array();
  int number = 0;
  for (const Section& section : guide.sections) {
    sections.push_back(Json{{"id", section.id.value},
                            {"number", ++number},
                            {"title", PlainOf(section.title)},
                            {"blocks", BlocksJson(section.blocks, section.id.value)}});
  }
  return json;
}

template <class Quantity>
Json Range(const Quantity& quantity) {
  return Json{{"min", quantity.min}, {"max", quantity.max}};
}

Json SecondsRange(const Seconds& seconds) {
  return Json{{"minSeconds", seconds.min},
              {"maxSeconds", seconds.max},
              {"minDuration", IsoDuration(seconds.min)},
              {"maxDuration", IsoDuration(seconds.max)}};
}

// `stem` + "Seconds" and `stem` + "Duration", the same in ISO 8601.
void AddDuration(Json& json, const std::string& stem, int seconds) {
  json[stem + "Seconds"] = seconds;
  json[stem + "Duration"] = IsoDuration(seconds);
}

Json TempoJson(const Tempo& tempo) {
  Json json{{"lowerSeconds", tempo.lower}, {"pauseSeconds", tempo.pause}, {"liftSeconds", tempo.lift}};
  if (tempo.top) json["topSeconds"] = *tempo.top;
  return json;
}

// What the words say in figures, as far as they do.
void AddFigures(Json& json, const Dose& dose) {
  if (!IsEnglish(dose.language)) return;
  if (const auto frequency = ReadFrequency(PlainOf(dose.frequency)).meaning) {
    json["frequencyFigures"] = Json{{"unit", frequency->is_days ? "days" : "times"},
                                    {"min", frequency->times.min},
                                    {"max", frequency->times.max},
                                    {"period", IsoPeriod(*frequency)}};
  }
  if (const auto intensity = ReadIntensity(PlainOf(dose.intensity)).meaning) {
    json["intensityFigures"] = Json{
        {"scale", ScaleName(intensity->scale)}, {"min", intensity->value.min}, {"max", intensity->value.max}};
  }
}

bool IsTime(DoseField field) {
  return field == DoseField::kHold || field == DoseField::kRest;
}

Json PlanJson(const Plan& plan, const Exercise& exercise, const Timing& timing) {
  const Growth& growth = plan.growth;
  Json json{{"field", FieldName(growth.of)}};
  const auto add = [&](Json& to, const std::string& stem, int amount) {
    if (IsTime(growth.of)) return AddDuration(to, stem, amount);
    to[stem + "Count"] = amount;
  };
  add(json, "from", growth.from);
  if (growth.to) add(json, "to", *growth.to);
  add(json, "by", growth.by);
  static constexpr std::string_view kUnits[] = {"session", "day", "week"};
  json["every"] =
      Json{{"count", growth.every.count}, {"unit", kUnits[static_cast<std::size_t>(growth.every.unit)]}};
  json["openEnded"] = plan.is_open;
  Json& weeks = json["weeks"] = Json::array();
  for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
    const int week = static_cast<int>(i) + 1;
    Json entry{{"week", week}, {"label", SpellAmount(growth.of, plan.weeks[i], exercise.dose.language)}};
    add(entry, "target", plan.weeks[i]);
    entry["timeline"] = TimelineJson(TimelineOf(exercise, timing, week));
    weeks.push_back(std::move(entry));
  }
  return json;
}

Json DoseJson(const Dose& dose) {
  Json json = Json::object();
  if (dose.hold) {
    if (const auto* seconds = std::get_if<Seconds>(&dose.hold->value)) {
      json["hold"] = SecondsRange(*seconds);
    } else {
      const auto& open = std::get<OpenHold>(dose.hold->value);
      Json& hold = json["hold"] = Json{{"until", Rich(open.until)}};
      if (open.start) AddDuration(hold, "start", open.start->value.min);
      if (open.add) AddDuration(hold, "add", open.add->value.min);
      AddText(hold, "each", open.each);
    }
  }
  if (dose.reps) json["reps"] = Range(dose.reps->value);
  if (dose.sets) json["sets"] = Range(dose.sets->value);
  if (dose.rest) AddDuration(json, "rest", dose.rest->value.min);
  if (dose.tempo) json["tempo"] = TempoJson(dose.tempo->value);
  AddRich(json, "frequency", dose.frequency);
  AddRich(json, "intensity", dose.intensity);
  AddRich(json, "progression", dose.progression);
  AddFigures(json, dose);
  return json;
}

Json ExerciseJson(const Library& library, const Exercise& exercise, const Timing& timing, const Wording& words) {
  const Dose* dose = &exercise.dose;
  Json json{{"id", exercise.id.value},          {"name", PlainOf(exercise.name)},
            {"kind", exercise.kind.value},      {"purpose", Rich(exercise.purpose, dose)},
            {"targets", Ids(exercise.targets)}, {"equipment", Ids(exercise.equipment)}};
  AddPlain(json, "startPosition", exercise.start_position);
  json["sides"] = exercise.sides.value == Sides::kEach ? "each" : "together";
  json["dose"] = DoseJson(exercise.dose);
  Json& rows = json["doseLabel"] = Json::array();
  for (const DoseRow& row : DoseRows(exercise.dose, exercise.sides.value, words)) {
    rows.push_back(Json{{"field", row.field}, {"label", row.label}, {"value", row.value}});
  }
  json["steps"] = RichList(exercise.steps, dose);
  json["stopIf"] = RichList(exercise.stop_if, dose);
  json["cautions"] = RichList(exercise.cautions, dose);
  Json& pictures = json["pictures"] = Json::array();
  for (const Picture& picture : exercise.pictures) {
    const auto file = PictureFileOf(library, exercise.document->source, picture.file.value);
    if (!file) continue;
    Json entry{{"file", file->name}, {"alt", AlternativeText(exercise, picture)}};
    AddRich(entry, "caption", picture.caption);
    if (picture.figure) entry["figure"] = FigureJson(*picture.figure);
    pictures.push_back(std::move(entry));
  }
  json["timeline"] = TimelineJson(TimelineOf(exercise, timing));
  if (const auto plan = PlanOf(exercise.dose)) json["plan"] = PlanJson(*plan, exercise, timing);
  AddCites(json, exercise.cites);
  return json;
}

Json RoutineJson(const Library& library, const Routine& routine, const Timing& timing, const Wording& words) {
  const Timeline timeline = TimelineOf(library, routine, timing);
  Json json = Json::object();
  AddPlain(json, "title", routine.title);
  AddRich(json, "text", routine.text);
  json["exercises"] = Ids(routine.exercises);
  if (routine.total) AddDuration(json, "stated", routine.total->value.min);
  const Seconds computed = RangeOf(timeline.total);
  json["computed"] = SecondsRange(computed);
  json["label"] = AboutMinutes(computed, words);
  json["timeline"] = TimelineJson(timeline);
  return json;
}

class ProofWriter {
 public:
  Json operator()(const InProof& form) const {
    return Json{{"kind", form.negated ? "not-in" : "in"}, {"list", form.list.value}};
  }
  Json operator()(const TaggedProof& form) const {
    return Json{{"kind", "tagged"}, {"list", form.list.value}, {"tag", form.tag.value}};
  }
  Json operator()(const StepProof& form) const {
    Json json{{"kind", "step"}, {"protocol", form.protocol.value}};
    if (form.step.value < 0) {
      json["step"] = "last";
    } else {
      json["step"] = form.step.value;
    }
    return json;
  }
  Json operator()(const NeighbourProof& form) const {
    const std::string_view key =
        form.anywhere ? (form.after ? "laterThan" : "earlierThan") : (form.after ? "after" : "before");
    return Json{{"kind", "step"}, {"protocol", form.protocol.value}, {std::string(key), form.step.value}};
  }
  Json operator()(const ClaimProof& form) const {
    return Json{{"kind", "claim"}, {"claim", form.claim.value}};
  }
  Json operator()(const ValueProof& form) const {
    return Json{
        {"kind", form.within ? "within" : "value"}, {"exercise", form.exercise.value}, {"field", form.field}};
  }
  Json operator()(const FieldProof& form) const {
    return Json{{"kind", "field"}, {"field", form.field.value}, {"is", form.value.value}};
  }
  Json operator()(const CountProof& form) const {
    return Json{{"kind", "count"}, {"counted", form.counted.value}};
  }
  Json operator()(const OrderProof& form) const {
    return Json{{"kind", "order"}, {"protocol", form.protocol.value}};
  }
  Json operator()(const RankProof& form) const {
    return Json{{"kind", "rank"}, {"field", form.field.value}, {"mostFirst", form.most_first}};
  }
};

Json ProofJson(const Proof& proof) {
  Json json = std::visit(ProofWriter(), proof.form);
  if (proof.negated) json["negated"] = true;
  if (proof.subject) json["for"] = proof.subject->value;
  if (proof.all) json["all"] = proof.all->value;
  if (proof.none) json["none"] = proof.none->value;
  return json;
}

// What a block is called where it bears the id, and its title; empty where it does not.
struct NamedPlace {
  std::string_view kind;
  std::string title;
};

NamedPlace NameOf(const Library& library, const Block& block, const std::string& id) {
  if (const auto* list = std::get_if<ListBlock>(&block.content); list != nullptr && list->id.value == id) {
    return {"list", list->title ? PlainOf(list->title) : ""};
  }
  if (const auto* protocol = std::get_if<ProtocolBlock>(&block.content);
      protocol != nullptr && protocol->id.value == id) {
    return {"protocol", protocol->title ? PlainOf(protocol->title) : ""};
  }
  if (const auto* claim = std::get_if<ClaimBlock>(&block.content);
      claim != nullptr && claim->id.value == id) {
    return {"claim", ""};
  }
  if (const auto* shown = std::get_if<ExercisesBlock>(&block.content)) {
    if (std::ranges::any_of(shown->ids, [&](const Id& exercise) { return exercise.value == id; })) {
      const Exercise* exercise = library.FindExercise(id);
      return {"exercise", exercise == nullptr ? "" : PlainOf(exercise->name)};
    }
  }
  return {};
}

Json PlaceJson(const Library& library, const Guide& guide, const std::string& fact) {
  int number = 0;
  for (const Section& section : guide.sections) {
    ++number;
    for (const Block& block : section.blocks) {
      const NamedPlace named = NameOf(library, block, fact);
      if (named.kind.empty()) continue;
      Json json{{"section", section.id.value},
                {"sectionNumber", number},
                {"sectionTitle", PlainOf(section.title)},
                {"block", fact},
                {"blockKind", named.kind}};
      AddText(json, "blockTitle", named.title);
      return json;
    }
  }
  return nullptr;
}

Json ChoiceJson(const std::string& id, const std::string& label, Json text) {
  Json json{{"id", id}};
  AddText(json, "label", label);
  json["text"] = std::move(text);
  return json;
}

Json PlainRich(const std::string& text) {
  Json paragraph{{"type", "paragraph"}, {"children", Json::array({Json{{"type", "text"}, {"value", text}}})}};
  Json root{{"type", "root"}, {"children", Json::array({std::move(paragraph)})}};
  return Json{{"text", text}, {"mdast", std::move(root)}};
}

// Labelled A, B, … or, in a matching question, where its matches are, 1, 2, ….
Json ChoicesJson(const Question& question, const Wording& words) {
  if (question.kind == QuestionKind::kTrueOrFalse) {
    return Json::array(
        {ChoiceJson("true", "", PlainRich(std::string(words[Word::kTrue]))),
         ChoiceJson("false", "", PlainRich(std::string(words[Word::kFalse])))});
  }
  Json choices = Json::array();
  for (const Choice& choice : question.choices) {
    choices.push_back(ChoiceJson(choice.id.value, LabelOf(question, choices.size()), Rich(choice.text)));
  }
  return choices;
}

// What a learner's answer is worth, and which parts of it count by themselves.
Json ScoringJson(const Question& question) {
  const auto [method, parts] = ScoringOf(question);
  return Json{{"points", 1}, {"method", method}, {"parts", parts}};
}

// What is asked, with no word of the key.
Json AskedJson(const Question& question, const Wording& words) {
  Json json{{"id", question.id.value}, {"kind", KindName(question.kind)}, {"ask", Rich(question.stem)}};
  if (question.kind == QuestionKind::kNumber) {
    const auto amount = AmountOf(question);
    json["unit"] = amount ? UnitOf(*amount, words) : std::string();
  } else {
    json["choices"] = ChoicesJson(question, words);
  }
  if (question.kind == QuestionKind::kMatching) {
    Json& matches = json["matches"] = Json::array();
    for (const Choice& match : question.matches) {
      matches.push_back(ChoiceJson(match.id.value, ChoiceLetter(matches.size()), Rich(match.text)));
    }
  }
  json["scoring"] = ScoringJson(question);
  return json;
}

Json AnswerJson(const Question& question, const Wording& words) {
  switch (question.kind) {
    case QuestionKind::kMultipleChoice:
    case QuestionKind::kOrdering:
      return Ids(question.answers);
    case QuestionKind::kMatching: {
      Json pairs = Json::object();
      for (const auto& [choice, match] : question.pairs) pairs[choice.value] = match.value;
      return pairs;
    }
    case QuestionKind::kNumber: {
      const auto amount = AmountOf(question);
      if (!amount) return "";
      Json json = amount->is_duration ? SecondsRange({amount->min, amount->max}) : Range(*amount);
      json["text"] = AmountText(*amount, words);
      return json;
    }
    default:
      return question.answer ? question.answer->value : "";
  }
}

void AddKey(Json& json, const Library& library, const Guide& guide, const Facts& facts, const Wording& words,
            const Question& question) {
  if (question.kind == QuestionKind::kTrueOrFalse || OffersWrongChoices(question)) {
    for (Json& choice : json["choices"]) {
      const auto is_it = [&](const Id& id) { return choice["id"] == id.value; };
      choice["correct"] =
          (question.answer && is_it(*question.answer)) || std::ranges::any_of(question.answers, is_it);
    }
  }
  json["answer"] = AnswerJson(question, words);
  json["printedAnswer"] = KeyText(question, PrintedKey(question), words);
  AddRich(json, "why", question.why);
  if (question.proof) {
    json["proof"] = ProofJson(*question.proof);
    const ProofResult result = Evaluate(facts, question, *question.proof);
    Json place = PlaceJson(library, guide, result.fact_id);
    if (!place.is_null()) json["provenAt"] = std::move(place);
  }
}

// The order of a version, and its key for instructors.
Json VersionJson(const QuizVersion& version, Edition edition, const Wording& words) {
  Json questions = Json::array();
  for (const PrintedQuestion& printed : version.questions) {
    const Question& question = printed.question;
    Json json{{"id", question.id.value}};
    Json choices = Json::array();
    for (const Choice& choice : question.choices)
      choices.push_back(Json{{"id", choice.id.value}, {"label", LabelOf(question, choices.size())}});
    if (!choices.empty()) json["choices"] = std::move(choices);
    Json matches = Json::array();
    for (const Choice& match : question.matches)
      matches.push_back(Json{{"id", match.id.value}, {"label", ChoiceLetter(matches.size())}});
    if (!matches.empty()) json["matches"] = std::move(matches);
    if (edition == Edition::kInstructor) json["printedAnswer"] = KeyText(question, printed.key, words);
    questions.push_back(std::move(json));
  }
  return Json{{"version", version.name}, {"questions", std::move(questions)}};
}

Json QuizJson(const Library& library, const Guide& guide, const Quiz& quiz, Edition edition, const Wording& words) {
  Json json{{"id", quiz.id.value}, {"title", PlainOf(quiz.title)}};
  AddRich(json, "text", quiz.text);
  const Facts facts = FactsOf(library, guide);
  Json& questions = json["questions"] = Json::array();
  for (const Question& question : quiz.questions) {
    questions.push_back(AskedJson(question, words));
    if (edition == Edition::kInstructor) AddKey(questions.back(), library, guide, facts, words, question);
  }
  const Workspace& workspace = library.workspace;
  for (const QuizVersion& version : VersionsOf(quiz, workspace.quiz_versions, workspace.quiz_seed)) {
    json["versions"].push_back(VersionJson(version, edition, words));
  }
  return json;
}

Json GlossaryJson(const Library& library, const Guide& guide) {
  Json array = Json::array();
  for (const Term* term : TermsOf(library, guide)) {
    Json json{{"id", term->id.value}, {"term", PlainOf(term->term)}, {"meaning", Rich(term->meaning)}};
    // Many guides share the glossary; a source of another guide is none of this one's.
    std::vector<Id> cites = term->cites;
    std::erase_if(cites, [&](const Id& cite) {
      return std::ranges::find(guide.references, cite.value, [](const Reference& reference) {
               return reference.id.value;
             }) == guide.references.end();
    });
    AddCites(json, cites);
    array.push_back(std::move(json));
  }
  return array;
}

Json RunJson(const PrintedRun& run) {
  Json text{{"type", "text"}, {"value", run.text}};
  if (!run.address.empty()) {
    return Json{{"type", "link"}, {"url", run.address}, {"children", Json::array({std::move(text)})}};
  }
  return run.is_emphasised ? Json{{"type", "emphasis"}, {"children", Json::array({std::move(text)})}} : text;
}

Json ReferencesJson(const std::vector<PrintedReference>& references) {
  Json array = Json::array();
  for (const auto& [reference, number, runs, language, is_right_to_left] : references) {
    Json inlines = Json::array();
    for (const PrintedRun& run : runs) inlines.push_back(RunJson(run));
    Json paragraph{{"type", "paragraph"}, {"children", std::move(inlines)}};
    Json root{{"type", "root"}, {"children", Json::array({std::move(paragraph)})}};
    Json entry{{"id", reference->id.value},
               {"number", number},
               {"csl", CslItem(*reference)},
               {"text", Json{{"text", EntryText(runs)}, {"mdast", std::move(root)}}}};
    if (!language.empty()) {
      entry["language"] = language;
      entry["direction"] = is_right_to_left ? "rtl" : "ltr";
    }
    array.push_back(std::move(entry));
  }
  return array;
}

Json AssetJson(const Asset& asset) {
  return Json{{"path", asset.path},
              {"mediaType", asset.media_type},
              {"sizeBytes", asset.size},
              {"sha256", asset.sha256}};
}

}  // namespace

Json Bundle(const Library& library, const Guide& guide, const BundleOptions& options) {
  const Timing timing = library.workspace.timing.value_or(Timing{});
  const Wording words(guide.language);
  Json json{{"format", "guidec-bundle"},
            {"bundleVersion", kBundleVersion},
            {"edition", NameOf(options.edition)},
            {"generator", options.generator},
            {"guide", GuideJson(guide)}};
  Json& exercises = json["exercises"] = Json::array();
  for (const Exercise* exercise : ExercisesOf(library, guide)) {
    exercises.push_back(ExerciseJson(library, *exercise, timing, words));
  }
  if (guide.routine) json["routine"] = RoutineJson(library, *guide.routine, timing, words);
  if (guide.quiz) json["quiz"] = QuizJson(library, guide, *guide.quiz, options.edition, words);
  json["glossary"] = GlossaryJson(library, guide);
  json["references"] = ReferencesJson(PrintedReferences(guide, words));
  PlaceImages(json, library);
  Json& assets = json["assets"] = Json::array();
  for (const Asset& asset : options.assets) assets.push_back(AssetJson(asset));
  return json;
}

}  // namespace guidec
