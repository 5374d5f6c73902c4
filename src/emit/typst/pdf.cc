#include "emit/typst/pdf.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kOldestNode = 18;
constexpr char kInstallNode[] =
    "install Node.js 18 or newer: `apt install nodejs`, or ci/setup in guidec's checkout";

constexpr char kSystemFonts[] = "/usr/share/fonts";

// What Open Sans has: Latin, Greek and Cyrillic letters and their punctuation.
bool IsUsual(char32_t letter) {
  return letter < 0x530 || (letter >= 0x1e00 && letter < 0x2070) || letter == U'€' || letter == U'™' ||
         letter == U'−';
}

Json ThemeJson(const Theme& theme) {
  Json json = Json::object();
  for (const auto& [key, member] : kThemeLines) {
    if (!(theme.*member).empty()) json[key] = theme.*member;
  }
  if (theme.logo) json["logo"] = Json{{"file", theme.logo->path.string()}, {"alt", theme.logo_alt}};
  for (const ThemeColour& colour : kThemeColours) json["colours"][colour.name] = theme.Colour(colour.name);
  return json;
}

// What compile.mjs printed, and only that, as it is described there.
struct ToolAnswer {
  std::string output;  // empty where the line is about none
  std::optional<Error> error;
  std::optional<std::string> typst;
};

// A text of `json`, which may be anything; nothing when it is none.
std::optional<std::string> TextIn(const Json& json, const char* key) {
  if (!json.is_object()) return std::nullopt;
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

std::optional<std::int64_t> NumberIn(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_number_integer() ? std::optional(found->get<std::int64_t>())
                                                           : std::nullopt;
}

std::optional<Error> TemplateError(const std::string& output, const Json& errors) {
  if (!errors.is_array() || errors.empty()) return std::nullopt;
  const Json& error = errors.front();
  const auto message = TextIn(error, "message");
  if (!message) return std::nullopt;
  std::string place = TextIn(error, "file").value_or("a template");
  const auto line = NumberIn(error, "line");
  const auto column = NumberIn(error, "column");
  if (line && column) place += fmt::format(":{}:{}", *line, *column);
  std::string hint;
  const auto hints = error.find("hints");
  for (const Json& entry : hints != error.end() && hints->is_array() ? *hints : Json::array()) {
    if (!entry.is_string()) return std::nullopt;
    if (!hint.empty()) hint += "; ";
    hint += entry.get<std::string>();
  }
  return Error{fmt::format("Typst cannot set `{}`: {}: {}", std::filesystem::path(output).filename().string(),
                           place, *message),
               hint};
}

Error StartError(const std::string& message, const Json& line) {
  const bool package = message.find("npm package") != std::string::npos;
  return Error{fmt::format("Typst cannot start: {}", message),
               package ? "install guidec's package anew; in guidec's checkout, run ci/setup"
                       : TextIn(line, "hint").value_or("")};
}

// Nothing for a line that compile.mjs does not print.
std::optional<ToolAnswer> ReadAnswer(std::string_view text) {
  const Json line = Json::parse(text, nullptr, false);
  if (!line.is_object()) return std::nullopt;
  if (auto typst = TextIn(line, "typst")) return ToolAnswer{"", std::nullopt, std::move(typst)};
  if (const auto message = TextIn(line, "error"))
    return ToolAnswer{"", StartError(*message, line), std::nullopt};
  const auto output = TextIn(line, "output");
  if (!output) return std::nullopt;
  if (line.contains("pages")) return ToolAnswer{*output, std::nullopt, std::nullopt};
  auto error = line.contains("errors") ? TemplateError(*output, line.at("errors")) : std::nullopt;
  if (!error) return std::nullopt;
  return ToolAnswer{*output, std::move(error), std::nullopt};
}

std::string LastLine(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text.substr(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);
}

// What compile.mjs reads. What is not UTF-8 was reported; it must not end the build here.
std::string InputOf(const PdfRequest& request) {
  Json jobs = Json::array();
  for (const PdfJob& job : request.jobs) {
    jobs.push_back(Json{{"template", job.template_name},
                        {"output", job.output.string()},
                        {"bundle", job.bundle},
                        {"inputs", job.inputs}});
  }
  Json bundles = Json::object();
  for (const auto& [name, path] : request.bundles) bundles[name] = path.string();
  Json fonts = Json::array();
  for (const auto& [folder, shown] : request.fonts) {
    fonts.push_back(Json{{"folder", folder.string()}, {"shown", shown.string()}});
  }
  Json theme = ThemeJson(request.theme);
  if (request.logo) theme["logo"]["file"] = request.logo->string();
  Json input{{"templates", request.templates.string()},
             {"theme", std::move(theme)},
             {"fonts", std::move(fonts)},
             {"words", request.words.All()},
             {"bundles", std::move(bundles)},
             {"timestamp", request.timestamp},
             {"inputs", request.print},
             {"jobs", std::move(jobs)}};
  if (request.theme.templates) {
    input["own"] = Json{{"folder", request.theme.templates->path.string()}, {"files", request.own}};
  }
  return input.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

bool NeedsSystemFonts(const Theme& theme, std::string_view text) {
  return !theme.font.empty() || !AllCodePoints(text, IsUsual) || !AllCodePoints(ThemeText(theme), IsUsual);
}

std::vector<std::filesystem::path> FontFolders(const Theme& theme, bool system_fonts) {
  std::vector<std::filesystem::path> folders;
  if (theme.fonts) folders.push_back(theme.fonts->path);
  const char* folder = std::getenv("GUIDEC_FONT_DIR");
  const bool is_set = folder != nullptr && *folder != '\0';
  folders.emplace_back(is_set ? folder : GUIDEC_FONT_DIR);
  if (system_fonts && !is_set) folders.emplace_back(kSystemFonts);
  return folders;
}

std::string ThemeText(const Theme& theme) {
  return ThemeJson(theme).dump();
}

Result<std::string> ProbeNode(ProcessRunner& processes) {
  const auto finished = processes.Run({.argv = {"node", "--version"}});
  if (!finished) {
    const Error& error = finished.error();
    if (!error.hint.empty()) return tl::unexpected(error);
    return Failure(error.message + "; it is needed to set PDFs", kInstallNode);
  }
  std::string version = finished->out;
  while (!version.empty() && version.back() == '\n') version.pop_back();
  int major = 0;
  if (version.starts_with('v')) std::from_chars(version.data() + 1, version.data() + version.size(), major);
  if (finished->status != 0 || major == 0) {
    return tl::unexpected(NoVersion("node", *finished, kInstallNode));
  }
  if (major < kOldestNode) {
    return Failure(
        fmt::format("node {} is too old: {} or newer is needed to set PDFs", version.substr(1), kOldestNode),
        kInstallNode);
  }
  return version.substr(1);
}

Result<std::string> SetPdfs(ProcessRunner& processes, const PdfRequest& request,
                            const std::function<void(const std::filesystem::path&)>& on_done) {
  std::optional<std::string> typst_version;
  std::optional<Error> error;
  bool is_odd = false;
  std::set<std::string> done;
  const auto finished = processes.Run({
      .argv = {"node", (request.data / "templates" / "compile.mjs").string()},
      .input = InputOf(request),
      .environment = {{"LC_ALL", "C.UTF-8"}, {"TZ", "UTC"}},
      .on_line =
          [&](std::string_view text) {
            auto answer = ReadAnswer(text);
            if (!answer) {
              is_odd = true;
            } else if (answer->error) {
              if (!error) error = std::move(answer->error);
            } else if (answer->typst) {
              typst_version = std::move(answer->typst);
            } else {
              done.insert(answer->output);
              on_done(answer->output);
            }
          },
  });
  if (!finished) return tl::unexpected(finished.error());
  if (error) return tl::unexpected(*std::move(error));
  if (finished->status != 0) {
    return Failure(fmt::format("node failed with status {} while it set the PDFs: {}", finished->status,
                               LastLine(finished->err)),
                   HintFor(*finished, ""));
  }
  const bool is_whole = std::ranges::all_of(
      request.jobs, [&](const PdfJob& job) { return done.contains(job.output.string()); });
  if (is_odd || !typst_version || !is_whole) {
    return Failure("node did not answer as expected while it set the PDFs",
                   "check that `node` in PATH is Node.js itself");
  }
  return *std::move(typst_version);
}

}  // namespace guidec
