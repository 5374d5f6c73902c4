#include "rules/speller.h"

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

namespace guidec {
namespace speller_test {

namespace fs = std::filesystem;

// A folder of dictionaries, named by the environment while it lives.
class DictionaryFolder {
 public:
  DictionaryFolder() : folder_(fs::temp_directory_path() / NewName()) {
    fs::create_directories(folder_);
    ::setenv("GUIDEC_HUNSPELL_DIR", folder_.c_str(), 1);
  }
  ~DictionaryFolder() {
    ::unsetenv("GUIDEC_HUNSPELL_DIR");
    fs::remove_all(folder_);
  }
  const fs::path& path() const { return folder_; }
  void Add(const std::string& name, const std::string& encoding, const std::string& words) const {
    std::ofstream(folder_ / (name + ".aff")) << "SET " << encoding << "\nTRY esianrtolcdugmphbyfvkwz\n";
    std::ofstream(folder_ / (name + ".dic")) << words;
  }

 private:
  static std::string NewName() {
    static int count = 0;
    return "guidec-spelling-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
  }
  fs::path folder_;
};

TEST_CASE("a language finds its dictionary by region, else by its likeliest region, else by itself") {
  const DictionaryFolder folder;
  CHECK(Speller::Find("en-US") == nullptr);
  folder.Add("en_US", "UTF-8", "1\ncolor\n");
  folder.Add("fr", "UTF-8", "1\npied\n");
  folder.Add("sr_Latn_RS", "UTF-8", "1\nnoga\n");
  REQUIRE(Speller::Find("en-US") != nullptr);
  CHECK(Speller::Find("en") == Speller::Find("en-US"));
  CHECK(Speller::Find("en-GB") == nullptr);
  CHECK(Speller::Find("fr-CA") != nullptr);
  CHECK(Speller::Find("sr-Latn-RS") != nullptr);
  CHECK(Speller::Find("de") == nullptr);
  CHECK(Speller::Find("") == nullptr);
  CHECK(Speller::Find("../en_US") == nullptr);
}

TEST_CASE("words are looked up and put right") {
  const DictionaryFolder folder;
  folder.Add("en_US", "UTF-8", "3\nstretch\ndon't\nknee\n");
  Speller* speller = Speller::Find("en-US");
  REQUIRE(speller != nullptr);
  CHECK(speller->Knows("stretch"));
  CHECK(speller->Knows("Stretch"));
  CHECK(speller->Knows("don\u2019t"));
  CHECK_FALSE(speller->Knows("strech"));
  CHECK(speller->Suggest("strech") == std::vector<std::string>{"stretch"});
}

TEST_CASE("words of medicine count as well, and come first where they alone are a letter away") {
  const DictionaryFolder folder;
  folder.Add("en_US", "UTF-8", "2\nknee\nachieve\n");
  folder.Add("fr", "UTF-8", "1\npied\n");
  std::ofstream(folder.path() / "en_med_glut.dic") << "3\nachilles\nacheive\nknew\n";
  Speller speller(folder.path() / "en_US");
  CHECK(speller.Knows("knee"));
  CHECK(speller.KnowsAsOrdinary("knee"));
  CHECK(speller.Knows("achilles"));
  CHECK_FALSE(speller.KnowsAsOrdinary("achilles"));
  CHECK(speller.Suggest("achiles") == std::vector<std::string>{"achilles", "achieve"});
  CHECK(speller.Suggest("knea") == std::vector<std::string>{"knee"});
  Speller french(folder.path() / "fr");
  CHECK_FALSE(french.Knows("achilles"));
}

TEST_CASE("a dictionary in another encoding is read as UTF-8") {
  const DictionaryFolder folder;
  folder.Add("de_DE", "ISO8859-1",
             "1\n\xDC"
             "bung\n");
  Speller* speller = Speller::Find("de");
  REQUIRE(speller != nullptr);
  CHECK(speller->Knows("\u00dcbung"));
  CHECK_FALSE(speller->Knows("\u0142bung"));
  CHECK(speller->Suggest("\u00dcbunk") == std::vector<std::string>{"\u00dcbung"});
}

TEST_CASE("what was learnt of words is known without the dictionary") {
  const DictionaryFolder folder;
  folder.Add("en_US", "UTF-8", "2\nstretch\nknee\n");
  Speller first(folder.path() / "en_US");
  CHECK_FALSE(first.Learnt());
  CHECK(first.Knows("knee"));
  CHECK_FALSE(first.Knows("strech"));
  CHECK(first.Suggest("strech") == std::vector<std::string>{"stretch"});
  const auto learnt = first.Learnt();
  REQUIRE(learnt);
  CHECK_FALSE(first.Learnt());

  Speller second(folder.path() / "gone");
  second.Recall(*learnt);
  CHECK(second.Knows("knee"));
  CHECK_FALSE(second.Knows("strech"));
  CHECK(second.Suggest("strech") == std::vector<std::string>{"stretch"});
  CHECK_FALSE(second.Learnt());
}

TEST_CASE("what is no record of words teaches nothing") {
  const DictionaryFolder folder;
  folder.Add("en_US", "UTF-8", "1\nknee\n");
  for (const char* record : {"", "[", "[]", "{\"kneee\": true}", "{\"kneee\": []}", "{\"kneee\": [4, null]}",
                             "{\"kneee\": [1, 7]}"}) {
    Speller speller(folder.path() / "en_US");
    speller.Recall(record);
    INFO(record);
    CHECK_FALSE(speller.Knows("kneee"));
  }
}

TEST_CASE("words are kept in the cache for as long as the dictionary is the same") {
  const DictionaryFolder folder;
  folder.Add("en_US", "UTF-8", "1\nknee\n");
  Disk disk;
  const Cache cache(disk, folder.path() / "cache", 1'600'000, "program");
  const auto ask = [&] {
    const KeptWords words(cache, disk);
    Speller* speller = Speller::Find("en-US");
    REQUIRE(speller != nullptr);
    return speller->Knows("knee");
  };
  CHECK(ask());
  CHECK(cache.Usage().entries == 1);
  const auto key = [&] { return cache.KeyOf({"words", KeptWords(cache, disk).Digest("en-US")}); };
  const std::string kept = key();
  CHECK(cache.Get(kept) == R"({"knee":[1,null]})");
  cache.Clear();
  CHECK(ask());
  CHECK(cache.Usage().entries == 0);  // nothing was new
  folder.Add("en_US", "UTF-8", "1\nfoot\n");
  CHECK(key() != kept);
}

TEST_CASE("the package that brings a dictionary") {
  CHECK(DictionaryPackage("en-US") == "hunspell-en-us");
  CHECK(DictionaryPackage("en") == "hunspell-en-us");
  CHECK(DictionaryPackage("de") == "hunspell-de-de");
  CHECK(DictionaryPackage("pt-BR") == "hunspell-pt-br");
  CHECK(DictionaryPackage("fr-CA") == "hunspell-fr");
  CHECK(DictionaryPackage("nb") == "hunspell-no");
}

}  // namespace speller_test
}  // namespace guidec
