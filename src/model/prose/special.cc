#include "model/prose/special.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace guidec {
namespace {

bool IsIdCharacter(char c) {
  return std::islower(static_cast<unsigned char>(c)) != 0 ||
         std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-';
}

// `hold`, `plank.hold`; not `1.5` nor `...`.
bool IsPlaceholder(std::string_view name) {
  if (name.find('.') == std::string_view::npos) return true;
  return std::isalpha(static_cast<unsigned char>(name.front())) != 0 && name.back() != '.' &&
         name.find("..") == std::string_view::npos;
}

MarkdownNode TextPart(const MarkdownNode& text, std::size_t begin, std::size_t end) {
  MarkdownNode part;
  part.type = MarkdownType::kText;
  part.value = text.value.substr(begin, end - begin);
  part.begin = SourceOf(text.runs, begin).first;
  part.end = SourceOf(text.runs, end - 1).second;
  const auto next = std::ranges::upper_bound(text.runs, begin, {}, &TextRun::text_begin);
  part.runs.push_back({0, part.begin, std::prev(next)->escape_size});
  for (TextRun run : std::span(next, text.runs.end())) {
    if (run.text_begin >= end) break;
    run.text_begin -= static_cast<std::uint32_t>(begin);
    part.runs.push_back(run);
  }
  return part;
}

struct Special {
  std::size_t begin;
  std::size_t end;
  MarkdownNode node;
};

bool IsEscaped(const MarkdownNode& node, std::size_t at) {
  const auto next = std::ranges::upper_bound(node.runs, at, {}, &TextRun::text_begin);
  return next != node.runs.begin() && std::prev(next)->escape_size > 0;
}

std::optional<Special> ReadCite(const std::string& text, std::size_t begin) {
  MarkdownNode node;
  node.type = MarkdownType::kCite;
  for (std::size_t at = begin + 1; at < text.size() && text[at] == '@';) {
    std::size_t end = at + 1;
    while (end < text.size() && IsIdCharacter(text[end])) ++end;
    if (end == at + 1 || end == text.size()) return std::nullopt;
    node.keys.push_back(text.substr(at + 1, end - at - 1));
    if (text[end] == ']') return Special{begin, end + 1, std::move(node)};
    if (text[end] != ';') return std::nullopt;
    at = text.find_first_not_of(' ', end + 1);
    if (at == std::string::npos) return std::nullopt;
  }
  return std::nullopt;
}

// At `at`, where a `{` stands.
std::optional<Special> ReadPlaceholder(const std::string& text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (IsIdCharacter(text[end]) || text[end] == '.')) ++end;
  const bool is_closed = end > at + 1 && end < text.size() && text[end] == '}';
  if (!is_closed || !IsPlaceholder(std::string_view(text).substr(at + 1, end - at - 1))) return std::nullopt;
  MarkdownNode node;
  node.type = MarkdownType::kPlaceholder;
  node.value = text.substr(at + 1, end - at - 1);
  return Special{at, end + 1, std::move(node)};
}

std::optional<Special> FindSpecial(const MarkdownNode& owner, std::size_t from, Specials specials) {
  const std::string& text = owner.value;
  for (std::size_t at = from; at < text.size(); ++at) {
    if ((text[at] != '{' && text[at] != '[') || IsEscaped(owner, at)) continue;
    if (text[at] == '{') {
      if (auto placeholder = ReadPlaceholder(text, at)) return placeholder;
    } else if (specials == Specials::kAll && at + 1 < text.size() && text[at + 1] == '@') {
      if (auto cite = ReadCite(text, at)) return cite;
    }
  }
  return std::nullopt;
}

}  // namespace

// Text apart from the citations and placeholders in it.
void Split(MarkdownNode node, std::vector<MarkdownNode>& into, Specials specials) {
  if (node.type != MarkdownType::kText) {
    into.push_back(std::move(node));
    return;
  }
  std::size_t from = 0;
  while (auto special = FindSpecial(node, from, specials)) {
    if (special->begin > from) into.push_back(TextPart(node, from, special->begin));
    special->node.begin = SourceOf(node.runs, special->begin).first;
    special->node.end = SourceOf(node.runs, special->end - 1).second;
    into.push_back(std::move(special->node));
    from = special->end;
  }
  if (from == 0) {
    into.push_back(std::move(node));
  } else if (from < node.value.size()) {
    into.push_back(TextPart(node, from, node.value.size()));
  }
}

}  // namespace guidec
