// Pandoc reads the document from its standard input and writes to its standard output. It runs
// without --sandbox, in which Debian's Pandoc finds none of its own data files and so writes no EPUB
// (https://github.com/jgm/pandoc/issues/8128); instead the document is closed: nothing in it makes
// Pandoc read a file or an address that we did not put there.
#include "emit/pandoc/pandoc.h"

#include <array>
#include <charconv>
#include <optional>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<int, 2> kOldest = {2, 17};
constexpr std::uint64_t kMaxVersion = 1'000'000;  // of one of its numbers
constexpr char kInstallPandoc[] =
    "install Pandoc 2.17 or newer: `apt install pandoc`, or ci/setup in guidec's checkout";

// Its messages in UTF-8, and nothing of the reader's own: templates of a home folder would change
// what is written.
Command PandocCommand(std::vector<std::string> arguments) {
  Command command;
  command.argv = {"pandoc", "--data-dir=no-data"};
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  command.environment = {{"LC_ALL", "C.UTF-8"}, {"TZ", "UTC"}};
  return command;
}

Error Needed(const Error& error) {
  if (error.message == "interrupted" || !error.hint.empty()) return error;
  return {error.message + "; it is needed to write documents", kInstallPandoc};
}

std::string FirstLine(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

// What Pandoc complains of: its first line, which says why a later one gives up.
std::string Complaint(const Finished& finished) {
  std::string line = FirstLine(finished.err);
  return line.empty() ? std::string("it does not say why") : line;
}

std::string RemedyFor(std::string_view complaint) {
  const auto says = [&](std::string_view words) { return complaint.find(words) != std::string_view::npos; };
  if (says("rsvg-convert") && says("does not exist")) {
    return "install rsvg-convert, which turns drawings into what the format holds: `apt install "
           "librsvg2-bin`, "
           "or ci/setup in guidec's checkout";
  }
  if (says("image")) return "check that the picture is sound, and of a kind that the format can hold";
  return "this is a fault in guidec or in Pandoc, not in the sources: report it with the sources";
}

// {2, 17} of "2.17.1.1"; zeros for what is no version.
std::array<int, 2> MajorMinor(std::string_view version) {
  std::array<int, 2> numbers{};
  const char* at = version.data();
  const char* end = at + version.size();
  for (int& number : numbers) {
    at = std::from_chars(at, end, number).ptr;
    if (at != end && *at == '.') ++at;
  }
  return numbers;
}

// Nothing for what is no document of Pandoc's.
std::optional<std::vector<int>> ApiVersionOf(const Json& document) {
  if (!document.is_object()) return std::nullopt;
  const auto numbers = document.find("pandoc-api-version");
  if (numbers == document.end() || !numbers->is_array() || numbers->empty()) return std::nullopt;
  std::vector<int> version;
  for (const Json& number : *numbers) {
    if (!number.is_number_unsigned() || number.get<std::uint64_t>() > kMaxVersion) return std::nullopt;
    version.push_back(number.get<int>());
  }
  return version;
}

}  // namespace

Result<PandocTool> ProbePandoc(ProcessRunner& processes) {
  const auto answer = processes.Run({.argv = {"pandoc", "--version"}});
  if (!answer) return tl::unexpected(Needed(answer.error()));
  std::string version = FirstLine(answer->out);
  version.erase(0, version.find(' ') == std::string::npos ? version.size() : version.find(' ') + 1);
  const std::array<int, 2> numbers = MajorMinor(version);
  if (answer->status != 0 || numbers[0] == 0) {
    return tl::unexpected(NoVersion("pandoc", *answer, kInstallPandoc));
  }
  if (numbers < kOldest) {
    return Failure(fmt::format("pandoc {} is too old: {}.{} or newer is needed to write documents", version,
                               kOldest[0], kOldest[1]),
                   kInstallPandoc);
  }
  const auto empty = processes.Run(PandocCommand({"--from=markdown", "--to=json"}));
  if (!empty) return tl::unexpected(Needed(empty.error()));
  const Json document = Json::parse(empty->out, nullptr, false);
  const auto api_version = ApiVersionOf(document);
  if (empty->status != 0 || !api_version) {
    return Failure(fmt::format("pandoc {} does not work: {}", version, Complaint(*empty)),
                   HintFor(*empty, kInstallPandoc));
  }
  return PandocTool{std::move(version), *api_version};
}

Result<std::vector<std::string>> PandocWriters(ProcessRunner& processes) {
  const auto answer = processes.Run(PandocCommand({"--list-output-formats"}));
  if (!answer) return tl::unexpected(Needed(answer.error()));
  if (answer->status != 0) {
    return Failure("pandoc does not work: " + Complaint(*answer), HintFor(*answer, kInstallPandoc));
  }
  std::istringstream names(answer->out);
  std::vector<std::string> writers;
  for (std::string name; names >> name;) writers.push_back(name);
  return writers;
}

Result<std::string> RunPandoc(ProcessRunner& processes, const PandocRequest& request) {
  Command command = PandocCommand({"--from=json", "--to=" + request.to, "--output=-", "--fail-if-warnings"});
  command.argv.insert(command.argv.end(), request.options.begin(), request.options.end());
  // What is no UTF-8 was reported; it must not end the build here.
  command.input = request.document->dump(-1, ' ', false, Json::error_handler_t::replace);
  command.directory = request.directory;
  command.environment["SOURCE_DATE_EPOCH"] = std::to_string(request.timestamp);
  auto finished = processes.Run(command);
  if (!finished) return tl::unexpected(finished.error());
  if (finished->status != 0) {
    const std::string complaint = Complaint(*finished);
    return Failure(fmt::format("pandoc failed with status {} while it wrote {}: {}", finished->status,
                               request.to, complaint),
                   HintFor(*finished, RemedyFor(complaint)));
  }
  return std::move(finished->out);
}

}  // namespace guidec
