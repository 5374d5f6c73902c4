#include "model/read/load.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "unit/model/paragraphs.h"

namespace guidec {
namespace load_test {

constexpr std::string_view kExercise = "# yaml-language-server: $schema=../../schema/exercise.schema.json\n";

// The faults but for keys that are missing.
std::string Show(const Library& library, const Sources& sources) {
  std::string text;
  for (const Fault& fault : library.faults) {
    if (fault.rule.name == "missing-key") continue;
    text += fmt::format("{} {} `{}`: {}\n", fault.rule.name, sources[fault.span.source].path(),
                        sources[fault.span.source].Slice(fault.span), fault.message);
  }
  return text;
}

FileKind KindOfName(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.starts_with("beyond")) return FileKind::kBeyond;
  if (name.starts_with("no")) return FileKind::kMissing;
  return path.has_extension() ? FileKind::kFile : FileKind::kDirectory;
}

Result<std::string> TextOfName(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name == "hurt.png") return Failure("cannot read `hurt.png`", "look");
  if (name == "lost.png") return Failure("cannot read `lost.png`");
  if (name == "text.png") return std::string("text");
  if (name == "text.svg") return std::string("<html/>");
  if (name == "acts.svg") return std::string("<svg viewBox=\"0 0 9 9\"><script/><set/><animate/><iframe/></svg>");
  if (name == "some.svg") return std::string("<svg viewBox=\"0 0 9 9\"><script/><set/><animate/></svg>");
  if (name == "fine.svg") return std::string("<svg viewBox=\"0 0 9 9\"/>");
  if (name == "house.yaml") return std::string("extends: [own.yaml, other.yaml]\ndictionary: words\nname: House\n");
  if (name == "own.yaml") return std::string("extends: house.yaml\nname: Own\n");
  if (name == "words") return std::string("psoas");
  return Failure(fmt::format("cannot read `{}`", path.generic_string()));
}

TEST_CASE("what is named and is not there, or is no picture, is told") {
  Sources sources;
  const Library library = LoadTexts(
      {{"w/guidec.yaml",
        "name: x\ntheme:\n  fonts: beyond\n  templates: nothing\n  logo: {file: text.svg, alt: Logo}\n"},
       {"w/exercises/a.yaml",
        std::string(kExercise) +
            "id: a\nname: A\nsteps: ['![x](nope.png) ![y](https://a.example/b.png) ![z](text.txt)']\npictures:\n"
            "  - {file: beyond.png, alt: A}\n  - {file: none.png, alt: A}\n  - {file: a.txt, alt: A}\n"
            "  - {file: hurt.png, alt: A}\n  - {file: lost.png, alt: A}\n  - {file: text.png, alt: A}\n"
            "  - {file: acts.svg, alt: A}\n  - {file: some.svg, alt: A}\n  - {file: fine.svg, alt: A}\n"
            "  - {file: some.svg, alt: A}\n"}},
      "w", TextOfName, sources, KindOfName);
  CHECK(Show(library, sources) ==
        "wrong-value w/exercises/a.yaml `a.txt`: `file` is `a.txt`, expected a path to a PNG, JPEG or SVG file "
        "beside the exercise, such as `pictures/hip-bridge.png`\n"
        "unsafe-picture w/guidec.yaml `text.svg`: picture `w/text.svg` is no SVG, whose first element is `svg`; "
        "save it anew as plain SVG\n"
        "unreadable-settings w/guidec.yaml `beyond`: `w/beyond` lies beyond what a workspace may read; put it "
        "into the workspace, or next to it in the same checkout\n"
        "unreadable-settings w/guidec.yaml `nothing`: there is no folder `w/nothing`; paths start from the "
        "folder of this file\n"
        "missing-picture w/exercises/a.yaml `beyond.png`: picture `w/exercises/beyond.png` is a link that leads "
        "out of the workspace; put the picture there\n"
        "missing-picture w/exercises/a.yaml `none.png`: picture `w/exercises/none.png` does not exist; put it "
        "there or correct the name\n"
        "missing-picture w/exercises/a.yaml `a.txt`: `a.txt` is no picture of the workspace; write the path from "
        "this file to a PNG, JPEG or SVG file\n"
        "broken-picture w/exercises/a.yaml `hurt.png`: cannot read `hurt.png`; look\n"
        "broken-picture w/exercises/a.yaml `lost.png`: cannot read `lost.png`\n"
        "broken-picture w/exercises/a.yaml `text.png`: picture `w/exercises/text.png` is no PNG picture; save it "
        "anew in that format\n"
        "unsafe-picture w/exercises/a.yaml `acts.svg`: picture `w/exercises/acts.svg` holds a `animate`, a "
        "`iframe`, a `script` and more, which outputs leave out; save it as plain SVG\n"
        "unsafe-picture w/exercises/a.yaml `some.svg`: picture `w/exercises/some.svg` holds a `animate`, a "
        "`script`, a `set`, which outputs leave out; save it as plain SVG\n"
        "unsafe-picture w/exercises/a.yaml `some.svg`: picture `w/exercises/some.svg` holds a `animate`, a "
        "`script`, a `set`, which outputs leave out; save it as plain SVG\n"
        "missing-picture w/exercises/a.yaml `![x](nope.png)`: picture `w/exercises/nope.png` does not exist; put "
        "it there or correct the name\n"
        "missing-picture w/exercises/a.yaml `![z](text.txt)`: `text.txt` is no picture of the workspace; write "
        "the path from this file to a PNG, JPEG or SVG file\n");
}

TEST_CASE("settings that lead in a circle, go on too long or cannot be read are told") {
  Sources sources;
  const Library library =
      LoadTexts({{"w/guidec.yaml", "name: x\nextends: house.yaml\ndictionary: none\n"},
                 {"w/far/guidec.yaml", "# yaml-language-server: $schema=../workspace.schema.json\nname: y\n"},
                 {"w/what.yaml", "a: b\n"}},
                "w", TextOfName, sources, {}, Limits{}, {},
                std::vector<SkippedLink>{{"w/guides/linked", "is a link to a folder"}});
  CHECK(Show(library, sources) ==
        "wrong-value w/house.yaml `words`: `dictionary` is `words`, expected a path to a text file, such as "
        "`dictionary.txt`\n"
        "wrong-value w/guidec.yaml `none`: `dictionary` is `none`, expected a path to a text file, such as "
        "`dictionary.txt`\n"
        "circular-extends w/own.yaml `house.yaml`: `w/house.yaml` leads back to itself; take one `extends` of "
        "the circle away\n"
        "unreadable-settings w/house.yaml `other.yaml`: cannot read `w/other.yaml`\n"
        "unreadable-settings w/guidec.yaml `none`: cannot read `w/none`\n"
        "unplaced-file w/what.yaml `a: b`: guidec does not know what kind of file this is, and leaves it out; "
        "put exercises into `exercises/`, or name the schema in the first line\n"
        "unplaced-file w/far/guidec.yaml `# yaml-language-server: $schema=../workspace.schema.json`: these "
        "settings hold for nothing: the workspace's own are in the guidec.yaml above, which does not extend this "
        "file\n"
        "linked-folder w/guidec.yaml `name: x`: `w/guides/linked` is a link to a folder\n");
  CHECK(library.workspace.name == "x");
  CHECK(library.workspace.dictionary == std::vector<std::string>{"psoas"});
  Sources few;
  const Library limited = LoadTexts({{"w/guidec.yaml", "name: x\nextends: house.yaml\n"}}, "w", TextOfName, few, {},
                                    Limits{.extends = 1});
  CHECK(Show(limited, few) ==
        "wrong-value w/house.yaml `words`: `dictionary` is `words`, expected a path to a text file, such as "
        "`dictionary.txt`\n"
        "long-extends w/guidec.yaml `house.yaml`: more than 1 files of settings extend one another from here on; "
        "`w/own.yaml` is not read, put some of them together\n"
        "long-extends w/guidec.yaml `house.yaml`: more than 1 files of settings extend one another from here on; "
        "`w/other.yaml` is not read, put some of them together\n");
}

std::string FiguresOf(const std::string& figure) {
  Sources sources;
  const Library library = LoadExample(
      "exercises/plank.yaml",
      "steps: [Lift your hips., Lift your leg., \"Hold {hold}.\"]\nfigures:\n  - {id: first, pose: forearm plank}\n"
      "  - {id: last, " + figure + "}\n",
      sources);
  return Show(library, sources);
}

TEST_CASE("a figure that cannot be read or placed says why") {
  const int count = ForEachParagraph("figures.txt", [](const std::string& figure, const std::string& faults) {
    INFO(figure);
    CHECK(FiguresOf(figure) == faults);
  });
  CHECK(count == 31);
}

}  // namespace load_test
}  // namespace guidec
