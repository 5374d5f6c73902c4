#include "support/well_placed.h"

#include <algorithm>

#include <fmt/format.h>

namespace guidec {
namespace {

class Judge {
 public:
  explicit Judge(const Source& source) : source_(source) {}

  const std::string& violation() const { return violation_; }

  void CheckDocument(const Document& document) {
    for (const Fault& fault : document.faults) {
      CheckBounds(fault.span);
      for (const Label& label : fault.labels) CheckBounds(label.span);
      if (fault.fix) {
        for (const Edit& edit : fault.fix->edits) CheckBounds(edit.span);
      }
    }
    for (const Comment& comment : document.comments) CheckBounds(comment.span);
    CheckNode(document.root);
  }

 private:
  void Check(bool condition, std::string_view what, const Span& span) {
    if (!condition && violation_.empty()) violation_ = fmt::format("{} at {}-{}", what, span.begin, span.end);
  }

  void CheckBounds(const Span& span) {
    Check(span.begin <= span.end && span.end <= source_.text().size(), "out of bounds", span);
  }

  void CheckNode(const Node& node) {
    CheckBounds(node.span);
    std::uint32_t from = node.span.begin;
    const auto check_child = [&](const Node& child) {
      Check(node.span.Contains(child.span), "not inside its parent", child.span);
      Check(child.span.begin >= from, "before what it follows", child.span);
      from = child.span.end;
      CheckNode(child);
    };
    for (const Pair& pair : node.pairs) {
      check_child(pair.key);
      check_child(pair.value);
    }
    for (const Node& item : node.items) check_child(item);
    Check(std::ranges::is_sorted(node.runs, {}, &TextRun::text_begin), "unsorted text", node.span);
    Check(std::ranges::is_sorted(node.runs, {}, &TextRun::source_begin), "unsorted places", node.span);
    CheckWords(node);
  }

  void CheckWords(const Node& node) {
    constexpr std::string_view kBlanks = " \t\n";
    const std::string& text = node.text;
    for (std::size_t begin = text.find_first_not_of(kBlanks); begin != std::string::npos;) {
      const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
      const Span span = node.SpanOf(begin, end);
      CheckBounds(span);
      Check(node.span.Contains(span), "a word outside its scalar", span);
      begin = text.find_first_not_of(kBlanks, end);
    }
  }

  const Source& source_;
  std::string violation_;
};

}  // namespace

std::string FirstMisplaced(const Source& source, const Document& document) {
  Judge judge(source);
  judge.CheckDocument(document);
  return judge.violation();
}

}  // namespace guidec
