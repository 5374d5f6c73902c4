#include "model/prose/passage.h"

#include <algorithm>
#include <forward_list>
#include <iterator>
#include <mutex>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "text/tokens.h"

namespace guidec {

// What ReadAllProse cuts is there from the start; the rest comes when it is asked for, and then one reader
// at a time.
struct Passage::Cuts {
  struct Words {
    std::string language;
    WordList list;
    std::vector<Sentence> sentences;

    Words(std::string_view text, std::string_view in) : language(in), list(LowerWords(text, in)) {
      for (const Piece& piece : Sentences(text, in)) sentences.push_back({piece, Within(list, piece)});
    }
    Words(const Words&) = delete;
  };

  // The words in `language`.
  const Words& In(std::string_view language, std::string_view text) {
    if (first && first->language == language) return *first;
    const std::lock_guard lock(mutex);
    for (const Words& words : others) {
      if (words.language == language) return words;
    }
    return others.emplace_front(text, language);
  }

  std::optional<WordList> tokens;
  std::optional<Words> first;
  std::mutex mutex;
  std::optional<WordList> late_tokens;
  std::forward_list<Words> others;
};

class PassageReader {
 public:
  PassageReader(const Prose& prose, const Dose* dose) : prose_(prose), dose_(dose) { Start(); }

  std::vector<Passage> Read() {
    ReadChildren(prose_.root);
    Finish();
    return std::move(passages_);
  }

 private:
  void Start() {
    current_ = Passage{};
    current_.prose = &prose_;
    current_.cuts_ = std::make_shared<Passage::Cuts>();
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

  void ReadPlaceholder(const MarkdownNode& node) {
    const auto said = dose_ == nullptr ? std::nullopt : PlaceholderText(*dose_, node.value);
    Append(node, said ? *said : PlainText(node), false);
  }

  void ReadLink(const MarkdownNode& node) {
    in_address_ = PlainText(node) == node.url;
    ReadChildren(node);
    in_address_ = false;
  }

  void ReadNode(const MarkdownNode& node) {
    switch (node.type) {
      case MarkdownType::kText:
        Append(node, node.value, !in_address_);
        return;
      case MarkdownType::kInlineCode:
        Append(node, node.value, false);
        return;
      case MarkdownType::kPlaceholder:
        ReadPlaceholder(node);
        return;
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
      case MarkdownType::kLink:
        ReadLink(node);
        return;
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

void Passage::Cut(std::string_view language) {
  cuts_->tokens = Tokens(text);
  cuts_->first.emplace(text, language);
}

const WordList& Passage::tokens() const {
  if (cuts_->tokens) return *cuts_->tokens;
  const std::lock_guard lock(cuts_->mutex);
  if (!cuts_->late_tokens) cuts_->late_tokens = Tokens(text);
  return *cuts_->late_tokens;
}

const WordList& Passage::words(std::string_view language) const {
  return cuts_->In(language, text).list;
}

const std::vector<Sentence>& Passage::sentences(std::string_view language) const {
  return cuts_->In(language, text).sentences;
}

namespace {

PassageList PassagesOf(const Prose& prose, const ReadProse* read, const Dose* dose) {
  if (read != nullptr && (read->dose == dose || !read->has_placeholders)) return PassageList(read->passages);
  return PassageList(PassageReader(prose, dose).Read());
}

}  // namespace

PassageList PassagesOf(const Prose& prose, const Dose* dose) {
  return PassagesOf(prose, prose.read, dose);
}

PassageList PassagesOf(const ProseUse& use) {
  const ReadProse* read = use.read == nullptr ? use.prose->read : use.read;
  return PassagesOf(*use.prose, read, use.exercise == nullptr ? nullptr : &use.exercise->dose);
}

void ReadAllProse(Library& library) {
  const auto all = std::make_shared<AllReadProse>();
  all->proses.resize(library.prose.size());
  std::vector<std::vector<Passage>> read(library.prose.size());
  ParallelFor(read.size(), [&](std::size_t i) {
    const ProseUse& use = library.prose[i];
    ReadProse& kept = all->proses[i];
    kept.dose = use.exercise == nullptr ? nullptr : &use.exercise->dose;
    ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
      kept.has_placeholders = kept.has_placeholders || node.type == MarkdownType::kPlaceholder;
    });
    read[i] = PassageReader(*use.prose, kept.dose).Read();
  });
  std::vector<std::size_t> begins;
  for (std::vector<Passage>& passages : read) {
    begins.push_back(all->passages.size());
    std::ranges::move(passages, std::back_inserter(all->passages));
  }
  ParallelFor(read.size(), [&](std::size_t i) {
    ProseUse& use = library.prose[i];
    const std::span<Passage> passages = std::span(all->passages).subspan(begins[i], read[i].size());
    for (Passage& passage : passages) passage.Cut(LanguageOf(use, library));
    all->proses[i].passages = passages;
    use.read = &all->proses[i];
    // The library is ours to change; it only lends its prose to readers.
    const_cast<Prose&>(*use.prose).read = use.read;
  });
  library.read = all;
}

const std::string& LanguageOf(const ProseUse& use, const Library& library) {
  return use.guide == nullptr ? library.workspace.language : use.guide->language;
}

}  // namespace guidec
