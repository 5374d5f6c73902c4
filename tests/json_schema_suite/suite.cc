// Holds schema/ against the JSON Schema Test Suite: json_schema_suite FOLDER
// FOLDER holds the suite's cases of draft 7. A case whose schema has a keyword that guidec's schemas do not
// use is left out, and counted. All others are judged twice: their data read as JSON, and, since JSON is
// YAML, by syntax/ as an author's file. Where guidec means to judge otherwise than the suite, kOtherwise says
// why.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/schema.h"
#include "schema/validate.h"
#include "syntax/document.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

// Fewer means that the suite is not there, or that the schemas lost a keyword.
constexpr std::size_t kFewestCases = 560;

enum class Reading : std::uint8_t { kBoth, kYaml };

struct Otherwise {
  std::string_view file;
  std::string_view group;
  std::string_view test;
  Reading reading;
  std::string_view why;
};

constexpr std::string_view kControl = "control characters are faults of an author's file, and left out";
constexpr std::string_view kFraction = "`1.0` is no count: who means 1 writes it, and the readers rely on it";
constexpr std::string_view kHuge = "no reader holds a whole number of more than 64 bits";

constexpr Otherwise kOtherwise[] = {
    {"type.json", "integer type matches integers", "a float with zero fractional part is an integer",
     Reading::kBoth, kFraction},
    {"bignum.json", "integer", "a bignum is an integer", Reading::kBoth, kHuge},
    {"bignum.json", "integer", "a negative bignum is an integer", Reading::kBoth, kHuge},
    {"const.json", "nul characters in strings", "match string with nul", Reading::kYaml, kControl},
    {"enum.json", "nul characters in strings", "match string with nul", Reading::kYaml, kControl},
    {"required.json", "required with escaped characters", "object with all properties present is valid",
     Reading::kYaml, kControl},
    {"ecmascript-regex.json", "ECMA 262 regex escapes control codes with \\c and upper letter", "matches",
     Reading::kYaml, kControl},
    {"ecmascript-regex.json", "ECMA 262 regex escapes control codes with \\c and lower letter", "matches",
     Reading::kYaml, kControl},
    {"ecmascript-regex.json", "ECMA 262 \\s matches whitespace", "Line tabulation matches", Reading::kYaml,
     kControl},
    {"ecmascript-regex.json", "ECMA 262 \\s matches whitespace", "Form feed matches", Reading::kYaml,
     kControl},
    {"ecmascript-regex.json", "ECMA 262 \\s matches whitespace", "zero-width whitespace matches",
     Reading::kYaml, "U+FEFF inside an author's file is a fault, and read as spaces"},
    {"ecmascript-regex.json", "ECMA 262 \\S matches everything but whitespace",
     "Non-whitespace control matches", Reading::kYaml, kControl},
};

struct Counts {
  std::size_t ran = 0;
  std::map<std::string, std::size_t> left_out;  // by keyword
  std::set<const Otherwise*> otherwise;
  std::vector<std::string> faults;
};

const Otherwise* FindOtherwise(std::string_view file, std::string_view group, std::string_view test) {
  const auto found = std::ranges::find_if(kOtherwise, [&](const Otherwise& one) {
    return one.file == file && one.group == group && one.test == test;
  });
  return found == std::end(kOtherwise) ? nullptr : found;
}

bool FitsAsYaml(const Schema& schema, const Json& data) {
  const Document document = Parse(Source(SourceId{}, "case.yaml", data.dump(1)));
  return Validate(schema, document.root);
}

void RunTest(const Schema& schema, const std::string& file, const std::string& group, const Json& test,
             Counts& counts) {
  ++counts.ran;
  const std::string name = test["description"];
  const bool valid = test["valid"];
  const bool as_json = Validate(schema, NodeOf(test["data"]));
  const bool as_yaml = FitsAsYaml(schema, test["data"]);
  const Otherwise* otherwise = FindOtherwise(file, group, name);
  if (otherwise != nullptr) counts.otherwise.insert(otherwise);
  const bool json_differs = otherwise != nullptr && otherwise->reading == Reading::kBoth;
  const bool yaml_differs = otherwise != nullptr;
  if (as_json == (valid != json_differs) && as_yaml == (valid != yaml_differs)) return;
  counts.faults.push_back(fmt::format("{}: {}: {}: should be {}; as JSON {}, as YAML {}", file, group, name,
                                      valid, as_json, as_yaml));
}

void RunFile(const fs::path& path, Counts& counts) {
  std::ifstream stream(path);
  const Json groups = Json::parse(stream);
  const std::string file = path.filename();
  for (const Json& group : groups) {
    const auto read = ReadSchema(group["schema"]);
    if (!read) {
      counts.left_out[read.error().keyword] += group["tests"].size();
      continue;
    }
    for (const Json& test : group["tests"]) RunTest(*read->root, file, group["description"], test, counts);
  }
}

int Main(const fs::path& folder) {
  Counts counts;
  std::vector<fs::path> files;
  for (const fs::path& place : {folder, folder / "optional"}) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(place, error)) {
      if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  for (const fs::path& file : files) RunFile(file, counts);

  for (const Otherwise& one : kOtherwise) {
    if (!counts.otherwise.contains(&one)) {
      counts.faults.push_back(fmt::format("{}: {}: {}: is not in the suite", one.file, one.group, one.test));
    }
  }
  if (counts.ran < kFewestCases) {
    counts.faults.push_back(
        fmt::format("{}: {} cases ran, at least {} should", folder.string(), counts.ran, kFewestCases));
  }
  std::size_t left_out = 0;
  for (const auto& [keyword, count] : counts.left_out) {
    left_out += count;
    fmt::print("left out for `{}`: {}\n", keyword, count);
  }
  for (const Otherwise* one : counts.otherwise)
    fmt::print("judged otherwise: {}: {}: {}: {}\n", one->file, one->group, one->test, one->why);
  for (const std::string& fault : counts.faults) fmt::print("{}\n", fault);
  fmt::print("{} cases of {} files ran, {} left out, {} judged otherwise, {} faults\n", counts.ran,
             files.size(), left_out, counts.otherwise.size(), counts.faults.size());
  return counts.faults.empty() ? 0 : 1;
}

}  // namespace
}  // namespace guidec

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: json_schema_suite FOLDER\n");
    return 2;
  }
  return guidec::Main(argv[1]);
}
