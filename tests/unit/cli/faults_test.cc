// Every call that a command makes to the disk fails in turn. Each time the command says so, each file is the
// old or the new one, nothing temporary stays, and the next run succeeds.
#include <stdlib.h>
#include <unistd.h>

#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "support/faulty_disk.h"
#include "unit/cli/workbench.h"

namespace guidec {
namespace faults_test {

// The example workspace on disk, with a blank too many in each exercise.
class Workspace {
 public:
  Workspace() {
    std::string name = "/tmp/guidec-faults-XXXXXX";
    folder_ = ::mkdtemp(name.data());
  }
  ~Workspace() { Disk().RemoveAll(folder_); }

  void Fill() const {
    Disk disk;
    for (const auto& entry : fs::directory_iterator(folder_)) disk.RemoveAll(entry.path());
    Sources sources;
    LoadExample({}, sources);
    for (const Source& source : sources) {
      const fs::path path = folder_ / "sources" / source.path();
      REQUIRE(disk.CreateDirectories(path.parent_path()));
      std::string text = source.text();
      if (const auto line = text.find("stop-if: "); line != std::string::npos)
        text.insert(text.find('\n', line), " ");
      REQUIRE(disk.Write(path, text));
    }
  }

  std::string operator/(const char* name) const { return (folder_ / name).string(); }
  std::map<std::string, std::string> Contents() const { return Snapshot(folder_); }

 private:
  fs::path folder_;
};

// `words` are those of a command that changes a file.
void CheckEveryFault(const Workspace& workspace, const std::vector<std::string>& words) {
  Disk disk;
  workspace.Fill();
  const auto before = workspace.Contents();
  const Ran sound = Run(words, disk);
  REQUIRE(sound.status <= 1);
  const auto after = workspace.Contents();
  REQUIRE(before != after);
  int faults = 0;
  for (int failing = 0;; ++failing) {
    workspace.Fill();
    Machine machine(failing);
    FaultyDisk faulty(machine);
    const Ran ran = Run(words, faulty);
    if (!machine.has_failed()) break;
    ++faults;
    INFO("call " << failing << " ends with " << ran.status << " and says\n" << ran.said);
    const auto left = workspace.Contents();
    if (ran.status == sound.status) {
      // A call that only tidies up may fail unnoticed.
      CHECK(ran.said == sound.said);
      CHECK(left == after);
    } else {
      CHECK(ran.status == 2);
      CHECK(ran.said.find("error: ") != std::string::npos);
      CHECK((left == before || left == after));
    }
    CHECK(Run(words, disk).status == sound.status);
    CHECK(workspace.Contents() == after);
  }
  CHECK(faults > 10);
}

TEST_CASE("every fault in a run that changes files") {
  ::setenv("GUIDEC_CACHE_SIZE", "0", 1);
  const Workspace workspace;
  const std::string sources = workspace / "sources";
  CheckEveryFault(workspace, {"lint", "--fix", sources});
  CheckEveryFault(workspace, {"lint", "--add-suppressions", "for now", sources});
  CheckEveryFault(workspace,
                  {"lint", "--update-baseline", "--baseline", workspace / "baseline.json", sources});
}

TEST_CASE("every fault in a run with a cache: it says what is so, or why it cannot") {
  const Workspace workspace;
  workspace.Fill();
  Disk disk;
  const std::vector<std::string> words = {"lint", "--format", "concise", workspace / "sources"};
  ::setenv("GUIDEC_CACHE_SIZE", "0", 1);
  const Ran without = Run(words, disk);
  ::setenv("GUIDEC_CACHE_SIZE", "10", 1);
  ::setenv("GUIDEC_CACHE_DIR", (workspace / "cache").c_str(), 1);
  int faults = 0;
  for (int failing = 0;; ++failing) {
    // Cold for the even ones, warm for the others.
    if (failing % 2 == 0) disk.RemoveAll(workspace / "cache");
    if (failing % 2 == 1) Run(words, disk);
    Machine machine(failing);
    FaultyDisk faulty(machine);
    const Ran ran = Run(words, faulty);
    if (!machine.has_failed()) break;
    ++faults;
    INFO("call " << failing << " ends with " << ran.status << " and says\n" << ran.said);
    CHECK((ran.status == 2 || ran.said == without.said));
    CHECK(Run(words, disk).said == without.said);
  }
  CHECK(faults > 7);
}

}  // namespace faults_test
}  // namespace guidec
