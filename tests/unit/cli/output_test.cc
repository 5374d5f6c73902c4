#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <regex>
#include <thread>

#include <tbb/global_control.h>
#include <catch2/catch.hpp>

#include "cli/progress.h"
#include "unit/cli/workbench.h"

namespace guidec {
namespace output_test {

std::string Said(const std::function<void()>& say) {
  const Capture capture;
  say();
  return capture.Text();
}

TEST_CASE("the help and the version of the program itself") {
  Disk disk;
  const Ran help = Run({"--help"}, disk);
  CHECK(help.status == 0);
  CHECK(help.said.starts_with("guidec checks exercise and health guides written as YAML"));
  for (const char* word : {"-h", "help"}) {
    const Ran same = Run({word}, disk);
    CHECK(same.status == 0);
    CHECK(same.said == help.said);
  }
  const Ran nothing = Run({}, disk);
  CHECK(nothing.status == 2);
  CHECK(nothing.said == help.said);
  const Ran version = Run({"--version"}, disk);
  CHECK(version.status == 0);
  CHECK(std::regex_match(version.said, std::regex("guidec [0-9]+[.][0-9]+[.][0-9]+\n")));
}

TEST_CASE("an error is its lines and a hint, in characters that are seen") {
  CHECK(Said([] { PrintError({"one", "two"}); }) == "error: one\n  hint: two\n");
  CHECK(Said([] { PrintError({"one"}); }) == "error: one\n");
  CHECK(Said([] { PrintError({"one\n  tw\x1bo\n", "a\nb"}); }) == "error: one\n  tw\\x1bo\n\n  hint: a b\n");
  CHECK(Said([] { CHECK(Fail({"one", "two"}) == 2); }) == "error: one\n  hint: two\n");
  CHECK(Said([] { CHECK(UsageError("one", "") == 2); }) ==
        "error: one\n  hint: `guidec --help` lists the commands\n");
  CHECK(Said([] { CHECK(UsageError("one", "lint") == 2); }) ==
        "error: one\n  hint: `guidec lint --help` lists the options\n");
}

TEST_CASE("what is printed for people is made printable, for programs it is not") {
  CHECK(Said([] { CHECK(Print("a\x1b\tb\n")); }) == "a\\x1b\tb\n");
  CHECK(Said([] { CHECK(PrintExactly("a\x1b\tb")); }) == "a\x1b\tb");
  CHECK(Said([] { CHECK(PrintSource("a\x1b\tb")); }) == "a\x1b\tb");
}

// A terminal in the place of one of the standard streams while it lives.
class Terminal {
 public:
  explicit Terminal(int stream)
      : stream_(stream), before_(::dup(stream)), terminal_(::posix_openpt(O_RDWR | O_NOCTTY)) {
    REQUIRE(terminal_ >= 0);
    ::grantpt(terminal_);
    ::unlockpt(terminal_);
    const int end = ::open(::ptsname(terminal_), O_RDWR | O_NOCTTY);
    std::fflush(nullptr);
    ::dup2(end, stream_);
    ::close(end);
  }
  Terminal(const Terminal&) = delete;
  ~Terminal() {
    std::fflush(nullptr);
    ::dup2(before_, stream_);
    ::close(before_);
    ::close(terminal_);
  }

  // What has been shown since the last call. A mark is sent behind it, since a terminal passes on what it has
  // bit by bit.
  std::string Shown() const {
    std::fflush(nullptr);
    std::string shown;
    bool is_open = ::write(stream_, "\1", 1) == 1;
    while (is_open && !shown.ends_with('\1')) {
      std::array<char, 4096> block{};
      const auto read = ::read(terminal_, block.data(), block.size());
      is_open = read > 0;
      if (is_open) shown.append(block.data(), static_cast<std::size_t>(read));
    }
    return shown.substr(0, shown.find('\1'));
  }

 private:
  int stream_;
  int before_;
  int terminal_;
};

TEST_CASE("a terminal of unknown width has eighty columns") {
  Disk disk;
  const std::vector<std::string> words = {
      "timeline", "plank", "--workspace", GUIDEC_PROJECT "/tests/cli/small", "--color", "never"};
  const Ran ran = Run(words, disk);
  std::string shown;
  {
    const Terminal terminal(STDOUT_FILENO);
    RunWords(words, disk);
    shown = terminal.Shown();
  }
  std::erase(shown, '\r');
  CHECK(ran.said.find("#") != std::string::npos);
  CHECK(shown == ran.said);
}

TEST_CASE("a terminal does not obey a source") {
  std::string shown;
  {
    const Terminal terminal(STDOUT_FILENO);
    PrintSource("a\x1b[31m");
    shown = terminal.Shown();
  }
  CHECK(shown == "a\\x1b[31m");
}

std::string WithoutTime(const std::string& shown) {
  return std::regex_replace(shown, std::regex(", [0-9]+ s left"), "");
}

TEST_CASE("progress is one line that is written over, from half a second on, with the time left from two") {
  using std::chrono::milliseconds;
  const auto now = [] { return std::chrono::steady_clock::now(); };
  const auto start = now();
  const auto wait_until = [&](int time) { std::this_thread::sleep_until(start + milliseconds(time)); };
  std::string early, first, again, next, later, one, none, with_time, cleared, twice;
  bool was_early = false;
  bool was_again = false;
  bool was_before_two = false;
  {
    const Capture capture;
    ProgressLine of_no_terminal;
    const Terminal terminal(STDERR_FILENO);
    ProgressLine line;
    line.Show("a", 0, 9, 0.1);
    was_early = now() - start < milliseconds(500);
    early = terminal.Shown();
    wait_until(520);
    of_no_terminal.Show("a", 1, 9, 0.25);
    line.Show("a\x1b", 1, 9, 0.25);
    first = terminal.Shown();
    const auto shown = now();
    line.Show("b", 1, 9, 0.5);
    was_again = now() - shown < milliseconds(100);
    again = terminal.Shown();
    line.Show("b", 2, 9, 0.5);
    next = terminal.Shown();
    std::this_thread::sleep_for(milliseconds(105));
    line.Show("c", 2, 9, 0.5);
    was_before_two = now() - start < milliseconds(2000);
    later = terminal.Shown();
    wait_until(2040);
    line.Show("d", 0, 1, 0.999);
    with_time = terminal.Shown();
    line.Show("e", 1, 1, 1);
    one = terminal.Shown();
    line.Show("f", 0, 2, 0);
    none = terminal.Shown();
    line.Clear();
    cleared = terminal.Shown();
    line.Clear();
    twice = terminal.Shown();
    line.Show("g", 1, 2, 1);
    (void)terminal.Shown();
  }
  if (was_early) CHECK(early.empty());
  const auto early_on = [&](const std::string& shown) { return was_before_two ? shown : WithoutTime(shown); };
  CHECK(early_on(first) == "\r\x1b[K[1/9] a\\x1b");
  if (was_again) CHECK(again.empty());
  CHECK(early_on(next) == "\r\x1b[K[2/9] b");
  CHECK(early_on(later) == "\r\x1b[K[2/9] c");
  CHECK(with_time == "\r\x1b[K[100 %] d, 1 s left");
  CHECK(one == "\r\x1b[K[100 %] e");
  CHECK(none == "\r\x1b[K[0/2] f");
  CHECK(cleared == "\r\x1b[K");
  CHECK(twice.empty());
}

// A disk whose first call of a kind takes longer than what is over at once.
class SlowDisk : public Disk {
 public:
  explicit SlowDisk(bool reads_slowly) : reads_slowly_(reads_slowly) {}

  Result<std::string> ReadBelow(const fs::path& folder, const fs::path& path,
                                std::uint64_t max_bytes) const override {
    if (reads_slowly_) Wait();
    return Disk::ReadBelow(folder, path, max_bytes);
  }
  Result<void> Write(const fs::path& path, std::string_view bytes) override {
    if (!reads_slowly_) Wait();
    return Disk::Write(path, bytes);
  }

 private:
  void Wait() const {
    if (!has_waited_.exchange(true)) std::this_thread::sleep_for(std::chrono::milliseconds(520));
  }

  bool reads_slowly_;
  mutable std::atomic<bool> has_waited_ = false;
};

// What a terminal shows of a command's progress, without the time left.
std::string Progress(const std::vector<std::string>& words, bool reads_slowly) {
  const Variable variables[] = {
      {"GUIDEC_CACHE_SIZE", "0"}, {"GUIDEC_DATA_DIR", GUIDEC_TEST_DATA}, {"SOURCE_DATE_EPOCH", "1796083200"}};
  SlowDisk disk(reads_slowly);
  const Capture capture;
  const Terminal terminal(STDERR_FILENO);
  RunWords(words, disk);
  return WithoutTime(terminal.Shown());
}

TEST_CASE("a terminal sees how far a run is") {
  const Desk desk;
  const std::string small = GUIDEC_PROJECT "/tests/cli/small";
  REQUIRE(
      std::system(
          ("cp -r " + small +
           " w; mkdir v w/guides/knees; echo 'name: V' > v/guidec.yaml; cd w;"
           "sed -i '/^figures:/,$d' exercises/*;"
           "for file in guides/hips/*; do sed 's/^id: hip/id: knee/' $file > guides/knees/${file##*/}; done")
              .c_str()) == 0);
  const std::string clear = "\r\x1b[K";
  const std::vector<std::string> build = {"build",   "--workspace",  "w",   "--edition",
                                          "learner", "--keep-going", "--to"};
  const auto to = [&](const char* formats) {
    auto words = build;
    words.emplace_back(formats);
    const std::string shown = Progress(words, false);
    return shown.substr(std::min(shown.find(clear), shown.size()));
  };
  CHECK(to("json") == clear + "[50 %] hips/hips.json" + clear + clear + "[100 %] knees/knees.json" + clear);
  CHECK(to("json,ndjson") == clear + "[1/2] hips/hips.json" + clear + "[2/2] hips/hips.ndjson" + clear +
                                 clear + "[1/2] knees/knees.json" + clear + "[2/2] knees/knees.ndjson" +
                                 clear);
  const std::string one = Progress({"lint", "w", "--jobs", "1"}, true);
  CHECK(one.ends_with("[100 %] w" + clear));
  const std::regex percent("\\[([0-9]+) %\\]");
  int before = 0;
  for (auto share = std::sregex_iterator(one.begin(), one.end(), percent); share != std::sregex_iterator();
       ++share) {
    CHECK(std::stoi((*share)[1]) >= before);
    before = std::stoi((*share)[1]);
  }
  CHECK(before == 100);
  const std::string two = Progress({"lint", "w", "v", "--jobs", "1"}, true);
  CHECK(two.find("[1/2] ") != std::string::npos);
  CHECK(two.find("[2/2] ") != std::string::npos);
  CHECK(two.find("[2/2] ") > two.find("[1/2] "));
  CHECK(two[two.rfind("/2] ") - 1] == '2');
  CHECK(two.ends_with(clear));
}

// A disk that notes how many things may be done at once while it is read.
class CountingDisk : public Disk {
 public:
  Result<std::string> ReadBelow(const fs::path& folder, const fs::path& path,
                                std::uint64_t max_bytes) const override {
    allowed = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    return Disk::ReadBelow(folder, path, max_bytes);
  }

  mutable std::atomic<std::size_t> allowed = 0;
};

TEST_CASE("as many things are done at once as --jobs says") {
  const Variable without("GUIDEC_CACHE_SIZE", "0");
  const std::string small = GUIDEC_PROJECT "/tests/cli/small";
  for (const std::size_t jobs : {1U, 3U, 7U}) {
    CountingDisk disk;
    Run({"lint", small, "--jobs", std::to_string(jobs)}, disk);
    CHECK(disk.allowed == jobs);
  }
}

// A disk from which no folder goes away.
class KeepingDisk : public Disk {
 public:
  void RemoveAll(const fs::path&) override {}
};

TEST_CASE("what a build leaves of another one is told of") {
  const Desk desk;
  const Variable variables[] = {{"GUIDEC_CACHE_SIZE", "0"}, {"GUIDEC_DATA_DIR", GUIDEC_TEST_DATA}};
  KeepingDisk disk;
  const Ran ran =
      Run({"build", "--workspace", GUIDEC_PROJECT "/tests/cli/small", "--to", "json", "--keep-going"}, disk);
  const std::regex note(
      "note: `outputs/[.]hips[.]guidec-\\w{6}` holds things that could not be put back; look at them\n");
  CHECK(std::regex_search(ran.said, note));
}

}  // namespace output_test
}  // namespace guidec
