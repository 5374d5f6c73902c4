#ifndef GUIDEC_EMIT_JSON_QUIZ_H_
#define GUIDEC_EMIT_JSON_QUIZ_H_

#include <nlohmann/json.hpp>

#include "emit/view/view.h"

namespace guidec::bundle {

// The quiz with its versions; the key is in the edition for instructors alone. The guide has a quiz.
nlohmann::ordered_json QuizJson(const GuideView& view, Edition edition);

}  // namespace guidec::bundle

#endif  // GUIDEC_EMIT_JSON_QUIZ_H_
