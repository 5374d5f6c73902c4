#include "model/passage.h"

#include <algorithm>
#include <utility>

namespace guidec {
namespace {

class Reader {
 public:
  Reader(const Prose& prose, const Dose* dose) : prose_(prose), dose_(dose) { Start(); }

  std::vector<Passage> Read() {
    ReadChildren(prose_.root);
    Finish();
    return std::move(passages_);
  }

 private:
  void Start() {
    current_ = Passage{};
    current_.prose = &prose_;
  }
  void Finish() {
    if (!current_.text.empty()) passages_.push_back(std::move(current_));
    Start();
  }

  void Append(const MarkdownNode& node, std::string_view text, bool is_plain) {
    if (text.empty()) return;
    current_.segments.push_back({current_.text.size(), &node, is_plain});
    current_.text += text;
  }

  void ReadChildren(const MarkdownNode& node) {
    for (const MarkdownNode& child : node.children) ReadNode(child);
  }

  void ReadNode(const MarkdownNode& node) {
    switch (node.type) {
      case MarkdownType::kText:
        Append(node, node.value, !in_address_);
        return;
      case MarkdownType::kInlineCode:
        Append(node, node.value, false);
        return;
      case MarkdownType::kPlaceholder: {
        const auto said = dose_ == nullptr ? std::nullopt : PlaceholderText(*dose_, node.value);
        Append(node, said ? *said : PlainText(node), false);
        return;
      }
      case MarkdownType::kImage:
        Append(node, node.value, true);
        return;
      case MarkdownType::kBreak:
        Append(node, "\n", false);
        return;
      case MarkdownType::kCite:
        // The blank before a citation goes with it.
        if (current_.text.ends_with(' ')) current_.text.pop_back();
        return;
      case MarkdownType::kLink: {
        const bool is_address = PlainText(node) == node.url;
        in_address_ = is_address;
        ReadChildren(node);
        in_address_ = false;
        return;
      }
      case MarkdownType::kEmphasis:
      case MarkdownType::kStrong:
        ReadChildren(node);
        return;
      case MarkdownType::kHtml:
      case MarkdownType::kCode:
      case MarkdownType::kThematicBreak:
        return;
      default:
        break;
    }
    Finish();
    ReadChildren(node);
    Finish();
  }

  const Prose& prose_;
  const Dose* dose_;
  bool in_address_ = false;
  Passage current_;
  std::vector<Passage> passages_;
};

}  // namespace

std::size_t Passage::SegmentAt(std::size_t offset) const {
  const auto next = std::ranges::upper_bound(segments, offset, {}, &Segment::begin);
  return static_cast<std::size_t>(next - segments.begin()) - 1;
}

Span Passage::SpanOf(const Piece& piece) const {
  const auto byte = [&](std::size_t offset) {
    const Segment& segment = segments[SegmentAt(offset)];
    if (segment.node->runs.empty() || segment.node->type == MarkdownType::kPlaceholder) {
      return prose->SpanOf(*segment.node);
    }
    return prose->SpanOf(*segment.node, offset - segment.begin, offset - segment.begin + 1);
  };
  Span span = byte(piece.begin);
  span.end = byte(piece.end - 1).end;
  return span;
}

bool Passage::IsEditable(const Piece& piece) const {
  const Segment& segment = segments[SegmentAt(piece.begin)];
  return segment.is_plain && !segment.node->runs.empty() &&
         SegmentAt(piece.begin) == SegmentAt(piece.end - 1);
}

bool Passage::HasLiteral(const Piece& piece) const {
  for (std::size_t i = SegmentAt(piece.begin); i <= SegmentAt(piece.end - 1); ++i) {
    if (!segments[i].is_plain) return true;
  }
  return false;
}

std::vector<Passage> PassagesOf(const Prose& prose, const Dose* dose) {
  return Reader(prose, dose).Read();
}

std::vector<Passage> PassagesOf(const ProseUse& use) {
  return PassagesOf(*use.prose, use.exercise == nullptr ? nullptr : &use.exercise->dose);
}

std::vector<Sentence> SentencesOf(const Passage& passage, std::string_view language) {
  const WordList words = LowerWords(passage.text, language);
  std::vector<Sentence> sentences;
  for (const Piece& piece : Sentences(passage.text, language)) {
    sentences.push_back({piece, Within(words, piece)});
  }
  return sentences;
}

const std::string& LanguageOf(const ProseUse& use, const Library& library) {
  return use.guide == nullptr ? library.workspace.language : use.guide->language;
}

}  // namespace guidec
