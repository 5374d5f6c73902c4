#include "cli/request.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "cli/rule_filter.h"
#include "rules/registry.h"
#include "unit/cli/workbench.h"

namespace guidec {
namespace request_test {

// On the desk: the workspaces w and v, a file outside of both, and folders without guides.
struct Tree {
  Tree() {
    for (const char* folder : {"w/exercises", "v", "empty", "w/linked"}) fs::create_directories(folder);
    for (const char* file : {"w/guidec.yaml", "v/guidec.yaml", "w/exercises/plank.yaml",
                             "w/exercises/bridge.yml", "w/notes.txt", "alone.yaml", "other.yml"}) {
      REQUIRE(disk.Write(file, "id: x\n"));
    }
    fs::create_directory_symlink("exercises", "w/behind");
  }

  std::string Inside(const fs::path& path) const { return path.lexically_relative(desk.folder()).string(); }

  // "w(w/exercises) +alone.yaml": each batch, what is wanted of it, and a plus at what is no workspace.
  std::string Told(const Request& request) const {
    std::string told;
    for (const Batch& batch : request.batches) {
      std::string wanted;
      for (const fs::path& path : batch.wanted) wanted += (wanted.empty() ? "" : " ") + Inside(path);
      told += fmt::format("{}{}{}({})", told.empty() ? "" : " ", batch.is_workspace ? "" : "+",
                          batch.root.string(), wanted);
    }
    return told + (request.is_whole ? "" : " and less");
  }

  std::string Added(const std::vector<std::string>& paths) {
    Request request;
    const Capture capture;
    for (const std::string& path : paths) request.Add(path, cli);
    return Told(request) + (capture.Text().empty() ? "" : "\n" + capture.Text());
  }

  Desk desk;
  Disk disk;
  Cli cli{.files = disk};
};

TEST_CASE("each path that is asked for belongs to a batch, or it is told why not") {
  Tree tree;
  CHECK(tree.Added({}).empty());
  CHECK(tree.Added({"w"}) == "w(w)");
  CHECK(tree.Added({"w", "v", "w/exercises"}) == "w(w w/exercises) v(v)");
  CHECK(tree.Added({"w/exercises/plank.yaml"}) == "w(w/exercises/plank.yaml)");
  CHECK(tree.Added({"alone.yaml", "other.yml"}) == "+(alone.yaml) +(other.yml)");
  CHECK(tree.Added({"w/exercises/bridge.yml", "w/exercises/plank.yaml"}) ==
        "w(w/exercises/bridge.yml w/exercises/plank.yaml)");
  CHECK(tree.Added({"nowhere.yaml", "v"}) ==
        "v(v) and less\nerror: `nowhere.yaml` does not exist\n  hint: check the path\n");
  CHECK(tree.Added({"w/notes.txt"}) ==
        " and less\nerror: `w/notes.txt` is no YAML file\n  hint: name a .yaml file, a folder or a "
        "workspace\n");
  CHECK(tree.Added({"empty"}) ==
        " and less\nerror: `empty` holds no workspace\n"
        "  hint: put a guidec.yaml into the folder that holds your guides\n");
  CHECK(tree.Added({"w/behind/plank.yaml"}) ==
        " and less\nerror: `w/behind` is a link to a folder, and workspaces do not reach behind it\n"
        "  hint: put the folder itself there\n");
}

TEST_CASE("a file is wanted where it, a folder around it or its whole workspace is") {
  Tree tree;
  Sources sources;
  const Source& plank = sources.Add("w/exercises/plank.yaml", "");
  const Source& settings = sources.Add("w/guidec.yaml", "");
  const Source& style = sources.Add("style.yaml", "");
  const auto wants = [&](const std::string& path) {
    Request request;
    request.Add(path, tree.cli);
    const Batch& batch = request.batches.front();
    return fmt::format("{:d}{:d}{:d}{:d}", batch.Wants(plank), batch.Wants(settings), batch.Wants(style),
                       batch.WantsAll());
  };
  CHECK(wants("w") == "1111");
  CHECK(wants("./w/") == "1111");
  CHECK(wants("w/exercises") == "1000");
  CHECK(wants("w/exercises/plank.yaml") == "1000");
  CHECK(wants("w/exercises/bridge.yml") == "0000");
  CHECK(wants("w/guidec.yaml") == "0100");
  CHECK(wants("alone.yaml") == "0000");
  Batch alone{.root = "w", .is_workspace = false, .wanted = {tree.desk.folder()}};
  CHECK_FALSE(alone.WantsAll());
}

TEST_CASE("a text stands in for a file, saved or not") {
  Tree tree;
  const auto texts = [&](const fs::path& path) {
    Request request;
    request.AddText(path, "id: unsaved\n", tree.cli);
    const auto read = request.batches.front().Read(tree.disk);
    std::string told = tree.Told(request);
    for (const NamedText& text : read->texts)
      told += fmt::format(" {}={}", text.path, text.text.substr(0, 7));
    return told;
  };
  CHECK(texts("alone.yaml") == "+(alone.yaml) alone.yaml=id: uns");
  CHECK(texts("new.yaml") == "+(new.yaml) new.yaml=id: uns");
  CHECK(texts("v/./guidec.yaml") == "v/.(v/guidec.yaml) v/guidec.yaml=id: uns");
  CHECK(texts("v/exercises/new.yaml") ==
        "v(v/exercises/new.yaml) v/guidec.yaml=id: x\n v/exercises/new.yaml=id: uns");
}

TEST_CASE("shards take every count-th batch, sorted by folder and by what is wanted") {
  Tree tree;
  const auto part = [&](std::size_t number, std::size_t count) {
    Request request;
    for (const char* path : {"w", "other.yml", "alone.yaml", "v/guidec.yaml"}) request.Add(path, tree.cli);
    request.Keep({number, count});
    return tree.Told(request);
  };
  CHECK(part(1, 1) == "+(alone.yaml) +(other.yml) v(v/guidec.yaml) w(w)");
  CHECK(part(1, 3) == "+(alone.yaml) w(w)");
  CHECK(part(2, 3) == "+(other.yml)");
  CHECK(part(3, 3) == "v(v/guidec.yaml)");
}

TEST_CASE("a filter holds what is selected and not ignored") {
  const auto held = [](const std::vector<std::string>& select, const std::vector<std::string>& ignore) {
    const auto filter = RuleFilter::Parse(select, ignore);
    if (!filter) return filter.error().message + " / " + filter.error().hint;
    std::string told;
    for (const char* name : {"YM001", "YM002", "QZ001", "spelling"}) {
      told += filter->Holds(*FindRule(name)) ? '+' : '-';
    }
    return told;
  };
  CHECK(held({}, {}) == "++++");
  CHECK(held({"YM"}, {}) == "++--");
  CHECK(held({"QZ", "LG001"}, {}) == "--++");
  CHECK(held({"YM", "spelling"}, {"YM002", "QZ"}) == "+--+");
  CHECK(held({}, {"syntax-error"}) == "-+++");
  CHECK(held({"YM"}, {"YM"}) == "----");
  const std::string hint = " / `guidec rules` lists them all; two letters such as `QZ` mean a group";
  CHECK(held({"YM", "speling"}, {"XX"}) == "there is no rule `speling`; did you mean `spelling`?" + hint);
  CHECK(held({"YM"}, {"YM", "YM0001"}) == "there is no rule `YM0001`; did you mean `YM001`?" + hint);
  CHECK(held({"Y"}, {}) == "there is no rule `Y`" + hint);
  CHECK(held({""}, {}) == "there is no rule ``" + hint);
}

}  // namespace request_test
}  // namespace guidec
