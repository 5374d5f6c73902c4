#include "text/instruction.h"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace guidec {
namespace instruction_test {

struct Case {
  std::string_view sentence;
  std::string_view found;  // "-" for nothing
};

std::string Text(std::string_view sentence, const std::optional<Piece>& piece) {
  return piece ? std::string(sentence.substr(piece->begin, piece->end - piece->begin)) : "-";
}

TEST_CASE("a subject opens what is no instruction") {
  constexpr Case kCases[] = {
      {"", "-"},
      {"Lift your hips.", "-"},
      {"Slowly lift your hips.", "-"},
      {"Then hold still.", "-"},
      {"With your knees bent, lift your hips.", "-"},
      {"As you breathe out, push up.", "-"},
      {"Standing tall, raise your arms.", "-"},
      {"Face the wall.", "-"},
      {"Back up to the wall.", "-"},
      {"This time lift the other leg.", "-"},
      {"Your knees bent, lower your hips.", "-"},
      {"Each side in turn: lift the leg.", "-"},
      {"Your knees are bent.", "Your"},
      {"Now your knees are bent.", "your"},
      {"You can use a wall, with your feet apart.", "You"},
      {"Feet flat on the floor.", "Feet"},
      {"This is the start position.", "This"},
      {"The other side.", "The"},
  };
  for (const Case& c : kCases) {
    INFO(c.sentence);
    CHECK(Text(c.sentence, FindLeadingSubject(c.sentence)) == c.found);
  }
}

TEST_CASE("each of these words makes a clause one with a subject") {
  for (const std::string subject :
       {"the",    "your",      "you",    "it",    "this",     "that",        "these",  "those",  "there",
        "a",      "an",        "we",     "they",  "he",       "she",         "his",    "her",    "their",
        "our",    "both",      "each",   "feet",  "knees",    "hips",        "arms",   "legs",   "hands",
        "toes",   "shoulders", "elbows", "heels", "palms",    "fingers",     "thighs", "ankles", "wrists",
        "you'll", "you'd",     "you're", "it's",  "patients", "participants"}) {
    INFO(subject);
    CHECK(Text(subject + " sore", FindLeadingSubject(subject + " sore")) == subject);
    CHECK_FALSE(FindLeadingSubject(subject + " sore, lift"));
    CHECK_FALSE(FindLeadingSubject(subject + " time"));
    CHECK(Text(subject, FindLeadingSubject(subject)) == subject);
  }
  for (const std::string opener : {"and", "but", "or", "so", "then", "now", "next", "again", "also", "first",
                                   "finally", "please", "not", "never", "always", "slowly", "badly"}) {
    INFO(opener);
    const std::string sentence = opener + " your knees bend";
    CHECK(Text(sentence, FindLeadingSubject(sentence)) == "your");
  }
  CHECK_FALSE(FindLeadingSubject("only your knees bend"));
  // What follows behind a comma is no instruction.
  for (const std::string side :
       {"until",   "when",    "while", "so",      "as",      "if",      "because",  "once",
        "after",   "before",  "that",  "which",   "who",     "where",   "unless",   "though",
        "since",   "whether", "than",  "with",    "without", "like",    "in",       "on",
        "at",      "by",      "for",   "from",    "to",      "of",      "into",     "toward",
        "towards", "over",    "under", "between", "during",  "through", "lowering", "slowly"}) {
    INFO(side);
    CHECK(FindLeadingSubject("Knees bent, " + side));
    CHECK(FindLeadingSubject("Knees bent, " + side + (side == "so" || side == "slowly" ? "" : " lift")));
  }
  CHECK_FALSE(FindLeadingSubject("Knees bent, bring it up"));
  CHECK(FindLeadingSubject("Knees bent, moving up"));
}

TEST_CASE("a clause starts behind each sign that parts a sentence") {
  for (const std::string sign : {", ", "; ", ": ", " (", ") ", " - ", " \u2013 ", "\u2014"}) {
    INFO(sign);
    CHECK_FALSE(FindLeadingSubject("Your knees are bent" + sign + "lift the hips"));
  }
  for (const std::string sign : {" ", ". ", " / "}) {
    INFO(sign);
    CHECK(FindLeadingSubject("Your knees are bent" + sign + "lift the hips"));
  }
}

TEST_CASE("each of these words tells whether something is done") {
  const auto passive = [](const std::string& sentence) { return Text(sentence, FindPassive(sentence)); };
  for (const std::string participle :
       {"held", "kept", "put", "brought", "drawn", "taken", "done", "made", "laid", "led", "given", "swung",
        "driven", "felt", "thrown", "worn", "shown", "moved", "dropped"}) {
    INFO(participle);
    CHECK(passive("It can be " + participle) == "can be " + participle);
  }
  for (const std::string posture :
       {"aligned",   "angled",     "arched",     "bowed",       "braced",      "clasped",   "clenched",
        "closed",    "crossed",    "curved",     "elevated",    "engaged",     "extended",  "flared",
        "flattened", "flexed",     "interlaced", "interlocked", "lined",       "locked",    "planted",
        "pointed",   "positioned", "pronated",   "protracted",  "racked",      "relaxed",   "retracted",
        "rounded",   "seated",     "spaced",     "squared",     "stacked",     "staggered", "straightened",
        "stretched", "supinated",  "supported",  "tensed",      "tilted",      "tucked",    "turned",
        "twisted",   "tired",      "excited",    "interested",  "worried",     "scared",    "pleased",
        "needed",    "hundred",    "used",       "advanced",    "experienced", "surprised", "concerned",
        "required",  "bent",       "set",        "spread",      "indeed",      "red",       "aged",
        "agreed"}) {
    INFO(posture);
    CHECK(passive("It can be " + posture) == "-");
  }
  for (const std::string modal : {"should", "must", "can", "may", "will", "shall", "could", "might"}) {
    INFO(modal);
    CHECK(passive("It " + modal + " be held") == modal + " be held");
    CHECK(passive("It " + modal + " now be then held up") == modal + " now be then held");
    CHECK(passive("It " + modal + " be") == "-");
    for (const std::string adverb : {"then", "not", "never", "always", "again", "also", "now", "slowly"}) {
      CHECK(passive("It " + modal + " be " + adverb + " held") == modal + " be " + adverb + " held");
    }
    CHECK(passive("It " + modal + " be only held") == "-");
    CHECK(passive("It " + modal + " hold") == "-");
    CHECK(passive("It " + modal) == "-");
  }
  for (const std::string form : {"is", "are", "was", "were"}) {
    INFO(form);
    CHECK(passive("It " + form + " now lifted") == form + " now lifted");
    CHECK(passive("It " + form + " being then held") == form + " being then held");
    CHECK(passive("It " + form + " to be then held") == form + " to be then held");
    CHECK(passive("It " + form + " being") == "-");
    CHECK(passive("It " + form + " to be") == "-");
    CHECK(passive("It " + form + " to drop") == "-");
    CHECK(passive("It " + form + " being sore") == "-");
    CHECK(passive("It " + form) == "-");
    CHECK(passive("It " + form + " never dropped") == "-");
  }
  for (const std::string done : {"repeated", "performed", "done", "lifted", "lowered", "pulled", "pushed",
                                 "moved", "brought", "drawn", "swung", "rotated", "pressed", "returned"}) {
    INFO(done);
    CHECK(passive("It is " + done) == "is " + done);
  }
  for (const std::string motion : {"then", "slowly", "gently", "quickly", "carefully"}) {
    INFO(motion);
    CHECK(passive("It is " + motion + " dropped") == "is " + motion + " dropped");
    CHECK(passive("It is " + motion + " bent") == "-");
  }
  for (const std::string side :
       {"until", "when",    "while", "so",    "as",      "if",    "because", "once",
        "after", "before",  "that",  "which", "who",     "where", "unless",  "though",
        "since", "whether", "than",  "with",  "without", "like"}) {
    INFO(side);
    CHECK(passive("Rest " + side + " it is lifted") == "-");
  }
}

TEST_CASE("a passive is found in a main clause only") {
  constexpr Case kCases[] = {
      {"", "-"},
      {"Lift your hips.", "-"},
      {"The bar should be held low.", "should be held"},
      {"The bar must then be slowly lowered.", "must then be slowly lowered"},
      {"Lift the bar, it should not be dropped.", "should not be dropped"},
      {"The leg is lifted.", "is lifted"},
      {"The leg is then stretched out.", "-"},
      {"The leg is then dropped.", "is then dropped"},
      {"The bar is being held.", "is being held"},
      {"The bar is to be held.", "is to be held"},
      {"Your knees are bent.", "-"},
      {"Your knees should be slightly bent.", "-"},
      {"Rest until the leg is lifted.", "-"},
      {"Make sure that the bar is pressed down.", "-"},
      {"You should be tired.", "-"},
      {"This should be easy.", "-"},
      {"You can feel relaxed.", "-"},
  };
  for (const Case& c : kCases) {
    INFO(c.sentence);
    CHECK(Text(c.sentence, FindPassive(c.sentence)) == c.found);
  }
}

TEST_CASE("a passive of running text is found in any clause, and a state is none") {
  constexpr Case kCases[] = {
      {"", "-"},
      {"The exercises are divided into groups.", "are divided"},
      {"They have been chosen with care.", "have been chosen"},
      {"Rest until the cause is found.", "is found"},
      {"It is most commonly caused by strain.", "-"},
      {"Bed rest isn\u2019t recommended.", "isn\u2019t recommended"},
      {"Ice can also be used.", "can also be used"},
      {"You may be seen sooner.", "may be seen"},
      {"The muscle may be strained or overused.", "-"},
      {"Your muscles are tired, and your knee is bent.", "-"},
      {"The pain is related to your sleep.", "-"},
      {"You are used to running.", "-"},
      {"When you are done, rest.", "-"},
      {"There is a need for rest.", "-"},
      {"The lounger is red.", "-"},
      {"Contract until your biceps are fully contracted.", "-"},
      {"Run slowly. It has helped.", "-"},
  };
  for (const Case& c : kCases) {
    INFO(c.sentence);
    CHECK(Text(c.sentence, FindPassiveInProse(c.sentence)) == c.found);
  }
}

TEST_CASE("each of these words makes a passive of running text, or none") {
  const auto passive = [](const std::string& sentence) {
    return Text(sentence, FindPassiveInProse(sentence));
  };
  for (const std::string state :
       {"affected",   "aged",       "associated", "attached",  "balanced",  "based",      "biased",
        "bored",      "centered",   "centred",    "certified", "committed", "confused",   "connected",
        "contracted", "crowded",    "damaged",    "dedicated", "detailed",  "diseased",   "disappointed",
        "distressed", "educated",   "exhausted",  "fatigued",  "finished",  "frightened", "inflamed",
        "injured",    "involved",   "irritated",  "limited",   "located",   "married",    "motivated",
        "naked",      "overloaded", "overused",   "painted",   "prepared",  "qualified",  "related",
        "retired",    "rugged",     "satisfied",  "skilled",   "sprained",  "strained",   "stressed",
        "supposed",   "talented",   "unaffected", "unrelated", "weakened",  "tired",      "hundred",
        "called",     "named",      "red",        "need",      "agreed",    "allergic",   "swollen",
        "bent"}) {
    INFO(state);
    CHECK(passive("You are " + state) == "-");
  }
  for (const std::string done :
       {"held",    "kept",       "put",    "brought", "drawn",      "taken",     "done",   "made",    "laid",
        "led",     "given",      "driven", "felt",    "thrown",     "shown",     "chosen", "written", "found",
        "seen",    "known",      "caught", "taught",  "undertaken", "built",     "sent",   "told",    "said",
        "thought", "understood", "bought", "sold",    "paid",       "forgotten", "hidden", "begun",   "split",
        "used",    "required",   "needed", "dropped", "used for"}) {
    INFO(done);
    const std::string verb = done.substr(0, done.find(' '));
    CHECK(passive("They are " + done) == "are " + verb);
  }
  for (const std::string form :
       {"is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"}) {
    INFO(form);
    CHECK(passive("Ice " + form + " seen") == form + " seen");
    CHECK(passive("Ice " + form) == "-");
    CHECK(passive("Ice " + form + " slowly") == "-");
  }
  for (const std::string helper : {"have", "has", "had", "is", "are", "was", "were", "can", "may", "must",
                                   "will", "would", "could", "might", "should", "shall"}) {
    INFO(helper);
    CHECK(passive("Ice " + helper + " now been seen") == helper + " now been seen");
    CHECK(passive(helper + " been seen") == helper + " been seen");
  }
  for (const std::string frequency : {"often", "sometimes", "most", "seldom", "still", "only", "first",
                                      "just", "well", "best", "better", "thus", "more", "never", "badly"}) {
    INFO(frequency);
    CHECK(passive("Ice is " + frequency + " then seen") == "is " + frequency + " then seen");
  }
  CHECK(passive("Ice has slowly been seen") == "has slowly been seen");
  CHECK(passive("Ice slowly is seen") == "is seen");
  CHECK(passive("Ice is used to running") == "-");
  CHECK(passive("When they are done, rest") == "are done");
  CHECK(passive("When you are seen, rest") == "are seen");
  CHECK(passive("It is sore and was seen") == "was seen");
}

}  // namespace instruction_test
}  // namespace guidec
