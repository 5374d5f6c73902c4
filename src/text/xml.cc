#include "text/xml.h"

#include <memory>
#include <set>
#include <type_traits>

#include <expat.h>
#include <fmt/format.h>

namespace guidec {
namespace {

constexpr XML_Char kBetweenNamespaceAndName = '\n';

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

struct State {
  XML_Parser parser;
  std::set<std::string, std::less<>> ids = {};
  std::string message = {};  // why the parser was stopped

  void Stop(std::string why) {
    if (!message.empty()) return;
    message = std::move(why);
    XML_StopParser(parser, XML_FALSE);
  }
};

State& StateOf(void* data) {
  return *static_cast<State*>(data);
}

void OnElement(void* data, const XML_Char*, const XML_Char** attributes) {
  for (; *attributes != nullptr; attributes += 2) {
    if (std::string_view(attributes[0]) != "id") continue;
    const bool is_new = StateOf(data).ids.emplace(attributes[1]).second;
    if (!is_new) StateOf(data).Stop(fmt::format("the id `{}` stands twice", attributes[1]));
  }
}

void OnEntityDeclaration(void* data, const XML_Char* name, int, const XML_Char*, int, const XML_Char*,
                         const XML_Char*, const XML_Char*, const XML_Char*) {
  StateOf(data).Stop(fmt::format("the entity `{}` is declared", name));
}

void OnSkippedEntity(void* data, const XML_Char* name, int) {
  StateOf(data).Stop(fmt::format("the entity `{}` is none of XML's own", name));
}

}  // namespace

std::optional<XmlFault> FaultInXml(std::string_view text, XmlIds ids) {
  const Parser parser(XML_ParserCreateNS("UTF-8", kBetweenNamespaceAndName));
  State state{parser.get()};
  XML_SetUserData(parser.get(), &state);
  if (ids == XmlIds::kUnique) XML_SetStartElementHandler(parser.get(), OnElement);
  XML_SetEntityDeclHandler(parser.get(), OnEntityDeclaration);
  XML_SetSkippedEntityHandler(parser.get(), OnSkippedEntity);
  // Expat counts in `int`.
  constexpr std::size_t kPiece = 1 << 26;
  do {
    const std::string_view piece = text.substr(0, kPiece);
    text.remove_prefix(piece.size());
    const auto status =
        XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), text.empty() ? XML_TRUE : XML_FALSE);
    if (status == XML_STATUS_OK) continue;
    const std::string message =
        state.message.empty() ? XML_ErrorString(XML_GetErrorCode(parser.get())) : state.message;
    return XmlFault{XML_GetCurrentLineNumber(parser.get()), message};
  } while (!text.empty());
  return std::nullopt;
}

}  // namespace guidec
