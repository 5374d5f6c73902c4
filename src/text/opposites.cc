#include "text/opposites.h"

#include "text/phrase.h"

namespace guidec {
namespace {

// Words of one side mean much the same; each of them excludes those of the other.
struct Pair {
  std::string_view one;
  std::string_view other;
};

constexpr Pair kPairs[] = {
    {"lift|lifts|lifting|lifted|raise|raises|raising|raised|elevate|elevates",
     "lower|lowers|lowering|lowered|drop|drops"},
    {"up|upward|upwards", "down|downward|downwards"},
    {"upper", "lower"},
    {"upright", "bent"},
    {"front", "back|rear"},
    {"forward|forwards|ahead", "backward|backwards|behind"},
    {"inner|inside|internal", "outer|outside|external"},
    {"above|over", "below|under|beneath"},
    {"left", "right"},
    {"top|surface", "bottom|deep"},
    {"bend|bends|bending|bent|flex|flexes", "straighten|straightens|straightening|straight|extend|extends"},
    {"open|opens|opening", "close|closes|closing"},
    {"together", "apart"},
    {"large|larger|largest|big|bigger|biggest", "small|smaller|smallest|little|tiny"},
    {"long|longer|longest", "short|shorter|shortest"},
    {"wide|broad", "narrow"},
    {"thick", "thin"},
    {"high|higher|highest|tall", "low|lowest"},
    {"fast|faster|quick|quickly|rapid|rapidly", "slow|slower|slowly"},
    {"strong|stronger|strongest", "weak|weaker|weakest"},
    {"stretch|stretches|lengthens", "shortens|shorten|tightens"},
    {"stretches", "strengthens"},
    {"tight|tense|stiff", "loose|relaxed"},
    {"steady|steadies|stable", "unsteady|unstable"},
    {"move|moves|moving|moved", "still|motionless"},
    {"more|most", "less|least|fewer|fewest"},
    {"before", "after"},
    {"first", "last"},
    {"early|earlier", "late|later"},
    {"with", "without"},
    {"always", "never"},
    {"same", "other|different|opposite"},
    {"basic|easy|easiest|simple|simplest", "hard|hardest|difficult|advanced"},
    {"increase|increases|raises", "decrease|decreases|reduce|reduces"},
    {"gain|gains", "lose|loses|loss"},
    {"push|pushes|pushing", "pull|pulls|pulling"},
    {"towards|toward", "away"},
    {"well|besides|also", "instead"},
    {"hot|warm|heat", "cold|cool|ice"},
    {"acute|sudden", "chronic|gradual"},
    {"muscle|muscles", "bone|bones|nerve|nerves|joint|joints|organ|organs"},
    {"bone|bones", "tendon|tendons|ligament|ligaments|nerve|nerves|organ|organs"},
};

}  // namespace

bool AreOpposite(std::string_view one, std::string_view other) {
  for (const Pair& pair : kPairs) {
    if (IsOneOf(one, pair.one) && IsOneOf(other, pair.other)) return true;
    if (IsOneOf(other, pair.one) && IsOneOf(one, pair.other)) return true;
  }
  return false;
}

}  // namespace guidec
