// How a sentence begins and ends is told by what the texts in its place do: where all steps end in a full
// stop, one without is a slip; where captions have none, none is missed.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/language/placeholder_marks.h"
#include "rules/title_case.h"
#include "text/phrase.h"

namespace guidec::rules::unfinished_sentence {
namespace {

constexpr std::size_t kFewest = 5;  // texts that make a habit of a field
constexpr std::size_t kFewestOfList = 3;
constexpr std::size_t kExceptions = 10;  // at most one in so many is a slip

constexpr std::string_view kNeverLast =
    "a|an|the|your|our|my|their|and|or|but|because|than|every|unless|although|its";

enum class Look : std::uint8_t { kUsual, kOther, kUnsure };

struct Text {
  const Prose* prose;
  Look begin = Look::kUnsure;  // usual: a capital letter; other: a small one
  Look end = Look::kUnsure;    // usual: a mark; other: a word
  Span first{}, last{};        // where it begins and ends
  bool has_more = false;       // than one sentence
  bool has_stray = false;      // a letter behind its full stop: "the position.v"
  std::size_t list = 0;        // of the texts of one list the same number, from 1; of others 0
};

Look LookOfBegin(const Passage& passage) {
  const std::string& text = passage.text;
  if (text.size() < 3 || !passage.segments.front().is_plain) return Look::kUnsure;
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool is_times = text.starts_with("x ") && std::isdigit(static_cast<unsigned char>(text[2])) != 0;
  if (is_times) return Look::kUnsure;  // "x 10"
  if (text[0] >= 'A' && text[0] <= 'Z') return Look::kUsual;
  return is_small(text[0]) && (is_small(text[1]) || text[1] == ' ') ? Look::kOther : Look::kUnsure;
}

// What closes a sentence may stand before quotation marks and brackets.
std::size_t LastSign(std::string_view text) {
  std::size_t last = text.find_last_not_of(" \n\"')]");
  while (last != std::string_view::npos && last >= 2 &&
         (text.substr(last - 2, 3) == "\u201D" || text.substr(last - 2, 3) == "\u2019")) {
    last -= 3;
  }
  return last;
}

// "Excessive Pronation": a heading among sentences.
bool IsLabel(std::string_view text) {
  return text.find(' ') != std::string_view::npos && IsInTitleCase(text);
}

// "… to plan. (Source: the author)", "… to plan. - Anon": whose words they are, behind their full stop.
bool NamesItsSource(std::string_view text) {
  const auto ends_sentence = [&](std::size_t at) {
    const std::size_t sign = at == 0 ? std::string_view::npos : text.find_last_not_of(" \n\"", at - 1);
    return sign != std::string_view::npos &&
           std::string_view(".!?").find(text[sign]) != std::string_view::npos;
  };
  if (text.ends_with(')')) return ends_sentence(text.rfind('('));
  constexpr std::string_view kDashes[] = {" - ", " -- ", " \u2013 ", " \u2014 "};
  return std::ranges::any_of(kDashes, [&](std::string_view dash) {
    const std::size_t at = text.rfind(dash);
    return at != std::string_view::npos && ends_sentence(at);
  });
}

Look LookOfEnd(const Passage& passage) {
  if (NamesItsSource(passage.text)) return Look::kUnsure;
  const std::size_t last = LastSign(passage.text);
  if (last == std::string_view::npos || passage.HasLiteral({last, last + 1})) return Look::kUnsure;
  const char sign = passage.text[last];
  if (std::isalpha(static_cast<unsigned char>(sign)) != 0)
    return IsLabel(passage.text) ? Look::kUnsure : Look::kOther;
  return std::string_view(".!?").find(sign) != std::string_view::npos ? Look::kUsual : Look::kUnsure;
}

// Not in "at 8 p.m" or "the U.S".
bool HasStrayLetter(std::string_view text) {
  const auto is_letter = [&](std::size_t from_end) {
    return text.size() > from_end &&
           std::isalpha(static_cast<unsigned char>(text[text.size() - 1 - from_end])) != 0;
  };
  return text.size() > 1 && text[text.size() - 2] == '.' && is_letter(0) && is_letter(2) && is_letter(3);
}

Text Read(const Prose& prose, const std::string& language) {
  Text text{.prose = &prose};
  const PassageList passages = PassagesOf(prose);
  if (passages.empty()) return text;
  const Passage& first = passages.front();
  const Passage& last = passages[passages.size() - 1];
  text.begin = LookOfBegin(first);
  // The items of a list within the text have a style of their own.
  const bool ends_in_list =
      !prose.root.children.empty() && prose.root.children.back().type != MarkdownType::kParagraph;
  if (!ends_in_list) text.end = LookOfEnd(last);
  text.has_more = first.sentences(language).size() > 1;
  text.first = first.SpanOf({0, 1});
  text.last = last.SpanOf({last.text.size() - 1, last.text.size()});
  text.has_stray = HasStrayLetter(last.text);
  return text;
}

// Every field of sentences with its texts; those of a list are a group of their own as well.
class Fields {
 public:
  using Group = std::vector<Text>;

  explicit Fields(const RuleContext& context) : language_(&context.language()) {
    const Library& library = context.library();
    if (context.Reads(*language_)) {
      for (const Exercise& exercise : library.exercises) AddExercise(exercise);
      for (const Term& term : library.terms) Add("meaning", term.meaning);
    }
    for (const Guide& guide : library.guides) {
      language_ = &guide.language;
      if (context.Reads(guide.language)) AddGuide(guide);
    }
  }
  const std::map<std::string_view, Group>& fields() const { return fields_; }
  const std::vector<Group>& lists() const { return lists_; }

 private:
  void Add(std::string_view field, const Prose& prose) {
    if (prose) fields_[field].push_back(Read(prose, *language_));
  }
  void Add(std::string_view field, const std::vector<Prose>& proses) {
    lists_.emplace_back();
    for (const Prose& prose : proses) AddToList(prose);
    Group& all = fields_[field];
    all.insert(all.end(), lists_.back().begin(), lists_.back().end());
  }
  // To the list that was begun last.
  void AddToList(const Prose& prose) {
    lists_.back().push_back(Read(prose, *language_));
    lists_.back().back().list = lists_.size();
  }
  // Its choices or a quotation may end a question; CheckQuestion tells of a missing question mark.
  void AddQuestion(const Prose& stem) {
    if (!stem) return;
    Text& text = fields_["question"].emplace_back(Read(stem, *language_));
    text.end = Look::kUnsure;
  }
  void AddExercise(const Exercise& exercise) {
    Add("purpose", exercise.purpose);
    Add("steps", exercise.steps);
    Add("stop-if", exercise.stop_if);
    Add("cautions", exercise.cautions);
    for (const Picture& picture : exercise.pictures) Add("caption", picture.caption);
  }
  void AddGuide(const Guide& guide) {
    Add("main-message", guide.main_message);
    Add("disclaimer", guide.disclaimer);
    Add("seek-help-if", guide.seek_help_if);
    const std::vector<const Block*> blocks = AllBlocks(guide);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      AddBlock(*blocks[i]);
      // "Other causes include", and the list goes on.
      const bool has_text = std::holds_alternative<TextBlock>(blocks[i]->content) && !fields_["text"].empty();
      // The next of the same part stands behind it in memory, too.
      const bool has_list = i + 1 < blocks.size() && blocks[i] + 1 == blocks[i + 1] &&
                            std::holds_alternative<ListBlock>(blocks[i + 1]->content);
      if (has_text && has_list) fields_["text"].back().end = Look::kUnsure;
    }
    if (guide.routine) Add("text", guide.routine->text);
    if (!guide.quiz) return;
    for (const Question& question : guide.quiz->questions) {
      if (question.truth) {
        Add("statement", question.stem);
      } else {
        AddQuestion(question.stem);
      }
      Add("why", question.why);
    }
  }
  void AddBlock(const Block& block) {
    std::visit(
        [&](const auto& content) {
          using Content = std::decay_t<decltype(content)>;
          if constexpr (std::is_same_v<Content, AdviceBlock>) {
            Add("why", content.why);
            Add("how", content.how);
          } else if constexpr (std::is_same_v<Content, ProtocolBlock>) {
            for (const ProtocolStep& step : content.steps) Add("text", step.text);
          } else if constexpr (std::is_same_v<Content, ListBlock>) {
            lists_.emplace_back();
            for (const ListItem& item : content.items) {
              if (item.text) AddToList(item.text);
            }
          } else if constexpr (requires { content.text; }) {
            Add("text", content.text);
          }
        },
        block.content);
  }

  const std::string* language_;  // of what is added: its texts are cut in it already
  std::map<std::string_view, Group> fields_;
  std::vector<Group> lists_;
};

std::size_t Count(const Fields::Group& group, Look Text::*place, Look look) {
  return static_cast<std::size_t>(std::ranges::count(group, look, place));
}

// The lists of which several texts do otherwise and none does as usual: these have a style of their own.
std::set<std::size_t> StyledLists(const Fields::Group& group, Look Text::*place) {
  std::map<std::size_t, std::size_t> others;
  std::set<std::size_t> usual{0};
  for (const Text& text : group) {
    if (text.*place == Look::kOther) ++others[text.list];
    if (text.*place == Look::kUsual) usual.insert(text.list);
  }
  std::set<std::size_t> styled;
  for (const auto& [list, count] : others) {
    if (count > 1 && !usual.contains(list)) styled.insert(list);
  }
  return styled;
}

// What the line has behind the text.
std::string_view Behind(const Prose& prose, const Library& library) {
  const Source& source = (*library.sources)[prose.span().source];
  const std::string_view rest = std::string_view(source.text()).substr(prose.span().end);
  const std::string_view line = rest.substr(0, rest.find('\n'));
  return line.substr(std::min(line.find_first_not_of(' '), line.size()));
}

class Checker {
 public:
  explicit Checker(RuleContext& context) : context_(context) {}

  // The texts of a group that do otherwise than nearly all others.
  void Judge(const Fields::Group& group, std::size_t fewest, std::size_t exceptions) {
    for (Look Text::*place : {&Text::begin, &Text::end}) {
      const std::size_t usual = Count(group, place, Look::kUsual);
      const std::size_t other = Count(group, place, Look::kOther);
      const bool is_habit = usual + other >= fewest && other <= exceptions;
      const std::set<std::size_t> styled = StyledLists(group, place);
      for (const Text& text : group) {
        // Where sentences follow each other, each has both.
        const bool is_odd = is_habit || text.has_more;
        if (text.*place != Look::kOther || !is_odd || styled.contains(text.list)) continue;
        Report(text, place == &Text::begin);
      }
    }
  }

 private:
  void Report(const Text& text, bool begins) {
    const std::string_view comment = Behind(*text.prose, context_.library());
    if (!begins && comment.size() > 1 && comment[0] == '#' && comment[1] != ' ') return;  // it is cut there
    const bool is_missing =
        std::ranges::find(kPlaceholderMarks, text.prose->source_text()) != std::end(kPlaceholderMarks);
    if (is_missing || !reported_.emplace(text.prose, begins).second) return;
    if (!begins && text.has_stray) {
      const std::string letter = text.prose->source_text().substr(text.prose->source_text().size() - 1);
      context_.Report(text.last, fmt::format("`{}` stands behind the full stop; delete it", letter)).fix =
          Fix{fmt::format("delete `{}`", letter), {{text.last, ""}}, Safety::kUnsafe};
      return;
    }
    Diagnostic& finding = context_.Report(begins ? text.first : text.last,
                                          begins ? "the text begins small; write a capital letter"
                                                 : "no full stop ends the text; finish the sentence");
    if (begins) return;
    const Span behind{text.last.source, text.last.end, text.last.end};
    finding.fix = Fix{"add a full stop", {{behind, "."}}, Safety::kUnsafe};
  }

  RuleContext& context_;
  std::set<std::pair<const Prose*, bool>> reported_;
};

bool IsEndedByChoices(const ProseUse& use) {
  if (use.guide == nullptr || !use.guide->quiz) return false;
  return std::ranges::any_of(use.guide->quiz->questions, [&](const Question& question) {
    return &question.stem == use.prose && !question.choices.empty();
  });
}

// "The cut is very clean, and" as a member of a list that reads on as one sentence.
bool GoesOnInList(const ProseUse& use, std::string_view behind) {
  const bool may_go_on = behind.starts_with(',') || use.prose->source_text().ends_with(" and") ||
                         use.prose->source_text().ends_with(" or");
  if (!may_go_on || use.guide == nullptr) return false;
  return std::ranges::any_of(BlocksOf<ListBlock>(*use.guide), [&](const ListBlock* list) {
    return std::ranges::any_of(list->items, [&](const ListItem& item) {
      return &item.text == use.prose && &item != &list->items.back();
    });
  });
}

// "… of the", "… hips,": whatever the others do. Where a comment cuts it, that is told. Choices end a
// question.
void CheckBrokenOff(const ProseUse& use, RuleContext& context) {
  if (Behind(*use.prose, context.library()).starts_with('#')) return;
  for (const Passage& passage : PassagesOf(use)) {
    const WordList& words = passage.words(context.language());
    if (words.size() < 2 || passage.HasLiteral(words.pieces.back())) continue;
    const Piece& last = words.pieces.back();
    // The end of an address is no word.
    if (std::string_view("/.@").find(passage.text[last.begin - 1]) != std::string_view::npos) continue;
    const std::string_view behind = std::string_view(passage.text).substr(last.end);
    if (behind.find_first_not_of(" .,\n") != std::string_view::npos) continue;
    const bool is_listed = use.role == Role::kChoice || use.role == Role::kTitle;
    if (GoesOnInList(use, behind)) return;
    const bool is_cut = IsOneOf(passage.Slice(last), kNeverLast);
    if ((is_cut || behind.starts_with(',')) && use.role == Role::kStem && IsEndedByChoices(use)) return;
    if (is_cut) {
      context.Report(passage.SpanOf(last),
                     fmt::format("the text breaks off at `{}`; finish it", passage.Slice(last)));
    } else if (behind.starts_with(',') && !is_listed) {
      context.Report(passage.SpanOf({last.end, last.end + 1}),
                     "the text ends in a comma; finish the sentence");
    }
  }
}

void Check(const Library&, RuleContext& context) {
  const Fields fields(context);
  Checker checker(context);
  for (const auto& [name, group] : fields.fields()) checker.Judge(group, kFewest, group.size() / kExceptions);
  for (const Fields::Group& list : fields.lists()) checker.Judge(list, kFewestOfList, 1);
}

std::vector<std::string> LastWords(const std::string& text, const std::string& language) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> words = LowerWords(text, language).words;
  const auto from = words.end() - static_cast<std::ptrdiff_t>(std::min(words.size(), kMost));
  const auto verb = std::find_if(from, words.end(),
                                 [](const std::string& word) { return IsOneOf(word, "is|are|be|was|were"); });
  return {verb, words.end()};
}

// Of fewer words `short-stem` tells.
constexpr int kFewestBlanks = 4;

// "Which of these is right."
void CheckQuestion(const Guide&, const Question& question, RuleContext& context) {
  if (question.truth || !question.stem) return;
  const std::string text = PlainText(question.stem.root);
  const std::string word = LowerCase(text.substr(0, text.find(' ')));
  if (text.find("__") != std::string::npos) return;  // a gap to fill in
  if (std::ranges::count(text, ' ') < kFewestBlanks) return;
  const bool asks = IsOneOf(word, "which|what|how|why|who|where") ||
                    MatchPhrase(LowerWords(text, context.language()).words,
                                "in|on|at|to|from|by|for|of|with|during which|whom|whose");
  // "Which of them does this: You …": a statement may end it.
  const std::size_t colon = text.find(": ");
  const bool ends_as_statement = colon != std::string::npos && colon + 2 < text.size() &&
                                 std::isupper(static_cast<unsigned char>(text[colon + 2])) != 0 &&
                                 text.ends_with('.');
  // "What we presume is called": the choices end it.
  static constexpr Phrase kCalled = "is|are|be|was|were called|named|termed|known as?";
  if (MatchPhrase(LastWords(text, context.language()), kCalled)) return;
  if (!asks || text.find('?') != std::string::npos || text.ends_with(':') || ends_as_statement) return;
  context.Report(question.stem.span(), "the question has no question mark; add it");
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - lift your hips. # expect: LG025 @ 5-6 "begins small"
  - Look at the floor # expect: LG025 @ 21-22 "no full stop"
  - Hold for as long as you can.
  - Breathe.
purpose: Builds strength in the
cautions:
  - Keep your back flat,
# expect: LG025 @ 7:29-32 "breaks off"
# expect: LG025 @ 9:24-25 "ends in a comma"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat
  - Lift your hips
  - Look at the floor
  - Hold for as long as you can
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG025",
    .name = "unfinished-sentence",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A sentence breaks off, or begins or ends unlike all others in its place.",
    .rationale =
        R"md(A text that ends in `the` or in a comma has lost its end. A full stop or a capital letter is missed only
where nine in ten texts of the same field, or all others of the same list, have one; a list of which no text
has one has a style of its own, and a text that a list follows needs no full stop. A question may be ended
by its choices; only its question mark is missed, where it opens with "which", "in which" or the like.)md",
    .source = "guidec's own: what is left when a text was cut or moved",
    .examples = kExamples,
    .languages = kEnglish,
    .reads = kEnglish,
    .workspace = Check,
    .question = CheckQuestion,
    .prose = CheckBrokenOff,
};

}  // namespace guidec::rules::unfinished_sentence
