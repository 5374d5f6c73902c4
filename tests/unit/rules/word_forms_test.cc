// Words by their letters alone: those of science, those that no dictionary has, and the words beside a term.
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "rules/chance.h"
#include "rules/explained_term.h"
#include "rules/odd_words.h"
#include "rules/science_words.h"

namespace guidec {
namespace word_forms_test {

bool IsCombinedOf(std::string_view known, const std::string& word) {
  return IsCombined(word, [&](std::string_view rest) { return rest == known; });
}

TEST_CASE("a form of science makes a word of any word of five letters") {
  for (const std::string_view form :
       {"acromio",  "anti",     "arthro",   "atlanto",  "auto",     "bio",     "broncho", "calcaneo", "cardio",
        "carpo",    "cerebro",  "chemo",    "chondro",  "cortico",  "costo",   "coxo",    "cranio",   "cyto",
        "dermo",    "dorso",    "electro",  "endo",     "epi",      "fasci",   "femoro",  "fibro",    "gastro",
        "gleno",    "glyco",    "haemo",    "hemo",     "hepato",   "humero",  "hydro",   "hypo",     "immuno",
        "infra",    "iso",      "kinesio",  "leuko",    "lumbo",    "lympho",  "macro",   "mechano",  "medio",
        "meta",     "mono",     "musculo",  "myo",      "nephro",   "neuro",   "ortho",   "osteo",    "para",
        "patello",  "peri",     "photo",    "physio",   "plantar",  "poly",    "pseudo",  "psycho",   "pulmo",
        "radio",    "retro",    "sacro",    "scapulo",  "sensori",  "spino",   "sterno",  "supra",    "tendo",
        "thermo",   "thoraco",  "tibio",    "ultra",    "uro",      "vaso",    "veno",    "vestibulo",
        "nucleo"}) {
    INFO(form);
    CHECK(IsCombinedOf("lumen", fmt::format("{}lumen", form)));
    CHECK_FALSE(IsCombinedOf("hand", fmt::format("{}hand", form)));
  }
  CHECK(IsCombinedOf("lumen", "FibroLumen"));
  CHECK_FALSE(IsCombinedOf("lumen", "lumen"));
  CHECK_FALSE(IsCombinedOf("lumen", "fibrolumens"));
  CHECK_FALSE(IsCombinedOf("lumen", "xolumen"));
}

TEST_CASE("a form of everyday words makes a word of one of six letters") {
  for (const std::string_view form : {"bi", "co", "de", "extra", "inter", "intra", "mid", "over", "post", "pre",
                                      "re", "sub", "super", "trans", "under"}) {
    INFO(form);
    CHECK(IsCombinedOf("muscle", fmt::format("{}muscle", form)));
    CHECK_FALSE(IsCombinedOf("lumen", fmt::format("{}lumen", form)));
  }
}

TEST_CASE("an ending makes a word of one of four letters") {
  for (const std::string_view ending : {"borne", "proof", "like", "wide", "s", "'s", "ers"}) {
    INFO(ending);
    CHECK(IsCombinedOf("hand", fmt::format("hand{}", ending)));
    CHECK_FALSE(IsCombinedOf("arm", fmt::format("arm{}", ending)));
  }
  CHECK(IsCombinedOf("stabilize", "stabilized"));
  CHECK(IsCombinedOf("granivorous", "granivores"));
  CHECK(IsCombinedOf("granivorous", "granivore"));
  CHECK_FALSE(IsCombinedOf("granivorous", "granivorest"));
  CHECK_FALSE(IsCombinedOf("stretche", "stretched"));
}

TEST_CASE("units have a prefix or none") {
  for (const std::string_view prefix : {"da", "\u00B5", "\u03BC", "Y", "Z", "E", "P", "T", "G", "M", "k", "h", "d",
                                        "c", "m", "u", "n", "p", "f", "a", ""}) {
    INFO(prefix);
    CHECK(IsUnitSign(fmt::format("{}L", prefix)));
  }
  for (const std::string_view unit : {"m", "mol", "kat", "\u03A9", "U", "IU", "rad", "Wb", "mHg", "mmH", "min", "lbs",
                                      "kmh", "bpm", "gal", "qt", "pt", "tsp", "mcg", "mgs"}) {
    INFO(unit);
    CHECK(IsUnitSign(unit));
  }
  for (const std::string_view word : {"", "k", "kk", "qL", "kmin", "mtsp", "l1", "Lk", "Kg "}) {
    INFO(word);
    CHECK_FALSE(IsUnitSign(word));
  }
}

TEST_CASE("formulas are made of two to eight letters of elements") {
  for (const std::string_view formula : {"NaCl", "NaClNaCl", "HO", "Na", "SrO", "RbH", "YO", "ZrO", "NbO", "ReO", "OsO",
                                         "IrO", "PtO", "PuO", "COOH", "HeH"}) {
    INFO(formula);
    CHECK(IsChemicalFormula(formula));
  }
  for (const std::string_view word : {"", "H", "NaClNaClO", "NaClNaClNa", "na", "Xx", "NaX", "QO", "Nacl", "OHe1"}) {
    INFO(word);
    CHECK_FALSE(IsChemicalFormula(word));
  }
}

TEST_CASE("abbreviations are marked by a small letter or a capital within") {
  for (const std::string_view word : {"mRNA", "hGH", "aBc", "MedlinePlus", "abCd", "TMJx", "IIa", "XIb", "VIc", "EsP",
                                      "TNF\u03B1", "AB\u03C9"}) {
    INFO(word);
    CHECK(IsMarkedAbbreviation(word));
  }
  for (const std::string_view word :
       {"", "a", "aB", "Ab", "abC", "ABc", "IIA", "Ia", "TMJ", "TMx", "muscle", "Muscle", "A\u03B1", "TNf\u03B1", "TNF\u0434"}) {
    INFO(word);
    CHECK_FALSE(IsMarkedAbbreviation(word));
  }
}

TEST_CASE("a letter of another script is found among Latin ones") {
  CHECK(StrangerIn("b\u043Edy") == "\u043E");
  CHECK(StrangerIn("bod\u03C5") == "\u03C5");
  CHECK(StrangerIn("a\u0370") == "\u0370");
  CHECK(StrangerIn("\u04FFa") == "\u04FF");
  CHECK(StrangerIn("\u03B1\u043Ea") == "\u03B1");
  for (const std::string_view word : {"", "body", "a\u033F", "a\u0500", "\u0434\u0430", "na\u00EFve", "1\u0434"}) {
    INFO(word);
    CHECK(StrangerIn(word).empty());
  }
}

TEST_CASE("words of Latin letters and apostrophes") {
  for (const std::string_view word :
       {"", "body", "don't", "don\u2019t", "\u00C0", "\u00E9t\u00E9", "\u024Fx", "stre\u0142", "s\u2019"}) {
    INFO(word);
    CHECK(IsOfLatinLetters(word));
  }
  for (const std::string_view word : {"a-b", "a1", "\u00E91", "\u00B5m", "a\u0280", "don\u2019t1", "\u2019\u0434",
                                      "a\u200Bb", "a b"}) {
    INFO(word);
    CHECK_FALSE(IsOfLatinLetters(word));
  }
}

TEST_CASE("how a word is said has three parts, and one in capitals") {
  for (const std::string_view word : {"klaw-dih-KA-shen", "KA-dee-o", "ka-DEE-o", "ka-dee-OH"}) {
    INFO(word);
    CHECK(IsRespelling(word));
  }
  for (const std::string_view word : {"", "KA", "ka-DEE", "KA-DEE", "ka-dee-o", "a-B-c", "ka-Dee-oh"}) {
    INFO(word);
    CHECK_FALSE(IsRespelling(word));
  }
}

TEST_CASE("a word with a capital between small letters is like a name") {
  const auto is_name = [](std::string_view text, std::string_view word) {
    const std::size_t begin = text.find(word);
    return IsNameLike(text, {begin, begin + word.size()});
  };
  CHECK(is_name("the Hendra virus", "Hendra"));
  CHECK(is_name("a Hendra v", "Hendra"));
  CHECK(is_name("a\nHendra\n v", "Hendra"));
  for (const std::string_view text : {"Hendra virus", "aHendra virus", " Hendra virus", "the Hendra", "the Hendra ",
                                      "The. Hendra virus", "A Hendra virus", "the Hendra Virus", "the Hendra, a virus",
                                      "  Hendra virus"}) {
    INFO(text);
    CHECK_FALSE(is_name(text, "Hendra"));
  }
  CHECK_FALSE(is_name("the hendra virus", "hendra"));
}

TEST_CASE("a name lacks its apostrophe where the message offers one") {
  CHECK(LacksApostrophe("Parkinsons", "did you mean `Parkinson's`?"));
  CHECK_FALSE(LacksApostrophe("Parkinsons", "did you mean `Parkinson`?"));
  CHECK_FALSE(LacksApostrophe("Parkinson", "did you mean `Parkinso's`?"));
  CHECK_FALSE(LacksApostrophe("Parkinsons", "did you mean `Parkinson's disease`?"));
}

TEST_CASE("a word is in an address up to the blanks around it") {
  const auto is_in = [](std::string_view text) {
    const std::size_t begin = text.find("strenght");
    return IsInAddress(text, {begin, begin + 8});
  };
  for (const std::string_view text : {"www.a.org/strenght", "at www.strenght.org now", "https://strenght",
                                      "me@strenght", "strenght@a.org", "\tstrenght@a.org\n"}) {
    INFO(text);
    CHECK(is_in(text));
  }
  for (const std::string_view text :
       {"strenght", "a@b strenght", "strenght a@b", "a@b\tstrenght\ta@b", "a@b\nstrenght\r\na@b", "://\rstrenght",
        "www strenght", "ww.strenght", "a:/strenght"}) {
    INFO(text);
    CHECK_FALSE(is_in(text));
  }
}

TEST_CASE("what stands beside a term opens or closes its meaning") {
  for (const std::string_view after :
       {", a muscle", " (a muscle)", ": a muscle", " \u2013 a muscle", " \u2014 a muscle", "\u2014a muscle", " is so",
        " are", " means", " mean it", " which", " stands", " stand for"}) {
    INFO(after);
    CHECK(OpensMeaning(after));
  }
  for (const std::string_view after : {"", " ", ".", "(a muscle)", " , a", " may be", " hurts", " isn't"}) {
    INFO(after);
    CHECK_FALSE(OpensMeaning(after));
  }
  for (const std::string_view before : {"a muscle (", "(", "the muscle called ", "quads, or", "a muscle named"}) {
    INFO(before);
    CHECK(ClosesMeaning(before));
  }
  for (const std::string_view before : {"", "a muscle", "called a", "a muscle ( "}) {
    INFO(before);
    CHECK_FALSE(ClosesMeaning(before));
  }
}

TEST_CASE("the chance of so many independent events") {
  const double probabilities[] = {0.25, 0.5, 0.5};
  CHECK(ChanceOfAtLeast(0, probabilities) == Approx(1));
  CHECK(ChanceOfAtLeast(1, probabilities) == Approx(0.8125));
  CHECK(ChanceOfAtLeast(2, probabilities) == Approx(0.375));
  CHECK(ChanceOfAtLeast(3, probabilities) == Approx(0.0625));
  CHECK(ChanceOfAtLeast(4, probabilities) == 0);
  CHECK(ChanceOfAtLeast(0, {}) == 1);
  CHECK(ChanceOfAtLeast(1, {}) == 0);
}

}  // namespace word_forms_test
}  // namespace guidec
