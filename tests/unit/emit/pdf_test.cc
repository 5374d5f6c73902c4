#include "emit/typst/pdf.h"

#include <cstdlib>
#include <filesystem>
#include <optional>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace guidec {
namespace pdf_test {

// Answers with `out` and keeps what it was asked.
class FakeNode : public ProcessRunner {
 public:
  explicit FakeNode(std::string out, int status = 0) : out_(std::move(out)), status_(status) {}

  Result<Finished> Run(const Command& command) override {
    ++runs;
    asked = command;
    request = nlohmann::json::parse(command.input);
    for (std::size_t from = 0, end; (end = out_.find('\n', from)) != std::string::npos; from = end + 1) {
      command.on_line(std::string_view(out_).substr(from, end - from));
    }
    return Finished{status_, out_, err};
  }

  int runs = 0;
  Command asked;
  std::string err;
  nlohmann::json request;

 private:
  std::string out_;
  int status_;
};

constexpr char kAllSet[] =
    "{\"typst\": \"0.7.0\"}\n{\"output\": \"out/a.pdf\", \"pages\": 1}\n"
    "{\"output\": \"out/b.pdf\", \"pages\": 2}\n";

PdfRequest TwoJobs() {
  PdfRequest request;
  request.data = "data";
  request.print = {{"paper", "letter"}, {"large-print", "true"}};
  request.bundles["a"] = "a.json";
  request.bundles["b"] = "b.json";
  request.timestamp = 1000000000;
  request.jobs = {{"guide.typ", "out/a.pdf", "a"}, {"answer-key.typ", "out/b.pdf", "b", {{"version", "A"}}}};
  return request;
}

TEST_CASE("all PDFs, whatever their edition, print and theme, are set by one process") {
  PdfRequest request = TwoJobs();
  request.theme.clinic = "Riverside";
  request.theme.font = "Lato";
  request.theme.logo = ThemePath{"brand/logo.svg", {}};
  request.theme.logo_alt = "A bridge";
  request.theme.fonts = ThemePath{"brand/fonts", {}};
  request.logo = "staged/logo.svg";
  request.fonts = {{"staged/fonts", "brand/fonts"}};
  request.templates = "staged/templates";
  request.own = {"quiz.typ"};
  request.theme.templates = ThemePath{"brand/templates", {}};
  request.theme.colours["accent"] = {"#3b2a6b", {}};
  FakeNode node(kAllSet);
  REQUIRE(SetPdfs(node, request, [](const std::filesystem::path&) {}));
  CHECK(node.runs == 1);
  CHECK(node.asked.argv == std::vector<std::string>{"node", "data/templates/compile.mjs"});
  CHECK(node.asked.environment == std::map<std::string, std::string>{{"LC_ALL", "C.UTF-8"}, {"TZ", "UTC"}});
  CHECK(node.request.at("jobs") == nlohmann::json::parse(R"([
          {"template": "guide.typ", "output": "out/a.pdf", "bundle": "a", "inputs": {}},
          {"template": "answer-key.typ", "output": "out/b.pdf", "bundle": "b", "inputs": {"version": "A"}}])"));
  CHECK(node.request.at("bundles") == nlohmann::json{{"a", "a.json"}, {"b", "b.json"}});
  CHECK(node.request.at("words").at("contents") == "In this guide");
  CHECK(node.request.at("timestamp") == 1000000000);
  CHECK(node.request.at("inputs").at("paper") == "letter");
  CHECK(node.request.at("inputs").at("large-print") == "true");
  CHECK(node.request.at("templates") == "staged/templates");
  CHECK(node.request.at("own") == nlohmann::json{{"folder", "brand/templates"}, {"files", {"quiz.typ"}}});
  CHECK(node.request.at("fonts").front() ==
        nlohmann::json{{"folder", "staged/fonts"}, {"shown", "brand/fonts"}});
  const auto& theme = node.request.at("theme");
  CHECK(theme.at("clinic") == "Riverside");
  CHECK_FALSE(theme.contains("footer"));
  CHECK(theme.at("font") == "Lato");
  CHECK(theme.at("logo") == nlohmann::json{{"file", "staged/logo.svg"}, {"alt", "A bridge"}});
  CHECK(theme.at("colours").at("accent") == "#3b2a6b");
  CHECK(theme.at("colours").at("text") == "#1d2a31");
}

TEST_CASE("what Typst says is said with its place") {
  struct Case {
    std::string_view line;
    std::string_view message;
    std::string_view hint;
  };
  static constexpr Case kCases[] = {
      {R"({"output": "out/a.pdf", "errors": [{"message": "unclosed delimiter", "file": "mine/handout.typ", "line": 3,
           "column": 9, "hints": ["close it"]}]})",
       "Typst cannot set `a.pdf`: mine/handout.typ:3:9: unclosed delimiter", "close it"},
      {R"({"output": "out/a.pdf", "errors": [{"message": "broken", "file": null, "line": null, "column": null,
           "hints": []}]})",
       "Typst cannot set `a.pdf`: a template: broken", ""},
      {R"({"output": "out/a.pdf", "errors": [{"message": "broken", "line": 3, "column": null, "hints": ["a", "b", "c"]},
           {"message": "later", "file": "x.typ"}]})",
       "Typst cannot set `a.pdf`: a template: broken", "a; b; c"},
      {R"({"output": "out/a.pdf", "errors": [{"message": "broken", "file": "x.typ", "column": 3}]})",
       "Typst cannot set `a.pdf`: x.typ: broken", ""},
      {R"({"error": "there is no font `Lat` in `x`", "hint": "correct `theme.font`"})",
       "Typst cannot start: there is no font `Lat` in `x`", "correct `theme.font`"},
      {R"({"error": "no such folder: x"})", "Typst cannot start: no such folder: x", ""},
      {R"({"error": "cannot load the npm package typst: no", "hint": "h"})",
       "Typst cannot start: cannot load the npm package typst: no",
       "install guidec's package anew; in guidec's checkout, run ci/setup"},
  };
  for (const Case& c : kCases) {
    std::string line(c.line);
    std::erase(line, '\n');
    FakeNode node(line + "\n", 1);
    const auto set = SetPdfs(node, TwoJobs(), [](const std::filesystem::path&) {});
    REQUIRE_FALSE(set);
    CHECK(set.error().message == c.message);
    CHECK(set.error().hint == c.hint);
  }
}

TEST_CASE("an answer that is none of compile.mjs's is an error that names node") {
  for (const char* out :
       {"", "hello\n", "[]\n", "3\n", "{}\n", "{\"typst\": 7}\n", "{\"typst\": \"0.7.0\"}\nnull\n",
        "{\"typst\": \"0.7.0\"}\n{\"output\": 3, \"pages\": 1}\n",
        "{\"typst\": \"0.7.0\"}\n{\"output\": \"out/a.pdf\", \"pages\": 1}\n",
        "{\"typst\": \"0.7.0\"}\n{\"output\": \"a\", \"errors\": 3}\n",
        "{\"output\": \"a\", \"errors\": []}\n", "{\"output\": \"a\", \"errors\": [3]}\n",
        "{\"output\": \"a\", \"errors\": [{}]}\n", "{\"output\": \"a\", \"errors\": [{\"message\": []}]}\n",
        "{\"output\": \"a\", \"errors\": [{\"message\": \"m\", \"hints\": [3]}]}\n", "{\"error\": {}}\n",
        "{\"typst\": \"\xff\"}\n",
        "{\"output\": \"out/a.pdf\", \"pages\": 1}\n{\"output\": \"out/b.pdf\", \"pages\": 2}\n",
        "{\"typst\": \"0.7.0\"}\n{}\n{\"output\": \"out/a.pdf\", \"pages\": 1}\n"
        "{\"output\": \"out/b.pdf\", \"pages\": 2}\n"}) {
    INFO(out);
    FakeNode node(out);
    const auto set = SetPdfs(node, TwoJobs(), [](const std::filesystem::path&) {});
    REQUIRE_FALSE(set);
    CHECK(set.error().message == "node did not answer as expected while it set the PDFs");
    CHECK(set.error().hint == "check that `node` in PATH is Node.js itself");
  }
}

TEST_CASE("a file is told of as it is done, and the version at the end") {
  FakeNode node(kAllSet);
  std::vector<std::string> done;
  const auto set =
      SetPdfs(node, TwoJobs(), [&](const std::filesystem::path& file) { done.push_back(file.string()); });
  REQUIRE(set);
  CHECK(*set == "0.7.0");
  CHECK(done == std::vector<std::string>{"out/a.pdf", "out/b.pdf"});
  CHECK_FALSE(node.request.contains("own"));
  CHECK(node.request.at("fonts").empty());
  CHECK_FALSE(node.request.at("theme").contains("logo"));
}

TEST_CASE("of several faults the first is told, and then node's own") {
  const std::string fault = "{\"output\": \"a.pdf\", \"errors\": [{\"message\": \"MESSAGE\"}]}\n";
  const auto message_of = [](FakeNode& node) {
    return SetPdfs(node, TwoJobs(), [](const std::filesystem::path&) {}).error().message;
  };
  FakeNode both(kAllSet + fault + "{\"error\": \"late\"}\n", 1);
  CHECK(message_of(both) == "Typst cannot set `a.pdf`: a template: MESSAGE");
  for (const auto& [err, last] :
       {std::pair("first\nTypeError: x \n\n", "TypeError: x"), {"one line", "one line"}, {"", ""}}) {
    FakeNode broken(kAllSet, 134);
    broken.err = err;
    CHECK(message_of(broken) == std::string("node failed with status 134 while it set the PDFs: ") + last);
  }
}

TEST_CASE("node is asked for its version") {
  class Node : public ProcessRunner {
   public:
    Result<Finished> Run(const Command& command) override {
      CHECK(command.argv == std::vector<std::string>{"node", "--version"});
      if (error) return tl::unexpected(*error);
      return finished;
    }
    Finished finished;
    std::optional<Error> error;
  };
  constexpr char kInstall[] =
      "install Node.js 18 or newer: `apt install nodejs`, or ci/setup in guidec's checkout";
  const struct {
    Finished finished;
    std::string version;
    std::string message;
  } cases[] = {
      {{0, "v18.0.0\n", ""}, "18.0.0", ""},
      {{0, "v20.19.2\n\n", ""}, "20.19.2", ""},
      {{0, "v17.9.9\n", ""}, "", "node 17.9.9 is too old: 18 or newer is needed to set PDFs"},
      {{0, "v1.0\n", ""}, "", "node 1.0 is too old: 18 or newer is needed to set PDFs"},
      {{1, "v20.0.0\n", "broken\nmore"}, "", "`node --version` does not answer with a version: broken"},
      {{0, "20.0.0\n", ""}, "", "`node --version` does not answer with a version"},
      {{0, "v\n", ""}, "", "`node --version` does not answer with a version"},
      {{0, "", ""}, "", "`node --version` does not answer with a version"},
  };
  for (const auto& [finished, version, message] : cases) {
    INFO(finished.out);
    Node node;
    node.finished = finished;
    const auto found = ProbeNode(node);
    CHECK(found.value_or("") == version);
    if (found) continue;
    CHECK(found.error().message == message);
    CHECK(found.error().hint == kInstall);
  }
  Node missing;
  missing.error = Error{"cannot run `node`", ""};
  CHECK(ProbeNode(missing).error().message == "cannot run `node`; it is needed to set PDFs");
  CHECK(ProbeNode(missing).error().hint == kInstall);
  missing.error = Error{"cannot run `node`", "check the permissions"};
  CHECK(ProbeNode(missing).error().message == "cannot run `node`");
  CHECK(ProbeNode(missing).error().hint == "check the permissions");
}

TEST_CASE("the machine's fonts are read for a theme's face and for letters that the usual one lacks") {
  for (const char* text : {"", "a", "\u052f", "\u1e00", "\u206f", "€", "™", "−"}) {
    INFO(text);
    CHECK_FALSE(NeedsSystemFonts({}, text));
  }
  for (const char* text : {"\u0530", "\u1dff", "\u2070", "a平", "\u20ab", "\u2121", "\u2211"}) {
    INFO(text);
    CHECK(NeedsSystemFonts({}, text));
  }
  Theme faced;
  faced.font = "Lato";
  CHECK(NeedsSystemFonts(faced, ""));
  Theme clinic;
  clinic.clinic = "平";
  CHECK(NeedsSystemFonts(clinic, ""));
}

TEST_CASE("fonts are looked for in the theme's folder, then in guidec's, then in the machine's") {
  using Folders = std::vector<std::filesystem::path>;
  class FontFolder {
   public:
    explicit FontFolder(const char* folder) {
      if (const char* was = std::getenv("GUIDEC_FONT_DIR")) was_ = was;
      folder == nullptr ? ::unsetenv("GUIDEC_FONT_DIR") : ::setenv("GUIDEC_FONT_DIR", folder, 1);
    }
    ~FontFolder() { was_ ? ::setenv("GUIDEC_FONT_DIR", was_->c_str(), 1) : ::unsetenv("GUIDEC_FONT_DIR"); }

   private:
    std::optional<std::string> was_;
  };
  Theme theme;
  theme.fonts = ThemePath{"brand/fonts", {}};
  for (const char* unset : {static_cast<const char*>(nullptr), ""}) {
    const FontFolder variable(unset);
    const Folders ours = FontFolders({}, false);
    REQUIRE(ours.size() == 1);
    CHECK_FALSE(ours.front().empty());
    CHECK(FontFolders({}, true) == Folders{ours.front(), "/usr/share/fonts"});
    CHECK(FontFolders(theme, true) == Folders{"brand/fonts", ours.front(), "/usr/share/fonts"});
  }
  const FontFolder variable("elsewhere");
  CHECK(FontFolders({}, true) == Folders{"elsewhere"});
  CHECK(FontFolders(theme, false) == Folders{"brand/fonts", "elsewhere"});
}

TEST_CASE("a place in a template that is half given is left out") {
  FakeNode node(
      "{\"output\": \"a.pdf\", \"errors\": [{\"message\": \"m\", \"file\": \"x.typ\", \"line\": \"3\", "
      "\"column\": 1}]}\n",
      1);
  const auto set = SetPdfs(node, TwoJobs(), [](const std::filesystem::path&) {});
  REQUIRE_FALSE(set);
  CHECK(set.error().message == "Typst cannot set `a.pdf`: x.typ: m");
}

}  // namespace pdf_test
}  // namespace guidec
