#include "cli/man.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "support/golden.h"

namespace guidec {
namespace man_test {

int CountOf(std::string_view sign, std::string_view text) {
  int count = 0;
  for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) ++count;
  return count;
}

int ParagraphsOf(std::string_view details) {
  return details.empty() ? 0 : CountOf("\n\n", details) + 1;
}

// roff acts on a backslash, and on a dot or an apostrophe at the head of a line.
bool IsPlain(std::string_view text) {
  const std::string lines = fmt::format("\n{}", text);
  return text.find('\\') == std::string_view::npos && lines.find("\n.") == std::string::npos &&
         lines.find("\n'") == std::string::npos;
}

TEST_CASE("every command has its section in the man page, with its paragraphs and options") {
  const std::string page = ManPage();
  std::size_t at = 0;
  for (const CommandSpec* command : AllCommands()) {
    const std::string head = fmt::format(".SS guidec {}\n", command->name);
    INFO(head);
    at = page.find(head, at);
    REQUIRE(at != std::string::npos);
    const std::size_t end = std::min(page.find("\n.S", at + 1), page.size());
    const std::string section = page.substr(at, end - at);
    // One stands before how the command is called.
    CHECK(CountOf("\n.PP\n", section) == 1 + ParagraphsOf(command->details));
    CHECK(CountOf("\n.TP\n", section) >= static_cast<int>(command->options.size()));
    CHECK(IsPlain(command->details));
    for (const OptionSpec& option : command->options) CHECK(IsPlain(option.summary));
  }
}

TEST_CASE("the man page, word for word") {
  std::string page = ManPage();
  const std::size_t version = page.find("\"guidec ") + 8;
  page.replace(version, page.find('"', version) - version, "VERSION");
  CheckGolden("unit/cli/man.txt", page);
}

}  // namespace man_test
}  // namespace guidec
