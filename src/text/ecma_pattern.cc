// ICU's engine needs no stack of ours, which std::regex does for each character. Where ICU reads an
// expression otherwise than ECMA 262 does, IcuExpression writes it in a way that both read alike: `$`, `.`,
// the classes
// `\d`, `\s` and `\w`, and what stands between brackets.
#include "text/ecma_pattern.h"

#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace guidec {

struct EcmaPattern::Compiled {
  std::unique_ptr<icu::RegexPattern> expression;
};

namespace {

constexpr std::string_view kSpaces = R"(\t\n\x0B\f\r\u2028\u2029\uFEFF\p{Zs})";
constexpr std::string_view kPunctuation = R"(^$\.*+?()[]{}|/-)";

constexpr std::array<std::pair<char, std::string_view>, 3> kClasses = {
    {{'d', "0-9"}, {'w', "A-Za-z0-9_"}, {'s', kSpaces}}};

bool IsAsciiDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Writer {
 public:
  explicit Writer(std::string_view ecma) : rest_(ecma) {}

  Result<std::string> Write() {
    while (!rest_.empty()) {
      const bool is_written = rest_.front() == '[' ? WriteBrackets() : WriteOutside();
      if (!is_written) return Failure(fmt::format("`{}` is not implemented in patterns", rest_.substr(0, 3)));
    }
    return std::move(icu_);
  }

 private:
  bool WriteOutside() {
    switch (rest_.front()) {
      case '\\':
        return WriteEscape(false);
      case '$':
        return Replace(1, "\\z");
      case '.':
        return Replace(1, "[^\\n\\r\\u2028\\u2029]");
      case '(':
        return WriteGroup();
      case '*':
      case '+':
      case '?':
      case '}':
        // ICU's possessive quantifiers, which ECMA 262 does not have.
        return !rest_.substr(1).starts_with('+') && Copy(1);
      default:
        return Copy(1);
    }
  }

  bool WriteGroup() {
    if (!rest_.starts_with("(?")) return Copy(1);
    for (const std::string_view known : {"(?:", "(?=", "(?!", "(?<=", "(?<!"}) {
      if (rest_.starts_with(known)) return Copy(known.size());
    }
    return false;
  }

  // ICU knows sets within sets, `&&`, `--` and more between brackets.
  bool WriteBrackets() {
    Copy(rest_.starts_with("[^") ? 2 : 1);
    const std::size_t begin = icu_.size();
    while (!rest_.empty() && rest_.front() != ']') {
      const char c = rest_.front();
      if (c == '\\') {
        if (!WriteEscape(true)) return false;
      } else if (c == '-' && icu_.size() > begin && !rest_.substr(1).starts_with(']')) {
        Copy(1);
      } else if (IsAsciiDigit(c) || IsLetter(c) || (c & 0x80) != 0) {
        Copy(1);
      } else {
        Replace(1, fmt::format("\\x{{{:X}}}", static_cast<unsigned>(c)));
      }
    }
    return !rest_.empty() && icu_.size() > begin && Copy(1);
  }

  // Of an escape that is not implemented, nothing.
  bool WriteEscape(bool in_brackets) {
    if (rest_.size() < 2) return false;
    const char c = rest_[1];
    for (const auto& [letter, members] : kClasses) {
      if (c == letter) return Replace(2, in_brackets ? std::string(members) : fmt::format("[{}]", members));
      if (c == letter - 'a' + 'A') return Replace(2, fmt::format("[^{}]", members));
    }
    if (c == 'v') return Replace(2, "\\x0B");
    if (c == 'c') {
      if (rest_.size() < 3 || !IsLetter(rest_[2])) return false;
      return Replace(3, fmt::format("\\x{{{:X}}}", static_cast<unsigned>(rest_[2] & 0x1F)));
    }
    const bool is_property = (c == 'p' || c == 'P') && rest_.substr(2).starts_with('{');
    const bool is_same = std::string_view("tnrfux").find(c) != std::string_view::npos ||
                         kPunctuation.find(c) != std::string_view::npos;
    return (is_property || is_same) && Copy(2);
  }

  bool Copy(std::size_t size) { return Replace(size, rest_.substr(0, size)); }

  bool Replace(std::size_t size, std::string_view text) {
    icu_ += text;
    rest_.remove_prefix(size);
    return true;
  }

  std::string_view rest_;
  std::string icu_;
};

}  // namespace

Result<std::string> IcuExpression(std::string_view ecma) {
  return Writer(ecma).Write();
}

Result<EcmaPattern> EcmaPattern::Compile(std::string_view expression) {
  const auto icu_expression = IcuExpression(expression);
  if (!icu_expression) return tl::unexpected(icu_expression.error());
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  auto compiled = std::make_shared<Compiled>();
  compiled->expression.reset(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(*icu_expression), 0, place, status));
  if (U_FAILURE(status)) return Failure(fmt::format("`{}`: {}", expression, u_errorName(status)));
  EcmaPattern pattern;
  pattern.compiled_ = std::move(compiled);
  return pattern;
}

bool EcmaPattern::MatchesPart(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString input =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->expression->matcher(input, status));
  return U_SUCCESS(status) && matcher->find(status) != 0 && U_SUCCESS(status);
}

}  // namespace guidec
