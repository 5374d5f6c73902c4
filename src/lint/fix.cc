// Rounds: plan all fixes that do not overlap, try them together, judge the new texts. When a finding
// appears that was not there, the fixes are tried in halves, and one that fails alone is left out. The
// next round sees what overlapped before. A round takes at least one finding away, or is the last.
#include "lint/fix.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "diag/edits.h"

namespace guidec {
namespace {

constexpr int kMaxRounds = 10;
// A workspace whose every fix brings new findings would be judged twice for each; nobody waits that long.
constexpr int kMaxJudgements = 400;

using Fixes = std::span<const Diagnostic* const>;

bool Overlap(const Span& a, const Span& b) {
  if (a.source != b.source) return false;
  if (a.size() == 0 || b.size() == 0) return a.begin <= b.end && b.begin <= a.end;
  return a.begin < b.end && b.begin < a.end;
}

// The edits of fixes that were taken, by place. They do not overlap, so that only the neighbours of a
// new one can.
class TakenEdits {
 public:
  bool Admit(const std::vector<Edit>& edits) {
    for (const Edit& edit : edits) {
      if (OverlapsTaken(edit.span)) return false;
    }
    for (const Edit& edit : edits) taken_.insert(edit.span);
    return true;
  }

 private:
  bool OverlapsTaken(const Span& span) const {
    const auto next = taken_.lower_bound(span);
    return (next != taken_.end() && Overlap(*next, span)) ||
           (next != taken_.begin() && Overlap(*std::prev(next), span));
  }

  std::set<Span> taken_;
};

std::map<SourceId, std::vector<Edit>> EditsOf(Fixes fixes) {
  std::map<SourceId, std::vector<Edit>> by_source;
  for (const Diagnostic* finding : fixes) {
    for (const Edit& edit : finding->fix->edits) by_source[edit.span.source].push_back(edit);
  }
  for (auto& [source, edits] : by_source) std::ranges::sort(edits, {}, &Edit::span);
  return by_source;
}

std::vector<const Diagnostic*> Plan(const Judged& judged, std::size_t text_count, const FixLimits& limits) {
  const auto is_of_text = [&](const Edit& edit) {
    return static_cast<std::size_t>(edit.span.source) < text_count;
  };
  TakenEdits taken;
  std::vector<const Diagnostic*> plan;
  for (const Diagnostic& finding : judged.findings) {
    if (!finding.fix || (finding.fix->safety == Safety::kUnsafe && !limits.allow_unsafe)) continue;
    if (!std::ranges::all_of(finding.fix->edits, is_of_text)) continue;
    if (limits.is_wanted && !limits.is_wanted(finding, judged.sources)) continue;
    if (taken.Admit(finding.fix->edits)) plan.push_back(&finding);
  }
  return plan;
}

// Where a place of the old text lies in the new one. Of an insertion right there, the place is
// `behind` it or before it; a place inside replaced text goes to the replacement's nearer end.
std::uint32_t Moved(std::uint32_t offset, const std::vector<Edit>& edits, bool behind) {
  std::int64_t shift = 0;
  for (const Edit& edit : edits) {
    const Span& span = edit.span;
    const auto length = static_cast<std::int64_t>(edit.replacement.size());
    if (offset < span.begin || (offset == span.begin && !(behind && span.size() == 0))) break;
    if (offset < span.end) return static_cast<std::uint32_t>(span.begin + shift + (behind ? length : 0));
    shift += length - span.size();
  }
  return static_cast<std::uint32_t>(offset + shift);
}

// What a finding is known by, before and after.
struct Place {
  SourceId source;
  const Rule* rule;
  std::uint32_t begin;
  std::uint32_t end;
  auto operator<=>(const Place&) const = default;
};

Place PlaceOf(const Diagnostic& finding) {
  return {finding.span.source, finding.rule, finding.span.begin, finding.span.end};
}

Place MovedPlace(const Diagnostic& finding, const std::map<SourceId, std::vector<Edit>>& edits) {
  Place place = PlaceOf(finding);
  const auto in_source = edits.find(place.source);
  if (in_source == edits.end()) return place;
  place.begin = Moved(place.begin, in_source->second, false);
  place.end = Moved(place.end, in_source->second, true);
  return place;
}

// Whether each finding of `after` is one of those `before` that were not to be fixed: of the same rule
// and, as the edits move it, at the same place or over some of it.
bool AddsNothing(const std::vector<Diagnostic>& before, Fixes fixes,
                 const std::map<SourceId, std::vector<Edit>>& edits, const std::vector<Diagnostic>& after) {
  std::multiset<Place> known;
  const std::set<const Diagnostic*> fixed(fixes.begin(), fixes.end());
  for (const Diagnostic& finding : before) {
    if (!fixed.contains(&finding)) known.insert(MovedPlace(finding, edits));
  }
  std::vector<Place> unmatched;
  for (const Diagnostic& finding : after) {
    const auto same = known.find(PlaceOf(finding));
    if (same == known.end()) {
      unmatched.push_back(PlaceOf(finding));
    } else {
      known.erase(same);
    }
  }
  return std::ranges::all_of(unmatched, [&](const Place& place) {
    const auto over = std::ranges::find_if(known, [&](const Place& other) {
      return other.source == place.source && other.rule == place.rule && other.begin <= place.end &&
             place.begin <= other.end;
    });
    if (over == known.end()) return false;
    known.erase(over);
    return true;
  });
}

// One round over fixed texts: what was accepted, and the texts and findings that it gives.
class Round {
 public:
  Round(const Judged& start, std::size_t text_count, const Judge& judge, int& judgements)
      : start_(start), text_count_(text_count), judge_(judge), judgements_(judgements) {}

  // Accepts of `fixes` what it can.
  void Try(Fixes fixes) {
    if (fixes.empty() || judgements_ >= kMaxJudgements) return;
    ++judgements_;
    std::vector<const Diagnostic*> tried = accepted_;
    tried.insert(tried.end(), fixes.begin(), fixes.end());
    const auto edits = EditsOf(tried);
    Judged judged = judge_(TextsAfter(edits));
    if (AddsNothing(start_.findings, tried, edits, judged.findings)) {
      accepted_ = std::move(tried);
      judged_ = std::move(judged);
      return;
    }
    if (fixes.size() == 1) return;
    Try(fixes.first(fixes.size() / 2));
    Try(fixes.subspan(fixes.size() / 2));
  }

  int accepted() const { return static_cast<int>(accepted_.size()); }
  Judged TakeJudged() { return std::move(judged_); }

 private:
  std::vector<NamedText> TextsAfter(const std::map<SourceId, std::vector<Edit>>& edits) const {
    std::vector<NamedText> texts = TextsOf(start_.sources);
    texts.resize(text_count_);
    for (const auto& [source, in_source] : edits) {
      texts[static_cast<std::size_t>(source)].text = Apply(start_.sources[source], in_source);
    }
    return texts;
  }

  const Judged& start_;
  std::size_t text_count_;
  const Judge& judge_;
  int& judgements_;
  std::vector<const Diagnostic*> accepted_;
  Judged judged_;
};

}  // namespace

std::vector<NamedText> TextsOf(const Sources& sources) {
  std::vector<NamedText> texts;
  for (const Source& source : sources) texts.push_back({source.path(), source.text()});
  return texts;
}

FixResult FixTexts(const std::vector<NamedText>& texts, const Judge& judge, const FixLimits& limits) {
  FixResult result;
  result.judged = judge(texts);
  int judgements = 0;
  for (int round = 0; round < kMaxRounds; ++round) {
    const auto plan = Plan(result.judged, texts.size(), limits);
    Round tried(result.judged, texts.size(), judge, judgements);
    tried.Try(plan);
    result.taken_back = static_cast<int>(plan.size()) - tried.accepted();
    if (tried.accepted() == 0) break;
    result.fixed += tried.accepted();
    result.judged = tried.TakeJudged();
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& after = result.judged.sources[static_cast<SourceId>(i)].text();
    if (after != texts[i].text) result.rewrites.push_back({texts[i].path, texts[i].text, after});
  }
  std::ranges::sort(result.rewrites, {}, &Rewrite::path);
  return result;
}

}  // namespace guidec
