#include <filesystem>

#include "emit/typst/pdf.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace guidec {
namespace {

// Answers with `out` and keeps what it was asked.
class FakeNode : public ProcessRunner {
 public:
  explicit FakeNode(std::string out, int status = 0) : out_(std::move(out)), status_(status) {}

  Result<Finished> Run(const Command& command) override {
    ++runs;
    request = nlohmann::json::parse(command.input);
    for (std::size_t from = 0, end; (end = out_.find('\n', from)) != std::string::npos; from = end + 1) {
      command.on_line(std::string_view(out_).substr(from, end - from));
    }
    return Finished{status_, out_, ""};
  }

  int runs = 0;
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
  request.print.paper = "letter";
  request.print.is_large = true;
  request.bundles["a"] = "a.json";
  request.bundles["b"] = "b.json";
  request.jobs = {{"guide.typ", "out/a.pdf", "a"}, {"answer-key.typ", "out/b.pdf", "b"}};
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
  CHECK(node.request.at("jobs").size() == 2);
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
      {R"({"error": "there is no font `Lat` in `x`", "hint": "correct `theme.font`"})",
       "Typst cannot start: there is no font `Lat` in `x`", "correct `theme.font`"},
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
        "{\"typst\": \"\xff\"}\n"}) {
    INFO(out);
    FakeNode node(out);
    const auto set = SetPdfs(node, TwoJobs(), [](const std::filesystem::path&) {});
    REQUIRE_FALSE(set);
    CHECK(set.error().message == "node did not answer as expected while it set the PDFs");
    CHECK_FALSE(set.error().hint.empty());
  }
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

}  // namespace
}  // namespace guidec
