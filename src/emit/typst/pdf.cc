#include "emit/typst/pdf.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kOldestNode = 18;
constexpr char kInstallHint[] = "run ci/setup, or install Node.js 18 or newer";

constexpr char kSystemFonts[] = "/usr/share/fonts";

// What Open Sans has: Latin, Greek and Cyrillic letters and their punctuation.
bool IsUsual(char32_t letter) {
  return letter < 0x530 || (letter >= 0x1e00 && letter < 0x2070) || letter == U'€' || letter == U'™' ||
         letter == U'−';
}

Json ThemeJson(const Theme& theme) {
  Json json = Json::object();
  if (!theme.clinic.empty()) json["clinic"] = theme.clinic;
  if (!theme.footer.empty()) json["footer"] = theme.footer;
  if (!theme.font.empty()) json["font"] = theme.font;
  if (theme.logo) json["logo"] = Json{{"file", theme.logo->path.string()}, {"alt", theme.logo_alt}};
  for (const ThemeColour& colour : kThemeColours) json["colours"][colour.name] = theme.Colour(colour.name);
  return json;
}

Error TemplateError(const Json& outcome) {
  const Json& error = outcome.at("errors").at(0);
  std::string place = "a template";
  if (error.at("file").is_string()) {
    place = error.at("file").get<std::string>();
    if (error.at("line").is_number()) {
      place += fmt::format(":{}:{}", error.at("line").get<int>(), error.at("column").get<int>());
    }
  }
  std::string hint;
  for (const Json& entry : error.at("hints")) {
    if (!hint.empty()) hint += "; ";
    hint += entry.get<std::string>();
  }
  return Error{fmt::format("Typst cannot set `{}`: {}: {}",
                           std::filesystem::path(outcome.at("output").get<std::string>()).filename().string(),
                           place, error.at("message").get<std::string>()),
               hint};
}

// The first thing that went wrong in what compile.mjs printed.
std::optional<Error> FirstError(const std::string& out) {
  for (std::size_t from = 0; from < out.size();) {
    const std::size_t end = std::min(out.find('\n', from), out.size());
    const Json line = Json::parse(out.substr(from, end - from), nullptr, false);
    from = end + 1;
    if (line.contains("error")) {
      const std::string message = line.at("error").get<std::string>();
      const bool package = message.find("npm package") != std::string::npos;
      return Error{fmt::format("Typst cannot start: {}", message),
                   package ? "run ci/setup to install it" : line.value("hint", "")};
    }
    if (line.contains("errors") && !line.at("errors").empty()) return TemplateError(line);
  }
  return std::nullopt;
}

std::string LastLine(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text.substr(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);
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
    return Failure(error.message + "; it is needed to set PDFs", kInstallHint);
  }
  std::string version = finished->out;
  while (!version.empty() && version.back() == '\n') version.pop_back();
  int major = 0;
  if (version.starts_with('v')) std::from_chars(version.data() + 1, version.data() + version.size(), major);
  if (finished->status != 0 || major == 0) {
    return Failure("`node --version` does not answer with a version", kInstallHint);
  }
  if (major < kOldestNode) {
    return Failure(
        fmt::format("node {} is too old: {} or newer is needed to set PDFs", version.substr(1), kOldestNode),
        kInstallHint);
  }
  return version.substr(1);
}

Result<std::string> SetPdfs(ProcessRunner& processes, const PdfRequest& request,
                            const std::function<void(const std::filesystem::path&)>& on_done) {
  const std::filesystem::path templates = request.data / "templates";
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
  for (const auto& folder : FontFolders(request.theme, request.system_fonts))
    fonts.push_back(folder.string());
  Json input{{"templates", templates.string()},   {"theme", ThemeJson(request.theme)},
             {"fonts", std::move(fonts)},         {"bundles", std::move(bundles)},
             {"timestamp", request.timestamp},    {"paper", request.paper},
             {"largePrint", request.large_print}, {"jobs", std::move(jobs)}};
  if (request.theme.templates) input["overrides"] = request.theme.templates->path.string();
  std::string typst_version;
  const auto finished = processes.Run({
      .argv = {"node", (templates / "compile.mjs").string()},
      .input = input.dump(),
      .environment = {{"LC_ALL", "C.UTF-8"}, {"TZ", "UTC"}},
      .on_line =
          [&](std::string_view text) {
            const Json line = Json::parse(text, nullptr, false);
            if (!line.is_object()) return;
            if (line.contains("typst")) typst_version = line.at("typst");
            if (line.contains("pages")) on_done(line.at("output").get<std::string>());
          },
  });
  if (!finished) return tl::unexpected(finished.error());
  if (auto error = FirstError(finished->out)) return tl::unexpected(*std::move(error));
  if (finished->status != 0) {
    return Failure(fmt::format("node failed with status {} while it set the PDFs: {}", finished->status,
                               LastLine(finished->err)));
  }
  return typst_version;
}

}  // namespace guidec
