// Sessions as those below tests/cli, which run in this process: guidec is no program there, and takes no part
// in pipes; each command is one line, and all that it prints is expected as it is. With GUIDEC_UPDATE=1 in
// the environment, what is expected is written anew.
#include "support/golden.h"
#include "unit/cli/workbench.h"

#include <fstream>
#include <memory>
#include <sstream>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "cli/commands.h"

namespace guidec {
namespace session_test {

// Standard input while it lives.
class Input {
 public:
  explicit Input(const std::string& path) : before_(::dup(STDIN_FILENO)) {
    std::FILE* file = std::fopen(path.c_str(), "r");
    REQUIRE(file != nullptr);
    ::dup2(::fileno(file), STDIN_FILENO);
    std::fclose(file);
    std::rewind(stdin);
  }
  Input(const Input&) = delete;
  ~Input() {
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
  }

 private:
  int before_;
};

// As a shell splits a line: '…' and "…" are as they stand, $'…' has \n, \t and \e.
std::vector<std::string> WordsOf(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      ++at;
      continue;
    }
    std::string word;
    while (at < line.size() && line[at] != ' ') {
      const bool has_escapes = line.substr(at).starts_with("$'");
      if (has_escapes) ++at;
      const char quote = line[at];
      if (quote != '\'' && quote != '"') {
        word += line[at++];
        continue;
      }
      for (++at; line.at(at) != quote; ++at) {
        if (!has_escapes || line[at] != '\\') {
          word += line[at];
          continue;
        }
        const char sign = line.at(++at);
        word += sign == 'n' ? '\n' : sign == 't' ? '\t' : sign == 'e' ? '\x1b' : sign;
      }
      ++at;
    }
    words.push_back(word);
  }
  return words;
}

bool IsAssignment(std::string_view word) {
  const std::size_t equals = word.find('=');
  return equals != std::string_view::npos && equals > 0 &&
         word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == equals;
}

Ran RunLine(const std::string& line) {
  std::vector<std::string> words = WordsOf(line);
  std::vector<std::unique_ptr<Variable>> variables;
  while (!words.empty() && IsAssignment(words.front())) {
    const std::size_t equals = words.front().find('=');
    variables.push_back(
        std::make_unique<Variable>(words.front().substr(0, equals), words.front().c_str() + equals + 1));
    words.erase(words.begin());
  }
  if (words.empty() || words.front() != "guidec") {
    const Capture capture;
    const int status = std::system(line.c_str());
    return {WEXITSTATUS(status), capture.Text()};
  }
  std::optional<Input> input;
  if (const auto from = std::ranges::find(words, "<"); from != words.end()) {
    input.emplace(*std::next(from));
    words.erase(from, words.end());
  }
  words.erase(words.begin());
  Disk disk;
  return Run(words, disk);
}

void WriteFile(const fs::path& path, const std::string& text) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// The session with what its commands print today; counts them.
std::string Replay(const std::string& session, int& commands) {
  std::string told;
  std::optional<fs::path> file;
  std::string text;
  bool is_console = false;
  std::istringstream lines(session);
  for (std::string line; std::getline(lines, line);) {
    if (line == "```") {
      if (file) WriteFile(*file, text);
      file.reset();
      is_console = false;
    } else if (line.starts_with("```console")) {
      is_console = true;
    } else if (line.starts_with("```")) {
      file = line.substr(line.find("file=") + 5);
      text.clear();
    } else if (is_console && !line.starts_with("$ ")) {
      continue;
    } else if (file) {
      text += line + "\n";
    }
    told += line + "\n";
    if (!is_console || !line.starts_with("$ ")) continue;
    ++commands;
    const Ran ran = RunLine(line.substr(2));
    told += ran.said;
    if (!ran.said.empty() && ran.said.back() != '\n') told += "\n\\ no line end\n";
    if (ran.status != 0) told += fmt::format("? {}\n", ran.status);
  }
  return told;
}

std::string SessionAt(const fs::path& path) {
  std::stringstream session;
  session << std::ifstream(path).rdbuf();
  return session.str();
}

TEST_CASE("sessions go as they are written") {
  int commands = 0;
  for (const auto& entry : fs::directory_iterator(GUIDEC_PROJECT "/tests/unit/cli")) {
    if (entry.path().extension() != ".md") continue;
    const Desk desk;
    const std::string home = desk.folder().string();
    const Variable variables[] = {{"HOME", home.c_str()},
                                  {"SMALL", GUIDEC_PROJECT "/tests/cli/small"},
                                  {"GUIDEC_DATA_DIR", GUIDEC_TEST_DATA},
                                  {"GUIDEC_CACHE_SIZE", "0"},
                                  {"GUIDEC_CACHE_DIR", nullptr},
                                  {"XDG_CACHE_HOME", nullptr},
                                  {"GUIDEC_LIMITS", nullptr},
                                  {"SOURCE_DATE_EPOCH", "1796083200"},
                                  {"CI_NODE_INDEX", nullptr},
                                  {"JOB_COMPLETION_INDEX", nullptr}};
    CheckGolden("unit/cli/" + entry.path().filename().string(), Replay(SessionAt(entry.path()), commands));
  }
  CHECK(commands > 300);
}

TEST_CASE("the help of every command is held") {
  const std::string session = SessionAt(GUIDEC_PROJECT "/tests/unit/cli/help.md");
  for (const CommandSpec* command : AllCommands()) {
    CHECK(session.find(fmt::format("\n$ guidec {} --help\n", command->name)) != std::string::npos);
  }
}

}  // namespace session_test
}  // namespace guidec
