#include "emit/json/bundle.h"

#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "emit/json/csl.h"
#include "emit/json/exercise.h"
#include "emit/json/pieces.h"
#include "emit/json/quiz.h"

namespace guidec {
namespace bundle {
namespace {

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

Json GuideJson(const GuideView& view) {
  const Guide& guide = view.guide;
  Json json{{"id", guide.id.value}, {"title", PlainOf(guide.title)}};
  AddPlain(json, "subtitle", guide.subtitle);
  json["language"] = guide.language;
  json["version"] = guide.version.value;
  AddPlain(json, "audience", guide.audience);
  Json& authors = json["authors"] = Json::array();
  for (const Prose& author : guide.authors) authors.push_back(PlainOf(author));
  AddText(json, "licence", guide.licence.value);
  AddText(json, "reviewed", ReviewedOn(guide));
  if (guide.review_every) json["reviewEvery"] = Written(guide.review_every->value);
  if (view.review_due) json["reviewDue"] = *view.review_due;
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

Json GlossaryJson(const std::vector<TermView>& terms) {
  Json array = Json::array();
  for (const auto& [term, cites] : terms) {
    Json json{{"id", term->id.value}, {"term", PlainOf(term->term)}, {"meaning", Rich(term->meaning)}};
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
    Json entry{{"id", reference->id.value},
               {"number", number},
               {"csl", CslItem(*reference)},
               {"text", RichOf(EntryText(runs), std::move(inlines))}};
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
}  // namespace bundle

nlohmann::ordered_json Bundle(const GuideView& view, const BundleOptions& options) {
  using namespace bundle;
  Json json{{"format", "guidec-bundle"},
            {"bundleVersion", kBundleVersion},
            {"edition", NameOf(options.edition)},
            {"generator", options.generator},
            {"guide", GuideJson(view)}};
  Json& exercises = json["exercises"] = Json::array();
  for (const ExerciseView& exercise : view.exercises) exercises.push_back(ExerciseJson(exercise, view.wording));
  if (view.routine) json["routine"] = RoutineJson(*view.guide.routine, *view.routine, view.wording);
  if (view.guide.quiz) json["quiz"] = QuizJson(view, options.edition);
  json["glossary"] = GlossaryJson(view.terms);
  json["references"] = ReferencesJson(view.references);
  PlaceImages(json, view.library);
  Json& assets = json["assets"] = Json::array();
  for (const Asset& asset : options.assets) assets.push_back(AssetJson(asset));
  return json;
}

}  // namespace guidec
