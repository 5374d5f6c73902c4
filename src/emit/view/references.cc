// An entry is parts with a full stop behind each:
//   names. title. container, volume(issue), pages. edition. publisher, place, year. note. address. accessed.
// What is not known leaves no trace. The style is one for all types of sources, as citations by number have
// it (https://www.nlm.nih.gov/bsd/uniform_requirements.html); what a reader follows or copies is exactly the
// address.
#include "emit/view/references.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "text/address.h"
#include "text/direction.h"
#include "text/initials.h"
#include "text/language_tag.h"
#include "text/ordinal.h"

namespace guidec {
namespace {

// On one line.
std::string TextUnder(const Node& item, std::string_view key) {
  const Node* node = item.Find(key);
  if (node == nullptr || !node->IsScalar()) return {};
  std::string text = node->text;
  std::ranges::replace(text, '\n', ' ');
  return text;
}

void AppendJoined(std::string& text, std::string_view separator, std::string_view more) {
  if (!text.empty() && !more.empty()) text += separator;
  text += more;
}

std::string NameText(const Node& name) {
  const std::string literal = TextUnder(name, "literal");
  if (!literal.empty()) return literal;
  std::string text = TextUnder(name, "family");
  AppendJoined(text, " ", Initials(TextUnder(name, "given")));
  return text;
}

// The authors, or else the editors.
std::string Names(const Node& item) {
  std::string text;
  for (const char* key : {"author", "editor"}) {
    const Node* names = item.Find(key);
    if (names == nullptr || !names->IsSequence()) continue;
    for (const Node& name : names->items) AppendJoined(text, ", ", NameText(name));
    if (!text.empty()) break;
  }
  return text;
}

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

// "pp. 10–12", "p. S1": several where figures stand on both sides of a hyphen, a comma or an ampersand.
std::string PagesText(std::string pages, const Wording& wording) {
  if (pages.empty()) return {};
  for (std::size_t at = pages.find('-'); at != std::string::npos; at = pages.find('-', at))
    pages.replace(at, 1, "–");
  const auto has_figure = [](std::string_view text) { return std::ranges::any_of(text, IsDigit); };
  bool are_several = false;
  for (const std::string_view sign : {"–", ",", "&"}) {
    const std::size_t at = pages.find(sign);
    are_several =
        are_several || (at != std::string::npos && has_figure(std::string_view(pages).substr(0, at)) &&
                        has_figure(std::string_view(pages).substr(at)));
  }
  return wording.Filled(are_several ? Word::kPagesOther : Word::kPagesOne, {{"pages", pages}});
}

// "2nd ed." of "2" and of "2nd"; words stay as they are.
std::string EditionText(const std::string& edition, const Wording& wording) {
  int number = 0;
  const char* end = edition.data() + edition.size();
  const auto [stop, error] = std::from_chars(edition.data(), end, number);
  if (error != std::errc()) return edition;
  const std::string ending(stop, end);
  if (ending.empty())
    return wording.Filled(Word::kEdition, {{"ordinal", Ordinal(number, wording.language())}});
  const bool is_ordinal =
      ending == "st" || ending == "nd" || ending == "rd" || ending == "th" || ending == ".";
  return is_ordinal ? wording.Filled(Word::kEdition, {{"ordinal", edition}}) : edition;
}

class EntryWriter {
 public:
  EntryWriter(const Node& item, const Wording& wording) : item_(item), wording_(wording) {}

  std::vector<PrintedRun> Runs() {
    AddPart({Names(item_)});
    AddPart({Text("title")});
    AddContainer();
    AddPart({EditionText(Text("edition"), wording_)});
    std::string published = Text("publisher");
    AppendJoined(published, ", ", Text("publisher-place"));
    AppendJoined(published, ", ", Text("issued").substr(0, 4));
    AddPart({std::move(published)});
    AddPart({Text("note")});
    AddAddress();
    if (const std::string accessed = Text("accessed"); !accessed.empty()) {
      AddPart({wording_.Filled(Word::kAccessed, {{"date", wording_.Date(accessed)}})});
    }
    if (!runs_.empty()) EndSentence("");
    return std::move(runs_);
  }

 private:
  std::string Text(std::string_view key) const { return TextUnder(item_, key); }

  // A full stop behind what has none. No stop is part of a link.
  void EndSentence(std::string_view blank) {
    const PrintedRun& last = runs_.back();
    const bool is_ended = last.address.empty() && last.text.find_last_of(".?!") == last.text.size() - 1;
    AddText(fmt::format("{}{}", is_ended ? "" : ".", blank));
  }

  void AddText(std::string text) {
    if (text.empty()) return;
    if (!runs_.empty() && !runs_.back().is_emphasised && runs_.back().address.empty()) {
      runs_.back().text += text;
    } else {
      runs_.push_back({std::move(text)});
    }
  }

  void AddPart(PrintedRun run) {
    if (run.text.empty()) return;
    if (!runs_.empty()) EndSentence(" ");
    if (run.is_emphasised || !run.address.empty()) {
      runs_.push_back(std::move(run));
    } else {
      AddText(std::move(run.text));
    }
  }

  void AddContainer() {
    const std::string container = Text("container-title");
    const std::string issue = Text("issue");
    std::string place = Text("volume");
    if (!issue.empty()) place += fmt::format("({})", issue);
    AppendJoined(place, ", ", PagesText(Text("page"), wording_));
    AddPart({container, true});
    if (container.empty()) return AddPart({std::move(place)});
    if (!place.empty()) AddText(", " + place);
  }

  // A DOI is the better address: it stays.
  void AddAddress() {
    const std::string doi = Text("DOI");
    const std::string written = doi.empty() ? Text("URL") : doi;
    std::string address = doi.empty() ? CitedAddress(written) : DoiAddress(doi);
    if (written.empty()) return;
    if (!IsWebAddress(address)) return AddPart({written});
    AddPart({address, false, address});
  }

  const Node& item_;
  const Wording& wording_;
  std::vector<PrintedRun> runs_;
};

}  // namespace

std::vector<PrintedReference> PrintedReferences(const Guide& guide, const Wording& wording) {
  std::vector<PrintedReference> printed;
  for (const Reference& reference : guide.references) {
    const bool is_known = std::ranges::any_of(printed, [&](const PrintedReference& other) {
      return other.reference->id.value == reference.id.value;
    });
    if (is_known) continue;
    PrintedReference entry{
        &reference, static_cast<int>(printed.size()) + 1, EntryWriter(*reference.csl, wording).Runs(), {}};
    const std::string language = TextUnder(*reference.csl, "language");
    if (language != guide.language && IsLanguageTag(language)) {
      entry.language = language;
      entry.is_right_to_left = IsRightToLeft(language);
    }
    printed.push_back(std::move(entry));
  }
  return printed;
}

std::vector<const PrintedReference*> Cited(std::span<const PrintedReference> references,
                                           std::span<const std::string> keys) {
  std::vector<const PrintedReference*> cited;
  for (const PrintedReference& reference : references) {
    if (std::ranges::find(keys, reference.reference->id.value) != keys.end()) cited.push_back(&reference);
  }
  return cited;
}

std::string EntryText(std::span<const PrintedRun> runs) {
  std::string text;
  for (const PrintedRun& run : runs) text += run.text;
  return text;
}

}  // namespace guidec
