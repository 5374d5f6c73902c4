// A placeholder is read with the words around it: what they measure or count must be what it prints, and the
// exercise that they name must be its own.
#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/dose_in_prose.h"
#include "text/tokens.h"

namespace guidec::rules::misused_placeholder {
namespace {

struct Placeholder {
  std::string_view name;               // as typed, without braces
  const Exercise* exercise = nullptr;  // whose dose it prints
  DoseField field = DoseField::kHold;
  Match tokens;  // of what it prints
  Span span{};
};

std::vector<Placeholder> PlaceholdersIn(const Library& library, const ProseUse& use, const Passage& passage) {
  std::vector<Placeholder> found;
  const std::vector<Piece>& pieces = passage.tokens().pieces;
  for (std::size_t i = 0; i < passage.segments.size(); ++i) {
    const Passage::Segment& segment = passage.segments[i];
    if (segment.node->type != MarkdownType::kPlaceholder) continue;
    const std::string_view name = segment.node->value;
    const std::size_t dot = name.find('.');
    const bool is_own = dot == std::string_view::npos;
    const auto field = DoseFieldNamed(is_own ? name : name.substr(dot + 1));
    const Exercise* exercise = is_own ? use.exercise : library.FindExercise(name.substr(0, dot));
    if (!field || exercise == nullptr || !AmountOf(exercise->dose, *field)) continue;
    const std::size_t end =
        i + 1 < passage.segments.size() ? passage.segments[i + 1].begin : passage.text.size();
    const auto first = std::ranges::lower_bound(pieces, segment.begin, {}, &Piece::begin);
    const auto last = std::ranges::lower_bound(pieces, end, {}, &Piece::begin);
    if (first == last) continue;
    found.push_back(
        {name,
         exercise,
         *field,
         {static_cast<std::size_t>(first - pieces.begin()), static_cast<std::size_t>(last - pieces.begin())},
         use.prose->SpanOf(*segment.node)});
  }
  return found;
}

// What the words around a figure ask for, where they leave no choice.
std::optional<DoseField> FieldAsked(const WordList& tokens, const Match& figure, const Dose& dose) {
  const auto is = [&](std::size_t at, const Alternatives& words) {
    return at < tokens.size() && IsOneOf(tokens.words[at], words);
  };
  const std::size_t unit = figure.end + (is(figure.end, "slow|full|more|total") ? 1 : 0);
  if (is(unit, "repetitions|reps|repetition")) return DoseField::kReps;
  if (is(unit, "sets|set")) return DoseField::kSets;
  if (is(unit, "times")) return dose.reps ? DoseField::kReps : DoseField::kSets;
  const Match sentence = SentenceAround(tokens.words, figure.begin);
  const bool ends =
      figure.end == sentence.end || is(figure.end, ",|;|)|and|on|in|with|before|between|then|as");
  if (!ends) return std::nullopt;
  for (std::size_t at = figure.begin; at-- > sentence.begin && figure.begin - at <= 5;) {
    if (is(at, ",|;|:|and|then")) return std::nullopt;
    if (is(at, "hold|stay|keep") && is(figure.begin - 1, "for|hold")) return DoseField::kHold;
    if (is(at, "rest") && is(figure.begin - 1, "for|rest") && dose.rest) return DoseField::kRest;
  }
  return std::nullopt;
}

class Checker {
 public:
  explicit Checker(RuleContext& context)
      : library_(context.library()), context_(context), reader_(library_) {}

  void Run() {
    for (const ProseUse& use : library_.prose) {
      if (use.is_denied || !context_.Reads(LanguageOf(use, library_))) continue;
      const bool has_any = use.read == nullptr || use.read->has_placeholders;
      if (!has_any) continue;
      for (const Passage& passage : PassagesOf(use)) CheckPassage(use, passage);
    }
  }

 private:
  void CheckPassage(const ProseUse& use, const Passage& passage) {
    const std::vector<Placeholder> all = PlaceholdersIn(library_, use, passage);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (use.guide != nullptr && IsReportedAsDose(passage, all[i])) continue;
      if (CheckField(passage, all[i]) || use.guide == nullptr || CheckRow(passage, all, i)) continue;
      CheckOwner(passage, all, i);
    }
  }

  bool CheckField(const Passage& passage, const Placeholder& placeholder) {
    const Dose& dose = placeholder.exercise->dose;
    const auto asked = FieldAsked(passage.tokens(), placeholder.tokens, dose);
    if (!asked || *asked == placeholder.field) return false;
    // Two counts, or two times: "hold for {rest}" may be meant.
    const bool is_of_one_kind = IsTime(*asked) == IsTime(placeholder.field);
    const std::span<const std::string> words = passage.tokens().words;
    const bool is_times = placeholder.tokens.end < words.size() && words[placeholder.tokens.end] == "times";
    if (is_of_one_kind && (!AmountOf(dose, *asked) || (is_times && IsToldElsewhere(placeholder, *asked))))
      return false;
    Report(passage, placeholder,
           fmt::format("`{{{}}}` prints {}, and the words ask for {}; write `{}`", placeholder.name,
                       Means(placeholder.field), Means(*asked), Renamed(placeholder, FieldName(*asked))));
    return true;
  }

  // "Repeat {sets} times" is fine where another step has the repetitions.
  static bool IsToldElsewhere(const Placeholder& placeholder, DoseField field) {
    const std::string typed = fmt::format("{{{}}}", FieldName(field));
    return std::ranges::any_of(placeholder.exercise->steps, [&](const Prose& step) {
      return PlainText(step.root).find(typed) != std::string::npos;
    });
  }

  // "{arc.reps} of the arc, {arc.reps} of the swap"; "{arc.reps} of the arc, {swap.sets} of the swap and
  // {start.reps} of the start"
  bool CheckRow(const Passage& passage, const std::vector<Placeholder>& all, std::size_t i) {
    const Match sentence = SentenceAround(passage.tokens().words, all[i].tokens.begin);
    std::size_t alike = 0;
    std::set<DoseField> fields;
    bool is_again = false;
    for (std::size_t j = 0; j < all.size(); ++j) {
      if (j == i || all[j].tokens.begin < sentence.begin || all[j].tokens.begin >= sentence.end) continue;
      if (all[j].exercise != all[i].exercise) {
        fields.insert(all[j].field);
        ++alike;
      }
      is_again = is_again || (j < i && all[j].name == all[i].name);
    }
    if (alike == 0 || fields.size() != 1) return false;
    const DoseField field = *fields.begin();
    if (is_again && field == all[i].field) {
      Report(passage, all[i],
             fmt::format(
                 "`{{{}}}` stands twice in a sentence that goes through several exercises; name the other "
                 "exercise",
                 all[i].name));
      return true;
    }
    const bool says_what = FieldAsked(passage.tokens(), all[i].tokens, all[i].exercise->dose).has_value();
    if (alike < 2 || field == all[i].field || says_what) return false;
    Report(passage, all[i],
           fmt::format("`{{{}}}` prints {}, and the others of its sentence print {}; write `{}`", all[i].name,
                       Means(all[i].field), Means(field), Renamed(all[i], FieldName(field))));
    return true;
  }

  void CheckOwner(const Passage& passage, const std::vector<Placeholder>& all, std::size_t i) {
    const Placeholder& placeholder = all[i];
    const WordList& tokens = passage.tokens();
    const Match sentence = SentenceAround(tokens.words, placeholder.tokens.begin);
    const auto words = std::span(tokens.words).subspan(sentence.begin, sentence.end - sentence.begin);
    const auto count = std::ranges::count_if(all, [&](const Placeholder& one) {
      return one.tokens.begin >= sentence.begin && one.tokens.begin < sentence.end;
    });
    if (count > 1 || FindAnyPhrase(words, kCompares)) return;
    const Exercise* named = reader_.SubjectAt(passage, placeholder.tokens).exercise;
    if (named == nullptr || named == placeholder.exercise) return;
    if (!AmountOf(named->dose, placeholder.field)) return;
    Report(
        passage, placeholder,
        fmt::format(
            "`{{{}}}` prints the dose of another exercise than `{}`, which the text names; write `{{{}.{}}}`",
            placeholder.name, named->id.value, named->id.value, FieldName(placeholder.field)));
  }

  // By prose-differs-from-dose.
  bool IsReportedAsDose(const Passage& passage, const Placeholder& placeholder) const {
    return std::ranges::any_of(reader_.In(passage), [&](const DoseInProse& figure) {
      const Exercise* exercise = figure.subject.exercise;
      return figure.stated.quantity.tokens.begin == placeholder.tokens.begin && exercise != nullptr &&
             Compare(figure.stated, exercise->dose) == Agreement::kDiffers;
    });
  }

  static std::string_view Means(DoseField field) {
    static constexpr std::string_view kMeanings[] = {"the hold", "the repetitions", "the sets", "the rest"};
    return kMeanings[static_cast<std::size_t>(field)];
  }

  static std::string Renamed(const Placeholder& placeholder, std::string_view field) {
    const std::size_t dot = placeholder.name.find('.');
    return dot == std::string_view::npos ? fmt::format("{{{}}}", field)
                                         : fmt::format("{{{}.{}}}", placeholder.name.substr(0, dot), field);
  }

  void Report(const Passage& passage, const Placeholder& placeholder, std::string message) {
    Diagnostic& finding = context_.Report(placeholder.span, std::move(message));
    if (const Pair* pair = FindDoseField(*placeholder.exercise, placeholder.field)) {
      const Piece piece = passage.tokens().PieceOf(placeholder.tokens.begin, placeholder.tokens.end);
      finding.labels.push_back({SpanOfDoseField(*pair), fmt::format("prints `{}`", passage.Slice(piece))});
    }
  }

  static constexpr Phrases kCompares{"than|as|like|unlike|both|same|instead|compared|other|others"};

  const Library& library_;
  RuleContext& context_;
  DoseReader reader_;
};

void Check(const Library& library, RuleContext& context) {
  const bool has_any =
      library.read == nullptr || std::ranges::any_of(library.read->proses, &ReadProse::has_placeholders);
  if (has_any) Checker(context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 10 s
  reps: 5
steps:
  - Rest on your forearms on a mat.
  - Hold for {reps}. # expect: ST015 @ 14-20 "the words ask for the hold"
  - Do {reps} repetitions.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 10 s
  reps: 5
  sets: 2
  rest: 30 s
steps:
  - Rest on your forearms on a mat.
  - Hold for {hold}.
  - Do {reps} repetitions. Repeat all of it {sets} times.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST015",
    .name = "misused-placeholder",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A placeholder prints something else than the words around it ask for.",
    .rationale =
        R"md(`Hold for {reps}.` prints "Hold for 10." Placeholders cannot go out of date, but they can be the wrong
ones, and nobody sees that in the source. What stands around a placeholder says what it must print: a hold, a
count in front of "repetitions", the dose of the exercise that the sentence names. English texts only.)md",
    .source =
        "CERT item 13 (Slade et al. 2016): the dosage is described in detail; guidec's own check of prose "
        "against data",
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::misused_placeholder
