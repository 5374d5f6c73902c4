// Fixing every faulty text that the tests know, alone and in pairs: it converges, adds no finding, and
// keeps comments and keys in their order.
#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "lint/fix.h"
#include "lint/runner.h"
#include "rules/registry.h"
#include "support/expectations.h"
#include "support/faulty.h"
#include "syntax/document.h"

namespace guidec {
namespace fix_property_test {

// All pairs would take minutes; what is left out differs with every rule that is added.
constexpr std::size_t kPartners = 1;

Judged LintAnew(std::vector<NamedText> texts) {
  Judged judged;
  const auto read = [](const fs::path&) { return Result<std::string>("words\n"); };
  const Library library = LoadTexts(std::move(texts), ".", read, judged.sources);
  judged.findings = guidec::Lint(library, AllRules(), kToday);
  return judged;
}

// Linting is what takes the time here, and the same texts come up again and again.
class Memory {
 public:
  Judged Lint(std::vector<NamedText> texts) {
    std::string key;
    for (const NamedText& named : texts) key += fmt::format("{}\n{}\n", named.path, named.text);
    const auto known = judged_.find(key);
    if (known != judged_.end()) return known->second;
    return judged_[std::move(key)] = LintAnew(std::move(texts));
  }

 private:
  std::map<std::string, Judged> judged_;
};

std::vector<NamedText> TextsOf(const Fixture& fixture) {
  Sources sources;
  LoadExample(fixture.file, std::string_view(fixture.text).substr(fixture.header), sources);
  return TextsOf(sources);
}

std::vector<std::string> Difference(std::vector<std::string> all, std::vector<std::string> without) {
  std::ranges::sort(all);
  std::ranges::sort(without);
  std::vector<std::string> difference;
  std::ranges::set_difference(all, without, std::back_inserter(difference));
  return difference;
}

std::vector<std::string> KindsOf(const Judged& judged) {
  std::vector<std::string> kinds;
  for (const Diagnostic& finding : judged.findings) {
    kinds.push_back(fmt::format("{} {}", judged.sources[finding.span.source].path(), finding.rule->code));
  }
  return kinds;
}

// Without modelines, which a fix may write, and suppressions, which it may take away.
std::vector<std::string> CommentsOf(const Source& source) {
  std::vector<std::string> comments;
  for (const Comment& comment : Parse(source).comments) {
    std::string text(source.Slice(comment.span));
    if (text.starts_with("# guidec:")) {
      const std::size_t next = text.find(" #");
      if (next == std::string::npos) continue;
      text = text.substr(next + 1);
    }
    text.erase(text.find_last_not_of(" \t\r") + 1);
    if (text.find("yaml-language-server") == std::string::npos) comments.push_back(std::move(text));
  }
  return comments;
}

void AddKeys(const Node& node, std::vector<std::string>& keys) {
  for (const Pair& pair : node.pairs) {
    keys.push_back(pair.key.text);
    AddKeys(pair.value, keys);
  }
  for (const Node& item : node.items) AddKeys(item, keys);
}

// Nothing of a file that is not valid YAML: its keys are not all known.
std::vector<std::string> KeysOf(const Source& source) {
  const Document document = Parse(source);
  std::vector<std::string> keys;
  if (document.faults.empty()) AddKeys(document.root, keys);
  return keys;
}

std::size_t RenamedKeys(std::vector<std::string> before, std::vector<std::string> after, bool in_order) {
  if (before.size() != after.size()) return before.size() + after.size();
  if (!in_order) {
    std::ranges::sort(before);
    std::ranges::sort(after);
  }
  std::size_t renamed = 0;
  for (std::size_t i = 0; i < before.size(); ++i) renamed += before[i] != after[i] ? 1 : 0;
  return renamed;
}

// Without the `id` and `text` of steps that were given ids.
std::vector<std::string> WithoutNewIds(const std::vector<std::string>& before,
                                       const std::vector<std::string>& after) {
  std::vector<std::string> kept;
  for (const std::string& key : after) {
    const bool is_next = kept.size() < before.size() && before[kept.size()] == key;
    if (is_next || (key != "id" && key != "text")) kept.push_back(key);
  }
  return kept;
}

// The number of lines that end in CR LF, and that end in LF alone.
std::pair<std::ptrdiff_t, std::ptrdiff_t> LineEnds(const std::string& text) {
  std::ptrdiff_t cr_lf = 0;
  for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at + 1)) ++cr_lf;
  return {cr_lf, std::ranges::count(text, '\n') - cr_lf};
}

// Fixes the texts and checks all that must hold; how many fixes were made.
int CheckFixing(const std::vector<NamedText>& texts, bool allow_unsafe) {
  const FixLimits limits{.allow_unsafe = allow_unsafe};
  Memory memory;
  const Judge lint = [&](std::vector<NamedText> given) { return memory.Lint(std::move(given)); };
  const Judged before = lint(texts);
  const FixResult result = FixTexts(texts, lint, limits);

  CHECK(Difference(KindsOf(result.judged), KindsOf(before)) == std::vector<std::string>());
  CHECK(result.judged.findings.size() + static_cast<std::size_t>(result.fixed) <= before.findings.size());

  std::vector<NamedText> after = TextsOf(result.judged.sources);
  after.resize(texts.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    REQUIRE(after[i].path == texts[i].path);
    if (after[i].text == texts[i].text) continue;
    ++changed;
    const auto id = static_cast<SourceId>(i);
    const Source& old_source = before.sources[id];
    const Source& new_source = result.judged.sources[id];
    // Some fixes are about what others must keep.
    const auto has = [&](std::string_view rule) {
      return std::ranges::any_of(before.findings, [&](const Diagnostic& finding) {
        return finding.span.source == id && finding.rule->name == rule;
      });
    };
    auto old_comments = CommentsOf(old_source);
    auto new_comments = CommentsOf(new_source);
    // A line that moves takes its comment along.
    if (has("unordered-numbers")) {
      std::ranges::sort(old_comments);
      std::ranges::sort(new_comments);
    }
    // Without its odd space, a line is read as YAML, and so is a comment in it.
    if (has("unicode-space")) {
      std::erase_if(new_comments, [&](const auto& comment) {
        return std::ranges::find(old_comments, comment) == old_comments.end();
      });
    }
    CHECK(new_comments == old_comments);
    if (const auto keys = KeysOf(old_source); !keys.empty()) {
      auto new_keys = KeysOf(new_source);
      if (has("step-named-by-words")) new_keys = WithoutNewIds(keys, new_keys);
      CHECK(RenamedKeys(keys, new_keys, !has("unordered-numbers")) <= static_cast<std::size_t>(result.fixed));
    }
    const auto [cr_lf, lf] = LineEnds(texts[i].text);
    if (cr_lf == 0 || has("windows-line-ends")) CHECK(LineEnds(after[i].text).first == 0);
    if (lf == 0 && !has("windows-line-ends")) CHECK(LineEnds(after[i].text).second == 0);
    CHECK(texts[i].text.ends_with('\n') == after[i].text.ends_with('\n'));
  }
  CHECK(changed == result.rewrites.size());
  CHECK((result.fixed == 0) == (changed == 0));

  const FixResult again = FixTexts(after, lint, limits);
  CHECK(again.fixed == 0);
  CHECK(again.rewrites.empty());
  return result.fixed;
}

bool CarriesFix(const Fixture& fixture) {
  const Linted linted(fixture);
  return std::ranges::any_of(linted.findings, [](const Diagnostic& d) { return d.fix.has_value(); });
}

// Both in one workspace, and in one file where they are pieces of the same.
std::vector<NamedText> LaidTogether(const Fixture& a, const Fixture& b) {
  const auto piece = [](const Fixture& fixture) { return fixture.text.substr(fixture.header); };
  const auto is_whole = [&](const Fixture& fixture) {
    return piece(fixture).find("yaml-language-server") != std::string::npos;
  };
  if (a.file == b.file && !is_whole(a) && !is_whole(b)) {
    return TextsOf(Fixture{"", a.file, piece(a) + piece(b), 0});
  }
  std::vector<NamedText> texts = TextsOf(a);
  for (const NamedText& other : TextsOf(b)) {
    if (other.path != b.file) continue;
    const auto same = std::ranges::find(texts, b.file, &NamedText::path);
    if (same == texts.end()) {
      texts.push_back(other);
    } else if (a.file != b.file) {
      same->text = other.text;
    }
  }
  return texts;
}

std::string WithCrLf(const std::string& text) {
  std::string with;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) with += '\r';
    with += text[i];
  }
  return with;
}

TEST_CASE("every faulty text is fixed for good") {
  int fixed = 0;
  for (const Fixture& fixture : FaultyFixtures()) {
    INFO(fixture.name);
    fixed += CheckFixing(TextsOf(fixture), false);
    if (CarriesFix(fixture)) fixed += CheckFixing(TextsOf(fixture), true);
  }
  CHECK(fixed > 40);
}

TEST_CASE("with CR LF, without a line end at its end, behind letters of several bytes") {
  int fixed = 0;
  for (const Fixture& fixture : ThirdOfFaultyFixtures(1)) {
    if (!CarriesFix(fixture)) continue;
    INFO(fixture.name);
    std::vector<NamedText> texts = TextsOf(fixture);
    for (NamedText& named : texts) named.text = WithCrLf(named.text);
    fixed += CheckFixing(texts, true);
    texts = TextsOf(fixture);
    for (NamedText& named : texts) {
      while (named.text.ends_with('\n')) named.text.pop_back();
    }
    fixed += CheckFixing(texts, true);
    texts = TextsOf(fixture);
    for (NamedText& named : texts) {
      if (named.path == fixture.file) named.text.insert(0, "# \xF0\x9F\x8F\x83 \xC3\xBC\n");
    }
    fixed += CheckFixing(texts, true);
  }
  CHECK(fixed > 30);
}

TEST_CASE("faulty texts laid together are fixed for good") {
  std::vector<Fixture> faulty = ThirdOfFaultyFixtures(2);
  std::erase_if(faulty, [](const Fixture& fixture) { return fixture.text.size() > 20'000; });
  std::mt19937 random(20261122);
  int fixed = 0;
  for (const Fixture& fixture : faulty) {
    if (!CarriesFix(fixture)) continue;
    // In the same file they meet; across files only what refers to another can.
    std::vector<const Fixture*> partners;
    for (const Fixture& other : faulty) {
      if (other.file == fixture.file || random() % 10 == 0) partners.push_back(&other);
    }
    std::ranges::shuffle(partners, random);
    partners.resize(std::min(partners.size(), kPartners));
    for (const Fixture* other : partners) {
      INFO(fixture.name << " and " << other->name);
      fixed += CheckFixing(LaidTogether(fixture, *other), random() % 2 == 0);
    }
  }
  CHECK(fixed > 40);
}

}  // namespace fix_property_test
}  // namespace guidec
