#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "emit/pandoc/adapt.h"
#include "emit/pandoc/ast.h"
#include "emit/pandoc/pandoc.h"
#include "lint/example.h"
#include "model/read/load.h"
#include "support/golden.h"

namespace guidec {
namespace pandoc_test {

using Json = nlohmann::ordered_json;

// ---- The AST in a form that a person can read: a block a line, what it holds below it ----

std::string AttributesText(const Json& attributes) {
  std::string text;
  if (attributes[0] != "") text += " #" + attributes[0].get<std::string>();
  for (const Json& name : attributes[1]) text += " ." + name.get<std::string>();
  for (const Json& pair : attributes[2]) {
    text += fmt::format(" {}={}", pair[0].get<std::string>(), pair[1].get<std::string>());
  }
  return text;
}

std::string InlinesText(const Json& inlines) {
  std::string text;
  for (const Json& inline_node : inlines) {
    const std::string type = inline_node["t"];
    const Json& content = inline_node.contains("c") ? inline_node["c"] : inline_node["t"];
    if (type == "Str") {
      const std::string word = content;
      text += word == "\u00A0" ? "~" : word;
    } else if (type == "Space") {
      text += " ";
    } else if (type == "LineBreak") {
      text += "\\";
    } else if (type == "Code") {
      text += fmt::format("Code{{{}}}", content[1].get<std::string>());
    } else if (type == "Span") {
      text += fmt::format("Span({}){{{}}}", AttributesText(content[0]).substr(1), InlinesText(content[1]));
    } else if (type == "Link" || type == "Image") {
      text += fmt::format("{}({}){{{}}}", type, content[2][0].get<std::string>(), InlinesText(content[1]));
    } else {
      text += fmt::format("{}{{{}}}", type, InlinesText(content));
    }
  }
  return text;
}

std::string BlocksText(const Json& blocks, std::size_t depth = 0);

std::string ItemsText(const Json& items, std::size_t depth) {
  std::string text;
  for (const Json& item : items)
    text += fmt::format("{}-\n{}", std::string(depth * 2, ' '), BlocksText(item, depth + 1));
  return text;
}

std::string BlocksText(const Json& blocks, std::size_t depth) {
  std::string text;
  for (const Json& block : blocks) {
    const std::string type = block["t"];
    const Json& content = block.contains("c") ? block["c"] : block["t"];
    text += std::string(depth * 2, ' ') + type;
    if (type == "Para" || type == "Plain") {
      text += ": " + InlinesText(content) + "\n";
    } else if (type == "Header") {
      text += fmt::format(" {}{}: {}\n", content[0].get<int>(), AttributesText(content[1]),
                          InlinesText(content[2]));
    } else if (type == "Div") {
      text += AttributesText(content[0]) + "\n" + BlocksText(content[1], depth + 1);
    } else if (type == "CodeBlock") {
      text += AttributesText(content[0]) + ": " + content[1].dump() + "\n";
    } else if (type == "BlockQuote") {
      text += "\n" + BlocksText(content, depth + 1);
    } else if (type == "BulletList") {
      text += "\n" + ItemsText(content, depth + 1);
    } else if (type == "OrderedList") {
      text += fmt::format(" {} {}\n{}", content[0][0].get<int>(), content[0][1]["t"].get<std::string>(),
                          ItemsText(content[1], depth + 1));
    } else if (type == "DefinitionList") {
      text += "\n";
      for (const Json& entry : content) {
        text += fmt::format("{}= {}\n", std::string(depth * 2 + 2, ' '), InlinesText(entry[0]));
        for (const Json& meaning : entry[1]) text += BlocksText(meaning, depth + 2);
      }
    } else {
      text += "\n";
    }
  }
  return text;
}

std::string MetaText(const Json& meta) {
  std::string text;
  for (const auto& [name, value] : meta.items()) {
    const bool is_words = value["t"] == "MetaInlines";
    text += fmt::format("{}: {}\n", name, is_words ? InlinesText(value["c"]) : value.dump());
  }
  return text;
}

struct EveryBlock {
  explicit EveryBlock(const std::string& path = "emit/every-block/sources") {
    const Disk disk;
    auto loaded = LoadWorkspace(disk, GUIDEC_PROJECT "/tests/" + path, sources);
    REQUIRE(loaded);
    REQUIRE(loaded->problems.empty());
    library = std::move(loaded->library);
    REQUIRE(library.guides.size() == 1);
  }
  Json Document(Edition edition, AnswerPlace answers = AnswerPlace::kDetails) const {
    return PandocDocument(GuideView(library, library.guides.front()), {edition, answers});
  }
  Sources sources;
  Library library;
};

TEST_CASE("a guide with a block of every kind becomes a document") {
  const EveryBlock workspace;
  const Json document = workspace.Document(Edition::kInstructor);
  CHECK(document["pandoc-api-version"] == Json::array({1, 22}));
  CheckGolden("emit/every-block/pandoc.txt",
              MetaText(document["meta"]) + "\n" + BlocksText(document["blocks"]));
  for (const auto& [name, adapted] : {std::pair("markdown", ForMarkdown(WithFactsAsLines(document))),
                                      {"boxes", WithBoxStyles(WithFactsAsLines(document))}}) {
    CheckGolden(fmt::format("emit/every-block/{}.txt", name),
                MetaText(adapted["meta"]) + "\n" + BlocksText(adapted["blocks"]));
  }
}

TEST_CASE("other guides become documents, their answers in a chapter") {
  for (const auto& [name, path] :
       {std::pair("stairs", "one_truth/sources"), {"three-balls", "guides/juggling"}}) {
    const Json document = EveryBlock(path).Document(Edition::kInstructor, AnswerPlace::kChapter);
    CheckGolden(fmt::format("emit/pandoc/{}.txt", name),
                MetaText(document["meta"]) + "\n" + BlocksText(document["blocks"]));
  }
}

TEST_CASE("a learner's edition has no word of the key") {
  const EveryBlock workspace;
  for (const AnswerPlace answers : {AnswerPlace::kDetails, AnswerPlace::kChapter}) {
    const std::string instructor = workspace.Document(Edition::kInstructor, answers).dump();
    const std::string learner = workspace.Document(Edition::kLearner, answers).dump();
    const std::string place = answers == AnswerPlace::kDetails ? "\"key\"" : "Answers";
    for (const std::string& word :
         {std::string("WHY-ONE"), std::string("WHY-TWO"), std::string("answer_"), place}) {
      INFO(word);
      CHECK(instructor.find(word) != std::string::npos);
      CHECK(learner.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("the pictures that a document names are files of the workspace") {
  const EveryBlock workspace;
  std::vector<std::string> pictures;
  for (const PictureFile& picture :
       PicturesOf(workspace.library, workspace.library.guides.front(), Edition::kInstructor)) {
    CHECK(Disk().Kind(picture.path) == FileKind::kFile);
    pictures.push_back(picture.name);
  }
  CHECK(pictures ==
        std::vector<std::string>{"pictures/exercises/arm-circles.svg", "pictures/exercises/dot.png"});
}

// As `build --keep-going` does.
TEST_CASE("an exercise and an answer that there are not are left out of a document") {
  const NamedText pieces[] = {
      {"guides/hips/guide.yaml", "introduction:\n  - exercises: [nowhere, plank]\n"},
      {"guides/hips/quiz.yaml",
       "questions:\n  - id: one\n    ask: What helps?\n    choices: {rest: A rest, ice: Some ice}\n"
       "    answer: nothing\n    why: It is so.\n"},
  };
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  const GuideView view(library, library.guides.front());
  const std::string text = PandocDocument(view, {Edition::kInstructor, AnswerPlace::kDetails}).dump();
  CHECK(text.find("nowhere") == std::string::npos);
  CHECK(text.find("\"Some\"") != std::string::npos);
  CHECK(text.find("\"nothing\"") == std::string::npos);
}

TEST_CASE("a picture of an exercise cannot lie outside the workspace") {
  Sources sources;
  const Library library =
      LoadExample("exercises/plank.yaml",
                  "pictures:\n  - {file: plank.png, alt: A plank.}\n  - {file: ../../x.png, alt: No.}\n"
                  "  - {file: /etc/x.png, alt: No.}\n  - {file: x.exe, alt: No.}\n",
                  sources);
  auto pictures = PicturesOf(library, library.guides.front(), Edition::kInstructor);
  std::erase_if(pictures, [](const PictureFile& picture) { return picture.drawn != nullptr; });
  REQUIRE(pictures.size() == 1);
  CHECK(pictures.front().name == "pictures/exercises/plank.png");
  CHECK(pictures.front().path == "exercises/plank.png");
}

void ForEachElement(const Json& node, const std::function<void(const Json&)>& visit) {
  if (node.is_object() && node.contains("t")) visit(node);
  if (node.is_structured()) {
    for (const Json& child : node) ForEachElement(child, visit);
  }
}

TEST_CASE("a document is closed and its links lead somewhere") {
  const EveryBlock workspace;
  std::set<std::string> names;
  for (const PictureFile& picture :
       PicturesOf(workspace.library, workspace.library.guides.front(), Edition::kInstructor)) {
    names.insert(picture.name);
  }
  for (const Edition edition : {Edition::kLearner, Edition::kInstructor}) {
    const Json document = workspace.Document(edition);
    std::multiset<std::string> ids;
    std::vector<std::string> targets;
    ForEachElement(document["blocks"], [&](const Json& element) {
      const std::string type = element["t"];
      CHECK_FALSE(type.starts_with("Raw"));
      if (type == "Image") CHECK(names.contains(element["c"][2][0]));
      if (type == "Link") targets.push_back(element["c"][2][0]);
      if (type == "Header") {
        INFO(element.dump());
        ids.insert(element["c"][1][0].get<std::string>());
        // Pandoc's EPUB writer fails on a heading without one.
        CHECK(element["c"][1][0] != "");
      }
      if ((type == "Div" || type == "Span") && element["c"][0][0] != "") {
        ids.insert(element["c"][0][0].get<std::string>());
      }
    });
    for (const std::string& id : ids) {
      INFO(id);
      CHECK(ids.count(id) == 1);
    }
    for (const std::string& target : targets) {
      INFO(target);
      CHECK((target.starts_with("https://") || ids.contains(target.substr(1))));
    }
  }
}

// What a text block under a section's heading becomes.
std::string TextBlock(std::string_view markdown) {
  std::string yaml = "sections:\n  - id: signs\n    title: Signs\n    body:\n      - text: |\n";
  std::istringstream lines{std::string(markdown)};
  for (std::string line; std::getline(lines, line);) yaml += "          " + line + "\n";
  yaml += "  - id: more\n    title: More\n    body:\n      - exercises: [plank]\n";
  Sources sources;
  const Library library = LoadExample("guides/hips/guide.yaml", yaml, sources);
  const Json document = PandocDocument(GuideView(library, library.guides.front()), {});
  Json block = Json::array();
  bool inside = false;
  for (const Json& node : document["blocks"]) {
    const bool is_chapter = node["t"] == "Header" && node["c"][0] == 1;
    if (inside && is_chapter) break;
    if (inside) block.push_back(node);
    inside = inside || (is_chapter && node["c"][1][0] == "signs");
  }
  return BlocksText(block);
}

TEST_CASE("prose becomes nodes, and what cannot stand in a book becomes words") {
  const struct {
    std::string_view markdown;
    std::string_view blocks;
  } cases[] = {
      {"*a* **b** `c`", "Para: Emph{a} Strong{b} Code{c}\n"},
      {"a\nb\\\nc", "Para: a b\\c\n"},
      {"# not **raw** $x$ <script>alert(1)</script>",
       "Header 2 #heading_1 .unlisted .unnumbered: not Strong{raw} $x$ alert(1)\n"},
      {"# one\n\n### two\n\n# three",
       "Header 2 #heading_1 .unlisted .unnumbered: one\nHeader 3 #heading_2 .unlisted .unnumbered: two\n"
       "Header 2 #heading_3 .unlisted .unnumbered: three\n"},
      {"[here](#signs) [away](#away)", "Para: Link(#signs){here} away\n"},
      {"[plank](#plank)", "Para: Link(#plank){plank}\n"},
      {"[a](https://a.example/?b=1&c) [b](HTTPS://b) [c](javascript:c) [d](d.html)",
       "Para: Link(https://a.example/?b=1&c){a} b c d\n"},
      {"[mail](mailto:a@a.example) [odd](https://a.example/<b>)",
       "Para: Link(mailto:a@a.example){mail} odd\n"},
      {"a [@leaflet] b [@leaflet; @leaflet] c [@unknown].",
       "Para: a~Span(.citation){[Link(#ref-leaflet){1}]} b~Span(.citation){[Link(#ref-leaflet){1}]} c .\n"},
      {"![x y](x.png) ![](/etc/x.png) ![z](../../../z.png) ![w](w.txt)",
       "Para: Image(pictures/guides/hips/x.png){x y}  z w\n"},
      {"![far](https://a.example/far.png)", "Para: Link(https://a.example/far.png){far}\n"},
      {"3. a\n4. b", "OrderedList 3 Decimal\n  -\n    Plain: a\n  -\n    Plain: b\n"},
      {"- a\n\n- b", "BulletList\n  -\n    Para: a\n  -\n    Para: b\n"},
      {"{hold} {odd}", "Para: {hold} {odd}\n"},
      {"```\n[@leaflet] <b>\n```", "CodeBlock: \"[@leaflet] <b>\\n\"\n"},
      {"<div>\n\nx\n\n</div>", "Para: x\n"},
  };
  for (const auto& [markdown, blocks] : cases) {
    INFO(markdown);
    CHECK(TextBlock(markdown) == blocks);
  }
}

TEST_CASE("an identifier is a UUID that changes with guide, version and edition") {
  Sources sources;
  const Library library = LoadExample("guides/hips/guide.yaml", "title: Hip pain\n", sources);
  const Guide& guide = library.guides.front();
  const std::string identifier = IdentifierOf(guide, Edition::kLearner);
  CHECK_THAT(identifier,
             Catch::Matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  CHECK(identifier == IdentifierOf(guide, Edition::kLearner));
  CHECK(identifier != IdentifierOf(guide, Edition::kInstructor));
  Guide later = guide;
  later.version.value = "1.0.1";
  CHECK(identifier != IdentifierOf(later, Edition::kLearner));
  Guide other = guide;
  other.id.value = "knees";
  CHECK(identifier != IdentifierOf(other, Edition::kLearner));
}

// ---- The program ----

// Answers one command after the other.
class FakeProcesses : public ProcessRunner {
 public:
  explicit FakeProcesses(std::vector<Result<Finished>> answers) : answers_(std::move(answers)) {}

  Result<Finished> Run(const Command& command) override {
    commands.push_back(command);
    REQUIRE(commands.size() <= answers_.size());
    return answers_[commands.size() - 1];
  }

  std::vector<Command> commands;

 private:
  std::vector<Result<Finished>> answers_;
};

const Finished kVersion{0, "pandoc 2.17.1.1\nCompiled with pandoc-types 1.22.2.1\n", ""};
const Finished kEmptyDocument{0, R"({"pandoc-api-version":[1,22,2,1],"meta":{},"blocks":[]})", ""};

TEST_CASE("the installed Pandoc tells its versions") {
  FakeProcesses processes({kVersion, kEmptyDocument});
  const auto tool = ProbePandoc(processes);
  REQUIRE(tool);
  CHECK(tool->version == "2.17.1.1");
  CHECK(tool->api_version == std::vector<int>{1, 22, 2, 1});

  FakeProcesses newer({Finished{0, "pandoc 3.1\n", ""},
                       Finished{0, R"({"pandoc-api-version":[1,23],"meta":{},"blocks":[]})", ""}});
  const auto newer_tool = ProbePandoc(newer);
  REQUIRE(newer_tool);
  CHECK(newer_tool->api_version == std::vector<int>{1, 23});
}

TEST_CASE("a Pandoc that lists no formats says why") {
  FakeProcesses listing({Finished{0, "docx\nodt\n", ""}});
  CHECK(PandocWriters(listing).value() == std::vector<std::string>{"docx", "odt"});
  FakeProcesses failing({Finished{1, "docx\n", "no memory\n"}});
  CHECK(PandocWriters(failing).error().message == "pandoc does not work: no memory");
}

TEST_CASE("a Pandoc that will not do is one error with a hint") {
  const struct {
    std::vector<Result<Finished>> answers;
    std::string_view message;
    std::string_view hint;
  } cases[] = {
      {{Failure("`pandoc` is not installed or not in PATH")},
       "`pandoc` is not installed or not in PATH; it is needed to write documents",
       "install Pandoc 2.17 or newer: `apt install pandoc`, or ci/setup in guidec's checkout"},
      {{Finished{0, "pandoc 2.14.2\n", ""}},
       "pandoc 2.14.2 is too old: 2.17 or newer is needed to write documents",
       "install Pandoc 2.17 or newer: `apt install pandoc`, or ci/setup in guidec's checkout"},
      {{Finished{0, "pandoc 1.19\n", ""}},
       "pandoc 1.19 is too old: 2.17 or newer is needed to write documents",
       "install Pandoc 2.17 or newer: `apt install pandoc`, or ci/setup in guidec's checkout"},
      {{Finished{0, "hello\n", ""}},
       "`pandoc --version` does not answer with a version",
       "install Pandoc 2.17 or newer: `apt install pandoc`, or ci/setup in guidec's checkout"},
      {{Finished{127, "", "pandoc: error while loading shared libraries\n"}},
       "`pandoc --version` does not answer with a version: pandoc: error while loading shared libraries",
       "install Pandoc 2.17 or newer: `apt install pandoc`, or ci/setup in guidec's checkout"},
      {{Finished{127, "", "libz.so.1: cannot open shared object file: Error 24\n"}},
       "`pandoc --version` does not answer with a version: libz.so.1: cannot open shared object file: Error "
       "24",
       "too many files are open; `ulimit -n` shows how many may be, and raises it"},
      {{kVersion, Finished{0, R"({"pandoc-api-version": {"a": 1}})", ""}},
       "pandoc 2.17.1.1 does not work: it does not say why",
       "install Pandoc 2.17 or newer: `apt install pandoc`, or ci/setup in guidec's checkout"},
      {{kVersion, Finished{0, R"({"pandoc-api-version": ["one", 99999999999999]})", ""}},
       "pandoc 2.17.1.1 does not work: it does not say why",
       "install Pandoc 2.17 or newer: `apt install pandoc`, or ci/setup in guidec's checkout"},
      {{kVersion, Finished{1, "", "no data\nmore\n"}},
       "pandoc 2.17.1.1 does not work: no data",
       "install Pandoc 2.17 or newer: `apt install pandoc`, or ci/setup in guidec's checkout"},
      {{Failure("interrupted")}, "interrupted", ""},
  };
  for (const auto& [answers, message, hint] : cases) {
    INFO(message);
    FakeProcesses processes(answers);
    const auto tool = ProbePandoc(processes);
    REQUIRE_FALSE(tool);
    CHECK(tool.error().message == message);
    CHECK(tool.error().hint == hint);
  }
}

TEST_CASE("Pandoc gets the document on its input, no shell and no folder of its user") {
  FakeProcesses processes({Finished{0, "bytes", ""}});
  const Json document{{"blocks", Json::array()}};
  const auto written = RunPandoc(processes, {.document = &document,
                                             .to = "epub3",
                                             .options = {"--toc"},
                                             .directory = "scratch",
                                             .timestamp = 86400});
  REQUIRE(written);
  CHECK(*written == "bytes");
  const Command& command = processes.commands.front();
  CHECK(command.argv == std::vector<std::string>{"pandoc", "--data-dir=no-data", "--from=json", "--to=epub3",
                                                 "--output=-", "--fail-if-warnings", "--toc"});
  CHECK(command.input == R"({"blocks":[]})");
  CHECK(command.directory == "scratch");
  CHECK(command.environment.at("SOURCE_DATE_EPOCH") == "86400");
  CHECK(command.environment.at("LC_ALL") == "C.UTF-8");
}

TEST_CASE("a Pandoc that fails is one error with its first complaint") {
  const struct {
    Result<Finished> answer;
    std::string_view message;
    std::string_view hint;
  } cases[] = {
      {Finished{3, "", "[WARNING] Could not fetch resource x.png\nFailing because there were warnings.\n"},
       "pandoc failed with status 3 while it wrote epub3: [WARNING] Could not fetch resource x.png",
       "this is a fault in guidec or in Pandoc, not in the sources: report it with the sources"},
      {Finished{3, "", "[WARNING] Could not convert image x.svg: rsvg-convert: does not exist\n"},
       "pandoc failed with status 3 while it wrote epub3: [WARNING] Could not convert image x.svg: "
       "rsvg-convert: does not exist",
       "install rsvg-convert, which turns drawings into what the format holds: `apt install librsvg2-bin`, "
       "or "
       "ci/setup in guidec's checkout"},
      {Finished{3, "", "[WARNING] Could not determine image size for x.png\n"},
       "pandoc failed with status 3 while it wrote epub3: [WARNING] Could not determine image size for x.png",
       "check that the picture is sound, and of a kind that the format can hold"},
      {Finished{137, "", ""}, "pandoc failed with status 137 while it wrote epub3: it does not say why",
       "this is a fault in guidec or in Pandoc, not in the sources: report it with the sources"},
      {Failure("`pandoc` did not finish within 120 s and was ended", "try again"),
       "`pandoc` did not finish within 120 s and was ended", "try again"},
      {Failure("interrupted"), "interrupted", ""},
  };
  for (const auto& [answer, message, hint] : cases) {
    INFO(message);
    FakeProcesses processes({answer});
    const Json document = Json::object();
    const auto written = RunPandoc(processes, {.document = &document, .to = "epub3", .directory = "."});
    REQUIRE_FALSE(written);
    CHECK(written.error().message == message);
    CHECK(written.error().hint == hint);
  }
}

}  // namespace pandoc_test
}  // namespace guidec
