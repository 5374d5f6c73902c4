// What each stage, and each rule, takes on one workspace: micro FOLDER [--benchmark_filter=REGEX]
// The workspace is loaded once, and a stage is given what the stages before it made.
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "base/files.h"
#include "emit/json/bundle.h"
#include "lint/runner.h"
#include "lint/walk.h"
#include "model/picture/figure.h"
#include "model/read/load.h"
#include "rules/registry.h"
#include "schema/shape.h"
#include "syntax/document.h"

namespace guidec {
namespace {

constexpr const char* kToday = "2026-11-22";

void Add(const std::string& name, const std::function<void()>& body) {
  benchmark::RegisterBenchmark(name.c_str(), [body](benchmark::State& state) {
    for (auto unused : state) body();
  })->Unit(benchmark::kMillisecond);
}

void AddStages(const fs::path& root, const Library& library, const Sources& sources) {
  Add("parse", [&] {
    for (const Source& source : sources) benchmark::DoNotOptimize(Parse(source));
  });
  Add("check shape", [&] {
    for (const File& file : library.files) benchmark::DoNotOptimize(CheckShape(file.document, file.kind));
  });
  Add("load", [root] {
    const Disk disk;
    Sources fresh;
    benchmark::DoNotOptimize(LoadWorkspace(disk, root, fresh));
  });
  Add("lint, all rules", [&] { benchmark::DoNotOptimize(Lint(library, AllRules(), kToday)); });
  Add("bundle", [&] {
    for (const Guide& guide : library.guides) benchmark::DoNotOptimize(Bundle(GuideView(library, guide), {}));
  });
  Add("figures drawn", [&] {
    for (const Exercise& exercise : library.exercises) {
      for (const Picture& picture : exercise.pictures) {
        if (picture.figure) benchmark::DoNotOptimize(FigureSvg(exercise, picture, {}));
      }
    }
  });
}

void AddRules(const Library& library) {
  for (const Rule* rule : AllRules()) {
    if (!rule->visits()) continue;
    Add(fmt::format("rule/{} {}", rule->code, rule->name),
        [rule, &library] { benchmark::DoNotOptimize(Walk(library, std::span(&rule, 1), kToday)); });
  }
}

int Main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    fmt::print(stderr, "usage: micro FOLDER [--benchmark_filter=REGEX]\n");
    return 2;
  }
  const fs::path root = argv[1];
  const Disk disk;
  Sources sources;
  const auto loaded = LoadWorkspace(disk, root, sources);
  if (!loaded) {
    fmt::print(stderr, "micro: {}\n", loaded.error().message);
    return 1;
  }
  AddStages(root, loaded->library, sources);
  AddRules(loaded->library);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace guidec

int main(int argc, char** argv) {
  return guidec::Main(argc, argv);
}
