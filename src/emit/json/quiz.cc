#include "emit/json/quiz.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "emit/json/pieces.h"
#include "model/quiz/kind.h"

namespace guidec::bundle {
namespace {

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

Json ChoiceJson(const std::string& id, const std::string& label, Json text) {
  Json json{{"id", id}};
  AddText(json, "label", label);
  json["text"] = std::move(text);
  return json;
}

// Labelled A, B, … or, in a matching question, where its matches are, 1, 2, ….
Json ChoicesJson(const Question& question, const Wording& words) {
  if (question.kind->is_statement) {
    return Json::array({ChoiceJson("true", "", PlainRich(std::string(words[Word::kTrue]))),
                        ChoiceJson("false", "", PlainRich(std::string(words[Word::kFalse])))});
  }
  Json choices = Json::array();
  for (const Choice& choice : question.choices) {
    choices.push_back(ChoiceJson(choice.id.value, LabelOf(question, choices.size()), Rich(choice.text)));
  }
  return choices;
}

// What a learner's answer is worth, and which parts of it count by themselves.
Json ScoringJson(const Scoring& scoring) {
  const auto& [method, parts] = scoring;
  return Json{{"points", 1}, {"method", method}, {"parts", parts}};
}

// What is asked, with no word of the key.
Json AskedJson(const QuestionView& view, const Wording& words) {
  const Question& question = *view.question;
  Json json{{"id", question.id.value}, {"kind", question.kind->name}, {"ask", Rich(question.stem)}};
  if (question.kind->is_number) json["unit"] = view.unit;
  if (question.kind->has_choices) json["choices"] = ChoicesJson(question, words);
  if (question.kind->has_matches) {
    Json& matches = json["matches"] = Json::array();
    for (const Choice& match : question.matches) {
      matches.push_back(ChoiceJson(match.id.value, ChoiceLetter(matches.size()), Rich(match.text)));
    }
  }
  json["scoring"] = ScoringJson(view.scoring);
  return json;
}

Json AnswerJson(const QuestionView& view) {
  const Question& question = *view.question;
  if (question.amount) {
    const Amount& amount = *question.amount;
    Json json = amount.is_duration ? SecondsRange({amount.min, amount.max}) : Range(amount);
    json["text"] = view.amount;
    return json;
  }
  if (question.kind->has_matches) {
    Json pairs = Json::object();
    for (const auto& [choice, match] : question.pairs) pairs[choice.value] = match.value;
    return pairs;
  }
  return question.answer ? Json(question.answer->value) : Ids(question.answers);
}

void MarkChoices(const Question& question, Json& choices) {
  for (Json& choice : choices) {
    const auto is_it = [&](const Id& id) { return choice["id"] == id.value; };
    choice["correct"] =
        (question.answer && is_it(*question.answer)) || std::ranges::any_of(question.answers, is_it);
  }
}

Json PlaceJson(const Place& place) {
  static constexpr std::string_view kKinds[] = {"section", "list", "protocol", "claim", "advice", "exercise"};
  Json json{{"section", place.section->id.value},
            {"sectionNumber", place.section_number},
            {"sectionTitle", PlainOf(place.section->title)},
            {"block", place.id},
            {"blockKind", kKinds[static_cast<std::size_t>(place.kind)]}};
  AddText(json, "blockTitle", place.title);
  return json;
}

void AddKey(const QuestionView& view, Json& json) {
  const Question& question = *view.question;
  if (question.kind->is_statement || OffersWrongChoices(question)) {
    MarkChoices(question, json["choices"]);
  }
  json["answer"] = AnswerJson(view);
  json["printedAnswer"] = view.key;
  AddRich(json, "why", question.why);
  if (question.proof) json["proof"] = ProofJson(*question.proof);
  if (view.proven_in_section != nullptr) json["provenAt"] = PlaceJson(*view.proven_in_section);
}

Json PlacesJson(const std::vector<Choice>& choices, const auto& label_of) {
  Json array = Json::array();
  for (const Choice& choice : choices) {
    array.push_back(Json{{"id", choice.id.value}, {"label", label_of(array.size())}});
  }
  return array;
}

// The order of a version, and its key for instructors.
Json VersionJson(const PrintedVersion& printed, Edition edition) {
  Json questions = Json::array();
  for (const PrintedQuestion& shown : printed.version.questions) {
    const Question& question = shown.question;
    Json json{{"id", question.id.value}};
    const auto label_of = [&](std::size_t at) { return LabelOf(question, at); };
    if (!question.choices.empty()) json["choices"] = PlacesJson(question.choices, label_of);
    if (!question.matches.empty()) json["matches"] = PlacesJson(question.matches, ChoiceLetter);
    if (edition == Edition::kInstructor) json["printedAnswer"] = printed.keys[questions.size()];
    questions.push_back(std::move(json));
  }
  return Json{{"version", printed.version.name}, {"questions", std::move(questions)}};
}

}  // namespace

Json QuizJson(const GuideView& view, Edition edition) {
  const Quiz& quiz = *view.guide.quiz;
  Json json{{"id", quiz.id.value}, {"title", PlainOf(quiz.title)}};
  AddRich(json, "text", quiz.text);
  Json& questions = json["questions"] = Json::array();
  for (const QuestionView& question : view.questions) {
    questions.push_back(AskedJson(question, view.wording));
    if (edition == Edition::kInstructor) AddKey(question, questions.back());
  }
  for (const PrintedVersion& version : view.versions)
    json["versions"].push_back(VersionJson(version, edition));
  return json;
}

}  // namespace guidec::bundle
