#include "model/prose/placer.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

#include "syntax/forbidden.h"
#include "text/character.h"

namespace guidec {
namespace {

// What CommonMark puts in a NUL's place.
constexpr char kReplacement[] = "\xEF\xBF\xBD";
constexpr char32_t kNoCharacter = 0x110000;

}  // namespace

CmarkTree ParseCommonMark(std::string_view text) {
  return CmarkTree(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
}

std::string OrEmpty(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

Placer::Placer(std::string_view source) : source_(source), patience_(kSearches * source.size()) {
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\n') line_starts_.push_back(i + 1);
  }
}

std::uint32_t Placer::Offset(int line, int column) const {
  if (line < 1 || static_cast<std::size_t>(line) > line_starts_.size() || column < 1) return 0;
  const std::uint32_t offset =
      line_starts_[static_cast<std::size_t>(line) - 1] + static_cast<std::uint32_t>(column) - 1;
  return std::min(offset, static_cast<std::uint32_t>(source_.size()));
}

// `\*` or `&amp;`
Placer::Escape Placer::ReadEscape(std::size_t at) const {
  const auto is = [&](std::size_t offset, int (*kind)(int)) {
    return offset < source_.size() && kind(static_cast<unsigned char>(source_[offset])) != 0;
  };
  if (source_[at] == '\\' && is(at + 1, std::ispunct)) return {std::string(1, source_[at + 1]), 2};
  if (source_[at] != '&') return {};
  std::size_t end = at + 1;
  while (is(end, std::isalnum) || (end < source_.size() && source_[end] == '#')) ++end;
  if (end >= source_.size() || source_[end] != ';') return {};
  const std::string entity(source_.substr(at, end + 1 - at));
  const CmarkTree tree = ParseCommonMark(entity);
  cmark_node* paragraph = cmark_node_first_child(tree.get());
  cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
  std::string decoded = text == nullptr ? std::string() : OrEmpty(cmark_node_get_literal(text));
  if (decoded.empty() || decoded == entity) return {};
  return {std::move(decoded), static_cast<std::uint32_t>(entity.size())};
}

// What `source` has at `at` that stands for another text. A NUL is what CommonMark puts in its place.
Placer::Escape Placer::EscapeAt(std::size_t at, bool is_literal) const {
  if (source_[at] == '\0') return {kReplacement, 1};
  return is_literal ? Escape() : ReadEscape(at);
}

// Takes from the patience with texts that have to be searched. Whether some is left.
bool Placer::Spend(std::size_t bytes) {
  patience_ -= std::min(patience_, bytes);
  return patience_ > 0;
}

// The runs of `value` if it stands at `at`. In a literal, as in code, escapes mean themselves and a
// line end is a blank.
std::optional<std::vector<TextRun>> Placer::Align(std::size_t at, std::string_view value, bool is_literal) {
  std::vector<TextRun> runs;
  bool goes_on = false;
  for (std::size_t done = 0; done < value.size();) {
    Spend(1);
    if (at >= source_.size()) return std::nullopt;
    const Escape escape = EscapeAt(at, is_literal);
    const TextRun run{static_cast<std::uint32_t>(done), static_cast<std::uint32_t>(at), escape.size};
    if (escape.size > 0 && value.substr(done).starts_with(escape.text)) {
      runs.push_back(run);
      goes_on = false;
      at += escape.size;
      done += escape.text.size();
      continue;
    }
    const bool is_same =
        source_[at] == value[done] || (is_literal && source_[at] == '\n' && value[done] == ' ');
    if (!is_same) return std::nullopt;
    if (!goes_on) runs.push_back({run.text_begin, run.source_begin});
    goes_on = true;
    ++at;
    ++done;
  }
  return runs;
}

void Placer::Place(MarkdownNode& node, std::string value, bool is_literal) {
  node.value = std::move(value);
  std::optional<std::vector<TextRun>> runs;
  if (node.begin >= cursor_) runs = Align(node.begin, node.value, is_literal);
  for (std::size_t at = cursor_; !runs && at < source_.size() && Spend(1); ++at) {
    runs = Align(at, node.value, is_literal);
  }
  node.runs = runs && !runs->empty() ? *std::move(runs) : std::vector<TextRun>{{0, cursor_}};
  node.begin = node.runs.front().source_begin;
  node.end = node.value.empty() ? node.begin : SourceOf(node.runs, node.value.size() - 1).second;
  node.end = std::min(node.end, static_cast<std::uint32_t>(source_.size()));
  cursor_ = node.end;
  if (!is_literal) TakeOutForbidden(node);
}

// The character that `&#1;` at `at` stands for; nothing for what is no numeric reference.
std::optional<char32_t> Placer::Referenced(std::uint32_t at) const {
  if (!source_.substr(at).starts_with("&#")) return std::nullopt;
  const bool is_hexadecimal = at + 2 < source_.size() && (source_[at + 2] | 0x20) == 'x';
  const char* begin = source_.data() + at + (is_hexadecimal ? 3 : 2);
  std::uint32_t number = 0;
  const auto read = std::from_chars(begin, source_.data() + source_.size(), number, is_hexadecimal ? 16 : 10);
  if (read.ec != std::errc() && read.ec != std::errc::result_out_of_range) return std::nullopt;
  return read.ec == std::errc() ? static_cast<char32_t>(number) : kNoCharacter;
}

// Only a reference can bring such a character here. For half of one, or none, cmark writes U+FFFD.
void Placer::TakeOutForbidden(MarkdownNode& node) {
  std::vector<CodePoint> characters;
  for (std::size_t i = 0; i < node.runs.size(); ++i) {
    const TextRun& run = node.runs[i];
    if (run.escape_size == 0) continue;
    const auto character = Referenced(run.source_begin);
    if (!character || MayStandInText(*character)) continue;
    const std::size_t end = i + 1 < node.runs.size() ? node.runs[i + 1].text_begin : node.value.size();
    characters.push_back({*character, run.text_begin, end});
    forbidden_.push_back({*character, run.source_begin, run.source_begin + run.escape_size});
  }
  if (!characters.empty()) TakeOut(characters, node.value, node.runs);
  // Where the text's place could not be found again.
  characters = ForbiddenIn(node.value);
  for (const CodePoint& character : characters) forbidden_.push_back({character.value, node.begin, node.end});
  if (!characters.empty()) TakeOut(characters, node.value, node.runs);
}

// As far as the patience goes.
std::size_t Placer::Find(char c, std::size_t begin) {
  const std::size_t found = patience_ > 0 ? source_.find(c, begin) : std::string_view::npos;
  Spend(std::min(found, source_.size()) - std::min(begin, source_.size()));
  return found;
}

// Behind the parenthesis that closes the address and title, which open behind `bracket`; else behind that.
std::uint32_t Placer::EndOfAddress(std::size_t bracket) {
  int depth = 0;
  char quote = '\0';
  for (std::size_t at = bracket + 1; at < source_.size() && Spend(1); ++at) {
    const char c = source_[at];
    if (c == '\\') {
      ++at;
    } else if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '<' && source_[at - 1] == '(') {
      quote = '>';
    } else if ((c == '"' || c == '\'') && (source_[at - 1] == ' ' || source_[at - 1] == '\n')) {
      quote = c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      return static_cast<std::uint32_t>(at) + 1;
    }
  }
  return static_cast<std::uint32_t>(bracket) + 1;
}

void Placer::GoBehindLink(std::uint32_t from) {
  cursor_ = from;
  if (from < source_.size() && source_[from] == '>') {
    ++cursor_;
    return;
  }
  const std::size_t bracket = Find(']', from);
  if (bracket == std::string_view::npos) return;
  const char next = bracket + 1 < source_.size() ? source_[bracket + 1] : '\0';
  if (next == '(') {
    cursor_ = EndOfAddress(bracket);
    return;
  }
  const std::size_t end = next == '[' ? Find(']', bracket + 2) : bracket;
  if (end != std::string_view::npos) cursor_ = static_cast<std::uint32_t>(end) + 1;
}

}  // namespace guidec
