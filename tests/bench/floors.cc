// What reading YAML costs before anything is checked: floors tree-sitter|yaml-cpp|both FOLDER
// reads every YAML file below FOLDER, as `guidec lint` does, and parses it with the parser named, on all
// processors (GUIDEC_THREADS sets another number). The trees are thrown away.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for_each.h>
#include <tree_sitter/api.h>
#include <yaml-cpp/yaml.h>

extern "C" const TSLanguage* tree_sitter_yaml(void);

namespace {

namespace fs = std::filesystem;

std::string Read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

bool ParsesAsTree(const std::string& text) {
  TSParser* parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_yaml());
  TSTree* tree =
      ts_parser_parse_string(parser, nullptr, text.data(), static_cast<std::uint32_t>(text.size()));
  const bool is_right = !ts_node_has_error(ts_tree_root_node(tree));
  ts_tree_delete(tree);
  ts_parser_delete(parser);
  return is_right;
}

bool ParsesAsValues(const std::string& text) {
  try {
    return YAML::Load(text).IsMap();
  } catch (const YAML::Exception&) {
    return false;
  }
}

int Usage() {
  fmt::print(stderr, "usage: floors tree-sitter|yaml-cpp|both FOLDER\n");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return Usage();
  const std::string_view which = argv[1];
  const bool takes_tree = which != "yaml-cpp";
  const bool takes_values = which != "tree-sitter";
  if (takes_tree && takes_values && which != "both") return Usage();
  std::optional<tbb::global_control> threads;
  if (const char* number = std::getenv("GUIDEC_THREADS")) {
    threads.emplace(tbb::global_control::max_allowed_parallelism, std::strtoul(number, nullptr, 10));
  }
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(argv[2])) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  tbb::parallel_for_each(paths, [&](const fs::path& path) {
    const std::string text = Read(path);
    const bool is_right = (!takes_tree || ParsesAsTree(text)) && (!takes_values || ParsesAsValues(text));
    if (!is_right) {
      fmt::print(stderr, "floors: {} cannot be parsed\n", path.string());
      std::exit(1);
    }
  });
}
