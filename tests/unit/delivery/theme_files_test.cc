#include "delivery/theme_files.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/hash.h"

namespace guidec {
namespace theme_files_test {

// A workspace `ws` in a checkout, with a theme that names `brand`'s logo, fonts and templates.
struct Bench {
  Bench() {
    std::string name = "/tmp/guidec-theme-XXXXXX";
    folder = disk.Resolve(::mkdtemp(name.data())).value();
    CHECK(disk.CreateDirectories(folder / ".git"));
    Put("ws/brand/logo.svg", "<svg/>");
    Put("ws/brand/fonts/a/b.ttf", "font");
    Put("ws/brand/templates/quiz.typ", "quiz");
    Put("ws/brand/templates/parts/x.typ", "part");
    Put("data/quiz.typ", "our quiz");
    Put("data/guide.typ", "our guide");
    Put("data/compile.mjs", "program");
    workspace.root = folder / "ws";
    workspace.theme.logo = ThemePath{brand() / "logo.svg", {}};
    workspace.theme.fonts = ThemePath{brand() / "fonts", {}};
    workspace.theme.templates = ThemePath{brand() / "templates", {}};
  }
  ~Bench() { disk.RemoveAll(folder); }

  fs::path brand() const { return folder / "ws/brand"; }
  void Put(const fs::path& path, std::string_view bytes) {
    CHECK(disk.CreateDirectories((folder / path).parent_path()));
    CHECK(disk.Write(folder / path, bytes));
  }
  Result<std::vector<ThemeFile>> Read(std::uint64_t max_bytes = 1000) const {
    return ReadThemeFiles(workspace, disk, max_bytes);
  }
  // Everything in the staged folder, with what kind it is.
  std::map<std::string, std::string> Staged(const std::vector<ThemeFile>& theme_files, TypstFolder& staged) {
    const fs::path stage = folder / "stage";
    disk.RemoveAll(stage);
    auto made = StageForTypst(theme_files, folder / "data", stage, disk);
    REQUIRE(made);
    staged = *made;
    std::map<std::string, std::string> found;
    const std::vector<fs::path> listed = disk.List(stage, Hidden::kListed).value();
    for (const fs::path& path : listed) {
      CHECK_FALSE(disk.IsLink(path));
      if (disk.Kind(path) == FileKind::kDirectory) continue;
      CHECK(fs::hard_link_count(path) == 1);
      found[path.lexically_relative(stage).generic_string()] = disk.Read(path, 1000).value();
    }
    return found;
  }

  Disk disk;
  fs::path folder;
  Workspace workspace;
};

TEST_CASE("Typst is given copies of the theme's files and of our templates, and nothing else") {
  Bench bench;
  bench.Put("ws/brand/templates/.hidden", "hidden");
  bench.Put("ws/brand/templates/.folder/x.typ", "hidden");
  bench.Put("ws/words.txt", "words");
  fs::create_symlink("../../words.txt", bench.brand() / "templates/link.txt");
  const auto read = bench.Read();
  REQUIRE(read);
  TypstFolder staged;
  CHECK(bench.Staged(*read, staged) ==
        std::map<std::string, std::string>{{"fonts/a/b.ttf", "font"},
                                           {"logo/logo.svg", "<svg/>"},
                                           {"templates/guide.typ", "our guide"},
                                           {"templates/link.txt", "words"},
                                           {"templates/parts/x.typ", "part"},
                                           {"templates/quiz.typ", "quiz"}});
  CHECK(staged.own == std::vector<std::string>{"link.txt", "parts/x.typ", "quiz.typ"});
  CHECK(staged.logo == bench.folder / "stage/logo/logo.svg");
  CHECK(staged.fonts == bench.folder / "stage/fonts");
}

TEST_CASE("the digest changes with each byte and each name that is staged") {
  Bench bench;
  const std::string before = DigestOf(bench.Read().value());
  CHECK(DigestOf(bench.Read().value()) == before);
  bench.Put("ws/brand/templates/.hidden", "hidden");
  CHECK(DigestOf(bench.Read().value()) == before);
  for (const char* path : {"ws/brand/logo.svg", "ws/brand/fonts/a/b.ttf", "ws/brand/templates/parts/x.typ",
                           "ws/brand/templates/new.txt"}) {
    Bench other;
    other.Put(path, "other");
    CHECK(DigestOf(other.Read().value()) != before);
  }
  bench.Put("ws/words.txt", "words");
  fs::create_symlink("../../words.txt", bench.brand() / "templates/link.txt");
  const std::string linked = DigestOf(bench.Read().value());
  bench.Put("ws/words.txt", "other");
  CHECK(DigestOf(bench.Read().value()) != linked);
}

TEST_CASE("what a theme may not read is an error that names it") {
  const struct {
    const char* link;
    const char* target;
    const char* told;
  } cases[] = {
      {"templates/x", "../../../outside", "is a link that leads out of the workspace"},
      {"templates/x", "/etc", "is a link that leads out of the workspace"},
      {"templates/x", "/dev/zero", "is a link that leads out of the workspace"},
      {"templates/parts/x", "/etc/passwd", "is a link that leads out of the workspace"},
      {"templates/x", "parts", "is a link to a folder, which a theme cannot use"},
      {"templates/x", "nothing", "is a link that leads nowhere"},
      {"templates/x", "x", "is a link that leads nowhere"},
      {"templates/x", "../.secret", "is hidden, by the name `.secret`"},
      {"fonts/x.ttf", "/etc/passwd", "is a link that leads out of the workspace"},
  };
  for (const auto& [link, target, told] : cases) {
    INFO(link << " -> " << target);
    Bench bench;
    bench.Put("ws/brand/.secret", "secret");
    bench.Put("outside/x", "x");
    fs::create_symlink(target, bench.brand() / link);
    const auto read = bench.Read();
    REQUIRE_FALSE(read);
    CHECK(read.error().message == fmt::format("`{}` {}", (bench.brand() / link).string(), told));
    CHECK_FALSE(read.error().hint.empty());
  }
}

TEST_CASE("each error of a theme's files says what to do") {
  struct Row {
    std::function<void(Bench&)> change;
    const char* path;
    const char* told;
    const char* hint;
  };
  const auto link = [](const char* target) {
    return [target](Bench& bench) { fs::create_symlink(target, bench.brand() / "templates/x"); };
  };
  const Row rows[] = {
      {link("parts"), "templates/x", "is a link to a folder, which a theme cannot use", "put the folder itself there"},
      {link("nothing"), "templates/x", "is a link that leads nowhere", "put the file itself there"},
      {[](Bench& bench) { bench.workspace.theme.logo->path = bench.brand() / "fonts"; }, "fonts", "is a folder",
       "name a file"},
      {[](Bench& bench) { REQUIRE(::mkfifo((bench.brand() / "fonts/pipe").c_str(), 0600) == 0); }, "fonts/pipe",
       "is not a regular file", "put the file itself there"},
      {[](Bench& bench) { bench.Put("ws/brand/fonts/caf\xE9", ""); }, "fonts/caf\xE9",
       "has a name that is not UTF-8", "give the file another name"},
  };
  for (const Row& row : rows) {
    INFO(row.told);
    Bench bench;
    row.change(bench);
    const auto read = bench.Read();
    REQUIRE_FALSE(read);
    CHECK(read.error().message == fmt::format("`{}` {}", (bench.brand() / row.path).string(), row.told));
    CHECK(read.error().hint == row.hint);
  }
  Bench bench;
  bench.workspace.theme.logo->path = bench.brand() / "gone.svg";
  CHECK(bench.Read().error().message.find("gone.svg`: No such file or directory") != std::string::npos);
}

TEST_CASE("a theme's files are sorted by their parts and names, and only its own are there") {
  Bench bench;
  bench.Put("ws/brand/templates/a.typ", "a");
  bench.Put("ws/brand/fonts/z.ttf", "z");
  const auto told = [&] {
    std::string text;
    const auto read = bench.Read();
    REQUIRE(read);
    for (const ThemeFile& file : *read) {
      CHECK(file.sha256 == Sha256(file.bytes));
      text += fmt::format("{} {} {}\n", static_cast<int>(file.part), file.name,
                          file.path.lexically_relative(bench.brand()).string());
    }
    return text;
  };
  CHECK(told() ==
        "0 logo.svg logo.svg\n1 a/b.ttf fonts/a/b.ttf\n1 z.ttf fonts/z.ttf\n2 a.typ templates/a.typ\n"
        "2 parts/x.typ templates/parts/x.typ\n2 quiz.typ templates/quiz.typ\n");
  CHECK(DigestOf(bench.Read().value()) ==
        Sha256(fmt::format("logo/logo.svg {}\nfonts/a/b.ttf {}\nfonts/z.ttf {}\ntemplates/a.typ {}\n"
                           "templates/parts/x.typ {}\ntemplates/quiz.typ {}\n",
                           Sha256("<svg/>"), Sha256("font"), Sha256("z"), Sha256("a"), Sha256("part"),
                           Sha256("quiz"))));
  bench.workspace.theme.fonts.reset();
  bench.workspace.theme.templates.reset();
  CHECK(told() == "0 logo.svg logo.svg\n");
  TypstFolder staged;
  CHECK(bench.Staged(*bench.Read(), staged).size() == 3);
  CHECK(staged.fonts.empty());
  CHECK(staged.own.empty());
  bench.workspace.theme.logo.reset();
  CHECK(told().empty());
  CHECK(bench.Staged({}, staged) ==
        std::map<std::string, std::string>{{"templates/guide.typ", "our guide"}, {"templates/quiz.typ", "our quiz"}});
  CHECK(staged.logo.empty());
}

TEST_CASE("a theme's files have a limit together") {
  Bench bench;
  CHECK(bench.Read(18));
  const auto read = bench.Read(17);
  REQUIRE_FALSE(read);
  CHECK(read.error().message == "the theme's files are too large: at most 17 B are read");
  CHECK(read.error().hint == "leave out what no page needs, or raise the limit with `--limit theme-size=N`");
  CHECK_FALSE(bench.Read(5));
  CHECK_FALSE(bench.Read(0));
}

TEST_CASE("a folder that the theme names may lie above the workspace, and not be hidden") {
  Bench bench;
  bench.Put("house/templates/quiz.typ", "house");
  bench.Put(".git/hooks/quiz.typ", "hook");
  bench.workspace.theme.templates = ThemePath{bench.folder / "ws/../house/templates", {}};
  CHECK(bench.Read());
  bench.workspace.theme.templates = ThemePath{bench.folder / "ws/../.git/hooks", {}};
  const auto read = bench.Read();
  REQUIRE_FALSE(read);
  CHECK(read.error().message.find("is hidden, by the name `.git`") != std::string::npos);
}

}  // namespace theme_files_test
}  // namespace guidec
