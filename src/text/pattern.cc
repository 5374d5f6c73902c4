#include "text/pattern.h"

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace guidec {

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> expression;
};

namespace {

// ICU counts in steps of its matching engine, about a millisecond each.
constexpr std::int32_t kMostSteps = 5;

std::string_view Reason(UErrorCode status) {
  switch (status) {
    case U_REGEX_MISMATCHED_PAREN:
      return "a parenthesis is not closed";
    case U_REGEX_MISSING_CLOSE_BRACKET:
      return "a bracket is not closed";
    case U_REGEX_BAD_ESCAPE_SEQUENCE:
      return "a backslash stands before a character that it cannot escape";
    case U_REGEX_RULE_SYNTAX:
      return "an operator such as `*` has nothing to repeat";
    case U_REGEX_BAD_INTERVAL:
    case U_REGEX_MAX_LT_MIN:
    case U_REGEX_NUMBER_TOO_BIG:
      return "an interval such as `{2,5}` is wrong";
    case U_REGEX_INVALID_RANGE:
      return "a range such as `a-z` runs backwards";
    case U_REGEX_PROPERTY_SYNTAX:
      return "it names a property that Unicode does not have";
    default:
      return u_errorName(status);
  }
}

}  // namespace

Result<Pattern> Pattern::Compile(const std::string& expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  auto compiled = std::make_shared<Compiled>();
  compiled->expression.reset(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(expression), 0, place, status));
  if (U_FAILURE(status)) return Failure(std::string(Reason(status)));
  Pattern pattern;
  pattern.compiled_ = std::move(compiled);
  return pattern;
}

Pattern::Trial Pattern::Try(std::string_view text) const {
  Trial trial;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString input =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->expression->matcher(input, status));
  if (U_FAILURE(status)) return trial;
  const auto count = [](const void* steps, std::int32_t /*so_far*/) -> UBool {
    ++*static_cast<int*>(const_cast<void*>(steps));
    return true;
  };
  matcher->setMatchCallback(count, &trial.steps, status);
  matcher->setTimeLimit(kMostSteps, status);
  trial.matches = matcher->matches(status) != 0 && U_SUCCESS(status);
  return trial;
}

}  // namespace guidec
