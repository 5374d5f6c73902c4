#include "schema/modeline.h"

#include <algorithm>

namespace guidec {
namespace {

constexpr std::string_view kServer = "yaml-language-server";
constexpr std::string_view kSchema = "$schema=";

}  // namespace

std::optional<Modeline> FindModeline(const Source& source) {
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const Span span = source.LineSpan(line);
    std::string_view text = source.Slice(span);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t content = text.find_first_not_of(" \t");
    if (content == std::string_view::npos) continue;
    if (text[content] != '#') break;
    const std::size_t server = text.find(kServer);
    const std::size_t key = text.find(kSchema, std::min(server, text.size()));
    if (server == std::string_view::npos || key == std::string_view::npos) continue;
    const std::size_t begin = key + kSchema.size();
    const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    const auto offset = static_cast<std::uint32_t>(text.data() - source.text().data());
    return Modeline{std::string(text.substr(begin, end - begin)),
                    Span{source.id(), offset + static_cast<std::uint32_t>(begin),
                         offset + static_cast<std::uint32_t>(end)}};
  }
  return std::nullopt;
}

std::string WriteModeline(const std::string& schema) {
  return std::string("# ").append(kServer).append(": ").append(kSchema).append(schema);
}

}  // namespace guidec
