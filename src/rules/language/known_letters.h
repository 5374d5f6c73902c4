// Abbreviations that more readers know by their letters than by their words: style guides let them stand
// alone.
#ifndef GUIDEC_RULES_LANGUAGE_KNOWN_LETTERS_H_
#define GUIDEC_RULES_LANGUAGE_KNOWN_LETTERS_H_

#include <string_view>

#include "text/phrase.h"

namespace guidec {

inline constexpr Alternatives kKnownLetters[] = {
    // Daily life: time, places, money, papers, messages.
    "AM|PM|BC|BCE|AD|GMT|ASAP|ETA|FAQ|FYI|ID|IOU|IQ|OK|PIN|PO|PS|RSVP|SOS|TBA|TLC|VIP|DIY|DOB|NB|PTO|RIP|ATM|"
    "VAT|"
    "MOT|GPA|PE|PHD|MBA|CV|CEO|HR|PR|NGO|AKA|LGBT|LGBTQ|BBQ|BYO|UFO|SUV|UTC|BST|EST",
    "UK|US|USA|EU|UN|UAE|USSR|NYC|LA|GB|WWI|WWII|NASA|NATO|UNESCO|UNICEF|BBC|CBS|CNN|ESPN|MTV|NBC|CIA|FBI|"
    "KGB|YMCA|EPA|IRS|NAFTA|FDR|JFK|LBJ|MLK|BLT|"
    "RSPCA|WWF|AA",
    "TV|CD|DVD|PC|CPU|USB|LCD|LED|GPS|SMS|URL|HTML|HTTP|PDF|QR|VR|AI|IT|WWW|UV|HD|VHS|SIM|RAM|MP|FM|DJ|DVLA|"
    "PVC|LPG|HEPA|RGB|API|SQL|VPN|"
    "AC|DC|CCTV|BMW|IBM|IKEA|KFC|LEGO|IOS",
    // Sport and the gym.
    "BMX|FIFA|UEFA|MLB|MVP|NBA|NCAA|WNBA|NFL|NHL|PGA|WWE|EZ|TRX|ATV|PB|KO|MMA|HIIT",
    // Medicine that is in the newspaper, on packets and in every first-aid course.
    "AIDS|HIV|TB|MRSA|HPV|MMR|STI|STD|UTI|COVID|SARS|PCR|BCG|LASIK",
    "QRS|"
    "BP|BMI|ECG|EKG|EEG|CT|MRI|CPR|AED|ICE|BPM|SPF|RSI|DVT|IBS|MS|ADHD|OCD|PTSD|PMS|COPD|LDL|HDL|REM|IVF|IUD|"
    "HRT|GI",
    "DNA|RNA|ATP|ADP|PH|LSD|MDMA|THC|CBD|MSG|GMO|BPA|TNT|RH|ABO|EPO",
    "GP|NHS|NSAID|WHO|CDC|FDA|ICU|ER|ED|ENT|EMT|EMS|OTC|IV|IM|IU|PPE|PT|RN|MD|OR",
};

// Whether the letters, in capitals, need no words.
inline bool AreKnownLetters(std::string_view letters) {
  for (const Alternatives& kind : kKnownLetters) {
    if (IsOneOf(letters, kind)) return true;
  }
  return false;
}

}  // namespace guidec

#endif  // GUIDEC_RULES_LANGUAGE_KNOWN_LETTERS_H_
