#include "base/bounds.h"

#include <catch2/catch.hpp>

#include "unit/base/folder.h"

namespace guidec {
namespace bounds_test {

// A checkout with a workspace and a house style in it, and what is of no concern to them beside it.
struct Checkout {
  explicit Checkout(bool has_git = true) {
    for (const char* path : {"checkout/book/sources/.notes", "checkout/style", "outside"}) {
      REQUIRE(disk.CreateDirectories(folder / path));
    }
    if (has_git) REQUIRE(disk.CreateDirectories(folder / "checkout/.git"));
    for (const char* path : {"checkout/book/sources/a.yaml", "checkout/book/sources/.notes/b.yaml",
                             "checkout/book/near.svg", "checkout/style/logo.svg", "outside/key"}) {
      REQUIRE(disk.Write(folder / path, ""));
    }
    if (has_git) REQUIRE(disk.Write(folder / "checkout/.git/config", ""));
    const fs::path sources = folder / "checkout/book/sources";
    fs::create_symlink("../../style/logo.svg", sources / "logo.svg");
    fs::create_symlink(".notes/b.yaml", sources / "b.yaml");
    fs::create_symlink("nowhere", sources / "dangling");
    fs::create_symlink("../../outside/key", folder / "checkout/style/key");
    fs::create_symlink("../.git/config", folder / "checkout/style/config");
  }

  std::string Fault(const char* path) const { return Text(bounds().FaultIn(folder / path), path); }
  std::string FaultInShown(const char* path) const { return Text(bounds().FaultInShown(folder / path), path); }
  WorkspaceBounds bounds() const { return {disk, folder / "checkout/book/sources"}; }

  // Without the folder's own name.
  std::string Text(const std::optional<Error>& error, const char* path) const {
    if (!error) return "";
    std::string text = error->message + "; " + error->hint;
    const std::string shown = "`" + (folder / path).string() + "`";
    REQUIRE(text.starts_with(shown));
    text.erase(0, shown.size() + 1);
    const std::string root = folder.path().string() + "/";
    if (const auto at = text.find(root); at != std::string::npos) text.erase(at, root.size());
    return text;
  }

  Folder folder;
  Disk disk;
};

constexpr char kOut[] = "is a link that leads out of the workspace; put the file itself there";
constexpr char kBeyondCheckout[] =
    "lies outside of `checkout`, beyond which no workspace reads; "
    "copy it to the workspace, or next to it in the same checkout";

TEST_CASE("what is opened is asked where it lies, whatever its path said before") {
  const Checkout checkout;
  const fs::path sources = checkout.folder / "checkout/book/sources";
  REQUIRE(Disk().Write(sources / "a.yaml", "text"));
  const WorkspaceBounds bounds = checkout.bounds();
  CHECK(bounds.Read(sources / "a.yaml", 4) == "text");
  CHECK(bounds.Read(sources / "b.yaml", 4) == "");
  CHECK(bounds.Read(checkout.folder / "checkout/style/logo.svg", 4) == "");
  for (const auto& [path, bound] : {std::pair(sources / "logo.svg", sources),
                                    std::pair(checkout.folder / "checkout/style/key", checkout.folder / "checkout")}) {
    const auto read = bounds.Read(path, 4);
    REQUIRE_FALSE(read);
    CHECK(read.error().message == "`" + path.string() + "` is a link that leads out of `" + bound.string() + "`");
  }
  CHECK(WorkspaceBounds(checkout.disk, "/").Read(sources / "logo.svg", 4) == "");
}

TEST_CASE("a workspace reads what lies in it, and in its checkout what is named") {
  const Checkout checkout;
  for (const char* path : {"checkout/book/sources", "checkout/book/sources/a.yaml", "checkout/book/sources/b.yaml",
                           "checkout/book/sources/dangling", "checkout/book/sources/missing",
                           "checkout/book/sources/../near.svg", "checkout/style/logo.svg",
                           "checkout/style/config", "checkout", "outside/missing"}) {
    INFO(path);
    CHECK(checkout.Fault(path) == "");
  }
  CHECK(checkout.Fault("checkout/book/sources/logo.svg") == kOut);
  CHECK(checkout.Fault("checkout/book/sources/../../../outside/key") == kBeyondCheckout);
  for (const char* path : {"outside/key", "checkout/style/key", "outside"}) {
    INFO(path);
    CHECK(checkout.Fault(path) == kBeyondCheckout);
  }
}

TEST_CASE("without a checkout, only the folder above the workspace is near it") {
  const Checkout checkout(false);
  CHECK(checkout.Fault("checkout/book/near.svg") == "");
  CHECK(checkout.Fault("checkout/style/logo.svg") ==
        "lies outside of `checkout/book`, beyond which no workspace reads; "
        "copy it to the workspace, or next to it in the same checkout");
}

TEST_CASE("the nearest checkout counts, that of the workspace itself and a worktree's too") {
  Checkout checkout;
  REQUIRE(checkout.disk.Write(checkout.folder / "checkout/book/sources/.git", "gitdir: elsewhere\n"));
  CHECK(checkout.Fault("checkout/book/sources/a.yaml") == "");
  CHECK(checkout.Fault("checkout/book/near.svg") ==
        "lies outside of `checkout/book/sources`, beyond which no workspace reads; "
        "copy it to the workspace, or next to it in the same checkout");
}

TEST_CASE("a workspace behind a link has its files behind it") {
  Checkout checkout;
  fs::create_directory_symlink("checkout/book", checkout.folder / "linked");
  const WorkspaceBounds bounds(checkout.disk, checkout.folder / "linked/sources");
  CHECK_FALSE(bounds.FaultIn(checkout.folder / "linked/sources/a.yaml"));
  CHECK(bounds.FaultIn(checkout.folder / "linked/sources/logo.svg"));
}

TEST_CASE("what is shown lies in no hidden folder") {
  const Checkout checkout;
  for (const char* path : {"checkout/book/sources", "checkout/book/sources/a.yaml", "checkout/style/logo.svg",
                           "checkout/book/sources/missing", "checkout/book/sources/dangling", "outside/missing"}) {
    INFO(path);
    CHECK(checkout.FaultInShown(path) == "");
  }
  CHECK(checkout.FaultInShown("checkout/book/sources/.notes/b.yaml") ==
        "is hidden, by the name `.notes`; put it into a folder that is not");
  CHECK(checkout.FaultInShown("checkout/book/sources/b.yaml") ==
        "is hidden, by the name `.notes`; put it into a folder that is not");
  for (const char* path : {"checkout/.git/config", "checkout/style/config"}) {
    CHECK(checkout.FaultInShown(path) == "is hidden, by the name `.git`; put it into a folder that is not");
  }
  CHECK(checkout.FaultInShown("outside/key") == kBeyondCheckout);
}

TEST_CASE("a hidden folder around all of it hides nothing") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.CreateDirectories(folder / ".home/book"));
  REQUIRE(disk.Write(folder / ".home/book/a.yaml", ""));
  REQUIRE(disk.Write(folder / ".home/near.svg", ""));
  const WorkspaceBounds bounds(disk, folder / ".home/book");
  CHECK_FALSE(bounds.FaultInShown(folder / ".home/book/a.yaml"));
  CHECK_FALSE(bounds.FaultInShown(folder / ".home/near.svg"));
}

TEST_CASE("where the workspace itself is not there, nothing beside it is read") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.Write(folder / "file", ""));
  const WorkspaceBounds bounds(disk, folder / "none/book");
  const auto fault = bounds.FaultIn(folder / "file");
  REQUIRE(fault);
  CHECK(fault->message == "cannot find `" + (folder / "none").string() + "`: No such file or directory");
}

}  // namespace bounds_test
}  // namespace guidec
