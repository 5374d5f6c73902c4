#include "text/tokens.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "text/utf8.h"

namespace guidec {
namespace {

bool IsDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool IsAsciiLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

struct Sign {
  std::string_view bytes;
  std::string_view reads;  // empty: a blank
};

constexpr Sign kSigns[] = {
    {"\u2010", "-"},      {"\u2011", "-"},      {"\u2012", "-"},      {"\u2013", "-"},  {"\u2212", "-"},
    {"\u2014", "\u2014"}, {"\u2018", "'"},      {"\u2019", "'"},      {"\u201C", "\""}, {"\u201D", "\""},
    {"\u2026", "\u2026"}, {"\u00A0", ""},       {"\u2009", ""},       {"\u202F", ""},   {"\u00BC", "\u00BC"},
    {"\u00BD", "\u00BD"}, {"\u00BE", "\u00BE"}, {"\u00D7", "\u00D7"}, {"\u2033", "\""}, {"\u2032", "'"},
    {"\u00AD", ""},
};

constexpr std::string_view kSoftHyphen = "\u00AD";

const Sign* SignAt(std::string_view text) {
  const auto found = std::ranges::find_if(kSigns, [&](const Sign& s) { return text.starts_with(s.bytes); });
  return found == std::end(kSigns) ? nullptr : &*found;
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  WordList Run() {
    while (at_ < text_.size()) Next();
    return std::move(tokens_);
  }

 private:
  char Peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  std::string_view Rest() const { return text_.substr(at_); }

  void Emit(std::string text, std::size_t length) {
    tokens_.words.push_back(std::move(text));
    tokens_.pieces.push_back({at_, at_ + length});
    at_ += length;
  }

  void Next() {
    const char c = Peek();
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at_;
    } else if (IsDigit(c)) {
      std::size_t length = 1;
      while (IsDigit(Peek(length)) || (Peek(length) == '.' && IsDigit(Peek(length + 1)))) ++length;
      Emit(std::string(text_.substr(at_, length)), length);
    } else if (IsLetter(at_)) {
      Word();
    } else if (const std::size_t length = PlaceholderLength(); length > 0) {
      Emit(std::string(text_.substr(at_, length)), length);
    } else if (const Sign* sign = IsAscii(c) ? nullptr : SignAt(Rest())) {
      if (sign->reads.empty()) {
        at_ += sign->bytes.size();
      } else {
        Emit(std::string(sign->reads), sign->bytes.size());
      }
    } else {
      Emit(std::string(1, c), 1);
    }
  }

  bool IsLetter(std::size_t at) const {
    if (at >= text_.size()) return false;
    const char c = text_[at];
    return IsAscii(c) ? IsAsciiLetter(c) : SignAt(text_.substr(at)) == nullptr;
  }

  std::size_t ApostropheLength(std::size_t at) const {
    if (at < text_.size() && text_[at] == '\'') return 1;
    constexpr std::string_view kCurly = "\u2019";
    return text_.substr(std::min(at, text_.size())).starts_with(kCurly) ? kCurly.size() : 0;
  }

  void Word() {
    std::string word;
    std::size_t end = at_;
    while (true) {
      if (IsLetter(end)) {
        word += static_cast<char>(IsAscii(text_[end]) ? std::tolower(static_cast<unsigned char>(text_[end]))
                                                      : text_[end]);
        ++end;
      } else if (const std::size_t length = ApostropheLength(end); length > 0 && IsLetter(end + length)) {
        word += '\'';
        end += length;
      } else if (text_.substr(std::min(end, text_.size())).starts_with(kSoftHyphen) &&
                 IsLetter(end + kSoftHyphen.size())) {
        end += kSoftHyphen.size();
      } else {
        break;
      }
    }
    Emit(std::move(word), end - at_);
  }

  std::size_t PlaceholderLength() const {
    if (Peek() != '{') return 0;
    std::size_t length = 1;
    while (IsAsciiLetter(Peek(length)) || Peek(length) == '-' || Peek(length) == '.') ++length;
    return length > 1 && Peek(length) == '}' ? length + 1 : 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  WordList tokens_;
};

bool EndsSentence(std::string_view token) {
  return token == "." || token == "!" || token == "?";
}

}  // namespace

WordList Tokens(std::string_view text) {
  return Cutter(text).Run();
}

Match SentenceAround(std::span<const std::string> tokens, std::size_t at) {
  const std::size_t first = at - std::min(at, kMaxSentenceReach);
  const std::size_t last = at + std::min(tokens.size() - at, kMaxSentenceReach);
  Match sentence{at, at};
  while (sentence.begin > first && !EndsSentence(tokens[sentence.begin - 1])) --sentence.begin;
  while (sentence.end < last && !EndsSentence(tokens[sentence.end])) ++sentence.end;
  return sentence;
}

}  // namespace guidec
