#include "emit/well_formed.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "emit/html/strict.h"
#include "emit/zip/zip.h"
#include "text/xml.h"

namespace guidec {
namespace {

constexpr std::array<std::string_view, 9> kXml = {".xml",  ".xhtml", ".opf",  ".ncx", ".svg",
                                                  ".rels", ".opml",  ".icml", ".fb2"};
constexpr std::array<std::string_view, 5> kArchives = {".epub", ".docx", ".odt", ".pptx", ".zip"};

bool IsIn(const auto& endings, std::string_view ending) {
  return std::ranges::find(endings, ending) != endings.end();
}

// Takes nothing, and notes where the text is wrong.
struct JsonReader : nlohmann::json_sax<nlohmann::json> {
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
    fault = position;
    return false;
  }
  std::size_t fault = 0;
};

std::optional<XmlFault> FaultInJson(std::string_view text) {
  JsonReader reader;
  if (nlohmann::json::sax_parse(text, &reader)) return std::nullopt;
  const std::string_view before = text.substr(0, reader.fault);
  return XmlFault{static_cast<std::uint64_t>(std::ranges::count(before, '\n')) + 1, "it is no JSON"};
}

std::optional<XmlFault> FaultInLines(std::string_view text) {
  for (std::uint64_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (FaultInJson(text.substr(0, end))) return XmlFault{line, "it is no JSON"};
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::nullopt;
}

std::optional<XmlFault> FaultIn(std::string_view ending, std::string_view bytes) {
  if (ending == ".html") return FaultInHtml(bytes);
  if (ending == ".json" || ending == ".ipynb") return FaultInJson(bytes);
  if (ending == ".ndjson") return FaultInLines(bytes);
  if (IsIn(kXml, ending) || bytes.starts_with("<?xml")) {
    return FaultInXml(bytes, ending == ".xhtml" ? XmlIds::kUnique : XmlIds::kAny);
  }
  return std::nullopt;
}

tl::unexpected<Error> NotWellFormed(const std::string& path, std::string_view member, const XmlFault& fault) {
  return Failure(fmt::format("`{}` would not be well-formed: {}line {}: {}", path,
                             member.empty() ? "" : fmt::format("`{}`, ", member), fault.line, fault.message),
                 "this is a bug in guidec: report it with the sources");
}

}  // namespace

Result<void> CheckWellFormed(const std::string& format, const std::string& path, std::string_view bytes) {
  const std::string ending = std::filesystem::path(path).extension().string();
  if (ending == ".html" && format != "html") return {};
  if (!IsIn(kArchives, ending)) {
    const auto fault = FaultIn(ending, bytes);
    return fault ? Result<void>(NotWellFormed(path, "", *fault)) : Result<void>();
  }
  const auto members = ReadZip(bytes);
  if (!members) return tl::unexpected(members.error());
  for (const auto& [name, content] : *members) {
    // An OpenDocument may hold settings of an editor's windows, which Pandoc leaves empty.
    if (content.empty() && name.starts_with("Configurations2/")) continue;
    if (const auto fault = FaultIn(std::filesystem::path(name).extension().string(), content)) {
      return NotWellFormed(path, name, *fault);
    }
  }
  return {};
}

}  // namespace guidec
