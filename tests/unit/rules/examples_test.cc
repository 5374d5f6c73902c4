// What the rules say of themselves: their examples are run, their names and codes compared.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "rules/registry.h"
#include "support/byte_cases.h"
#include "support/expectations.h"

namespace guidec {
namespace examples_test {

Fixture FixtureOf(const Example& example) {
  return {"", std::string(example.file), std::string(example.yaml), 0};
}

std::set<std::string> CodesExpectedBy(const std::vector<Fixture>& fixtures) {
  std::set<std::string> codes;
  for (const Fixture& fixture : fixtures) {
    for (const Expectation& expectation : ReadExpectations(fixture.text).expected) {
      codes.insert(expectation.code);
    }
  }
  return codes;
}

std::string ReadText(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool Matches(std::string_view text, const char* pattern) {
  return std::regex_match(text.begin(), text.end(), std::regex(pattern));
}

TEST_CASE("the clean example workspace has no finding") {
  const Linted clean(Fixture{"", "guidec.yaml", "", 0});
  for (const Diagnostic& finding : clean.findings) UNSCOPED_INFO(clean.Describe(finding));
  CHECK(clean.findings.empty());
}

TEST_CASE("examples have the findings that they declare") {
  for (const Rule* rule : AllRules()) {
    for (const Example& example : rule->examples) {
      const bool is_good = example.kind == Example::kGood;
      INFO(rule->code << " " << rule->name << ", a " << (is_good ? "good" : "bad") << " example:\n"
                      << example.yaml);
      const std::string differences = Differences(FixtureOf(example));
      if (!differences.empty()) FAIL_CHECK(differences);
      const auto codes = CodesExpectedBy({FixtureOf(example)});
      CHECK(codes.contains(std::string(rule->code)) != is_good);
      if (is_good) CHECK(codes.empty());
    }
  }
}

TEST_CASE("every rule has a good example and a fixture, and a bad example where bytes can be shown") {
  const auto shown = CodesExpectedBy(ReadFixtures(GUIDEC_PROJECT "/tests/fixtures"));
  const auto made = CodesExpectedBy(ByteCases());
  for (const Rule* rule : AllRules()) {
    INFO(rule->code << " " << rule->name);
    const std::string code(rule->code);
    const auto has = [&](Example::Kind kind) {
      return std::ranges::find(rule->examples, kind, &Example::kind) != rule->examples.end();
    };
    CHECK(has(Example::kGood));
    CHECK((has(Example::kBad) || made.contains(code)));
    CHECK((shown.contains(code) || made.contains(code)));
  }
}

TEST_CASE("fixtures expect only codes that exist") {
  for (const std::string& code : CodesExpectedBy(ReadFixtures(GUIDEC_PROJECT "/tests/fixtures"))) {
    INFO(code);
    CHECK(FindRule(code) != nullptr);
  }
}

TEST_CASE("codes and names are well formed, unique and sorted") {
  REQUIRE_FALSE(AllRules().empty());
  std::set<std::string_view> codes;
  std::set<std::string_view> names;
  for (const Rule* rule : AllRules()) {
    INFO(rule->code << " " << rule->name);
    CHECK(Matches(rule->code, "[A-Z]{2}[0-9]{3}"));
    CHECK(Matches(rule->name, "[a-z][a-z0-9]*(-[a-z0-9]+)*"));
    CHECK(codes.insert(rule->code).second);
    CHECK(names.insert(rule->name).second);
    CHECK(FindRule(rule->code) == rule);
    CHECK(FindRule(rule->name) == rule);
  }
  CHECK(std::ranges::is_sorted(AllRules(), {}, &Rule::code));
}

TEST_CASE("a rule's name is its file's, and its group's codes share two letters") {
  std::map<std::string, std::set<std::string_view>> prefixes;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(GUIDEC_PROJECT "/src/rules")) {
    const auto& path = entry.path();
    if (path.extension() != ".cc" || path.parent_path().filename() == "rules") continue;
    ++files;
    std::string name = path.stem().string();
    std::ranges::replace(name, '_', '-');
    INFO(path.filename().string());
    const Rule* rule = FindRule(name);
    REQUIRE(rule != nullptr);
    prefixes[path.parent_path().filename().string()].insert(rule->code.substr(0, 2));
  }
  CHECK(files == AllRules().size());
  for (const auto& [group, letters] : prefixes) {
    INFO(group);
    CHECK(letters.size() == 1);
  }
}

TEST_CASE("every rule says what, why and from where") {
  for (const Rule* rule : AllRules()) {
    INFO(rule->code << " " << rule->name);
    CHECK(Matches(rule->since, "[0-9]+\\.[0-9]+"));
    CHECK(rule->severity != Severity::kOff);
    CHECK(rule->summary.ends_with('.'));
    CHECK(rule->rationale.ends_with('.'));
    CHECK_FALSE(rule->source.empty());
  }
}

TEST_CASE("stages name every rule without a check") {
  static const std::regex kNamed(R"re(rule_ids::k(\w+))re");
  std::set<std::string> named;
  for (const char* stage : {"syntax", "schema", "model", "lint"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(GUIDEC_PROJECT "/src/") + stage)) {
      if (!entry.is_regular_file()) continue;
      const std::string text = ReadText(entry.path());
      for (std::sregex_iterator match(text.begin(), text.end(), kNamed), end; match != end; ++match) {
        std::string name;
        for (const char c : (*match)[1].str()) {
          const bool is_upper = std::isupper(static_cast<unsigned char>(c)) != 0;
          if (is_upper && !name.empty()) name += '-';
          name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        named.insert(name);
      }
    }
  }
  for (const Rule* rule : AllRules()) {
    INFO(rule->name);
    CHECK((rule->visits() || named.contains(std::string(rule->name))));
  }
}

}  // namespace examples_test
}  // namespace guidec
